// Exam time against what browsers and people do to clocks. The log's own stamps are read, to the millisecond.

import assert from "node:assert/strict";
import { answer, chosenPlaces, leaveFor, next, onQuestion, startExam } from "../exam.mjs";
import { started, test } from "../harness.mjs";

const HOUR = 3_600_000;
const MINUTE = 60_000;

// Flags or unflags the question, and reads the moment that the app noted: exam time, its wall clock, and ours.
async function stamp(t, page) {
  const before = Date.now();
  await page.getByRole("button", { name: "Flag" }).click();
  await page.locator(".kept[data-kept=safely]").waitFor();
  const between = (before + Date.now()) / 2;
  const { elapsed, wall } = await page.evaluate((prefix) => {
    const slots = ["a", "b"].map((slot) => localStorage.getItem(`${prefix}invigil.sitting.${slot}`)).filter(Boolean);
    const number = (text) => Number(text.split(".")[1]);
    const newest = slots.sort((one, other) => number(other) - number(one))[0];
    return JSON.parse(newest.slice(newest.indexOf("{")));
  }, t.prefix);
  return { elapsed, wall, ours: between };
}

// How far the exam time of two stamps is from the time that really went by.
const error = (from, to, clock = "wall") => Math.abs(to.elapsed - from.elapsed - (to[clock] - from[clock]));

async function timedExam(t, context = t.context) {
  const page = await t.openApp("#/setup", { context });
  await startExam(page, { questions: 10 });
  return page;
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

test("a page that is frozen for four seconds loses no time", async (t) => {
  const page = await timedExam(t);
  const session = await t.context.newCDPSession(page);
  const from = await stamp(t, page);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await pause(4000);
  await session.send("Page.setWebLifecycleState", { state: "active" });
  const to = await stamp(t, page);
  assert.ok(to.elapsed - from.elapsed >= 4000);
  assert.ok(error(from, to) <= 250, `${error(from, to)} ms`);
});

test("a page in the background for four seconds loses no time", async (t) => {
  const page = await timedExam(t);
  const from = await stamp(t, page);
  const other = await t.context.newPage();
  await other.bringToFront();
  await pause(4000);
  await page.bringToFront();
  const to = await stamp(t, page);
  assert.ok(error(from, to) <= 250, `${error(from, to)} ms`);
});

test("a reload costs the time that it takes, to a second", async (t) => {
  const page = await timedExam(t);
  let from = await stamp(t, page);
  for (let round = 0; round < 3; round += 1) {
    await page.reload();
    await started(page);
    const to = await stamp(t, page);
    assert.ok(error(from, to) <= 1000, `${error(from, to)} ms`);
    from = to;
  }
});

test("away to another page and back: the answers and the time are there", async (t) => {
  const page = await timedExam(t);
  const places = await answer(page, 1);
  const from = await stamp(t, page);
  await page.goto("about:blank");
  await pause(1500);
  await page.goBack();
  await started(page);
  await onQuestion(page, 1);
  assert.deepEqual(await chosenPlaces(page), places);
  const to = await stamp(t, page);
  assert.ok(error(from, to) <= 1000, `${error(from, to)} ms`);
});

// The system clock as the page sees it, which the test can set. The monotonic clock stays as it is.
const settable = (context) =>
  context.addInitScript(() => {
    const System = Date;
    globalThis.skew = 0;
    globalThis.Date = class extends System {
      constructor(...parts) {
        super(...(parts.length ? parts : [System.now() + globalThis.skew]));
      }

      static now() {
        return System.now() + globalThis.skew;
      }
    };
  });

test("a clock set back two hours gives no free minute", async (t) => {
  await settable(t.context);
  const page = await timedExam(t);
  const from = await stamp(t, page);
  await page.evaluate((by) => (globalThis.skew = by), -2 * HOUR);
  await page.getByText("The clock of this device was set back.").waitFor();
  const to = await stamp(t, page);
  assert.ok(error(from, to, "ours") <= 250, `${error(from, to, "ours")} ms`);
  await page.evaluate(() => (globalThis.skew = 0));
});

test("a machine that sleeps four minutes: the clock kept running, and it is said", async (t) => {
  await settable(t.context);
  const page = await timedExam(t);
  const from = await stamp(t, page);
  await page.evaluate((by) => (globalThis.skew = by), 4 * MINUTE + 10_000);
  await page.getByText("You were away for 4 min").waitFor();
  const to = await stamp(t, page);
  assert.ok(error(from, to) <= 250, `${error(from, to)} ms`);
  assert.ok(to.elapsed - from.elapsed >= 4 * MINUTE + 10_000);
});

test("a clock set forward over the end: handed in once, and the work can go on without a clock", { timeout: 90_000 }, async (t) => {
  await settable(t.context);
  const page = await timedExam(t);
  const first = await answer(page, 1);
  await next(page, 2);
  const second = await answer(page, 0);
  await page.evaluate((by) => (globalThis.skew = by), 5 * HOUR);
  await page.getByRole("heading", { level: 1, name: "Result" }).waitFor();
  await page.evaluate(() => (globalThis.skew = 0));
  const score = await page.locator(".score").innerText();
  await page.getByRole("button", { name: "Go on without a clock" }).click();
  await onQuestion(page, 2);
  assert.deepEqual(await chosenPlaces(page), second);
  await page.getByText("No time limit").waitFor();
  await page.reload();
  await started(page);
  await onQuestion(page, 2);
  await page.getByRole("button", { name: "Previous" }).click();
  await onQuestion(page, 1);
  assert.deepEqual(await chosenPlaces(page), first);
  await leaveFor(page, `${t.url}#/history`);
  assert.equal(await page.locator("ul.results > li").count(), 1, "the result stays as it is");
  await page.locator("ul.results a").first().click();
  await page.getByRole("heading", { level: 1, name: "Result" }).waitFor();
  assert.equal(await page.locator(".score").innerText(), score);
});
