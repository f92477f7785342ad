// The service worker of the round: opens the page without network, and sends what waits when there is network again.
// STOEP and StoepWachtrij stand above this in the same file.

const SHELL = `stoep-buiten-schil-${STOEP.versie}`;
const PATIENCE = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil((async () => {
    const shell = await caches.open(SHELL);
    await shell.addAll([STOEP.schil, ...STOEP.bestanden].map((url) => new Request(url, { cache: "reload" })));
    await self.skipWaiting();
  })());
});

self.addEventListener("activate", (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys()) if (name.startsWith("stoep-buiten-schil-") && name !== SHELL) await caches.delete(name);
    await self.clients.claim();
  })());
});

// The page as the municipality gives it, or the empty page when that takes too long.
async function page(request) {
  const stop = new AbortController();
  const clock = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(request, { signal: stop.signal });
    if (answer.status < 500) return answer;
  } catch {
    // no network, or hardly any
  } finally {
    clearTimeout(clock);
  }
  return (await caches.match(STOEP.schil)) ?? Response.error();
}

async function fromShell(request, url) {
  const shell = await caches.open(SHELL);
  return (await shell.match(url.pathname)) ?? fetch(request);
}

async function picture(request) {
  const pictures = await caches.open(self.StoepWachtrij.PICTURES);
  return (await pictures.match(request.url)) ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (url.pathname === STOEP.ronde) event.respondWith(page(request));
  } else if (STOEP.bestanden.includes(url.pathname)) event.respondWith(fromShell(request, url));
  else if (request.destination === "image" && url.pathname.includes("/foto/")) event.respondWith(picture(request));
});

async function sendAndTell() {
  const { toestand } = await self.StoepWachtrij.send({ gegevens: STOEP.gegevens, doen: STOEP.doen });
  for (const page of await self.clients.matchAll()) page.postMessage({ toestand });
  if (toestand === "later") throw new Error("nog geen bereik");
}

self.addEventListener("sync", (event) => {
  if (event.tag === "stoep-buiten") event.waitUntil(sendAndTell());
});
