// Forms, a little kinder where JavaScript runs: everything here works without it, too.

/** Say how many characters are left. */
function countCharacters(field) {
  const place = document.getElementById(field.dataset.count);
  if (!place) return;
  const maximum = Number(place.dataset.maximum);
  const announce = document.createElement("span");
  announce.className = "stoep-visually-hidden";
  announce.setAttribute("role", "status");
  place.after(announce);
  let waiting = 0;
  const show = () => {
    const left = maximum - [...field.value].length;
    const words = (left < 0 ? place.dataset.over : place.dataset.left).replace("{n}", Math.abs(left));
    place.textContent = words;
    place.classList.toggle("stoep-field__count--over", left < 0);
    clearTimeout(waiting);
    if (left <= maximum / 10) waiting = setTimeout(() => { announce.textContent = words; }, 1000);
  };
  field.addEventListener("input", show);
  show();
}

/** Show the chosen photos before they are sent. */
function previewFiles(frame) {
  const input = frame.querySelector("input[type=file]");
  const place = frame.querySelector("[data-preview]");
  if (!input || !place) return;
  input.addEventListener("change", () => {
    place.replaceChildren();
    for (const file of input.files) {
      const item = document.createElement("figure");
      item.className = "stoep-file__item";
      if ("photo" in frame.dataset && file.type.startsWith("image/")) {
        const picture = document.createElement("img");
        picture.alt = "";
        picture.src = URL.createObjectURL(file);
        picture.onload = () => URL.revokeObjectURL(picture.src);
        picture.onerror = () => picture.remove();
        item.append(picture);
      }
      const caption = document.createElement("figcaption");
      const size = (file.size / 1e6).toLocaleString("nl", { maximumFractionDigits: 1 });
      caption.textContent = `${file.name} (${size} MB)`;
      item.append(caption);
      place.append(item);
    }
    place.hidden = input.files.length === 0;
  });
  for (const kind of ["dragover", "dragleave", "drop"]) {
    frame.addEventListener(kind, () => frame.classList.toggle("stoep-file--over", kind === "dragover"));
  }
}

/** A second tap on the same button sends nothing; coming back with the back button makes it work again. */
function preventDoubleSubmit(form) {
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    event.submitter?.setAttribute("aria-busy", "true");
  });
}

function forgetSent() {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
  }
}

/** Open a dialog by a button with data-dialog="id"; close menus with Escape or a click beside them. */
function openOverlays() {
  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) {
      const dialog = document.getElementById(opener.dataset.dialog);
      if (dialog) {
        event.preventDefault();
        dialog.showModal();
      }
    }
    for (const menu of document.querySelectorAll("details.stoep-menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.activeElement?.closest("details[open]") ?? document.querySelector("details.stoep-menu[open]");
    if (menu?.matches(".stoep-menu, .stoep-header__menu, .stoep-desk__menu")) {
      menu.open = false;
      menu.querySelector("summary")?.focus();
    }
  });
}

function enhance(root) {
  root.querySelectorAll("textarea[data-count]").forEach(countCharacters);
  root.querySelectorAll("[data-file]").forEach(previewFiles);
  root.querySelectorAll("form").forEach(preventDoubleSubmit);
}

enhance(document);
openOverlays();
document.addEventListener("htmx:load", (event) => { if (event.target !== document.body) enhance(event.target); });
window.addEventListener("pageshow", (event) => { if (event.persisted) forgetSent(); });
document.querySelector("[data-error-summary]")?.focus();
