// The study guide: read page by page, searched by key and offline, practised, led to from a review; and the same pages as
// plain HTML, without a script and without the app's worker.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate } from "html-validate";
import { answer, handIn, onQuestion, startExam } from "../exam.mjs";
import { started, stored, test } from "../harness.mjs";

const heading = (page, name) => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();

// Types into the search; the pages that are found, best first.
async function find(page, words) {
  await page.getByRole("searchbox", { name: "Words to look for" }).fill(words);
  await page.getByRole("status").filter({ hasText: /\d+ pages? found|Nothing found/ }).waitFor();
  return page.locator(".found-head a").allInnerTexts();
}

test("from the list to a page, to a paragraph, to the next page", async (t) => {
  const page = await t.openApp("#/");
  await page.getByRole("link", { name: "Notes", exact: true }).click();
  await heading(page, "Study notes");
  await page.locator(".notes-list").getByRole("link", { name: "Amazon SQS", exact: true }).click();
  await heading(page, "Amazon SQS");
  await page.getByText("On this page").click();
  await page.locator(".contents").getByRole("link", { name: "Limits and defaults" }).click();
  await page.waitForFunction(() => document.activeElement?.id === "limits");
  await page.getByRole("navigation", { name: "Pages before and after" }).getByRole("link").last().click();
  await page.waitForFunction(() => document.querySelector("h1").innerText !== "Amazon SQS");
  assert.equal(await page.evaluate(() => scrollY), 0, "the next page begins at its top");
});

test("a slash opens the search; typos are forgiven, the words found are marked, and it works with the server dead", async (t) => {
  const page = await t.openApp("#/history");
  await stored(page);
  await t.killServer();
  await page.reload();
  await started(page);
  await page.keyboard.press("/");
  await page.waitForFunction(() => document.activeElement?.id === "search");
  await page.keyboard.type("visibilty timeout");
  await page.locator(".found-head a").first().waitFor();
  assert.ok((await find(page, "visibilty timeout")).slice(0, 3).includes("Amazon SQS"));
  assert.match((await page.locator(".found mark").allInnerTexts()).join(" "), /visibility/i);
  await page.locator(".found-head a", { hasText: "Amazon SQS" }).first().click();
  await heading(page, "Amazon SQS");
  await page.waitForFunction(() => document.activeElement?.matches("[data-here]"));
});

test("no search shows a question before it was seen, nor its key", async (t) => {
  const page = await t.openApp("#/notes/search");
  await find(page, "queue message");
  assert.equal(await page.getByRole("heading", { name: "Questions that you have seen" }).isVisible(), false);
  await page.goto(`${t.url}#/setup`);
  await startExam(page, { questions: 10 });
  await onQuestion(page, 1);
  const stem = await page.locator(".stem").innerText();
  await answer(page, 0);
  await handIn(page);
  await page.goto(`${t.url}#/notes/search`);
  const words = stem.split(/\s+/).filter((word) => /^[a-z]{6,}$/.test(word)).slice(0, 6).join(" ");
  await find(page, words);
  await page.getByRole("heading", { name: "Questions that you have seen" }).waitFor();
  const shown = await page.locator("section details.fold summary").allInnerTexts();
  assert.ok(shown.some((line) => stem.replace(/\s+/g, " ").startsWith(line.replace("…", "").trim().slice(0, 60))), shown.join("\n"));
});

test("from a reviewed question to the paragraph that teaches it, and on to practice of its section", async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  await answer(page, 0);
  await handIn(page);
  await page.locator("details.item summary").first().click();
  await page.getByRole("link", { name: "Read about it in the notes" }).first().click();
  await page.locator("article.note [data-here]").waitFor();
  await page.getByRole("button", { name: "Practise this" }).first().click();
  await onQuestion(page, 1);
  await page.getByRole("button", { name: "Check answer" }).waitFor();
});

test("limits are filtered by what they say, and sorted", async (t) => {
  const page = await t.openApp("#/notes/limits");
  await page.getByLabel("Only rows that hold").fill("sqs retention");
  await page.waitForFunction(() => document.querySelectorAll(".limits tbody tr").length < 5);
  const rows = await page.locator(".limits tbody tr").allInnerTexts();
  assert.ok(rows.length >= 1 && rows.every((row) => /sqs/i.test(row) && /retention/i.test(row)), rows.join("\n"));
  await page.getByLabel("Only rows that hold").fill("");
  await page.getByLabel("Order").selectOption({ label: "By name" });
  await page.waitForFunction(() => {
    const names = [...document.querySelectorAll(".limits tbody th")].map((cell) => cell.innerText.toLowerCase().slice(0, 5));
    return names.length > 200 && names.every((name, place) => place === 0 || names[place - 1] <= name);
  });
});

test("the plain pages are valid, lead nowhere that is not there, and have no script", async (t) => {
  const folder = join(t.dist, "notes");
  const pages = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".html"));
  assert.ok(pages.length >= 75, `${pages.length} pages`);
  const rules = new HtmlValidate({ extends: ["html-validate:standard"], rules: { "no-inline-style": "error", "require-sri": "off", "long-title": "off" } });
  const texts = new Map(await Promise.all(pages.map(async (name) => [name, await readFile(join(folder, name), "utf8")])));
  for (const [name, text] of texts) {
    const { results } = await rules.validateString(text);
    assert.deepEqual(results.flatMap(({ messages }) => messages.map(({ line, message }) => `${name}:${line} ${message}`)), []);
    assert.ok(!/<script|\son\w+=/i.test(text), name);
    for (const [, path, anchor] of text.matchAll(/<a href="([^":#]*\.html)(?:#([^"]*))?"/g)) {
      const target = new URL(path, `http://x/${name}`).pathname.slice(1);
      assert.ok(texts.has(target), `${name} leads to ${target}`);
      if (anchor) assert.ok(texts.get(target).includes(` id="${anchor}"`), `${name} leads to ${target}#${anchor}`);
    }
  }
});

test("a plain page is read without scripts, with axe content, and the worker leaves it alone", async (t) => {
  const page = await t.openApp("#/");
  await stored(page);
  const cached = await page.evaluate(async () => {
    const keys = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)));
    return keys.flat().filter((url) => url.includes("/notes/"));
  });
  assert.deepEqual(cached, []);
  for (const name of ["index", "sqs", "limits", "changes", "compare/queues"]) {
    await page.goto(`${t.url}notes/${name}.html`);
    await page.locator("h1").waitFor();
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await t.axe(page), [], `${name}, ${colorScheme}`);
    }
  }
  await page.goto(`${t.url}notes/sqs.html`);
  await page.getByRole("link", { name: "Open this page in Invigil" }).click();
  await started(page);
  await heading(page, "Amazon SQS");
});
