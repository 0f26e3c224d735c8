// How long a class of a thousand takes in WebAssembly: node class.mjs MODULE CODES INPUT SIZES, as `cargo xtask bench` calls
// it. Codes are read in batches, between which the page shows how far it is; then all of it is reckoned.

import { readFile } from "node:fs/promises";

const [module, codes, input] = await Promise.all(process.argv.slice(2, 5).map((path) => readFile(path)));
const sizes = process.argv[5].split(",").map(Number);
const { exports } = (await WebAssembly.instantiate(module)).instance;
const OPEN = 8;
const CLASS = 10;

function run(tool, bytes) {
  const place = exports.reserve(bytes.length);
  new Uint8Array(exports.memory.buffer, place, bytes.length).set(bytes);
  const length = exports.run(tool);
  if (length < 0) throw new Error(`tool ${tool} refused its input`);
  return length;
}

const batches = [];
let at = 0;
for (const size of sizes) {
  batches.push(codes.subarray(at, at + size));
  at += size;
}

function median(work) {
  const times = Array.from({ length: 9 }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return times.sort((a, b) => a - b)[4];
}

const row = (what, time, note) => console.log(`| ${what}, in WebAssembly | ${time.toFixed(2)} ms | ${note} | |`);
row(`1,000 codes of ${Math.round(codes.length / 1000)} characters read`, median(() => batches.forEach((batch) => run(OPEN, batch))), "in batches of 50");
row("one batch of 50 of them", median(() => run(OPEN, batches[0])), "how long a stop waits");
row("1,000 people of 65 questions reckoned", median(() => run(CLASS, input)), "at once, in the worker");
