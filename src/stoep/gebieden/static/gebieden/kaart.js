// The map: shows places, links them to a list, or lets someone choose a place. Everything it does can also be
// done with the address field and the list beside it, so whatever fails here costs nothing but the picture.

import { adresveld } from "./adresveld.js";

const APART = 40; // pixels between two dots
const STEP = 4; // pixels per arrow key; with Shift ten times as far
const PIN = '<svg viewBox="-22 -52 44 54" aria-hidden="true"><path d="M0 0C-5-9-19-17-19-30a19 19 0 1 1 38 0C19-17 5-9 0 0Z" fill="#c2410c" stroke="#fff" stroke-width="3"/><circle cy="-30" r="7" fill="#fff"/></svg>';
const MESSAGES = {
  uit: "De kaart laadt nu niet. U kunt verder met het adres.",
  plek: "Speld geplaatst. ",
  buiten: "Deze plek ligt buiten de gemeente. Kies een plek binnen de grens op de kaart.",
  zoek: "Wij zoeken uw locatie…",
  geweigerd: "U hebt uw locatie niet gedeeld. Dat is goed: vul een adres in of wijs de plek aan op de kaart.",
  onbekend: "Uw locatie is nu niet te vinden. Vul een adres in of wijs de plek aan op de kaart.",
  adresloos: "Geen adres in de buurt. De plek op de kaart is genoeg.",
};

const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

class Kaart {
  constructor(root) {
    this.root = root;
    this.data = root.dataset;
    this.spoken = root.querySelector("[data-kaart-melding]");
    this.surface = root.querySelector(".stoep-kaart__vlak");
    this.points = JSON.parse(root.querySelector("script[type='application/json']")?.textContent ?? "[]");
    this.failed = 0;
  }

  say(text, isWrong = false) {
    this.spoken.textContent = text;
    this.spoken.classList.toggle("stoep-kaart__melding--fout", isWrong);
  }

  start() {
    const data = this.data;
    this.surface.replaceChildren();
    const label = this.surface.dataset.label || "Kaart";
    this.surface.setAttribute("role", "application");
    this.surface.setAttribute("aria-roledescription", "kaart");
    this.surface.setAttribute("aria-label", data.kaart === "kies" ? `${label}. Pijltjestoetsen verplaatsen de speld, plus en min zoomen.` : label);
    this.map = L.map(this.surface, { zoomControl: false, attributionControl: false, keyboard: data.kaart !== "kies", zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, scrollWheelZoom: data.kaart !== "toon", minZoom: Number(data.min) || 11, maxZoom: Number(data.max) || 19 });
    this.surface.tabIndex = 0;
    L.control.zoom({ position: "topright", zoomInTitle: "Zoom in", zoomOutTitle: "Zoom uit" }).addTo(this.map);
    L.control.attribution({ prefix: false }).addAttribution(data.dank ?? "").addTo(this.map);
    this.frame();
    this.addTiles();
    this.addBorder();
  }

  frame() {
    const { lon, lat, zoom, grenzen } = this.data;
    const sides = grenzen?.split(",").map(Number);
    if (sides) {
      this.land = L.latLngBounds([sides[1], sides[0]], [sides[3], sides[2]]);
      this.map.setMaxBounds(this.land.pad(0.4));
    }
    if (lon && lat) this.map.setView([Number(lat), Number(lon)], Number(zoom) || 17);
    else if (this.points.length) this.map.fitBounds(L.latLngBounds(this.points.map((p) => [p.lat, p.lon])), { maxZoom: 17, animate: false, paddingTopLeft: [24, 24], paddingBottomRight: [68, 24] });
    else if (this.land) this.map.setView(this.town(), Number(zoom) || 13);
    else this.map.setView([52.1, 5.3], 8);
  }

  // Where most people live: the middle of the quarters, not of the polders.
  town() {
    const town = this.data.midden?.split(",").map(Number);
    return town ? [town[1], town[0]] : this.land.getCenter();
  }

  addTiles() {
    if (!this.data.tegels) return this.say(MESSAGES.uit);
    const layer = L.tileLayer(this.data.tegels, { minZoom: Number(this.data.min), maxZoom: Number(this.data.max), keepBuffer: 1 });
    layer.on("tileerror", () => {
      this.failed += 1;
      if (this.failed === 4) this.say(MESSAGES.uit);
    });
    layer.on("tileload", () => {
      if (this.failed >= 4 && this.spoken.textContent === MESSAGES.uit) this.say("");
      this.failed = 0;
    });
    layer.addTo(this.map);
  }

  async addBorder() {
    if (!this.data.grens) return;
    try {
      const answer = await fetch(this.data.grens, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const border = await answer.json();
      L.geoJSON(border, { interactive: false, style: { color: "#14527d", weight: 2, opacity: 0.7, dashArray: "6 6", fill: false } }).addTo(this.map);
    } catch {
      // Without the border the map still works; the server checks the place.
    }
  }

  // Showing places

  show() {
    this.start();
    if (!this.points.length && this.data.lon) this.points = [{ lon: Number(this.data.lon), lat: Number(this.data.lat) }];
    this.layer = L.layerGroup().addTo(this.map);
    this.dots = new Map();
    this.draw();
    const way = this.points.filter((p) => p.route !== undefined).map((p) => [p.lat, p.lon]);
    if (way.length > 1) L.polyline(way, { interactive: false, color: "#14527d", weight: 4, opacity: 0.6 }).addTo(this.map);
    if (this.points.length > 1) this.map.on("zoomend", () => this.draw());
    this.map.on("popupopen", ({ popup: open }) => open.getElement().querySelector(".leaflet-popup-close-button")?.setAttribute("aria-label", "Sluit"));
    if (this.data.lijst) this.link(document.getElementById(this.data.lijst));
  }

  draw() {
    this.layer.clearLayers();
    this.dots.clear();
    for (const group of this.groups()) {
      if (group.length === 1) this.drawOne(group[0]);
      else this.drawGroup(group);
    }
  }

  // Points nearer than a finger together; each group stands on its first point, so no two groups touch.
  groups() {
    const cells = new Map();
    const groups = [];
    for (const point of this.points) {
      const { x, y } = this.map.project([point.lat, point.lon]);
      const [column, row] = [Math.floor(x / APART), Math.floor(y / APART)];
      const near = [-1, 0, 1].flatMap((i) => [-1, 0, 1].flatMap((j) => cells.get(`${column + i}:${row + j}`) ?? []));
      const home = near.find((group) => Math.hypot(group.x - x, group.y - y) < APART);
      if (home) {
        home.points.push(point);
        continue;
      }
      const group = { x, y, points: [point] };
      groups.push(group);
      cells.set(`${column}:${row}`, [...(cells.get(`${column}:${row}`) ?? []), group]);
    }
    return groups.map((group) => group.points);
  }

  drawOne(point) {
    if (point.aantal) return this.drawGroup([point]);
    const alone = this.points.length === 1;
    const icon = alone ? pin() : L.divIcon({ className: `stoep-stip stoep-stip--${point.toon ?? "info"}`, iconSize: [26, 26], html: point.route ? String(Number(point.route)) : false });
    const marker = L.marker([point.lat, point.lon], { icon, keyboard: Boolean(point.label), title: point.label ?? "", alt: point.label ?? "Plek" });
    if (point.label) marker.bindPopup(popup(point));
    marker.addTo(this.layer);
    if (point.id) {
      this.dots.set(point.id, marker);
      marker.on("mouseover focus", () => this.mark(point.id, true)).on("mouseout blur", () => this.mark(point.id, false));
    }
  }

  drawGroup(group) {
    const sides = L.latLngBounds(group.map((p) => [p.lat, p.lon]));
    const counted = group.some((p) => p.aantal); // squares that the server counted: there is always more to see from near
    const total = group.reduce((sum, p) => sum + (p.aantal ?? 1), 0);
    const size = total > 999 ? 54 : total > 99 ? 44 : 36;
    const label = `${total} plekken bij elkaar`;
    const icon = L.divIcon({ className: "stoep-groep", iconSize: [size, size], html: total.toLocaleString("nl") });
    const marker = L.marker([group[0].lat, group[0].lon], { icon, title: label, alt: label }).addTo(this.layer);
    if (counted) return marker.on("click keypress", () => this.map.setView(marker.getLatLng(), this.map.getZoom() + 2, { animate: !still }));
    const closer = this.map.getBoundsZoom(sides.pad(0.2)) > this.map.getZoom() && this.map.getZoom() < 18;
    if (closer) marker.on("click keypress", () => this.map.fitBounds(sides.pad(0.2), { maxZoom: 18, animate: !still }));
    else marker.bindPopup(popup(...group.slice(0, 12)));
    group.forEach((point) => point.id && this.dots.set(point.id, marker));
  }

  link(list) {
    this.list = list;
    list?.addEventListener("mouseover", (event) => this.pick(event));
    list?.addEventListener("focusin", (event) => this.pick(event));
  }

  pick(event) {
    const id = event.target.closest("[data-punt]")?.dataset.punt;
    if (id === this.picked) return;
    this.dots.get(this.picked)?.getElement()?.classList.remove("stoep-stip--gekozen");
    this.picked = id;
    this.dots.get(id)?.getElement()?.classList.add("stoep-stip--gekozen");
  }

  mark(id, on) {
    this.list?.querySelector(`[data-punt="${CSS.escape(id)}"]`)?.classList.toggle("is-op-kaart", on);
  }

  // Choosing a place

  choose() {
    const { lonVeld, latVeld, adresVeld } = this.data;
    this.fields = { lon: document.getElementById(lonVeld), lat: document.getElementById(latVeld), adres: document.getElementById(adresVeld) };
    this.start();
    if (this.data.lon) this.place(L.latLng(Number(this.data.lat), Number(this.data.lon)), { ask: false });
    this.map.on("click", (event) => this.place(event.latlng));
    this.surface.addEventListener("keydown", (event) => this.onKey(event));
    const around = this.root.closest("[data-plek-invoer]");
    if (!around) return;
    around.querySelectorAll(".stoep-plek__hier, .stoep-plek__uitleg").forEach((part) => { part.hidden = false; });
    around.querySelector(".stoep-plek__hier button")?.addEventListener("click", () => this.here());
    if (this.fields.adres) {
      adresveld(this.fields.adres, around.dataset.adressen, {
        chosen: (found) => this.goTo(found),
        typed: () => this.forget(),
        said: (text) => this.say(text),
      });
    }
  }

  onKey(event) {
    const far = event.shiftKey ? STEP * 10 : STEP;
    const moves = { ArrowUp: [0, -far], ArrowDown: [0, far], ArrowLeft: [-far, 0], ArrowRight: [far, 0] };
    if (event.target !== this.surface && !event.target.classList.contains("stoep-speld")) return;
    if (event.key in moves) {
      event.preventDefault();
      const from = this.map.latLngToContainerPoint(this.pin ? this.pin.getLatLng() : this.map.getCenter());
      this.place(this.map.containerPointToLatLng(from.add(this.pin ? moves[event.key] : [0, 0])), { soon: true });
      this.map.panInside(this.pin.getLatLng(), { padding: [60, 60], animate: false });
    } else if (event.key === "+" || event.key === "=") {
      this.map.zoomIn();
    } else if (event.key === "-") {
      this.map.zoomOut();
    } else if ((event.key === "Enter" || event.key === " ") && !this.pin) {
      event.preventDefault();
      this.place(this.map.getCenter());
    }
  }

  place(spot, { ask = true, soon = false } = {}) {
    if (!this.pin) {
      this.pin = L.marker(spot, { icon: pin(), draggable: true, autoPan: true, keyboard: false, title: "De plek van de melding", alt: "De plek van de melding" }).addTo(this.map);
      this.pin.on("dragend", () => this.place(this.pin.getLatLng()));
    }
    this.pin.setLatLng(spot);
    if (!ask) return;
    this.fill(spot);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.ask(spot), soon ? 450 : 0);
  }

  fill(spot) {
    this.fields.lon.value = spot.lng.toFixed(6);
    this.fields.lat.value = spot.lat.toFixed(6);
    this.tell(spot);
  }

  tell(spot) {
    const detail = { lon: Number(spot.lng.toFixed(6)), lat: Number(spot.lat.toFixed(6)) };
    this.root.dispatchEvent(new CustomEvent("kaart:plek", { bubbles: true, detail }));
  }

  forget() {
    this.fields.lon.value = "";
    this.fields.lat.value = "";
  }

  async ask(spot) {
    this.asked?.abort();
    this.asked = new AbortController();
    const url = new URL(this.data.plek, location.href);
    url.searchParams.set("lon", spot.lng.toFixed(6));
    url.searchParams.set("lat", spot.lat.toFixed(6));
    try {
      const answer = await fetch(url, { headers: { Accept: "application/json" }, signal: this.asked.signal });
      if (!answer.ok) return;
      const known = await answer.json();
      if (!known.in_gemeente) return this.say(MESSAGES.buiten, true);
      if (this.fields.adres) this.fields.adres.value = known.adres;
      this.say(MESSAGES.plek + (known.adres ? known.tekst : `${known.tekst} ${MESSAGES.adresloos}`));
    } catch {
      // The point is in the form; the address can wait.
    }
  }

  goTo(found) {
    const spot = L.latLng(found.lat, found.lon);
    this.map.setView(spot, Math.max(this.map.getZoom(), found.soort === "adres" ? 17 : 16), { animate: !still });
    this.place(spot, { ask: false });
    this.fill(spot);
    this.say(`${MESSAGES.plek}${found.label}.`);
  }

  here() {
    if (!navigator.geolocation) return this.say(MESSAGES.onbekend);
    this.say(MESSAGES.zoek);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        const spot = L.latLng(coords.latitude, coords.longitude);
        if (this.land && !this.land.contains(spot)) return this.say(MESSAGES.buiten, true);
        this.map.setView(spot, 17, { animate: !still });
        this.place(spot);
      },
      (error) => this.say(error.code === error.PERMISSION_DENIED ? MESSAGES.geweigerd : MESSAGES.onbekend),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 60_000 },
    );
  }
}

function pin() {
  return L.divIcon({ className: "stoep-speld", html: PIN, iconSize: [44, 54], iconAnchor: [22, 52], popupAnchor: [0, -46] });
}

function popup(...points) {
  const box = document.createElement("div");
  for (const point of points) {
    const name = document.createElement(point.url ? "a" : "span");
    if (point.url) name.href = point.url;
    name.textContent = point.label;
    const line = document.createElement("p");
    line.append(name);
    box.append(line);
    if (point.tekst) {
      const text = document.createElement("p");
      text.textContent = point.tekst;
      box.append(text);
    }
  }
  return box;
}

function begin(root) {
  if (root.dataset.gestart) return;
  root.dataset.gestart = "ja";
  const kaart = new Kaart(root);
  try {
    if (!globalThis.L) throw new Error("Leaflet is er niet");
    if (root.dataset.kaart === "kies") kaart.choose();
    else kaart.show();
    root.dispatchEvent(new CustomEvent("kaart:klaar", { bubbles: true, detail: kaart }));
  } catch {
    kaart.say(MESSAGES.uit);
  }
}

document.querySelectorAll("[data-kaart]").forEach(begin);
document.addEventListener("htmx:load", (event) => event.target.querySelectorAll?.("[data-kaart]").forEach(begin));
