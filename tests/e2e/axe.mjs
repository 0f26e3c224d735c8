// Runs axe-core on a page. The content policy refuses added scripts, and it stays in force: the source is evaluated by the
// debugger in a world of its own, which sees the same document and leaves the page's own globals alone.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

// The violations, each a line: rule, target, what to do. An empty list is a pass.
// `except` names rules that do not hold for this page.
export async function runAxe(page, { tags = TAGS, except = [] } = {}) {
  const session = await page.context().newCDPSession(page);
  try {
    const { frameTree } = await session.send("Page.getFrameTree");
    const { executionContextId: contextId } = await session.send("Page.createIsolatedWorld", {
      frameId: frameTree.frame.id,
      worldName: "axe",
    });
    await evaluate(session, { contextId, expression: source });
    const run = `axe.run(document, ${JSON.stringify({ runOnly: tags, resultTypes: ["violations"], rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])) })})
      .then(({ violations, passes }) => ({ violations, checked: passes.length }))`;
    const { violations, checked } = await evaluate(session, { contextId, expression: run, awaitPromise: true, returnByValue: true });
    if (!checked) throw new Error("axe checked nothing");
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id} at ${node.target.join(" ")}: ${node.failureSummary.replace(/\s+/g, " ")}`),
    );
  } finally {
    await session.detach();
  }
}

async function evaluate(session, request) {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", request);
  if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return result.value;
}
