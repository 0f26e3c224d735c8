// Renders the PNG icons from icons/icon.svg: `node web/render-icons.mjs`, after `npm ci` in tests/e2e.
// The PNGs are checked in, so that no build needs a converter; run this when the SVG changes.

import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";

const here = (path) => new URL(path, import.meta.url);
const { chromium } = createRequire(here("../tests/e2e/package.json"))("playwright-core");
const { chromiumPath } = await import(here("../tests/e2e/browser.mjs"));

const source = await readFile(here("icons/icon.svg"), "utf8");
// A launcher cuts a maskable icon to any shape inside the middle 80 %: full ground, and the mark a little smaller.
const maskable = source
  .replace(/rx="\d+"/, "")
  .replace("scale(1.18)", "scale(.9)");
// Apple rounds the corners itself and shows transparency as black.
const square = source.replace(/rx="\d+"/, "");

const ICONS = [
  ["icon-192.png", 192, source],
  ["icon-512.png", 512, source],
  ["maskable-192.png", 192, maskable],
  ["maskable-512.png", 512, maskable],
  ["apple-touch-180.png", 180, square],
];

const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage();
  for (const [name, size, svg] of ICONS) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await writeFile(here(`icons/${name}`), await page.screenshot({ omitBackground: true }));
    console.log(`icons/${name}`);
  }
} finally {
  await browser.close();
}
