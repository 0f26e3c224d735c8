// Two tabs of one browser: one owns the running exam, the other shows it, and can take it over.

import assert from "node:assert/strict";
import { answer, chosenPlaces, handIn, next, onQuestion, startExam } from "../exam.mjs";
import { started, test } from "../harness.mjs";

const elsewhere = (page) => page.locator(".elsewhere:visible");
const saved = (page) => page.locator(".kept[data-kept=safely]").waitFor();

// An exam at work in one tab, and a second tab that shows it.
async function twoTabs(t) {
  const first = await t.openApp("#/setup");
  await startExam(first, { questions: 10 });
  await answer(first, 1);
  const second = await t.openApp("#/sitting");
  await elsewhere(second).waitFor();
  return [first, second];
}

test("the second tab shows the exam and changes nothing", async (t) => {
  const [first, second] = await twoTabs(t);
  assert.equal(await elsewhere(first).count(), 0);
  const chosen = await chosenPlaces(first);
  assert.deepEqual(await chosenPlaces(second), chosen);
  assert.ok(await second.locator("fieldset.options input").first().isDisabled());
  assert.ok(await second.locator(".exam-foot").isHidden());
  await second.keyboard.press("2");
  await second.keyboard.press("f");
  await next(first, 2);
  const places = await answer(first, 2);
  await onQuestion(second, 2);
  await second.waitForFunction((wanted) => document.querySelectorAll("fieldset.options input:checked").length === wanted, places.length);
  assert.deepEqual(await chosenPlaces(second), places);
  await t.axe(second);
  await handIn(first);
  await second.getByText("This exam was handed in at another tab.").waitFor();
});

test("the exam is taken over, and taken back", async (t) => {
  const [first, second] = await twoTabs(t);
  await second.getByRole("button", { name: "Take over here" }).click();
  await elsewhere(first).waitFor();
  await elsewhere(second).waitFor({ state: "detached" });
  await next(second, 2);
  const places = await answer(second, 0);
  await saved(second);
  await onQuestion(first, 2);
  await first.getByRole("button", { name: "Take over here" }).click();
  await elsewhere(second).waitFor();
  assert.deepEqual(await chosenPlaces(first), places, "what the other tab did is here");
  await next(first, 3);
  await handIn(first);
});

test("when the owner's tab is closed, the other one goes on", async (t) => {
  const [first, second] = await twoTabs(t);
  await first.close();
  await elsewhere(second).waitFor({ state: "detached" });
  await next(second, 2);
  await answer(second, 0);
  await saved(second);
});

test("a tab that was frozen while another took over is refused", async (t) => {
  const [first, second] = await twoTabs(t);
  const session = await t.context.newCDPSession(first);
  await session.send("Page.setWebLifecycleState", { state: "frozen" });
  await second.getByRole("button", { name: "Take over here" }).click();
  await elsewhere(second).waitFor({ state: "detached" });
  await next(second, 2);
  const places = await answer(second, 0);
  await saved(second);
  await session.send("Page.setWebLifecycleState", { state: "active" });
  await elsewhere(first).waitFor();
  await second.reload();
  await started(second);
  await onQuestion(second, 2);
  assert.deepEqual(await chosenPlaces(second), places);
});

test("a reload keeps the exam, and says nothing of another tab", async (t) => {
  const first = await t.openApp("#/setup");
  await startExam(first, { questions: 10 });
  const places = await answer(first, 1);
  await saved(first);
  for (let round = 0; round < 3; round += 1) {
    await first.reload();
    await started(first);
    await saved(first);
    assert.equal(await elsewhere(first).count(), 0);
    assert.deepEqual(await chosenPlaces(first), places);
  }
});

test("an exam that begins while another tab is open stays this tab's", async (t) => {
  const other = await t.openApp();
  const exam = await t.openApp("#/setup");
  await startExam(exam, { questions: 10 });
  await answer(exam, 1);
  await saved(exam);
  await other.getByRole("link", { name: "Continue" }).first().waitFor();
  await new Promise((done) => setTimeout(done, 1500));
  assert.equal(await elsewhere(exam).count(), 0);
  await other.goto(`${t.url}#/sitting`);
  await elsewhere(other).waitFor();
  assert.deepEqual(await chosenPlaces(other), await chosenPlaces(exam));
});
