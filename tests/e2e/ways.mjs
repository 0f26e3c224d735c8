// The ways that lead a page to its states, as a learner would go them; `tour.mjs` lists the states.

import { rm } from "node:fs/promises";
import { answer, chosenPlaces, handIn, onQuestion, placesFrom, readQuestion, start, startExam } from "./exam.mjs";
import { offered, started, stored } from "./harness.mjs";
import { makeRelease } from "./release.mjs";

// The width that most states are reached at: what is folded on a phone must be opened by hand.
const PHONE = { width: 360, height: 740 };
const HOUR = 3_600_000;
export const SEED = "K7Q2M9XA4T";
export const LINK = `#/exam?bank=dva&guide=dva-c03&seed=${SEED}&n=10&min=20`;

// A tab that has asked for the app and may still wait for it. With `clock`, its time is the test's.
export async function ask(t, hash = "", { clock = false, context = t.context } = {}) {
  const page = await context.newPage();
  await page.setViewportSize(PHONE);
  if (clock) await page.clock.install();
  await page.goto(`${t.url}${hash}`);
  return page;
}

// The app at a route.
export async function open(t, hash, options) {
  const page = await ask(t, hash, options);
  await started(page);
  return page;
}

export const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
export const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
export const go = (page, t, hash) => page.goto(`${t.url}${hash}`);
export const told = (page, words) => page.locator(".notices").getByText(words).waitFor();
export const unfold = (page, name) => page.locator("summary").filter({ hasText: name }).click();

// A file of the release, by a part of its name.
export const file = (t, part) => `${t.prefix}${t.files.find((address) => address.includes(part)).replace("./", "")}`;

// Answers a file otherwise from now on. The worker would have kept it, so there is none.
export function breakFile(t, path, fault) {
  t.server.breakFile(`${t.prefix}sw.js`, { status: 404 });
  t.server.breakFile(path, fault);
  t.allow("console", /404\) was received when fetching the script/, { optional: true });
  t.allow("console", /Failed to load resource/, { optional: true });
}

// An exam of five questions without a limit, from the home page.
export async function tryFive(page) {
  await press(page, "Try 5 now");
  await onQuestion(page, 1);
}

// An exam that a link opens.
export async function openLink(page, t, hash) {
  await go(page, t, hash);
  await heading(page, "Exam link");
  await start(page);
}

// An exam at its first question: against the clock, or in another way.
export async function exam(t, { questions = 10, way, ...options } = {}) {
  const page = await open(t, "#/setup", options);
  await startExam(page, { questions, way, seed: SEED });
  return page;
}

export const forward = (page) => page.locator(".exam-foot .next").click();

// Goes on until the page holds what is looked for.
export async function forwardTo(page, selector) {
  for (let number = 2; !(await page.locator(selector).count()); number += 1) {
    await forward(page);
    await onQuestion(page, number);
  }
  return page;
}

// An exam at a question that holds what is looked for.
export const examAt = async (t, selector, options = { questions: 30 }) => forwardTo(await exam(t, options), selector);

// Chooses as many options as are wanted, or `count`.
export async function choose(page, count) {
  const { wanted, ...question } = await readQuestion(page);
  for (const place of placesFrom({ ...question, wanted: count ?? wanted }, 0)) {
    await page.locator("fieldset.options input").nth(place).click();
  }
  return chosenPlaces(page);
}

// Answers some questions, flags some, and looks at others; by keys, since it is done often.
export async function work(page, length) {
  for (let number = 1; number <= length; number += 1) {
    await onQuestion(page, number);
    const chosen = number % 4 === 3 ? "" : ["12", "23", "31"][number % 3];
    const keys = [...chosen, ...(number % 5 === 2 ? "f" : ""), ...(number < length ? "n" : "")];
    for (const key of keys) await page.keyboard.press(key);
  }
}

// From any question to the review.
export async function review(page, t) {
  await go(page, t, "#/sitting/review");
  await heading(page, "Review before handing in");
}

// A result of five questions: the first is answered.
export async function fiveResult(page, t) {
  await go(page, t, "#/");
  await tryFive(page);
  await answer(page, 0);
  await handIn(page);
}

// A result of `questions`, all of them gone through. From 20 on it has a band.
export async function result(t, { questions = 20, ...options } = {}) {
  const page = await exam(t, { questions, ...options });
  await work(page, questions);
  await handIn(page);
  return page;
}

export async function openReasons(page, items = page.locator("details.item")) {
  const item = items.first();
  await item.locator("summary").first().click();
  await item.locator("ol.reasons > li").first().waitFor();
  return item;
}

// At the settings page: what helps most to read, all at once.
export async function lookBetter(page) {
  await page.getByRole("group", { name: "Text size" }).getByRole("radio").last().check();
  for (const name of [/^More space/, /^High contrast/, /^Easier letters/]) await page.getByRole("checkbox", { name }).check();
}

// A folder of a later release, which `bank` makes one of another question bank.
export async function release(t, name, bank) {
  const folder = await makeRelease(t.dist, name, bank);
  t.cleanup(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

// The app with a newer release that waits for consent.
export async function outdated(t) {
  const page = await open(t);
  await stored(page);
  t.server.mount(t.prefix, await release(t, "two"));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await offered(page);
  return page;
}

// A facility of the window that the browser denies.
export const deny = (t, name) =>
  t.context.addInitScript((name) => {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException("Access is denied for this document.", "SecurityError");
      },
    });
  }, name);

// Time goes by at once; the page's second that follows tells the app.
export async function pass(page, ms) {
  await page.clock.fastForward(ms);
  await page.clock.runFor(1500);
}

export const hours = (count) => count * HOUR;

// A day so many days from now, as a date field has it.
export const inDays = (count) => new Date(Date.now() + count * 24 * HOUR).toISOString().slice(0, 10);
