// Draws the round and one stop from what the telephone keeps. Every text goes in as text.

const LONGEST_TEXT = 120;

export const copy = (name) => document.querySelector(`template[data-sjabloon="${name}"]`).content.cloneNode(true);

/** What happened at a stop, as the telephone knows it: its own acts first, then what the municipality said. */
export function storyOf(stop, acts) {
  const own = acts.filter((act) => act.melding === stop.melding).sort((a, b) => a.nummer - b.nummer);
  return own.map((act) => ({ act, words: wordsOf(act) }));
}

export function wordsOf(act) {
  const done = `${act.uitkomst_naam} (${act.om_plek})`;
  if (act.stand === "wacht") return `${done}: wordt verstuurd als er weer bereik is`;
  if (act.stand === "verstuurd") return `${done}: verstuurd ${act.om}`;
  if (act.stand === "botsing") return `${done}: niet uitgevoerd. ${act.uitleg} Uw notitie en foto's zijn bewaard.`;
  return `${done}: niet verstuurd. ${act.uitleg}`;
}

export const isDone = (stop, acts) => Boolean(stop.uitkomst) || acts.some((act) => act.melding === stop.melding && act.stand !== "fout");

export function drawList(place, round, acts) {
  place.replaceChildren();
  if (!round?.stops?.length) {
    place.append(copy("leeg"));
    return;
  }
  const list = document.createElement("ol");
  list.className = "straat-stops";
  for (const stop of round.stops) list.append(row(stop, acts));
  place.append(list);
}

function row(stop, acts) {
  const part = copy("rij");
  const item = part.querySelector("li");
  const story = storyOf(stop, acts);
  const last = story.at(-1);
  item.classList.toggle("straat-stop--klaar", isDone(stop, acts));
  item.classList.toggle("straat-stop--wacht", last?.act.stand === "wacht");
  item.classList.toggle("straat-stop--let-op", ["botsing", "fout"].includes(last?.act.stand));
  part.querySelector("a").href = `#stop/${stop.melding}`;
  fill(part, { plaats: stop.plaats, categorie: stop.categorie, plek: placeOf(stop) });
  part.querySelector("[data-regel]").textContent = last ? last.words : stop.uitkomst ? `${stop.uitkomst_naam}, ${stop.gedaan_om}` : `${distance(stop.meters)} · ${stop.termijn}`;
  return part;
}

export function drawStop(place, stop, acts) {
  const part = copy("vel");
  fill(part, { categorie: stop.categorie, plek: placeOf(stop), tekst: stop.tekst, feiten: [stop.nummer, stop.status, stop.termijn].filter(Boolean).join(" · ") });
  part.querySelector("[data-kaart]").href = `geo:${stop.lat},${stop.lon}?q=${stop.lat},${stop.lon}`;
  part.querySelector("[data-tekst]").hidden = !stop.tekst;
  part.querySelector("[data-vraag]").hidden = !stop.kan_vragen;
  const done = part.querySelector("[data-gedaan]");
  if (stop.uitkomst && !acts.some((act) => act.melding === stop.melding)) done.append(line(`${stop.uitkomst_naam}, ${stop.gedaan_om}`));
  for (const { words } of storyOf(stop, acts)) done.append(line(words));
  done.hidden = !done.children.length;
  stop.fotos.forEach((url, number) => part.querySelector("[data-fotos]").append(picture(url, `Foto ${number + 1} van de melding`)));
  place.replaceChildren(part);
}

/** The standard texts that go with an outcome, and below it the beginning of the chosen one. */
export function offerTexts(form, stop, outcome) {
  const texts = stop.teksten[outcome] ?? [];
  const select = form.elements.standaardtekst;
  select.replaceChildren(...texts.map((text) => new Option(text.titel, text.id)));
  form.querySelector("[data-bij=tekst]").hidden = !texts.length || !stop.kan_vragen;
  const show = () => {
    const chosen = texts.find((text) => text.id === select.value)?.tekst ?? "";
    form.querySelector("[data-voorbeeld]").textContent = chosen.length > LONGEST_TEXT ? `${chosen.slice(0, LONGEST_TEXT)}…` : chosen;
  };
  select.onchange = show;
  show();
}

export function picture(url, alt) {
  const made = document.createElement("img");
  made.src = url;
  made.alt = alt;
  made.className = "straat-plaatje";
  made.onerror = () => made.remove();
  return made;
}

export const distance = (metres) => (metres < 1000 ? `${metres} m` : `${(metres / 1000).toFixed(1).replace(".", ",")} km`);

const placeOf = (stop) => [stop.adres, stop.gebied].filter(Boolean).join(", ");

function line(text) {
  const made = document.createElement("li");
  made.textContent = text;
  return made;
}

function fill(part, values) {
  for (const [name, value] of Object.entries(values)) {
    const place = part.querySelector(`[data-${name}]`);
    if (place) place.textContent = value;
  }
}
