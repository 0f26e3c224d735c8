// What a screen reader is told through an exam: the names, states and descriptions that the accessibility tree has, where
// the focus goes, and what the live regions say. Of what nobody asked for, an exam says at most eight things.

import assert from "node:assert/strict";
import { handIn, onQuestion, startExam } from "../exam.mjs";
import { started, test } from "../harness.mjs";
import { SEED, choose, forwardTo, pass } from "../ways.mjs";

const MINUTE = 60_000;
const MOST_UNPROMPTED = 8;

// Keeps what every live region says, as often as its words come, from before the app starts.
const listen = (context) =>
  context.addInitScript(() => {
    const LIVE = "[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]";
    globalThis.heard = [];
    const say = (region) => {
      const words = region.checkVisibility() ? region.innerText.replace(/\s+/g, " ").trim() : "";
      if (words) globalThis.heard.push(words);
    };
    const within = (node) => (node.nodeType === Node.ELEMENT_NODE ? [...node.querySelectorAll(LIVE)] : []);
    new MutationObserver((changes) => {
      const regions = changes.flatMap(({ target, addedNodes }) => {
        const around = (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest(LIVE);
        return [around, ...[...addedNodes].flatMap((node) => [node.matches?.(LIVE) ? node : null, ...within(node)])];
      });
      for (const region of new Set(regions.filter(Boolean))) say(region);
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["hidden"] });
  });

// What was said since this was last asked, once the page has come to rest.
const heard = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(globalThis.heard.splice(0)), 50))));

// The accessibility tree as a list, without what it ignores.
async function tree(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, description, properties = [] }) => ({
      role: role?.value,
      name: name?.value ?? "",
      description: description?.value ?? "",
      ...Object.fromEntries(properties.map(({ name, value }) => [name, value.value])),
    }));
}

const only = (nodes, role, pattern = /./) => {
  const found = nodes.filter((node) => node.role === role && pattern.test(node.name));
  assert.equal(found.length, 1, `one ${role} ${pattern} among ${nodes.filter((node) => node.role === role).map(({ name }) => name)}`);
  return found[0];
};
const focused = (nodes) => nodes.filter(({ role, focused }) => focused && role !== "RootWebArea").map(({ role, name }) => `${role} ${name}`);
const words = (text) => text.replace(/\s+/g, " ").trim();

async function examHeard(t, options) {
  await listen(t.context);
  const page = await t.context.newPage();
  await page.clock.install();
  await page.goto(`${t.url}#/setup`);
  await started(page);
  await startExam(page, { seed: SEED, ...options });
  await heard(page);
  return page;
}

test("a question says what it is, what is wanted and what is chosen", { timeout: 90_000 }, async (t) => {
  const page = await examHeard(t, { questions: 30 });
  const nodes = await tree(page);
  assert.deepEqual(focused(nodes), ["heading Question 1 of 30"], "the focus is on the new question");
  assert.equal(await page.title(), "Question 1 of 30 · Invigil");
  const group = only(nodes, "group", /Choose one option/);
  const stem = await page.locator("#stem p").first().innerText();
  assert.ok(words(group.description).startsWith(words(stem)), "the stem is read once, with the group");
  const options = nodes.filter(({ role }) => role === "radio");
  assert.deepEqual(options.map(({ name }) => words(name)), (await page.locator("fieldset.options .option > .rich").allInnerTexts()).map(words));
  assert.ok(options.every(({ checked }) => checked === "false"));
  only(nodes, "timer", /^1 hour left$/);

  await page.keyboard.press("2");
  // A key does its work when the browser has done its own with it.
  await page.locator("fieldset.options input:checked").waitFor();
  const chosen = (await tree(page)).filter(({ role }) => role === "radio").map(({ checked }) => checked);
  assert.deepEqual(chosen.slice(0, 2), ["false", "true"]);
  assert.deepEqual(await heard(page), [], "the field says so itself");
});

test("two are wanted: the count is in the group's name, and a third is refused in words", { timeout: 90_000 }, async (t) => {
  const page = await examHeard(t, { questions: 30 });
  await forwardTo(page, ".option [type=checkbox]");
  await heard(page);
  only(await tree(page), "group", /^0 of 2 chosen\.$/);
  await choose(page, 1);
  only(await tree(page), "group", /^1 of 2 chosen\.$/);
  await page.locator("fieldset.options input:not(:checked)").first().click();
  assert.deepEqual(await heard(page), []);
  await page.locator("fieldset.options input:not(:checked)").first().click();
  const nodes = await tree(page);
  only(nodes, "group", /^2 of 2 chosen\. To choose another, unselect one first\.$/);
  assert.equal(nodes.filter(({ role, checked }) => role === "checkbox" && checked === "true").length, 2);
  assert.deepEqual(await heard(page), ["2 options are chosen already. Unselect one first."]);
});

test("an option that is struck out says so in words, and a key says what its button would show", { timeout: 90_000 }, async (t) => {
  const page = await examHeard(t, { questions: 30 });
  const plain = (await page.locator("fieldset.options .option > .rich").allInnerTexts()).map(words);
  const options = async () => (await tree(page)).filter(({ role }) => role === "radio").map(({ name }) => words(name));
  const strikes = async () => (await tree(page)).filter(({ name }) => name.startsWith("Strike out option "));
  // What the options are called with these struck out.
  const struck = (...places) => plain.map((text, place) => (places.includes(place) ? `${text} struck out` : text));

  assert.deepEqual((await strikes()).map(({ role, name, pressed }) => `${role} ${name} ${pressed}`), [
    "button Strike out option A false",
    "button Strike out option B false",
    "button Strike out option C false",
    "button Strike out option D false",
  ]);
  await page.getByRole("button", { name: "Strike out option B" }).click();
  assert.deepEqual((await strikes()).map(({ pressed }) => pressed), ["false", "true", "false", "false"]);
  assert.deepEqual(await options(), struck(1));
  assert.deepEqual(await heard(page), [], "the button says so itself");

  const says = async (key, expected) => {
    await page.keyboard.press(key);
    assert.deepEqual(await heard(page), expected, key);
  };
  await says("x", ["Press the number of the option to strike out."]);
  await says("3", ["Option C struck out"]);
  assert.deepEqual(await options(), struck(1, 2));
  await says("x", ["Press the number of the option to strike out."]);
  await says("3", ["Option C no longer struck out"]);
  assert.deepEqual(await options(), struck(1));

  await says("1", []);
  await says("x", ["Press the number of the option to strike out."]);
  await says("1", ["Option A is chosen. Unselect it first."]);
  assert.deepEqual((await strikes()).map(({ name }) => name.at(-1)), ["B", "C", "D"], "what is chosen has no such button");
  await says("2", []);
  assert.deepEqual(await options(), struck(), "what is chosen is struck out no longer");
});

test("the next question, the flag, the list of questions, and handing in", { timeout: 90_000 }, async (t) => {
  const page = await examHeard(t, { questions: 10 });
  const flag = page.getByRole("button", { name: "Flag", exact: true });
  await flag.click();
  assert.equal(only(await tree(page), "button", /^Flag$/).pressed, "true");
  await page.keyboard.press("f");
  assert.equal((await heard(page)).at(-1), "Flag removed");
  await page.keyboard.press("f");
  assert.deepEqual(await heard(page), ["Flagged for review"]);
  await choose(page);
  await page.keyboard.press("n");
  await onQuestion(page, 2);
  assert.deepEqual(focused(await tree(page)), ["heading Question 2 of 10"]);
  assert.deepEqual(await heard(page), [], "the heading says which question it is");

  await page.keyboard.press("r");
  await page.getByRole("heading", { level: 1, name: "Review before handing in" }).waitFor();
  const review = await tree(page);
  assert.deepEqual(focused(review), ["heading Review before handing in"]);
  only(review, "link", /^Question 1, answered, flagged$/);
  only(review, "link", /^Question 2, not answered$/);
  only(review, "link", /^Question 3, not seen$/);
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("dialog").waitFor();
  const dialog = only(await tree(page), "dialog");
  assert.equal(dialog.name, "Hand in your exam?");
  assert.match(dialog.description, /9 questions have no answer/);
  await page.getByRole("dialog").getByRole("button", { name: "Yes, hand in" }).click();
  await page.getByRole("heading", { level: 1, name: "Result" }).waitFor();
  assert.deepEqual(focused(await tree(page)), ["heading Result"]);
  assert.deepEqual(await heard(page), [], "the pages speak by their headings");
});

test("the clock is silent but for half time, ten, five and one minutes, and the end", { timeout: 120_000 }, async (t) => {
  const page = await examHeard(t, { questions: 30 });
  // Sixty minutes.
  const said = [];
  for (let minute = 1; minute <= 61; minute += 1) {
    await pass(page, MINUTE - 1500);
    said.push(...(await heard(page)));
  }
  await page.getByRole("heading", { level: 1, name: "Result" }).waitFor();
  assert.deepEqual(said, ["Half of the time is over", "10 minutes left", "5 minutes left", "1 minute left", "Time is up. Your answers were handed in."]);
  assert.ok(said.length <= MOST_UNPROMPTED);
});

test("a whole exam says at most eight things that nobody asked for", { timeout: 120_000 }, async (t) => {
  const page = await examHeard(t, { questions: 10 });
  const said = [];
  for (let number = 1; number <= 10; number += 1) {
    await onQuestion(page, number);
    await pass(page, 1.9 * MINUTE);
    for (const key of ["1", "2", ...(number < 10 ? "n" : "")]) await page.keyboard.press(key);
    said.push(...(await heard(page)));
  }
  await handIn(page);
  said.push(...(await heard(page)));
  assert.ok(said.length <= MOST_UNPROMPTED, said.join(" / "));
  assert.deepEqual(said, ["10 minutes left", "5 minutes left", "1 minute left"], "of twenty minutes ten are the half");
});
