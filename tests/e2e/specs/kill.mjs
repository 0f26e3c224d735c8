// The browser is killed at random moments of an exam: what the page had shown as saved is there when it opens again.
// INVIGIL_KILLS says how often; `docs/durability.md` has the figures of longer runs.

import assert from "node:assert/strict";
import { onQuestion, startExam } from "../exam.mjs";
import { started, test } from "../harness.mjs";
import { Killable, profileFolder } from "../killable.mjs";

const KILLS = Number(process.env.INVIGIL_KILLS ?? 6);
const LENGTH = 65;

// In the page: chooses an option of the question shown, goes on, and tells after each step what the page shows.
async function work(page, seed, tell) {
  await page.exposeFunction("tellStep", tell);
  await page.evaluate(async (seed) => {
    let state = seed;
    const random = (below) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const frame = () => new Promise(requestAnimationFrame);
    for (;;) {
      const fields = [...document.querySelectorAll("fieldset.options input")];
      const heading = () => document.querySelector("#question-heading").textContent;
      const read = () => ({
        question: heading(),
        chosen: [...document.querySelectorAll("fieldset.options input")].flatMap((field, at) => (field.checked ? [at] : [])),
        kept: document.querySelector(".kept").dataset.kept,
      });
      const at = random(fields.length);
      // What the click will choose is told first: it may reach the disk before the page can tell that it happened.
      const { question, chosen } = read();
      const single = fields[at].type === "radio";
      const others = chosen.filter((place) => place !== at);
      const planned = single ? [at] : others.length < chosen.length ? others : [...chosen, at].sort((a, b) => a - b);
      await globalThis.tellStep({ question, chosen: planned, kept: "planned" });
      fields[at].click();
      // What a person can see is what a frame shows, not what stands in the page between two of them.
      for (let frames = random(6); frames >= 0; frames -= 1) {
        await frame();
        await globalThis.tellStep(read());
      }
      const button = (name) => [...document.querySelectorAll(".exam-foot button")].find((one) => one.textContent === name && !one.disabled);
      (button(random(4) ? "Next" : "Previous") ?? button("Previous")).click();
      const before = heading();
      for (let waits = 0; heading() === before && waits < 50; waits += 1) await frame();
    }
  }, seed);
}

// What is chosen at questions, which are named by their headings.
async function readAll(page, url, questions) {
  const found = {};
  for (const question of questions) {
    const number = Number(/^Question (\d+)/.exec(question)[1]);
    await page.goto(`${url}#/sitting/${number}`);
    await onQuestion(page, number);
    Object.assign(
      found,
      await page.evaluate(() => ({
        [document.querySelector("#question-heading").textContent]: [...document.querySelectorAll("fieldset.options input")].flatMap(
          (field, at) => (field.checked ? [at] : []),
        ),
      })),
    );
  }
  return found;
}

// Kills `count` times; answers how many answers were shown as kept and were lost.
async function lostIn(t, count, counts, prepare = async () => {}) {
  const folder = await profileFolder(t);
  const shown = new Map();
  let lost = 0;
  let seen = 0;
  for (let round = 0; round <= count; round += 1) {
    const browser = await Killable.start(folder);
    t.cleanup(() => browser.kill());
    await prepare(browser.context);
    const page = await browser.context.newPage();
    await page.goto(`${t.url}#/sitting`);
    await started(page);
    await page.getByRole("heading", { level: 1, name: /^Question|No exam is running/ }).waitFor();
    const running = await page.getByRole("heading", { level: 1, name: /^Question/ }).isVisible();
    if (running) {
      const now = await readAll(page, t.url, shown.keys());
      for (const [question, { kept, tried }] of shown) {
        const chosen = JSON.stringify(now[question]);
        seen += 1;
        if (chosen !== kept && !tried.has(chosen)) lost += 1;
      }
    } else {
      seen += shown.size;
      lost += shown.size;
    }
    shown.clear();
    if (round === count) {
      await browser.kill();
      break;
    }
    if (!running) {
      await page.goto(`${t.url}#/setup`);
      await startExam(page, { questions: LENGTH });
    }
    const step = ({ question, chosen, kept }) => {
      const text = JSON.stringify(chosen);
      if (kept === counts) shown.set(question, { kept: text, tried: new Set() });
      else shown.get(question)?.tried.add(text);
    };
    const working = work(page, round + 7, step).catch(() => {});
    await new Promise((done) => setTimeout(done, 300 + ((round * 977) % 2500)));
    await browser.kill();
    await working;
  }
  return { lost, seen };
}

test(`killed ${KILLS} times: no answer is lost that was shown as saved`, { timeout: 60_000 + KILLS * 20_000 }, async (t) => {
  const { lost, seen } = await lostIn(t, KILLS, "safely");
  console.log(`       ${seen} answers shown as saved over ${KILLS} kills, ${lost} lost`);
  assert.ok(seen > KILLS, "answers were shown as saved");
  assert.equal(lost, 0);
});

// The control: the same page with local storage alone. It does not say that they are safe, and some are lost.
test(`killed ${KILLS} times with local storage alone: some answers are lost`, { timeout: 60_000 + KILLS * 20_000 }, async (t) => {
  const none = (context) =>
    context.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => undefined }));
  const { lost, seen } = await lostIn(t, KILLS, "loosely", none);
  console.log(`       ${seen} answers written to local storage over ${KILLS} kills, ${lost} lost`);
  assert.ok(lost > 0, "the test would not notice a loss");
});
