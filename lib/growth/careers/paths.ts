/**
 * @file Ways through the graph of roles: the shortest sensible paths to a role, and where one can go next.
 * @source Dijkstra 1959; further paths after Yen 1971 (each way with one of its edges closed)
 */
import type { CareerEdge, CareerGraph, CareerPath, CareerRole } from "../network-types";
import type { Words } from "../types";

const WEEKS_PER_MONTH = 4.345;

export interface PathOptions {
  /** Paths at most, best first. */
  readonly count: number;
  /** For the months that the learning takes. */
  readonly hoursPerWeek: number;
}

/** @returns up to `count` different paths without a role twice; empty when there is no way, or `from` is `to` */
export function careerPaths(graph: CareerGraph, ends: { readonly from: string; readonly to: string }, options: PathOptions): CareerPath[] {
  const best = shortest(graph.edges, ends);
  if (best === null || best.length === 0) return [];
  const found = [best];
  const candidates = new Map<string, CareerEdge[]>();
  while (found.length < options.count) {
    const last = found.at(-1) ?? [];
    for (const closed of last) {
      const way = shortest(graph.edges.filter((edge) => edge !== closed), ends);
      if (way) candidates.set(keyOf(way), way);
    }
    for (const way of found) candidates.delete(keyOf(way));
    const next = [...candidates.values()].sort((a, b) => costOf(a) - costOf(b) || (keyOf(a) < keyOf(b) ? -1 : 1))[0];
    if (!next) break;
    found.push(next);
  }
  return found.map((edges) => toPath(graph, edges, options.hoursPerWeek));
}

const keyOf = (edges: readonly CareerEdge[]): string => edges.map(({ to }) => to).join(" ");
const costOf = (edges: readonly CareerEdge[]): number => edges.reduce((sum, { cost }) => sum + cost, 0);

function shortest(edges: readonly CareerEdge[], { from, to }: { readonly from: string; readonly to: string }): CareerEdge[] | null {
  const costs = new Map([[from, 0]]);
  const via = new Map<string, CareerEdge>();
  const open = new Set([from]);
  while (open.size > 0) {
    const here = [...open].reduce((best, id) => ((costs.get(id) ?? Infinity) < (costs.get(best) ?? Infinity) ? id : best));
    if (here === to) break;
    open.delete(here);
    for (const edge of edges) {
      if (edge.from !== here) continue;
      const cost = (costs.get(here) ?? 0) + edge.cost;
      if (cost >= (costs.get(edge.to) ?? Infinity)) continue;
      costs.set(edge.to, cost);
      via.set(edge.to, edge);
      open.add(edge.to);
    }
  }
  const way: CareerEdge[] = [];
  for (let at = to; at !== from; ) {
    const edge = via.get(at);
    if (!edge) return null;
    way.unshift(edge);
    at = edge.from;
  }
  return way;
}

function toPath(graph: CareerGraph, edges: readonly CareerEdge[], hoursPerWeek: number): CareerPath {
  const hours = edges.some((edge) => edge.hours === null) ? null : edges.reduce((sum, edge) => sum + (edge.hours ?? 0), 0);
  const months = hours === null ? null : Math.ceil(hours / hoursPerWeek / WEEKS_PER_MONTH);
  return { roles: [edges[0]?.from ?? "", ...edges.map(({ to }) => to)], edges, hours, months, cost: costOf(edges), reason: reasonOf(graph.roles, edges) };
}

function reasonOf(roles: readonly CareerRole[], edges: readonly CareerEdge[]): Words {
  const title = (id: string) => roles.find((role) => role.id === id)?.title ?? { en: id, zh: id };
  const en = edges.map(({ to, people, nearness }) => `${title(to).en}: ${people > 0 ? `${people} ${people === 1 ? "person" : "people"} made this move` : "nobody made this move so far"}, ${Math.round(nearness * 100)} % of its skills are there`);
  const zh = edges.map(({ to, people, nearness }) => `${title(to).zh}：${people > 0 ? `有 ${people} 人走过这一步` : "还没有人走过这一步"}，所需技能已具备 ${Math.round(nearness * 100)}%`);
  return { en: `${en.join("; ")}.`, zh: `${zh.join("；")}。` };
}

/** Edges that leave a role, cheapest first. */
export function nextRoles(graph: CareerGraph, from: string): CareerEdge[] {
  return graph.edges.filter((edge) => edge.from === from).sort((a, b) => a.cost - b.cost || (a.to < b.to ? -1 : 1));
}
