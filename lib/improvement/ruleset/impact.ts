/**
 * @file Impact ratios of two ways of scoring the same applicants: what the gate of suggested weights reads, and what scoring an
 * opening anew with another model reads. Sees counts per group only, never whose they are.
 */
import type { GateReason } from "../../contracts/gate";
import { impactRatios, type GroupCount } from "../../people/fairness/rates";

export interface ScoredApplicant {
  readonly id: string;
  /** The opening: who is above the median is decided within it. */
  readonly group: string;
  readonly before: number;
  readonly after: number;
}

/** Per category that the company records ("gender" → its groups): applicants, and how many of the selected ids are in each. */
export type CountGroups = (selected: ReadonlySet<string>) => Readonly<Record<string, readonly GroupCount[]>>;

/** Lowest impact ratio of each category among groups that may be compared; null where none may. */
export interface ImpactChange {
  readonly category: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** An impact ratio may not fall by more than this: it is what one person moves in a group of a hundred. */
export const IMPACT_TOLERANCE = 0.01;

export function impactOf(applicants: readonly ScoredApplicant[], countGroups: CountGroups): ImpactChange[] {
  const lowest = (groups: readonly GroupCount[]): number | null => {
    const ratios = impactRatios(groups).flatMap(({ impactRatio }) => (impactRatio === null ? [] : [impactRatio]));
    return ratios.length < 2 ? null : Math.min(...ratios);
  };
  const before = countGroups(selectedIds(applicants, "before"));
  const after = countGroups(selectedIds(applicants, "after"));
  return Object.keys(before).sort().map((category) => ({ category, before: lowest(before[category] ?? []), after: lowest(after[category] ?? []) }));
}

/** Selected: scored above the median of their opening, as NYC Local Law 144 has it for scores. */
function selectedIds(applicants: readonly ScoredApplicant[], by: "before" | "after"): Set<string> {
  const selected = new Set<string>();
  for (const group of new Set(applicants.map((one) => one.group))) {
    const own = applicants.filter((one) => one.group === group);
    const sorted = own.map((one) => one[by]).sort((a, b) => a - b);
    const half = sorted.length >> 1;
    const median = sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
    for (const one of own) if (one[by] > median) selected.add(one.id);
  }
  return selected;
}

/** Codes: impact-worse (against), impact-kept, impact-unknown (against: nothing can be said). */
export function impactReasons(impact: readonly ImpactChange[]): GateReason[] {
  const known = impact.filter(({ before, after }) => before !== null && after !== null);
  if (known.length === 0) return [{ code: "impact-unknown", isAgainst: true, en: "No category has groups large enough to compare, so its effect on fairness is not known.", zh: "没有任何类别的群体人数足以比较，对公平性的影响未知。" }];
  return known.map(({ category, before, after }) => {
    const told = `${(before ?? 0).toFixed(2)} → ${(after ?? 0).toFixed(2)}`;
    return (after ?? 0) < (before ?? 0) - IMPACT_TOLERANCE
      ? { code: "impact-worse", isAgainst: true, en: `Lowest impact ratio of ${category} falls: ${told}.`, zh: `${category} 的最低影响比率下降：${told}。` }
      : { code: "impact-kept", isAgainst: false, en: `Lowest impact ratio of ${category} holds: ${told}.`, zh: `${category} 的最低影响比率保持：${told}。` };
  });
}
