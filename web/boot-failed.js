// What covers the page when the app did not start or has stopped, and what saves the learner's records then. The stage step
// puts it behind boot.js, into the same file.

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
