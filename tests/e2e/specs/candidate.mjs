// The candidate's tools: striking out, highlighting, a note, and how sure one is; by pointer, by keyboard, by ear, and
// through reload, tab and backup.

import assert from "node:assert/strict";
import { answer, chosenPlaces, next, onQuestion, startExam, tabTo } from "../exam.mjs";
import { started, test } from "../harness.mjs";

const strikes = (page) => page.getByRole("button", { name: /^Strike out option/ });
const strike = (page, letter) => page.getByRole("button", { name: `Strike out option ${letter}`, exact: true });
const pressed = (locator) => locator.getAttribute("aria-pressed");
const marks = (page) => page.locator("#stem mark");
const sentences = (page) => page.locator("#stem").getByRole("checkbox");
const note = (page) => page.getByRole("textbox", { name: "Note on this question" });

async function openTools(page) {
  await page.locator("summary", { hasText: "Tools" }).click();
  await note(page).waitFor();
}

async function reload(page, number) {
  await page.locator("[data-kept=safely]").waitFor({ state: "attached" });
  await page.reload();
  await started(page);
  await onQuestion(page, number);
}

// What is said by itself while something is done.
async function said(page, act) {
  await page.evaluate(() => {
    globalThis.heard = [];
    const live = document.querySelectorAll("[aria-live], [role=status], [role=alert]");
    const watch = new MutationObserver(() => heard.push(...[...live].map((one) => one.textContent).filter(Boolean)));
    for (const one of live) watch.observe(one, { childList: true, subtree: true, characterData: true });
  });
  await act();
  return page.evaluate(() => globalThis.heard);
}

test("a strike is a button of its own that selects nothing, survives a reload, and goes when its option is chosen", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  const heard = await said(page, async () => {
    await strike(page, "B").click();
    await strike(page, "C").click();
    await strike(page, "C").click();
    await strike(page, "D").click();
  });
  assert.deepEqual(heard, [], "the button says its state; nothing is announced beside");
  assert.deepEqual(await chosenPlaces(page), [], "nothing is selected");
  await onQuestion(page, 1);
  await reload(page, 1);
  for (const [letter, state] of [["A", "false"], ["B", "true"], ["C", "false"], ["D", "true"]]) {
    assert.equal(await pressed(strike(page, letter)), state, letter);
  }
  const fields = page.locator("fieldset.options").locator("input");
  const spoken = await page.locator("fieldset.options").ariaSnapshot();
  assert.equal(spoken.match(/struck out"/g)?.length, 2, spoken);
  await fields.nth(1).check();
  assert.deepEqual(await chosenPlaces(page), [1]);
  assert.equal(await page.locator(".option-struck").count(), 1, "what is chosen is struck out no longer");
  assert.ok(await strike(page, "B").isHidden(), "and cannot be struck out");
  await next(page, 2);
  assert.equal(await page.locator(".option-struck").count(), 0, "each question has its own");
});

test("a strike is as large as a finger, clear of its row, at every width", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  for (const [width, gap] of [[320, 8], [412, 12], [1280, 40]]) {
    await page.setViewportSize({ width, height: 740 });
    const boxes = (locator) => locator.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    const [rows, buttons] = [await boxes(page.locator("label.option")), await boxes(strikes(page))];
    assert.equal(rows.length, buttons.length);
    rows.forEach((row, at) => {
      const button = buttons[at];
      assert.ok(button.width >= 44 && button.height >= 44, `${width} px: ${button.width} × ${button.height}`);
      assert.ok(button.left - row.right >= gap, `${width} px: ${button.left - row.right} px apart`);
      assert.ok(button.right <= width, `${width} px: within the window`);
    });
  }
});

test("sentences are highlighted one by one, and stay so out of the mode and after a reload", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10, seed: "K7Q2M9XA4T" });
  const words = (await page.locator("#stem").innerText()).replace(/\s+/g, " ").trim();
  await openTools(page);
  await page.getByRole("button", { name: "Highlight sentences" }).click();
  await page.waitForFunction(() => document.activeElement.id === "question-heading");
  const count = await sentences(page).count();
  assert.ok(count >= 2, `${count} sentences`);
  await page.locator("#stem .sentence").last().click();
  await marks(page).waitFor();
  const last = await marks(page).innerText();
  assert.match(last, /\?$/, "the question itself");
  // By keyboard: into the first sentence, and out with the button above.
  await sentences(page).first().focus();
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelectorAll("#stem mark").length === 2);
  assert.equal(await sentences(page).first().evaluate((field) => field === document.activeElement), true);
  await page.keyboard.press("Space");
  await page.waitForFunction(() => document.querySelectorAll("#stem mark").length === 1);
  await page.getByRole("button", { name: "Done" }).click();
  await sentences(page).first().waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement.id), "question-heading");
  assert.equal((await page.locator("#stem").innerText()).replace(/\s+/g, " ").trim(), words, "the words are the same");
  await reload(page, 1);
  assert.equal(await marks(page).innerText(), last);
  assert.equal(await sentences(page).count(), 0, "plain text with a mark");
  await next(page, 2);
  assert.equal(await marks(page).count(), 0);
});

test("a note is kept when typing pauses and when the field is left, is never written over, and comes back", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  await openTools(page);
  await note(page).pressSequentially("n1: a;b@c %41\n");
  await page.locator("summary", { hasText: "Tools (with your note)" }).waitFor();
  await onQuestion(page, 1);
  // What is drawn anew while somebody types leaves the field alone.
  await note(page).pressSequentially("“zwei”");
  await page.evaluate(() => document.querySelector("fieldset.options input").click());
  assert.equal(await note(page).inputValue(), "n1: a;b@c %41\n“zwei”");
  // The field is left at once for the next question.
  await next(page, 2);
  assert.equal(await note(page).inputValue(), "", "the tools stay open, and this question has no note");
  await note(page).fill("👩‍💻");
  await page.getByRole("button", { name: "Previous", exact: true }).click();
  await onQuestion(page, 1);
  await reload(page, 1);
  await openTools(page);
  assert.equal(await note(page).inputValue(), "n1: a;b@c %41\n“zwei”");
  await next(page, 2);
  assert.equal(await note(page).inputValue(), "👩‍💻");
});

test("how sure one is can be told, changed and taken back", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  assert.equal(await page.getByRole("button", { name: "Certain" }).count(), 0, "nobody is asked who does not open it");
  await openTools(page);
  const group = page.getByRole("group", { name: /^How sure are you/ });
  const state = () => group.getByRole("button").evaluateAll((all) => all.map((one) => one.ariaPressed).join(" "));
  await group.getByRole("button", { name: "A guess" }).click();
  await group.getByRole("button", { name: "Fairly sure" }).click();
  await reload(page, 1);
  await openTools(page);
  assert.equal(await state(), "false true false");
  await group.getByRole("button", { name: "Fairly sure" }).click();
  assert.equal(await state(), "false false false");
});

test("all tools can be used with the keyboard alone", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  await page.waitForFunction(() => document.activeElement.id === "question-heading");
  await tabTo(page, "button.strike", "A");
  await page.keyboard.press("Space");
  assert.equal(await pressed(strike(page, "A")), "true");
  assert.deepEqual(await chosenPlaces(page), []);
  await tabTo(page, "summary", "Tools");
  await page.keyboard.press("Enter");
  await note(page).waitFor();
  await tabTo(page, "button", "Highlight sentences");
  await page.keyboard.press("Enter");
  await sentences(page).first().waitFor();
  await tabTo(page, "#stem [type=checkbox]");
  await page.keyboard.press("Space");
  await marks(page).waitFor();
  await tabTo(page, "textarea");
  // Keys that mean something elsewhere are letters here.
  await page.keyboard.type("n f 1 r");
  await page.keyboard.press("Tab");
  await page.locator("summary", { hasText: "Tools (with your note)" }).waitFor();
  await onQuestion(page, 1);
  assert.equal(await page.getByRole("button", { name: "Flag", exact: true }).getAttribute("aria-pressed"), "false");
});

test("the tools have no fault that axe knows, and fit", { timeout: 180_000 }, async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  await strike(page, "A").click();
  await answer(page, 1);
  await openTools(page);
  await note(page).fill("A note");
  await page.getByRole("button", { name: "Highlight sentences" }).click();
  await page.locator("#stem .sentence").first().click();
  for (const media of [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "light", forcedColors: "active" }]) {
    await page.emulateMedia({ forcedColors: "none", reducedMotion: "reduce", ...media });
    for (const width of [320, 412, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      const where = `${JSON.stringify(media)}, ${width} px`;
      assert.deepEqual(await t.axe(page), [], where);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(tooWide <= 0, `${where}: ${tooWide} px wider than the window`);
    }
  }
});
