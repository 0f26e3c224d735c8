// Single keys: used, changed, refused, turned off, and silent while typing.

import assert from "node:assert/strict";
import { leaveFor, onQuestion, startExam } from "../exam.mjs";
import { started, test } from "../harness.mjs";

const said = (page) => page.locator("[aria-live=polite]").innerText();
const status = (page) => page.locator("#main [role=status]");

test("the keys do what the buttons do, and say what a button would show", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  await page.keyboard.press("2");
  await page.locator("fieldset.options input").nth(1).and(page.locator(":checked")).waitFor({ state: "attached" });
  await page.keyboard.press("f");
  await page.getByRole("button", { name: "Flag", pressed: true }).waitFor();
  assert.equal(await said(page), "Flagged for review");
  await page.keyboard.press("t");
  await page.waitForFunction(() => /^\d+ minutes left$/.test(document.querySelector("[aria-live=polite]").innerText));
  await page.keyboard.press("n");
  await onQuestion(page, 2);
  assert.equal(await said(page), "", "nothing is said unasked");
  await page.getByRole("button", { name: "Flag", exact: true }).click();
  await page.getByRole("button", { name: "Flag", pressed: true }).waitFor();
  assert.equal(await said(page), "", "the button says it itself");
  await page.keyboard.press("a");
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-label")?.startsWith("Question 2,"));
  await page.keyboard.press("?");
  await page.waitForFunction(() => document.activeElement.textContent === "Keys" && document.activeElement.parentElement.open);
  await page.keyboard.press("x");
  await page.keyboard.press("3");
  await page.getByRole("button", { name: "Strike out option C", pressed: true }).waitFor();
  await page.waitForFunction(() => document.querySelector("[aria-live=polite]").innerText === "Option C struck out");
  await page.keyboard.press("m");
  const note = page.getByRole("textbox", { name: /^Note on this question/ });
  await note.waitFor();
  await page.waitForFunction(() => document.activeElement.id === "note");
  await page.keyboard.type("npfrx1");
  assert.equal(await note.inputValue(), "npfrx1", "the key that opened the note is not in it, and keys are typed");
  await onQuestion(page, 2);
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("r");
  await page.getByRole("heading", { level: 1, name: "Review before handing in" }).waitFor();
});

test("a key is changed by pressing another, told when it cannot be, kept, and reset", async (t) => {
  const page = await t.openApp("#/");
  await page.keyboard.press("?");
  await page.getByRole("heading", { level: 1, name: "Keys" }).waitFor();
  const change = page.getByRole("button", { name: "Change for: Next question" });
  await change.focus();
  await page.keyboard.press("Enter");
  const told = async (pattern) => {
    await status(page).filter({ hasText: pattern }).waitFor();
  };
  await told(/Press a key for “Next question”/);
  for (const [key, why] of [
    ["p", /taken by “Previous question”/],
    ["Enter", /moves on the page/],
    ["4", /Digits choose options/],
    ["F2", /belongs to the browser/],
    ["Insert", /screen readers/],
    ["Control+k", /Ctrl, Alt or Meta/],
  ]) {
    await page.keyboard.press(key);
    await told(why);
  }
  await page.keyboard.press("j");
  await told(/“Next question” is on j now/);
  assert.deepEqual(await t.axe(page), []);
  await page.reload();
  await started(page);
  await page.locator("kbd", { hasText: /^j$/ }).waitFor();
  await page.goto(`${t.url}#/setup`);
  await startExam(page, { questions: 10 });
  await page.keyboard.press("n");
  await page.keyboard.press("j");
  await onQuestion(page, 2);
  await leaveFor(page, `${t.url}#/keys`);
  await page.getByRole("button", { name: "Reset all keys" }).click();
  await page.locator("kbd", { hasText: /^n$/ }).waitFor();
});

test("Tab leaves a row that waits for a key, and Escape leaves the key as it is", async (t) => {
  const page = await t.openApp("#/keys");
  await page.getByRole("button", { name: "Change for: Next question" }).click();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Change for: Next question" }).waitFor();
  await page.keyboard.press("Enter");
  await status(page).filter({ hasText: "Press a key" }).waitFor();
  await page.keyboard.press("Tab");
  await page.waitForFunction(() => document.activeElement.getAttribute("aria-label")?.includes("Previous question"));
  await page.keyboard.press("g");
  await page.locator("kbd", { hasText: /^n$/ }).waitFor();
});

test("turned off, keys do nothing; typed into a field, they are typed", async (t) => {
  const page = await t.openApp("#/setup");
  await page.getByText("Seed and link").click();
  const seed = page.getByRole("textbox", { name: "Seed" });
  await seed.fill("");
  await seed.pressSequentially("npfrta");
  assert.equal(await seed.inputValue(), "npfrta");
  await page.goto(`${t.url}#/settings`);
  await page.getByRole("checkbox", { name: "Turn single keys off" }).check();
  await page.goto(`${t.url}#/setup`);
  await page.getByRole("button", { name: "Another seed" }).or(page.getByText("Seed and link")).first().waitFor();
  await page.getByText("Seed and link").click();
  await page.getByRole("button", { name: "Another seed" }).click();
  await startExam(page, { questions: 10 });
  for (const key of ["n", "f", "r", "2", "?"]) await page.keyboard.press(key);
  await onQuestion(page, 1);
  assert.equal(await page.getByRole("button", { name: "Flag", pressed: true }).count(), 0);
  assert.equal(await page.locator("fieldset.options input:checked").count(), 0);
  assert.equal(await page.locator("details.keys-fold[open]").count(), 0);
  await page.getByText("Keys", { exact: true }).click();
  await page.getByText("Single keys are turned off in Settings.").waitFor();
});
