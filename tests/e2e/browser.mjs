// Where the system's browsers are, and how Chromium is started.

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

export const chromiumPath = () => programPath("CHROMIUM", PLACES, "chromium");
export const firefoxPath = () => programPath("FIREFOX", ["/usr/bin/firefox-esr", "/usr/bin/firefox"], "firefox-esr");
export const webkitDriverPath = () => programPath("WEBKITDRIVER", ["/usr/bin/WebKitWebDriver"], "webkit2gtk-driver");
export const screenPath = () => programPath("XVFB", ["/usr/bin/Xvfb"], "xvfb");

// A program that a variable names, or that lies where systems put it.
function programPath(variable, places, debian) {
  const named = process.env[variable];
  if (named && !existsSync(named)) throw new Error(`${variable} names ${named}, which does not exist.`);
  const found = named ?? places.find((place) => existsSync(place));
  if (found) return found;
  throw new Error(`None of ${places.join(", ")} is there. Install it (Debian: apt-get install ${debian}), or name it in the variable ${variable}.`);
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
