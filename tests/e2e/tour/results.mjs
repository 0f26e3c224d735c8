// The states of results.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { answer, handIn } from "../exam.mjs";
import { stored } from "../harness.mjs";
import {
  exam, fiveResult, go, heading, hours, open, openLink, openReasons, pass, press, release, result, told, work,
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

state("results, none", (t) => open(t, "#/history"));

state("results, many", async (t) => {
  const page = await open(t);
  for (let count = 0; count < 6; count += 1) await fiveResult(page, t);
  await go(page, t, "#/history");
  await page.locator("ul.results > li").nth(5).waitFor();
  return page;
});
