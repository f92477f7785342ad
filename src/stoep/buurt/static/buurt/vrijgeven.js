// Keys in the queue: v releases, a holds back, b opens the row that j and k came to. Without this the buttons do the same.

const KEYS = { v: "[data-vrij]", a: "[data-achter]", b: "[data-bewerk]" };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
  if (document.activeElement?.matches("input:not([type=checkbox]), textarea, select") || document.querySelector("dialog[open]")) return;
  const act = document.querySelector(`[data-row][data-current] ${KEYS[event.key]}`);
  if (!act) return;
  event.preventDefault();
  act.click();
});
