// The registry of tests, and what each test gets: a server of its own, a fresh profile, and a watch over everything that
// the browser says. A test that passes has also shown that nothing was said which it did not announce.

import { createServer } from "node:http";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, chromiumPath } from "./browser.mjs";
import { StaticServer } from "./server.mjs";
import { readWorker } from "./release.mjs";
import { runAxe } from "./axe.mjs";

export const FOLDER = "/any/folder/";
export const OUT = new URL("./out/", import.meta.url).pathname;

const registry = [];

// Registers a test. Options: `timeout` in milliseconds; `mounts`, other places for the site than FOLDER.
export function test(name, options, body) {
  const [settings, run] = typeof options === "function" ? [{}, options] : [options, body];
  registry.push({ name, run, timeout: settings.timeout ?? 60_000, mounts: settings.mounts ?? [FOLDER] });
}

export const registered = () => registry;

export class Browser {
  static async start({ headed = false } = {}) {
    const made = new Browser();
    made.settings = { executablePath: chromiumPath(), args: CHROMIUM_ARGS, headless: !headed };
    made.shared = await chromium.launch(made.settings);
    return made;
  }

  // A browser of hundreds of profiles crashes now and then, which says nothing of the site.
  get hasCrashed() {
    return !this.shared.isConnected();
  }

  async restart() {
    this.shared = await chromium.launch(this.settings);
  }

  close() {
    return this.shared.close();
  }
}

// Everything that the browsers of one test said. Kinds: console, page error, violation, request (to another origin).
class Watch {
  #said = [];
  #allowed = [];

  say(kind, text) {
    this.#said.push({ kind, text });
  }

  // Announces what this test provokes. That it does not come is a failure too, unless `optional`.
  allow(kind, pattern, { optional = false } = {}) {
    this.#allowed.push({ kind, pattern, met: optional });
  }

  problems() {
    const open = this.#said.filter(({ kind, text }) => {
      const rules = this.#allowed.filter((one) => one.kind === kind && one.pattern.test(text));
      for (const rule of rules) rule.met = true;
      return !rules.length;
    });
    const unmet = this.#allowed.filter((rule) => !rule.met);
    return [
      ...open.map(({ kind, text }) => `unexpected ${kind}: ${text}`),
      ...unmet.map(({ kind, pattern }) => `announced but not seen: ${kind} ${pattern}`),
    ];
  }
}

// What a test works with.
export class Trial {
  #cleanups = [];
  #watch = new Watch();
  contexts = [];

  // Without a trace for who needs no evidence, which is faster.
  static async open(browser, dist, entry, { trace = true } = {}) {
    const trial = new Trial();
    trial.trace = trace;
    trial.browser = browser;
    trial.dist = dist;
    const worker = await readWorker(dist);
    // What the release holds, as addresses under the site's folder, and its id.
    trial.files = worker.files.map(([address]) => address);
    trial.release = worker.release;
    trial.server = await StaticServer.start(Object.fromEntries(entry.mounts.map((prefix) => [prefix, dist])));
    trial.cleanup(() => trial.server.kill());
    trial.prefix = entry.mounts[0];
    trial.context = await trial.newProfile();
    return trial;
  }

  get url() {
    return `${this.server.origin}${this.prefix}`;
  }

  // A fresh profile: nothing stored, no worker. Options are Playwright's for a context.
  async newProfile(options = {}) {
    const context = await this.browser.shared.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    await this.#attend(context);
    this.cleanup(() => context.close());
    return context;
  }

  // A profile on disk that outlives its browser: `close` and `open` are a restart of the machine.
  async sealedProfile(options = {}) {
    const folder = await mkdtemp(join(tmpdir(), "invigil-profile-"));
    const profile = {
      folder,
      context: null,
      open: async () => {
        profile.context = await chromium.launchPersistentContext(folder, { ...this.browser.settings, ...options });
        await this.#attend(profile.context);
        return profile.context;
      },
      close: async () => {
        await profile.context?.close();
        profile.context = null;
      },
    };
    this.cleanup(async () => {
      await profile.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    await profile.open();
    return profile;
  }

  // Opens the app at a route ("#/setup") in a new tab and waits until it runs.
  async openApp(hash = "", { context = this.context, colorScheme } = {}) {
    const page = await context.newPage();
    if (colorScheme) await page.emulateMedia({ colorScheme });
    await page.goto(`${this.url}${hash}`);
    await started(page);
    return page;
  }

  // Puts entries into the site's localStorage before any page of the profile starts.
  async remember(entries, context = this.context) {
    await context.addInitScript((wanted) => {
      // A tab begins with an empty document that has no storage.
      if (!location.protocol.startsWith("http")) return;
      for (const [key, value] of Object.entries(wanted)) localStorage.setItem(key, value);
    }, entries);
  }

  axe(page, options) {
    return runAxe(page, options);
  }

  killServer() {
    return this.server.kill();
  }

  startServer() {
    return this.server.listen();
  }

  allow(kind, pattern, options) {
    this.#watch.allow(kind, pattern, options);
  }

  cleanup(step) {
    this.#cleanups.push(step);
  }

  problems() {
    return this.#watch.problems();
  }

  async keepEvidence(name) {
    await mkdir(OUT, { recursive: true });
    const file = join(OUT, name.replace(/[^a-z0-9]+/gi, "-"));
    for (const [at, context] of this.contexts.entries()) {
      for (const [tab, page] of context.pages().entries()) {
        await page.screenshot({ path: `${file}-${at}-${tab}.png`, timeout: 5000 }).catch(() => {});
      }
      await context.tracing.stop({ path: `${file}-${at}.zip` }).catch(() => {});
    }
  }

  async close() {
    for (const step of this.#cleanups.reverse()) await step();
  }

  async #attend(context) {
    this.contexts.push(context);
    if (this.trace) await context.tracing.start({ snapshots: true });
    const tell = (kind, text) => this.#watch.say(kind, text);
    context.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) tell("console", `${message.type()}: ${message.text()}`);
    });
    context.on("weberror", (error) => tell("pageerror", String(error.error()?.stack ?? error.error())));
    context.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith("http") && origin !== this.server.origin) tell("request", request.url());
    });
    await context.exposeBinding("tellViolation", (_, text) => tell("violation", text));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        globalThis.tellViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
  }
}

export const started = (page) => page.locator("html[data-app=started]").waitFor({ state: "attached" });
export const stored = (page) => page.locator("html[data-offline=ready]").waitFor({ state: "attached" });
export const offered = (page) => page.locator("html[data-update=ready]").waitFor({ state: "attached" });

// Waits for an event of the page's start script; call it before the act that causes it, await the answer afterwards.
export async function nextEvent(page, name) {
  await page.evaluate((event) => {
    globalThis.awaited = new Promise((done) => addEventListener(event, () => done(event), { once: true }));
  }, name);
  return () => page.evaluate(() => globalThis.awaited);
}

// Another origin, for as long as the test lasts; answers its address.
export async function listen(trial, answer) {
  const server = createServer(answer);
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  trial.cleanup(() => {
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    return closed;
  });
  return `http://127.0.0.1:${server.address().port}`;
}
