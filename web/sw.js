// Keeps one whole release of the app on the device, so that it opens without a network.
//
// Strategy
// - A release is the list below: every file with its hash. It has a cache of its own, named after the release.
// - Install is all or nothing: each file is fetched past the HTTP cache and checked against its hash. If one fails, the
//   new cache is deleted and the release that works goes on; the browser tries again later.
// - Files are answered from this worker's own release and from nothing else, so a page never mixes two releases.
// - A navigation to the app's own page (the folder or its index.html, with any query) gets the stored page. A file
//   of the list is answered, opened by itself too. Any other address goes to the network untouched, and so does
//   another folder's.
//
// Update rule
// - A new worker waits. It takes over when the learner agreed (message `skip`), after which boot.js reloads the page, or
//   when every tab of the app was closed.
// - Taking over deletes the other caches of this folder's app, and only these: sites in other folders share the origin.
//
// This file keeps its name for ever and is registered with updateViaCache "none". To withdraw the app, publish a sw.js
// that deletes these caches and calls `registration.unregister()`.
//
// The build fills in both values (`cargo xtask stage`).

const RELEASE = "__RELEASE__";
const PRECACHE = __PRECACHE__;

const folder = new URL("./", self.location.href);
const PREFIX = `${folder.pathname}invigil.release.`;
const CACHE = `${PREFIX}${RELEASE}`;
const PAGE = folder.href;
const files = new Set(PRECACHE.map(([address]) => new URL(address, folder).href));

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data?.type === "skip") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const address = storedAddress(event.request);
  if (address) event.respondWith(answer(address, event.request));
});

async function install() {
  try {
    const cache = await caches.open(CACHE);
    // A few at a time: a phone on a slow network should not open a hundred connections beside a running exam.
    const queue = [...PRECACHE];
    const take = async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await store(cache, next);
    };
    await Promise.all([take(), take(), take(), take()]);
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function store(cache, [address, integrity]) {
  const url = new URL(address, folder).href;
  const response = await fetch(new Request(url, { cache: "no-store", credentials: "same-origin", integrity }));
  if (!response.ok) throw new Error(`${address}: the server answered ${response.status}`);
  await cache.put(url, ours(response));
}

// Each answer says which release it is of. And a navigation may not be answered with a redirected response, as some
// hosts send for the folder's page; this one is none.
function ours(response) {
  const headers = new Headers(response.headers);
  headers.set("x-invigil-release", RELEASE);
  return new Response(response.body, { status: response.status, headers });
}

async function activate() {
  const first = !(await olderCaches()).length;
  await Promise.all((await olderCaches()).map((name) => caches.delete(name)));
  // Only the first release adopts the page that installed it; later ones come by reload.
  if (first) await self.clients.claim();
}

async function olderCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== CACHE);
}

// The address under which this release holds the answer, or null when the request is not for this worker.
function storedAddress(request) {
  if (request.method !== "GET") return null;
  const url = new URL(request.url);
  if (url.origin !== folder.origin || !url.pathname.startsWith(folder.pathname)) return null;
  const own = url.pathname === folder.pathname || url.pathname === `${folder.pathname}index.html`;
  if (own && request.mode === "navigate") return PAGE;
  url.hash = "";
  return files.has(url.href) ? url.href : null;
}

async function answer(address, request) {
  const cache = await caches.open(CACHE);
  // A browser short of space may have emptied the cache: the network is then the only source left.
  return (await cache.match(address)) ?? fetch(request);
}
