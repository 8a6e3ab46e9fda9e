/**
 * @file Learning suggested weights: what recruiters prefer moves the weights that explain it, little at first; the gate
 * lets a better order through, and refuses one that worsens the impact ratios however well it orders.
 */
import { describe, expect, it } from "vitest";
import { createRng } from "../../core/rng";
import type { GroupCount } from "../../people/fairness/rates";
import { BASE_RULESET } from "../../people/match/base-ruleset";
import type { Scorecard, ScorePart } from "../../people/match/types";
import { fitRuleset, type RankLabel } from "./fit-ruleset";
import { judgeRuleset, type ApplicantCard } from "./gate-ruleset";
import { rescore } from "./rescore";

/** A card with a must-have skill and a degree, each worth what the base ruleset suggests (60 and 50). */
function card(skill: number, degree: number): Scorecard {
  const part = (kind: ScorePart["kind"], weight: number, score: number): ScorePart => ({ name: kind, requirementId: kind, kind, mustHave: true, weight, score, met: score >= 60, standing: "stated", evidence: [] });
  const parts = [part("skill", 54.55, skill), part("education", 45.45, degree)];
  return { score: Math.round((6 * skill + 5 * degree) / 1.1) / 10, parts, mustHaves: [], mustHavesMet: 0, versions: { ruleset: "r", encoder: null, taxonomy: "t", scorer: "1" }, inputs: { subject: "s", requirements: "q" } };
}

/** Recruiters who only look at skills: the better one has more skill, degrees are drawn. */
function skillLovers(pairs: number, seed: number): RankLabel[] {
  const random = createRng(seed);
  return Array.from({ length: pairs }, (_, i) => {
    const skill = 20 + Math.floor(60 * random());
    return { group: `opening ${i % 25}`, better: card(skill + 15, Math.floor(100 * random())), worse: card(skill, Math.floor(100 * random())) };
  });
}

describe("fitRuleset", () => {
  it("raises what explains the choices, lowers what does not, and touches nothing that was not seen", () => {
    const { ruleset, changes } = fitRuleset(skillLovers(200, 1), BASE_RULESET);
    expect(ruleset.suggestedWeights.skill.must).toBeGreaterThan(BASE_RULESET.suggestedWeights.skill.must);
    expect(ruleset.suggestedWeights.education.must).toBeLessThan(BASE_RULESET.suggestedWeights.education.must);
    expect(changes.map(({ name }) => name).sort()).toEqual(["education must", "skill must"]);
    expect(ruleset).toMatchObject({ version: 2, metFrom: BASE_RULESET.metFrom, suggestedWeights: { language: BASE_RULESET.suggestedWeights.language } });
  });

  it("moves less on few labels than on many, and refuses a handful", () => {
    const moved = (pairs: number): number => fitRuleset(skillLovers(pairs, 5), BASE_RULESET).ruleset.suggestedWeights.skill.must - BASE_RULESET.suggestedWeights.skill.must;
    expect(moved(12)).toBeLessThan(moved(300));
    expect(() => fitRuleset(skillLovers(9, 1), BASE_RULESET)).toThrow(/at least 10/);
  });

  it("leaves a card's score as it is under equal weights", () => {
    expect(rescore(card(70, 30), BASE_RULESET, BASE_RULESET)).toBe(card(70, 30).score);
  });
});

describe("judgeRuleset", () => {
  const { ruleset: challenger } = fitRuleset(skillLovers(300, 2), BASE_RULESET);
  const held = skillLovers(300, 9);
  /** Group b has the degrees, group a the skills: weighing skills more moves selection from b to a. */
  const applicants: ApplicantCard[] = Array.from({ length: 40 }, (_, i) => ({ id: `${i % 2 === 0 ? "a" : "b"}${i}`, group: "opening", card: i % 2 === 0 ? card(60 + (i % 7), 48) : card(50, 60 + (i % 7)) }));
  const counts = (isEven: boolean) => (selected: ReadonlySet<string>): Record<string, GroupCount[]> => ({
    gender: ["a", "b"].map((group) => {
      const own = applicants.filter(({ id }, i) => (isEven ? i % 4 < 2 === (group === "a") : id.startsWith(group)));
      return { group, applicants: own.length, selected: own.filter(({ id }) => selected.has(id)).length };
    }),
  });

  it("lets a better order through where groups are treated alike", () => {
    const report = judgeRuleset({ champion: BASE_RULESET, challenger, held, applicants, countGroups: counts(true) });
    expect(report.pairs.after).toBeGreaterThan(report.pairs.before);
    expect(report).toMatchObject({ verdict: "better" });
  });

  it("refuses an order that worsens an impact ratio, however much better it is", () => {
    const report = judgeRuleset({ champion: BASE_RULESET, challenger, held, applicants, countGroups: counts(false) });
    expect(report.verdict).toBe("refused");
    expect(report.reasons.map(({ code }) => code)).toContain("impact-worse");
  });

  it("refuses no gain, and calls few openings or unknown groups provisional", () => {
    expect(judgeRuleset({ champion: BASE_RULESET, challenger: BASE_RULESET, held, applicants, countGroups: counts(true) }).verdict).toBe("refused");
    const few = judgeRuleset({ champion: BASE_RULESET, challenger, held: held.filter(({ group }) => group.length < 10), applicants, countGroups: () => ({}) });
    expect(few.verdict).toBe("provisional");
    expect(few.reasons.map(({ code }) => code)).toEqual(["own-few", "impact-unknown"]);
  });
});
