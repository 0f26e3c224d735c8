// 'I think this is wrong': the question leaves the learner's draws; and a bank that corrects a key grades past exams again.

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { answer, handIn, onQuestion, readQuestion, start } from "../exam.mjs";
import { offered, started, stored, test } from "../harness.mjs";
import { makeRelease } from "../release.mjs";

const plain = (text) => text.replace(/\s+/g, " ").trim();

async function change(t) {
  return JSON.parse(await readFile(join(t.corrected, "corrected.json"), "utf8"));
}

// Opens the reasons of the first question on the result page.
async function openFirst(page) {
  const item = page.locator("details.item").first();
  await item.locator("summary").first().click();
  await item.locator("ol.reasons > li").first().waitFor();
  return item;
}

test("an objection is raised, kept, copied and lifted, and keeps its question out of the draws", { timeout: 120_000 }, async (t) => {
  await t.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { link } = await change(t);
  const page = await t.openApp(link);
  await start(page);
  await answer(page, 0);
  await handIn(page);
  const item = await openFirst(page);
  const number = Number(/Question no\. (\d+)/.exec(await item.innerText())[1]);
  await item.getByText("I think this is wrong").click();
  await item.getByRole("textbox", { name: "What is wrong" }).fill("The page says otherwise.");
  await item.getByRole("button", { name: "Object", exact: true }).click();
  await item.getByText(`You objected to question no. ${number}`).waitFor();
  assert.ok(await item.locator(".objection").evaluate((part) => part === document.activeElement), "the focus stays there");
  assert.deepEqual(await t.axe(page), []);

  await item.getByRole("button", { name: "Copy the report" }).click();
  await page.getByText("The text is copied.").waitFor();
  const report = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(report, new RegExp(`^Question ${number}, revision \\d+, bank \\w+\nChosen: .+\nKey: .+\nWhy it may be wrong: The page says otherwise\\.$`));

  // It outlives the page, and is listed with the bank.
  await page.reload();
  await started(page);
  await openFirst(page);
  await page.getByText(`You objected to question no. ${number}`).waitFor();
  await page.goto(`${t.url}#/bank`);
  await page.getByRole("heading", { level: 2, name: "Your objections" }).waitFor();
  await page.getByText(`You objected to question no. ${number}`).waitFor();
  assert.deepEqual(await t.axe(page), []);
  await page.getByRole("button", { name: "Lift the objection" }).click();
  await page.getByRole("heading", { level: 2, name: "Your objections" }).waitFor({ state: "detached" });
});

test("the bank is described in figures, offline too", { timeout: 90_000 }, async (t) => {
  const page = await t.openApp("#/about");
  await page.getByRole("link", { name: /How good the questions are/ }).click();
  await page.getByRole("heading", { level: 1, name: "The question bank" }).waitFor();
  const table = page.getByRole("table").first();
  await table.waitFor();
  assert.ok((await page.locator(".report").innerText()).includes("No certified human"), "it says who has not reviewed it");
  await stored(page);
  await t.killServer();
  await page.reload();
  await started(page);
  await table.waitFor();
});

test("a bank that corrects a key grades a past exam again, and the result says so", { timeout: 150_000 }, async (t) => {
  const { link, stem, old, new: corrected } = await change(t);
  const one = await makeRelease(t.dist, "one");
  const two = await makeRelease(t.dist, "two", t.corrected);
  for (const folder of [one, two]) t.cleanup(() => rm(folder, { recursive: true, force: true }));
  t.server.mount(t.prefix, one);
  const page = await t.openApp(link);
  await start(page);
  for (const number of [1, 2]) {
    await onQuestion(page, number);
    const question = await readQuestion(page);
    if (plain(question.stem) === plain(stem)) {
      await page.locator("fieldset.options label").filter({ hasText: old }).locator("input").check();
    }
    if (number === 1) await page.getByRole("button", { name: "Next", exact: true }).click();
  }
  await handIn(page);
  await page.getByText("1 of 2 right").first().waitFor();
  await stored(page);

  t.server.mount(t.prefix, two);
  await page.reload();
  await offered(page);
  await page.getByRole("button", { name: "Update now" }).click();
  await page.locator('html[data-edition="two"][data-app=started]').waitFor({ state: "attached" });
  await page.getByText("1 result was graded again").waitFor();
  await page.getByText("Graded again since, with corrected keys: 1 on that day, now 0.").waitFor();
  const item = page.locator("details.item").filter({ hasText: "key corrected" });
  assert.equal(await item.count(), 1);
  await item.locator("summary").first().click();
  const key = item.locator("ol.reasons > li").filter({ hasText: "Right answer" });
  await key.filter({ hasText: corrected }).waitFor();
  await item.locator("ol.reasons > li").filter({ hasText: "Right answer until then" }).filter({ hasText: old }).waitFor();
  assert.deepEqual(await t.axe(page), []);

  await page.goto(`${t.url}#/history`);
  await page.getByText("0 of 2 right").waitFor();
  await page.getByText("1 before a key was corrected").waitFor();
  await page.reload();
  await started(page);
  await page.getByText("0 of 2 right").waitFor();
  assert.equal(await page.getByText("graded again").count(), 0, "it is told once");
});
