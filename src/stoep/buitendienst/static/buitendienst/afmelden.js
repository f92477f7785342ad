// Signing out takes the round off this device too. What was not sent yet is sent first, or asked about.

import "./wachtrij.js";

const queue = self.StoepWachtrij;
const QUESTION = (number) => `${number === 1 ? "1 handeling is" : `${number} handelingen zijn`} nog niet verstuurd. Uitloggen gooit ${number === 1 ? "die" : "ze"} weg. Toch uitloggen?`;
const URLS = { gegevens: "/werkplek/buiten/ronde/gegevens/", doen: "/werkplek/buiten/ronde/doen/" };

async function isKept() {
  const bases = await indexedDB.databases?.();
  return !bases || bases.some((base) => base.name === "stoep-buiten");
}

/** Send what waits, ask when that fails, and take everything away. Answers whether to go on. */
async function clearBeforeLeaving(urls = URLS) {
  if (!(await isKept())) return true;
  if ((await queue.waiting()).length) await queue.send(urls);
  const left = (await queue.waiting()).length;
  if (left && !window.confirm(QUESTION(left))) return false;
  await queue.wipe();
  return true;
}

for (const form of document.querySelectorAll("form[action='/werkplek/uitloggen/']")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    let goOn = true;
    try {
      goOn = await clearBeforeLeaving();
    } catch {
      goOn = true; // a browser that keeps nothing has nothing to take away
    }
    if (goOn) form.submit();
    else delete form.dataset.sent;
  });
}
