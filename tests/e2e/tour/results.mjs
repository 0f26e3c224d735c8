// The states of results.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { answer, handIn, onQuestion, startExam } from "../exam.mjs";
import { stored } from "../harness.mjs";
import {
  SEED, exam, fiveResult, forward, go, heading, hours, open, openLink, openReasons, pass, press, release, result, review,
  told, unfold, work,
} from "../ways.mjs";
import { state } from "./states.mjs";

state("result of 65", (t) => result(t, { questions: 65 }));

state("result, reasons open", async (t) => {
  const page = await result(t);
  await openReasons(page);
  return page;
});

state("result, only the wrong", async (t) => {
  const page = await result(t);
  await page.getByRole("button", { name: /^Wrong \(/ }).click();
  return page;
});

state("result of five", async (t) => {
  const page = await open(t);
  await fiveResult(page, t);
  return page;
});

state("result, a filter without questions", async (t) => {
  const page = await open(t);
  await fiveResult(page, t);
  await page.getByRole("button", { name: /^Flagged \(0/ }).click();
  await page.getByText("No question here").waitFor();
  return page;
});

// All that can be marked: answers changed, flags, notes, and how sure one was. The third question has no answer.
async function marked(t) {
  const page = await exam(t, { questions: 20 });
  await work(page, 20);
  await review(page, t);
  await page.getByRole("link", { name: /^Question 1,/ }).click();
  await onQuestion(page, 1);
  await unfold(page, "Tools");
  for (const [place, sure] of ["A guess", "Fairly sure", "Certain", "Certain"].entries()) {
    await onQuestion(page, place + 1);
    await press(page, sure);
    await page.getByRole("textbox", { name: "Note on this question" }).fill("Read this again on Friday.");
    await forward(page);
  }
  await onQuestion(page, 5);
  await handIn(page);
  return page;
}

const filtered = async (t, name) => {
  const page = await marked(t);
  const filter = page.getByRole("button", { name });
  await filter.click();
  await filter.and(page.locator("[aria-pressed=true]")).waitFor();
  await page.locator("details.item").first().waitFor();
  return page;
};

state("result, all that was marked", async (t) => {
  const page = await marked(t);
  for (const name of ["What to do next", "By domain", "Pace", "Answers changed", "How sure you were"]) {
    await page.getByRole("region", { name }).waitFor();
  }
  await unfold(page, "The pace in figures");
  await (await openReasons(page)).locator(".own-note").waitFor();
  return page;
});

state("result, only the changed", (t) => filtered(t, /^Changed \([1-9]/));

state("result, only those with a note", (t) => filtered(t, /^With a note \(4/));

state("result, one domain", async (t) => {
  const page = await result(t);
  await page.getByRole("combobox", { name: "Domain" }).selectOption({ index: 1 });
  await page.waitForFunction(() => document.querySelectorAll("details.item").length < 20);
  return page;
});

state("result, time ran out", async (t) => {
  const page = await exam(t, { questions: 20, clock: true });
  await work(page, 8);
  await pass(page, hours(2));
  await heading(page, "Result");
  return page;
});

state("result, time ran out while away", async (t) => {
  const page = await exam(t);
  await work(page, 3);
  await page.close();
  const later = await t.context.newPage();
  await later.clock.install({ time: Date.now() + hours(24) });
  await later.goto(`${t.url}#/history`);
  await later.locator("ul.results a").first().click();
  await heading(later, "Result");
  return later;
});

state("result, a question objected to", async (t) => {
  const page = await open(t);
  await fiveResult(page, t);
  const item = await openReasons(page);
  await item.getByText("I think this is wrong").click();
  await item.getByRole("textbox", { name: "What is wrong" }).fill("The page says otherwise.");
  return page;
});

state("result, an objection raised", async (t) => {
  const page = await open(t);
  await fiveResult(page, t);
  const item = await openReasons(page);
  await item.getByText("I think this is wrong").click();
  await item.getByRole("textbox", { name: "What is wrong" }).fill("The page says otherwise.");
  await item.getByRole("button", { name: "Object", exact: true }).click();
  await item.getByText("You objected to question").waitFor();
  return page;
});

state("result, a key corrected", async (t) => {
  const { link } = JSON.parse(await readFile(join(t.corrected, "corrected.json"), "utf8"));
  const page = await open(t);
  await openLink(page, t, link);
  await answer(page, 0);
  await handIn(page);
  await stored(page);
  t.server.mount(t.prefix, await release(t, "two", t.corrected));
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await press(page, "Update now");
  await told(page, "graded again");
  await openReasons(page, page.locator("details.item").filter({ hasText: "key corrected" }));
  return page;
});

state("result, not on this device", async (t) => {
  const page = await open(t, "#/attempt/0199c0ffee0cafebabe");
  await page.getByText("This result is not on this device").waitFor();
  return page;
});

state("result on paper", async (t) => {
  const page = await result(t, { questions: 10 });
  await press(page, "Open all reasons");
  await page.locator("ol.reasons").nth(9).waitFor();
  return page;
}, { media: "print" });

state("two results side by side", async (t) => {
  const page = await result(t);
  await go(page, t, "#/setup");
  await startExam(page, { questions: 20, seed: SEED });
  await work(page, 12);
  await handIn(page);
  await page.getByRole("link", { name: "Compare with the one before" }).click();
  await heading(page, "Two results side by side");
  await unfold(page, "Question by question");
  return page;
});

state("two results side by side, of five questions", async (t) => {
  const page = await open(t);
  await fiveResult(page, t);
  await fiveResult(page, t);
  await go(page, t, "#/history");
  await page.getByRole("link", { name: "Compare the two newest" }).click();
  await heading(page, "Two results side by side");
  await page.getByRole("heading", { name: "Questions that both had" }).waitFor();
  return page;
});

state("two results, one is not on this device", async (t) => {
  const page = await open(t);
  await fiveResult(page, t);
  const [here] = /[^/]+$/.exec(page.url());
  await go(page, t, `#/compare/0199c0ffee0cafebabe/${here}`);
  await page.getByText("One of the two results is not on this device.").waitFor();
  return page;
});

state("results, none", (t) => open(t, "#/history"));

state("results, many", async (t) => {
  const page = await open(t);
  for (let count = 0; count < 6; count += 1) await fiveResult(page, t);
  await go(page, t, "#/history");
  await page.locator("ul.results > li").nth(5).waitFor();
  return page;
});
