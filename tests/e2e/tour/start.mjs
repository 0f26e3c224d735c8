// The states before an exam: home, set-up and links.

import { answer } from "../exam.mjs";
import {
  LINK, breakFile, exam, file, fiveResult, go, heading, inDays, open, press, tryFive, unfold,
} from "../ways.mjs";
import { state } from "./states.mjs";

// ---- Home ----

state("home, first visit", (t) => open(t));

state("home, questions on their way", async (t) => {
  breakFile(t, file(t, "-index"), { stall: true });
  const page = await open(t);
  await page.getByText("The questions are on their way").waitFor();
  return page;
});

state("home, an exam runs", async (t) => {
  const page = await open(t);
  await tryFive(page);
  await answer(page, 0);
  await go(page, t, "#/");
  await heading(page, "Welcome back");
  return page;
});

state("home, results and a day", async (t) => {
  const page = await open(t);
  await fiveResult(page, t);
  await fiveResult(page, t);
  await go(page, t, "#/");
  await page.getByLabel("Day of your exam").fill(inDays(12));
  await page.getByText("days until your exam").waitFor();
  return page;
});

// ---- Set-up and links ----

state("set-up", (t) => open(t, "#/setup"));

state("set-up, topics open", async (t) => {
  const page = await open(t, "#/setup");
  await unfold(page, "Topics");
  for (const place of [0, 5]) await page.locator(".topics input").nth(place).check();
  return page;
});

state("set-up, domains and tasks open", async (t) => {
  const page = await open(t, "#/setup");
  await unfold(page, "Domains and tasks");
  return page;
});

state("set-up, a bad seed", async (t) => {
  const page = await open(t, "#/setup");
  await unfold(page, "Seed and link");
  await page.getByRole("textbox", { name: "Seed" }).fill("K7Q2");
  await page.getByText("A seed has ten letters").waitFor();
  return page;
});

state("set-up, fetching the questions", async (t) => {
  breakFile(t, file(t, "-questions-0"), { stall: true });
  const page = await open(t, "#/setup");
  await page.getByRole("radio", { name: "Untimed" }).check();
  await press(page, "Start the exam");
  await page.getByText("Fetching the questions").waitFor();
  return page;
});

state("set-up, an exam runs", async (t) => {
  const page = await exam(t);
  await go(page, t, "#/setup");
  await page.getByText("An exam is running").waitFor();
  return page;
});

state("link", async (t) => {
  const page = await open(t, LINK);
  await heading(page, "Exam link");
  return page;
});

state("link, the bank has changed", async (t) => {
  const page = await open(t, `${LINK}&fp=00000000`);
  await page.getByText("version of the bank that this site does not know").waitFor();
  return page;
});

state("link, an exam that cannot be", async (t) => {
  const page = await open(t, LINK.replace("n=10", "n=200&topics=sqs"));
  await page.getByText("asks for 200 questions").waitFor();
  return page;
});

state("link, cut short", async (t) => {
  const page = await open(t, "#/exam?bank=dva&guide=dva-c03&seed=K7Q2M");
  await heading(page, "This exam link does not work");
  return page;
});
