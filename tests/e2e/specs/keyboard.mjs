// A whole exam by keyboard alone: from the home page to the reasons of the result, and no pointer anywhere.

import assert from "node:assert/strict";
import { chosenPlaces, onQuestion, readQuestion, tabTo } from "../exam.mjs";
import { test } from "../harness.mjs";

const ANSWERED = 5;

const focus = (page, id) => page.waitForFunction((wanted) => document.activeElement.id === wanted, id);

// Tab to what is wanted, and the key that presses it.
async function press(page, selector, words, key = "Enter") {
  await tabTo(page, selector, words);
  const seen = await page.evaluate(() => getComputedStyle(document.activeElement.closest(":has(> :focus-visible):is(.option, .choice)") ?? document.activeElement).outlineStyle);
  assert.notEqual(seen, "none", `the focus is seen on ${selector} ${words}`);
  await page.keyboard.press(key);
}

const opened = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

test("an exam from the home page to its reasons, with the keyboard alone", { timeout: 120_000 }, async (t) => {
  const page = await t.openApp();
  await page.locator("button:enabled", { hasText: "Try 5 now" }).waitFor();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Skip to the page");
  await page.keyboard.press("Enter");
  await press(page, "a", "Set up an exam");
  await opened(page, "New exam");
  await tabTo(page, "[name=length]");
  // The arrows choose within the group: from 65 to 10.
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowDown");
  assert.ok(await page.getByRole("radio", { name: "10", exact: true }).isChecked());
  await press(page, "button", "Start the exam");
  await opened(page, "Before you begin");
  await focus(page, "page-heading");
  await press(page, "button", "Begin: start the clock");

  for (let number = 1; number <= ANSWERED; number += 1) {
    await onQuestion(page, number);
    await focus(page, "question-heading");
    const { wanted } = await readQuestion(page);
    for (let count = 0; count < wanted; count += 1) await press(page, "fieldset.options input", "", "Space");
    assert.equal((await chosenPlaces(page)).length, wanted);
    if (number === 2) {
      await press(page, "button", "Flag", "Space");
      await page.locator(".flag[aria-pressed=true]").waitFor();
    }
    await press(page, ".exam-foot button", "Next");
  }
  await onQuestion(page, ANSWERED + 1);
  await focus(page, "question-heading");
  await press(page, ".exam-foot button", "Review");
  await opened(page, "Review before handing in");
  await focus(page, "page-heading");

  // Back to the flagged question and again to the review.
  await press(page, "a", "2");
  await onQuestion(page, 2);
  await press(page, ".exam-foot button", "Review");
  await opened(page, "Review before handing in");

  await press(page, "button", "Hand in");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Hand in", "the focus comes back");
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").waitFor();
  await press(page, "dialog button", "Yes, hand in");
  await opened(page, "Result");
  await focus(page, "page-heading");
  await press(page, "button", "Flagged (1)");
  await page.waitForFunction(() => document.querySelectorAll("details.item").length === 1);
  await press(page, "summary", "");
  await page.locator("ol.reasons > li").first().waitFor();
});
