// Deploys, rollbacks, reloads, exams, consent and dead servers in random order: no page ever mixes two releases, and none
// stays white. INVIGIL_INTERLEAVINGS says how many orders; docs/durability.md has the figures of longer runs.

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { started, stored, test } from "../harness.mjs";
import { makeRelease, readWorker } from "../release.mjs";

const ORDERS = Number(process.env.INVIGIL_INTERLEAVINGS ?? 5);
const ACTS = 9;

// Three releases of the site; `eager`, as many sites do, takes over without asking.
async function releases(t, eager) {
  const made = [];
  for (const name of ["one", "two", "three"]) {
    const folder = await makeRelease(t.dist, name);
    t.cleanup(() => rm(folder, { recursive: true, force: true }));
    if (eager) {
      const file = join(folder, "sw.js");
      await writeFile(file, `${await readFile(file, "utf8")}\nself.addEventListener("install", () => self.skipWaiting());\n`);
    }
    made.push({ folder, name, release: (await readWorker(folder)).release });
  }
  return made;
}

function dice(seed) {
  let state = seed * 2654435761;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

// One order of acts in a fresh profile; answers how many answers of another release than its own a page got.
async function play(t, made, seed, patience = 0) {
  const random = dice(seed);
  const context = await t.newProfile();
  const pages = [];
  let dead = false;
  let torn = 0;
  t.server.repair();
  t.server.mount(t.prefix, made[0].folder);

  const open = async () => {
    const page = await context.newPage();
    page.foreign = 0;
    pages.push(page);
    await page.goto(t.url);
  };
  // A lazy file, as a page that lives long asks for one. Answers of the network carry no release: then its content is
  // looked at no further, since only what the worker answers can be of another release.
  const probe = (page) =>
    page.evaluate(async () => {
      const answer = await fetch("catalogue.json").catch(() => null);
      return { edition: document.documentElement.dataset.edition, release: answer?.headers.get("x-invigil-release") ?? null };
    });
  // Looks for an update, and waits for a release that was found, as long as the patience lasts.
  const look = (page) =>
    page.evaluate(async (patience) => {
      const kept = await navigator.serviceWorker.getRegistration();
      await kept?.update().catch(() => {});
      for (let waits = 0; kept?.installing && waits < patience; waits += 1) await new Promise((done) => setTimeout(done, 50));
    }, patience);
  const begin = (page) =>
    page.evaluate(async () => {
      if (document.documentElement.dataset.exam) return;
      location.hash = "#/";
      for (let waits = 0; waits < 40; waits += 1) {
        const button = [...document.querySelectorAll("button")].find((one) => one.textContent.includes("Try 5 now") && !one.disabled);
        if (button) return button.click();
        await new Promise((done) => setTimeout(done, 50));
      }
    });
  const acts = [
    () => t.server.mount(t.prefix, made[random(made.length)].folder),
    () => t.server.mount(t.prefix, made[random(made.length)].folder),
    () => (pages.length < 3 ? open() : undefined),
    () => pages[random(pages.length)].reload(),
    async () => (pages.length > 1 ? void (await pages.splice(random(pages.length), 1)[0].close()) : undefined),
    () => look(pages[random(pages.length)]),
    () => pages[random(pages.length)].evaluate(() => void dispatchEvent(new CustomEvent("invigil:update-apply"))),
    () => begin(pages[random(pages.length)]),
    async () => (dead ? t.startServer() : t.killServer()).then(() => (dead = !dead)),
    () => (random(2) ? t.server.breakFile(`${t.prefix}${t.files[1 + random(t.files.length - 1)]}`, { status: 500 }) : t.server.repair()),
  ];

  await open();
  await stored(pages[0]);
  for (let act = 0; act < ACTS; act += 1) {
    await Promise.resolve(acts[random(acts.length)]()).catch((error) => {
      // A page may be reloading under an act.
      if (!/destroyed|navigat|ERR_/.test(String(error))) throw error;
    });
    for (const page of pages) {
      // Whatever was done, the page comes to stand, with a heading.
      await page.locator("h1:visible").first().waitFor();
      await started(page);
      const seen = await probe(page).catch(() => null);
      const own = made.find(({ name }) => name === seen?.edition)?.release;
      if (seen?.release && seen.release !== own) torn += 1;
    }
  }
  if (dead) await t.startServer();
  await context.close();
  return torn;
}

const allow = (t) => {
  for (const words of [/Failed to load resource/, /failed|fetch|ERR_|500/i]) t.allow("console", words, { optional: true });
};

test(`${ORDERS} random orders of deploys and acts: no page mixes releases, none is white`, { timeout: 60_000 + ORDERS * 60_000 }, async (t) => {
  allow(t);
  const made = await releases(t, false);
  for (let seed = 1; seed <= ORDERS; seed += 1) {
    assert.equal(await play(t, made, seed), 0, `order ${seed}`);
  }
});

// The control: workers that take over without asking do mix releases, so the test is known to notice.
test("random orders with workers that do not wait: pages mix releases", { timeout: 600_000 }, async (t) => {
  allow(t);
  const made = await releases(t, true);
  let torn = 0;
  for (let seed = 1; seed <= 60 && !torn; seed += 1) {
    torn += await play(t, made, seed, 40);
  }
  assert.ok(torn > 0, "the test would not notice a mixture");
});
