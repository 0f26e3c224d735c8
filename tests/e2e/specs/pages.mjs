// Addresses and the theme. What every page and state must keep, in every scheme and width, `access.mjs` looks at.

import assert from "node:assert/strict";
import { started, test } from "../harness.mjs";

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
