/**
 * @file Selection and scoring rates of groups and their impact ratios, with intervals. Counts in, figures out: no person, no
 * row. A group that is small is counted but not compared: a ratio of a handful of people says nothing, and may tell who.
 */

export interface GroupCount {
  readonly group: string;
  readonly applicants: number;
  /** Of these: selected, or scored above the median. */
  readonly selected: number;
}

export interface GroupRate extends GroupCount {
  /** 0–1; null for a group too small to compare. */
  readonly rate: number | null;
  readonly rateInterval: readonly [number, number] | null;
  /** Rate divided by the highest rate of a compared group; null where there is none. */
  readonly impactRatio: number | null;
  readonly ratioInterval: readonly [number, number] | null;
  /** Why it is not compared. */
  readonly left: "small" | "share" | null;
}

/** Normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054;
/** Groups of fewer people are not compared. */
export const MIN_GROUP = 5;
/** Groups below this share of all with a known category need not be in the tables. @source 6 RCNY § 5-301 (d) */
export const MIN_SHARE = 0.02;

/**
 * Wilson score interval of a share.
 * @param k of `n`; n ≥ 1
 * @returns bounds within 0–1
 * @source E. B. Wilson, "Probable inference …", JASA 22 (1927), 209–212
 */
export function wilson(k: number, n: number): readonly [number, number] {
  const p = k / n;
  const centre = p + (Z * Z) / (2 * n);
  const spread = Z * Math.sqrt((p * (1 - p)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

/**
 * Interval of a ratio of two shares, on the log scale, half a person added to each cell so that none is empty.
 * @source D. Katz et al., "Obtaining confidence intervals for the risk ratio …", Biometrics 34 (1978), 469–474; Walter's half
 */
export function ratioInterval(a: GroupCount, b: GroupCount): readonly [number, number] {
  const [ka, kb, na, nb] = [a.selected + 0.5, b.selected + 0.5, a.applicants + 0.5, b.applicants + 0.5];
  const ratio = Math.log(ka / na / (kb / nb));
  const spread = Z * Math.sqrt(1 / ka - 1 / na + 1 / kb - 1 / nb);
  return [Math.exp(ratio - spread), Math.exp(ratio + spread)];
}

/** @param people one each; null: said nothing, not counted. @returns by group in the order of their names */
export function countGroups(people: Iterable<{ readonly group: string | null; readonly hit: boolean }>): GroupCount[] {
  const counts = new Map<string, { applicants: number; selected: number }>();
  for (const { group, hit } of people) {
    if (group === null) continue;
    const before = counts.get(group) ?? { applicants: 0, selected: 0 };
    counts.set(group, { applicants: before.applicants + 1, selected: before.selected + (hit ? 1 : 0) });
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([group, count]) => ({ group, ...count }));
}

/** @param groups of one category, unknown ones left out. @returns in the order given */
export function impactRatios(groups: readonly GroupCount[]): GroupRate[] {
  const all = groups.reduce((sum, { applicants }) => sum + applicants, 0);
  const leftOut = ({ applicants }: GroupCount) => (applicants < MIN_GROUP ? ("small" as const) : applicants / all < MIN_SHARE ? ("share" as const) : null);
  const compared = groups.filter((group) => leftOut(group) === null);
  const best = compared.reduce<GroupCount | null>((top, next) => (top === null || next.selected / next.applicants > top.selected / top.applicants ? next : top), null);
  return groups.map((group) => {
    const left = leftOut(group);
    if (left !== null || best === null) return { ...group, rate: null, rateInterval: null, impactRatio: null, ratioInterval: null, left };
    const rate = group.selected / group.applicants;
    const top = best.selected / best.applicants;
    const isBest = group.group === best.group;
    return { ...group, rate, rateInterval: wilson(group.selected, group.applicants), impactRatio: top === 0 || compared.length < 2 ? null : rate / top, ratioInterval: top === 0 || isBest || compared.length < 2 ? null : ratioInterval(group, best), left };
  });
}
