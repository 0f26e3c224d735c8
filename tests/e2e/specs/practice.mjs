// Practice over faked days: what is due, the plan and readiness follow what a learner does; sealed mocks; the outcome.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { answer, onQuestion, readQuestion } from "../exam.mjs";
import { started, test } from "../harness.mjs";

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 11, 2, 8);
const EXAM = "2027-01-01";

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

async function openAt(t, time, hash) {
  const page = await t.context.newPage();
  await page.clock.install({ time });
  await page.goto(`${t.url}${hash}`);
  await started(page);
  return page;
}

// The practice page on a day, and what it says in figures.
async function practiceOn(page, t, day) {
  await page.clock.setSystemTime(FIRST + day * DAY);
  await page.goto(`${t.url}#/practice`);
  // A page that opens anew shows no figure before it is reckoned, so none of the day before.
  await page.reload();
  await started(page);
  await page.locator(".tile").first().waitFor();
  const words = await page.locator("main").innerText();
  const number = (pattern) => Number(pattern.exec(words)?.[1] ?? 0);
  return {
    words,
    set: number(/(\d+) questions, reasons as you go/),
    due: number(/(\d+) objectives? (?:is|are) due for review/),
    planned: number(/Today: (\d+) questions/),
    fresh: number(/Today: \d+ questions, (\d+) of them new/),
    evidence: number(/Not enough evidence yet \((\d+) of 65\)/),
    chance: /^(\d+) %$/m.exec(words.slice(words.indexOf("How ready")))?.[1],
  };
}

// Sits today's set to its end, a few seconds a question.
async function sitSet(page, questions) {
  await press(page, "Start today’s set");
  for (let number = 1; number <= questions; number += 1) {
    await onQuestion(page, number);
    await page.clock.fastForward(4_000);
    await answer(page, number);
    await press(page, "Check answer");
    await page.locator("#verdict").waitFor();
    if (number < questions) await press(page, "Next");
  }
  await press(page, "Review");
  await press(page, "Hand in");
  await page.getByRole("dialog").getByRole("button", { name: "Yes, hand in" }).click();
  await heading(page, "Result");
}

test("a learner over thirty days: what is due, the plan and readiness follow", { timeout: 240_000 }, async (t) => {
  const page = await openAt(t, FIRST, "#/practice");
  await heading(page, "Practice");
  await page.getByLabel("Day of your exam").fill(EXAM);
  const first = await practiceOn(page, t, 0);
  assert.equal(first.due, 0);
  assert.ok(first.set > 0 && first.planned === first.fresh, "all is new on the first day");
  assert.match(first.words, /Sealed mocks on .*22.*29/, "ten and three days before the exam");
  await sitSet(page, first.set);

  const evening = await practiceOn(page, t, 0);
  assert.equal(evening.evidence, first.set, "each first answer is evidence");
  assert.ok(evening.words.includes(`${first.set} of ${evening.planned} planned for today are done.`));

  const second = await practiceOn(page, t, 1);
  assert.ok(second.due > 0, "what went wrong is due tomorrow");
  // Three days are missed: what was left is spread over fewer days.
  const fifth = await practiceOn(page, t, 4);
  assert.ok(fifth.due >= second.due, "nothing that was due goes by itself");
  assert.ok(fifth.fresh >= second.fresh, `the plan of new questions grows: ${second.fresh} to ${fifth.fresh}`);

  let before = fifth;
  for (const day of [4, 5, 7, 9, 12]) {
    before = await practiceOn(page, t, day);
    if (before.set > 0) await sitSet(page, before.set);
  }
  const later = await practiceOn(page, t, 13);
  assert.ok(later.chance || later.evidence > first.set, later.words);
  if (later.chance) assert.ok(Number(later.chance) % 5 === 0 && later.chance >= 5 && later.chance <= 95);

  // The exam caps what is due: on its eve all that was practised is due, or was.
  const eve = await practiceOn(page, t, 29);
  assert.ok(eve.due >= later.due && eve.due >= second.due, `${eve.due} are due on the eve, ${later.due} were before`);
  const mocks = /Sealed mocks on (.*)\.$/m.exec(eve.words)?.[1] ?? "";
  assert.equal(mocks.split("2026").length - 1, 1, `one mock for the one day that is left: ${mocks}`);

  // The day after, how it went.
  await page.clock.setSystemTime(FIRST + 31 * DAY);
  await page.goto(`${t.url}#/`);
  await page.goto(`${t.url}#/practice`);
  await page.getByRole("heading", { level: 2, name: "How did your exam go?" }).waitFor();
  await page.getByLabel("Scaled score, if you like").fill("731");
  await press(page, "Passed");
  await page.getByText(/: passed, score 731\. Chance shown before:/).waitFor();
  await page.reload();
  await page.getByText(/: passed, score 731\. Chance shown before:/).waitFor();
  assert.equal(await page.getByRole("heading", { level: 2, name: "How did your exam go?" }).count(), 0);
});

test("the plan is a calendar", async (t) => {
  const page = await openAt(t, FIRST, "#/practice");
  await page.getByLabel("Day of your exam").fill(EXAM);
  const download = page.waitForEvent("download");
  await press(page, "Add to a calendar");
  const file = await readFile(await (await download).path(), "utf8");
  assert.ok(file.startsWith("BEGIN:VCALENDAR\r\n") && file.endsWith("END:VCALENDAR\r\n"));
  assert.equal(file.match(/BEGIN:VEVENT/g).length, 4, "practice, two mocks, the exam");
  for (const line of file.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  assert.match(file, /DTSTART;VALUE=DATE:20270101/);
  assert.match(file, /RRULE:FREQ=DAILY;COUNT=30/);
});

test("a sealed mock begins with its instructions and is shared by no link", { timeout: 120_000 }, async (t) => {
  const page = await openAt(t, FIRST, "#/practice");
  await page.getByRole("button", { name: /^Sealed mock/ }).click();
  await heading(page, "Before you begin");
  await press(page, "Begin: start the clock");
  await onQuestion(page, 1);
  const { stem } = await readQuestion(page);
  assert.ok(stem.length > 40);
  await answer(page, 0);
  await press(page, "Review");
  await press(page, "Hand in");
  await page.getByRole("dialog").getByRole("button", { name: "Yes, hand in" }).click();
  await heading(page, "Result");
  await page.getByText("A sealed mock has no link").waitFor();
  assert.equal(await page.getByRole("button", { name: "Copy exam link" }).count(), 0);
});

test("drills are had offline", { timeout: 60_000 }, async (t) => {
  const page = await openAt(t, FIRST, "#/practice");
  await page.locator(".drills").waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.waitForFunction(() => navigator.serviceWorker.controller);
  await t.killServer();
  await page.reload();
  await page.getByRole("button", { name: /^Never seen/ }).click();
  await onQuestion(page, 1);
});
