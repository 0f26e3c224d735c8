// The states of messages, and of an app that does not run.

import { handIn } from "../exam.mjs";
import { ask, breakFile, deny, exam, file, heading, open, outdated, press, told, unfold } from "../ways.mjs";
import { state } from "./states.mjs";

// ---- Messages ----

state("home, nothing may be stored", async (t) => {
  await deny(t, "localStorage");
  await deny(t, "indexedDB");
  const page = await open(t);
  await told(page, "does not let the site store anything");
  return page;
});

state("home, records of a newer version", async (t) => {
  const newer = '9.41.0123456789abcdef.{"from":"the future"}';
  await t.remember({ [`${t.prefix}invigil.results.a`]: newer, [`${t.prefix}invigil.settings.a`]: "1.1.nonsense" });
  const page = await open(t);
  await told(page, "written by a newer version");
  return page;
});

state("home, a damaged bank", async (t) => {
  breakFile(t, file(t, "-index"), { body: Buffer.from("not a bank") });
  const page = await open(t);
  await told(page, "arrived damaged");
  return page;
});

state("home, no link in the text", async (t) => {
  const page = await open(t);
  await page.getByLabel("Paste the link here").fill("hello");
  await press(page, "Open");
  await told(page, "no exam link in that text");
  return page;
});

state("set-up, the link is copied", async (t) => {
  await t.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await open(t, "#/setup");
  await unfold(page, "Seed and link");
  await press(page, "Copy exam link");
  await told(page, "The link is copied");
  return page;
});

state("set-up, the link is to be copied by hand", async (t) => {
  const page = await open(t, "#/setup");
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
  await unfold(page, "Seed and link");
  await press(page, "Copy exam link");
  await told(page, "to copy by hand");
  return page;
});

state("home, a newer version is ready", outdated);

state("home, the newer version must wait", async (t) => {
  const page = await outdated(t);
  await exam(t);
  // The offer is gone as soon as the page hears of the exam: this is the consent that came a moment earlier.
  await page.evaluate(() => dispatchEvent(new CustomEvent("invigil:update-apply")));
  await told(page, "An exam is running in another tab");
  return page;
});

state("handed in at another tab", async (t) => {
  const owner = await exam(t);
  const page = await open(t, "#/sitting");
  await page.locator(".elsewhere:visible").waitFor();
  await handIn(owner);
  await told(page, "handed in at another tab");
  return page;
});

// ---- When the app does not run ----

state("the app did not load", async (t) => {
  breakFile(t, file(t, ".wasm"), { status: 404 });
  t.allow("console", /digest in the 'integrity' attribute|SRI's integrity checks failed/);
  const page = await ask(t);
  await heading(page, "Invigil did not load");
  return page;
});

state("the app failed to start twice", async (t) => {
  await t.remember({ [`${t.prefix}invigil.starts`]: "2" });
  t.allow("console", /preloaded using link preload but not used/, { optional: true });
  const page = await ask(t);
  await heading(page, "Invigil failed to start twice");
  return page;
});

state("the app stopped", async (t) => {
  const page = await open(t);
  await page.evaluate(() => dispatchEvent(new CustomEvent("invigil:crash", { detail: "panicked at src/main.rs: a fault on purpose" })));
  await page.getByRole("alertdialog").waitFor();
  await page.getByText("Report for the developers").click();
  return page;
}, { covered: true });
