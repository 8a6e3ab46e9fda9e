/**
 * @file Overlap measures against numbers of others: BLEU by sacreBLEU 2.6.0 (tokenize="none", 22 November 2026), ROUGE-L by
 * the example of Lin's paper, token F1 by SQuAD's definition worked out by hand.
 */
import { describe, expect, test } from "vitest";
import { evalQuestion } from "../../contracts/cli";
import { overlapFigures } from "./overlap-figures";
import { corpusBleu, overlapTokens, rougeL, tokenF1 } from "./text-overlap";

const w = (text: string): string[] => text.split(" ");

test("words: no articles, no punctuation, numbers whole, Chinese by character", () => {
  expect(overlapTokens("The limit is €1,200.50 – a night's rate.")).toEqual(["limit", "is", "1,200.50", "night", "s", "rate"]);
  expect(overlapTokens("年假为26天。")).toEqual(["年", "假", "为", "26", "天"]);
});

test("token F1 counts each word as often as both have it", () => {
  // 3 shared of 5 and of 4: P = .6, R = .75, F1 = .9 / 1.35
  expect(tokenF1(w("26 days of annual leave"), w("26 days leave yearly"))).toBeCloseTo(2 / 3, 12);
  expect(tokenF1(w("days days"), w("days"))).toBeCloseTo(2 / 3, 12);
  expect(tokenF1([], w("x"))).toBe(0);
  expect(tokenF1([], [])).toBe(1);
});

test("ROUGE-L: the example of Lin 2004, section 3.1", () => {
  const reference = w("police killed the gunman");
  expect(rougeL(w("police kill the gunman"), reference)).toBeCloseTo(0.75, 12);
  expect(rougeL(w("the gunman kill police"), reference)).toBeCloseTo(0.5, 12);
  expect(rougeL(w("police"), reference)).toBeCloseTo(0.4, 12);
});

describe("corpus BLEU as sacreBLEU gives it", () => {
  test.each([
    ["one reference", [["you have 26 days of annual leave per calendar year", ["full-time employees have 26 days of annual leave per calendar year"]]], 0.796358031503278],
    ["two references, two answers", [["you have 26 days of leave", ["employees have 26 days of annual leave", "you get 26 days of leave"]], ["claims without receipt are not paid by us", ["claims without receipt are not paid"]]], 0.7282376575609848],
    ["orders without a match are smoothed", [["hotel limit is 140 euros", ["140 euros per night"]], ["5 days", ["up to 5 days"]]], 0.2277210132111386],
    ["short answers pay", [["26 days of leave", ["you have 26 days of leave in every year here"]]], 0.2231301601484299],
  ] as const)("%s", (_, pairs, expected) => expect(corpusBleu(pairs.map(([candidate, references]) => ({ candidate: w(candidate), references: references.map(w) })))).toBeCloseTo(expected, 9));

  test("nothing in common is 0", () => expect(corpusBleu([{ candidate: w("a b c d"), references: [w("e f g h")] }])).toBe(0));
});

describe("figures of a question file", () => {
  const judged = (id: string, answers: string[], answer: string, abstained = false) => ({
    question: evalQuestion.parse({ id, question: "q?", answerable: true, document: "a.md", quote: "x", answers }),
    detail: { id, abstained, confidence: 1, answer, citations: [], retrieved: [] },
    latencyMs: 1,
  });

  test("marks do not count, the best gold answer does, and abstaining is an empty answer", () => {
    const figures = overlapFigures([judged("1", ["thirty days", "26 days of leave"], "26 days of leave [1]."), judged("2", ["five days"], "five days", true), judged("3", [], "unasked")]);
    expect(figures.tokenF1).toBeCloseTo(0.5, 12);
    expect(figures.rougeL).toBeCloseTo(0.5, 12);
    expect(figures.bleu).toBeGreaterThan(0.5);
  });

  test("without gold answers there are no figures", () => expect(overlapFigures([judged("1", [], "x")])).toEqual({}));
});
