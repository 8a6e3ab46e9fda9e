/**
 * @file Gate of rulesets: does a challenger order held-out pairs better than the ruleset in use, and does it leave the impact
 * ratios of the company's recorded categories at least as they are? Sees counts per group only, never whose they are.
 */
import type { GateReason, GateVerdict } from "../../contracts/gate";
import { impactRatios, type GroupCount } from "../../people/fairness/rates";
import type { Ruleset } from "../../people/match/ruleset";
import type { Scorecard } from "../../people/match/types";
import { pairedTest, type PairedResult } from "../gate/paired-test";
import type { RankLabel } from "./fit-ruleset";
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
  /** Per category that the company records ("gender" → its groups): applicants, and how many of the selected ids are in each. */
  readonly countGroups: (selected: ReadonlySet<string>) => Readonly<Record<string, readonly GroupCount[]>>;
  readonly seed?: number;
}

export interface RulesetGateReport {
  readonly verdict: GateVerdict;
  /** Share of held-out pairs in the right order; a tie counts half. */
  readonly pairs: { readonly n: number; readonly before: number; readonly after: number; readonly result: PairedResult };
  /** Lowest impact ratio of each category among groups that may be compared; null where none may. */
  readonly impact: readonly { readonly category: string; readonly before: number | null; readonly after: number | null }[];
  readonly reasons: readonly GateReason[];
}

/** An impact ratio may not fall by more than this: it is what one person moves in a group of a hundred. */
export const IMPACT_TOLERANCE = 0.01;
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
  const impact = impactOf(applicants, { champion, challenger, countGroups });
  const reasons = [...pairReasons({ n: held.length, openings: groups.length, before: mean("before"), after: mean("after"), result }), ...impactReasons(impact)];
  return { verdict: verdictOf(reasons), pairs: { n: held.length, before: mean("before"), after: mean("after"), result }, impact, reasons };
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Selected: scored above the median of their opening, as NYC Local Law 144 has it for scores. */
function selectedIds(applicants: readonly ApplicantCard[], score: (card: Scorecard) => number): Set<string> {
  const selected = new Set<string>();
  for (const group of new Set(applicants.map((one) => one.group))) {
    const own = applicants.filter((one) => one.group === group).map((one) => ({ id: one.id, score: score(one.card) }));
    const sorted = own.map((one) => one.score).sort((a, b) => a - b);
    const half = sorted.length >> 1;
    const median = sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
    for (const one of own) if (one.score > median) selected.add(one.id);
  }
  return selected;
}

function impactOf(applicants: readonly ApplicantCard[], { champion, challenger, countGroups }: Pick<RulesetGateInput, "champion" | "challenger" | "countGroups">): RulesetGateReport["impact"] {
  const lowest = (groups: readonly GroupCount[]): number | null => {
    const ratios = impactRatios(groups).flatMap(({ impactRatio }) => (impactRatio === null ? [] : [impactRatio]));
    return ratios.length < 2 ? null : Math.min(...ratios);
  };
  const before = countGroups(selectedIds(applicants, (card) => rescore(card, champion, champion)));
  const after = countGroups(selectedIds(applicants, (card) => rescore(card, champion, challenger)));
  return Object.keys(before).sort().map((category) => ({ category, before: lowest(before[category] ?? []), after: lowest(after[category] ?? []) }));
}

function pairReasons({ n, openings, before, after, result }: { n: number; openings: number; before: number; after: number; result: PairedResult }): GateReason[] {
  const told = { en: `${percent(before)} → ${percent(after)} of ${n} held-out pairs in the recruiter's order`, zh: `${n} 组留出的候选人对比中，与招聘人员排序一致的比例 ${percent(before)} → ${percent(after)}` };
  if (n === 0) return [reason("own-no-gain", true, `There is no held-out opening yet, so nothing can be proved; it takes at least ${MIN_GROUPS}.`, `还没有留出的职位，无法证明任何改进；至少需要 ${MIN_GROUPS} 个。`)];
  if (after < before) return [reason("own-worse", true, `Worse on held-out openings: ${told.en}.`, `在留出的职位上变差：${told.zh}。`)];
  if (after === before) return [reason("own-no-gain", true, `No change on held-out openings: ${told.en}.`, `在留出的职位上没有变化：${told.zh}。`)];
  if (openings < MIN_GROUPS) return [reason("own-few", true, `Better so far, but ${openings} openings prove nothing; ${MIN_GROUPS} could: ${told.en}.`, `目前较好，但 ${openings} 个职位不足以证明，至少需要 ${MIN_GROUPS} 个：${told.zh}。`)];
  if (result.p >= ALPHA) return [reason("own-unsure", true, `Better so far, but chance is not excluded (p = ${result.p.toFixed(3)}): ${told.en}; about ${result.neededN ?? "many more"} openings would settle it.`, `目前较好，但不能排除偶然（p = ${result.p.toFixed(3)}）：${told.zh}；约需 ${result.neededN ?? "更多"} 个职位才能定论。`)];
  return [reason("own-better", false, `Better on held-out openings, p = ${result.p.toFixed(3)}: ${told.en}.`, `在留出的职位上更好，p = ${result.p.toFixed(3)}：${told.zh}。`)];
}

function impactReasons(impact: RulesetGateReport["impact"]): GateReason[] {
  const known = impact.filter(({ before, after }) => before !== null && after !== null);
  if (known.length === 0) return [reason("impact-unknown", true, "No category has groups large enough to compare, so its effect on fairness is not known.", "没有任何类别的群体人数足以比较，对公平性的影响未知。")];
  return known.map(({ category, before, after }) => {
    const told = `${(before ?? 0).toFixed(2)} → ${(after ?? 0).toFixed(2)}`;
    return (after ?? 0) < (before ?? 0) - IMPACT_TOLERANCE
      ? reason("impact-worse", true, `Lowest impact ratio of ${category} falls: ${told}.`, `${category} 的最低影响比率下降：${told}。`)
      : reason("impact-kept", false, `Lowest impact ratio of ${category} holds: ${told}.`, `${category} 的最低影响比率保持：${told}。`);
  });
}

/** Harm refuses, and so does no gain; doubt makes provisional. */
function verdictOf(reasons: readonly GateReason[]): GateVerdict {
  const codes = new Set(reasons.filter(({ isAgainst }) => isAgainst).map(({ code }) => code));
  if (["own-worse", "own-no-gain", "impact-worse"].some((code) => codes.has(code))) return "refused";
  return codes.size > 0 ? "provisional" : "better";
}

const reason = (code: string, isAgainst: boolean, en: string, zh: string): GateReason => ({ code, isAgainst, en, zh });
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
