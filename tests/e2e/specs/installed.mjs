// The installed app: installable, stored whole, and opened from a cold tab while the server is dead.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { FOLDER, started, stored, test } from "../harness.mjs";

const PLACES = [FOLDER, "/"];

for (const place of PLACES) {
  test(`installable at ${place}`, { mounts: [place] }, async (t) => {
    const { context } = await t.sealedProfile();
    const page = await t.openApp("", { context });
    const session = await context.newCDPSession(page);
    const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
    assert.deepEqual(installabilityErrors, []);
    const { url, errors, manifest } = await session.send("Page.getAppManifest");
    assert.deepEqual(errors, []);
    assert.equal(url, `${t.url}manifest.webmanifest`);
    assert.equal(manifest.startUrl, t.url);
    assert.equal(manifest.scope, t.url);
    // The manifest names no id, since browsers resolve it against the origin and forget the folder: any fixed id would
    // make two copies on one origin the same app. Left out, it is the start address, which is the folder's own.
    const { appId } = await session.send("Page.getAppId");
    assert.equal(appId, t.url);
  });

  test(`from a cold browser with the server dead at ${place}`, { mounts: [place] }, async (t) => {
    const profile = await t.sealedProfile();
    await stored(await t.openApp("", { context: profile.context }));
    await profile.close();
    await t.killServer();
    await profile.open();
    for (const address of ["", "index.html", "?from=somewhere", "index.html?x=1#/history", "#/history"]) {
      const page = await t.openApp(address, { context: profile.context });
      await stored(page);
      await page.close();
    }
  });
}

test("the worker holds every file of the release, and each is what was built", async (t) => {
  const page = await t.openApp();
  await stored(page);
  const names = await page.evaluate(() => caches.keys());
  assert.deepEqual(names, [`${t.prefix}invigil.release.${t.release}`]);
  const held = await page.evaluate(async ([name]) => {
    const cache = await caches.open(name);
    const found = await cache.keys();
    return Promise.all(found.map(async ({ url }) => {
      const answer = await cache.match(url);
      const digest = await crypto.subtle.digest("SHA-256", await answer.arrayBuffer());
      return [url, btoa(String.fromCharCode(...new Uint8Array(digest)))];
    }));
  }, names);
  assert.equal(held.length, t.files.length);
  for (const [url, digest] of held) {
    const path = url.slice(t.url.length) || "index.html";
    const built = createHash("sha256").update(await readFile(join(t.dist, path))).digest("base64");
    assert.equal(digest, built, path);
  }
});

test("the licences open without a network", async (t) => {
  const page = await t.openApp("#/about");
  await stored(page);
  await t.killServer();
  // For a page of text the browser itself asks for an icon at the origin's root, which is not ours to answer.
  t.allow("console", /Failed to load resource: net::ERR_CONNECTION_REFUSED/, { optional: true });
  await page.getByRole("link", { name: "Licences of the libraries used" }).click();
  await page.waitForURL(`${t.url}licences.txt`);
  assert.match(await page.locator("body").innerText(), /MIT/);
});

test("the manifest's icons and shortcuts exist and are of the size they claim", async (t) => {
  const manifest = JSON.parse(await readFile(join(t.dist, "manifest.webmanifest"), "utf8"));
  const purposes = manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`).sort();
  assert.deepEqual(purposes, ["192x192 any", "192x192 maskable", "512x512 any", "512x512 maskable"]);
  for (const { src, sizes } of [...manifest.icons, ...manifest.shortcuts.flatMap(({ icons }) => icons)]) {
    const png = await readFile(join(t.dist, src));
    assert.equal(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, sizes, src);
  }
  assert.deepEqual(manifest.shortcuts.map(({ url }) => url), ["./#/setup", "./#/history"]);
});

test("what is not the app's goes to the network untouched", async (t) => {
  const page = await t.openApp();
  await stored(page);
  t.allow("console", /404/);
  for (const address of [`${t.url}other.html`, `${t.url}deep/index.html`, `${t.server.origin}/elsewhere/`]) {
    const answer = await page.goto(address);
    assert.equal(answer.status(), 404, address);
  }
  await page.goto(t.url);
  await started(page);
  const statuses = await page.evaluate(async () => {
    const ask = async (address, options) => (await fetch(address, options)).status;
    return [await ask("no-such-file.js"), await ask("./?data"), await ask("./", { method: "POST" })];
  });
  assert.deepEqual(statuses, [404, 200, 200]);
  assert.ok(t.server.requests.includes(`${t.prefix}no-such-file.js`));
});

test("after one visit everything still comes from the device in the same tab", async (t) => {
  const page = await t.openApp();
  await stored(page);
  await t.killServer();
  const sizes = await page.evaluate(
    (files) => Promise.all(files.map(async (file) => (await (await fetch(file)).arrayBuffer()).byteLength)),
    t.files,
  );
  assert.ok(sizes.every((size) => size > 0));
  await page.reload();
  await started(page);
});

test("an emptied cache falls back to the network instead of a blank page", async (t) => {
  const page = await t.openApp();
  await stored(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.reload();
  await started(page);
});
