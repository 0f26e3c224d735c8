// After one visit the server is killed, and not only called off: every page opens in a tab of its own all the same.

import assert from "node:assert/strict";
import { answer, handIn, next, onQuestion } from "../exam.mjs";
import { stored, test } from "../harness.mjs";

const quickExam = async (page, url) => {
  await page.goto(`${url}#/`);
  await page.getByRole("button", { name: "Try 5 now" }).click();
  await onQuestion(page, 1);
};

test("every page opens in a cold tab with the server dead", { timeout: 90_000 }, async (t) => {
  const page = await t.openApp();
  await stored(page);
  await quickExam(page, t.url);
  for (let number = 1; number <= 5; number += 1) {
    await answer(page, 0);
    if (number < 5) await next(page, number + 1);
  }
  await handIn(page);
  const attempt = new URL(page.url()).hash;
  await quickExam(page, t.url);
  await answer(page, 1);
  await page.locator(".kept[data-kept=safely]").waitFor();
  await page.close();
  await t.killServer();
  const headings = {
    "#/": "Welcome back",
    "#/setup": "New exam",
    "#/history": "Results",
    "#/settings": "Settings",
    "#/about": "About",
    "#/bank": "The question bank",
    "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M9XA4T&n=10&min=20": "Exam link",
    "#/sitting": "Question 1 of 5",
    "#/sitting/review": "Review before handing in",
    [attempt]: "Result",
    "#/no-such-page": "There is no such page",
  };
  for (const [route, heading] of Object.entries(headings)) {
    const tab = await t.openApp(route);
    const shown = tab.getByRole("heading", { level: 1 });
    await shown.waitFor();
    await tab.waitForFunction((heading) => document.querySelector("h1")?.innerText.includes(heading), heading).catch(async () => assert.fail(`${route} shows ${await shown.innerText()}`));
    await tab.close();
  }
});
