// The ways to sit: instructions before the clock, reasons as one goes, breaks, and the question before leaving.

import assert from "node:assert/strict";
import { answer, chosenPlaces, handIn, onQuestion, startExam } from "../exam.mjs";
import { test } from "../harness.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

test("the clock starts after the instructions, and not before", async (t) => {
  const page = await t.openApp("#/setup");
  await page.getByRole("radio", { name: "10 minutes" }).check();
  await press(page, "Start the exam");
  await heading(page, "Before you begin");
  await page.getByText("5 questions in 10 minutes.").waitFor();
  await press(page, "How the room works");
  await heading(page, "How the room works");
  await page.waitForFunction(() => document.activeElement.id === "page-heading");
  assert.equal(await page.getByRole("timer").count(), 0);
  await press(page, "Back");
  await heading(page, "Before you begin");
  await press(page, "Back");
  await heading(page, "New exam");
  await press(page, "Start the exam");
  await press(page, "Begin: start the clock");
  await heading(page, "Question 1 of 5");
  assert.match(await page.getByRole("timer").innerText(), /^(10:00|09:5\d)$/);
});

test("reasons as one goes: an answer is checked, told, and stands", { timeout: 60_000 }, async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10, way: "Reasons as you go" });
  const check = page.getByRole("button", { name: "Check answer" });
  assert.ok(await check.isDisabled(), "nothing is chosen yet");
  assert.equal(await page.locator(".checked li").count(), 0);
  const places = await answer(page, 0);
  await check.click();
  const verdict = page.getByRole("heading", { level: 2, name: /^(Right|Not right)$/ });
  await verdict.waitFor();
  await page.waitForFunction(() => document.activeElement.id === "verdict");
  const options = await page.locator("fieldset.options input").count();
  assert.equal(await page.locator(".checked ol.reasons > li").count(), options, "a reason for every option");
  assert.equal(await page.locator("fieldset.options input:enabled").count(), 0, "the answer stands");
  assert.equal(await check.count(), 0);
  await page.reload();
  await verdict.waitFor();
  assert.deepEqual(await chosenPlaces(page), places);
  await press(page, "Next");
  await onQuestion(page, 2);
  assert.equal(await page.locator(".checked li").count(), 0);
  await page.goBack();
  await onQuestion(page, 1);
  await verdict.waitFor();
  await handIn(page);
});

test("a break covers the question and counts no time", async (t) => {
  const page = await t.openApp("#/setup");
  await page.clock.install();
  await startExam(page, { questions: 10, way: "Untimed" });
  await answer(page, 1);
  await press(page, "Pause");
  await heading(page, "A break");
  assert.equal(await page.locator("#stem").count(), 0);
  await page.getByText("1 of 10 answered").waitFor();
  await page.clock.fastForward(3_600_000);
  await page.reload();
  await heading(page, "A break");
  await press(page, "Go on");
  await onQuestion(page, 1);
  await handIn(page);
  assert.doesNotMatch(await page.getByRole("main").innerText(), /1 h/);
});

test("back is the last question, and before the first one a question", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  await press(page, "Next");
  await onQuestion(page, 2);
  await page.goBack();
  await onQuestion(page, 1);
  await page.goBack();
  const dialog = page.getByRole("dialog", { name: "Leave the exam?" });
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await onQuestion(page, 1);
  await press(page, "Review");
  await press(page, "Leave, the exam goes on");
  await page.getByRole("link", { name: "Continue your exam" }).click();
  await onQuestion(page, 1);
  await page.goBack();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await dialog.waitFor({ state: "hidden" });
  await heading(page, "Welcome back");
});

test("a domain alone: its questions, and a link that names them", async (t) => {
  const page = await t.openApp("#/setup");
  await page.getByRole("radio", { name: "10", exact: true }).check();
  await page.getByText("Domains and tasks: all").click();
  await page.locator(".domain input").nth(1).check();
  await page.getByText("Domains and tasks: 1 chosen").waitFor();
  // Who looks elsewhere finds it open again, with what was chosen.
  await page.getByRole("link", { name: "About", exact: true }).click();
  await page.goBack();
  await page.locator("details[open] .domain input:checked").waitFor();
  assert.equal(await page.locator("details[open]").count(), 1);
  await page.getByRole("radio", { name: "Untimed" }).check();
  await startExam(page);
  await handIn(page);
  assert.equal(await page.locator("table.domains tbody tr").count(), 1);
});
