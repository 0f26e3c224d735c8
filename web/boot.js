// Starts the app, watches over it, and keeps the installed copy. It is a file of its own, so that the content policy needs
// no inline script; the stage step puts boot-failed.js and boot-installed.js behind it. It knows no rule of the exam: it
// speaks with the app by events on `window`, by data attributes of <html>, and by one function.
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
