// Suggestions under a search box: an accessible combobox over what data-suggest-url answers.
// The answer is JSON {"suggestions": [{label, url, tag, direct}]}; without JavaScript the form just searches.

const PAUSE = 140;

function mark(label, typed) {
  const parts = document.createDocumentFragment();
  const start = typed ? label.toLowerCase().indexOf(typed.toLowerCase()) : -1;
  if (start < 0) {
    parts.append(label);
    return parts;
  }
  const hit = document.createElement("mark");
  hit.textContent = label.slice(start, start + typed.length);
  parts.append(label.slice(0, start), hit, label.slice(start + typed.length));
  return parts;
}

function suggest(form) {
  const input = form.querySelector("input[type=search], input[type=text]");
  if (!input) return;
  const list = document.createElement("ul");
  list.id = `${input.id}-suggesties`;
  list.className = "stoep-suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggesties");
  list.hidden = true;
  const spoken = document.createElement("span");
  spoken.className = "stoep-visually-hidden";
  spoken.setAttribute("role", "status");
  form.append(list, spoken);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let waiting = 0;
  let asked = null;
  let chosen = -1;

  const close = () => {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    const items = [...list.children];
    chosen = items.length ? (index + items.length) % items.length : -1;
    items.forEach((item, place) => item.setAttribute("aria-selected", String(place === chosen)));
    if (chosen < 0) return;
    input.setAttribute("aria-activedescendant", items[chosen].id);
    items[chosen].scrollIntoView({ block: "nearest" });
  };
  const go = (item) => {
    if (item.dataset.url) location.assign(item.dataset.url);
    else {
      input.value = item.dataset.label;
      form.requestSubmit();
    }
  };
  const show = (suggestions, typed) => {
    list.replaceChildren(...suggestions.map((one, index) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${index}`;
      item.className = `stoep-suggestions__item${one.direct ? " stoep-suggestions__item--direct" : ""}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.url = one.url ?? "";
      item.dataset.label = one.label;
      const words = document.createElement("span");
      words.append(mark(one.label, typed));
      item.append(words);
      const tag = one.tag ?? (one.direct ? "direct regelen" : "");
      if (tag) {
        const small = document.createElement("span");
        small.className = "stoep-suggestions__tag";
        small.textContent = tag;
        item.append(small);
      }
      item.addEventListener("mousedown", (event) => event.preventDefault());
      item.addEventListener("click", () => go(item));
      return item;
    }));
    chosen = -1;
    list.hidden = suggestions.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    spoken.textContent = suggestions.length ? `${suggestions.length} suggesties, kies met de pijltjestoetsen` : "";
  };
  const ask = async () => {
    const typed = input.value.trim();
    asked?.abort();
    if (typed.length < 2) {
      close();
      return;
    }
    asked = new AbortController();
    try {
      const url = new URL(form.dataset.suggestUrl, location.href);
      url.searchParams.set("q", typed);
      const answer = await fetch(url, { headers: { Accept: "application/json" }, signal: asked.signal });
      if (!answer.ok) return;
      const found = await answer.json();
      if (input.value.trim() === typed && document.activeElement === input) show(found.suggestions ?? [], typed);
    } catch {
      // No suggestions: the search itself still works.
    }
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      event.preventDefault();
      close();
    } else if (list.hidden) {
      if (event.key === "ArrowDown") ask();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(event.key === "ArrowDown" ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      go(list.children[chosen]);
    }
  });
  input.addEventListener("blur", close);
}

document.querySelectorAll("form[data-suggest-url]").forEach(suggest);
