// A tab of the system's Firefox, through puppeteer-core and WebDriver BiDi: Playwright drives only a Firefox of its own.

import puppeteer from "puppeteer-core";
import { firefoxPath } from "./browser.mjs";

export async function openFirefox(origin) {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefoxPath() });
  const tab = await browser.newPage();
  const said = [];
  tab.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) said.push(`console: ${message.text()}`);
  });
  // What the page's policy refuses comes this way too.
  tab.on("pageerror", (error) => said.push(`page error: ${error?.stack ?? error}`));
  tab.on("request", (request) => {
    const asked = new URL(request.url());
    if (asked.protocol.startsWith("http") && asked.origin !== origin) said.push(`request: ${asked}`);
  });
  await tab.setViewport({ width: 1280, height: 800 });
  return {
    version: (await browser.version()).split("/").at(-1),
    goto: (address) => tab.goto(address),
    reload: () => tab.reload(),
    run: (expression) => tab.evaluate(expression),
    click: (x, y) => tab.mouse.click(x, y),
    press: (key) => tab.keyboard.press(key),
    said: async () => said,
    screenshot: () => tab.screenshot(),
    close: () => browser.close(),
  };
}
