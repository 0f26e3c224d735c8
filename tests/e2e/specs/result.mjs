// The result: what to do next, pace, changed answers, filters, two results side by side, and the page on paper.

import assert from "node:assert/strict";
import { answer, handIn, next, onQuestion, startExam } from "../exam.mjs";
import { started, test } from "../harness.mjs";

// An exam of twenty questions: one flagged, one changed, the second half unanswered. Ends at its result.
async function sit(page, { length = 20, answered = 10 } = {}) {
  await startExam(page, { questions: length });
  for (let number = 1; number <= answered; number += 1) {
    if (number === 2) await page.getByRole("button", { name: "Flag", exact: true }).click();
    await answer(page, 0);
    await next(page, number + 1);
  }
  await page.getByRole("link", { name: /^Question 1,/ }).click();
  await onQuestion(page, 1);
  const { wanted } = await answerAgain(page);
  await handIn(page);
  return { wanted };
}

// Chooses the next options in place of those that were chosen.
async function answerAgain(page) {
  const fields = page.locator("fieldset.options input");
  const chosen = await fields.evaluateAll((all) => all.filter((field) => field.checked).length);
  if (chosen > 1) await fields.nth(0).uncheck();
  await fields.nth(chosen).check();
  return { wanted: chosen };
}

const region = (page, name) => page.getByRole("region", { name });

async function inspect(t, page, name) {
  for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { forcedColors: "active" }]) {
    await page.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: "reduce", ...media });
    for (const width of [320, 412, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const where = `${name}, ${JSON.stringify(media)}, ${width} px`;
      assert.deepEqual(await t.axe(page), [], where);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(tooWide <= 0, `${where}: ${tooWide} px wider than the window`);
    }
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
}

test("the result says what to do next, how the time went and what was changed", { timeout: 180_000 }, async (t) => {
  const page = await t.openApp("#/setup");
  await sit(page);
  assert.ok(await page.locator("#page-heading").evaluate((heading) => heading === document.activeElement));
  const parts = region(page, "What to do next").getByRole("listitem");
  assert.equal(await parts.count(), 3);
  for (const words of await parts.allInnerTexts()) assert.match(words, /about (1 point|\d+\.\d points)/);
  await region(page, "Pace").getByText("a question; an even share is 2 min 00 s.").waitFor();
  const chart = region(page, "Pace").getByRole("img");
  assert.match(await chart.getAttribute("aria-label"), /^Time used question by question beside an even pace: 11 questions/);
  await region(page, "Pace").getByText("The pace in figures").click();
  assert.equal(await region(page, "Pace").getByRole("row").count(), 3, "a head, and the quarters that were reached");
  await region(page, "Answers changed").getByText(/^Changing answers/).waitFor();
  await inspect(t, page, "result");
});

test("questions are filtered by how they went and by domain, and an empty filter says so", { timeout: 120_000 }, async (t) => {
  const page = await t.openApp("#/setup");
  await sit(page);
  const items = page.locator("details.item");
  const choose = async (name) => {
    await page.getByRole("button", { name }).click();
    return Number(/\((\d+)\)/.exec(await page.getByRole("button", { name }).innerText())[1]);
  };
  for (const name of [/^All \(/, /^Wrong/, /^Flagged/, /^Changed/]) {
    const count = await choose(name);
    assert.equal(await items.count(), count, String(name));
  }
  await items.first().getByText(/^changed/).waitFor();
  assert.equal(await choose(/^Not counted/), 0);
  await page.getByText("Every question here counted.").waitFor();
  await choose(/^All \(/);
  const field = page.getByRole("combobox", { name: "Domain" });
  let sum = 0;
  const titles = (await field.locator("option").allInnerTexts()).slice(1);
  for (const label of titles) {
    await field.selectOption({ label });
    const count = await choose(/^All \(/);
    assert.equal(await items.count(), count, label);
    sum += count;
  }
  assert.equal(sum, 20);
});

test("two results stand side by side, and either may be another", { timeout: 180_000 }, async (t) => {
  const page = await t.openApp("#/setup");
  await sit(page, { length: 10, answered: 3 });
  await page.goto(`${t.url}#/setup`);
  await sit(page, { length: 20, answered: 5 });
  await page.getByRole("link", { name: "Compare with the one before" }).click();
  await page.getByRole("heading", { level: 1, name: "Two results side by side" }).waitFor();
  const rows = page.getByRole("row", { name: /Right of those that count/ });
  assert.match(await rows.innerText(), /of 10 .*of 20/s);
  await page.getByRole("heading", { level: 2, name: "Questions that both had" }).waitFor();
  await inspect(t, page, "compare");

  // A reload opens the same two, and a choice puts another in place of one.
  await page.reload();
  await started(page);
  const before = await page.getByRole("combobox", { name: "First" }).inputValue();
  const second = page.getByRole("combobox", { name: "Second" });
  await second.selectOption(before);
  await page.waitForFunction((id) => location.hash === `#/compare/${id}/${id}`, before);
  assert.match(await rows.innerText(), /of 10 .*of 10/s);
  await page.goto(`${t.url}#/history`);
  await page.getByRole("link", { name: "Compare the two newest" }).click();
  await page.getByRole("heading", { level: 1, name: "Two results side by side" }).waitFor();
});

test("two results of which one is not here say so", async (t) => {
  const page = await t.openApp("#/compare/0199c0ffee0cafebabe/0199c0ffee0cafebabf");
  await page.getByText("One of the two results is not on this device.").waitFor();
  assert.deepEqual(await t.axe(page), []);
});

test("on paper stand all reasons, or what is left out", { timeout: 120_000 }, async (t) => {
  await t.context.addInitScript(() => {
    globalThis.printed = 0;
    globalThis.print = () => {
      globalThis.printed += document.querySelectorAll("ol.reasons").length;
    };
  });
  const page = await t.openApp("#/setup");
  await sit(page, { length: 10, answered: 3 });
  await page.emulateMedia({ media: "print" });
  await page.getByText("Reasons that were not open on the page are left out.").waitFor();
  await page.emulateMedia({ media: null });
  assert.equal(await page.getByText("Reasons that were not open on the page are left out.").isVisible(), false);
  await page.getByRole("button", { name: "Print or save as PDF" }).click();
  await page.waitForFunction(() => globalThis.printed > 0);
  assert.equal(await page.evaluate(() => globalThis.printed), 10, "all reasons are there when it is printed");
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByText("Reasons that were not open on the page are left out.").isVisible(), false);
  assert.equal(await page.locator("ol.reasons:visible").count(), 10);
  assert.equal(await page.getByRole("button", { name: "Print or save as PDF" }).isVisible(), false);
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  assert.ok(pages >= 3, `a paper of ten questions and their reasons has pages: ${pages}`);
});
