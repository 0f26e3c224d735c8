// A tab of WebKitGTK's own small browser, by plain WebDriver. It needs a screen, and gets one that nobody sees. What its page
// says cannot be asked by this protocol, so the page itself is made to listen, see `listen`.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { screenPath, webkitDriverPath } from "./browser.mjs";

const KEYS = { Tab: "\uE004", Enter: "\uE007" };
const PATIENCE = 20_000;

export async function openWebKit() {
  const opened = [];
  const close = async () => {
    for (const step of opened.reverse()) await step();
  };
  try {
    const driver = await startDriver(await startScreen(opened), opened);
    const { sessionId, capabilities } = await driver("POST", "/session", { capabilities: {} });
    opened.push(() => driver("DELETE", `/session/${sessionId}`));
    const ask = (method, path, body) => driver(method, `/session/${sessionId}${path}`, body);
    await ask("POST", "/window/rect", { width: 1280, height: 800 });
    return { version: capabilities.browserVersion, ...tab(ask), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function tab(ask) {
  const run = (expression) => ask("POST", "/execute/sync", { script: `return ${expression};`, args: [] });
  const perform = (device) => ask("POST", "/actions", { actions: [device] });
  return {
    run,
    goto: (url) => ask("POST", "/url", { url }),
    reload: () => ask("POST", "/refresh", {}),
    click: (x, y) => {
      const move = { type: "pointerMove", duration: 0, x, y };
      const press = ["pointerDown", "pointerUp"].map((type) => ({ type, button: 0 }));
      return perform({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: [move, ...press] });
    },
    press: (key) => {
      const value = KEYS[key] ?? key;
      return perform({ type: "key", id: "keyboard", actions: ["keyDown", "keyUp"].map((type) => ({ type, value })) });
    },
    said: () => run('JSON.parse(sessionStorage.getItem("said") ?? "[]")'),
    screenshot: async () => Buffer.from(await ask("GET", "/screenshot"), "base64"),
  };
}

// Runs in the page before anything else, and keeps what is said over reloads.
export function listen() {
  const say = (kind, text) => {
    const said = JSON.parse(sessionStorage.getItem("said") ?? "[]");
    sessionStorage.setItem("said", JSON.stringify([...said, `${kind}: ${text}`]));
  };
  for (const kind of ["error", "warn"]) {
    const write = console[kind];
    console[kind] = (...words) => {
      say("console", words.join(" "));
      write.apply(console, words);
    };
  }
  const told = (error) => `${error} ${error?.stack ?? ""}`;
  // A file that does not load says so at its element.
  const address = ({ target }) => target.src ?? target.href;
  addEventListener("error", (event) => say("page error", event.message ? told(event.error) : address(event)), true);
  addEventListener("unhandledrejection", ({ reason }) => say("page error", told(reason)));
  document.addEventListener("securitypolicyviolation", (event) => say("violation", `${event.effectiveDirective} ${event.blockedURI}`));
}

async function startScreen(opened) {
  // It chooses a free number itself, and writes it to the fourth of its files.
  const screen = spawn(screenPath(), ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  opened.push(ending(screen));
  const [number] = await Promise.race([once(screen.stdio[3], "data"), broken(screen)]);
  return `:${String(number).trim()}`;
}

// Answers a function that asks the driver.
async function startDriver(screen, opened) {
  const port = await freePort();
  const driver = spawn(webkitDriverPath(), [`--port=${port}`], { env: { ...process.env, DISPLAY: screen }, stdio: "ignore" });
  opened.push(ending(driver));
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };
  await Promise.race([listening(ask), broken(driver)]);
  return ask;
}

async function listening(ask) {
  const late = performance.now() + PATIENCE;
  for (;;) {
    const error = await ask("GET", "/status").then(() => null, (thrown) => thrown);
    if (!error) return;
    if (performance.now() > late) throw error;
    await new Promise((again) => setTimeout(again, 20));
  }
}

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function broken(child) {
  const [code] = await once(child, "exit");
  throw new Error(`${child.spawnfile} ended with ${code}`);
}

const ending = (child) => async () => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, "exit");
};
