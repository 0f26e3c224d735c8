// The states of the pages that stand beside exams and results.

import { started, stored } from "../harness.mjs";
import { ask, breakFile, file, fiveResult, go, heading, lookBetter, open, press, told } from "../ways.mjs";
import { state } from "./states.mjs";

state("settings", (t) => open(t, "#/settings"));

state("settings, largest letters, more space, high contrast", async (t) => {
  const page = await open(t, "#/settings");
  await lookBetter(page);
  return page;
});

state("keys", (t) => open(t, "#/keys"));

state("keys, one is refused", async (t) => {
  const page = await open(t, "#/keys");
  await page.getByRole("button", { name: "Change for: Next question" }).click();
  await page.keyboard.press("p");
  await page.getByText("is taken by").waitFor();
  return page;
});

state("keys, one is changed", async (t) => {
  const page = await open(t, "#/keys");
  await page.getByRole("button", { name: "Change for: Write a note" }).click();
  await page.keyboard.press("j");
  await page.getByText("is on j now").waitFor();
  return page;
});

state("settings, erase everything", async (t) => {
  const page = await open(t, "#/settings");
  await press(page, "Erase everything");
  await page.getByRole("dialog").waitFor();
  return page;
}, { covered: true });

state("settings, all is erased", async (t) => {
  const page = await open(t, "#/settings");
  await press(page, "Erase everything");
  await press(page, "Yes, erase everything");
  await told(page, "is erased");
  return page;
});

state("settings, storage looked through", async (t) => {
  const page = await open(t);
  await fiveResult(page, t);
  await go(page, t, "#/settings");
  await page.getByRole("button", { name: /Check/ }).click();
  await told(page, "can be read");
  return page;
});

state("settings, a backup made", async (t) => {
  const page = await open(t, "#/settings");
  await press(page, "Make a backup");
  await told(page, "The backup is made");
  return page;
});

state("settings, a file that is no backup", async (t) => {
  const page = await open(t, "#/settings");
  await page.locator("input[type=file]").setInputFiles({ name: "list.json", mimeType: "application/json", buffer: Buffer.from('{"a":\n1,,}') });
  await told(page, "cannot be read as a backup");
  return page;
});

state("about", (t) => open(t, "#/about"));

state("about, with the server dead", async (t) => {
  const page = await open(t);
  await stored(page);
  await t.killServer();
  await go(page, t, "#/about");
  await page.reload();
  await started(page);
  await heading(page, "About");
  return page;
});

state("the question bank", async (t) => {
  const page = await open(t, "#/bank");
  await page.getByRole("table").first().waitFor();
  return page;
});

state("no such page", (t) => open(t, "#/no-such-page"));

state("no questions", async (t) => {
  breakFile(t, `${t.prefix}catalogue.json`, { status: 404 });
  const page = await open(t, "#/setup");
  await heading(page, "No questions");
  return page;
});

state("waiting for the code", async (t) => {
  breakFile(t, file(t, "invigil-rest"), { stall: true });
  const page = await ask(t, "#/setup");
  await page.locator(".waiting").waitFor();
  return page;
}, { unready: true });
