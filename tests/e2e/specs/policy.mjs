// The content policy, tried from inside the page: everything that would run or reach what the page does not name is refused.

import assert from "node:assert/strict";
import { listen, test } from "../harness.mjs";

// Runs `act` in a timer of the page, and tells the name of what it threw, or "done". What the debugger itself evaluates is
// exempt from some rules; what a timer runs is not.
function inTask(page, act, argument = null) {
  return page.evaluate(`new Promise((tell) => setTimeout(async () => {
    try {
      await (${act})(${JSON.stringify(argument)});
      tell("done");
    } catch (error) {
      tell(error.name);
    }
  }))`);
}

// Resolves when the page has reported a violation; call it before the act.
function violation(page) {
  return page.evaluate(
    () => new Promise((done) => document.addEventListener("securitypolicyviolation", () => setTimeout(done), { once: true })),
  );
}

const ACTS = {
  "innerHTML": [() => (document.createElement("div").innerHTML = "<b>x</b>"), "TypeError", /require-trusted-types-for .*innerHTML/],
  "outerHTML": [() => (document.getElementById("app").firstElementChild.outerHTML = "<b>x</b>"), "TypeError", /outerHTML/],
  "insertAdjacentHTML": [() => document.body.insertAdjacentHTML("beforeend", "<b>x</b>"), "TypeError", /insertAdjacentHTML/],
  "document.write": [() => document.write("<b>x</b>"), "TypeError", /document ?write/i],
  "DOMParser": [() => new DOMParser().parseFromString("<b>x</b>", "text/html"), "TypeError", /DOMParser/],
  "a script's text": [() => (document.createElement("script").text = "globalThis.ran = 1"), "TypeError", /HTMLScriptElement/],
  "a script's address": [() => (document.createElement("script").src = "other.js"), "TypeError", /HTMLScriptElement/],
  "a service worker by text": [() => navigator.serviceWorker.register("other.js"), "TypeError", /ServiceWorker/],
  "the right worker by text": [() => navigator.serviceWorker.register("sw.js"), "TypeError", /ServiceWorker/],
  "a worker by text": [() => new Worker("other.js"), "TypeError", /Worker/],
  "a second policy": [() => trustedTypes.createPolicy("other", {}), "TypeError", /trusted-types/],
  "the policy's name again": [() => trustedTypes.createPolicy("boot", {}), "TypeError", /trusted-types/],
  "a default policy": [() => trustedTypes.createPolicy("default", {}), "TypeError", /trusted-types/],
  "eval": [() => (0, eval)("1"), "EvalError", /eval|require-trusted-types-for/],
  "new Function": [() => new Function("return 1")(), "EvalError", /eval|require-trusted-types-for/],
};
for (const [name, [act, thrown, violation]] of Object.entries(ACTS)) {
  test(`${name} is refused`, async (t) => {
    t.allow("violation", violation);
    t.allow("console", /Content Security Policy|Trusted|This document requires/i, { optional: true });
    const page = await t.openApp();
    assert.equal(await inTask(page, act), thrown);
  });
}

test("the one policy makes the addresses of the two workers and nothing else", async (t) => {
  await t.context.addInitScript(() => {
    if (!globalThis.trustedTypes) return;
    const { createPolicy } = TrustedTypePolicyFactory.prototype;
    TrustedTypePolicyFactory.prototype.createPolicy = function (...rules) {
      return (globalThis.policy = createPolicy.apply(this, rules));
    };
  });
  const page = await t.openApp();
  const worker = `${t.url}sw.js`;
  const tools = new URL(t.files.find((address) => /tools-[0-9a-f]+\.js$/.test(address)), t.url).href;
  const makes = (address) => inTask(page, `(address) => { if (String(policy.createScriptURL(address)) !== address) throw Error() }`, address);
  for (const address of [worker, tools]) assert.equal(await makes(address), "done");
  const others = ["sw.js", "./sw.js", `${worker}?x`, `${worker}#x`, `${t.url}boot.js`, `${t.url}tools.js`, `${tools}?x`, `${t.server.origin}/sw.js`, "data:text/javascript,1", "https://example.org/sw.js", ""];
  for (const address of others) assert.equal(await makes(address), "TypeError", address);
  assert.equal(await inTask(page, () => policy.createHTML("<b>x</b>")), "TypeError");
  assert.equal(await inTask(page, () => policy.createScript("1")), "TypeError");
});

// Where an act could be stopped by either rule, the browser names the one that it meets first.
const INLINE = {
  "script": () => {
    const script = document.createElement("script");
    script.append(document.createTextNode("globalThis.ran = true"));
    document.body.append(script);
  },
  "handler": () => {
    const button = document.createElement("button");
    button.setAttribute("onclick", "globalThis.ran = true");
    document.body.append(button);
    button.click();
  },
  "script address": () => {
    const link = Object.assign(document.createElement("a"), { href: "javascript:globalThis.ran = true" });
    document.body.append(link);
    link.click();
  },
};
for (const [name, act] of Object.entries(INLINE)) {
  test(`an inline ${name} does not run`, async (t) => {
    t.allow("violation", /^(script-src\S* inline|require-trusted-types-for)/);
    t.allow("console", /Content Security Policy|Trusted|This document requires/i, { optional: true });
    const page = await t.openApp();
    const seen = violation(page);
    await inTask(page, act);
    await seen;
    assert.equal(await page.evaluate(() => globalThis.ran), undefined);
  });
}

test("an inline style does not apply", async (t) => {
  t.allow("violation", /style-src-attr inline/);
  t.allow("console", /Content Security Policy/);
  const page = await t.openApp();
  await inTask(page, () => document.body.setAttribute("style", "opacity: 0.5"));
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).opacity), "1");
});

// Every road to another origin, and the directive that closes it.
const ROADS = {
  "fetch": [(origin) => fetch(`${origin}/x`), /connect-src/],
  "sendBeacon": [(origin) => navigator.sendBeacon(`${origin}/x`, "x"), /connect-src/],
  "WebSocket": [(origin) => new WebSocket(`${origin.replace("http", "ws")}/x`), /connect-src/],
  "EventSource": [(origin) => new EventSource(`${origin}/x`), /connect-src/],
  "import": [(origin) => import(`${origin}/x.js`), /script-src/],
  "an image": [(origin) => document.body.append(Object.assign(new Image(), { src: `${origin}/x.png` })), /img-src/],
  "a frame": [(origin) => document.body.append(Object.assign(document.createElement("iframe"), { src: `${origin}/x` })), /frame-src/],
  "a style sheet": [(origin) => document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: `${origin}/x.css` })), /style-src/],
  "a form": [
    (origin) => {
      const form = Object.assign(document.createElement("form"), { action: `${origin}/x` });
      document.body.append(form);
      form.submit();
    },
    /form-action/,
  ],
};
for (const [name, [act, directive]] of Object.entries(ROADS)) {
  test(`another origin is not reached by ${name}`, async (t) => {
    const reached = [];
    const origin = await listen(t, (request, response) => {
      reached.push(request.url);
      response.writeHead(200, { "access-control-allow-origin": "*" }).end();
    });
    t.allow("violation", directive);
    t.allow("console", /Content Security Policy|Refused|violates/i, { optional: true });
    t.allow("request", new RegExp(`^${origin}/`), { optional: true });
    const page = await t.openApp();
    const seen = violation(page);
    await inTask(page, act, origin);
    await seen;
    assert.deepEqual(reached, []);
  });
}

test("inside another site's frame nothing is installed and no exam is sat", async (t) => {
  const origin = await listen(t, (_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><title>x</title><iframe src="${t.url}"></iframe>`);
  });
  t.allow("request", new RegExp(`^${origin}/`));
  t.allow("console", /Failed to load resource/, { optional: true });
  const page = await t.context.newPage();
  await page.goto(origin);
  const framed = page.frameLocator("iframe");
  await framed.locator("html[data-app=started][data-offline=unavailable]").waitFor({ state: "attached" });
  await framed.getByText("Another site shows this page inside its own.").waitFor();
  assert.ok(await framed.getByRole("button", { name: "Try 5 now" }).isDisabled(), "and no exam is sat");
  assert.ok(!t.server.requests.includes(`${t.prefix}sw.js`));
});
