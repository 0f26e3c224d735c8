// Figures of the built site, each beside a reference in one interleaved run: node bench.mjs --dist DIR [--rounds N] [--taps] [--search] [--cpu RATE]
// With --taps, only those of an exam of 65 on a phone; with --search, only those of the study notes. `cargo xtask bench` builds the site and calls it. The table goes to docs/performance.md by hand, with the machine named.

import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, chromiumPath } from "./browser.mjs";
import { onQuestion, startExam } from "./exam.mjs";
import { started, stored } from "./harness.mjs";
import { StaticServer } from "./server.mjs";
import { measureSearches } from "./searches.mjs";
import { measureTaps } from "./taps.mjs";

const { values } = parseArgs({ options: { dist: { type: "string" }, rounds: { type: "string", default: "7" }, taps: { type: "boolean" }, search: { type: "boolean" }, cpu: { type: "string", default: "4" } } });
if (!values.dist) throw new Error("--dist is missing: what `cargo xtask dist` wrote");
const dist = resolve(values.dist);
const rounds = Number(values.rounds);
// How much slower the processor is made: 4 is what is asked; a slow machine at 2 may be the phone that a fast one is at 4.
const slower = Number(values.cpu);
const SLOWER = `CPU ${slower}×`;

const sorted = (list) => list.toSorted((a, b) => a - b);
const median = (list) => sorted(list)[Math.floor(list.length / 2)];
const at = (list, share) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))];
const rows = [];
const row = (what, ours, reference, than, unit = "ms") =>
  rows.push({ what, ours: `${ours.toFixed(1)} ${unit}`, reference: `${reference.toFixed(1)} ${unit} (${than})`, ratio: (ours / reference).toFixed(2) });

// The page without any script: the same words and styles, and nothing that comes alive.
async function stillPage() {
  const folder = await mkdtemp(join(tmpdir(), "invigil-still-"));
  await cp(dist, folder, { recursive: true });
  const page = await readFile(join(folder, "index.html"), "utf8");
  const still = page.replace(/<script[^>]*>[\s\S]*?<\/script>/g, "").replace(/<link[^>]*rel="?(?:preload|modulepreload)"?[^>]*>/g, "");
  await writeFile(join(folder, "index.html"), still);
  return folder;
}

const still = await stillPage();
const server = await StaticServer.start({ "/app/": dist, "/still/": still }, { compress: true });
const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGS });

async function throttled(page, { network = false } = {}) {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  if (network) {
    await session.send("Network.enable");
    // Slow 4G, as Lighthouse has it.
    await session.send("Network.emulateNetworkConditions", { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 });
  }
}

async function firstPaint(folder) {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 }, serviceWorkers: "block" });
  const page = await context.newPage();
  await throttled(page, { network: true });
  await page.goto(`${server.origin}${folder}`, { waitUntil: "load" });
  await page.waitForTimeout(1500);
  const time = await page.evaluate(
    () =>
      new Promise((done) => {
        new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime)).observe({ type: "largest-contentful-paint", buffered: true });
        setTimeout(() => done(Number.NaN), 2000);
      }),
  );
  await context.close();
  return time;
}

// The question page by hand: the same elements, and the few lines that a page for this alone would need.
const byHand = (page) =>
  page.evaluate(() => {
    const shown = document.querySelector("#app").cloneNode(true);
    document.body.replaceChildren(shown);
    shown.querySelector("fieldset.options").addEventListener("change", ({ target }) => {
      for (const option of shown.querySelectorAll(".option")) {
        const chosen = option.querySelector("input").checked;
        option.className = chosen ? "option option-chosen" : "option";
      }
      shown.querySelector("legend").textContent = `${target.checked ? 1 : 0} of 1 chosen`;
    });
  });

// Clicks an option after the other; the time from the click until the page shows it.
const clicks = (page, count) =>
  page.evaluate(async (count) => {
    const times = [];
    for (let turn = 0; turn < count; turn += 1) {
      const fields = document.querySelectorAll("fieldset.options input");
      const field = [...fields].find((one) => !one.checked && one !== fields[turn % 2]) ?? fields[0];
      const label = field.closest(".option");
      const shown = new Promise((done) => {
        const watcher = new MutationObserver(() => {
          if (!label.classList.contains("option-chosen")) return;
          watcher.disconnect();
          done();
        });
        watcher.observe(label, { attributes: true, attributeFilter: ["class"] });
      });
      const begun = performance.now();
      field.click();
      await shown;
      times.push(performance.now() - begun);
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
    }
    return times;
  }, count);

// Goes to the next question and back, by the page's own buttons; the time from the click until its heading is there.
const turns = (page, count) =>
  page.evaluate(async (count) => {
    const times = [];
    for (let turn = 0; turn < count; turn += 1) {
      const name = turn % 2 ? "Previous" : "Next";
      const button = [...document.querySelectorAll(".exam-foot button")].find((one) => one.innerText.includes(name));
      const before = document.getElementById("question-heading").innerText;
      const begun = performance.now();
      const shown = new Promise((done) => {
        const watcher = new MutationObserver(() => {
          if (document.getElementById("question-heading").innerText === before) return;
          watcher.disconnect();
          done();
        });
        watcher.observe(document.body, { childList: true, characterData: true, subtree: true });
      });
      button.click();
      await shown;
      times.push(performance.now() - begun);
      await new Promise((done) => setTimeout(done, 100));
    }
    return times;
  }, count);

// By hand: the two questions as they were shown, and a button that puts one in the other's place.
async function turnedByHand(page) {
  const question = () => page.evaluate(() => {
    globalThis.shown = [...(globalThis.shown ?? []), document.querySelector("#app").cloneNode(true)];
  });
  await question();
  await page.getByRole("button", { name: "Next", exact: true }).click();
  await page.waitForFunction(() => document.getElementById("question-heading").innerText !== globalThis.shown[0].querySelector("#question-heading").innerText);
  await question();
  await page.evaluate(() => {
    const [first, second] = globalThis.shown;
    document.body.replaceChildren(first);
    const put = (from, to, name) =>
      [...from.querySelectorAll(".exam-foot button")].find((one) => one.innerText.includes(name)).addEventListener("click", () => from.replaceWith(to));
    put(first, second, "Next");
    document.body.replaceChildren(second);
    put(second, first, "Previous");
    document.body.replaceChildren(first);
  });
}

// From the click until the page says that the answer is on the disk; and a plain strict write of the same size.
const saves = (page, count) =>
  page.evaluate(async (count) => {
    const database = await new Promise((done) => {
      const opening = indexedDB.open("bench", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("records");
      opening.onsuccess = () => done(opening.result);
    });
    const text = "x".repeat(2000);
    const [ours, plain] = [[], []];
    const kept = document.querySelector(".kept");
    for (let turn = 0; turn < count; turn += 1) {
      const fields = document.querySelectorAll("fieldset.options input");
      let begun = performance.now();
      const saved = new Promise((done) => {
        const watcher = new MutationObserver(() => {
          if (kept.dataset.kept !== "safely") return;
          watcher.disconnect();
          done();
        });
        watcher.observe(kept, { attributes: true, attributeFilter: ["data-kept"] });
      });
      fields[turn % fields.length].click();
      await saved;
      ours.push(performance.now() - begun);
      begun = performance.now();
      await new Promise((done) => {
        const transaction = database.transaction("records", "readwrite", { durability: "strict" });
        transaction.objectStore("records").put(text, "one");
        transaction.oncomplete = done;
      });
      plain.push(performance.now() - begun);
    }
    database.close();
    return [ours, plain];
  }, count);

async function examPage(context) {
  const page = await context.newPage();
  await page.goto(`${server.origin}/app/#/setup`);
  await started(page);
  await startExam(page, { questions: 65 });
  // A question with one key, so that each click is one choice.
  for (let number = 1; (await page.locator("fieldset.options input").first().getAttribute("type")) !== "radio"; number += 1) {
    await page.getByRole("button", { name: "Next", exact: true }).click();
    await onQuestion(page, number + 1);
  }
  return page;
}

async function startTime(page) {
  await page.reload({ waitUntil: "commit" });
  await page.locator("button:enabled", { hasText: "Try 5 now" }).waitFor();
  return page.evaluate(() => performance.now());
}

// Every tap of an exam of 65 on a phone, until it is painted.
async function taps() {
  const [ours, hand] = await measureTaps(browser, server.origin, throttled);
  const both = ({ options, nexts }) => [...options, ...nexts];
  for (const [share, words] of [[0.5, "median"], [0.98, "98 of 100"]]) {
    row(`65 questions on a phone, ${SLOWER}: option tapped until painted, ${words}`, at(ours.options, share), at(hand.options, share), "by hand");
    row(`65 questions on a phone, ${SLOWER}: Next tapped until painted, ${words}`, at(ours.nexts, share), at(hand.nexts, share), "by hand");
    row(`65 questions on a phone, ${SLOWER}: every tap until painted, ${words}`, at(both(ours), share), at(both(hand), share), "by hand");
  }
  // Event Timing leaves out what took less than 16 ms: those are counted as 16.
  const timed = ({ timed, ...rest }) => [...timed, ...Array(Math.max(0, both(rest).length - timed.length)).fill(16)];
  row(`65 questions on a phone, ${SLOWER}: every tap by Event Timing, 98 of 100`, at(timed(ours), 0.98), at(timed(hand), 0.98), "by hand");
}

// What is typed into the search of the notes, letter by letter.
async function searches() {
  const { loads, finds, answered } = await measureSearches(browser, server.origin, new URL("../../notes/dva/queries.jsonl", import.meta.url));
  const share = "a quarter of what a phone may take";
  row("search of the notes, the work itself, median", median(finds), 20 / 4, share);
  row("search of the notes, the work itself, 98 of 100", at(finds, 0.98), 20 / 4, share);
  row("search of the notes, the work itself, the longest", Math.max(...finds), 20 / 4, share);
  row("search of the notes, from order to answer, median", median(answered), 20, "what a phone may take");
  row("search of the notes, from order to answer, 98 of 100", at(answered, 0.98), 20, "what a phone may take");
  row("what is searched, made ready, once", median(loads), 500, "a blink");
  console.log(`${finds.length} searches`);
}

async function others() {
  const [app, plain] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    app.push(await firstPaint("/app/"));
    plain.push(await firstPaint("/still/"));
  }
  row(`largest paint, first visit, slow 4G, ${SLOWER}`, median(app), median(plain), "the page without scripts");

  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const ours = await examPage(context);
  const other = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const hand = await examPage(other);
  await byHand(hand);
  await throttled(ours);
  await throttled(hand);
  const [clicked, byHandClicked] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await ours.bringToFront();
    clicked.push(...(await clicks(ours, 20)));
    await hand.bringToFront();
    byHandClicked.push(...(await clicks(hand, 20)));
  }
  row(`option clicked until shown, ${SLOWER}, median`, median(clicked), median(byHandClicked), "by hand");
  row(`option clicked until shown, ${SLOWER}, 95 of 100`, at(clicked, 0.95), at(byHandClicked, 0.95), "by hand");

  const turning = await examPage(await browser.newContext({ viewport: { width: 412, height: 823 } }));
  const swapping = await examPage(await browser.newContext({ viewport: { width: 412, height: 823 } }));
  await turnedByHand(swapping);
  await throttled(turning);
  await throttled(swapping);
  const [turned, swapped] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    await turning.bringToFront();
    turned.push(...(await turns(turning, 10)));
    await swapping.bringToFront();
    swapped.push(...(await turns(swapping, 10)));
  }
  row(`next question shown, ${SLOWER}, median`, median(turned), median(swapped), "by hand");

  const saving = await examPage(await browser.newContext({ viewport: { width: 412, height: 823 } }));
  const [saved, put] = await saves(saving, 200);
  row("clicked until 'Saved' is shown, median", median(saved), median(put), "a strict put of 2 KB");
  row("clicked until 'Saved' is shown, 99 of 100", at(saved, 0.99), at(put, 0.99), "a strict put of 2 KB");

  const [empty, full] = await Promise.all([0, 1].map(async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(`${server.origin}/app/`);
    await stored(page);
    return page;
  }));
  // A thousand attempts in the archive, as long as real ones are.
  await full.evaluate(async (name) => {
    const database = await new Promise((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    const transaction = database.transaction("records", "readwrite");
    for (let at = 0; at < 1000; at += 1) transaction.objectStore("records").put("x".repeat(4000), `attempt/bench${at}`);
    await new Promise((done) => (transaction.oncomplete = done));
    database.close();
  }, "/app/invigil");
  const [withAttempts, without] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    withAttempts.push(await startTime(full));
    without.push(await startTime(empty));
  }
  row("start until an exam can begin, 1,000 attempts kept", median(withAttempts), median(without), "an empty profile");

  await server.kill();
  const offline = [];
  for (let round = 0; round < rounds; round += 1) offline.push(await startTime(empty));
  row("start until an exam can begin, server dead", median(offline), median(without), "with the server");
}

try {
  if (!values.search) await taps();
  if (!values.taps) await searches();
  if (!values.taps && !values.search) await others();
} finally {
  await browser.close();
  await server.kill();
  await rm(still, { recursive: true, force: true });
}

const line = (cells) => `| ${cells.join(" | ")} |`;
console.log(line(["what", "Invigil", "reference", "ratio"]));
console.log(line(["---", "---", "---", "---"]));
for (const { what, ours, reference, ratio } of rows) console.log(line([what, ours, reference, ratio]));
