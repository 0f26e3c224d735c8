// A static host as a stranger would have it: folders under a path, plain file types, no special header, no fallback page.
// It can be killed and started again on its port, and made to fail, so that offline and half-deployed are real.

import { createHash } from "node:crypto";
import { EventEmitter, once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
};

export class StaticServer {
  #mounts = new Map();
  #faults = new Map();
  #server = null;
  #port = 0;
  #asked = new EventEmitter();
  #packed = new Map();
  requests = [];

  // With `compress`, texts and WebAssembly go out in brotli, as good hosts send them.
  static async start(mounts, { compress = false } = {}) {
    const server = new StaticServer();
    server.compress = compress;
    for (const [prefix, folder] of Object.entries(mounts)) server.mount(prefix, folder);
    await server.listen();
    return server;
  }

  // Serves `folder` under `prefix` ("/any/folder/"); a second call for the same prefix is a deploy.
  mount(prefix, folder) {
    this.#mounts.set(prefix, folder);
  }

  // `fault` answers a request instead of the file: { status }, { body } with the right status, { type } or { stall: true }.
  breakFile(path, fault) {
    this.#faults.set(path, fault);
  }

  repair() {
    this.#faults.clear();
  }

  get origin() {
    return `http://127.0.0.1:${this.#port}`;
  }

  async listen() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch((error) => response.destroy(error));
    });
    await new Promise((ready, failed) => {
      this.#server.once("error", failed);
      this.#server.listen(this.#port, "127.0.0.1", ready);
    });
    this.#port = this.#server.address().port;
  }

  // Waits for a request of `path` that comes after the first `since` requests.
  async sees(path, since = 0) {
    while (!this.requests.slice(since).includes(path)) await once(this.#asked, "request");
  }

  // As a pulled plug: open connections end too.
  async kill() {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    const closed = new Promise((done) => server.close(done));
    server.closeAllConnections();
    await closed;
  }

  async #answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, this.origin).pathname);
    this.requests.push(path);
    this.#asked.emit("request", path);
    const fault = this.#faults.get(path);
    if (fault?.stall) return;
    if (fault?.status) return send(response, fault.status, "text/plain; charset=utf-8", `broken on purpose: ${path}`);
    const found = this.#find(path);
    if (found.moved) {
      response.writeHead(301, { location: found.moved }).end();
      return;
    }
    const body = fault?.body ?? (found.file && (await readFile(found.file).catch(() => null)));
    if (body === null || body === undefined) return send(response, 404, TYPES[".txt"], `There is no ${path}`);
    const type = fault?.type ?? TYPES[extname(found.file)] ?? "application/octet-stream";
    const tag = `"${createHash("sha256").update(body).digest("hex").slice(0, 16)}"`;
    if (request.headers["if-none-match"] === tag) {
      response.writeHead(304, { etag: tag, "cache-control": "no-cache" }).end();
      return;
    }
    // no-cache: with the server dead, nothing can come from the HTTP cache and be taken for the installed copy.
    const headers = { etag: tag, "cache-control": "no-cache" };
    if (!this.compress) return send(response, 200, type, body, headers);
    this.#packed.set(tag, this.#packed.get(tag) ?? brotliCompressSync(body));
    send(response, 200, type, this.#packed.get(tag), { ...headers, "content-encoding": "br" });
  }

  #find(path) {
    if (this.#mounts.has(`${path}/`)) return { moved: `${path}/` };
    // The longest prefix wins, so that a folder may lie inside another mount.
    const prefixes = [...this.#mounts.keys()].filter((prefix) => path.startsWith(prefix));
    const prefix = prefixes.sort((a, b) => b.length - a.length)[0];
    if (!prefix) return {};
    const inside = normalize(path.slice(prefix.length) || "index.html");
    if (inside.startsWith("..") || inside.includes("\0")) return {};
    return { file: join(this.#mounts.get(prefix), inside.endsWith("/") ? `${inside}index.html` : inside) };
  }
}

function send(response, status, type, body, headers = {}) {
  response.writeHead(status, { "content-type": type, "content-length": Buffer.byteLength(body), ...headers });
  response.end(body);
}
