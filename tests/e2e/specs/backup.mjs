// A backup: one file that brings everything back, merges and never overwrites; and files that are none.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { answer, handIn, leaveFor, next, onQuestion } from "../exam.mjs";
import { started, test } from "../harness.mjs";

const at = (t, hash) => `${t.url}${hash}`;

async function sitFive(page) {
  await page.getByRole("button", { name: "Try 5 now" }).click();
  for (let number = 1; number <= 5; number += 1) {
    await onQuestion(page, number);
    await answer(page, 0);
    if (number < 5) await next(page, number + 1);
  }
  await handIn(page);
  return page.locator(".score").innerText();
}

async function makeBackup(t, page, go = (address) => page.goto(address)) {
  await go(at(t, "#/settings"));
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Make a backup" }).click();
  const file = await download;
  assert.match(file.suggestedFilename(), /^invigil-backup-\d{4}-\d\d-\d\d\.json$/);
  return file.path();
}

async function erase(t, page) {
  await page.goto(at(t, "#/settings"));
  await page.getByRole("button", { name: "Erase everything", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Yes, erase everything" }).click();
  await page.getByText("Everything that Invigil had stored on this device is erased.").waitFor();
}

async function restore(t, page, file, words) {
  await page.goto(at(t, "#/settings"));
  await page.locator("input[type=file]").setInputFiles(file);
  await page.locator(".notices").getByText(words).waitFor();
}

// The text of each question's part of a result, as it is read at review.
async function readReview(page) {
  const items = page.locator("details.item");
  const texts = [];
  for (let place = 0; place < (await items.count()); place += 1) {
    const item = items.nth(place);
    if (!(await item.evaluate((details) => details.open))) await item.locator("summary").click();
    await item.locator("ol.reasons > li").first().waitFor();
    texts.push(await item.innerText());
  }
  return texts;
}

async function openResult(t, page, score) {
  await page.goto(at(t, "#/history"));
  await page.getByRole("link", { name: score }).first().click();
  await page.getByRole("heading", { level: 1, name: "Result" }).waitFor();
}

test("a backup brings results, reviews and the running exam back after all was erased", { timeout: 180_000 }, async (t) => {
  const page = await t.openApp();
  const score = await sitFive(page);
  const review = await readReview(page);
  await page.goto(at(t, "#/"));
  await page.getByLabel("Day of your exam").fill("2027-03-04");
  await page.getByRole("button", { name: "Try 5 now" }).click();
  await onQuestion(page, 1);
  await answer(page, 1);
  await next(page, 2);
  await page.getByRole("button", { name: "Flag", exact: true }).click();
  const file = await makeBackup(t, page, (address) => leaveFor(page, address));

  await erase(t, page);
  await page.reload();
  await started(page);
  await page.goto(at(t, "#/history"));
  await page.getByText("No results yet").waitFor();
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), [], "nothing is left");

  await restore(t, page, file, "1 result was added");
  await page.reload();
  await started(page);
  await openResult(t, page, score);
  assert.deepEqual(await readReview(page), review, "the review reads as it did");
  await page.goto(at(t, "#/sitting"));
  await onQuestion(page, 2);
  await page.getByRole("button", { name: "Flag", exact: true, pressed: true }).waitFor();
  await page.getByRole("button", { name: "Previous", exact: true }).click();
  await onQuestion(page, 1);
  assert.ok((await page.locator("fieldset.options input:checked").count()) >= 1);
  await leaveFor(page, at(t, "#/settings"));
  assert.equal(await page.getByLabel("Day of your exam").inputValue(), "2027-03-04");
});

test("restoring adds to what is there, and twice is as once", { timeout: 180_000 }, async (t) => {
  const page = await t.openApp();
  const first = await sitFive(page);
  const file = await makeBackup(t, page);

  const other = await t.openApp("", { context: await t.newProfile() });
  await sitFive(other);
  await restore(t, other, file, "1 result was added");
  await restore(t, other, file, "no result that was not here already");
  await other.reload();
  await started(other);
  await other.goto(at(t, "#/history"));
  assert.equal(await other.locator("ul.results > li").count(), 2);
  await openResult(t, other, first);
});

for (const [name, text, words] of [
  ["a file that is no JSON", "results: all of them", /cannot be read as a backup: it stops making sense at line 1, column 1/],
  ["an empty file", "", /cannot be read as a backup|not a backup/],
  ["JSON of something else", '{"name":"another app","version":3}', "not a backup of Invigil"],
  ["a picture", Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 255]), /cannot be read as a backup|not a backup/],
]) {
  test(`${name} is refused, and changes nothing`, async (t) => {
    const page = await t.openApp();
    const before = await page.evaluate(() => JSON.stringify(localStorage));
    await restore(t, page, { name: "backup.json", mimeType: "application/json", buffer: Buffer.from(text) }, words);
    assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), before);
  });
}

test("a backup that was cut short is refused with the place, and the whole one is still read", { timeout: 120_000 }, async (t) => {
  const page = await t.openApp();
  await sitFive(page);
  const whole = await readFile(await makeBackup(t, page));
  await erase(t, page);
  const cut = whole.subarray(0, whole.length - 20);
  await restore(t, page, { name: "b.json", mimeType: "application/json", buffer: cut }, /stops making sense at line \d+, column \d+/);
  await restore(t, page, { name: "b.json", mimeType: "application/json", buffer: whole }, "1 result was added");
});
