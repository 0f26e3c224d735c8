// What goes wrong in the world: a damaged bank, storage that is denied, full or damaged. Each is told, and loses nothing else.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { answer, handIn, leaveFor, next, onQuestion } from "../exam.mjs";
import { started, test } from "../harness.mjs";

const quickExam = async (page) => {
  await page.getByRole("button", { name: "Try 5 now" }).click();
  await onQuestion(page, 1);
};

const alert = (page, words) => page.locator(".notices").getByRole("alert").filter({ hasText: words });

// Sits five questions from the home page to the result; answers the score.
async function sitFive(page) {
  await quickExam(page);
  for (let number = 1; number <= 5; number += 1) {
    await answer(page, 0);
    if (number < 5) await next(page, number + 1);
  }
  await handIn(page);
  return page.locator(".score").innerText();
}

// Opens the newest result from the list of results, down to the reasons of its first question.
async function readNewestResult(page, url, score) {
  await page.goto(`${url}#/history`);
  await page.locator("ul.results a").first().click();
  await page.getByRole("heading", { level: 1, name: "Result" }).waitFor();
  assert.equal(await page.locator(".score").innerText(), score);
  await page.locator("details.item > summary").first().click();
  await page.locator("ol.reasons > li").first().waitFor();
}

// The bytes with one of them another.
const changed = (bytes, place) => Buffer.from(bytes.map((byte, at) => (at === place ? byte ^ 0x55 : byte)));

const BROKEN = {
  "an index that is none": ["-index", () => ({ body: Buffer.from("not a bank") }), "arrived damaged"],
  "an index cut short": ["-index", (bytes) => ({ body: bytes.subarray(0, bytes.length / 2) }), "arrived damaged"],
  "questions cut short": ["-questions-0", (bytes) => ({ body: bytes.subarray(0, bytes.length - 1) }), "arrived damaged"],
  "reasons with a page of the host's in their place": ["-reasons-0", () => ({ body: Buffer.from("<!doctype html>") }), "arrived damaged"],
  // A part begins with four letters, its format in two bytes, its letter, its place in two, and the fingerprint of its bank.
  "questions of another release": ["-questions-0", (bytes) => ({ body: changed(bytes, 9) }), "just changing to a new version of the question bank"],
  "questions of a newer format": ["-questions-0", (bytes) => ({ body: changed(bytes, 4) }), "of a newer version than this page"],
  "reasons that are missing": ["-reasons-0", () => ({ status: 404 }), "not where they should be"],
  "a catalogue that is none": ["catalogue.json", () => ({ body: Buffer.from('{"banks":[') }), "list of question banks of this site is damaged"],
  "a catalogue of nothing": ["catalogue.json", () => ({ body: Buffer.from('{"format":2,"banks":[]}') }), "list of question banks of this site is damaged"],
  "a catalogue that is missing": ["catalogue.json", () => ({ status: 500 }), "not where they should be"],
};

// A whole exam holds questions of every chunk: it does not begin, is told why, and is asked for again each time.
async function noExamOfTheBrokenChunk(page, t, words) {
  await page.goto(`${t.url}#/setup`);
  await page.getByText("come to this device before the exam begins").waitFor();
  await page.getByRole("radio", { name: "Untimed" }).check();
  for (let turn = 0; turn < 2; turn += 1) {
    await page.getByRole("button", { name: "Start the exam" }).click();
    await alert(page, words).waitFor();
    await page.getByRole("button", { name: "Start the exam" }).and(page.locator(":enabled")).waitFor();
    await page.getByRole("heading", { level: 1, name: "New exam" }).waitFor();
  }
}

for (const [name, [part, fault, words]] of Object.entries(BROKEN)) {
  test(`${name}: it is told, and results can still be read`, async (t) => {
    // Without the worker the files come from the site, as they do on a first visit.
    t.server.breakFile(`${t.prefix}sw.js`, { status: 404 });
    t.allow("console", /404\) was received when fetching the script/);
    t.allow("console", /Failed to load resource/, { optional: true });
    const page = await t.openApp();
    const score = await sitFive(page);

    const file = t.files.map((address) => address.replace("./", "")).find((address) => address.includes(part));
    assert.ok(file, `no file of the release has ${part} in its name: ${t.files}`);
    const broken = fault(await readFile(join(t.dist, file)));
    t.server.breakFile(`${t.prefix}${file}`, broken);
    await page.goto(`${t.url}#/`);
    await page.reload();
    await started(page);
    await alert(page, words).waitFor();
    await page.getByRole("heading", { level: 1, name: "Welcome back" }).waitFor();
    const quick = page.getByRole("button", { name: "Try 5 now" });
    assert.equal(await quick.isDisabled(), !/-\d/.test(part), "without a list of the questions no exam starts; of the others one can be drawn");
    if (/-\d/.test(part)) await noExamOfTheBrokenChunk(page, t, words);
    await readNewestResult(page, t.url, score);

    t.server.repair();
    t.server.breakFile(`${t.prefix}sw.js`, { status: 404 });
    await page.goto(`${t.url}#/`);
    await page.reload();
    await started(page);
    await quickExam(page);
    assert.equal(await page.locator(".notices").getByRole("alert").count(), 0, "mended, nothing is told");
  });
}

// A facility of the window that throws when it is asked for, or is not there.
const deny = (context, names, absent) =>
  context.addInitScript(
    ([names, absent]) => {
      for (const name of names) {
        Object.defineProperty(window, name, {
          get() {
            if (absent) return undefined;
            throw new DOMException("Access is denied for this document.", "SecurityError");
          },
        });
      }
    },
    [names, absent],
  );

// What the page says of its answers.
const kept = (page, how) => page.locator(`.kept[data-kept=${how}]`).waitFor();

// Without local storage the journal has everything; without databases local storage has the most.
for (const [name, facilities, absent, how] of [
  ["local storage denied", ["localStorage"], false, "safely"],
  ["no databases", ["indexedDB"], true, "loosely"],
  ["databases denied", ["indexedDB"], false, "loosely"],
  ["nothing may be stored", ["localStorage", "indexedDB"], false, "nowhere"],
]) {
  test(`${name}: it is told, and an exam can be sat to its result`, { timeout: 90_000 }, async (t) => {
    await deny(t.context, facilities, absent);
    const page = await t.openApp();
    await quickExam(page);
    await kept(page, how);
    const told = alert(page, "does not let the site store anything");
    if (how === "safely") assert.equal(await told.count(), 0, "nothing is lost, so nothing is told");
    else await told.waitFor();
    for (let number = 1; number <= 5; number += 1) {
      await answer(page, 0);
      if (number < 5) await next(page, number + 1);
    }
    await handIn(page);
    assert.match(await page.locator(".score").innerText(), /^\d+ of 5 right$/);
    await page.locator("details.item > summary").first().click();
    await page.locator("ol.reasons > li").first().waitFor();
    await page.goto(`${t.url}#/history`);
    assert.equal(await page.locator("ul.results > li").count(), 1, "as long as the page is open");
  });
}

// Fills local storage to the last character under a stranger's name, and lets the databases refuse what is new.
const fill = (page) =>
  page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function () {
      throw new DOMException("full", "QuotaExceededError");
    };
    globalThis.makeRoom = () => {
      IDBObjectStore.prototype.put = put;
      Object.keys(localStorage).forEach((key) => key.startsWith("filler.") && localStorage.removeItem(key));
    };
    let count = 0;
    for (let size = 1 << 22; size > 0; ) {
      try {
        localStorage.setItem(`filler.${count}`, "x".repeat(size));
        count += 1;
      } catch {
        size = Math.floor(size / 2);
      }
    }
    return count;
  });

test("a full storage is told, the exam goes on, and a backup can be made", { timeout: 90_000 }, async (t) => {
  const page = await t.openApp();
  const fillers = await fill(page);
  assert.ok(fillers > 0);
  await quickExam(page);
  await alert(page, "no room left").waitFor();
  await page.locator(".not-saved:visible").waitFor();
  await answer(page, 0);
  await next(page, 2);
  await answer(page, 1);

  await leaveFor(page, `${t.url}#/settings`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make a backup" }).click();
  const file = await download;
  assert.match(file.suggestedFilename(), /^invigil-backup-\d{4}-\d\d-\d\d\.json$/);
  const backup = JSON.parse(await readFile(await file.path(), "utf8"));
  assert.match(JSON.stringify(backup), /"sitting":\{/, "the running exam is in it");

  // The learner makes room; the next answer is kept, and the exam is there after a reload.
  await page.evaluate(() => globalThis.makeRoom());
  await page.goto(`${t.url}#/sitting`);
  await onQuestion(page, 2);
  await next(page, 3);
  const places = await answer(page, 0);
  await kept(page, "safely");
  await alert(page, "no room left").waitFor({ state: "detached" });
  await page.reload();
  await started(page);
  await onQuestion(page, 3);
  const checked = await page.locator("fieldset.options input").evaluateAll((all) => all.flatMap((field, at) => (field.checked ? [at] : [])));
  assert.deepEqual(checked, places);
});

test("answers that are kept nowhere can be copied out", async (t) => {
  await t.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await t.openApp();
  await fill(page);
  await quickExam(page);
  const [place] = await answer(page, 0);
  await page.getByRole("button", { name: "Copy my answers" }).click();
  await page.locator(".notices").getByText("copied").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, new RegExp(`^1\\. ${"ABCDEF"[place]}[A-F]?\\n2\\. -\\n3\\. -\\n4\\. -\\n5\\. -$`));
});

test("a full storage at the end: the result is shown, and a backup of it restores it", { timeout: 90_000 }, async (t) => {
  const page = await t.openApp();
  await quickExam(page);
  await answer(page, 0);
  await fill(page);
  await handIn(page);
  await page.goto(`${t.url}#/settings`);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make a backup" }).click();
  const file = await (await download).path();
  const other = await t.openApp("#/settings", { context: await t.newProfile() });
  await other.locator("input[type=file]").setInputFiles(file);
  await other.getByText("1 result was added").waitFor();
});

const stored = (page, prefix) =>
  page.evaluate(
    (start) => Object.fromEntries(Object.entries(localStorage).filter(([name]) => name.startsWith(start))),
    `${prefix}invigil.`,
  );

// Damages the slots of a record, newest first, `count` of them, once and before the next page's app has started: an
// app at work would write a whole record over the damage when its page goes.
const damageNext = (page, prefix, record, count) =>
  page.addInitScript(
    ([prefix, record, count]) => {
      if (sessionStorage.getItem("damaged")) return;
      const slots = ["a", "b"].map((slot) => `${prefix}invigil.${record}.${slot}`).filter((name) => localStorage.getItem(name));
      const number = (name) => Number(localStorage.getItem(name).split(".")[1]);
      slots.sort((one, other) => number(other) - number(one));
      const torn = slots.slice(0, count).map((name, at) => {
        const text = localStorage.getItem(name);
        const damaged = `${text.slice(0, text.length - 3)}#${at}`;
        localStorage.setItem(name, damaged);
        return damaged;
      });
      sessionStorage.setItem("damaged", JSON.stringify(torn));
    },
    [prefix, record, count],
  );

for (const [record, noun] of [["results", "list of results"], ["settings", "settings"], ["sitting", "running exam"]]) {
  for (const slots of [1, 2]) {
    test(`a damaged record (${record}, ${slots} of its slots) is told and set aside, and the rest is whole`, { timeout: 90_000 }, async (t) => {
      const page = await t.openApp();
      const score = await sitFive(page);
      await page.goto(`${t.url}#/settings`);
      await page.getByRole("radio", { name: "Light" }).check();
      await page.getByRole("radio", { name: "Dark" }).check();
      await page.goto(`${t.url}#/`);
      await quickExam(page);
      await answer(page, 0);
      await next(page, 2);
      await leaveFor(page, `${t.url}#/`);
      await damageNext(page, t.prefix, record, slots);
      await page.reload();
      await started(page);
      const torn = JSON.parse(await page.evaluate(() => sessionStorage.getItem("damaged")));
      assert.ok(torn.length >= 1);
      await alert(page, `A stored copy of the ${noun} was damaged`).first().waitFor();
      const now = await stored(page, t.prefix);
      const aside = Object.entries(now).filter(([name]) => name.startsWith(`${t.prefix}invigil.bad.${record}.`));
      assert.deepEqual(aside.map(([, text]) => text).sort(), torn.toSorted(), "each damaged text is kept as it was");

      // The journal has what both slots lost.
      await page.locator("html[data-theme=dark]").waitFor();
      await readNewestResult(page, t.url, score);
      await page.goto(`${t.url}#/sitting`);
      await onQuestion(page, 2);

      await leaveFor(page, `${t.url}#/`);
      await page.reload();
      await started(page);
      await page.getByRole("heading", { level: 1 }).waitFor();
      const later = Object.keys(await stored(page, t.prefix)).filter((name) => name.includes("invigil.bad."));
      assert.equal(later.length, torn.length, "the next start sets nothing aside again");
      assert.equal(await alert(page, "was damaged").count(), 0, "and does not tell it again");
    });
  }
}

test("what a newer version wrote is told and left as it is", async (t) => {
  const newer = '9.41.0123456789abcdef.{"from":"the future"}';
  await t.remember({ [`${t.prefix}invigil.results.a`]: newer });
  const page = await t.openApp();
  await alert(page, "written by a newer version of Invigil").waitFor();
  await sitFive(page);
  assert.equal((await stored(page, t.prefix))[`${t.prefix}invigil.results.a`], newer);
  assert.ok(!((`${t.prefix}invigil.results.b`) in (await stored(page, t.prefix))), "nothing is written beside it");
});
