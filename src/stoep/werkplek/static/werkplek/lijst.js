// A list of work without waiting: a chosen state shows at once, and the number of chosen rows is said.

for (const select of document.querySelectorAll("select[data-meteen]")) select.addEventListener("change", () => select.form.requestSubmit());

// Empty fields do not belong in an address that people share.
for (const form of document.querySelectorAll(".werk-filters")) {
  form.addEventListener("submit", () => {
    for (const field of form.querySelectorAll("input[name=q], select[name=stand]")) if (!field.value || field.value === "open") field.disabled = true;
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
