/** @file Gate: the randomisation test against counting by hand, and each verdict with its reasons. */
import { describe, expect, it } from "vitest";
import { judgeChallenger, type GeneralPair, type RankedPair } from "./gate";
import { differencesByGroup, pairedTest } from "./paired-test";

describe("paired test", () => {
  it("counts sign patterns: five wins of five is 2 of 32", () => {
    expect(pairedTest([1, 1, 1, 1, 1])).toMatchObject({ p: 2 / 32, isExact: true, mean: 1, n: 5 });
    // 4 wins, 1 loss: |sum| ≥ 3 in 2 · (1 + 5) of 32 patterns.
    expect(pairedTest([1, 1, 1, 1, -1, 0, 0]).p).toBeCloseTo(12 / 32, 12);
  });

  it("samples where there are too many, close to the exact value, and repeats by seed", () => {
    const many = Array.from({ length: 40 }, (_, i) => (i < 28 ? 1 : -1));
    const { p, isExact } = pairedTest(many);
    // Binomial(40, ½): P(≥ 28 or ≤ 12) = 0.0166.
    expect([isExact, Math.abs(p - 0.0166) < 0.005, pairedTest(many).p]).toEqual([false, true, p]);
  });

  it("says nothing where nothing differs, and how many would settle it where something does", () => {
    expect(pairedTest([0, 0, 0])).toMatchObject({ p: 1, neededN: null, mean: 0 });
    const { neededN, smallestDetectable, mean } = pairedTest([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(mean).toBe(0.1);
    // sd .316: (2.80 · .316 / .1)² = 78.5; 2.80 · .316 / √10 = .280.
    expect([neededN, Number(smallestDetectable.toFixed(2))]).toEqual([79, 0.28]);
  });

  it("lets paraphrases count once, and heavy labels more", () => {
    expect(differencesByGroup([{ group: "a", before: 0, after: 1 }, { group: "b", before: 0, after: 0, weight: 3 }])).toEqual([0.5, 0]);
  });
});

const own = (count: number, after: (i: number) => number, before: (i: number) => number = () => 2): RankedPair[] => Array.from({ length: count }, (_, i) => ({ group: `q${i}`, before: before(i), after: after(i) }));
const general = (count: number, after: (i: number) => number): GeneralPair[] => Array.from({ length: count }, (_, i) => ({ group: `g${i}`, before: 1, after: after(i), slices: [i % 2 ? "en" : "zh"] }));
const kept = general(1000, () => 1);
const codes = (report: ReturnType<typeof judgeChallenger>): string[] => report.reasons.map(({ code }) => code);

describe("verdicts", () => {
  it("better: proved on the own test, general questions kept", () => {
    const report = judgeChallenger({ own: own(60, (i) => (i < 15 ? 1 : 2)), general: kept });
    expect([report.verdict, codes(report)]).toEqual(["better", ["own-better", "general-kept"]]);
    expect(report.own.hit1).toMatchObject({ before: 0, after: 0.25 });
  });

  it("provisional: better so far, with the number that would settle it, in both languages", () => {
    const report = judgeChallenger({ own: own(60, (i) => (i < 4 ? 1 : i < 6 ? 3 : 2)), general: kept });
    expect([report.verdict, codes(report)[0]]).toEqual(["provisional", "own-unsure"]);
    expect(report.reasons[0]?.en).toContain(`about ${report.own.reciprocalRank.result.neededN} questions`);
    expect(report.reasons[0]?.zh).toMatch(/不能排除偶然/);
  });

  it("provisional: too few questions of one's own, whatever p", () => {
    expect(codes(judgeChallenger({ own: own(10, () => 1), general: kept }))).toContain("own-few");
  });

  it("says which parts are too small to be shown within the margin, and does not hold it against the version", () => {
    // Of 60 Chinese questions one loses: its part may be worse by more than a point, and nobody can tell.
    const parts = general(1000, (i) => (i === 0 ? 2 : 1)).map((row, i) => ({ ...row, slices: [i < 60 ? "zh" : "en"] }));
    const report = judgeChallenger({ own: own(60, (i) => (i < 15 ? 1 : 2)), general: parts });
    expect([report.verdict, codes(report)]).toEqual(["better", ["own-better", "general-kept", "slices-unsure"]]);
    const [told] = report.reasons.filter(({ code }) => code === "slices-unsure");
    expect(told).toMatchObject({ isAgainst: false, en: expect.stringMatching(/lower bounds: in Chinese −\d+\.\d \(n 60\)\.$/), zh: expect.stringMatching(/中文 −/) });
  });

  it("refused: worse, unchanged, untested", () => {
    expect(codes(judgeChallenger({ own: own(60, () => 3), general: kept }))[0]).toBe("own-worse");
    expect(codes(judgeChallenger({ own: own(60, () => 2), general: kept }))[0]).toBe("own-no-gain");
    expect(judgeChallenger({ own: [], general: kept }).verdict).toBe("refused");
    expect(codes(judgeChallenger({ own: own(60, () => 1), general: [] }))).toContain("general-missing");
  });

  it("refused: general questions lose more than a point, in all or surely in one language", () => {
    expect(codes(judgeChallenger({ own: own(60, () => 1), general: general(1000, (i) => (i < 30 ? 2 : 1)) }))).toContain("general-worse");
    const inOneLanguage = judgeChallenger({ own: own(60, () => 1), general: general(4000, (i) => (i < 70 && i % 2 ? 2 : 1)) });
    expect(inOneLanguage.reasons.filter(({ code }) => code === "general-worse").map(({ en }) => en)).toEqual([expect.stringContaining("general questions (in English)")]);
  });

  it("refused: a guard is broken", () => {
    const report = judgeChallenger({ own: own(60, () => 1), general: kept, guards: [{ name: "latency, ms", before: 20, after: 90, limit: 40 }] });
    expect([report.verdict, codes(report)]).toEqual(["refused", ["own-better", "general-kept", "guard"]]);
  });

  it("does not let approvals at rank 1 prove the champion right", () => {
    const pairs = [...own(40, () => 2, () => 1).map((pair) => ({ ...pair, weight: 0.1 })), ...own(30, () => 1, () => 4).map((pair) => ({ ...pair, group: `far ${pair.group}`, weight: 3 }))];
    expect(judgeChallenger({ own: pairs, general: kept }).verdict).toBe("better");
  });
});
