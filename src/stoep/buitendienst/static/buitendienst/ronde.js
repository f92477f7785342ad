// The round on a telephone, with or without network. What is saved is first written on the telephone, then sent.

import "./afmelden.js";
import { smaller } from "./foto.js";
import { copy, drawList, drawStop, isDone, offerTexts, picture } from "./tonen.js";

const MOST_PHOTOS = 3;
const AGAIN = 45_000;
const NEEDS_WORDS = ["doorzetten", "vraag"];
const queue = self.StoepWachtrij;
const body = document.querySelector("[data-straat]");
const part = (name) => document.querySelector(`[data-${name}]`);
const urls = { gegevens: body.dataset.gegevens, doen: body.dataset.doen };
let round = null;
let acts = [];
let photos = [];
let openStop = "";

function say(text, more) {
  const place = part("melding");
  place.replaceChildren();
  if (text) {
    const words = document.createElement("p");
    words.className = "straat-melding__tekst";
    words.textContent = text;
    place.append(words);
  }
  if (more) place.append(more);
}

async function read() {
  const kept = await queue.kept("ronde");
  const mine = !body.dataset.medewerker || !kept || kept.medewerker === body.dataset.medewerker;
  round = mine ? kept : null;
  acts = (await queue.all()).filter((act) => !round || act.medewerker === round.medewerker);
}

async function draw() {
  await read();
  if (round) {
    const total = round.stops.length;
    const done = round.stops.filter((stop) => isDone(stop, acts)).length;
    const left = acts.filter((act) => act.stand === "wacht").length;
    const day = round.ronde ? `${round.ronde.dag}, ` : "";
    part("stand").textContent = `${day}${done} van ${total} gedaan${left ? ` · ${left} nog te versturen` : ""}`;
  }
  if (round || "schil" in body.dataset) drawList(part("lijst"), round, acts);
}

function tellHow(how) {
  if (how === "inloggen") {
    const words = copy("inloggen");
    words.querySelector("[data-inloglink]").href = body.dataset.inloggen;
    say("", words);
    return;
  }
  const left = acts.some((act) => act.stand === "wacht");
  if (how === "later") say(left ? "Geen bereik. Wat u doet, blijft op deze telefoon en wordt later verstuurd." : "Geen bereik. U kunt gewoon verder.");
  else if (part("melding").querySelector(".straat-melding__tekst, .straat-inloggen")) say("");
}

let busy = false;
async function exchange() {
  if (busy) return;
  busy = true;
  try {
    const { toestand } = await queue.send(urls);
    await draw();
    tellHow(toestand);
    if (toestand === "klaar") await keepPictures();
  } finally {
    busy = false;
  }
}

async function keepPictures() {
  if (!self.caches || !round) return;
  const place = await caches.open(queue.PICTURES);
  const wanted = round.stops.flatMap((stop) => stop.fotos).map((url) => new URL(url, location.href).href);
  for (const request of await place.keys()) if (!wanted.includes(request.url)) await place.delete(request);
  for (const url of wanted) {
    try {
      if (!(await place.match(url))) await place.add(url);
    } catch {
      return; // no room or no network: the round goes on without this picture
    }
  }
}

async function askToSendLater() {
  try {
    const worker = await navigator.serviceWorker.ready;
    await worker.sync.register("stoep-buiten");
  } catch {
    // no Background Sync: it goes out as soon as the page sees the network, or is opened
  }
}

// One stop

function showPage() {
  const [, id] = location.hash.match(/^#stop\/([0-9a-f-]+)$/) ?? [];
  const stop = round?.stops.find((one) => one.melding === id);
  openStop = stop?.melding ?? "";
  part("lijst").hidden = Boolean(stop);
  part("stop").hidden = !stop;
  part("botsing")?.toggleAttribute("hidden", Boolean(stop));
  if (!stop) {
    part("stop").replaceChildren();
    return;
  }
  photos = [];
  drawStop(part("stop"), stop, acts);
  prepare(part("stop").querySelector("[data-doe]"), stop);
  part("stop").querySelector("h2").focus();
  scrollTo(0, 0);
}

function prepare(form, stop) {
  const day = form.elements.dag;
  day.min = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  form.addEventListener("change", (event) => {
    if (event.target.name !== "uitkomst") return;
    const outcome = event.target.value;
    offerTexts(form, stop, outcome);
    form.querySelector("[data-bij=dag]").hidden = outcome !== "inplannen";
    form.querySelector("[data-notitielabel]").textContent = outcome === "vraag" ? "Uw vraag aan de melder" : "Notitie voor collega's";
    complain(form, "");
  });
  form.querySelector("#straat-foto").addEventListener("change", (event) => addPhotos(form, event.target));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(form, stop);
  });
}

async function addPhotos(form, input) {
  for (const file of input.files) {
    if (photos.length >= MOST_PHOTOS) {
      complain(form, `U kunt hoogstens ${MOST_PHOTOS} foto's meesturen.`);
      break;
    }
    photos.push(await smaller(file));
  }
  input.value = "";
  form.querySelector("[data-nieuw]").replaceChildren(...photos.map(thumb(form)));
}

const thumb = (form) => (photo, place) => {
  const frame = document.createElement("span");
  frame.className = "straat-nieuw";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "straat-nieuw__weg";
  button.textContent = "Weg";
  button.setAttribute("aria-label", `Haal foto ${place + 1} weg`);
  button.addEventListener("click", () => {
    photos.splice(place, 1);
    form.querySelector("[data-nieuw]").replaceChildren(...photos.map(thumb(form)));
  });
  const image = picture(URL.createObjectURL(photo), `Nieuwe foto ${place + 1}`);
  image.onload = () => URL.revokeObjectURL(image.src);
  frame.append(image, button);
  return frame;
};

function complain(form, text) {
  const place = form.querySelector("[data-fout]");
  place.textContent = text;
  place.hidden = !text;
}

function actOf(form, stop) {
  const now = new Date();
  const chosen = form.querySelector("input[name=uitkomst]:checked");
  const offset = -now.getTimezoneOffset();
  return {
    sleutel: crypto.randomUUID(),
    nummer: now.getTime(),
    medewerker: round.medewerker,
    ronde: round.ronde.id,
    melding: stop.melding,
    uitkomst: chosen?.value ?? "",
    uitkomst_naam: chosen?.closest("label").textContent.trim() ?? "",
    notitie: form.elements.notitie.value.trim(),
    standaardtekst: (stop.teksten[chosen?.value] ?? []).length ? form.elements.standaardtekst.value : "",
    dag: chosen?.value === "inplannen" ? form.elements.dag.value : "",
    gedaan_op: new Date(now.getTime()).toISOString().replace("Z", "+00:00"),
    om_plek: new Date(now.getTime() + offset * 60_000).toISOString().slice(11, 16).replace(":", ".").replace(/^0/, ""),
    fotos: [...photos],
    stand: "wacht",
  };
}

const wrongWith = (act) => {
  if (!act.uitkomst) return "Kies wat u hebt gedaan.";
  if (NEEDS_WORDS.includes(act.uitkomst) && !act.notitie) return "Schrijf er een paar woorden bij.";
  return act.uitkomst === "inplannen" && !act.dag ? "Kies een dag." : "";
};

async function save(form, stop) {
  const act = actOf(form, stop);
  const wrong = wrongWith(act);
  complain(form, wrong);
  if (wrong) return;
  try {
    await queue.put(act);
  } catch {
    await saveWithoutPhotos(form, act);
    return;
  }
  await goOn(act);
}

async function saveWithoutPhotos(form, act) {
  try {
    await queue.put({ ...act, fotos: [] });
  } catch {
    complain(form, "Uw telefoon is vol. Dit is nog niet bewaard: maak ruimte vrij en tik weer op Bewaar.");
    return;
  }
  if (act.fotos.length) window.alert("Uw telefoon is vol. De tekst is bewaard, de foto's niet. Maak ruimte vrij en maak de foto opnieuw.");
  await goOn(act);
}

async function goOn() {
  photos = [];
  await draw();
  location.hash = "";
  await askToSendLater();
  await exchange();
}

// Beginning

async function start() {
  await draw();
  showPage();
  addEventListener("hashchange", async () => {
    await draw();
    showPage();
  });
  addEventListener("online", exchange);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && exchange());
  navigator.serviceWorker?.addEventListener("message", async ({ data }) => {
    await draw();
    tellHow(data.toestand);
  });
  navigator.storage?.persist?.();
  navigator.serviceWorker?.register(body.dataset.dienst, { scope: body.dataset.gebied }).catch(() => {});
  await exchange();
  if (!openStop && location.hash) showPage();
  setInterval(() => acts.some((act) => act.stand === "wacht") && exchange(), AGAIN);
}

// A browser that keeps nothing shows the plain page, with a form for each stop.
if (self.indexedDB) start().catch(() => {});
