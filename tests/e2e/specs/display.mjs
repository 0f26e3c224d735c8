// The look: chosen and seen at once, there before the first paint, kept, and never wider than the window; on a phone, the
// bar, the rows and the place of each question.

import assert from "node:assert/strict";
import { answer, next, onQuestion, startExam } from "../exam.mjs";
import { started, test } from "../harness.mjs";

const mark = (page) => page.locator("html").getAttribute("data-theme");
const rootSize = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

// The mark of the document when its head and body have been read, before any module has run.
async function markAtFirst(page, t) {
  await page.addInitScript(() => {
    document.addEventListener("DOMContentLoaded", () => (globalThis.markAtFirst = document.documentElement.dataset.theme), { capture: true });
  });
  await page.goto(t.url);
  await started(page);
  return page.evaluate(() => globalThis.markAtFirst);
}

test("what is chosen is seen at once, survives a reload, and is there before the first paint", async (t) => {
  const page = await t.openApp("#/settings");
  const usual = await rootSize(page);
  await page.getByRole("radio", { name: "130 %" }).check();
  await page.getByRole("checkbox", { name: /^More space/ }).check();
  await page.getByRole("checkbox", { name: /^High contrast/ }).check();
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.locator('html[data-theme="dark size-130 wide contrast"]').waitFor({ state: "attached" });
  assert.equal(await rootSize(page), usual * 1.3);
  const later = await t.context.newPage();
  assert.equal(await markAtFirst(later, t), "dark size-130 wide contrast");
  assert.equal(await rootSize(later), usual * 1.3);
  await later.goto(`${t.url}#/settings`);
  assert.ok(await later.getByRole("checkbox", { name: /^More space/ }).isChecked());
});

test("high contrast has at least 7 to 1 for text, chosen or asked for by the device, in light and dark", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  const looks = [
    ["chosen", async () => page.evaluate(() => (document.documentElement.dataset.theme = "system contrast"))],
    ["asked for", async () => page.emulateMedia({ contrast: "more" })],
  ];
  for (const [name, ask] of looks) {
    for (const colorScheme of ["light", "dark"]) {
      await page.evaluate(() => (document.documentElement.dataset.theme = "system"));
      await page.emulateMedia({ colorScheme, contrast: "no-preference", reducedMotion: "reduce" });
      await ask();
      const found = await t.axe(page, { tags: ["wcag2aaa", "wcag2aa"] });
      assert.deepEqual(found.filter((line) => line.startsWith("color-contrast")), [], `${name}, ${colorScheme}`);
    }
  }
});

test("large, wide and plain pages are no wider than a phone of 320 px", { timeout: 90_000 }, async (t) => {
  await t.remember({ [`${t.prefix}invigil.theme`]: "system size-150 wide plain" });
  const page = await t.openApp("#/setup", { context: await t.newProfile({ viewport: { width: 320, height: 640 } }) });
  const dress = () => page.evaluate(() => (document.documentElement.dataset.theme = "system size-150 wide plain"));
  await startExam(page, { questions: 10 });
  for (const hash of ["#/sitting", "#/sitting/review", "#/", "#/settings", "#/keys", "#/about"]) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await dress();
    assert.ok((await tooWide(page)) <= 0, `${hash}: ${await tooWide(page)} px too wide`);
  }
});

test("a hidden clock is a button, and shows again", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  await answer(page, 1);
  await page.getByText("Display", { exact: true }).click();
  await page.getByRole("checkbox", { name: /^Hide the clock/ }).check();
  const show = page.getByRole("button", { name: "Show time left" });
  await show.waitFor();
  assert.equal(await page.getByRole("timer").innerText(), "");
  await next(page, 2);
  await show.click();
  await show.waitFor({ state: "detached" });
  assert.match(await page.getByRole("timer").innerText(), /^\d+:\d\d/);
});

const phone = (t) => t.newProfile({ viewport: { width: 412, height: 700 }, hasTouch: true, isMobile: true });

test("each question is found again as far down as it was left", async (t) => {
  const page = await t.openApp("#/setup", { context: await t.newProfile({ viewport: { width: 320, height: 480 } }) });
  await startExam(page, { questions: 10 });
  const far = () => page.evaluate(() => Math.round(scrollY));
  const leave = async (by, to) => {
    await by();
    await onQuestion(page, to);
    await page.waitForFunction(() => document.activeElement.id === "question-heading");
  };
  await page.evaluate(() => scrollTo(0, 120));
  assert.equal(await far(), 120);
  await leave(() => page.keyboard.press("n"), 2);
  assert.equal(await far(), 0, "a new question begins at its top");
  await page.evaluate(() => scrollTo(0, 60));
  await leave(() => page.keyboard.press("p"), 1);
  assert.equal(await far(), 120);
  await leave(() => page.goBack(), 2);
  assert.equal(await far(), 60, "by the browser's own way back too");
  await page.evaluate(() => (location.hash = "#/"));
  await page.getByRole("dialog", { name: "Leave the exam?" }).getByRole("button", { name: "Back to the exam" }).click();
  await leave(async () => {}, 2);
  assert.equal(await far(), 60, "and for who did not mean to leave");
  await leave(() => page.keyboard.press("p"), 1);
  assert.equal(await far(), 120, "each of them");
});

test("rows and bar fit a thumb, and Hand in never stands where Next was", async (t) => {
  const page = await t.openApp("#/setup", { context: await phone(t) });
  await startExam(page, { questions: 10 });
  for (const row of await page.locator("label.option").all()) {
    const { height } = await row.boundingBox();
    assert.ok(height >= 48, `an option of ${height} px`);
  }
  const bar = await page.getByRole("navigation", { name: "Steps" }).boundingBox();
  assert.equal(Math.round(bar.y + bar.height), 700, "the bar stands at the foot of the window");
  const bars = page.getByRole("navigation", { name: "Steps" });
  assert.match(await bars.innerText(), /1 \/ 10/);
  const names = ["Previous", "Flag", "Next"];
  for (const name of names) {
    const { height } = await bars.getByRole("button", { name, exact: true }).boundingBox();
    assert.ok(height >= 44, `${name}: ${height} px`);
  }
  const nextBox = await bars.getByRole("button", { name: "Next", exact: true }).boundingBox();
  await page.getByRole("button", { name: "Review", exact: true }).click();
  const hand = page.getByRole("button", { name: "Hand in", exact: true });
  await hand.waitFor();
  const box = await hand.boundingBox();
  assert.ok(box.x + box.width <= nextBox.x, `Hand in ends at ${box.x + box.width}, Next began at ${nextBox.x}`);
});

test("who comes inside another app is told once to open the browser", async (t) => {
  const userAgent = "Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) AppleWebKit/537.36 Version/4.0 Chrome/142.0.0.0 Mobile Safari/537.36 Instagram 400.0.0.0";
  const context = await t.newProfile({ userAgent });
  const page = await t.openApp("", { context });
  const notice = page.getByRole("alert").filter({ hasText: "inside another app" });
  await notice.waitFor();
  await notice.getByRole("button").click();
  await notice.waitFor({ state: "detached" });
  await page.reload();
  await started(page);
  await page.getByRole("button", { name: "Try 5 now", disabled: false }).waitFor();
  assert.equal(await notice.count(), 0);
});
