// Keys in the werkplek: / searches, j and k walk through a list, Enter opens, x chooses, ? shows this.
// Esc closes what is open, and else goes back. Who speaks to the computer, or types by mistake, switches the letters off.
// A list is an element with data-keyboard-list; its rows are elements with data-row (or table rows in its body).

const typing = (element) => element?.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");
const rowsOf = (list) => {
  const marked = [...list.querySelectorAll("[data-row]")];
  return marked.length ? marked : [...list.querySelectorAll("tbody > tr")];
};

function currentList() {
  return document.activeElement?.closest("[data-keyboard-list]") ?? document.querySelector("[data-keyboard-list]");
}

function walk(step) {
  const list = currentList();
  if (!list) return false;
  const rows = rowsOf(list);
  if (!rows.length) return false;
  const from = rows.findIndex((row) => row.hasAttribute("data-current"));
  const to = Math.min(Math.max(from + step, 0), rows.length - 1);
  rows.forEach((row, index) => row.toggleAttribute("data-current", index === to));
  const link = rows[to].querySelector("a[href]");
  (link ?? rows[to]).focus({ preventScroll: true });
  rows[to].scrollIntoView({ block: "nearest" });
  return true;
}

function current() {
  const list = currentList();
  return list ? rowsOf(list).find((row) => row.hasAttribute("data-current")) : undefined;
}

function open() {
  if (document.activeElement?.matches("a, button, summary, input")) return false;
  const link = current()?.querySelector("a[href]");
  if (!link) return false;
  link.click();
  return true;
}

function toggle() {
  const box = current()?.querySelector("input[type=checkbox]");
  if (!box) return false;
  box.click();
  return true;
}

function search() {
  const field = document.querySelector("[data-shortcut='/']");
  if (!field) return false;
  field.focus();
  field.select();
  return true;
}

function help() {
  const dialog = document.querySelector("[data-keys-help]");
  if (!dialog) return false;
  dialog.showModal();
  return true;
}

const LISTS = /^\/werkplek\/(werk|team|zaken|buiten|opdrachten)\/$/;
function back() {
  const link = document.querySelector("[data-terug], .werk-pad a, .stoep-step__back");
  if (!link) return false;
  const from = document.referrer ? new URL(document.referrer) : null;
  if (from?.origin === location.origin && LISTS.test(from.pathname)) history.back(); // with its filters, and where one was
  else link.click();
  return true;
}

const SWITCH = "stoep-toetsen";
function areOff() {
  try {
    return localStorage.getItem(SWITCH) === "uit";
  } catch {
    return false;
  }
}

// Is something open that Esc closes? Asked before others hear the key.
let isOpen = false;
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") isOpen = Boolean(document.querySelector("dialog[open], details.stoep-menu[open], .leaflet-popup, [aria-expanded=true]"));
}, true);

const KEYS = { "/": search, j: () => walk(1), k: () => walk(-1), Enter: open, x: toggle, "?": help };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === "Escape") {
    if (typing(document.activeElement)) document.activeElement.blur();
    else if (!isOpen) back();
    return;
  }
  if (areOff()) return;
  if (typing(document.activeElement) || document.querySelector("dialog[open]")) return;
  if (KEYS[event.key]?.()) event.preventDefault();
});

// A list that was refreshed keeps its place.
document.addEventListener("focusin", (event) => {
  const list = event.target.closest?.("[data-keyboard-list]");
  const row = list && rowsOf(list).find((one) => one.contains(event.target));
  if (row) rowsOf(list).forEach((one) => one.toggleAttribute("data-current", one === row));
});

for (const box of document.querySelectorAll("[data-keys-switch]")) {
  box.closest("[hidden]")?.removeAttribute("hidden");
  box.checked = !areOff();
  box.addEventListener("change", () => {
    try {
      if (box.checked) localStorage.removeItem(SWITCH);
      else localStorage.setItem(SWITCH, "uit");
    } catch {
      box.checked = true; // this browser keeps nothing
    }
  });
}
