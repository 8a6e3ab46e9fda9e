/**
 * @file Groups over time: names are carried over to the group that holds most of the same people, and moves are told.
 */
import { adjustedRand } from "./agreement";
import type { Cluster, ClusterChange, ClusterMember, ClusterReport, EarlierGrouping } from "./types";

/** Largest overlap of a group with any group of another grouping: |both| / |either|. */
export function jaccard(whole: readonly number[], other: readonly number[], group: number): number {
  const size = whole.filter((one) => one === group).length;
  const shared = new Map<number, number>();
  whole.forEach((one, at) => {
    const their = other[at] ?? -1;
    if (one === group) shared.set(their, (shared.get(their) ?? 0) + 1);
  });
  return Math.max(0, ...[...shared].map(([their, n]) => n / (size + other.filter((one) => one === their).length - n)));
}

export function changeOf(clusters: readonly Cluster[], members: readonly ClusterMember[], earlier: EarlierGrouping | undefined): { renamed: readonly Cluster[]; change: ClusterReport["change"] } {
  if (!earlier) return { renamed: clusters, change: null };
  const before = new Map(earlier.members.map(({ id, cluster }) => [id, cluster]));
  const shared = members.filter(({ id }) => before.has(id));
  const pairs = clusters
    .flatMap(({ index }) => earlier.clusters.map((old) => ({ index, old, n: shared.filter((member) => member.cluster === index && before.get(member.id) === old.index).length })))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n);
  const match = new Map<number, Cluster>();
  for (const { index, old } of pairs) if (!match.has(index) && ![...match.values()].includes(old)) match.set(index, old);
  const renamed = clusters.map((cluster) => ({ ...cluster, name: match.get(cluster.index)?.name ?? cluster.name }));
  const nameOf = (index: number): string => renamed.find((cluster) => cluster.index === index)?.name ?? "";
  const moved = shared.flatMap(({ id, cluster }) => {
    const from = before.get(id);
    return from === undefined || match.get(cluster)?.index === from ? [] : [{ id, from: earlier.clusters.find(({ index }) => index === from)?.name ?? "", to: nameOf(cluster) }];
  });
  const names = [...new Set([...renamed, ...earlier.clusters].map(({ name }) => name))];
  const sizes = names.map((name) => ({ name, before: sizeOf(earlier.clusters, earlier.members, name), now: sizeOf(renamed, members, name) }));
  return { renamed, change: { agreement: adjustedRand(shared.map(({ cluster }) => cluster), shared.map(({ id }) => before.get(id) ?? -1)), moved, shared: shared.length, sizes } };
}

function sizeOf(clusters: readonly Cluster[], members: readonly { cluster: number }[], name: string): number {
  const own = new Set(clusters.flatMap((cluster) => (cluster.name === name ? [cluster.index] : [])));
  return members.filter(({ cluster }) => own.has(cluster)).length;
}

/** Flows between groups, largest first; those of fewer than `smallest` people are counted, not told. */
export function flowsOf(moved: ClusterChange["moved"], smallest: number): { readonly flows: readonly { readonly from: string; readonly to: string; readonly n: number }[]; readonly suppressed: number } {
  const counts = new Map<string, { from: string; to: string; n: number }>();
  for (const { from, to } of moved) {
    const key = JSON.stringify([from, to]);
    counts.set(key, { from, to, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  const all = [...counts.values()].sort((a, b) => b.n - a.n || a.from.localeCompare(b.from));
  return { flows: all.filter(({ n }) => n >= smallest), suppressed: all.filter(({ n }) => n < smallest).length };
}
