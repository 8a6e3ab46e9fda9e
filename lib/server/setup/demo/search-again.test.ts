/** @file What is searched for after a removal: the document's own sentences, not what somebody else wrote word for word. */
import { expect, test } from "vitest";
import type { Services } from "../../services";
import { onlyIn, sampleSentences, searchAgain } from "./search-again";

type Held = { documentId: string; text: string };
const withPassages = (held: readonly Held[]) =>
  ({ readSide: { knowledge: { retrieve: () => Promise.resolve({ passages: held.map((passage) => ({ passage })) }) } } }) as unknown as Services;
const SHARED = "Prepared public tenders for waterways of all kinds";
const OWN = "Kept the bid library of five regional frameworks";
const mine: Held = { documentId: "a", text: `- ${SHARED}\n- ${OWN}` };
const another: Held = { documentId: "b", text: `Before that:\n- ${SHARED}` };

test("a sentence that another document holds too is not asked for; one's own is, and is found while it is there", async () => {
  const sentences = sampleSentences([mine], 5).map((sentence) => sentence.replace("- ", ""));
  expect(sentences.sort()).toEqual([OWN, SHARED]);
  const own = await onlyIn(withPassages([mine, another]), "a" as never, sentences);
  expect(own).toEqual([OWN]);
  expect(await searchAgain(withPassages([mine, another]), own)).toBe(1);
  expect(await searchAgain(withPassages([another]), own)).toBe(0);
  // What was asked before: every applicant who wrote the same line looked like a trace that was left.
  expect(await searchAgain(withPassages([another]), sentences)).toBe(1);
});

test("one sentence of each passage unless more are asked for", () => {
  expect(sampleSentences([mine])).toHaveLength(1);
});
