// A list of work without waiting: a chosen state shows at once, and the number of chosen rows is said.

for (const select of document.querySelectorAll("select[data-meteen]")) select.addEventListener("change", () => select.form.requestSubmit());

// Empty fields do not belong in an address that people share.
for (const form of document.querySelectorAll(".werk-filters")) {
  form.addEventListener("submit", () => {
    for (const field of form.querySelectorAll("input[name=q], select[name=stand]")) if (!field.value || field.value === "open") field.disabled = true;
    const columns = [...form.querySelectorAll("input[name=kolom]")];
    if (columns.every((box) => box.type === "hidden" || box.checked === ("usual" in box.dataset))) for (const box of columns) box.disabled = true;
  });
}

// A menu closes with Escape, or when one goes on elsewhere.
const menus = () => document.querySelectorAll("details[data-filter][open]");
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of menus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
document.addEventListener("click", (event) => {
  for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
});

const chosen = document.querySelector("[data-gekozen]");
const form = document.querySelector("[data-verdelen]");
if (chosen && form) {
  const words = chosen.querySelector("[role=status]");
  const tell = () => {
    const number = form.querySelectorAll("input[name=zaak]:checked").length;
    chosen.hidden = number === 0;
    words.textContent = number === 0 ? "" : number === 1 ? words.dataset.een : words.dataset.meer.replace("{n}", number);
    for (const box of form.querySelectorAll("input[name=zaak]")) box.closest("tr").toggleAttribute("data-gekozen-rij", box.checked);
  };
  form.addEventListener("change", tell);
  tell();
}

// The map beside the list: whatever lies on the part that is shown, counted by the municipality where it is much.
document.addEventListener("kaart:klaar", (event) => {
  const root = event.target.closest("[data-werk-kaart]");
  if (!root) return;
  const { map } = event.detail;
  let waiting = 0;
  let asked;
  const load = async () => {
    if (root.querySelector(".leaflet-popup")) return; // somebody is reading
    asked?.abort();
    asked = new AbortController();
    const url = new URL(root.dataset.werkKaart, location.href);
    const box = map.getBounds();
    url.searchParams.set("vak", [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map((side) => side.toFixed(5)).join(","));
    url.searchParams.set("zoom", String(map.getZoom()));
    try {
      const answer = await fetch(url, { headers: { Accept: "application/json" }, signal: asked.signal });
      if (!answer.ok) return;
      event.detail.points = (await answer.json()).punten;
      event.detail.draw();
    } catch {
      // What the page brought stays on the map; the list says the same.
    }
  };
  map.on("moveend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(load, 150);
  });
  load();
});
