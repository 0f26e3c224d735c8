// The page's shell: what a visitor sees before, while and instead of the app.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
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

// The words that a visitor reads when the start fails, with the fault that leads there.
const FAILURES = [
  ["a missing WebAssembly file", "data-wasm", { status: 404 }, "Invigil did not load"],
  ["a damaged WebAssembly file", "data-wasm", { body: Buffer.from("not what was built") }, "Invigil did not load"],
  ["a missing second part", "data-rest", { status: 404 }, "Invigil did not load"],
  ["a damaged second part", "data-rest", { body: Buffer.from("not what was built") }, "Invigil did not load"],
  ["missing code", "data-js", { status: 500 }, "Invigil did not load"],
  ["damaged code", "data-js", { body: Buffer.from("export default 1;") }, "Invigil did not load"],
];
for (const [name, attribute, fault, heading] of FAILURES) {
  test(`${name} is told, with what to do`, async (t) => {
    const [, broken] = new RegExp(`${attribute}="\\./([^"]+)"`).exec(await readFile(join(t.dist, "index.html"), "utf8"));
    t.server.breakFile(`${t.prefix}${broken}`, fault);
    // The browser reports the file itself, for the page and for the worker that wants it too.
    t.allow("console", fault.status ? /Failed to load resource/ : /integrity/);
    t.allow("console", /Failed to load resource|integrity|preload/, { optional: true });
    const page = await t.context.newPage();
    await page.goto(t.url);
    await page.getByRole("heading", { name: heading }).waitFor();
    assert.match(await page.getByRole("alert").innerText(), /reload/i);
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

test("the home page is alive before the second part is there, and what is done until then is done after", async (t) => {
  const page = await t.context.newPage();
  const [, rest] = /data-rest="\.\/([^"]+)"/.exec(await readFile(join(t.dist, "index.html"), "utf8"));
  let letThrough;
  const gone = new Promise((resolve) => (letThrough = resolve));
  await page.route(`**/${rest}`, async (route) => {
    await gone;
    await route.continue();
  });
  await page.goto(t.url);
  const day = page.getByLabel("Day of your exam").first();
  await day.waitFor();
  await day.fill("2027-01-15");
  assert.equal(await page.locator("html").getAttribute("data-code"), null, "the second part has not arrived");
  await page.getByRole("link", { name: "Settings" }).click();
  assert.ok(await day.isVisible(), "the page stays until the next one can be shown");
  letThrough();
  await started(page);
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  assert.equal(await page.getByLabel("Day of your exam").first().inputValue(), "2027-01-15");
});

test("a page other than home opens when the second part is there", async (t) => {
  const page = await t.openApp("#/about");
  await page.getByRole("heading", { level: 1, name: "About Invigil" }).waitFor();
  assert.equal(await page.locator("html").getAttribute("data-code"), "whole");
});
