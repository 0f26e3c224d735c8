// End-to-end tests of a built site: node run.mjs --dist DIR --corrected DIR --pseudo DIR [--only TEXT] [--headed]
// The last line is `N passed, N failed`; evidence of failures lies in out/.

import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Browser, OUT, Trial, registered } from "./harness.mjs";

const USAGE = "Usage: node run.mjs --dist DIR --corrected DIR --pseudo DIR [--only TEXT] [--headed]\n  The first folder is what `cargo xtask dist` wrote, the second a later bank, the third the site in made languages; `cargo xtask test e2e` makes all.";

function settings() {
  const { values } = parseArgs({
    options: { dist: { type: "string" }, corrected: { type: "string" }, pseudo: { type: "string" }, only: { type: "string" }, headed: { type: "boolean" } },
  });
  if (!values.dist) throw new Error(`--dist is missing.\n${USAGE}`);
  const dist = resolve(values.dist);
  const [corrected, pseudo] = [values.corrected, values.pseudo].map((folder) => folder && resolve(folder));
  for (const file of ["index.html", "sw.js"]) {
    if (!existsSync(join(dist, file))) throw new Error(`${dist} holds no ${file}: build the site first.\n${USAGE}`);
  }
  return { dist, corrected, pseudo, only: values.only ?? "", headed: values.headed ?? false };
}

async function chosenTests(only) {
  const specs = new URL("./specs/", import.meta.url);
  const chosen = [];
  for (const file of readdirSync(specs).filter((name) => name.endsWith(".mjs")).sort()) {
    const before = registered().length;
    await import(new URL(file, specs));
    for (const entry of registered().slice(before)) {
      const title = `${file.replace(".mjs", "")} › ${entry.name}`;
      if (title.includes(only)) chosen.push({ ...entry, title });
    }
  }
  if (!chosen.length) throw new Error(`No test's name contains "${only}".`);
  return chosen;
}

async function runOne(browser, { dist, corrected, pseudo }, entry) {
  const trial = await Trial.open(browser, dist, entry);
  Object.assign(trial, { corrected, pseudo });
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done after ${entry.timeout} ms`)), entry.timeout);
  });
  try {
    await Promise.race([entry.run(trial), late]);
    const problems = trial.problems();
    if (problems.length) throw new Error(problems.join("\n"));
  } catch (error) {
    await trial.keepEvidence(entry.title);
    const rest = trial.problems();
    if (rest.length && error instanceof Error && !rest.some((line) => error.message.includes(line))) {
      error.message += `\nand the browser said:\n${rest.join("\n")}`;
    }
    throw error;
  } finally {
    clearTimeout(timer);
    await trial.close();
  }
}

async function main() {
  const { only, headed, ...sites } = settings();
  const tests = await chosenTests(only);
  await rm(OUT, { recursive: true, force: true });
  const browser = await Browser.start({ headed });
  let failed = 0;
  try {
    for (const entry of tests) {
      const begun = performance.now();
      const attempt = () => runOne(browser, sites, entry).then(() => null, (thrown) => thrown ?? new Error("failed"));
      let error = await attempt();
      // Twice: a test that brings the browser down each time has found something.
      for (let crashes = 1; error && browser.hasCrashed; crashes += 1) {
        await browser.restart();
        if (crashes > 2) break;
        console.log(`again  ${entry.title}: the browser itself crashed`);
        error = await attempt();
      }
      const took = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
      console.log(`${error ? "FAILED" : "ok    "} ${entry.title} (${took})`);
      if (!error) continue;
      failed += 1;
      console.log(`${error.message}\n${(error.stack ?? "").split("\n").filter((line) => /^\s+at .*specs\//.test(line)).join("\n")}\n`);
    }
  } finally {
    await browser.close();
  }
  if (failed) console.log(`Screenshots and traces: ${OUT}`);
  console.log(`${tests.length - failed} passed, ${failed} failed`);
  return failed ? 1 : 0;
}

process.exitCode = await main().catch((error) => {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  return 1;
});
