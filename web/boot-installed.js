// Keeps the installed copy, and changes it for a newer release when no exam runs. The stage step puts it behind boot.js,
// into the same file.

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
