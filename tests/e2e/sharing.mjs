// The ways of a teacher and of those who get a link: papers, results and codes, as they go from one browser to another.

import { answer, handIn as handInResult, onQuestion } from "./exam.mjs";
import { go, heading, press } from "./ways.mjs";

export const PAPER = `# Queues and keys

## Queues

### Which queue keeps the order of its messages?

- [ ] A standard queue
  > It may deliver out of order.
- [x] A FIFO queue
  > First in, first out.
- [ ] A dead-letter queue
  > It keeps what failed.

> FIFO stands for first in, first out.

### Which two ends does a message have? (Choose TWO)

- [x] A sender
- [x] A receiver
- [ ] A broker of brokers
- [ ] A courier

## Keys

### What does a KMS key never leave?

- [ ] The page
- [x] The service
- [ ] The log
`;

// The text of the fields that hold an address.
export const addresses = async (page) => page.locator("input.address").evaluateAll((all) => all.map((one) => one.value));
export const fragment = (address) => address.slice(address.indexOf("#"));

// Types a paper, and waits until it was read.
export async function write(page, t, text = PAPER) {
  await go(page, t, "#/papers");
  await heading(page, "A paper of your own");
  await page.getByLabel("Questions", { exact: true }).fill(text);
  await page.getByText(/questions? can be asked/).waitFor();
}

// The links of a paper: with its key, and without.
export async function makeLinks(page) {
  await press(page, "Make the links");
  await page.getByRole("heading", { name: "The assignment, without its key" }).waitFor();
  const [keyed, assignment] = (await addresses(page)).map(fragment);
  return { keyed, assignment };
}

async function handIn(page) {
  await press(page, "Review");
  await press(page, "Hand in");
  await page.getByRole("dialog").getByRole("button", { name: "Yes, hand in" }).click();
  await page.locator("section.result").waitFor();
}

// Opens a paper and sits it: at each question the first of its options that are `chosen`, by their words.
export async function sitPaper(page, t, hash, chosen) {
  await go(page, t, hash);
  await heading(page, "A paper that was sent");
  await press(page, "Start the exam");
  for (const [place, words] of chosen.entries()) {
    await onQuestion(page, place + 1);
    for (const word of words) await page.locator("fieldset.options").getByText(word, { exact: true }).click();
    if (place + 1 < chosen.length) await press(page, "Next");
  }
  await handIn(page);
}

// The link of the result or the answers that are shown, under a name.
export async function sendUnder(page, name) {
  await page.getByLabel("Name or nickname").fill(name);
  await press(page, "Make the link");
  await page.locator("input.address").waitFor();
  const [address] = await addresses(page);
  return fragment(address);
}

// Sits the exam of a link, answers `right` of its questions by their first option, and sends the result under a name.
export async function sitAndSend(page, t, hash, name, questions) {
  await go(page, t, hash);
  await heading(page, "Exam link");
  await press(page, "Start the exam");
  for (let number = 1; number <= questions; number += 1) {
    await onQuestion(page, number);
    await answer(page, number);
    if (number < questions) await press(page, "Next");
  }
  await handInResult(page);
  return sendUnder(page, name);
}

