// How long a long history takes to reckon in WebAssembly: node study.mjs MODULE INPUT, as `cargo xtask bench` calls it.
// The module is that of tools, with its feature `bench`; each part may take 5 ms.

import { readFile } from "node:fs/promises";

const [module, input] = await Promise.all(process.argv.slice(2, 4).map((path) => readFile(path)));
const { exports } = (await WebAssembly.instantiate(module)).instance;
// The memory may grow for it, so it is looked at afterwards.
const place = exports.reserve(input.length);
new Uint8Array(exports.memory.buffer, place, input.length).set(input);
const answers = exports.give();
if (!answers) throw new Error("the input could not be read");

function median(work) {
  const times = Array.from({ length: 41 }, () => {
    const begun = performance.now();
    const made = work();
    return { made, time: performance.now() - begun };
  });
  return { made: times[0].made, time: times.map(({ time }) => time).sort((a, b) => a - b)[20] };
}

const row = (what, { made, time }) => console.log(`| ${what}: ${made} | ${time.toFixed(2)} ms | 5.00 ms (what it may take) | ${(time / 5).toFixed(2)} |`);
row(`readiness over ${answers} answers, in WebAssembly`, median(exports.reckon_readiness));
row("cards made of as many answers, in WebAssembly", median(exports.reckon_cards));
row("questions that are due of these cards, in WebAssembly", median(exports.reckon_due));
