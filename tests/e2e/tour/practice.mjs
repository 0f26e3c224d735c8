// The states of the practice page.

import { go, heading, open, press, told } from "../ways.mjs";
import { state } from "./states.mjs";

const DAY = 86_400_000;

// A backup of a learner who has practised for three weeks: answers to many questions, some twice, some with a word on
// how sure they were, and scores. The exam is so many days away.
function practised(exam) {
  const now = Date.now();
  const rows = [];
  for (let number = 1; number <= 260; number += 1) {
    const first = now - (22 - (number % 20)) * DAY - number * 60_000;
    const right = (number * 7) % 10 < 7;
    const sure = ["g", "f", "c", "-"][number % 4];
    const answer = right ? "r" : "w";
    rows.push(`${number}.1.${first}.${answer}.t.${first}.0`);
    rows.push(`a.${first}.${number}.1.b.${answer}.t.${sure}.45000`);
    if (!right) rows.push(`a.${first + 3 * DAY}.${number}.1.b.w.r.c.30000`);
  }
  // As a result is stored: a and c all and scored, s the band, d seconds, t when it ended.
  const score = (place) => ({
    a: [13 + 2 * place, 30], b: "dva", c: [13 + 2 * place, 30], d: 1800, g: "dva-c03", id: `019aa0b1c2d000${place}abcd`,
    s: [600 + 20 * place, 680 + 20 * place], t: now - (20 - 3 * place) * DAY, x: false,
  });
  return JSON.stringify({
    archive: { "exposures/dva": rows.join(";") },
    format: "invigil-backup",
    results: [5, 4, 3, 2, 1, 0].map(score),
    settings: { exam: new Date(now + exam * DAY).toISOString().slice(0, 10), outcomes: "2026-06-01.f.-.45", theme: "auto" },
    version: 1,
  });
}

async function withHistory(t, exam) {
  const page = await open(t, "#/settings");
  const file = { name: "backup.json", mimeType: "application/json", buffer: Buffer.from(practised(exam)) };
  await page.locator("input[type=file]").setInputFiles(file);
  await told(page, "The backup is read");
  await go(page, t, "#/practice");
  await heading(page, "Practice");
  await page.locator(".tile").first().waitFor();
  return page;
}

state("practice, nothing yet", async (t) => {
  const page = await open(t, "#/practice");
  await page.locator(".tile").first().waitFor();
  return page;
});

state("practice, three weeks of it", (t) => withHistory(t, 16));

state("practice, its tables open", async (t) => {
  const page = await withHistory(t, 16);
  for (const fold of await page.locator("main summary").all()) await fold.click();
  return page;
});

state("practice, the exam is over", async (t) => {
  const page = await withHistory(t, -2);
  await page.getByRole("heading", { level: 2, name: "How did your exam go?" }).waitFor();
  return page;
});

state("practice, before a sealed mock", async (t) => {
  const page = await open(t, "#/practice");
  await page.getByRole("button", { name: /^Sealed mock/ }).click();
  await heading(page, "Before you begin");
  return page;
});

state("practice, a sealed mock's result", async (t) => {
  const page = await open(t, "#/practice");
  await page.getByRole("button", { name: /^Sealed mock/ }).click();
  await press(page, "Begin: start the clock");
  await press(page, "Review");
  await press(page, "Hand in");
  await page.getByRole("dialog").getByRole("button", { name: "Yes, hand in" }).click();
  await heading(page, "Result");
  return page;
});
