// As much of Playwright's page as a whole exam needs, over a browser that Playwright cannot drive, so that exam.mjs works
// there as it is. A tab need only: goto(address), reload(), run(expression), click(x, y) and press(key).

const ROLES = { button: "button", dialog: "dialog[open]", timer: "[role=timer]" };
const PATIENCE = 20_000;
const MOMENT = 20;

const written = (value) => JSON.stringify(value) ?? "undefined";

export class Page {
  #tab;
  keyboard = { press: (key) => this.#tab.press(key === "Space" ? " " : key) };

  constructor(tab) {
    this.#tab = tab;
  }

  goto = (address) => this.#tab.goto(address);
  reload = () => this.#tab.reload();
  click = ([x, y]) => this.#tab.click(x, y);
  evaluate = (act, argument) => this.#tab.run(`(${act})(${written(argument)})`);
  locator = (css) => new Locator(this, [{ css }]);
  getByRole = (role, options) => new Locator(this, []).getByRole(role, options);

  waitForFunction(look, argument) {
    return this.until(`(${look})(${written(argument)})`, String(look));
  }

  // Waits in the page until the expression is true, or no null, and twice the same: then nothing moves any more.
  async until(expression, what) {
    const seen = await this.#tab.run(`(${untilSteady})(() => ${expression}, ${PATIENCE}, ${MOMENT})`);
    if (seen) return seen;
    const words = await this.evaluate(() => document.body.innerText.slice(0, 400));
    throw new Error(`not after ${PATIENCE} ms: ${what}\nThe page reads: ${words}`);
  }
}

// Finds what is shown, anew for every act.
class Locator {
  #page;
  #steps;

  constructor(page, steps) {
    this.#page = page;
    this.#steps = steps;
  }

  #then = (step) => new Locator(this.#page, [...this.#steps, step]);
  locator = (css) => this.#then({ css });
  nth = (at) => this.#then({ at });
  first = () => this.nth(0);
  last = () => this.nth(-1);

  getByRole(role, { name = "", exact = false, level } = {}) {
    const css = role === "heading" ? `h${level}` : ROLES[role];
    if (!css) throw new Error(`page.mjs knows no role ${role}`);
    const named = name instanceof RegExp ? { pattern: name.source } : { name, exact };
    return this.#then({ css, ...named });
  }

  evaluateAll = (act, argument) => this.#page.evaluate(`(argument) => (${act})(${this.#found}, argument)`, argument);
  allInnerTexts = () => this.evaluateAll((all) => all.map((one) => one.innerText));
  count = () => this.evaluateAll((all) => all.length);

  async waitFor() {
    await this.#page.until(`${this.#found}.length > 0`, this.#words);
  }

  async innerText() {
    await this.waitFor();
    return (await this.allInnerTexts())[0];
  }

  // Where it stands is clicked, as a hand would, once nothing lies over it.
  async click() {
    await this.#page.click(await this.#page.until(`(${openPoint})(${this.#found}[0])`, `${this.#words}, to be clicked`));
  }

  async check() {
    const isChecked = `${this.#found}[0]?.checked`;
    await this.waitFor();
    if (!(await this.#page.evaluate(`() => ${isChecked}`))) await this.click();
    await this.#page.until(isChecked, `${this.#words}, checked`);
  }

  get #found() {
    return `(${find})(${written(this.#steps)})`;
  }

  get #words() {
    return written(this.#steps);
  }
}

// ---- Inside the page ----

function find(steps) {
  const words = (element) => (element.getAttribute("aria-label") ?? element.innerText).replace(/\s+/g, " ").trim();
  const fits = (element, { name = "", exact, pattern }) => {
    if (pattern) return new RegExp(pattern).test(words(element));
    return exact ? words(element) === name : words(element).toLowerCase().includes(name.toLowerCase());
  };
  let found = [document];
  for (const step of steps) {
    if ("at" in step) found = found.slice(step.at).slice(0, 1);
    else found = found.flatMap((one) => [...one.querySelectorAll(step.css)]).filter((one) => one.checkVisibility() && fits(one, step));
  }
  return found;
}

function openPoint(element) {
  if (!element || element.disabled) return null;
  element.scrollIntoView({ block: "center", behavior: "instant" });
  const { left, top, width, height } = element.getBoundingClientRect();
  const point = [left + width / 2, top + height / 2].map(Math.round);
  const hit = document.elementFromPoint(...point);
  return element.contains(hit) || (hit && hit.closest("label")?.control === element) ? point : null;
}

function untilSteady(look, patience, moment) {
  const late = performance.now() + patience;
  return new Promise((done) => {
    const turn = (before) => {
      const seen = look();
      if ((seen && JSON.stringify(seen) === JSON.stringify(before)) || performance.now() > late) done(seen || null);
      else setTimeout(turn, moment, seen);
    };
    turn();
  });
}
