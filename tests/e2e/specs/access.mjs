// Every state of the tour: axe finds nothing in light, dark and forced colours from a small phone to a desk; what is
// pressed is large enough; and nothing is cut off or scrolls sideways, at 320 px, with text twice as large, and with the
// spacing of WCAG 1.4.12. CI looks at each state in three of its nine modes, all of which come up over the states;
// with ACCESS=all in the environment each state is looked at in all nine.

import assert from "node:assert/strict";
import { test } from "../harness.mjs";
import { isLarge, measureTargets, wanted } from "../measure.mjs";
import { states } from "../tour.mjs";

const WIDTHS = [320, 412, 1280];
const SCHEMES = {
  light: { colorScheme: "light", forcedColors: "none" },
  dark: { colorScheme: "dark", forcedColors: "none" },
  forced: { colorScheme: "light", forcedColors: "active" },
};
const MOST_HIGH = 3000;
const ALL = process.env.ACCESS === "all";

// Three modes that have every width and every scheme, another three for the next state: a Latin square.
const modesOf = (place) =>
  Object.keys(SCHEMES).flatMap((scheme, row) =>
    WIDTHS.filter((_, column) => ALL || column === (row + place) % WIDTHS.length).map((width) => ({ scheme, width })),
  );

// What the targets of each state came to.
const counted = new Map();

async function targets(page, state) {
  await page.setViewportSize({ width: 360, height: 740 });
  const found = await page.evaluate(measureTargets);
  const small = found.filter((target) => !target.inline && Math.min(target.width, target.height) < wanted.least);
  assert.deepEqual(small, [], "too small to be hit");
  counted.set(state.name, found.filter(({ inline }) => !inline));
}

async function axe(t, page, state, { scheme, width }) {
  await page.emulateMedia({ ...SCHEMES[scheme], reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 900 });
  // The window is as high as the page, so that nothing lies under the bars that stick to its edges; axe takes what is
  // covered for too small. A page of many windows is looked at from its end.
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(Math.max(whole, 900), MOST_HIGH) });
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  const except = state.unready ? ["page-has-heading-one"] : [];
  assert.deepEqual(await t.axe(page, { except }), [], `${scheme}, ${width} px`);
}

async function reflow(page) {
  await page.setViewportSize({ width: 320, height: 740 });
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const cutOff = async () => [...(await page.evaluate(findCutOff)), ...(await page.evaluate(findBeyond))];
  assert.equal(await tooWide(), 0, "wider than 320 px");
  assert.deepEqual(await cutOff(), [], "cut off at 320 px");
  // The policy admits no style that is added; the debugger's does not ask it.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { styleSheetId } = await session.send("CSS.createStyleSheet", { frameId: frameTree.frame.id });
  for (const [name, text] of Object.entries(LARGER)) {
    await session.send("CSS.setStyleSheetText", { styleSheetId, text });
    assert.equal(await tooWide(), 0, `wider than 320 px with ${name}`);
    assert.deepEqual(await cutOff(), [], `cut off with ${name}`);
  }
  await session.send("CSS.setStyleSheetText", { styleSheetId, text: "" });
  await session.detach();
}

const LARGER = {
  "text twice as large": "html { font-size: 200% !important }",
  "spacing of WCAG 1.4.12":
    "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }",
};

// Elements whose words do not fit and cannot be scrolled to.
function findCutOff() {
  const clips = (style) => [style.overflowX, style.overflowY].some((overflow) => ["hidden", "clip"].includes(overflow));
  return [...document.querySelectorAll("body *")].flatMap((element) => {
    const style = getComputedStyle(element);
    const isMeant = element.closest(".visually-hidden, .skip, [hidden], svg, .shell:not(.page *)") === element || style.clipPath !== "none";
    if (isMeant || !clips(style) || !element.checkVisibility()) return [];
    const words = document.createRange();
    words.selectNodeContents(element);
    const box = element.getBoundingClientRect();
    const over = [...words.getClientRects()].map((rect) =>
      Math.max(box.left - rect.left, rect.right - box.right, box.top - rect.top, rect.bottom - box.bottom),
    );
    return Math.max(0, ...over) > 1 ? [`${element.tagName}.${element.className}: ${Math.max(...over)} px over`] : [];
  });
}

// Words beyond the window's edge: the page clips what is wider, so that it does not scroll sideways.
function findBeyond() {
  const reached = (element) => element.closest(".visually-hidden, .skip, svg") || !element.checkVisibility() || scrolled(element);
  const scrolled = (element) =>
    element && (["auto", "scroll"].includes(getComputedStyle(element).overflowX) || scrolled(element.parentElement));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const found = new Set();
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    range.selectNodeContents(walker.currentNode);
    const { clientWidth } = document.documentElement;
    const isBeyond = [...range.getClientRects()].some(({ left, right, width }) => width && (left < -1 || right > clientWidth + 1));
    if (isBeyond && !reached(parentElement)) found.add(`${parentElement.tagName}.${parentElement.className}: ${data.slice(0, 60)}`);
  }
  return [...found];
}

for (const [place, state] of states.entries()) {
  test(`${state.name}: axe, targets, large text`, { timeout: 120_000 }, async (t) => {
    const page = await state.way(t);
    if (state.media) await page.emulateMedia({ media: "screen" });
    await targets(page, state);
    for (const mode of modesOf(place)) await axe(t, page, state, mode);
    await reflow(page);
  });
}

test("of what is pressed, 95 in 100 are 44 px and more, over all states", { timeout: 600_000 }, async (t) => {
  const all = [...counted.values()].flat();
  assert.equal(counted.size, states.length, "all states were measured before");
  const large = all.filter(isLarge);
  const share = large.length / all.length;
  const kinds = new Map();
  for (const { what, width, height } of all.filter((target) => !isLarge(target))) {
    kinds.set(what, [...(kinds.get(what) ?? []), `${width} × ${height}`]);
  }
  console.log(`       ${large.length} of ${all.length} targets, ${(share * 100).toFixed(1)} percent, are ${wanted.most} px and more`);
  for (const [what, sizes] of kinds) console.log(`       below: ${sizes.length} times ${what}, ${sizes[0]}`);
  assert.ok(share >= wanted.share, `${(share * 100).toFixed(1)} percent`);
});
