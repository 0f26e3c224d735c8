// Sharing with no server: links with words, results, papers of one's own, assignments, the paper twin and a class, each
// from one browser to another.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { readForm, start } from "../exam.mjs";
import { test } from "../harness.mjs";
import { PAPER, addresses, fragment, makeLinks, sendUnder, sitAndSend, sitPaper, write } from "../sharing.mjs";
import { SEED, go, heading, open, press, told } from "../ways.mjs";

const EXAM = `#/exam?bank=dva&guide=dva-c03&seed=${SEED}&n=5&min=none`;
const WRONG = [["A standard queue"], ["A sender", "A courier"], ["The service"]];
const RIGHT = [["A FIFO queue"], ["A sender", "A receiver"], ["The service"]];
const words = (page) => page.getByRole("main").innerText();
const released = new URL("../../../questions/dva/releases.json", import.meta.url);

// Another device: a browser of its own, on a wide window.
async function friend(t, hash) {
  const page = await open(t, hash, { context: await t.newProfile() });
  await page.setViewportSize({ width: 1280, height: 900 });
  return page;
}

test("a link with words opens the same form on two devices, and says whose words they are", async (t) => {
  const page = await open(t, "#/share");
  await heading(page, "Share an exam");
  await page.getByLabel("Title", { exact: true }).fill("Week 3 <b>SQS</b>");
  await page.getByLabel("A line from you").fill("Good luck!");
  await page.getByRole("group", { name: "Questions" }).getByRole("radio", { name: "10", exact: true }).check();
  const link = fragment((await addresses(page))[0]);
  assert.match(link, /title=Week%203%20%3Cb%3ESQS/);
  const forms = [];
  for (const device of [page, await friend(t)]) {
    await go(device, t, link);
    await heading(device, "Exam link");
    const shown = await words(device);
    assert.ok(shown.includes("Week 3 <b>SQS</b>") && shown.includes("Good luck!"), "the words are shown as text");
    assert.ok(shown.includes("Invigil did not write them"));
    await start(device);
    forms.push(await readForm(device, 10));
  }
  assert.deepEqual(forms[0], forms[1]);
});

test("questions chosen by hand are those that the link asks", async (t) => {
  const page = await open(t, "#/share");
  await page.getByRole("radio", { name: /^Chosen by hand/ }).check();
  // Of those that the seed drew none is kept.
  const topics = page.locator(".by-hand > ul > li > button");
  for (let place = 0; place < (await topics.count()); place += 1) {
    if (/\(0 chosen\)/.test(await topics.nth(place).innerText())) continue;
    await topics.nth(place).click();
    const chosen = page.locator(".by-hand-questions input:checked");
    while (await chosen.count()) await chosen.first().uncheck();
  }
  await page.getByText("These choices make no exam").waitFor();
  const box = page.locator(".by-hand-questions label").first();
  const stem = await box.locator(".choice-label").innerText();
  await box.click();
  await page.getByText("1 question is chosen").waitFor();
  const link = fragment((await addresses(page))[0]);
  const device = await friend(t, link);
  await heading(device, "Exam link");
  await start(device);
  const [question] = await readForm(device, 1);
  const plain = (text) => text.replaceAll(/\s+/g, "");
  assert.equal(plain(question.stem).slice(0, 60), plain(stem).slice(0, 60));
});

test("a link of an earlier release tells which of its questions were revised, and can be sat", async (t) => {
  const { releases } = JSON.parse(await readFile(released, "utf8"));
  const page = await open(t, `${EXAM.replace("n=5", "n=65")}&fp=${releases[0].link}`);
  await page.getByText(/of these questions, \d+ were revised and \d+ are new|none of these questions has/).waitFor();
  await start(page);
});

test("a result goes to another browser, which grades it again; two stand side by side", async (t) => {
  const page = await open(t);
  const first = await sitAndSend(page, t, EXAM, "Grace", 5);
  const own = /(\d+) of 5 right/.exec(await words(page))[0];
  const device = await friend(t, first);
  await device.getByText(/\d of 5 right/).waitFor();
  const shown = await words(device);
  assert.ok(shown.includes(own), "graded alike");
  assert.ok(shown.includes("It proves nothing about who sat the exam"));
  assert.equal(await device.getByRole("button", { name: "Bookmark" }).count(), 0, "nothing on it is one's own");
  const second = await sitAndSend(device, t, EXAM, "Ada", 5);
  await go(page, t, first);
  await page.getByLabel("Another result’s link or code").fill(`Here is mine: https://x.example/${second} bye`);
  await press(page, "Show both");
  await page.getByText("Result of Ada").waitFor();
  assert.ok((await words(page)).includes("Result of Grace"));
  // The bare code is as good as the link, also on the home page.
  await go(page, t, "#/");
  await page.getByLabel("Paste the link here").fill(first.split("/").pop());
  await press(page, "Open");
  await page.getByRole("heading", { name: "Result of Grace" }).waitFor();
});

test("a code that was cut or changed says so, and starts nothing", async (t) => {
  const page = await open(t);
  await write(page, t);
  const { keyed } = await makeLinks(page);
  for (const [hash, said] of [
    [keyed.slice(0, -9), /The code was cut: \d+ of \d+ characters arrived/],
    [`${keyed.slice(0, 60)}${keyed[60] === "A" ? "B" : "A"}${keyed.slice(61)}`, /was changed on its way|The code was cut/],
    ["#/paper/hello-there", /This is no code of Invigil/],
    ["#/result/%3Cscript%3E", /This is no code of Invigil/],
    [keyed.replace("#/paper/p1", "#/paper/p9"), /A newer version of Invigil made this code/],
    [keyed.replace("#/paper/", "#/result/"), /the code of a paper, not of a result/],
  ]) {
    await go(page, t, hash);
    await page.getByText(said).first().waitFor();
    assert.equal(await page.getByRole("button", { name: "Start the exam" }).count(), 0, hash);
  }
});

test("a paper of one's own: ten questions to a link in a few steps, sat and graded elsewhere", async (t) => {
  const page = await open(t, "#/papers");
  let steps = 0;
  const step = async (act) => ((steps += 1), act);
  const begun = Date.now();
  const ten = Array.from({ length: 10 }, (_, place) =>
    `### What is ${place + 2} times ${place + 3}?\n\n- [ ] ${place + 5}\n- [x] ${(place + 2) * (place + 3)}\n- [ ] ${(place + 2) * (place + 3) + 1}\n`);
  await step(page.getByLabel("Questions", { exact: true }).fill(ten.join("\n")));
  await step(page.getByLabel("Title", { exact: true }).fill("Times tables"));
  await page.getByText("10 questions can be asked, none has to be mended").waitFor();
  await step(press(page, "Make the links"));
  await page.getByRole("heading", { name: "The paper, with its key" }).waitFor();
  console.log(`  ten questions to a link: ${steps} steps, ${Date.now() - begun} ms of the app`);
  assert.ok(steps <= 4);
  const [keyed] = (await addresses(page)).map(fragment);
  const device = await friend(t, keyed);
  await device.getByText("Times tables").waitFor();
  await sitPaper(device, t, keyed, Array.from({ length: 10 }, (_, place) => [String((place + 2) * (place + 3))]));
  await heading(device, "Result");
  assert.match(await words(device), /10 of 10 right/);
  // The bank's history has nothing of it, and the list of results names it.
  await go(device, t, "#/history");
  await device.getByText("A paper of one’s own").waitFor();
  await go(device, t, `#/attempt/${await device.locator(".results a").first().getAttribute("href").then((href) => href.split("/").pop())}`);
  const sent = await sendUnder(device, "Pupil");
  await go(page, t, sent);
  await page.getByRole("heading", { name: "Result of Pupil" }).waitFor();
  assert.match(await words(page), /10 of 10 right/, "the paper travels inside the result");
});

test("what was typed stays when the page goes, and what cannot be asked is named and kept", async (t) => {
  const page = await open(t);
  await write(page, t, `${PAPER}\n### No key here\n\n- [ ] one\n- [ ] two\n\nlost words\n`);
  await page.getByText("No option is marked as right").waitFor();
  await page.getByText("lost words", { exact: false }).last().waitFor();
  await page.reload();
  await page.getByText("3 questions can be asked, one has to be mended").waitFor();
  assert.match(await page.getByLabel("Questions", { exact: true }).inputValue(), /lost words/);
});

const FORMATS = {
  GIFT: "::Q1:: Which one is a fruit? {\n=An apple#It grows on trees.\n~A stone\n~A boat\n}\n",
  Aiken: "Which one is a fruit?\nA. A stone\nB. An apple\nC. A boat\nANSWER: B\n",
  "Table (CSV)": "question,a,b,c,correct\nWhich one is a fruit?,A stone,An apple,A boat,B\n",
};

test("other formats are found out, read, and handed back as files", { timeout: 90_000 }, async (t) => {
  const page = await open(t);
  for (const [name, text] of Object.entries(FORMATS)) {
    await write(page, t, text);
    await page.getByText(`Read as ${name}. 1 question can be asked`).waitFor();
    const download = page.waitForEvent("download");
    await press(page, name);
    const back = await readFile(await (await download).path(), "utf8");
    await page.getByLabel("Questions", { exact: true }).fill("");
    await page.getByText("Nothing is read yet").waitFor();
    await write(page, t, back);
    await page.getByText(`Read as ${name}. 1 question can be asked`).waitFor();
  }
  await press(page, "Write them all in Markdown");
  await page.getByText("Read as Markdown. 1 question can be asked").waitFor();
  assert.match(await page.getByLabel("Questions", { exact: true }).inputValue(), /- \[x\] An apple/);
});

test("an assignment without its key comes back as codes, and a class is graded in a few steps", { timeout: 120_000 }, async (t) => {
  const teacher = await open(t);
  await write(teacher, t);
  const links = await makeLinks(teacher);
  const codes = [];
  const pupils = await friend(t);
  for (const [name, chosen] of [["Ada", WRONG], ["Grace", RIGHT], ["Edsger", RIGHT], ["Barbara", WRONG]]) {
    await sitPaper(pupils, t, links.assignment, chosen);
    await heading(pupils, "Handed in");
    assert.doesNotMatch(await words(pupils), /right|wrong/i, "no word on how it went");
    codes.push(await sendUnder(pupils, name));
  }
  await go(pupils, t, "#/history");
  await pupils.getByText("Handed in; graded by who set it").first().waitFor();
  // A pupil who gets the key can grade the answers.
  await go(pupils, t, codes[0]);
  await pupils.getByLabel("Link of the paper, with its key").fill(links.keyed);
  await press(pupils, "Grade");
  await pupils.getByText("1 of 3 right").waitFor();

  let steps = 0;
  const begun = Date.now();
  const step = async (act) => ((steps += 1), act);
  await step(go(teacher, t, "#/class"));
  await step(teacher.getByLabel("Links or codes").fill([...codes, links.keyed, codes[0], `${codes[1].slice(0, -6)}`].join("\n")));
  await step(press(teacher, "Take in"));
  await teacher.getByRole("heading", { name: "Who knows which domain" }).waitFor();
  console.log(`  a class from its codes: ${steps} steps, ${Date.now() - begun} ms of the app`);
  const shown = await words(teacher);
  assert.match(shown, /4 people handed in/);
  assert.match(shown, /One code came twice and counts once/);
  assert.match(shown, /One code was refused/);
  assert.match(shown, /Mean\s+67 %/);
  const download = teacher.waitForEvent("download");
  await press(teacher, "Answers (CSV)");
  const table = await readFile(await (await download).path(), "utf8");
  assert.equal(table.trim().split("\n").length, 1 + 4 * 3);
  assert.ok(!table.includes("Ada"), "without names, unless they are wanted");
  await teacher.getByRole("button", { name: /Leave out: Ada/ }).click();
  await teacher.getByText("3 people handed in").waitFor();
});

test("a form on paper: booklet, answer sheet and key, with the code of the same seed", async (t) => {
  const page = await open(t, EXAM.replace("#/exam", "#/print"));
  await page.getByRole("img", { name: "QR code of the address" }).first().waitFor();
  const parts = await page.locator(".print-part h2").allInnerTexts();
  assert.deepEqual(parts.map((part) => part.split(" · ").pop()), ["Booklet", "Answer sheet", "Key"]);
  const stems = await page.locator(".print-questions > li > .stem").allInnerTexts();
  const device = await friend(t, EXAM);
  await heading(device, "Exam link");
  await start(device);
  const form = await readForm(device, 5);
  assert.deepEqual(stems.map((stem) => stem.trim()), form.map(({ stem }) => stem.trim()));
  // One page a part at least, and what is pressed is not printed.
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  assert.ok((pdf.match(/\/Type\s*\/Page\b/g) ?? []).length >= 3);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.getByRole("button", { name: "Print" }).isVisible(), false);
});

test("with the server gone all of it works", { timeout: 90_000 }, async (t) => {
  const page = await open(t, "#/papers");
  await t.stored?.(page);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await caches.keys()).length > 0);
  await write(page, t);
  const { keyed } = await makeLinks(page);
  await go(page, t, keyed);
  await heading(page, "A paper that was sent");
  await go(page, t, "#/class");
  await heading(page, "A class");
  await page.getByLabel("Links or codes").fill("nothing of use");
  await press(page, "Take in");
  await told(page, "holds no code");
});
