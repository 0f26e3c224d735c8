// The crash cover: a stopped app says so, says that the answers are kept, and offers the way on.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { answer, next, onQuestion } from "../exam.mjs";
import { started, test } from "../harness.mjs";

// The smallest module whose only function traps, as a panic does.
const TRAP = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];

const trapIn = {
  "a task": (bytes) => setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f()),
  "a promise": (bytes) => {
    WebAssembly.instantiate(new Uint8Array(bytes)).then(({ instance }) => instance.exports.f());
  },
};

for (const [place, trap] of Object.entries(trapIn)) {
  test(`a trap in ${place} covers the page`, async (t) => {
    t.allow("pageerror", /unreachable/);
    const page = await t.openApp("#/secret-of-the-fragment");
    await page.evaluate(trap, TRAP);
    const cover = page.getByRole("alertdialog", { name: "Something went wrong" });
    await cover.waitFor();
    assert.match(await cover.innerText(), /What was saved on this device is safe/);
    assert.equal(await page.evaluate(() => document.activeElement.id), "crash-reload");
    assert.ok(await page.locator("#app").evaluate((app) => app.inert), "the dead app takes no clicks");
    await cover.getByText("Report for the developers").click();
    const report = await cover.getByRole("textbox", { name: "Report" }).inputValue();
    assert.match(report, /RuntimeError: unreachable/);
    assert.match(report, /Release [0-9a-f]{8,}/);
    assert.doesNotMatch(report, /secret-of-the-fragment/);
    assert.deepEqual(await t.axe(page), []);
  });
}

test("the app's own report covers the page, and the trap that follows joins it", async (t) => {
  t.allow("pageerror", /unreachable/);
  const page = await t.openApp();
  await page.evaluate((bytes) => {
    dispatchEvent(new CustomEvent("invigil:crash", { detail: "panicked at src/main.rs: a fault on purpose" }));
    setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports.f());
  }, TRAP);
  await page.waitForFunction(() => document.getElementById("crash-report").value.includes("unreachable"));
  assert.match(await page.locator("#crash-report").inputValue(), /a fault on purpose/);
});

test("the report can be copied, and reload starts the app again", async (t) => {
  await t.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await t.openApp();
  await page.evaluate(() => dispatchEvent(new CustomEvent("invigil:crash", { detail: "copy me" })));
  await page.getByText("Report for the developers").click();
  await page.getByRole("button", { name: "Copy report" }).click();
  await page.getByText("Copied.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^copy me/);
  await page.getByRole("button", { name: "Reload" }).click();
  await started(page);
  assert.equal(await page.getByRole("alertdialog").count(), 0);
});

test("with the record in its report, what happened is played again without a browser", { timeout: 90_000 }, async (t) => {
  t.allow("pageerror", /unreachable/);
  await t.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const page = await t.openApp();
  await page.getByRole("button", { name: "Try 5 now" }).click();
  await onQuestion(page, 1);
  await answer(page, 0);
  await next(page, 2);
  await answer(page, 1);
  await page.locator(".kept[data-kept=safely]").waitFor();
  await page.evaluate(trapIn["a task"], TRAP);
  await page.getByText("Report for the developers").click();
  await page.getByRole("button", { name: "Copy it with the record" }).click();
  await page.getByText("Copied.").waitFor();
  const report = join(tmpdir(), `invigil-report-${process.pid}.txt`);
  t.cleanup(() => rm(report, { force: true }));
  await writeFile(report, await page.evaluate(() => navigator.clipboard.readText()));
  const { stdout } = await promisify(execFile)("cargo", ["xtask", "replay", "--report", report]);
  assert.match(stdout, /events played, and no fault: the last page is #\/sitting\/2\nan exam is at work: 2 of 5 questions/);
});

test("a fault of something else does not cover the page", async (t) => {
  t.allow("pageerror", /an extension's fault/);
  const page = await t.openApp();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("an extension's fault");
    });
    return new Promise((done) => addEventListener("error", () => setTimeout(done), { once: true }));
  });
  assert.equal(await page.getByRole("alertdialog").count(), 0);
});

test("after two failed starts the third asks, saves what is stored, and starts without it", { timeout: 90_000 }, async (t) => {
  const page = await t.openApp();
  await page.getByRole("button", { name: "Try 5 now" }).click();
  await page.locator(".kept[data-kept=safely]").waitFor();
  // From now on the stored exam keeps the app from starting.
  await t.context.addInitScript((record) => {
    if (localStorage.getItem(record)) WebAssembly.instantiateStreaming = () => Promise.reject(new Error("a fault on purpose"));
  }, `${t.prefix}invigil.sitting.a`);
  for (let start = 1; start <= 2; start += 1) {
    await page.reload();
    await page.getByRole("heading", { name: "Invigil did not start" }).waitFor();
  }
  await page.reload();
  await page.getByRole("heading", { name: "Invigil failed to start twice" }).waitFor();
  assert.deepEqual(await t.axe(page), []);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save what is stored" }).click();
  const saved = JSON.parse(await readFile(await (await download).path(), "utf8"));
  assert.match(saved.local["sitting.a"], /"log"/);
  assert.match(saved.records["journal/sitting"], /"log"/);
  assert.ok(Object.keys(saved.records).some((key) => key.startsWith("form/")), "its paper is in the file");
  await page.getByRole("button", { name: "Start without it" }).click();
  await started(page);
  await page.locator("html:not([data-exam])").waitFor({ state: "attached" });
  await page.goto(`${t.url}#/`);
  await page.getByRole("button", { name: "Try 5 now" }).waitFor();
  const aside = await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes("invigil.bad.sitting")));
  assert.ok(aside.length >= 1, "the exam is set aside and not deleted");
});
