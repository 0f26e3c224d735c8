// How long the search of the study notes takes: for every query of a file, letter by letter as it is typed, the time in
// the worker from its order to its answer, and how long it took to load what is searched. A browser slows the page's own
// thread alone, so a phone's time is reckoned: four times the worker's.

import { readFile } from "node:fs/promises";
import { started } from "./harness.mjs";

// Notes when each order went out, and how long its answer took.
function watch() {
  globalThis.took = [];
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (order, ...rest) {
    const begun = performance.now();
    this.addEventListener("message", function answered({ data }) {
      if (data.turn !== order.turn) return;
      this.removeEventListener("message", answered);
      globalThis.took.push({ tool: order.tool, time: performance.now() - begun });
    });
    return postMessage.call(this, order, ...rest);
  };
}

export async function measureSearches(browser, origin, file) {
  const queries = (await readFile(file, "utf8")).trim().split("\n").map((line) => JSON.parse(line).query);
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  await page.addInitScript(watch);
  await page.goto(`${origin}/app/#/notes/search`);
  await started(page);
  const field = page.getByRole("searchbox");
  await page.waitForFunction(() => globalThis.took.some(({ tool }) => tool === 1));
  for (const query of queries) {
    for (let length = 1; length <= query.length; length += 1) {
      const before = await page.evaluate(() => globalThis.took.length);
      await field.fill(query.slice(0, length));
      await page.waitForFunction((before) => globalThis.took.length > before, before, { timeout: 500 }).catch(() => {});
    }
  }
  const took = await page.evaluate(() => globalThis.took);
  await page.close();
  const of = (wanted) => took.filter(({ tool }) => tool === wanted).map(({ time }) => time);
  return { loads: of(1), finds: of(2) };
}
