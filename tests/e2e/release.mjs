// Makes another release from a built one, as a later build would: other bytes, other hashes, a stamped worker.

import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const sri = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const PRECACHE = /const PRECACHE = (\[.*?\]);\n/s;
const RELEASE = /const RELEASE = "([^"]+)";/;

// What the worker of a built folder keeps: { release, files: [[address, integrity]] }.
export async function readWorker(dist) {
  const text = await readFile(join(dist, "sw.js"), "utf8");
  const [, list] = PRECACHE.exec(text) ?? [];
  const [, release] = RELEASE.exec(text) ?? [];
  if (!list || !release) throw new Error(`${dist}/sw.js is not stamped: build with cargo xtask dist.`);
  return { release, files: JSON.parse(list) };
}

// A copy of `dist` whose page says `<html data-edition="…">`, so that a test sees which release it is looking at.
// With `bank`, a folder with a catalogue and its parts, it has this bank and no other.
export async function makeRelease(dist, edition, bank) {
  const folder = await copyOf(dist);
  await changePage(folder, "<html ", `<html data-edition="${edition}" `);
  const { files } = await readWorker(folder);
  await stamp(folder, bank ? await changeBank(folder, bank, files) : files);
  return folder;
}

// A copy of `dist` whose page first runs this function, from a file that the release keeps like every other.
export async function makeWatched(dist, watch) {
  const folder = await copyOf(dist);
  const script = `(${watch})();\n`;
  await writeFile(join(folder, "watch.js"), script);
  await changePage(folder, "<script ", '<script src="./watch.js"></script>\n<script ');
  const { files } = await readWorker(folder);
  await stamp(folder, [...files, ["watch.js", sri(script)]]);
  return folder;
}

async function copyOf(dist) {
  const folder = await mkdtemp(join(tmpdir(), "invigil-release-"));
  await cp(dist, folder, { recursive: true });
  return folder;
}

async function changePage(folder, from, to) {
  const file = join(folder, "index.html");
  await writeFile(file, (await readFile(file, "utf8")).replace(from, to));
}

// Gives the worker this list, with the page as it is now.
async function stamp(folder, files) {
  const page = await readFile(join(folder, "index.html"));
  const list = files.map(([address, integrity]) => [address, ["./", "index.html"].includes(address) ? sri(page) : integrity]);
  const worker = await readFile(join(folder, "sw.js"), "utf8");
  const stamped = worker
    .replace(PRECACHE, () => `const PRECACHE = ${JSON.stringify(list)};\n`)
    .replace(RELEASE, () => `const RELEASE = "${createHash("sha256").update(JSON.stringify(list)).digest("hex").slice(0, 16)}";`);
  await writeFile(join(folder, "sw.js"), stamped);
}

async function changeBank(folder, bank, files) {
  await rm(join(folder, "banks"), { recursive: true });
  await cp(bank, folder, { recursive: true });
  const parts = (await readdir(join(folder, "banks"))).map((name) => `banks/${name}`);
  const fresh = await Promise.all(
    ["catalogue.json", ...parts].map(async (name) => [name, sri(await readFile(join(folder, name)))]),
  );
  return [...files.filter(([name]) => name !== "catalogue.json" && !name.startsWith("banks/")), ...fresh];
}
