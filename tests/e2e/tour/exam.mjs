// The states of an exam, from its instructions to handing in.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { answer, onQuestion } from "../exam.mjs";
import {
  choose, deny, exam, examAt, forward, forwardTo, go, heading, lookBetter, open, openLink, pass, press, release,
  review, told, tryFive, unfold, work,
} from "../ways.mjs";
import { state } from "./states.mjs";

state("instructions", async (t) => {
  const page = await open(t, "#/setup");
  await press(page, "Start the exam");
  await heading(page, "Before you begin");
  return page;
});

state("instructions, the second page", async (t) => {
  const page = await open(t, "#/setup");
  await press(page, "Start the exam");
  await press(page, "How the room works");
  await heading(page, "How the room works");
  return page;
});

state("question, to be checked", async (t) => {
  const page = await exam(t, { way: "Reasons as you go" });
  await choose(page);
  return page;
});

state("question, checked", async (t) => {
  const page = await exam(t, { way: "Reasons as you go" });
  await choose(page);
  await press(page, "Check answer");
  await page.locator("ol.reasons > li").first().waitFor();
  return page;
});

state("a break", async (t) => {
  const page = await exam(t, { way: "Untimed" });
  await choose(page);
  await press(page, "Pause");
  await heading(page, "A break");
  return page;
});

state("a break, another tab owns it", async (t) => {
  const owner = await exam(t, { way: "Untimed" });
  await press(owner, "Pause");
  await heading(owner, "A break");
  const page = await open(t, "#/sitting");
  await page.locator(".elsewhere:visible").waitFor();
  return page;
});

state("leave the exam", async (t) => {
  const page = await exam(t);
  await page.goBack();
  await page.getByRole("dialog").waitFor();
  return page;
}, { covered: true });

state("question, one option", (t) => examAt(t, ".option [type=radio]"));

state("question, one of two chosen", async (t) => {
  const page = await examAt(t, ".option [type=checkbox]");
  await choose(page, 1);
  return page;
});

state("question, a third refused", async (t) => {
  const page = await examAt(t, ".option [type=checkbox]");
  await choose(page);
  await page.locator("fieldset.options input:not(:checked)").first().click();
  return page;
});

state("question with code", (t) => examAt(t, ".stem pre"));

state("question with a table", async (t) => {
  t.server.mount(t.prefix, await release(t, "table", t.corrected));
  const { link } = JSON.parse(await readFile(join(t.corrected, "corrected.json"), "utf8"));
  const page = await open(t);
  await openLink(page, t, link);
  return forwardTo(page, ".stem table");
});

state("question, flagged and answered", async (t) => {
  const page = await exam(t);
  await choose(page);
  await press(page, "Flag");
  return page;
});

state("question, the last", async (t) => {
  const page = await open(t);
  await tryFive(page);
  await work(page, 5);
  return page;
});

state("question, all questions open", async (t) => {
  const page = await exam(t, { questions: 65 });
  await work(page, 12);
  await forward(page);
  await unfold(page, "All questions");
  return page;
});

state("question, options struck out and tools open", async (t) => {
  const page = await exam(t);
  await press(page, "Strike out option A");
  await press(page, "Strike out option C");
  await unfold(page, "Tools");
  await page.getByRole("textbox", { name: "Note on this question" }).fill("Read this again on Friday.");
  await press(page, "Fairly sure");
  return page;
});

state("question, highlighting", async (t) => {
  const page = await exam(t);
  await unfold(page, "Tools");
  await press(page, "Highlight sentences");
  await page.locator("#stem .sentence").first().click();
  return page;
});

state("question, highlighted, with a note", async (t) => {
  const page = await exam(t);
  await unfold(page, "Tools");
  await page.getByRole("textbox", { name: "Note on this question" }).fill("Read this again on Friday.");
  await press(page, "Highlight sentences");
  await page.locator("#stem .sentence").first().click();
  await press(page, "Done");
  await unfold(page, "Tools (with your note)");
  await page.locator("#stem mark").waitFor();
  return page;
});

state("question, keys open", async (t) => {
  const page = await exam(t);
  await unfold(page, "Keys");
  for (const words of ["Strike out the option", "Write a note"]) await page.locator(".keys").getByText(words).waitFor();
  return page;
});

state("question, keys turned off", async (t) => {
  const page = await open(t, "#/settings");
  await page.getByRole("checkbox", { name: "Turn single keys off" }).check();
  await go(page, t, "#/");
  await tryFive(page);
  await unfold(page, "Keys");
  await page.getByText("Single keys are turned off").waitFor();
  return page;
});

state("question, display open", async (t) => {
  const page = await exam(t);
  await unfold(page, "Display");
  await page.getByRole("group", { name: "Text size" }).waitFor();
  return page;
});

state("question, largest letters, more space, high contrast", async (t) => {
  const page = await open(t, "#/settings");
  await lookBetter(page);
  await go(page, t, "#/");
  await tryFive(page);
  return page;
});

state("question, the clock hidden", async (t) => {
  const page = await exam(t);
  await unfold(page, "Display");
  await page.getByRole("checkbox", { name: /clock/i }).check();
  await page.getByRole("button", { name: "Show time left" }).waitFor();
  return page;
});

state("question, little time left", async (t) => {
  const page = await exam(t, { clock: true });
  const left = (await page.getByRole("timer").innerText()).split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  await pass(page, (left - 200) * 1000);
  await page.locator(".clock-low").waitFor();
  return page;
});

state("question, away for a while", async (t) => {
  const page = await exam(t);
  await page.close();
  const later = await t.context.newPage();
  await later.clock.install({ time: Date.now() + 600_000 });
  await later.goto(`${t.url}#/sitting`);
  await told(later, "You were away");
  return later;
});

state("question, not saved", async (t) => {
  await deny(t, "localStorage");
  await deny(t, "indexedDB");
  const page = await open(t);
  await tryFive(page);
  await page.locator(".not-saved:visible").waitFor();
  return page;
});

state("question, another tab owns it", async (t) => {
  await exam(t);
  const page = await open(t, "#/sitting");
  await page.locator(".elsewhere:visible").waitFor();
  return page;
});

state("review", async (t) => {
  const page = await exam(t, { questions: 65 });
  await work(page, 15);
  await review(page, t);
  return page;
});

state("review, all answered", async (t) => {
  const page = await open(t);
  await tryFive(page);
  for (let number = 1; number <= 5; number += 1) {
    await onQuestion(page, number);
    await answer(page, 1);
    await forward(page);
  }
  await heading(page, "Review before handing in");
  return page;
});

state("hand in", async (t) => {
  const page = await exam(t);
  await work(page, 4);
  await review(page, t);
  await press(page, "Hand in");
  await page.getByRole("dialog").waitFor();
  return page;
}, { covered: true });

state("no exam runs", async (t) => {
  const page = await open(t, "#/sitting");
  await heading(page, "No exam is running");
  return page;
});
