// Pictures of every state of the tour, at three widths, light and dark, and a sheet to look at them:
// node shots.mjs --dist DIR --corrected DIR --out DIR [--only TEXT]. `cargo xtask shots` builds the site and calls it.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Browser, FOLDER, Trial } from "./harness.mjs";
import { states } from "./tour.mjs";

const WIDTHS = [360, 768, 1440];
const HEIGHTS = { 360: 740, 768: 1024, 1440: 900 };
const SCHEMES = ["light", "dark"];
// A page is shown down to so many windows.
const WINDOWS = 3;
// As many as a small machine bears at once.
const AT_ONCE = 3;

const { values } = parseArgs({
  options: { dist: { type: "string" }, corrected: { type: "string" }, out: { type: "string" }, only: { type: "string", default: "" } },
});
for (const name of ["dist", "corrected", "out"]) {
  if (!values[name]) throw new Error(`--${name} is missing: \`cargo xtask shots\` gives it`);
}
const out = resolve(values.out);

const slug = (name) => name.replace(/[^a-z0-9]+/gi, "-").toLowerCase();
const pictureOf = (state, width, scheme) => `${slug(state.name)}-${width}-${scheme}.png`;

async function shoot(page, state) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHTS[width] });
    // The window is made as high as the page, so that its bars stand at the ends.
    const whole = await page.evaluate(() => document.documentElement.scrollHeight);
    if (!state.covered) await page.setViewportSize({ width, height: Math.min(whole, HEIGHTS[width] * WINDOWS) });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce", media: state.media ?? "screen" });
      await page.screenshot({ path: join(out, pictureOf(state, width, colorScheme)), animations: "disabled" });
    }
  }
}

async function visit(browser, state) {
  const trial = await Trial.open(browser, resolve(values.dist), { mounts: [FOLDER] }, { trace: false });
  trial.corrected = resolve(values.corrected);
  try {
    await shoot(await state.way(trial), state);
  } finally {
    await trial.close();
  }
}

// Every state in rows, every width and scheme in columns; a picture opens in its size.
function sheet(shown) {
  const cell = (state, width, scheme) => {
    const name = pictureOf(state, width, scheme);
    return `<a href="${name}"><img src="${name}" alt="${width} px, ${scheme}" loading="lazy"></a>`;
  };
  const row = (state) =>
    `<section><h2>${state.name}</h2><div>${WIDTHS.flatMap((width) => SCHEMES.map((scheme) => cell(state, width, scheme))).join("")}</div></section>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every state of Invigil</title><style>
body { margin: 1rem; font: 1rem system-ui; background: #ccc; color: #000 }
div { display: flex; gap: .75rem; overflow-x: auto; align-items: start }
img { display: block; max-height: 32rem; box-shadow: 0 1px 4px #0006 }
</style><h1>${shown.length} states</h1>${shown.map(row).join("\n")}</html>\n`;
}

const chosen = states.filter(({ name }) => name.includes(values.only));
if (!values.only) await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const browser = await Browser.start();
const waiting = [...chosen];
const failures = [];
async function work() {
  for (let state = waiting.shift(); state; state = waiting.shift()) {
    const begun = performance.now();
    await visit(browser, state).then(
      () => console.log(`${((performance.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${state.name}`),
      (error) => failures.push(`${state.name}: ${error.message}`),
    );
  }
}
try {
  await Promise.all(Array.from({ length: AT_ONCE }, work));
} finally {
  await browser.close();
}
await writeFile(join(out, "index.html"), sheet(chosen));
for (const failure of failures) console.error(`FAILED ${failure}`);
console.log(`${chosen.length - failures.length} of ${chosen.length} states are in ${join(out, "index.html")}`);
process.exitCode = failures.length ? 1 : 0;
