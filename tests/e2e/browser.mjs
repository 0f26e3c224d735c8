// Where the system's Chromium is, and how it is started.

import { existsSync } from "node:fs";

// The binary first: Debian's /usr/bin/chromium is a shell wrapper.
const PLACES = [
  "/usr/lib/chromium/chromium",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export function chromiumPath() {
  const named = process.env.CHROMIUM;
  if (named && !existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`);
  const found = named ?? PLACES.find((place) => existsSync(place));
  if (found) return found;
  throw new Error("No Chromium was found. Install it (Debian: apt-get install chromium), or name its binary in the variable CHROMIUM.");
}

// Nothing here weakens what is tested: the sandbox cannot start as root, and the rest keeps the browser itself quiet.
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
