// The map of the neighbourhood: asks the server what stands on the piece that is shown, by the filters of the page.
// The list beside it is whole without this.

const WAIT = 150; // milliseconds after the last move

class Buurtkaart {
  constructor(root, kaart) {
    this.root = root;
    this.kaart = kaart;
    this.here = document.querySelector("[data-buurt-hier]");
    const sides = root.dataset.kader?.split(",").map(Number);
    if (sides?.length === 4) kaart.map.fitBounds([[sides[1], sides[0]], [sides[3], sides[2]]], { animate: false });
    else if (kaart.land) kaart.map.setView(kaart.town(), 13, { animate: false });
    kaart.map.on("moveend", () => this.later());
    kaart.map.on("dragend zoomend", () => this.offer());
    this.load();
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.load(), WAIT);
  }

  box() {
    const box = this.kaart.map.getBounds();
    return [box.getWest(), box.getSouth(), box.getEast(), box.getNorth()].map((side) => side.toFixed(5)).join(",");
  }

  async load() {
    if (this.root.querySelector(".leaflet-popup")) return; // somebody is reading
    this.asked?.abort();
    this.asked = new AbortController();
    const url = new URL(this.root.dataset.bron, location.href);
    url.searchParams.set("vak", this.box());
    url.searchParams.set("zoom", String(this.kaart.map.getZoom()));
    try {
      const answer = await fetch(url, { headers: { Accept: "application/json" }, signal: this.asked.signal });
      if (!answer.ok) return;
      const { punten, vakken } = await answer.json();
      this.kaart.points = [...punten, ...vakken];
      this.kaart.draw();
    } catch {
      // What the page brought stays on the map; the list says the same.
    }
  }

  offer() {
    if (!this.here) return;
    const url = new URL(this.here.href);
    url.searchParams.set("vak", this.box());
    this.here.href = url.href;
    this.here.hidden = false;
  }
}

document.addEventListener("kaart:klaar", (event) => {
  const root = event.target.closest("[data-buurt-kaart]");
  if (root) new Buurtkaart(root, event.detail);
});
