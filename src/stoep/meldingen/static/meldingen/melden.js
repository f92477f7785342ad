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

/** Put the questions that now apply in their place. What stays is not touched: somebody may be typing in it. */
function renewQuestions(list, fresh, shelf) {
  const wanted = [...(fresh?.children ?? [])];
  const names = new Set(wanted.map((one) => one.dataset.vraag));
  const there = new Map([...list.children].map((one) => [one.dataset.vraag, one]));
  let gone = 0;
  let added = 0;
  for (const [name, element] of there) {
    if (names.has(name)) continue;
    shelf.set(name, element); // with its answer: it may come back
    element.remove();
    gone += 1;
  }
  let before = null;
  for (const one of wanted.reverse()) {
    const name = one.dataset.vraag;
    let element = there.get(name);
    if (!element) {
      element = shelf.get(name) ?? one;
      list.insertBefore(element, before);
      added += 1;
    }
    before = element;
  }
  return added ? "nieuw" : gone ? "weg" : "";
}

/** Ask which questions there are whenever words, subject or an answer change. The server decides. */
function followUp(form) {
  const list = form.querySelector("[data-vragen]");
  const told = form.querySelector("[data-vragen-nieuws]");
  const group = form.querySelector("[data-vragen-groep]");
  if (!list) return;
  form.querySelectorAll("[data-zonder-script]").forEach((one) => one.remove());
  const shelf = new Map();
  let asked = null;
  let waiting = 0;
  const look = async () => {
    asked?.abort();
    asked = new AbortController();
    const data = new FormData(form);
    data.delete("foto");
    try {
      const response = await fetch(form.dataset.vervolgUrl, { method: "POST", body: data, signal: asked.signal });
      if (!response.ok || response.redirected) return;
      const fresh = new DOMParser().parseFromString(await response.text(), "text/html").body;
      for (const part of fresh.querySelectorAll("[data-deel]")) {
        const place = form.querySelector(`[data-deel="${part.dataset.deel}"]`);
        if (place && place.innerHTML !== part.innerHTML) place.innerHTML = part.innerHTML;
      }
      const news = renewQuestions(list, fresh.querySelector("[data-vragen]"), shelf);
      if (group) group.hidden = list.children.length === 0;
      if (told && news) told.textContent = told.dataset[news];
    } catch {
      // Down or cut off: the page still works as it stands, and asks when it is sent.
    }
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, PAUSE);
  };
  const matters = (name) => name === "tekst" || name === "categorie" || name.startsWith("vraag-");
  form.addEventListener("input", (event) => matters(event.target.name ?? "") && later());
  form.addEventListener("change", (event) => matters(event.target.name ?? "") && later());
  form.addEventListener("submit", () => clearTimeout(waiting));
}

document.querySelectorAll("form[data-vervolg]").forEach(followUp);
document.querySelectorAll("[data-melden-wat]").forEach(propose);
document.querySelectorAll("[data-melden-waar]").forEach(showNearby);
