// Two copies of the app on one origin, in folders of their own, as two projects of one GitHub Pages account are.

import assert from "node:assert/strict";
import { answer, handIn, onQuestion } from "../exam.mjs";
import { started, stored, test } from "../harness.mjs";

const ONE = "/one/";
const TWO = "/two/deep/";

// A tab at a copy.
async function openAt(t, prefix, hash = "") {
  const page = await t.context.newPage();
  await page.goto(`${t.server.origin}${prefix}${hash}`);
  await started(page);
  return page;
}

async function begin(page) {
  await page.getByRole("button", { name: "Try 5 now" }).click();
  await onQuestion(page, 1);
}

const theme = (page) => page.locator("html").getAttribute("data-theme");
const results = (page) => page.locator("ul.results > li").count();
const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

// What the origin keeps, by the folder that its names begin with.
const kept = (page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
  }));

test("two copies share an origin and nothing else", { timeout: 120_000, mounts: [ONE, TWO] }, async (t) => {
  const one = await openAt(t, ONE, "#/settings");
  await one.getByRole("radio", { name: "Dark" }).check();
  await one.goto(`${t.server.origin}${ONE}#/`);
  await begin(one);
  await answer(one, 0);
  await handIn(one);
  await stored(one);

  const two = await openAt(t, TWO);
  assert.equal(await theme(two), "system", "the theme is the other's");
  await heading(two, "Practise for your exam, as it will be");
  await two.goto(`${t.server.origin}${TWO}#/history`);
  await heading(two, "Results");
  assert.equal(await results(two), 0, "the results are the other's");
  await two.goto(`${t.server.origin}${TWO}#/settings`);
  await two.getByRole("radio", { name: "Light" }).check();
  await two.goto(`${t.server.origin}${TWO}#/`);
  await begin(two);
  await answer(two, 1);
  await stored(two);

  await one.goto(`${t.server.origin}${ONE}#/`);
  await one.reload();
  await started(one);
  assert.equal(await theme(one), "dark");
  assert.equal(await one.getByRole("link", { name: "Continue your exam" }).count(), 0, "the running exam is the other's");
  const names = await kept(one);
  for (const name of [...names.local, ...names.databases]) assert.match(name, /^\/one\/invigil|^\/two\/deep\/invigil/);

  // Erasing one.
  await one.goto(`${t.server.origin}${ONE}#/settings`);
  await one.getByRole("button", { name: "Erase everything", exact: true }).click();
  await one.getByRole("dialog").getByRole("button", { name: "Yes, erase everything" }).click();
  await one.getByText("is erased").waitFor();
  await one.reload();
  await started(one);
  assert.equal(await theme(one), "system");
  await one.goto(`${t.server.origin}${ONE}#/history`);
  await heading(one, "Results");
  assert.equal(await results(one), 0);

  // Leaves the other.
  const left = await kept(one);
  const of = (all, prefix) => all.filter((name) => name.startsWith(prefix)).sort();
  assert.deepEqual(of(left.local, TWO), of(names.local, TWO), "all small records of the other");
  assert.deepEqual(of(left.databases, TWO), of(names.databases, TWO));
  assert.deepEqual(left.caches.sort(), names.caches.sort(), "both are still installed");
  await two.reload();
  await started(two);
  assert.equal(await theme(two), "light");
  await onQuestion(two, 1);
  assert.equal(await two.locator("fieldset.options input:checked").count() >= 1, true, "the answer is there");
  await handIn(two);
});

test("each copy is installed for itself: with the server dead both open, each as it was left", { timeout: 90_000, mounts: [ONE, TWO] }, async (t) => {
  for (const [prefix, name] of [[ONE, "Dark"], [TWO, "Light"]]) {
    const page = await openAt(t, prefix, "#/settings");
    await page.getByRole("radio", { name }).check();
    await stored(page);
    await page.close();
  }
  await t.killServer();
  for (const [prefix, expected] of [[ONE, "dark"], [TWO, "light"]]) {
    const page = await openAt(t, prefix);
    assert.equal(await theme(page), expected, prefix);
    await begin(page);
    await page.close();
  }
});
