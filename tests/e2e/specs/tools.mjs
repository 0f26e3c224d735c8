// The second module: fetched when one of its tools is first used, run in a worker, there offline, and missed without harm.

import assert from "node:assert/strict";
import { answer, leaveFor, onQuestion } from "../exam.mjs";
import { started, stored, test } from "../harness.mjs";

const check = async (page, t, words) => {
  if (!page.url().endsWith("#/settings")) await leaveFor(page, `${t.url}#/settings`);
  await page.getByRole("button", { name: "Check what is stored" }).click();
  await page.locator(".notices").getByText(words).waitFor();
};

// An exam is at work, so that there is something to read.
async function atWork(t) {
  const page = await t.openApp();
  await page.getByRole("button", { name: "Try 5 now" }).click();
  await onQuestion(page, 1);
  await answer(page, 0);
  await page.locator(".kept[data-kept=safely]").waitFor();
  return page;
}

test("what is stored is looked through, with the server dead too, and the module loads only then", async (t) => {
  const page = await atWork(t);
  await stored(page);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await t.killServer();
  await page.reload();
  await started(page);
  // Only an exam that was found again asks before it is left.
  await onQuestion(page, 1);
  assert.ok(!asked.some((url) => url.includes("tools")), "not at the start");
  await check(page, t, /All \d+ records on this device can be read/);
  assert.ok(asked.some((url) => /invigil-tools-[0-9a-f]+\.wasm/.test(url)), `it was fetched: ${asked}`);
});

test("a record that cannot be read is named, and the others are read", async (t) => {
  const page = await atWork(t);
  await page.evaluate(async (name) => {
    const database = await new Promise((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => done(opening.result);
    });
    const transaction = database.transaction("records", "readwrite");
    transaction.objectStore("records").put("no log", "attempt/1a278ee1a8013704279");
    await new Promise((done) => (transaction.oncomplete = done));
    database.close();
  }, `${t.prefix}invigil`);
  await check(page, t, /1 of \d+ records on this device cannot be read: attempt\/1a278ee1a8013704279/);
});

for (const [name, part] of [["worker", /tools-[0-9a-f]+\.js$/], ["module", /invigil-tools-[0-9a-f]+\.wasm$/]]) {
  test(`without its ${name} it is told, and the next try asks again`, async (t) => {
    t.server.breakFile(`${t.prefix}sw.js`, { status: 404 });
    t.allow("console", /404|could not be used|Failed to load/, { optional: true });
    const page = await atWork(t);
    const file = t.files.map((address) => address.replace("./", "")).find((address) => part.test(address));
    t.server.breakFile(`${t.prefix}${file}`, { status: 404 });
    await check(page, t, "could not be looked through");
    t.server.repair();
    await check(page, t, /All \d+ records on this device can be read/);
  });
}

test("a host that does not know the WebAssembly type still serves the module", async (t) => {
  t.server.breakFile(`${t.prefix}sw.js`, { status: 404 });
  t.allow("console", /404/, { optional: true });
  const page = await atWork(t);
  const file = t.files.map((address) => address.replace("./", "")).find((address) => /invigil-tools-[0-9a-f]+\.wasm$/.test(address));
  t.server.breakFile(`${t.prefix}${file}`, { type: "application/octet-stream" });
  await check(page, t, /All \d+ records on this device can be read/);
});
