// What an inspector did and what is not sent yet, kept on the telephone. Used by the page and by the service worker.
// Each act has a number of its own, so however often it is sent the municipality takes it in once.

self.StoepWachtrij = (() => {
  const BASE = "stoep-buiten";
  const PICTURES = "stoep-buiten-fotos";
  const LATER = [0, 408, 409, 425, 429];

  function open() {
    return new Promise((resolve, reject) => {
      const asked = indexedDB.open(BASE, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("handelingen", { keyPath: "sleutel" });
        asked.result.createObjectStore("bewaard", { keyPath: "naam" });
      };
      asked.onsuccess = () => {
        asked.result.onversionchange = () => asked.result.close();
        resolve(asked.result);
      };
      asked.onerror = () => reject(asked.error);
      asked.onblocked = () => reject(new Error("blocked"));
    });
  }

  // One transaction; what it answers is there when it is written.
  async function within(store, mode, work) {
    const base = await open();
    try {
      return await new Promise((resolve, reject) => {
        const transaction = base.transaction(store, mode);
        const request = work(transaction.objectStore(store));
        transaction.oncomplete = () => resolve(request?.result);
        transaction.onabort = () => reject(transaction.error ?? request?.error);
        transaction.onerror = () => reject(transaction.error ?? request?.error);
      });
    } finally {
      base.close();
    }
  }

  const all = () => within("handelingen", "readonly", (store) => store.getAll());
  const put = (act) => within("handelingen", "readwrite", (store) => store.put(act));
  const drop = (key) => within("handelingen", "readwrite", (store) => store.delete(key));
  const keep = (name, value) => within("bewaard", "readwrite", (store) => store.put({ naam: name, waarde: value }));
  const kept = async (name) => (await within("bewaard", "readonly", (store) => store.get(name)))?.waarde;
  const waiting = async () => (await all()).filter((act) => act.stand === "wacht");

  // A sign-in page instead of an answer: the session has ended.
  const asksToSignIn = (answer) => answer.type === "opaqueredirect" || answer.status === 401;

  function formOf(act) {
    const form = new FormData();
    for (const name of ["sleutel", "ronde", "melding", "uitkomst", "notitie", "standaardtekst", "dag", "gedaan_op"]) {
      if (act[name]) form.append(name, act[name]);
    }
    act.fotos.forEach((photo, place) => form.append("foto", photo, `foto-${place + 1}.jpg`));
    return form;
  }

  const settled = (act, answer) => put({ ...act, stand: answer.stand, om: answer.om, uitleg: answer.uitleg, fotos: [], gewijzigd: Date.now() });

  async function sendOne(act, urls, token) {
    const answer = await fetch(urls.doen, {
      method: "POST", body: formOf(act), redirect: "manual", credentials: "same-origin",
      headers: { Accept: "application/json", "X-CSRFToken": token },
    });
    if (asksToSignIn(answer)) return "inloggen";
    const isJson = (answer.headers.get("Content-Type") ?? "").includes("json");
    if (answer.ok && isJson) {
      await settled(act, await answer.json());
      return "klaar";
    }
    if (!isJson || LATER.includes(answer.status) || answer.status >= 500) return "later";
    const problem = await answer.json();
    await put({ ...act, stand: "fout", uitleg: problem.title ?? "" });
    return "klaar";
  }

  // Ask for the round of today and send what waits, in the order in which it was done.
  async function exchange(urls) {
    const answer = await fetch(urls.gegevens, { redirect: "manual", credentials: "same-origin", cache: "no-store", headers: { Accept: "application/json" } });
    if (asksToSignIn(answer)) return { toestand: "inloggen" };
    if (!answer.ok) return { toestand: "later" };
    const { csrf, ...round } = await answer.json();
    const before = await kept("ronde");
    if (before && before.medewerker !== round.medewerker) await self.caches?.delete(PICTURES);
    await keep("ronde", { ...round, gehaald_op: Date.now() });
    const mine = (await waiting()).filter((act) => act.medewerker === round.medewerker).sort((a, b) => a.nummer - b.nummer);
    for (const act of mine) {
      const known = round.aangekomen[act.sleutel];
      if (known) {
        await settled(act, known);
        continue;
      }
      const how = await sendOne(act, urls, csrf);
      if (how !== "klaar") return { toestand: how };
    }
    if (mine.length) await refresh(urls);
    await forgetOld();
    return { toestand: "klaar" };
  }

  async function refresh(urls) {
    const answer = await fetch(urls.gegevens, { redirect: "manual", credentials: "same-origin", cache: "no-store", headers: { Accept: "application/json" } });
    if (!answer.ok || asksToSignIn(answer)) return;
    const { csrf, ...round } = await answer.json();
    await keep("ronde", { ...round, gehaald_op: Date.now() });
  }

  async function forgetOld() {
    const old = Date.now() - 36 * 3600 * 1000;
    for (const act of await all()) if (act.stand === "verstuurd" && (act.gewijzigd ?? 0) < old) await drop(act.sleutel);
  }

  async function attempt(urls) {
    try {
      return await exchange(urls);
    } catch (error) {
      if (error instanceof TypeError) return { toestand: "later" }; // no network
      throw error;
    }
  }

  // Only one sends at a time, the page or the service worker.
  const send = (urls) => (navigator.locks ? navigator.locks.request("stoep-buiten", () => attempt(urls)) : attempt(urls));

  // Take everything off this telephone.
  async function wipe() {
    for (const name of (await self.caches?.keys()) ?? []) if (name.startsWith(BASE)) await caches.delete(name);
    await new Promise((resolve) => {
      const asked = indexedDB.deleteDatabase(BASE);
      asked.onsuccess = asked.onerror = asked.onblocked = resolve;
    });
  }

  return { all, put, drop, keep, kept, waiting, send, wipe, PICTURES };
})();
