// A browser that can be killed as the system kills one: all its processes at once, with no time to write anything.

import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { CHROMIUM_ARGS, chromiumPath } from "./browser.mjs";

export class Killable {
  static async start(folder) {
    const args = [...CHROMIUM_ARGS, "--headless=new", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"];
    // A group of its own, so that the signal reaches every process of it.
    const process = spawn(chromiumPath(), args, { detached: true, stdio: ["ignore", "ignore", "pipe"] });
    const gone = new Promise((done) => process.once("exit", done));
    const address = await new Promise((found, failed) => {
      let said = "";
      process.stderr.on("data", (data) => {
        said += data;
        const line = /DevTools listening on (ws:\S+)/.exec(said);
        if (line) found(line[1]);
      });
      gone.then(() => failed(new Error(`Chromium did not start:\n${said}`)));
    });
    const browser = await chromium.connectOverCDP(address);
    return Object.assign(new Killable(), { process, gone, browser, context: browser.contexts()[0] });
  }

  async kill() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    process.kill(-this.process.pid, "SIGKILL");
    await this.gone;
  }
}

// A folder for a profile, removed when the test ends.
export async function profileFolder(trial) {
  const folder = await mkdtemp(join(tmpdir(), "invigil-killed-"));
  trial.cleanup(() => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  return folder;
}
