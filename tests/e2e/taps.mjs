// How long a tap takes on a phone until its change is painted, for every option and every Next of an exam of 65, beside
// a page written by hand with the same questions. Fingers are emulated by the browser, at a quarter of its speed.

import { onQuestion, startExam } from "./exam.mjs";
import { started } from "./harness.mjs";
import { SEED } from "./ways.mjs";

const QUESTIONS = 65;
const BETWEEN_TAPS = 250;
const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 2.625, isMobile: true, hasTouch: true };

// From the tap's own time stamp to the end of the first frame that shows the change; and what Event Timing says of it,
// which counts in steps of 8 ms and is silent below 16.
function watch() {
  globalThis.painted = [];
  globalThis.timed = [];
  const note = (list) => {
    for (const { name, duration } of list.getEntries()) if (name === "click") globalThis.timed.push(duration);
  };
  new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16 });
  const heading = () => document.getElementById("question-heading").innerText;
  document.addEventListener(
    "click",
    ({ target, timeStamp }) => {
      const option = target.closest(".option");
      // A label passes its click on to its field.
      if (!target.closest(".next") && (!option || target.matches("input"))) return;
      const before = heading();
      const isShown = () => (option ? option.classList.contains("option-chosen") : heading() !== before);
      const look = () => {
        if (!isShown()) return requestAnimationFrame(look);
        const { port1, port2 } = new MessageChannel();
        // Behind the frame that is drawn now.
        port1.onmessage = () => globalThis.painted.push(performance.now() - timeStamp);
        port2.postMessage(null);
      };
      requestAnimationFrame(look);
    },
    { capture: true },
  );
}

async function exam(browser, origin) {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  await page.goto(`${origin}/app/#/setup`);
  await started(page);
  await startExam(page, { questions: QUESTIONS, seed: SEED });
  return page;
}

// The page by hand: every question as the app showed it, the same marks at a choice, and one put in another's place.
async function byHand(page) {
  for (let number = 1; number <= QUESTIONS; number += 1) {
    await onQuestion(page, number);
    await page.evaluate(() => (globalThis.sheets = [...(globalThis.sheets ?? []), document.querySelector(".shell").cloneNode(true)]));
    if (number < QUESTIONS) await page.keyboard.press("n");
  }
  await page.evaluate(() => {
    const { sheets } = globalThis;
    for (const [place, sheet] of sheets.entries()) {
      const fields = [...sheet.querySelectorAll("fieldset.options input")];
      const cell = sheet.querySelectorAll(".navigator a")[place];
      const legend = sheet.querySelector("legend");
      sheet.querySelector("fieldset.options").addEventListener("change", () => {
        for (const field of fields) field.closest(".option").classList.toggle("option-chosen", field.checked);
        const chosen = fields.filter(({ checked }) => checked).length;
        if (fields[0].type === "checkbox") legend.textContent = `${chosen} of 2 chosen.`;
        cell.className = "cell cell-answered";
      });
      sheet.querySelector(".next").addEventListener("click", () => {
        if (!sheets[place + 1]) return;
        sheet.replaceWith(sheets[place + 1]);
        document.getElementById("question-heading").focus();
        scrollTo(0, 0);
      });
    }
    document.body.replaceChildren(sheets[0]);
  });
}

// Taps as many options as are wanted, and Next; the times of each.
async function tapThrough(page, number) {
  const counted = () => page.evaluate(() => globalThis.painted.length);
  const tap = async (locator) => {
    const before = await counted();
    const at = await locator.evaluate((element) => {
      element.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, width, height } = element.getBoundingClientRect();
      return [left + width / 2, top + height / 2];
    });
    // Nobody taps faster than that; what an answer sets going meanwhile is not the next tap's.
    await page.waitForTimeout(BETWEEN_TAPS);
    await page.touchscreen.tap(...at);
    await page.waitForFunction((before) => globalThis.painted.length > before, before);
  };
  await page.bringToFront();
  await onQuestion(page, number);
  const hint = await page.locator("fieldset.options legend").innerText();
  const wanted = Number(/ of (\d+) chosen/.exec(hint)?.[1] ?? 1);
  for (let place = 0; place < wanted; place += 1) await tap(page.locator(".option > .rich").nth(place));
  const options = await page.evaluate(() => globalThis.painted.splice(0));
  if (number < QUESTIONS) await tap(page.locator(".exam-foot .next"));
  const nexts = await page.evaluate(() => globalThis.painted.splice(0));
  return { options, nexts };
}

export async function measureTaps(browser, origin, throttle) {
  const pages = [await exam(browser, origin), await exam(browser, origin)];
  await byHand(pages[1]);
  const taken = [];
  for (const page of pages) {
    await page.evaluate(watch);
    await throttle(page);
    taken.push({ options: [], nexts: [], timed: [] });
  }
  for (let number = 1; number <= QUESTIONS; number += 1) {
    for (const [which, page] of pages.entries()) {
      const { options, nexts } = await tapThrough(page, number);
      taken[which].options.push(...options);
      taken[which].nexts.push(...nexts);
    }
  }
  for (const [which, page] of pages.entries()) {
    taken[which].timed = await page.evaluate(() => globalThis.timed);
    await page.context().close();
  }
  return taken;
}
