// Things of a layer of the map that one can point at: lamp posts, containers. The list in the form does the same.

const NEAR_ENOUGH = 17; // from this zoom one can tell them apart
const WAIT = 150;

class Objecten {
  constructor(root, kaart) {
    this.data = root.dataset;
    this.kaart = kaart;
    this.root = root;
    this.field = root.querySelector("input[type=hidden][name=object_nummer]");
    this.spoken = root.querySelector("[data-object-melding]");
    this.layer = L.layerGroup().addTo(kaart.map);
    kaart.map.on("moveend", () => this.later());
    kaart.root.addEventListener("kaart:plek", () => this.letGo());
    this.root.addEventListener("change", ({ target }) => {
      if (target.name === "object_nummer" && target.type === "radio") this.say(target.value);
    });
    this.later();
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.load(), WAIT);
  }

  async load() {
    if (this.kaart.map.getZoom() < NEAR_ENOUGH) return this.layer.clearLayers();
    const box = this.kaart.map.getBounds();
    const url = new URL(this.data.objecten, location.href);
    url.searchParams.set("laag", this.data.laag);
    url.searchParams.set("vak", [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map((side) => side.toFixed(5)).join(","));
    try {
      const answer = await fetch(url, { headers: { Accept: "application/json" } });
      if (answer.ok) this.draw((await answer.json()).objecten);
    } catch {
      // Without dots the list and the pin still work.
    }
  }

  draw(objecten) {
    this.layer.clearLayers();
    for (const one of objecten) {
      const label = `${this.data.enkelvoud} ${one.nummer}`;
      const icon = L.divIcon({ className: `stoep-object${one.nummer === this.chosen ? " stoep-object--gekozen" : ""}`, iconSize: [24, 24] });
      L.marker([one.lat, one.lon], { icon, title: label, alt: label, keyboard: true })
        .on("click", () => this.choose(one))
        .addTo(this.layer);
    }
  }

  choose(one) {
    this.choosing = true;
    this.kaart.place(L.latLng(one.lat, one.lon));
    this.choosing = false;
    const radios = [...this.root.querySelectorAll("input[type=radio][name=object_nummer]")];
    radios.forEach((radio) => { radio.checked = radio.value === one.nummer; });
    this.field.value = one.nummer;
    this.chosen = one.nummer;
    this.say(one.nummer);
    this.load();
  }

  letGo() {
    if (this.choosing || !this.chosen) return;
    this.chosen = "";
    this.field.value = "";
    this.say("");
  }

  say(nummer) {
    this.spoken.textContent = nummer ? `Gekozen: ${this.data.enkelvoud} ${nummer}.` : "";
  }
}

document.addEventListener("kaart:klaar", (event) => {
  const root = event.target.closest("[data-objecten]");
  if (root) new Objecten(root, event.detail);
});
