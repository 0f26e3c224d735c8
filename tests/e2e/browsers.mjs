// The same exam from a link to its result in Chromium, Firefox and WebKitGTK: node browsers.mjs --dist DIR [--only NAME]
// Chromium goes first, and what it showed is what the others must show. The last line is `N passed, N failed`.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { answer, chosenPlaces, handIn, onQuestion, placesFrom, readQuestion, secondsLeft, tabTo } from "./exam.mjs";
import { openFirefox } from "./firefox.mjs";
import { Browser, FOLDER, OUT, Trial, started, stored } from "./harness.mjs";
import { Page } from "./page.mjs";
import { makeWatched } from "./release.mjs";
import { StaticServer } from "./server.mjs";
import { listen, openWebKit } from "./webkit.mjs";

const LENGTH = 12;
const LINK = `#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=${LENGTH}&min=30`;
const RELOADED = 6;
const FLAGGED = { 2: "pointer", 5: "key" };
const WAYS = [byPointer, byNumber, byTab];
const PATIENCE = 60_000;

// ---- Browsers: each with a page, what it said, and a server that can be killed ----

async function inChromium(dist) {
  const browser = await Browser.start();
  const trial = await Trial.open(browser, dist, { mounts: [FOLDER] });
  const page = await trial.context.newPage();
  return {
    page,
    version: browser.shared.version(),
    url: trial.url,
    killServer: () => trial.killServer(),
    said: async () => trial.problems(),
    screenshot: () => page.screenshot(),
    close: async () => {
      await trial.close();
      await browser.close();
    },
  };
}

async function inAnother(open, dist) {
  const server = await StaticServer.start({ [FOLDER]: dist });
  const tab = await open(server.origin).catch(async (error) => {
    await server.kill();
    throw error;
  });
  return {
    ...tab,
    page: new Page(tab),
    url: `${server.origin}${FOLDER}`,
    killServer: () => server.kill(),
    close: async () => {
      await tab.close();
      await server.kill();
    },
  };
}

async function inWebKit(dist) {
  const watched = await makeWatched(dist, listen);
  const removed = () => rm(watched, { recursive: true, force: true });
  const room = await inAnother(openWebKit, watched).catch(async (error) => {
    await removed();
    throw error;
  });
  return { ...room, close: () => room.close().finally(removed) };
}

const BROWSERS = {
  Chromium: inChromium,
  Firefox: (dist) => inAnother(openFirefox, dist),
  WebKitGTK: inWebKit,
};

// ---- The exam ----

async function byPointer(page, question, number) {
  await answer(page, number % 4);
}

async function byNumber(page, question, number) {
  for (const place of placesFrom(question, number % 4)) await page.keyboard.press(String(place + 1));
}

async function byTab(page, { wanted }) {
  for (let count = 0; count < wanted; count += 1) {
    await tabTo(page, "fieldset.options input");
    await page.keyboard.press("Space");
  }
}

const flag = (page, way) =>
  way === "key" ? page.keyboard.press("f") : page.getByRole("button", { name: "Flag", exact: true }).click();

const GO_ON = [
  (page) => page.getByRole("button", { name: "Next", exact: true }).click(),
  (page) => page.keyboard.press("n"),
  async (page) => {
    await tabTo(page, "button", "Next");
    await page.keyboard.press("Enter");
  },
];

const plain = (text) => text.replace(/\s+/g, " ").trim();

// Sits the exam, and answers what was asked, what was chosen, and what the result says.
async function sit(page) {
  await page.getByRole("heading", { level: 1, name: "Exam link" }).waitFor();
  assert.equal(await page.getByRole("timer").count(), 0, "nothing starts before the candidate says so");
  await page.getByRole("button", { name: "Start the exam" }).click();
  await page.getByRole("button", { name: "Begin: start the clock" }).click();
  const asked = [];
  const chosen = [];
  for (let number = 1; number <= LENGTH; number += 1) {
    const turn = (number - 1) % WAYS.length;
    await onQuestion(page, number);
    await page.waitForFunction(() => document.activeElement.id === "question-heading");
    const question = await readQuestion(page);
    asked.push({ stem: plain(question.stem), options: question.options.map(plain) });
    if (FLAGGED[number]) await flag(page, FLAGGED[number]);
    await WAYS[turn](page, question, number);
    await page.waitForFunction((wanted) => document.querySelectorAll("fieldset.options input:checked").length === wanted, question.wanted);
    chosen.push(await chosenPlaces(page));
    if (number === RELOADED) await comeBack(page, number, chosen.at(-1));
    if (number < LENGTH) await GO_ON[turn](page);
  }
  await handIn(page);
  return { asked, chosen, ...(await readResult(page)) };
}

async function comeBack(page, number, chosen) {
  await page.locator(".kept[data-kept=safely]").waitFor();
  const before = await secondsLeft(page);
  await page.reload();
  await started(page);
  await onQuestion(page, number);
  assert.deepEqual(await chosenPlaces(page), chosen, "the answer is there after the reload");
  const after = await secondsLeft(page);
  assert.ok(after <= before && before - after < 30, `the clock went from ${before} to ${after} s`);
}

async function readResult(page) {
  const score = plain(await page.locator(".score").innerText());
  const items = await page.locator("details.item").evaluateAll((all) =>
    all.map((item) => [...item.querySelectorAll(".item-number, .mark, .item-topic, .tag")].map((part) => part.innerText)),
  );
  return { score, items };
}

// The result from the installed copy alone, with the reasons, which another file holds.
async function readAgain(page) {
  await page.reload();
  await started(page);
  await page.getByRole("heading", { level: 1, name: "Result" }).waitFor();
  const result = await readResult(page);
  const first = page.locator("details.item").first();
  await first.locator("summary").click();
  await first.locator("ol.reasons > li").first().waitFor();
  return result;
}

// ---- The run ----

let passed = 0;
let failed = 0;

// What the act answers, or nothing when it fails, which is counted and told.
async function check(title, act, evidence = async () => {}) {
  const begun = performance.now();
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done after ${PATIENCE} ms`)), PATIENCE);
  });
  const took = () => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
  try {
    const answered = await Promise.race([act(), late]);
    passed += 1;
    console.log(`ok     ${title} (${took()})`);
    return answered ?? true;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${title} (${took()})\n${error.stack ?? error}\n`);
    await evidence().catch(() => {});
    return null;
  } finally {
    clearTimeout(timer);
  }
}

async function runIn(name, dist, reference) {
  const room = await check(`${name} › starts`, () => BROWSERS[name](dist));
  if (!room) return null;
  const evidence = async () => {
    await mkdir(OUT, { recursive: true });
    await writeFile(join(OUT, `browsers-${name}.png`), await room.screenshot());
  };
  const step = (title, act) => check(`${name} ${room.version} › ${title}`, act, evidence);
  const { page } = room;
  const sat = await step("an exam from its link to its result, as in every browser", async () => {
    await page.goto(`${room.url}${LINK}`);
    await started(page);
    const seen = await sit(page);
    if (reference) assert.deepEqual(seen, reference);
    return seen;
  });
  const again = async ({ score, items }) => {
    await stored(page);
    await room.killServer();
    assert.deepEqual(await readAgain(page), { score, items });
  };
  if (sat) await step("its result again with the server dead", () => again(sat));
  await step("no error, no warning, no other origin", async () => assert.deepEqual(await room.said(), []));
  await room.close();
  return sat;
}

async function main() {
  const { values } = parseArgs({ options: { dist: { type: "string" }, only: { type: "string" } } });
  if (!values.dist) throw new Error("--dist is missing: what `cargo xtask dist` wrote.");
  const { Chromium: _, ...others } = BROWSERS;
  const chosen = Object.keys(others).filter((name) => name.toLowerCase().includes((values.only ?? "").toLowerCase()));
  if (!chosen.length) throw new Error(`No browser's name contains "${values.only}".`);
  const dist = resolve(values.dist);
  const reference = await runIn("Chromium", dist);
  if (!reference) throw new Error("Without Chromium's exam there is nothing to compare with.");
  const form = createHash("sha256").update(JSON.stringify(reference.asked)).digest("hex").slice(0, 12);
  console.log(`       the form is ${form}, the score ${reference.score}`);
  for (const name of chosen) await runIn(name, dist, reference);
}

await main().catch((error) => {
  console.error(error.message);
  failed += 1;
});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
