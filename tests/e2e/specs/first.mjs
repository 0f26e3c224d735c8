// The first visit: five questions at once, and the guide that the day of the exam chooses.

import assert from "node:assert/strict";
import { answer, handIn, next, onQuestion, start } from "../exam.mjs";
import { started, test } from "../harness.mjs";

test("Try 5 now: five questions without a limit, from a fresh profile to the result", { timeout: 60_000 }, async (t) => {
  const page = await t.openApp();
  await page.getByRole("button", { name: "Try 5 now" }).click();
  const stems = new Set();
  for (let number = 1; number <= 5; number += 1) {
    await page.getByRole("heading", { level: 1, name: `Question ${number} of 5` }).waitFor();
    stems.add(await page.locator("#stem").innerText());
    await answer(page, 0);
    if (number < 5) await next(page, number + 1);
  }
  assert.equal(stems.size, 5);
  assert.equal(await page.getByRole("timer").count(), 0);
  assert.match(await page.getByRole("main").innerText(), /No time limit/);
  assert.equal(await page.getByRole("button", { name: "Next", exact: true }).count(), 0, "behind the last stands the review");
  await handIn(page);
  assert.match(await page.locator(".score").innerText(), /^\d of 5 right$/);
  await page.goto(`${t.url}#/`);
  await page.getByRole("heading", { level: 1, name: "Welcome back" }).waitFor();
  assert.equal(await page.locator("ul.results > li").count(), 1);
});

// An app whose clock says `today`.
async function openOn(t, today, hash, options) {
  const context = await t.newProfile(options);
  const page = await context.newPage();
  await page.clock.install({ time: new Date(today) });
  await page.goto(`${t.url}${hash}`);
  await started(page);
  return page;
}

const chosenGuide = async (page) => {
  const guides = page.getByRole("group", { name: "Exam guide" });
  await guides.getByRole("radio").first().waitFor();
  const names = await guides.locator("label:has(input:checked)").allInnerTexts();
  assert.equal(names.length, 1, names.join());
  return /DVA-C0\d/.exec(names[0])?.[0];
};

for (const [today, exam, guide] of [
  ["2026-11-10T12:00:00Z", null, "DVA-C02"],
  ["2026-11-10T12:00:00Z", "2026-11-28", "DVA-C02"],
  ["2026-11-10T12:00:00Z", "2026-11-30", "DVA-C02"],
  ["2026-11-10T12:00:00Z", "2026-12-01", "DVA-C03"],
  ["2026-11-10T12:00:00Z", "2026-12-15", "DVA-C03"],
  ["2026-11-30T12:00:00Z", null, "DVA-C02"],
  ["2026-12-01T12:00:00Z", null, "DVA-C03"],
  ["2027-02-01T12:00:00Z", null, "DVA-C03"],
]) {
  test(`on ${today.slice(0, 10)} with the exam on ${exam ?? "no day"} the guide is ${guide}`, async (t) => {
    const page = await openOn(t, today, "", { timezoneId: "UTC" });
    if (exam) await page.getByLabel("Day of your exam").fill(exam);
    await page.getByText(new RegExp(`Your practice follows .*${guide}`)).waitFor();
    await page.goto(`${t.url}#/setup`);
    assert.equal(await chosenGuide(page), guide);
    await page.reload();
    await started(page);
    assert.equal(await chosenGuide(page), guide, "after a reload too");
  });
}

for (const [timezoneId, guide] of [["Pacific/Auckland", "DVA-C03"], ["America/New_York", "DVA-C02"]]) {
  test(`the day is the learner's own: at one moment ${guide} in ${timezoneId}`, async (t) => {
    const page = await openOn(t, "2026-11-30T15:00:00Z", "#/setup", { timezoneId });
    assert.equal(await chosenGuide(page), guide);
  });
}

test("the other guide can be chosen by hand, and the day does not take it back", async (t) => {
  const page = await openOn(t, "2026-11-10T12:00:00Z", "#/settings", { timezoneId: "UTC" });
  await page.getByRole("radio", { name: /DVA-C03/ }).check();
  await page.getByLabel("Day of your exam").fill("2026-11-20");
  await page.goto(`${t.url}#/setup`);
  assert.equal(await chosenGuide(page), "DVA-C03");
  await page.goto(`${t.url}#/settings`);
  await page.getByRole("radio", { name: "By the day of the exam" }).check();
  await page.goto(`${t.url}#/setup`);
  assert.equal(await chosenGuide(page), "DVA-C02");
  await start(page);
});
