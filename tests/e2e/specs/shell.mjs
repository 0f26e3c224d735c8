// The page's shell: what a visitor sees before, while and instead of the app.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { answer, handIn, next, onQuestion } from "../exam.mjs";
import { started, test } from "../harness.mjs";

test("the first paint waits for neither the app's code nor its WebAssembly", async (t) => {
  const wasm = t.files.find((file) => file.endsWith(".wasm"));
  t.server.breakFile(`${t.prefix}${wasm}`, { stall: true });
  const page = await t.context.newPage();
  await page.goto(t.url, { waitUntil: "commit" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("status").filter({ hasText: "Opening" }).waitFor();
  assert.equal(await page.evaluate(() => document.documentElement.dataset.app), undefined);
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length === 1);
});

test("the app starts into the shell's place and the styles are there", async (t) => {
  const page = await t.openApp();
  assert.equal(await page.locator("#boot-status").count(), 0, "the static shell is replaced");
  assert.equal(await page.getByRole("main").count(), 1);
  assert.equal(await page.getByRole("alertdialog").count(), 0, "the crash cover is hidden");
  const rules = await page.evaluate(() => [...document.styleSheets].map((sheet) => sheet.cssRules.length));
  assert.ok(rules.length > 0 && rules.every((count) => count > 0), `style sheets hold ${rules} rules`);
});

test("only files of the release are asked for, each under the site's folder", async (t) => {
  await t.openApp();
  const known = new Set([...t.files.map((file) => `${t.prefix}${file.replace("./", "")}`), `${t.prefix}sw.js`]);
  assert.deepEqual(t.server.requests.filter((path) => !known.has(path)), []);
});

for (const [stored, shown] of [[null, "system"], ["dark", "dark"], ["light", "light"], ['"><script>', "system"], ["", "system"]]) {
  test(`a stored theme ${JSON.stringify(stored)} shows as ${shown} before the app runs`, async (t) => {
    if (stored !== null) await t.remember({ [`${t.prefix}invigil.theme`]: stored });
    t.server.breakFile(`${t.prefix}${t.files.find((file) => file.endsWith(".wasm"))}`, { stall: true });
    const page = await t.context.newPage();
    await page.goto(t.url, { waitUntil: "commit" });
    await page.locator(`html[data-theme=${shown}]`).waitFor({ state: "attached" });
  });
}

test("the browser's bar follows the theme that the app sets", async (t) => {
  const page = await t.openApp("", { colorScheme: "light" });
  const bar = () => page.evaluate(() => [...document.querySelectorAll("meta[name=theme-color]")].map(({ content }) => content));
  const [light, dark] = await bar();
  assert.notEqual(light, dark);
  for (const [theme, expected] of [["dark", [dark, dark]], ["light", [light, light]], ["system", [light, dark]]]) {
    await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
    assert.deepEqual(await bar(), expected, theme);
  }
});

test("another folder's theme is not taken", async (t) => {
  await t.remember({ "/any/other/invigil.theme": "dark", "invigil.theme": "dark" });
  const page = await t.openApp();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "system");
});

test("denied storage does not keep the app from starting", async (t) => {
  await t.context.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  });
  const page = await t.openApp();
  assert.equal(await page.locator("html").getAttribute("data-theme"), "system");
});

// The file that an attribute of the start script names.
async function fileNamedBy(t, attribute) {
  return new RegExp(`${attribute}="\\./([^"]+)"`).exec(await readFile(join(t.dist, "index.html"), "utf8"))[1];
}

// Every text and every attribute of the page, and how many zeros are in them: a text that came with the second part and is
// used before would be made of zeros.
const words = (page) =>
  page.evaluate(() => {
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(walker.currentNode.data);
    for (const element of document.body.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) found.push(`${element.localName} ${name}=${value}`);
    }
    return { texts: found, zeros: document.documentElement.outerHTML.split("\0").length - 1 };
  });

// The words that a visitor reads when the start fails, with the fault that leads there.
const FAILURES = [
  ["a missing WebAssembly file", "data-wasm", { status: 404 }, "Invigil did not load"],
  ["a damaged WebAssembly file", "data-wasm", { body: Buffer.from("not what was built") }, "Invigil did not load"],
  ["a missing second part", "data-rest", { status: 404 }, "Invigil did not load"],
  ["a damaged second part", "data-rest", { body: Buffer.from("not what was built") }, "Invigil did not load"],
  ["a missing sheet of later pages", "data-styles", { status: 404 }, "Invigil did not load"],
  ["a damaged sheet of later pages", "data-styles", { body: Buffer.from("p { top: 0 }") }, "Invigil did not load"],
  ["missing code", "data-js", { status: 500 }, "Invigil did not load"],
  ["damaged code", "data-js", { body: Buffer.from("export default 1;") }, "Invigil did not load"],
];
for (const [name, attribute, fault, heading] of FAILURES) {
  test(`${name} is told, with what to do`, async (t) => {
    const broken = await fileNamedBy(t, attribute);
    t.server.breakFile(`${t.prefix}${broken}`, fault);
    // The browser reports the file itself, for the page and for the worker that wants it too.
    t.allow("console", fault.status ? /Failed to load resource/ : /integrity/);
    t.allow("console", /Failed to load resource|integrity|preload/, { optional: true });
    const page = await t.context.newPage();
    await page.goto(t.url);
    await page.getByRole("heading", { name: heading }).waitFor();
    assert.match(await page.getByRole("alert").innerText(), /reload/i);
    assert.equal((await words(page)).zeros, 0, "no text is missing");
    await page.locator("html[data-offline=failed]").waitFor({ state: "attached" });
    assert.deepEqual(await page.evaluate(() => caches.keys()), [], "no half release stays behind");

    t.server.repair();
    await page.getByRole("button", { name: "Reload" }).click();
    await started(page);
  });
}

test("a browser without WebAssembly is told to update", async (t) => {
  await t.context.addInitScript(() => delete window.WebAssembly);
  const page = await t.context.newPage();
  await page.goto(t.url);
  await page.getByRole("heading", { name: "This browser is too old" }).waitFor();
});

test("a host that does not know the WebAssembly type still starts the app", async (t) => {
  const wasm = t.files.find((file) => file.endsWith(".wasm"));
  t.server.breakFile(`${t.prefix}${wasm}`, { type: "application/octet-stream" });
  await t.openApp();
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    test(`axe finds nothing on the first page, ${colorScheme}, ${width} px`, async (t) => {
      const page = await t.openApp("", { colorScheme });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 800 });
      // With the bank there, nothing changes its colour any more.
      await page.getByRole("button", { name: "Try 5 now", disabled: false }).waitFor();
      assert.deepEqual(await t.axe(page), []);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(tooWide <= 0, `the page is ${tooWide} px wider than its window`);
    });
  }
}

// Holds back what an attribute of the start script names; gives what lets it through.
async function hold(t, page, attribute) {
  let letThrough;
  const gone = new Promise((resolve) => (letThrough = resolve));
  await page.route(`**/${await fileNamedBy(t, attribute)}`, async (route) => {
    await gone;
    await route.continue();
  });
  return letThrough;
}

const ARRIVALS = [["the second part", "data-rest", "data-styles"], ["the sheet of later pages", "data-styles", "data-rest"]];
for (const [name, held, other] of ARRIVALS) {
  test(`the home page is alive before ${name} is there, and what is done until then is done after`, async (t) => {
    const page = await t.context.newPage();
    const letThrough = await hold(t, page, held);
    // A sheet on its way may hold back the event that all is loaded.
    await page.goto(t.url, { waitUntil: "commit" });
    const day = page.getByLabel("Day of your exam").first();
    await day.waitFor();
    await day.fill("2027-01-15");
    const arrived = (file) => performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.endsWith(file) && responseEnd);
    await page.waitForFunction(arrived, await fileNamedBy(t, other));
    assert.equal(await page.locator("html").getAttribute("data-code"), null, `${name} has not arrived`);
    await page.getByRole("link", { name: "Settings" }).click();
    assert.ok(await day.isVisible(), "the page stays until the next one can be shown");
    // How the next page looks when it is put into the document, before anything is painted.
    const looks = page.evaluate(
      () =>
        new Promise((tell) => {
          new MutationObserver(() => {
            const field = document.querySelector(".settings [type=radio]");
            if (field) tell(getComputedStyle(field).appearance);
          }).observe(document, { childList: true, subtree: true });
        }),
    );
    letThrough();
    assert.equal(await looks, "none", "the next page is drawn with its styles");
    await started(page);
    await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
    assert.equal(await page.getByLabel("Day of your exam").first().inputValue(), "2027-01-15");
  });
}

// Opens the home page without the second part, and lets it come then; gives what is not said any more when all is there.
async function saidEarlyAlone(page, t, { early, late }) {
  const letThrough = await hold(t, page, "data-rest");
  await page.goto(t.url, { waitUntil: "commit" });
  await early.waitFor();
  const before = await words(page);
  assert.equal(await page.locator("html").getAttribute("data-code"), null, "the second part has not arrived");
  letThrough();
  await started(page);
  await late.waitFor();
  const after = await words(page);
  assert.deepEqual([before.zeros, after.zeros], [0, 0], "no text is missing");
  assert.ok(before.texts.length > 100, `${before.texts.length} texts`);
  return before.texts.filter((text) => !after.texts.includes(text));
}

test("the home page has all its words before the second part is there", { timeout: 120_000 }, async (t) => {
  // A worker would have kept the second part.
  t.server.breakFile(`${t.prefix}sw.js`, { status: 404 });
  t.allow("console", /404/);
  const page = await t.context.newPage();
  const day = (page) => page.getByLabel("Day of your exam").first();
  const ready = (page) => page.getByRole("button", { name: "Try 5 now", disabled: false });
  const waits = ["The questions are on their way…", "button disabled="];
  assert.deepEqual(await saidEarlyAlone(page, t, { early: day(page), late: ready(page) }), waits);

  await ready(page).click();
  for (let number = 1; number <= 5; number += 1) {
    await onQuestion(page, number);
    await answer(page, 0);
    if (number < 5) await next(page, number + 1);
  }
  await handIn(page);
  await page.goto(`${t.url}#/`);
  await ready(page).click();
  await onQuestion(page, 1);
  await page.close();
  const again = await t.context.newPage();
  const goOn = again.getByRole("heading", { level: 2, name: "Continue" });
  const result = again.locator("ul.results > li");
  // The bank's name stands in its index, which the second part reads.
  assert.deepEqual(await saidEarlyAlone(again, t, { early: result, late: goOn }), ["dva-c02"]);
});

test("the crash cover has all its words before the second part is there", async (t) => {
  const page = await t.context.newPage();
  const covered = async () => {
    await page.evaluate(() => dispatchEvent(new CustomEvent("invigil:crash", { detail: "a fault on purpose" })));
    await page.getByRole("alertdialog", { name: "Something went wrong" }).waitFor();
    assert.equal((await words(page)).zeros, 0);
    return page.getByRole("alertdialog").innerText();
  };
  const letThrough = await hold(t, page, "data-rest");
  await page.goto(t.url, { waitUntil: "commit" });
  await page.getByLabel("Day of your exam").first().waitFor();
  const early = await covered();
  letThrough();
  await page.goto("about:blank");
  await page.goto(t.url);
  await started(page);
  assert.equal(await covered(), early);
});

// What on the page the sheet of later pages changes, except the dialog that is closed.
const changedByLateSheet = (page) =>
  page.evaluate(() => {
    const { sheet } = document.querySelector("link[rel=stylesheet]");
    const parts = [...document.querySelectorAll("body, body *:not(dialog, dialog *)")].flatMap((element) =>
      ["", "::before", "::after"].map((part) => [element, part]),
    );
    const looks = () =>
      parts.map(([element, part]) => {
        const style = getComputedStyle(element, part || null);
        const isDrawn = !part || !["none", "normal"].includes(style.content);
        return isDrawn ? [...style].map((property) => `${property}: ${style.getPropertyValue(property)}`) : [];
      });
    const whole = looks();
    sheet.disabled = true;
    const without = looks();
    sheet.disabled = false;
    return parts.flatMap(([{ tagName, className }, part], at) => {
      const changed = whole[at].filter((value, property) => value !== without[at][property]);
      return changed.length || whole[at].length !== without[at].length ? [`${tagName} ${className} ${part} ${changed}`] : [];
    });
  });

test("the home page needs nothing of the sheet of later pages", { timeout: 90_000 }, async (t) => {
  const page = await t.openApp();
  await page.getByRole("button", { name: "Try 5 now" }).click();
  for (let number = 1; number <= 5; number += 1) {
    await onQuestion(page, number);
    await answer(page, 0);
    if (number < 5) await next(page, number + 1);
  }
  await handIn(page);
  await page.goto(`${t.url}#/`);
  await page.getByRole("button", { name: "Try 5 now" }).click();
  await onQuestion(page, 1);
  await page.goto(`${t.url}#/`);
  await page.getByRole("heading", { level: 2, name: "Continue" }).waitFor();
  await page.locator("ul.results > li").waitFor();
  // What may stand over it at any time, too.
  await page.evaluate(() => (document.getElementById("crash-cover").hidden = false));
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    for (const media of [{ forcedColors: "none" }, { forcedColors: "active" }]) {
      await page.emulateMedia({ reducedMotion: "reduce", ...media });
      assert.deepEqual(await changedByLateSheet(page), [], `at ${width} px, ${JSON.stringify(media)}`);
    }
  }
  await page.evaluate(() => (document.getElementById("crash-cover").hidden = true));
  await page.goto(`${t.url}#/settings`);
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  assert.ok((await changedByLateSheet(page)).length > 10, "a later page needs it");
});

test("a page other than home opens when the second part is there", async (t) => {
  const page = await t.openApp("#/about");
  await page.getByRole("heading", { level: 1, name: "About Invigil" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("data-code"), "whole");
});
