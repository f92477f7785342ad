// Reporting, a little quicker where JavaScript runs: every page works without it, too.

const PAUSE = 450;

/** Ask the server for a piece of page; an answer that comes too late, or fails, changes nothing. */
function asker(place, url) {
  let asked = null;
  return async (data) => {
    asked?.abort();
    asked = new AbortController();
    try {
      const response = await fetch(url, { method: "POST", body: data, signal: asked.signal });
      if (response.ok) place.innerHTML = await response.text();
    } catch {
      // Down or cut off: the page still works as it stands.
    }
  };
}

/** Propose categories while somebody writes what is wrong. */
function propose(form) {
  const text = form.querySelector("textarea[name=tekst]");
  const place = form.querySelector("[data-voorstel]");
  if (!text || !place) return;
  const ask = asker(place, form.dataset.voorstelUrl);
  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const data = new FormData();
      data.set("tekst", text.value);
      data.set("categorie", form.querySelector("input[name=categorie]:checked")?.value ?? "");
      ask(data);
    }, PAUSE);
  });
  // One choice, although a category can stand in the proposals and in the list.
  form.addEventListener("change", (event) => {
    if (event.target.name !== "categorie") return;
    for (const other of form.querySelectorAll("input[name=categorie]")) other.checked = other === event.target;
  });
}

/** Show reports near the pin, wherever it is put. */
function showNearby(form) {
  const place = document.querySelector("[data-vlakbij]");
  const lon = form.querySelector("input[name=lon]");
  const lat = form.querySelector("input[name=lat]");
  if (!place || !lon || !lat) return;
  const ask = asker(place, form.dataset.vlakbijUrl);
  let waiting = 0;
  let known = `${lon.value},${lat.value}`;
  const look = () => {
    const now = `${lon.value},${lat.value}`;
    if (now === known || !lon.value || !lat.value) return;
    known = now;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const data = new FormData();
      data.set("lon", lon.value);
      data.set("lat", lat.value);
      ask(data);
    }, PAUSE);
  };
  form.addEventListener("kaart:plek", look);
  form.addEventListener("input", look);
  form.addEventListener("change", look);
}

document.querySelectorAll("[data-melden-wat]").forEach(propose);
document.querySelectorAll("[data-melden-waar]").forEach(showNearby);
