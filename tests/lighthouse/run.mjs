// Lighthouse's audits on the emulated phone, of the release build as a good host sends it: node run.mjs --dist DIR.
// `cargo xtask lighthouse` builds the site and calls it. Pages that an address opens are loaded; a running exam and its
// result are audited as they stand, which tells nothing of loading. The table goes to docs/performance.md by hand.

import { readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import puppeteer from "puppeteer-core";
import { navigation, snapshot } from "lighthouse";
import { CHROMIUM_ARGS, chromiumPath } from "../e2e/browser.mjs";
import { StaticServer } from "../e2e/server.mjs";

const LEAST = { accessibility: 100, "best-practices": 100, performance: 98 };
// Of loads, whose figures vary, the median counts.
const LOADS = 5;
// The network and the processor are really slowed. Lighthouse's usual way loads at full speed and reckons what a slow phone
// would have shown when; it takes what is painted first at full speed for what is painted first at all.
const SLOWED = { throttlingMethod: "devtools" };

const { values } = parseArgs({ options: { dist: { type: "string" }, reports: { type: "string" } } });
if (!values.dist) throw new Error("--dist is missing: what `cargo xtask dist` wrote");

const server = await StaticServer.start({ "/app/": values.dist }, { compress: true });
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS, headless: true });
const address = (hash = "") => `${server.origin}/app/${hash}`;
const flags = { onlyCategories: Object.keys(LEAST), logLevel: "error" };

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const rows = [];
let failed = 0;

// The scores of some runs, and what kept them from the full score.
async function judge(name, way, results) {
  const score = (category) => {
    const all = results.flatMap(({ lhr }) => lhr.categories[category]?.score ?? []);
    return all.length ? Math.round(median(all) * 100) : null;
  };
  const { lhr } = results.at(-1);
  const scores = Object.fromEntries(Object.keys(LEAST).map((category) => [category, score(category)]));
  // A snapshot has no loading to judge, and gives this category no meaning.
  if (way === "as it stands") scores.performance = null;
  rows.push([name, way, ...Object.values(scores).map((figure) => figure ?? "–")]);
  for (const [category, least] of Object.entries(LEAST)) {
    if (scores[category] === null || scores[category] >= least) continue;
    failed += 1;
    console.log(`${name}: ${category} ${scores[category]}, below ${least}`);
    const audits = lhr.categories[category].auditRefs.map(({ id }) => lhr.audits[id]);
    for (const audit of audits.filter((audit) => audit.score !== null && audit.score < 1)) {
      console.log(`  ${audit.id}: ${audit.title} ${audit.displayValue ?? ""}`);
      for (const item of audit.details?.items?.slice(0, 3) ?? []) console.log(`    ${JSON.stringify(item.node?.snippet ?? item).slice(0, 200)}`);
    }
  }
  if (values.reports) await writeFile(`${values.reports}/${name.replace(/\W+/g, "-")}.json`, JSON.stringify(lhr));
}

async function load(name, hash) {
  const results = [];
  for (let turn = 0; turn < LOADS; turn += 1) {
    const page = await browser.newPage();
    results.push(await navigation(page, address(hash), { flags: { ...flags, ...SLOWED } }));
    await page.close();
  }
  await judge(name, "loaded", results);
}

async function stand(name, page) {
  await judge(name, "as it stands", [await snapshot(page, { flags })]);
}

const press = async (page, words) => {
  const button = await page.waitForSelector(`::-p-xpath(//main//*[self::button or self::a][not(@disabled)][normalize-space()="${words}"])`);
  await button.evaluate((one) => one.click());
};

try {
  await load("home", "");
  await load("set-up", "#/setup");
  await load("settings", "#/settings");

  const page = await browser.newPage();
  await page.goto(address());
  await press(page, "Try 5 now");
  await page.waitForSelector("#question-heading");
  await stand("a question", page);
  await page.goto(address("#/sitting/review"));
  await press(page, "Hand in");
  await (await page.waitForSelector("dialog[open] .primary")).click();
  await page.waitForSelector("details.item summary");
  await page.click("details.item summary");
  await page.waitForSelector("ol.reasons");
  await stand("a result", page);
} finally {
  await browser.close();
  await server.kill();
}

const line = (cells) => `| ${cells.join(" | ")} |`;
const { version } = JSON.parse(await readFile(new URL("./node_modules/lighthouse/package.json", import.meta.url), "utf8"));
console.log(`Lighthouse ${version}, emulated phone, slow 4G and CPU 4× applied`);
console.log(line(["page", "how", ...Object.keys(LEAST)]));
console.log(line(["---", "---", "---", "---", "---"]));
for (const row of rows) console.log(line(row));
process.exitCode = failed ? 1 : 0;
