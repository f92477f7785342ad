// An address field with suggestions: an accessible combobox. What is typed is searched by the server when the form
// is sent, so without suggestions nothing is lost.

const PAUSE = 180;

export function adresveld(input, address, { chosen, typed, said }) {
  const list = document.createElement("ul");
  list.id = `${input.id}-adressen`;
  list.className = "stoep-suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Adressen");
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false", autocomplete: "off" })) input.setAttribute(name, value);
  let found = [];
  let active = -1;
  let waiting = 0;
  let asked = null;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const point = (index) => {
    active = found.length ? (index + found.length) % found.length : -1;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    if (active < 0) return;
    input.setAttribute("aria-activedescendant", list.children[active].id);
    list.children[active].scrollIntoView({ block: "nearest" });
  };
  const take = (index) => {
    input.value = found[index].label;
    close();
    chosen(found[index]);
  };
  const row = (one, index) => {
    const item = document.createElement("li");
    item.id = `${list.id}-${index}`;
    item.className = "stoep-suggestions__item";
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.textContent = one.label;
    item.addEventListener("mousedown", (event) => event.preventDefault());
    item.addEventListener("click", () => take(index));
    return item;
  };
  const ask = async () => {
    const text = input.value.trim();
    asked?.abort();
    if (text.length < 3) return close();
    asked = new AbortController();
    try {
      const url = new URL(address, location.href);
      url.searchParams.set("q", text);
      const answer = await fetch(url, { headers: { Accept: "application/json" }, signal: asked.signal });
      if (!answer.ok) return;
      const { suggestions, melding } = await answer.json();
      if (input.value.trim() !== text || document.activeElement !== input) return;
      found = suggestions;
      list.replaceChildren(...found.map(row));
      active = -1;
      list.hidden = !found.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      said(melding || (found.length ? `${found.length} adressen. Kies met de pijltjestoetsen.` : "Geen adres gevonden. Controleer de straatnaam."));
    } catch {
      // No suggestions; the server searches when the form is sent.
    }
  };

  input.addEventListener("input", () => {
    typed();
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) ask();
      else point(event.key === "ArrowDown" ? active + 1 : active < 0 ? -1 : active - 1);
    } else if (event.key === "Enter" && active >= 0 && !list.hidden) {
      event.preventDefault();
      take(active);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  input.addEventListener("blur", close);
}
