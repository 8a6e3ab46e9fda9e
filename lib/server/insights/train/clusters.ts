/** @file Clusters: numbers as they are, categories as yes or no per value; protected columns are never used. */
import { flowsOf } from "../../../insights/clusters/change";
import { clusterPeople } from "../../../insights/clusters/cluster-people";
import type { EarlierGrouping } from "../../../insights/clusters/types";
import { showCell } from "../../../insights/table/target";
import type { Column } from "../../../insights/table/types";
import { keyOfRow } from "../table-file";
import { keysOf } from "../tables";
import type { TrainKind } from "./trained-by";

/** Fewer people who share a group or a move are no group. */
const SMALLEST_GROUP = 5;
const told = (n: number): number | null => (n > 0 && n < SMALLEST_GROUP ? null : n);
/** Values of a category that become columns of their own. */
const MOST_VALUES = 12;

export const trainClustersKind: TrainKind = (task) => {
  const { table, mapping, seed, tell, earlier } = task;
  tell("validate", 0, null);
  const features = table.columns.filter(({ role, name }) => role === "feature" && name !== mapping.group).flatMap(numbersOf);
  const keys = keysOf(table, mapping);
  const people = Array.from({ length: table.rows }, (_, row) => ({ id: keyOfRow(keys, row), values: features.map(({ values }) => values[row] ?? 0) }));
  // Rows that only a number names are other people in another table.
  const before = keys === null ? null : (earlier as EarlierGrouping | null);
  const report = clusterPeople(people, { features: features.map(({ name }) => name), seed, ...(before ? { earlier: before } : {}) });
  const group = table.columns.find(({ name }) => name === mapping.group);
  const stability = report.choices.find(({ k }) => k === report.k)?.stability ?? { mean: 0, low: 0, high: 0 };
  const { members, change, ...shown } = report;
  return Promise.resolve({
    report: { ...shown, points: members.map(({ x, y, cluster, probabilities }) => ({ x, y, cluster, probability: probabilities[cluster] ?? 0 })), change: change && { agreement: change.agreement, moved: change.moved.length, shared: change.shared, sizes: change.sizes.map(({ name, before, now }) => ({ name, before: told(before), now: told(now) })), ...flowsOf(change.moved, SMALLEST_GROUP), smallest: SMALLEST_GROUP } },
    metric: { name: "stability", value: stability, higherIsBetter: true, floor: 0 },
    // Only what the next version compares itself with; who moved is counted, not kept.
    artefact: { clusters: report.clusters, members: members.map(({ id, cluster }) => ({ id, cluster })) } satisfies EarlierGrouping,
    people: members.map((member, row) => ({ rowKey: member.id, group: group ? (showCell(group, row) ?? "") : "", band: report.clusters.find(({ index }) => index === member.cluster)?.name ?? "", value: member.probabilities[member.cluster] ?? 0, detail: { probabilities: member.probabilities } })),
    recipe: { model: "k-means", k: report.k, seed },
  });
};

/** Missing numbers are the column's mean: they pull nobody anywhere. */
function numbersOf(column: Column): { name: string; values: number[] }[] {
  if (column.kind === "category") return column.categories.slice(0, MOST_VALUES).map((value) => ({ name: `${column.name}: ${value}`, values: column.cells.map((cell) => Number(cell === value)) }));
  if (column.kind === "text") return [];
  const known = column.cells.filter((cell): cell is number => typeof cell === "number");
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  return [{ name: column.name, values: column.cells.map((cell) => (typeof cell === "number" ? cell : mean)) }];
}
