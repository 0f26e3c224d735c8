// How large what is pressed is. WCAG 2.5.8 wants 24 px, or a link inside a sentence; this app wants 44 for nearly all.

export const wanted = { least: 24, most: 44, share: 0.95 };
export const isLarge = ({ width, height }) => Math.min(width, height) >= wanted.most;

// Runs in the page: every element that can be pressed, with the box that takes the press. A field that fills its label's
// row is pressed by the row; what is hidden, disabled or under a dialog is no target.
export function measureTargets() {
  const modal = document.querySelector("dialog[open]") ?? document.querySelector("[role=alertdialog]:not([hidden])");
  const round = (length) => Math.round(length * 10) / 10;
  const all = (modal ?? document).querySelectorAll("a[href], button, input, textarea, select, summary, [role=button], [tabindex='0']");
  return [...all].flatMap((element) => {
    if (element.disabled || !element.checkVisibility({ visibilityProperty: true }) || element.closest("[inert]")) return [];
    // A box that only scrolls is not pressed.
    if (element.matches(".scroll")) return [];
    const style = getComputedStyle(element);
    if (element.matches(".skip:not(:focus)")) return [];
    const boxes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect());
    const widest = boxes.reduce((one, other) => (other.width * other.height > one.width * one.height ? other : one));
    const block = element.parentElement.closest("p, li, dd, td, th, div");
    const inline = element.matches("a") && style.display === "inline" && block.innerText.trim() !== element.innerText.trim();
    const what = `${element.tagName.toLowerCase()}${element.className ? `.${String(element.className).replace(/ /g, ".")}` : ""}`;
    return [{ what, words: (element.ariaLabel ?? element.innerText ?? "").slice(0, 40), width: round(widest.width), height: round(widest.height), inline }];
  });
}
