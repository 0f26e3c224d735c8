// How long the search of the study notes takes: for every query of a file, letter by letter as it is typed, the time in
// the worker from its order to its answer, and how long it took to load what is searched. A browser slows the page's own
// thread alone, so a phone's time is reckoned: four times the worker's.

import { readFile } from "node:fs/promises";
import { started } from "./harness.mjs";

// Written before the worker's script: each answer tells how long the tool itself worked.
function timeTools() {
  let worked = 0;
  const { instantiate } = WebAssembly;
  WebAssembly.instantiate = async (...given) => {
    const { exports } = (await instantiate(...given)).instance;
    const run = (tool) => {
      const begun = performance.now();
      try {
        return exports.run(tool);
      } finally {
        worked = performance.now() - begun;
      }
    };
    return { instance: { exports: { ...exports, run } } };
  };
  const post = postMessage.bind(globalThis);
  globalThis.postMessage = (answer, moved) => post({ ...answer, worked }, moved);
}

// Notes when each order went out, how long its answer took, and how much of that was the tool's work.
function watch() {
  globalThis.took = [];
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (order, ...rest) {
    const begun = performance.now();
    this.addEventListener("message", function answered({ data }) {
      if (data.turn !== order.turn) return;
      this.removeEventListener("message", answered);
      globalThis.took.push({ tool: order.tool, time: performance.now() - begun, worked: data.worked });
    });
    return postMessage.call(this, order, ...rest);
  };
}

export async function measureSearches(browser, origin, file) {
  const queries = (await readFile(file, "utf8")).trim().split("\n").map((line) => JSON.parse(line).query);
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  await page.addInitScript(watch);
  await page.route(/\/tools-[0-9a-f]+\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `(${timeTools})();${await response.text()}` });
  });
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
  const of = (wanted, what) => took.filter(({ tool }) => tool === wanted).map((each) => each[what]);
  return { loads: of(1, "worked"), finds: of(2, "worked"), answered: of(2, "time") };
}
