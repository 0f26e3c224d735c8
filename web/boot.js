// Starts the app, watches over it, and keeps the installed copy. It is a file of its own, so that the content policy needs
// no inline script. It knows no rule of the exam: it speaks with the app by events on `window`, by data attributes of
// <html>, and by one function.
//
// To the app:   invigil:code-whole      the second part of the code and its styles are there (data-code="whole"); until then the
//                                       app only waits
//               invigil:offline-ready   this release is stored and opens without a network (data-offline="ready")
//               invigil:update-ready    a newer release waits for consent (data-update="ready")
//               invigil:offline-failed  it could not be stored (data-offline="failed"; "unavailable" where browsers forbid it)
//               invigil:update-deferred consent came, but another tab has an exam running (data-update="ready" stays)
//               invigil:owned, :owned-elsewhere, :taken   detail is a sitting's id: this tab owns it, another one does, another took it
//               <html data-framed>      another site's page holds this one
// From the app: invigil:update-apply    the learner agreed: change to the newer release and reload
//               invigil:own, :take, :own-later, :disown   detail is a sitting's id: be its only owner, take it from another tab,
//                                       be the next one, let it go
//               invigil:crash           detail is the text of a fault: cover the page
//               invigil:tool            detail is [the event that answers, the number of a tool, its input in bytes]: run it; the
//                                       answer's detail is the output in bytes, or null
//               window.invigilDid(piece)   a piece of the record of what happened, in bytes; no event, since each event has one
//               <html data-exam="timed"> or "untimed" while an exam runs: no other tab changes the release under it, and
//               against the clock the screen stays on

const root = document.documentElement;
const folder = new URL("./", location.href);
const workerAddress = new URL("sw.js", folder).href;
const tag = document.querySelector("script[data-wasm]");
const release = tag?.dataset.release ?? "unreleased";

const OURS = `${folder.pathname}invigil.`;
const STARTS = `${OURS}starts`;
const EARLY = 5000;

// What happened since the page opened, as the app records it; of a page that stays open for days, the first half day.
const did = [];
const MOST_EVENTS = 100_000;

const say = (name, detail) => dispatchEvent(new CustomEvent(`invigil:${name}`, { detail }));

// Inside another site's page no exam is sat: what lies over the page, or under the finger, is not ours to know.
if (inForeignFrame()) root.dataset.framed = "foreign";
watchForCrashes();
matchBrowserBar();
keepScreenOn();
ownSittings();
const [workerUrl, toolsUrl] = trustedAddresses();
runTools();
start().catch(showStartFailure).finally(keepInstalled);

// The browser's own bar follows the learner's theme, not only the system's.
function matchBrowserBar() {
  const bars = [...document.querySelectorAll("meta[name=theme-color]")];
  const [light, dark] = bars.map((bar) => bar.content);
  const match = () => {
    const chosen = { light, dark }[root.dataset.theme.split(" ")[0]];
    bars.forEach((bar, at) => (bar.content = chosen ?? [light, dark][at]));
  };
  match();
  new MutationObserver(match).observe(root, { attributes: true, attributeFilter: ["data-theme"] });
}

// A screen that goes dark in an exam against the clock costs its reader time. Browsers let go of the lock when the page
// goes out of sight, and refuse it when the battery is low: then the screen does what it does.
function keepScreenOn() {
  let lock = null;
  const settle = async () => {
    // Each question keeps its own place, which the app goes to.
    history.scrollRestoration = root.dataset.exam ? "manual" : "auto";
    const wanted = root.dataset.exam === "timed" && document.visibilityState === "visible";
    if (!wanted) {
      lock?.release();
      lock = null;
    } else if (!lock || lock.released) {
      lock = await navigator.wakeLock?.request("screen").catch(() => null);
    }
  };
  new MutationObserver(settle).observe(root, { attributes: true, attributeFilter: ["data-exam"] });
  document.addEventListener("visibilitychange", settle);
  // Some browsers grant it only to who has just touched the page, as after a reload; and what was refused may be granted now.
  document.addEventListener("click", settle);
}

// One tab owns a running exam: it holds a lock, only while the exam runs, since browsers do not keep a page that holds one
// for the way back. Who asked in vain is next. Without locks every tab owns it, and the journal still refuses the older one.
function ownSittings() {
  const LOCK = `${folder.pathname}invigil.`;
  const held = new Map();
  const hold = (id) => {
    say("owned", id);
    return new Promise((letGo) => held.set(id, letGo));
  };
  const request = (id, options, granted) =>
    navigator.locks.request(LOCK + id, options, granted).catch(() => {
      if (held.delete(id)) say("taken", id);
    });
  const own = (id) => {
    if (!navigator.locks) say("owned", id);
    else request(id, { ifAvailable: true }, (lock) => (lock ? hold(id) : wait(id)));
  };
  const wait = (id) => {
    // A page that was just reloaded waits for itself, and not for long.
    const late = setTimeout(() => say("owned-elsewhere", id), 200);
    request(id, {}, () => {
      clearTimeout(late);
      return hold(id);
    });
  };
  // A tab that began an exam a moment ago may still wait for its lock.
  const next = (id) => navigator.locks && setTimeout(() => request(id, {}, () => hold(id)), 3000);
  addEventListener("invigil:own", ({ detail: id }) => own(id));
  addEventListener("invigil:own-later", ({ detail: id }) => next(id));
  addEventListener("invigil:take", ({ detail: id }) => request(id, { steal: true }, () => hold(id)));
  addEventListener("invigil:disown", ({ detail: id }) => {
    held.get(id)?.();
    held.delete(id);
  });
}

// The page's only Trusted Types policy. It admits the addresses of its own two workers, and cannot make markup or script text.
function trustedAddresses() {
  const known = [workerAddress, new URL(tag?.dataset.tools ?? "tools.js", folder).href];
  if (!window.trustedTypes) return known;
  const policy = trustedTypes.createPolicy("boot", {
    createScriptURL(address) {
      if (!known.includes(address)) throw new TypeError(`The page runs no worker but ${known.join(" and ")}`);
      return address;
    },
  });
  return known.map((address) => policy.createScriptURL(address));
}

// What few need at once lies in a module of its own, which is fetched when a tool is first used, and runs in a worker.
function runTools() {
  let worker = null;
  const waiting = new Set();
  const answer = (turn, output) => {
    if (waiting.delete(turn)) dispatchEvent(new CustomEvent(turn, { detail: output }));
  };
  const begin = () => {
    worker = new Worker(toolsUrl);
    worker.addEventListener("message", ({ data }) => answer(data.turn, data.output));
    // Its script did not arrive, or it failed as a whole: whoever waits is told, and the next one begins anew.
    worker.addEventListener("error", () => {
      worker.terminate();
      worker = null;
      for (const turn of [...waiting]) answer(turn, null);
    });
  };
  addEventListener("invigil:tool", ({ detail: [turn, tool, input] }) => {
    waiting.add(turn);
    const { toolsWasm, toolsIntegrity } = tag.dataset;
    try {
      if (!worker) begin();
      worker.postMessage({ wasm: new URL(toolsWasm, folder).href, integrity: toolsIntegrity, turn, tool, input });
    } catch {
      answer(turn, null);
    }
  });
}

// ---- Start ----

// What the browser has to do in between, a touch above all, need not wait for the whole start.
const pause = () => new Promise((next) => setTimeout(next));

async function start() {
  await null; // What stands further down this file is there now, too.
  if (failedStarts() >= 2) throw new StartFailure("twice", "two starts failed, one after the other");
  if (!tag) throw new StartFailure("files", "index.html names no WebAssembly file");
  if (typeof WebAssembly !== "object" || !WebAssembly.instantiateStreaming) {
    throw new StartFailure("browser", "no streaming WebAssembly");
  }
  const { js, wasm, rest, styles, jsIntegrity, wasmIntegrity, restIntegrity, stylesIntegrity } = tag.dataset;
  const [glue, binary] = await Promise.all([importGlue(js, jsIntegrity), fetchWasm(wasm, wasmIntegrity)]);
  await pause();
  // The home page comes alive with the first part; the rest arrives behind it and shares its memory.
  const dressed = styles && addStyles(styles, stylesIntegrity);
  const behind = Promise.all([rest && fetchWasm(rest, restIntegrity, "low"), dressed]);
  behind.catch(() => {}); // It is awaited below, after the first part.
  const first = await glue.default({ module_or_path: binary });
  const [second] = await behind;
  if (second) await WebAssembly.instantiateStreaming(second, { p: first });
  await pause();
  root.dataset.code = "whole";
  say("code-whole");
  root.dataset.app = "started";
  setTimeout(() => root.dataset.app === "started" && noteStart(true), EARLY);
}

// A start may fail for what is stored here. After two such failures the next start asks before it reads anything.
function failedStarts() {
  try {
    return Number(localStorage.getItem(STARTS));
  } catch {
    return 0;
  }
}

function noteStart(worked) {
  try {
    if (worked) localStorage.removeItem(STARTS);
    else localStorage.setItem(STARTS, failedStarts() + 1);
  } catch {
    // Without storage nothing stored can be at fault.
  }
}

async function importGlue(address, integrity) {
  const url = new URL(address, folder).href;
  if (integrity) await proveModule(url, integrity);
  try {
    return await import(url);
  } catch (error) {
    if (error instanceof SyntaxError) throw new StartFailure("browser", String(error));
    throw new StartFailure("files", `${address}: ${error}`);
  }
}

// `import()` takes no integrity. A module preload does, and the import then takes the module that it proved.
function proveModule(url, integrity) {
  const link = document.createElement("link");
  if (!link.relList?.supports?.("modulepreload")) return null;
  return addLink(link, { rel: "modulepreload", integrity, href: url });
}

// The styles of the second part. At the end of the page they hold up no painting: Safari shows nothing new that stands
// behind a sheet on its way.
function addStyles(address, integrity) {
  const href = new URL(address, folder).href;
  return addLink(document.createElement("link"), { rel: "stylesheet", fetchPriority: "low", integrity, href }, document.body);
}

function addLink(link, properties, place = document.head) {
  return new Promise((there, refused) => {
    Object.assign(link, properties);
    link.addEventListener("load", there);
    link.addEventListener("error", () => refused(new StartFailure("files", `${link.href} is missing or not whole`)));
    place.append(link);
  });
}

async function fetchWasm(address, integrity, priority = "auto") {
  const url = new URL(address, folder).href;
  const response = await fetch(url, { integrity: integrity ?? "", priority }).catch((error) => {
    throw new StartFailure("files", `${address}: ${error}`);
  });
  if (!response.ok) throw new StartFailure("files", `${address}: the server answered ${response.status}`);
  if (response.headers.get("content-type")?.startsWith("application/wasm")) return response;
  // A host that does not know the type: without it, compiling while loading is refused.
  return new Response(await response.arrayBuffer(), { headers: { "content-type": "application/wasm" } });
}

class StartFailure extends Error {
  constructor(kind, message) {
    super(message);
    this.kind = kind;
  }
}

const FAILURES = {
  offline: ["{{failed-offline}}", "{{failed-offline-text}}"],
  files: ["{{failed-files}}", "{{failed-files-text}}"],
  browser: ["{{failed-browser}}", "{{failed-browser-text}}"],
  twice: ["{{failed-twice}}", "{{failed-twice-text}}"],
  fault: ["{{failed-fault}}", "{{failed-fault-text}}"],
};

function failureKind(error) {
  if (error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError) return "browser";
  if (!(error instanceof StartFailure)) return "fault";
  return error.kind === "files" && navigator.onLine === false ? "offline" : error.kind;
}

// Never a blank page: what happened, what to do, and the technical line for who can use it.
function showStartFailure(error) {
  const kind = typeof WebAssembly === "object" ? failureKind(error) : "browser";
  const [title, text] = FAILURES[kind];
  if (kind === "fault") noteStart(false);
  const page = document.querySelector("#app .page") ?? document.getElementById("app") ?? document.body;
  const reload = Object.assign(element("button", "{{reload}}"), { type: "button", className: "button primary" });
  reload.addEventListener("click", () => {
    // Another two tries.
    if (kind === "twice") noteStart(true);
    reloadNewest();
  });
  const report = Object.assign(element("pre", describe(error)), { className: "crash-report" });
  const details = element("details");
  details.append(element("summary", "{{crash-report}}"), report);
  const heading = Object.assign(element("h1", title), { tabIndex: -1 });
  page.replaceChildren(heading, Object.assign(element("p", text), { role: "alert" }), reload, details);
  if (kind === "twice") reload.before(...rescueButtons());
  heading.focus();
  root.dataset.app = "failed";
}

function element(name, text = "") {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

// ---- Rescue ----

function rescueButtons() {
  const button = (name, act) => {
    const made = Object.assign(element("button", name), { type: "button", className: "button" });
    made.addEventListener("click", act);
    return [made, " "];
  };
  return [...button("{{rescue-save}}", saveStored), ...button("{{rescue-without}}", startWithout)];
}

const small = () => Object.keys(localStorage).filter((name) => name.startsWith(OURS));

// The records of the archive, for an act on each inside one transaction.
function eachRecord(mode, act) {
  return new Promise((done) => {
    const opening = indexedDB.open(`${folder.pathname}invigil`);
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = done;
    opening.onsuccess = () => {
      const transaction = opening.result.transaction("records", mode);
      transaction.oncomplete = transaction.onabort = done;
      transaction.objectStore("records").openCursor().onsuccess = ({ target: { result: cursor } }) => {
        if (!cursor) return;
        act(cursor);
        cursor.continue();
      };
    };
  });
}

async function saveStored() {
  const stored = { local: {}, records: {} };
  for (const name of small()) stored.local[name.slice(OURS.length)] = localStorage.getItem(name);
  await eachRecord("readonly", ({ key, value }) => (stored.records[key] = value));
  const file = new Blob([JSON.stringify(stored)], { type: "application/json" });
  const link = Object.assign(element("a"), { href: URL.createObjectURL(file), download: "invigil-stored.json" });
  link.click();
}

async function startWithout() {
  const now = Date.now();
  for (const name of small()) {
    const rest = name.slice(OURS.length);
    if (!rest.startsWith("bad.")) {
      localStorage.setItem(`${OURS}bad.${rest}.${now}`, localStorage.getItem(name));
      localStorage.removeItem(name);
    }
  }
  await eachRecord("readwrite", (cursor) => {
    if (!cursor.key.startsWith("journal/")) return;
    cursor.source.put(cursor.value, `bad/${now}/${cursor.key}`);
    cursor.delete();
  });
  reloadNewest();
}

// ---- Crash cover ----

function watchForCrashes() {
  // A trap of WebAssembly leaves the app's memory half changed: nothing may be clicked any more.
  const isTrap = (error) => typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError;
  addEventListener("error", (event) => isTrap(event.error) && cover(describe(event.error)));
  addEventListener("unhandledrejection", (event) => isTrap(event.reason) && cover(describe(event.reason)));
  globalThis.invigilDid = (piece) => void (did.length < MOST_EVENTS && did.push(piece));
  addEventListener("invigil:crash", (event) => cover(String(event.detail ?? "The app reported a fault.")));
}

function cover(text) {
  const box = document.getElementById("crash-cover");
  const report = document.getElementById("crash-report");
  if (!box || !report) return;
  // A fault often tells itself twice, as the panic's words and as the trap: one report holds both.
  if (!box.hidden) {
    if (report.value.length < 20_000) report.value += `\n\n${text}`;
    return;
  }
  report.value = `${text}\n\n${surroundings()}`;
  if (performance.now() < EARLY) noteStart(false);
  document.getElementById("crash-reload")?.addEventListener("click", reloadNewest);
  document.getElementById("crash-copy")?.addEventListener("click", () => copyReport(report));
  const whole = document.getElementById("crash-copy-record");
  whole?.addEventListener("click", () => {
    whole.disabled = true;
    copyReport(report, record);
  });
  document.getElementById("app")?.setAttribute("inert", "");
  for (const open of document.querySelectorAll("dialog[open]")) open.close();
  box.hidden = false;
  root.dataset.app = "crashed";
  document.getElementById("crash-reload")?.focus();
}

// The record of what happened since the page opened, small enough to be pasted: `cargo xtask replay` plays it again.
async function record() {
  const packed = new Blob(did).stream().pipeThrough(new CompressionStream("gzip"));
  const reader = new FileReader();
  reader.readAsDataURL(await new Response(packed).blob());
  await new Promise((done) => (reader.onloadend = done));
  return `\n\nRecord ${reader.result.split(",")[1]}`;
}

async function copyReport(report, more) {
  const told = document.getElementById("crash-copied");
  try {
    if (more) report.value += await more();
    await navigator.clipboard.writeText(report.value);
    if (told) told.textContent = "{{crash-copied}}";
  } catch {
    report.focus();
    report.select();
    if (told) told.textContent = "{{crash-selected}}";
  }
}

function describe(error) {
  return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ""}`.trim() : String(error);
}

// What a developer needs beside the fault. The fragment stays out: it may hold a whole exam.
function surroundings() {
  return `Release ${release}\nPage ${location.origin}${location.pathname}\nBrowser ${navigator.userAgent}`;
}

// ---- Installed copy ----

let registration = null;
let reloading = false;
const askTabs = "BroadcastChannel" in window ? new BroadcastChannel(`${folder.pathname}invigil.tabs`) : null;

// A reload that also takes a newer release, so that a release that cannot start is not kept for ever.
function reloadNewest() {
  if (registration?.waiting) changeRelease();
  else location.reload();
}

function changeRelease() {
  reloading = true;
  // Browsers answer at once; should one not, the reload must come all the same.
  setTimeout(() => location.reload(), 3000);
  registration.waiting.postMessage({ type: "skip" });
}

async function keepInstalled() {
  const workers = navigator.serviceWorker;
  if (!workers || inForeignFrame()) {
    tellFailed("this browser keeps no site", "unavailable");
    return;
  }
  let hadRelease = Boolean(workers.controller);
  workers.addEventListener("controllerchange", () => {
    // The first release takes this page over as it is; a later one came by consent, here or in another tab.
    if (hadRelease) reloadWhenFree();
    hadRelease = true;
  });
  addEventListener("invigil:update-apply", applyUpdate);
  askTabs?.addEventListener("message", ({ data }) => {
    if (data === "may-change?" && examRuns()) askTabs.postMessage("exam-runs");
  });
  try {
    registration = await workers.register(workerUrl, { updateViaCache: "none" });
  } catch (error) {
    tellFailed(String(error));
    return;
  }
  follow(registration);
  lookForUpdates(registration);
}

// Another origin that frames the page must not install anything in this one's name.
function inForeignFrame() {
  try {
    return window.top.location.origin !== location.origin;
  } catch {
    return true;
  }
}

function tellFailed(reason, mark = "failed") {
  root.dataset.offline = mark;
  say("offline-failed", reason);
}

function follow(kept) {
  const tellUpdate = () => {
    root.dataset.update = "ready";
    say("update-ready");
  };
  const tellOffline = () => {
    root.dataset.offline = "ready";
    say("offline-ready");
  };
  const watch = (worker) => {
    const look = () => {
      if (worker.state === "activated") tellOffline();
      else if (worker.state === "installed" && kept.active) tellUpdate();
      // The install failed and nothing is kept. A failed update leaves what is kept as it was.
      else if (worker.state === "redundant" && !kept.active) tellFailed("a file of the release did not arrive whole");
    };
    worker.addEventListener("statechange", look);
    look();
  };
  if (kept.active) tellOffline();
  if (kept.waiting) watch(kept.waiting);
  if (kept.installing) watch(kept.installing);
  kept.addEventListener("updatefound", () => kept.installing && watch(kept.installing));
}

// Browsers look for a newer sw.js when a page opens. An installed app stays open for days: look again when it comes
// back into sight, at most once an hour.
function lookForUpdates(kept) {
  const HOUR = 3_600_000;
  let last = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - last < HOUR) return;
    last = Date.now();
    kept.update().catch(() => {
      // No network, most likely: the stored release goes on.
    });
  });
}

const examRuns = () => Boolean(root.dataset.exam);

async function applyUpdate() {
  if (!registration?.waiting) return;
  if (await anotherTabIsBusy()) say("update-deferred");
  else changeRelease();
}

function anotherTabIsBusy() {
  if (!askTabs) return false;
  return new Promise((answer) => {
    const wait = setTimeout(() => done(false), 300);
    const hear = ({ data }) => data === "exam-runs" && done(true);
    const done = (busy) => {
      clearTimeout(wait);
      askTabs.removeEventListener("message", hear);
      answer(busy);
    };
    askTabs.addEventListener("message", hear);
    askTabs.postMessage("may-change?");
  });
}

// Half a page of the old release and half of the new would be torn. Only a running exam waits: all that it needs is
// already in its memory.
function reloadWhenFree() {
  if (reloading || !examRuns()) {
    location.reload();
    return;
  }
  const watcher = new MutationObserver(() => {
    if (examRuns()) return;
    watcher.disconnect();
    location.reload();
  });
  watcher.observe(root, { attributes: true, attributeFilter: ["data-exam"] });
}
