// Every page and state of the app: a name, and the way that leads a fresh profile there. The pictures (`shots.mjs`) and
// the checks of every state (`specs/access.mjs`) go through this list, so what is new needs an entry here and no more.
//
// An entry's way takes the trial of a test and gives the page. Options: `media` "print" to look at it on paper;
// `covered` where the page lies under a dialog or a cover, which is looked at alone; `unready` where the app has not
// started, so that there is no page yet with a heading of its own.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { answer, handIn, onQuestion } from "./exam.mjs";
import { started, stored } from "./harness.mjs";
import {
  LINK, ask, breakFile, choose, deny, exam, examAt, file, fiveResult, forward, forwardTo, go, heading, hours, inDays,
  lookBetter, open, openLink, openReasons, outdated, pass, press, release, result, review, told, tryFive, unfold, work,
} from "./ways.mjs";

export const states = [];
const state = (name, way, options = {}) => states.push({ name, way, ...options });

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
  await page.getByText("has changed since this link was made").waitFor();
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

// ---- The exam ----

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

state("question, keys open", async (t) => {
  const page = await exam(t);
  await unfold(page, "Keys");
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

// ---- Results ----

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

// ---- The other pages ----

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
