/** @file Answers: calibration follows the labels and gives way without them; the guards see wrong and withheld answers. */
import { describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import { logOdds, recalibrate } from "../../knowledge/retrieval/learned-ranking";
import { answerGuards } from "./answer-guards";
import { askedQuestions, isRight, type Ask, type AskedQuestion } from "./asked";
import { calibrateAnswers, fitCalibration, type JudgedAnswer } from "./calibrate";

/** Answers whose true chance of being right is the told confidence moved by `shift` in log-odds. */
function answers(count: number, shift: number, seed = 3): JudgedAnswer[] {
  const random = createRng(seed);
  return Array.from({ length: count }, (_, i) => {
    const confidence = 0.1 + 0.8 * random();
    return { group: `g${i}`, confidence, weight: 1, isRight: random() < recalibrate(confidence, { slope: 1, shift }) };
  });
}

describe("calibration", () => {
  it("is what ships without labels, and where confidence is right already", () => {
    expect(fitCalibration([])).toEqual({ slope: 1, shift: 0 });
    expect(calibrateAnswers(answers(300, 0)).calibration).toBeNull();
  });

  it("learns that answers are surer than they deserve, the more the more labels there are", () => {
    const [few, many] = [fitCalibration(answers(12, -1.5)), fitCalibration(answers(600, -1.5))];
    expect(many.shift).toBeLessThan(few.shift);
    expect(many.shift).toBeCloseTo(-1.5, 0);
    const learned = calibrateAnswers(answers(200, -1.5));
    expect(recalibrate(0.5, learned.calibration)).toBeLessThan(0.35);
    expect(learned.loss?.after).toBeLessThan(learned.loss?.before ?? 0);
  });

  it("is at the summit of what it maximises: neither neighbour fits better", () => {
    const rows = answers(60, -1);
    const fitted = fitCalibration(rows);
    const cost = (slope: number, shift: number): number => rows.reduce((sum, { confidence, isRight: right }) => sum - Math.log(right ? recalibrate(confidence, { slope, shift }) : 1 - recalibrate(confidence, { slope, shift })), 0) + (slope - 1) ** 2 / (2 * 0.3 ** 2) + shift ** 2 / (2 * 0.8 ** 2);
    for (const step of [-0.01, 0.01]) {
      expect(cost(fitted.slope + step, fitted.shift)).toBeGreaterThan(cost(fitted.slope, fitted.shift));
      expect(cost(fitted.slope, fitted.shift + step)).toBeGreaterThan(cost(fitted.slope, fitted.shift));
    }
  });

  it("fits nothing with too few, or only right ones", () => {
    expect(calibrateAnswers(answers(19, -2))).toMatchObject({ calibration: null, loss: null, questions: 19 });
    expect(calibrateAnswers(answers(100, 0).map((row) => ({ ...row, isRight: true })))).toMatchObject({ calibration: null, loss: null, wrong: 0 });
  });

  it("keeps the ends of confidence apart", () => {
    expect(recalibrate(0.3, null)).toBe(0.3);
    expect(recalibrate(1, { slope: 1, shift: 0 })).toBeCloseTo(1, 5);
    expect(logOdds(0)).toBeGreaterThan(-20);
  });
});

const question = (query: string, right: string[], wrong: string[] = []): AskedQuestion => ({ query, group: query, split: "test", weight: 1, right: new Set(right), wrong: new Set(wrong) });

describe("judging an answer", () => {
  it("is right by a quoted right passage, wrong by a judged one, unknown by one that nobody judged", () => {
    const given = (...quoted: string[]) => ({ confidence: 1, isAnswered: true, quoted, ms: 1 });
    const asked = question("q", ["a"], ["b"]);
    expect([isRight(asked, given("b", "a")), isRight(asked, given("b")), isRight(asked, given("c")), isRight(question("q", []), given("c"))]).toEqual([true, false, null, false]);
  });

  it("leaves out questions on which reviewers disagree whether anything answers them", () => {
    const pool = { query: "q", language: "en" as const, vector: Float32Array.of(1), candidates: [] };
    const judged = [{ id: "a", documentId: "d", vector: Float32Array.of(1), relevance: 1, weight: 1 }];
    const unanswerable = [{ query: "q", group: "q", split: "train" as const, weight: 1, vector: Float32Array.of(1) }];
    expect(askedQuestions([{ query: "q", group: "q", split: "train", pool, judged }], unanswerable)).toEqual([]);
    expect(askedQuestions([{ query: "p", group: "p", split: "train", pool, judged }], unanswerable).map(({ query, right }) => [query, right.size])).toEqual([["p", 1], ["q", 0]]);
  });
});

describe("guards", () => {
  const ranking = { version: "v", encoderVersion: "e", weights: { dense: 0, passageMemory: 0, documentMemory: 0, popularity: 0 }, familiarity: { low: 0, high: 1 }, adapter: null, memory: [{ query: new Float32Array(4), passage: new Float32Array(4), document: null, relevance: 1 }] };
  const test = Array.from({ length: 20 }, (_, i) => question(`q${i}`, i < 10 ? ["a"] : []));
  /** As shipped: answers the answerable only. */
  const asks = (challenger: (i: number) => boolean): Ask => (query, learned) => {
    const i = Number(query.slice(1));
    return Promise.resolve({ confidence: 0.5, isAnswered: learned ? challenger(i) : i < 10, quoted: ["a"], ms: learned ? 20 : 10 });
  };
  const held = async (challenger: (i: number) => boolean) => Object.fromEntries((await answerGuards(test, asks(challenger), { champion: null, challenger: ranking })).map(({ name, after, limit }) => [name, after <= limit]));

  it("hold for the same answers, and see wrong ones and withheld ones", async () => {
    expect(await held((i) => i < 10)).toEqual({ "wrong-answers": true, withheld: true, latency: true, size: true });
    expect(await held((i) => i < 13)).toMatchObject({ "wrong-answers": false, withheld: true });
    expect(await held((i) => i < 7)).toMatchObject({ "wrong-answers": true, withheld: false });
  });

  it("let wrong answers rise where right ones rise at least twice as much, and no further", async () => {
    // The champion gives eight of fourteen right answers; the challenger gives more, and answers where nothing does.
    const twenty = Array.from({ length: 20 }, (_, i) => question(`q${i}`, i < 14 ? ["a"] : []));
    const wrongAfter = async (given: (i: number) => boolean) => {
      const ask: Ask = (query, learned) => Promise.resolve({ confidence: 0.5, isAnswered: learned ? given(Number(query.slice(1))) : Number(query.slice(1)) < 8, quoted: ["a"], ms: 1 });
      return (await answerGuards(twenty, ask, { champion: null, challenger: ranking }))[0];
    };
    const [earned, unearned] = [await wrongAfter((i) => i < 18), await wrongAfter((i) => i < 10 || i >= 17)];
    expect(earned).toMatchObject({ name: "wrong-answers", before: 0, after: 0.2 });
    expect(earned?.limit).toBeCloseTo(0.05 + 0.3 / 2, 6);
    expect(earned && earned.after <= earned.limit).toBe(true);
    expect(unearned).toMatchObject({ before: 0, after: 0.15 });
    expect(unearned && unearned.after > unearned.limit).toBe(true);
  });

  it("say only the size with a handful of questions", async () => {
    const few = await answerGuards(test.slice(0, 5), asks(() => true), { champion: null, challenger: ranking });
    expect(few).toEqual([{ name: "size", before: 0, after: 32, limit: 32 * 2 ** 20 }]);
  });

  it("count an encoder's trained layers with the version that brings or keeps them", async () => {
    const size = async (layers: { champion: number; challenger: number }) => (await answerGuards([], asks(() => true), { champion: ranking, challenger: { ...ranking, centre: new Float32Array(4), intent: { bias: 0, direction: new Float32Array(4) } } }, layers))[0];
    expect(await size({ champion: 3_000_000, challenger: 3_200_000 })).toMatchObject({ before: 3_000_032, after: 3_200_064 });
    const tooLarge = await size({ champion: 0, challenger: 32 * 2 ** 20 });
    expect(tooLarge?.after).toBeGreaterThan(tooLarge?.limit ?? Infinity);
  });
});
