// Updates: a newer release is offered, never forced; a broken one changes nothing; neighbours are left alone.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { handIn, startExam } from "../exam.mjs";
import { nextEvent, offered, started, stored, test } from "../harness.mjs";
import { makeRelease, readWorker } from "../release.mjs";

const edition = (page) => page.locator("html").getAttribute("data-edition");
const apply = (page) => page.evaluate(() => dispatchEvent(new CustomEvent("invigil:update-apply")));
const shows = (page, name) => page.locator(`html[data-edition="${name}"][data-app=started]`).waitFor({ state: "attached" });
const look = (page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));

async function editions(t, ...names) {
  const made = [];
  for (const name of names) {
    const folder = await makeRelease(t.dist, name);
    t.cleanup(() => rm(folder, { recursive: true, force: true }));
    made.push(folder);
  }
  return made;
}

// The first edition is on the device, and the page is its.
async function installed(t, folder) {
  t.server.mount(t.prefix, folder);
  const page = await t.openApp();
  await stored(page);
  assert.equal(await edition(page), "one");
  return page;
}

test("a newer release is offered and not applied without consent", async (t) => {
  const [one, two] = await editions(t, "one", "two");
  const page = await installed(t, one);
  t.server.mount(t.prefix, two);
  await page.reload();
  await offered(page);
  await started(page);
  assert.equal(await edition(page), "one");
  await page.reload();
  await offered(page);
  assert.equal(await edition(page), "one", "a reload is no consent");
  const other = await t.openApp();
  assert.equal(await edition(other), "one", "a second tab shows the same release");

  await apply(page);
  await shows(page, "two");
  await shows(other, "two");
  assert.equal(await page.locator("html").getAttribute("data-update"), null);
  const { release } = await readWorker(two);
  assert.deepEqual(await page.evaluate(() => caches.keys()), [`${t.prefix}invigil.release.${release}`]);
  await t.killServer();
  await page.reload();
  await shows(page, "two");
});

test("an open page hears of a newer release without being reloaded", async (t) => {
  const [one, two] = await editions(t, "one", "two");
  const page = await installed(t, one);
  const heard = await nextEvent(page, "invigil:update-ready");
  t.server.mount(t.prefix, two);
  await look(page);
  assert.equal(await heard(), "invigil:update-ready");
  assert.equal(await edition(page), "one");
});

test("two releases later, and back again", async (t) => {
  const [one, two, three] = await editions(t, "one", "two", "three");
  const page = await installed(t, one);
  for (const [folder, name] of [[three, "three"], [two, "two"], [one, "one"]]) {
    t.server.mount(t.prefix, folder);
    await look(page);
    await offered(page);
    await apply(page);
    await shows(page, name);
  }
});

test("of two releases that follow each other unapplied, consent brings the last", async (t) => {
  const [one, two, three] = await editions(t, "one", "two", "three");
  const page = await installed(t, one);
  t.server.mount(t.prefix, two);
  await look(page);
  await offered(page);
  await page.evaluate(async () => {
    globalThis.kept = await navigator.serviceWorker.ready;
    globalThis.second = globalThis.kept.waiting;
  });
  t.server.mount(t.prefix, three);
  await look(page);
  await page.waitForFunction(() => globalThis.second.state === "redundant" && globalThis.kept.waiting?.state === "installed");
  await apply(page);
  await shows(page, "three");
  assert.equal((await page.evaluate(() => caches.keys())).length, 1);
});

test("closing every tab is consent enough", async (t) => {
  const [one, two] = await editions(t, "one", "two");
  const page = await installed(t, one);
  const blank = await t.context.newPage();
  t.server.mount(t.prefix, two);
  await look(page);
  await offered(page);
  await page.close();
  // The browser takes a moment to notice that the last page is gone.
  let shown = "one";
  for (let tries = 0; shown !== "two" && tries < 20; tries += 1) {
    const next = await t.openApp();
    shown = await edition(next);
    await next.close();
  }
  assert.equal(shown, "two");
  await blank.close();
});

const BROKEN = {
  "answers 500": { status: 500 },
  "is missing": { status: 404 },
  "has other bytes than was built": { body: Buffer.from("half a deploy") },
};
for (const [name, fault] of Object.entries(BROKEN)) {
  for (const which of ["first", "last"]) {
    test(`a release whose ${which} file ${name} leaves the old one working`, async (t) => {
      const [one, two] = await editions(t, "one", "two");
      const page = await installed(t, one);
      const file = t.files.filter((address) => address !== "./").at(which === "first" ? 0 : -1);
      t.server.mount(t.prefix, two);
      t.server.breakFile(`${t.prefix}${file.replace("./", "")}`, fault);
      t.allow("console", /Failed to load resource|integrity|Failed to find a valid digest/, { optional: true });
      const refused = page.evaluate(async () => {
        const kept = await navigator.serviceWorker.ready;
        await new Promise((found) => {
          kept.addEventListener("updatefound", () => {
            const worker = kept.installing;
            worker.addEventListener("statechange", () => worker.state === "redundant" && found());
          });
          kept.update();
        });
      });
      await refused;
      assert.equal(await page.locator("html").getAttribute("data-update"), null, "nothing is offered");
      const { release } = await readWorker(one);
      assert.deepEqual(await page.evaluate(() => caches.keys()), [`${t.prefix}invigil.release.${release}`]);
      await t.killServer();
      await page.reload();
      await shows(page, "one");

      await t.startServer();
      t.server.repair();
      await look(page);
      await offered(page);
      await apply(page);
      await shows(page, "two");
    });
  }
}

test("an install that the browser's end interrupts leaves the old release working", async (t) => {
  const [one, two] = await editions(t, "one", "two");
  t.server.mount(t.prefix, one);
  const profile = await t.sealedProfile();
  const page = await t.openApp("", { context: profile.context });
  await stored(page);
  t.server.mount(t.prefix, two);
  const last = `${t.prefix}${t.files.at(-1)}`;
  t.server.breakFile(last, { stall: true });
  const asked = t.server.requests.length;
  await look(page);
  await t.server.sees(last, asked);
  await profile.close();
  await t.killServer();
  await profile.open();
  await shows(await t.openApp("", { context: profile.context }), "one");

  await t.startServer();
  t.server.repair();
  const later = await t.openApp("", { context: profile.context });
  await look(later);
  await offered(later);
  await apply(later);
  await shows(later, "two");
});

test("a running exam in another tab defers the change", async (t) => {
  const [one, two] = await editions(t, "one", "two");
  const page = await installed(t, one);
  const exam = await t.openApp("#/setup");
  await startExam(exam, { questions: 10 });
  t.server.mount(t.prefix, two);
  await look(page);
  await offered(page);
  const deferred = await nextEvent(page, "invigil:update-deferred");
  await apply(page);
  assert.equal(await deferred(), "invigil:update-deferred");
  assert.equal(await edition(page), "one");
  assert.equal(await edition(exam), "one");

  await handIn(exam);
  // It is over when its log is in the archive.
  for (const tab of [exam, page]) await tab.locator("html:not([data-exam])").waitFor({ state: "attached" });
  await apply(page);
  await shows(page, "two");
  await shows(exam, "two");
});

test("caches of neighbours on the same origin survive an update, and two copies live side by side", { mounts: ["/any/folder/", "/any/other/"] }, async (t) => {
  const [one, two] = await editions(t, "one", "two");
  t.server.mount("/any/other/", one);
  const neighbour = await t.context.newPage();
  await neighbour.goto(`${t.server.origin}/any/other/`);
  await stored(neighbour);
  const page = await installed(t, one);
  await page.evaluate(() => Promise.all(["photos-v1", "invigil.release.x", "/invigil.release.x", "/any/invigil.release.x"].map((name) => caches.open(name))));
  const before = await page.evaluate(() => caches.keys());
  t.server.mount(t.prefix, two);
  await look(page);
  await offered(page);
  await apply(page);
  await shows(page, "two");
  const after = await page.evaluate(() => caches.keys());
  const others = (names) => names.filter((name) => !name.startsWith("/any/folder/")).sort();
  assert.deepEqual(others(after), others(before));
  assert.equal(others(after).length, 5);
  await t.killServer();
  await neighbour.reload();
  await shows(neighbour, "one");
  await page.reload();
  await shows(page, "two");
});

test("a release that does not start can still be left for a newer one", async (t) => {
  const [one, two] = await editions(t, "one", "two");
  const page = await installed(t, one);
  t.server.mount(t.prefix, two);
  await look(page);
  await offered(page);
  await page.evaluate(() => dispatchEvent(new CustomEvent("invigil:crash", { detail: "it never starts" })));
  await page.getByRole("button", { name: "Reload" }).click();
  await shows(page, "two");
});
