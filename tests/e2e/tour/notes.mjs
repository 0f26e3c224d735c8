// The states of the study guide.

import { breakFile, file, heading, open } from "../ways.mjs";
import { state } from "./states.mjs";

state("notes", async (t) => {
  const page = await open(t, "#/notes");
  await page.locator(".notes-list").first().waitFor();
  return page;
});

state("notes, a topic with its contents open", async (t) => {
  const page = await open(t, "#/notes/sqs");
  await heading(page, "Amazon SQS");
  await page.getByText("On this page").click();
  return page;
});

state("notes, a paragraph that an address names", async (t) => {
  const page = await open(t, "#/notes/sqs/limits");
  await page.locator("[data-here]").waitFor();
  return page;
});

state("notes, a comparison", async (t) => {
  const page = await open(t, "#/notes/compare/queues");
  await page.locator("article.note table").first().waitFor();
  return page;
});

state("notes, new in a guide", async (t) => {
  const page = await open(t, "#/notes/guides/dva-c03");
  await page.locator("article.note").waitFor();
  return page;
});

state("notes, all limits, filtered", async (t) => {
  const page = await open(t, "#/notes/limits");
  await page.getByLabel("Only rows that hold").fill("lambda");
  await page.waitForFunction(() => document.querySelectorAll(".limits tbody tr").length < 60);
  return page;
});

state("notes, what changed", async (t) => {
  const page = await open(t, "#/notes/changes");
  await heading(page, "Changed since 2019");
  return page;
});

for (const [name, words] of [["found", "dead letter queue"], ["nothing found", "zzzzqqqq"]]) {
  state(`notes, search, ${name}`, async (t) => {
    const page = await open(t, "#/notes/search");
    await page.getByRole("searchbox").fill(words);
    await page.getByRole("status").filter({ hasText: /pages? found|Nothing found/ }).waitFor();
    return page;
  });
}

state("notes, a page that did not arrive", async (t) => {
  breakFile(t, file(t, "-notes-sqs-"), { status: 404 });
  const page = await open(t, "#/notes/sqs");
  await page.getByText("did not arrive").waitFor();
  return page;
});

state("notes, no such page", async (t) => {
  const page = await open(t, "#/notes/nothing");
  await page.getByText("no such page").waitFor();
  return page;
});
