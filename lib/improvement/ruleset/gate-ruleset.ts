/**
 * @file Gate of rulesets: does a challenger order held-out pairs better than the ruleset in use, and does it leave the impact
 * ratios of the company's recorded categories at least as they are? Sees counts per group only, never whose they are.
 */
import type { GateReason, GateVerdict } from "../../contracts/gate";
import type { Ruleset } from "../../people/match/ruleset";
import type { Scorecard } from "../../people/match/types";
import { pairedTest, type PairedResult } from "../gate/paired-test";
import type { RankLabel } from "./fit-ruleset";
import { impactOf, impactReasons, type CountGroups, type ImpactChange } from "./impact";
import { rescore } from "./rescore";

export interface ApplicantCard {
  readonly id: string;
  /** The opening: who is above the median is decided within it. */
  readonly group: string;
  readonly card: Scorecard;
}

export interface RulesetGateInput {
  readonly champion: Ruleset;
  readonly challenger: Ruleset;
  /** Pairs of openings that the challenger was not fitted on. */
  readonly held: readonly RankLabel[];
  readonly applicants: readonly ApplicantCard[];
  readonly countGroups: CountGroups;
  readonly seed?: number;
}

export interface RulesetGateReport {
  readonly verdict: GateVerdict;
  /** Share of held-out pairs in the right order; a tie counts half. */
  readonly pairs: { readonly n: number; readonly before: number; readonly after: number; readonly result: PairedResult };
  readonly impact: readonly ImpactChange[];
  readonly reasons: readonly GateReason[];
}

const ALPHA = 0.05;
const MIN_GROUPS = 20;

export function judgeRuleset({ champion, challenger, held, applicants, countGroups, seed = 1 }: RulesetGateInput): RulesetGateReport {
  const right = (label: RankLabel, ruleset: Ruleset): number => {
    const lead = rescore(label.better, champion, ruleset) - rescore(label.worse, champion, ruleset);
    return lead > 0 ? 1 : lead === 0 ? 0.5 : 0;
  };
  const scored = held.map((label) => ({ group: label.group, weight: label.weight ?? 1, before: right(label, champion), after: right(label, challenger) }));
  const mean = (side: "before" | "after"): number => scored.reduce((sum, row) => sum + row[side], 0) / Math.max(1, scored.length);
  const groups = [...new Set(scored.map(({ group }) => group))].sort();
  const differences = groups.map((group) => average(scored.filter((row) => row.group === group).map(({ before, after }) => after - before)));
  const result = pairedTest(differences.length > 0 ? differences : [0], seed);
  const impact = impactOf(applicants.map(({ id, group, card }) => ({ id, group, before: rescore(card, champion, champion), after: rescore(card, champion, challenger) })), countGroups);
  const reasons = [...pairReasons({ n: held.length, openings: groups.length, before: mean("before"), after: mean("after"), result }), ...impactReasons(impact)];
  return { verdict: verdictOf(reasons), pairs: { n: held.length, before: mean("before"), after: mean("after"), result }, impact, reasons };
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

function pairReasons({ n, openings, before, after, result }: { n: number; openings: number; before: number; after: number; result: PairedResult }): GateReason[] {
  const told = { en: `${percent(before)} → ${percent(after)} of ${n} held-out pairs in the recruiter's order`, zh: `${n} 组留出的候选人对比中，与招聘人员排序一致的比例 ${percent(before)} → ${percent(after)}` };
  if (n === 0) return [reason("own-no-gain", true, `There is no held-out opening yet, so nothing can be proved; it takes at least ${MIN_GROUPS}.`, `还没有留出的职位，无法证明任何改进；至少需要 ${MIN_GROUPS} 个。`)];
  if (after < before) return [reason("own-worse", true, `Worse on held-out openings: ${told.en}.`, `在留出的职位上变差：${told.zh}。`)];
  if (after === before) return [reason("own-no-gain", true, `No change on held-out openings: ${told.en}.`, `在留出的职位上没有变化：${told.zh}。`)];
  if (openings < MIN_GROUPS) return [reason("own-few", true, `Better so far, but ${openings} openings prove nothing; ${MIN_GROUPS} could: ${told.en}.`, `目前较好，但 ${openings} 个职位不足以证明，至少需要 ${MIN_GROUPS} 个：${told.zh}。`)];
  if (result.p >= ALPHA) return [reason("own-unsure", true, `Better so far, but chance is not excluded (p = ${result.p.toFixed(3)}): ${told.en}; about ${result.neededN ?? "many more"} openings would settle it.`, `目前较好，但不能排除偶然（p = ${result.p.toFixed(3)}）：${told.zh}；约需 ${result.neededN ?? "更多"} 个职位才能定论。`)];
  return [reason("own-better", false, `Better on held-out openings, p = ${result.p.toFixed(3)}: ${told.en}.`, `在留出的职位上更好，p = ${result.p.toFixed(3)}：${told.zh}。`)];
}

/** Harm refuses, and so does no gain; doubt makes provisional. */
function verdictOf(reasons: readonly GateReason[]): GateVerdict {
  const codes = new Set(reasons.filter(({ isAgainst }) => isAgainst).map(({ code }) => code));
  if (["own-worse", "own-no-gain", "impact-worse"].some((code) => codes.has(code))) return "refused";
  return codes.size > 0 ? "provisional" : "better";
}

const reason = (code: string, isAgainst: boolean, en: string, zh: string): GateReason => ({ code, isAgainst, en, zh });
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
