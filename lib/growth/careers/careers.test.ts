/**
 * @file The graph of roles on the demo company and on a small example: edges, paths in order of cost, the lattice.
 */
import { describe, expect, it } from "vitest";
import { demoCourses } from "../../../db/seed/growth/courses";
import { DEMO_MOVES, DEMO_ROLES } from "../../../db/seed/growth/roles";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import type { CareerEdge, CareerGraph } from "../network-types";
import { buildCareerGraph } from "./build-graph";
import { toLattice } from "./lattice";
import { careerPaths, nextRoles } from "./paths";

const graph = buildCareerGraph({ roles: DEMO_ROLES, moves: DEMO_MOVES, courses: demoCourses("2026-11-23"), taxonomy: BASE_TAXONOMY });
const OPTIONS = { count: 3, hoursPerWeek: 4 };

describe("buildCareerGraph", () => {
  it("has an edge for every move, with its people, and near roles besides", () => {
    for (const { from, to, people } of DEMO_MOVES) expect(graph.edges.find((edge) => edge.from === from && edge.to === to)?.people).toBe(people);
    expect(graph.edges.some(({ people }) => people === 0)).toBe(true);
    expect(graph.edges.length).toBeLessThan(DEMO_ROLES.length * 8);
    for (const { cost, nearness, hours } of graph.edges) {
      expect(cost).toBeGreaterThanOrEqual(0.2);
      expect(nearness).toBeLessThanOrEqual(1);
      expect(hours === null || hours >= 0).toBe(true);
    }
  });

  it("refuses a move between roles that do not exist", () => {
    const moves = [{ from: "nobody", to: "plc-engineer", people: 1, medianYears: 1 }];
    expect(() => buildCareerGraph({ roles: DEMO_ROLES, moves, courses: [], taxonomy: BASE_TAXONOMY })).toThrow(/nobody/);
  });
});

describe("careerPaths", () => {
  it("goes from the shop floor to the supervisor by the way that people went", () => {
    const [best] = careerPaths(graph, { from: "assembly-technician", to: "field-supervisor" }, OPTIONS);
    expect(best?.roles.slice(0, 2)).toEqual(["assembly-technician", "field-technician"]);
    expect(best?.roles.at(-1)).toBe("field-supervisor");
    expect(best?.reason.zh).toContain("现场服务");
  });

  it("gives different paths, cheapest first, and none to the role itself", () => {
    const paths = careerPaths(graph, { from: "design-engineer", to: "principal-engineer" }, OPTIONS);
    expect(paths.length).toBeGreaterThan(1);
    expect(new Set(paths.map(({ roles }) => roles.join())).size).toBe(paths.length);
    for (let i = 1; i < paths.length; i++) expect(paths[i]?.cost).toBeGreaterThanOrEqual(paths[i - 1]?.cost ?? 0);
    expect(careerPaths(graph, { from: "buyer", to: "buyer" }, OPTIONS)).toEqual([]);
  });

  it("is as short as trying every way on a small graph", () => {
    const edge = (from: string, to: string, cost: number): CareerEdge => ({ from, to, people: 1, nearness: 1, hours: 10, cost });
    const small: CareerGraph = { roles: [], edges: [edge("a", "b", 1), edge("b", "d", 5), edge("a", "c", 2), edge("c", "d", 2), edge("b", "c", 0.5)] };
    const paths = careerPaths(small, { from: "a", to: "d" }, OPTIONS);
    expect(paths.map(({ roles, cost }) => [roles.join(""), cost])).toEqual([["abcd", 3.5], ["acd", 4], ["abd", 6]]);
    expect(paths[0]?.months).toBe(2);
    expect(nextRoles(small, "a").map(({ to }) => to)).toEqual(["b", "c"]);
  });
});

describe("toLattice", () => {
  it("gives every role its own place", () => {
    const { points, families, grades } = toLattice(graph);
    expect(new Set(points.map(({ column, row, slot }) => `${column} ${row} ${slot}`)).size).toBe(DEMO_ROLES.length);
    expect(families).toHaveLength(new Set(DEMO_ROLES.map(({ family }) => family)).size);
    expect(grades).toEqual([...grades].sort((a, b) => a - b));
  });
});
