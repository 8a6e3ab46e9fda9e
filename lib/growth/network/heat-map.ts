/**
 * @file The organisation's skills by group, so that nobody can be singled out: fixed groups that do not overlap, at
 * least k people behind every number, numbers in steps of k, and further cells withheld where a total would give a
 * withheld one away.
 *
 * Serve one grid only (say departments): a second grouping (sites) would allow differences between the two.
 * @source complementary suppression: Willenborg and de Waal 2001, "Elements of Statistical Disclosure Control", ch. 7
 */
import type { HeatCell, HeatMap } from "../network-types";

export const SMALLEST_GROUP = 5;

/** People as they are shown: rounded down to whole groups. */
export const inSteps = (people: number): number => Math.floor(people / SMALLEST_GROUP) * SMALLEST_GROUP;
/** The row of everyone. */
export const EVERYONE = "*";

export interface HeatPerson {
  /** Exactly one group each. */
  readonly group: string;
  /** Skill → level 1–4. */
  readonly levels: ReadonlyMap<string, number>;
}

interface Count {
  readonly group: string;
  /** Who has the skill, and the sum of their levels. */
  readonly people: number;
  readonly sum: number;
}

export interface GroupCounts {
  /** Group → people who agreed to be counted. */
  readonly sizes: ReadonlyMap<string, number>;
  readonly count: (group: string, skillId: string) => { readonly people: number; readonly sum: number };
}

/**
 * @param people those who agreed to be counted
 * @param k      people behind every number at least, ≥ 5
 * @returns groups of at least k people, and everyone ("*"); `people` is rounded down to a multiple of k, the mean level
 *          to halves. "too-few" says 0 to k − 1 and not which.
 */
export function heatMap(people: readonly HeatPerson[], skillIds: readonly string[], k = SMALLEST_GROUP): HeatMap {
  const sizes = new Map<string, number>();
  for (const { group } of people) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return heatMapOf({ sizes, count: (group, skillId) => countIn(people, group, skillId) }, skillIds, k);
}

/** The same from counts, as a release keeps them. */
export function heatMapOf({ sizes, count }: GroupCounts, skillIds: readonly string[], k = SMALLEST_GROUP): HeatMap {
  if (k < SMALLEST_GROUP) throw new RangeError(`k is ${k}; expected at least ${SMALLEST_GROUP}`);
  const groups = [...sizes.keys()].sort();
  const cells = skillIds.flatMap((skillId) => column(groups.map((group) => ({ group, ...count(group, skillId) })), { skillId, k }));
  const shown = groups.filter((group) => (sizes.get(group) ?? 0) >= k);
  return { groups: [EVERYONE, ...shown], skillIds, cells: cells.filter(({ group }) => group === EVERYONE || shown.includes(group)), k };
}

function countIn(people: readonly HeatPerson[], group: string, skillId: string): Omit<Count, "group"> {
  const levels = people.filter((person) => person.group === group).flatMap(({ levels }) => levels.get(skillId) ?? []);
  return { people: levels.length, sum: levels.reduce((sum, level) => sum + level, 0) };
}

/**
 * One skill over all groups. What is withheld must stay hidden behind the total: at least two groups or none, with k
 * people or more together; else the smallest shown group is withheld as well, and with nothing left to withhold the total.
 */
function column(counts: readonly Count[], { skillId, k }: { readonly skillId: string; readonly k: number }): HeatCell[] {
  const hidden = new Map<string, HeatCell["withheld"]>(counts.filter(({ people }) => people < k).map(({ group }) => [group, "too-few"]));
  const inside = () => counts.filter(({ group }) => hidden.has(group));
  const safe = () => hidden.size === 0 || (hidden.size > 1 && inside().reduce((sum, { people }) => sum + people, 0) >= k);
  while (!safe() && hidden.size < counts.length) {
    const smallest = counts.filter(({ group }) => !hidden.has(group)).reduce((a, b) => (b.people < a.people ? b : a));
    hidden.set(smallest.group, "protects-another");
  }
  const total = counts.reduce((all, { people, sum }) => ({ group: EVERYONE, people: all.people + people, sum: all.sum + sum }), { group: EVERYONE, people: 0, sum: 0 });
  if (total.people < k) hidden.set(EVERYONE, "too-few");
  else if (!safe()) hidden.set(EVERYONE, "protects-another");
  return [total, ...counts].map((each) => toCell(each, { skillId, k, withheld: hidden.get(each.group) ?? null }));
}

function toCell({ group, people, sum }: Count, { skillId, k, withheld }: { readonly skillId: string; readonly k: number; readonly withheld: HeatCell["withheld"] }): HeatCell {
  if (withheld !== null) return { group, skillId, people: null, meanLevel: null, withheld };
  return { group, skillId, people: Math.floor(people / k) * k, meanLevel: Math.round((sum / people) * 2) / 2, withheld: null };
}
