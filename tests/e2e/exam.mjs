// Acts of a candidate, as specs use them: they find things by role and name, as a person would.

import assert from "node:assert/strict";

// Sets up an exam at the set-up page and starts it. `time` is the name of a choice of time, `way` of a way to sit.
export async function startExam(page, { questions, time, way, seed } = {}) {
  await page.getByRole("heading", { level: 1, name: "New exam" }).waitFor();
  const lengths = page.getByRole("group", { name: "Questions" });
  if (questions) await lengths.getByRole("radio", { name: String(questions), exact: true }).check();
  if (way) await page.getByRole("group", { name: "How to sit it" }).getByRole("radio", { name: way }).check();
  if (time) await page.getByRole("group", { name: "Time" }).getByRole("radio", { name: time }).check();
  if (seed) {
    await page.getByText("Seed and link").click();
    await page.getByRole("textbox", { name: "Seed" }).fill(seed);
  }
  await start(page);
}

// Starts the exam of the set-up page or of a link. One against the clock begins with its instructions.
export async function start(page) {
  await page.getByRole("button", { name: "Start the exam" }).click();
  const begin = page.getByRole("button", { name: "Begin: start the clock" });
  const question = page.getByRole("heading", { level: 1, name: /^Question 1 of \d+$/ });
  await begin.or(question).first().waitFor();
  if (await begin.isVisible()) await begin.click();
  await onQuestion(page, 1);
}

export const onQuestion = (page, number) =>
  page.getByRole("heading", { level: 1, name: new RegExp(`^Question ${number} of \\d+$`) }).waitFor();

// The question on the page: its text, its options in order, and how many are to be chosen.
export async function readQuestion(page) {
  const stem = await page.locator("#stem").innerText();
  const options = await page.locator("fieldset.options label").allInnerTexts();
  const hint = await page.locator("fieldset.options legend").innerText();
  const wanted = /one option/.test(hint) ? 1 : Number(/ of (\d+) chosen/.exec(hint)?.[1]);
  assert.ok(stem && options.length >= 3 && wanted >= 1, `not a question: ${stem} ${options.length} ${hint}`);
  return { stem, options, wanted };
}

const fields = (page) => page.locator("fieldset.options input");

// Chooses as many options as the question wants, beginning at the option numbered `from`.
export async function answer(page, from) {
  const places = placesFrom(await readQuestion(page), from);
  for (const place of places) await fields(page).nth(place).check();
  return places;
}

// The places of as many options as the question wants, beginning at the option numbered `from`.
export function placesFrom({ options, wanted }, from) {
  return Array.from({ length: wanted }, (_, at) => (from + at) % options.length).sort((a, b) => a - b);
}

export async function chosenPlaces(page) {
  const checked = await fields(page).evaluateAll((all) => all.map((field) => field.checked));
  return checked.flatMap((is, place) => (is ? [place] : []));
}

export async function next(page, number) {
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await onQuestion(page, number);
}

// Presses Tab until the wanted element has the focus; a person would find it within a page of presses.
export async function tabTo(page, selector, name = "") {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(
      ([wanted, text]) => document.activeElement.matches(wanted) && document.activeElement.textContent.includes(text),
      [selector, name],
    );
    if (there) return;
  }
  assert.fail(`Tab does not lead to ${selector} ${name}`);
}

// Seconds that the clock shows.
export async function secondsLeft(page) {
  const figures = await page.getByRole("timer").innerText();
  return figures.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

// Goes to another page while an exam runs, and means it.
export async function leaveFor(page, address) {
  await page.goto(address);
  await page.getByRole("dialog", { name: "Leave the exam?" }).getByRole("button", { name: "Leave", exact: true }).click();
}

export async function handIn(page) {
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Review before handing in" }).waitFor();
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Yes, hand in" }).click();
  await page.getByRole("heading", { level: 1, name: "Result" }).waitFor();
}

// The whole form: every question's text and options, by going through it.
export async function readForm(page, length) {
  const form = [];
  for (let number = 1; number <= length; number += 1) {
    await onQuestion(page, number);
    const { stem, options } = await readQuestion(page);
    form.push({ stem, options });
    if (number < length) await page.getByRole("button", { name: "Next", exact: true }).click();
  }
  return form;
}
