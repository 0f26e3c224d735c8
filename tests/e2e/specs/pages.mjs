// Every page in light and dark, narrow and wide: axe finds nothing, nothing is wider than the window, and one heading leads.

import assert from "node:assert/strict";
import { answer, handIn, startExam } from "../exam.mjs";
import { started, test } from "../harness.mjs";

const ROUTES = ["#/", "#/setup", "#/history", "#/settings", "#/about", "#/bank", "#/no-such-page", "#/exam?bank=nonsense", "#/sitting"];

async function inspect(t, page, name) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const where = `${name}, ${colorScheme}, ${width} px`;
      // At the end of the page nothing lies under the bar that sticks to the window's foot; axe takes what is
      // covered for too small.
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      assert.deepEqual(await t.axe(page), [], where);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(tooWide <= 0, `${where}: ${tooWide} px wider than the window`);
      assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, `${where}: one first heading`);
    }
  }
}

for (const route of ROUTES) {
  test(`${route} has no fault that axe knows`, { timeout: 90_000 }, async (t) => {
    const page = await t.openApp(route);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await inspect(t, page, route);
  });
}

test("question, review, dialog and result have no fault that axe knows", { timeout: 180_000 }, async (t) => {
  const page = await t.openApp("#/setup");
  await startExam(page, { questions: 10 });
  await answer(page, 0);
  await page.getByRole("button", { name: "Flag", exact: true }).click();
  await inspect(t, page, "question");
  await page.getByRole("button", { name: "Review", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Review before handing in" }).waitFor();
  await inspect(t, page, "review");
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("dialog").waitFor();
  assert.deepEqual(await t.axe(page), [], "dialog");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("link", { name: "Back to the questions" }).click();
  await handIn(page);
  await page.locator("details.item > summary").first().click();
  await page.locator("ol.reasons > li").first().waitFor();
  await inspect(t, page, "result");
  await page.goto(`${t.url}#/history`);
  await page.locator("ul.results > li").first().waitFor();
  await inspect(t, page, "history");
});

test("an address that is no route says so and leads home", async (t) => {
  const page = await t.openApp("#/no-such-page");
  await page.getByRole("heading", { level: 1, name: "There is no such page" }).waitFor();
  await page.getByRole("link", { name: "To the home page" }).click();
  await page.getByRole("heading", { level: 1, name: "There is no such page" }).waitFor({ state: "detached" });
});

test("the theme that the learner sets holds after a reload", async (t) => {
  const page = await t.openApp("#/settings");
  await page.getByRole("radio", { name: "Dark" }).check();
  await page.locator("html[data-theme=dark]").waitFor({ state: "attached" });
  await page.reload();
  await page.locator("html[data-theme=dark]").waitFor({ state: "attached" });
  await started(page);
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  assert.ok(await page.getByRole("radio", { name: "Dark" }).isChecked());
});
