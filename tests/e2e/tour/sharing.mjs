// The states of the pages of sharing.

import { SEED, go, heading, open, press, unfold } from "../ways.mjs";
import { PAPER, makeLinks, sendUnder, sitAndSend, sitPaper, write } from "../sharing.mjs";
import { state } from "./states.mjs";

const EXAM = `#/exam?bank=dva&guide=dva-c03&seed=${SEED}&n=5&min=none&title=Week%203&line=Bring%20your%20questions%20on%20Monday.`;
const WRONG = [["A standard queue"], ["A sender", "A courier"], ["The service"]];
const RIGHT = [["A FIFO queue"], ["A sender", "A receiver"], ["The service"]];

async function share(t) {
  const page = await open(t, "#/share");
  await heading(page, "Share an exam");
  await page.getByLabel("Title", { exact: true }).fill("Week 3");
  await page.getByLabel("A line from you").fill("Bring your questions on Monday.");
  return page;
}

async function paper(t, text) {
  const page = await open(t);
  await write(page, t, text);
  return page;
}

async function handedIn(t, chosen = WRONG) {
  const page = await paper(t);
  const links = await makeLinks(page);
  await sitPaper(page, t, links.assignment, chosen);
  await heading(page, "Handed in");
  return { page, links };
}

state("a link to share, with its QR code", async (t) => {
  const page = await share(t);
  await press(page, "Show a QR code");
  await page.getByRole("img", { name: "QR code of the address" }).waitFor();
  return page;
});

state("a link of questions chosen by hand", async (t) => {
  const page = await share(t);
  await page.getByRole("radio", { name: "Chosen by hand" }).check();
  await page.locator(".by-hand .plain-list button").first().click();
  await page.locator(".by-hand-questions input").first().waitFor();
  return page;
});

state("an exam link with words", async (t) => {
  const page = await open(t, EXAM);
  await heading(page, "Exam link");
  return page;
});

state("an exam link of an unknown bank", async (t) => {
  const page = await open(t, `${EXAM}&fp=00000000`);
  await page.getByText("does not know. The questions may differ").waitFor();
  return page;
});

state("a paper of one's own, nothing yet", async (t) => {
  const page = await open(t, "#/papers");
  await heading(page, "A paper of your own");
  return page;
});

state("a paper of one's own, something to mend", async (t) => {
  const page = await paper(t, `${PAPER}\n### A question without a key\n\n- [ ] one\n- [ ] other\n\nand words of no question\n`);
  await unfold(page, "How to write them");
  return page;
});

state("a paper of one's own, its links", async (t) => {
  const page = await paper(t);
  await makeLinks(page);
  return page;
});

state("a paper that was sent", async (t) => {
  const page = await paper(t);
  const { keyed } = await makeLinks(page);
  await go(page, t, keyed);
  await page.getByRole("button", { name: "Start the exam" }).waitFor();
  return page;
});

state("a code that was cut", async (t) => {
  const page = await paper(t);
  const { keyed } = await makeLinks(page);
  await go(page, t, keyed.slice(0, -20));
  await page.getByText("The code was cut").waitFor();
  return page;
});

state("an assignment, handed in", async (t) => {
  const { page } = await handedIn(t);
  await sendUnder(page, "Ada");
  return page;
});

state("answers without their key", async (t) => {
  const { page } = await handedIn(t);
  await go(page, t, await sendUnder(page, "Ada"));
  await page.getByText("paste the paper’s link with the key").waitFor();
  return page;
});

state("a result that was sent", async (t) => {
  const page = await open(t);
  await go(page, t, await sitAndSend(page, t, EXAM, "Grace", 5));
  await page.getByRole("heading", { name: "Result of Grace" }).waitFor();
  return page;
});

state("two results that were sent", async (t) => {
  const page = await open(t);
  const first = await sitAndSend(page, t, EXAM, "Grace", 5);
  await go(page, t, `${first}/${first.split("/").pop()}`);
  await page.getByRole("columnheader", { name: "First", exact: true }).first().waitFor();
  return page;
});

state("a class, nobody yet", async (t) => {
  const page = await open(t, "#/class");
  await heading(page, "A class");
  return page;
});

state("a class", async (t) => {
  const { page, links } = await handedIn(t);
  const codes = [await sendUnder(page, "Ada")];
  for (const [name, chosen] of [["Grace", RIGHT], ["Edsger", RIGHT], ["Barbara", WRONG]]) {
    await sitPaper(page, t, links.assignment, chosen);
    codes.push(await sendUnder(page, name));
  }
  await go(page, t, "#/class");
  await page.getByLabel("Links or codes").fill([...codes, links.keyed, "a1dAAAAAAAAAAAA"].join("\n"));
  await press(page, "Take in");
  await page.getByRole("heading", { name: "Who knows which domain" }).waitFor();
  return page;
});

state("a paper to be printed", async (t) => {
  const page = await open(t, EXAM.replace("#/exam", "#/print"));
  await page.getByRole("img", { name: "QR code of the address" }).first().waitFor();
  return page;
});

state("a paper, printed", async (t) => {
  const page = await open(t, EXAM.replace("#/exam", "#/print"));
  await page.getByRole("img", { name: "QR code of the address" }).first().waitFor();
  return page;
}, { media: "print" });
