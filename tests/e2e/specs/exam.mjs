// A whole exam as a candidate sits it: start, answers, reload, review, result, and the day after.

import assert from "node:assert/strict";
import { answer, chosenPlaces, handIn, next, onQuestion, readForm, secondsLeft, start, startExam } from "../exam.mjs";
import { started, stored, test } from "../harness.mjs";

const FULL = 65;
const SEED = "K7Q2M9XA4T";

// Sits `length` questions, with a reload after `reloadAt`; answers the chosen places by question.
async function sit(page, length, reloadAt) {
  const chosen = [];
  for (let number = 1; number <= length; number += 1) {
    await onQuestion(page, number);
    chosen.push(await answer(page, number % 4));
    if (number === reloadAt) {
      const before = await secondsLeft(page);
      await page.reload();
      await started(page);
      await onQuestion(page, number);
      assert.deepEqual(await chosenPlaces(page), chosen.at(-1), "the answer is there after the reload");
      const after = await secondsLeft(page);
      assert.ok(after <= before && before - after < 30, `the clock went from ${before} to ${after} s`);
    }
    if (number < length) await next(page, number + 1);
  }
  return chosen;
}

test("an exam of 65 from start to result, reloaded half-way, kept for the next day", { timeout: 300_000 }, async (t) => {
  const profile = await t.sealedProfile();
  const page = await t.openApp("#/setup", { context: profile.context });
  await startExam(page, { questions: FULL });
  await page.getByRole("button", { name: "Flag", exact: true }).click();
  await sit(page, FULL, 33);
  await handIn(page);
  const score = await page.locator(".score").innerText();
  assert.match(score, /^\d+ of 50 right$/);
  assert.equal(await page.locator("details.item").count(), FULL);
  await page.getByRole("button", { name: /^Flagged \(1\)/ }).waitFor();

  const first = page.locator("details.item").first();
  await first.locator("summary").click();
  const reasons = first.locator("ol.reasons > li");
  await reasons.first().waitFor();
  assert.match(await reasons.first().innerText(), /Your answer/, "the reasons begin from the option chosen");
  for (const text of await reasons.allInnerTexts()) assert.ok(text.trim().length > 40, `an option without a reason: ${text}`);

  await profile.close();
  await profile.open();
  const later = await t.openApp("#/history", { context: profile.context });
  await later.getByRole("link", { name: score }).click();
  await later.getByRole("heading", { level: 1, name: "Result" }).waitFor();
  assert.equal(await later.locator(".score").innerText(), score);
});

test("the same exam with the server dead after one visit, from a cold tab", { timeout: 300_000 }, async (t) => {
  const profile = await t.sealedProfile();
  await stored(await t.openApp("", { context: profile.context }));
  await profile.close();
  await t.killServer();
  await profile.open();
  const page = await t.openApp("#/setup", { context: profile.context });
  await startExam(page, { questions: FULL, seed: SEED });
  await sit(page, FULL, 5);
  await handIn(page);
  assert.match(await page.locator(".score").innerText(), /^\d+ of 50 right$/);
  await page.locator("details.item").last().locator("summary").click();
  await page.locator("details.item").last().locator("ol.reasons > li").first().waitFor();
});

test("the next question is in the first frame after its tap, with the focus at its heading and the page at its top", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10, seed: SEED });
  await page.waitForFunction(() => document.title.startsWith("Question 1 "));
  await page.evaluate(() => {
    globalThis.titled = [];
    const note = () => globalThis.titled.push([location.hash, document.title]);
    new MutationObserver(note).observe(document.querySelector("title"), { childList: true });
  });
  for (let number = 2; number <= 5; number += 1) {
    const shown = await page.evaluate(() => {
      scrollTo(0, 200);
      return new Promise((done) => {
        document.querySelector(".exam-foot .next").click();
        requestAnimationFrame(() => done([document.getElementById("question-heading").innerText, document.activeElement.id, scrollY]));
      });
    });
    assert.deepEqual(shown, [`Question ${number} of 10`, "question-heading", 0]);
    // The address follows behind the frame.
    await page.waitForFunction((hash) => location.hash === hash, `#/sitting/${number}`);
  }
  // The title comes after the address, so that the history has each page by its own.
  await page.waitForFunction(() => globalThis.titled.length === 4);
  const titles = [2, 3, 4, 5].map((number) => [`#/sitting/${number}`, `Question ${number} of 10 · Invigil`]);
  assert.deepEqual(await page.evaluate(() => globalThis.titled), titles);
  await page.goBack();
  await onQuestion(page, 4);
});

test("two questions further within a frame stay there, and are two steps of the history", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10, seed: SEED });
  const shown = await page.evaluate(async () => {
    const heading = () => document.getElementById("question-heading").innerText;
    const further = async () => {
      const before = heading();
      document.querySelector(".exam-foot .next").click();
      // No task of the browser comes in between.
      for (let turn = 0; turn < 100 && heading() === before; turn += 1) await null;
    };
    await further();
    await further();
    const seen = new Set();
    for (let frame = 0; frame < 20; frame += 1) {
      seen.add(heading());
      await new Promise(requestAnimationFrame);
    }
    return [...seen];
  });
  assert.deepEqual(shown, ["Question 3 of 10"]);
  assert.equal(await page.evaluate(() => location.hash), "#/sitting/3");
  for (const number of [2, 1]) {
    await page.goBack();
    await onQuestion(page, number);
  }
});

test("one link opened in two fresh profiles gives the same form", { timeout: 300_000 }, async (t) => {
  const author = await t.newProfile({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await t.openApp("#/setup", { context: author });
  await page.getByText("Seed and link").click();
  await page.getByRole("button", { name: "Copy exam link" }).click();
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes("#/exam?"));
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(link.startsWith(`${t.url}#/exam?`), link);

  const forms = [];
  for (let profile = 0; profile < 2; profile += 1) {
    const friend = await t.openApp(link.slice(t.url.length), { context: await t.newProfile() });
    await friend.getByRole("heading", { level: 1, name: "Exam link" }).waitFor();
    assert.equal(await friend.getByRole("timer").count(), 0, "nothing starts before the candidate says so");
    await start(friend);
    forms.push(await readForm(friend, FULL));
  }
  assert.equal(new Set(forms[0].map(({ stem }) => stem)).size, FULL, "no question comes twice");
  assert.deepEqual(forms[0], forms[1]);
});

test("a deadline that passed while the app was closed hands in what was there, once", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  await answer(page, 0);
  await page.close();
  const later = await t.context.newPage();
  await later.clock.install({ time: Date.now() + 24 * 3_600_000 });
  await later.goto(t.url);
  await started(later);
  await later.goto(`${t.url}#/history`);
  await later.locator("ul.results > li").first().waitFor();
  assert.equal(await later.locator("ul.results > li").count(), 1);
  await later.reload();
  await started(later);
  assert.equal(await later.locator("ul.results > li").count(), 1, "not handed in again");
});

test("the screen stays on while time runs, again after coming back, and not afterwards", async (t) => {
  const page = await t.context.newPage();
  await page.addInitScript(() => {
    const held = [];
    globalThis.heldLocks = () => held.filter((lock) => !lock.released).length;
    const request = async (kind) => {
      const lock = { kind, released: false, release: async () => void (lock.released = true) };
      held.push(lock);
      return lock;
    };
    Object.defineProperty(navigator, "wakeLock", { value: { request }, configurable: true });
    globalThis.dropLocks = () => held.forEach((lock) => (lock.released = true));
  });
  const holds = (count) => page.waitForFunction((wanted) => heldLocks() === wanted, count);
  await page.goto(`${t.url}#/setup`);
  await startExam(page, { questions: 10 });
  await holds(1);
  // The browser lets go when the page is out of sight; it comes back.
  await page.evaluate(() => {
    dropLocks();
    document.dispatchEvent(new Event("visibilitychange"));
  });
  await holds(1);
  // It lets go of its own accord; or it refused, since nobody had touched the page yet. The next touch asks again.
  await page.evaluate(() => dropLocks());
  await page.getByRole("button", { name: "Flag", exact: true }).click();
  await holds(1);
  await handIn(page);
  await holds(0);
  await page.goto(`${t.url}#/setup`);
  await startExam(page, { questions: 10, way: "Untimed" });
  assert.equal(await page.locator("html").getAttribute("data-exam"), "untimed");
  await holds(0);
});
