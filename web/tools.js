// The worker of the second module: an order is the number of a tool and its input, in bytes; the answer is the output, or
// nothing when the tool could not be had or refused. The module is fetched once, checked, and kept as long as the worker.

let module = null;

// Not while it streams: a host that does not know the type of the file would be refused.
async function load(wasm, integrity) {
  const response = await fetch(wasm, { integrity, credentials: "same-origin" });
  return WebAssembly.instantiate(await response.arrayBuffer());
}

addEventListener("message", async ({ data: { wasm, integrity, turn, tool, input } }) => {
  let output = null;
  try {
    module ??= load(wasm, integrity);
    const { exports } = (await module).instance;
    const at = exports.reserve(input.length);
    new Uint8Array(exports.memory.buffer, at, input.length).set(input);
    const length = exports.run(tool);
    // All ones: refused.
    if (length >= 0) output = new Uint8Array(exports.memory.buffer, exports.output(), length).slice();
  } catch (error) {
    // It may be there the next time; and a module that failed is not used again.
    module = null;
    console.warn(`The tools could not be used: ${error}`);
  }
  postMessage({ turn, output }, output ? [output.buffer] : []);
});
