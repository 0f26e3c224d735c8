// The site in two languages that are made from English: every text stands in brackets and is a third longer, and in the
// second lines run from the right. What is in no message file stays plain and is found here, and so is a box that is too
// small for another language, and what does not mirror.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { started, test } from "../harness.mjs";
import { LINK, go } from "../ways.mjs";

const NARROW = { width: 320, height: 800 };
const WIDE = { width: 1280, height: 800 };

// The app in a made language, with the texts of its bank, which stay as they are.
async function open(t, locale) {
  const folder = join(t.pseudo, locale);
  t.server.mount(t.prefix, folder);
  t.bank = readdirSync(join(folder, "banks")).map((name) => readFileSync(join(folder, "banks", name)));
  t.bank.push(readFileSync(join(folder, "catalogue.json")));
  const page = await t.context.newPage();
  await page.setViewportSize(NARROW);
  await page.goto(t.url);
  await started(page);
  return page;
}

// A text of the bank as its files hold it: behind its length, or in JSON in quotes.
function isOfTheBank(t, text) {
  const bytes = Buffer.from(text);
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 127) | 128, bytes.length >> 7];
  const forms = [Buffer.concat([Buffer.from(length), bytes]), Buffer.from(JSON.stringify(text))];
  return t.bank.some((file) => forms.some((form) => file.includes(form)));
}

// Every text of the page, seen or heard.
const texts = (page) =>
  page.evaluate(() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      // Formatted text is the bank's own, as the names of keys are the keyboard's.
      if (!walker.currentNode.parentElement.closest(".rich, kbd, script, noscript, textarea")) found.push(walker.currentNode.data);
    }
    for (const name of ["aria-label", "title", "alt", "placeholder"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) found.push(element.getAttribute(name));
    }
    return found.map((text) => text.replace(/[\u2068\u2069]/g, "").trim());
  });

const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const A_DAY = new RegExp(`^(${MONTHS})[a-z]* \\d+, \\d{4}(, \\d\\d:\\d\\d\\s[AP]M)?$`);
const SEED = /^[0-9A-Z]{10}$/;

// What is left of a text without what stands in brackets, one within another.
function outside(text) {
  const without = text.replace(/\[[^[\]]*\]/g, "");
  return without === text ? text : outside(without);
}

async function checkWords(t, page, name) {
  const plain = (await texts(page)).filter(
    (text) => /\p{L}{2}/u.test(outside(text)) && !A_DAY.test(text) && !SEED.test(text) && !isOfTheBank(t, text),
  );
  assert.deepEqual([...new Set(plain)], [], `${name}: no text stays English`);
}

// What does not fit: the page is wider than the window, or a text reaches out of its box or is cut by one around it.
const overflowing = (page) =>
  page.evaluate(() => {
    const root = document.scrollingElement;
    const found = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide in ${root.clientWidth}`] : [];
    // The boxes that a text must lie in: the one it stands in, and those that show nothing beyond themselves.
    const boxes = (element) => {
      const all = [];
      let own = true;
      for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
        const { display, overflowX } = getComputedStyle(at);
        if (overflowX === "auto" || overflowX === "scroll") return all;
        if (display === "inline" || display === "contents") continue;
        if (own || overflowX !== "visible") all.push(at.getBoundingClientRect());
        own = false;
      }
      return all;
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const { parentElement, data } = walker.currentNode;
      if (!data.trim() || parentElement.closest(".visually-hidden, .skip, svg, textarea")) continue;
      range.selectNodeContents(walker.currentNode);
      const around = boxes(parentElement);
      for (const text of range.getClientRects()) {
        const fits = around.every((box) => text.left >= box.left - 1 && text.right <= box.right + 1);
        if (text.width && !fits) found.push(`${parentElement.tagName}.${parentElement.className}: ${data.slice(0, 60)}`);
      }
    }
    return [...new Set(found)];
  });

async function check(t, page, name) {
  await checkWords(t, page, name);
  for (const size of [NARROW, WIDE]) {
    await page.setViewportSize(size);
    assert.deepEqual(await overflowing(page), [], `${name}: everything fits at ${size.width} px`);
  }
  await page.setViewportSize(NARROW);
}

const unfoldAll = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((fold) => (fold.open = true)));
const onPage = (page, name) => page.locator(`#main .${name}`).waitFor();

// Through every page; `look` is called on each.
async function walk(t, page, look) {
  await onPage(page, "home");
  await look("home");
  for (const [hash, name] of [["#/setup", "setup"], [LINK, "confirm"], ["#/history", "history"], ["#/settings", "settings"], ["#/keys", "keys-page"], ["#/about", "about"], ["#/bank", "bank"]]) {
    await go(page, t, hash);
    await onPage(page, name);
    await unfoldAll(page);
    await look(name);
  }
  for (const hash of ["#/exam?bank=dva", "#/no/such/page", "#/attempt/1a278ee1a8013704279", "#/sitting"]) {
    await go(page, t, hash);
    await page.locator("#main h1").waitFor();
    await look(hash);
  }
  await exam(t, page, look);
  await breakAndCompare(t, page, look);
}

async function exam(t, page, look) {
  await go(page, t, LINK);
  await onPage(page, "confirm");
  await page.locator("#main .button.primary").click();
  await onPage(page, "instructions");
  await look("instructions");
  await page.locator("#main .button.primary").click();
  await onPage(page, "sitting");
  await unfoldAll(page);
  await page.locator("fieldset.options input").first().click();
  await page.locator(".exam-foot .flag").click();
  await look("a question");
  await page.locator(".exam-foot .next").click();
  await page.locator(".exam-foot .previous:enabled").waitFor();
  await look("the next question");
  await go(page, t, "#/sitting/review");
  await onPage(page, "review");
  await look("review");
  await page.locator("#main .button.primary").last().click();
  await page.locator("dialog[open]").waitFor();
  await look("hand in");
  await page.locator("dialog .button").last().click();
  await onPage(page, "result");
  await unfoldAll(page);
  await look("result");
}

// A second exam, of the same questions without a clock, so that there may be a break and two results.
async function breakAndCompare(t, page, look) {
  await go(page, t, LINK.replace("min=20", "min=none"));
  await onPage(page, "confirm");
  await page.locator("#main .button.primary").click();
  await onPage(page, "sitting");
  await page.keyboard.press("b");
  await onPage(page, "paused");
  await look("a break");
  await page.locator("#main .button.primary").click();
  await onPage(page, "sitting");
  await go(page, t, "#/sitting/review");
  await onPage(page, "review");
  await page.locator("#main .button.primary").last().click();
  await page.locator("dialog[open] .button").last().click();
  await onPage(page, "result");
  await page.locator("#main a[href^='#/compare/']").click();
  await page.locator("#main #compare-domains").waitFor();
  await page.locator("#main #shared-title").waitFor();
  await unfoldAll(page);
  await look("compare");
}

test("a made language leaves no English, and no box is too small for it", { timeout: 240_000 }, async (t) => {
  const page = await open(t, "qps");
  await walk(t, page, (name) => check(t, page, name));
});

test("in a language from the right everything mirrors, and code does not", { timeout: 240_000 }, async (t) => {
  const page = await open(t, "qps-rtl");
  assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
  const left = async (selector) => (await page.locator(selector).first().boundingBox()).x;
  await walk(t, page, async (name) => {
    await check(t, page, name);
    if (name === "result") {
      const directions = await page.locator(".rich, .rich code").evaluateAll((all) => all.map((one) => getComputedStyle(one).direction));
      assert.ok(directions.length > 10 && directions.every((direction) => direction === "ltr"), "English and code run from the left");
    }
    if (name !== "the next question") return;
    await page.setViewportSize(WIDE);
    assert.ok((await left(".exam-foot .next")) < (await left(".exam-foot .previous")), "the next question lies to the left");
    assert.ok((await left(".option-letter")) > (await left(".option .rich")), "an option begins at the right");
    const turned = (selector) => page.locator(selector).evaluate((button) => getComputedStyle(button, "::before").rotate);
    assert.deepEqual([await turned(".next"), await turned(".previous")], ["45deg", "225deg"], "the arrows point outwards");
  });
});
