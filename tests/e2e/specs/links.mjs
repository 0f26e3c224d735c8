// Addresses that a stranger may hand over: no route, and exam links with a fault of each kind. Each says what is wrong,
// and starts nothing.

import assert from "node:assert/strict";
import { start } from "../exam.mjs";
import { started, test } from "../harness.mjs";

const LINK = "bank=dva&guide=dva-c02&seed=K7Q2M9XA4T&n=5&min=10";
const changed = (from, to) => LINK.replace(from, to);
const without = (part) => LINK.split("&").filter((pair) => !pair.startsWith(`${part}=`)).join("&");

// Links that cannot be read.
const UNREADABLE = [
  ["", "It lacks the question bank (bank)."],
  [without("bank"), "It lacks the question bank (bank)."],
  [without("guide"), "It lacks the exam guide (guide)."],
  [without("seed"), "It lacks the seed (seed)."],
  [without("n"), "It lacks the number of questions (n)."],
  [without("min"), "It lacks the time limit (min)."],
  [changed("K7Q2M9XA4T", "K7Q2M"), "the seed (seed) cannot be read."],
  [changed("dva-c02", "%3Cscript%3E"), "the exam guide (guide) cannot be read."],
  [changed("bank=dva", "bank=../etc"), "the question bank (bank) cannot be read."],
  [changed("n=5", "n=five"), "the number of questions (n) cannot be read."],
  [changed("n=5", "n=0"), "the number of questions (n) must be from 1 to 200."],
  [changed("n=5", "n=201"), "the number of questions (n) must be from 1 to 200."],
  [changed("min=10", "min=99999"), "the time limit (min) must be from 1 to 1600."],
  [changed("min=10", "min=-1"), "the time limit (min) cannot be read."],
  [`${LINK}&n=5`, "the number of questions (n) stands twice."],
  [`${LINK}&topics=sqs,,s3`, "the topics (topics) cannot be read."],
  [`${LINK}&topics=sqs,sqs`, "the topics (topics) stands twice."],
  [`${LINK}&q=!!`, "the list of questions (q) cannot be read."],
  [`${LINK}&fp=x`, "the bank's version (fp) cannot be read."],
  [`${LINK}&draw=x`, "the version of the draw (draw) cannot be read."],
  [`${LINK}&x=${"a".repeat(5000)}`, "It is longer than any exam link."],
];

test("a link that cannot be read says which part, and starts nothing", { timeout: 120_000 }, async (t) => {
  const page = await t.openApp();
  for (const [query, words] of UNREADABLE) {
    await page.goto(`${t.url}#/exam?${query}`);
    await page.getByRole("heading", { level: 1, name: "This exam link does not work" }).waitFor();
    const told = page.getByRole("main").getByRole("alert").filter({ hasText: words });
    await told.waitFor({ timeout: 5000 }).catch(async () => {
      assert.fail(`${query.slice(0, 80)}: ${await page.getByRole("main").innerText()}`);
    });
    assert.equal(await page.getByRole("button", { name: "Start the exam" }).count(), 0, query);
    await page.goto(`${t.url}#/`);
    await page.getByRole("heading", { level: 1, name: "Practise for your exam" }).waitFor();
  }
});

// Links that can be read, and name what is not there.
const IMPOSSIBLE = [
  [changed("bank=dva", "bank=other"), "does not have the question bank that the link names."],
  [changed("dva-c02", "dva-c99"), "has no such exam guide."],
  [`${LINK}&topics=no-such-topic`, "has no topic “no-such-topic”."],
  [`${LINK}&draw=998`, "made by another version of Invigil"],
  [changed("n=5", "n=200") + "&topics=sqs", /asks for 200 questions, but the question bank has only \d+ that fit/],
];

test("a link to what is not there says so, and cannot be started", { timeout: 60_000 }, async (t) => {
  for (const [query, words] of IMPOSSIBLE) {
    const page = await t.openApp(`#/exam?${query}`);
    await page.getByRole("heading", { level: 1, name: "Exam link" }).waitFor();
    await page.getByRole("main").getByRole("alert").filter({ hasText: words }).waitFor({ timeout: 5000 }).catch(async () => {
      assert.fail(`${query}: ${await page.getByRole("main").innerText()}`);
    });
    assert.ok(await page.getByRole("button", { name: "Start the exam" }).isDisabled(), query);
    await page.close();
  }
});

test("a link to another version of the bank says so, and can be started", async (t) => {
  const page = await t.openApp(`#/exam?${LINK}&fp=00000000`);
  await page.getByText("made with a version of the bank that this site does not know").waitFor();
  assert.equal(await page.getByRole("timer").count(), 0);
  await start(page);
});

test("a link written by hand with parts in another order starts its exam", async (t) => {
  const page = await t.openApp("#/exam?min=none&n=3&seed=k7q2m9xa4t&guide=dva-c03&bank=dva&topics=sqs%2Clambda&later=1");
  await page.getByRole("button", { name: "Start the exam" }).click();
  await page.getByRole("heading", { level: 1, name: "Question 1 of 3" }).waitFor();
  assert.match(await page.getByRole("main").innerText(), /No time limit/);
});

const NO_ROUTES = ["#/no-such-page", "#nonsense", "#/setup/extra", "#/attempt/nonsense", "#/sitting/0", "#/sitting/x", "#/<img src=x onerror=alert(1)>", "#/%E0%A4%A", `#/${"x".repeat(3000)}`, "#/constructor", "#//", "#/exam/x"];

test("a hash that is no route says so and leads home, in a cold tab and a warm one", { timeout: 90_000 }, async (t) => {
  const warm = await t.openApp();
  for (const hash of NO_ROUTES) {
    const cold = await t.openApp(hash);
    await warm.goto(`${t.url}${hash}`);
    for (const page of [cold, warm]) {
      await page.getByRole("heading", { level: 1, name: "There is no such page" }).waitFor({ timeout: 5000 }).catch(async () => {
        assert.fail(`${hash.slice(0, 40)}: ${await page.getByRole("main").innerText()}`);
      });
      assert.equal(await page.locator("main img").count(), 0, "no markup from an address");
      await page.getByRole("link", { name: "To the home page" }).click();
      await page.getByRole("heading", { level: 1, name: "Practise for your exam" }).waitFor();
    }
    await cold.close();
  }
});

test("an attempt or a question that is not here says so", async (t) => {
  const page = await t.openApp("#/attempt/0199c0ffee0cafebabe");
  await page.getByText("This result is not on this device").waitFor();
  for (const hash of ["#/sitting", "#/sitting/7", "#/sitting/review"]) {
    await page.goto(`${t.url}${hash}`);
    await page.getByRole("heading", { level: 1, name: "No exam is running" }).waitFor();
  }
});

test("what is pasted is opened if it holds a link, and refused with a word if not", async (t) => {
  const page = await t.openApp();
  const paste = async (text) => {
    await page.getByLabel("Paste the link here").fill(text);
    await page.getByRole("button", { name: "Open", exact: true }).click();
  };
  for (const text of ["", "hello", "https://a.example/#/result/x", "javascript:alert(1)"]) {
    await paste(text);
    await page.getByText("There is no exam link in that text").waitFor();
    assert.equal(await page.evaluate(() => location.hash), "", text);
    await page.reload();
    await started(page);
  }
  await paste(`Try this: https://elsewhere.example/x/#/exam?${LINK} it is hard`);
  await page.getByRole("heading", { level: 1, name: "Exam link" }).waitFor();
  assert.ok(page.url().startsWith(t.url), "the link opens here, not on the other site");
});
