/** @file Clusters: planted groups come back, noise is called a sketch, names and moves. */
import { describe, expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { adjustedRand } from "./agreement";
import { flowsOf } from "./change";
import { clusterPeople, type ClusterPoint } from "./cluster-people";

const FEATURES = ["welding", "fitting", "CAD", "simulation", "Mandarin", "tendering"];
const CENTRES = [[4, 4, 0, 0, 1, 0], [0, 1, 4, 4, 1, 0], [0, 0, 1, 0, 4, 4]];

function planted(n: number, seed: number): { people: ClusterPoint[]; truth: number[] } {
  const random = createRng(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const truth = Array.from({ length: n }, (_, at) => at % 3);
  return { truth, people: truth.map((group, at) => ({ id: `p${at}`, values: (CENTRES[group] ?? []).map((level) => level + 0.8 * normal()) })) };
}

describe("planted groups", () => {
  const { people, truth } = planted(90, 5);
  const report = clusterPeople(people, { features: FEATURES, standardise: false, k: { from: 2, to: 5 } });

  test("come back, with their number, stable", () => {
    expect(report.k).toBe(3);
    expect(adjustedRand(report.members.map(({ cluster }) => cluster), truth)).toBeGreaterThanOrEqual(0.95);
    expect(report.choices.find(({ k }) => k === 3)?.stability.mean).toBeGreaterThan(0.95);
    expect(report.clusters.every(({ stability }) => stability > 0.9)).toBe(true);
  });

  test("are named by what distinguishes them", () => {
    expect(report.clusters.map(({ name }) => name.split(" · ").slice(0, 2).sort().join("+")).sort()).toEqual(["CAD+simulation", "Mandarin+tendering", "fitting+welding"]);
  });

  test("memberships sum to 1, are sure in the middle; the map keeps groups apart", () => {
    for (const { probabilities, cluster } of report.members) {
      expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      expect(probabilities[cluster]).toBe(Math.max(...probabilities));
    }
    expect(report.explained[0]).toBeGreaterThan(report.explained[1]);
    expect(report.explained[0] + report.explained[1]).toBeGreaterThan(0.7);
  });

  test("over time: names stay with the people, who moved is told", () => {
    const [first, ...rest] = people;
    const later = clusterPeople([{ id: first?.id ?? "", values: CENTRES[1] ?? [] }, ...rest], { features: FEATURES, standardise: false, k: { from: 3, to: 3 }, earlier: { ...report, clusters: report.clusters.map((cluster) => ({ ...cluster, name: `named ${cluster.name}` })) } });
    expect(later.clusters.every(({ name }) => name.startsWith("named "))).toBe(true);
    expect(later.change?.moved.map(({ id }) => id)).toEqual(["p0"]);
    expect(later.change?.agreement).toBeGreaterThan(0.9);
    // One went from one group to another: one less here, one more there, nobody lost.
    expect(later.change?.shared).toBe(people.length);
    expect(later.change?.sizes.map(({ before, now }) => now - before).sort((a, b) => a - b)).toEqual([-1, 0, 1]);
    expect(later.change?.sizes.reduce((sum, { now }) => sum + now, 0)).toBe(people.length);
  });
});

test("moves are told as flows without names, those of few people only counted", () => {
  const moved = (n: number, from: string, to: string) => Array.from({ length: n }, (_, at) => ({ id: `${from}${to}${at}`, from, to }));
  expect(flowsOf([...moved(4, "a", "b"), ...moved(6, "b", "a"), ...moved(9, "a", "c")], 5)).toEqual({ flows: [{ from: "a", to: "c", n: 9 }, { from: "b", to: "a", n: 6 }], suppressed: 1 });
  expect(flowsOf([], 5)).toEqual({ flows: [], suppressed: 0 });
});

test("noise has no stable groups, and says so; few people are refused", () => {
  const random = createRng(9);
  const people = Array.from({ length: 80 }, (_, at) => ({ id: `p${at}`, values: FEATURES.map(() => random()) }));
  expect(clusterPeople(people, { features: FEATURES, k: { from: 3, to: 5 } }).why.en).toContain("sketch");
  expect(() => clusterPeople(people.slice(0, 10), { features: FEATURES })).toThrow(/at least 20 people/);
});

test("the adjusted Rand index by hand", () => {
  expect(adjustedRand([0, 0, 1, 1], [1, 1, 0, 0])).toBe(1);
  // sklearn.metrics.adjusted_rand_score([0, 0, 1, 1], [0, 0, 1, 2])
  expect(adjustedRand([0, 0, 1, 1], [0, 0, 1, 2])).toBeCloseTo(0.571428, 5);
  expect(adjustedRand([0, 1, 0, 1], [0, 0, 1, 1])).toBeCloseTo(-0.5, 9);
});
