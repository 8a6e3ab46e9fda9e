/**
 * @file The solver solves: a knapsack with a known optimum, an infeasible and an unbounded programme, a warm start.
 */
import { describe, expect, it } from "vitest";
import { loadSolver } from "./highs";
import { createModelBuilder, withCosts } from "./linear-model";

const OPTIONS = { timeLimitMs: 5000, relativeGap: 0 };

describe("loadSolver", () => {
  it("finds the optimum of a knapsack, and proves it", async () => {
    const solver = await loadSolver();
    const builder = createModelBuilder();
    const items = [[60, 10], [100, 20], [120, 30]] as const;
    const columns = items.map(([worth]) => builder.binary(worth));
    builder.row(columns.map((column, i) => [column, items[i]?.[1] ?? 0] as const), { upper: 50 });
    const solution = solver.solve(builder.build(), OPTIONS);
    if (solution.status !== "optimal") throw new Error(solution.status);
    expect(solution.objective).toBeCloseTo(220, 9);
    expect([...solution.values].map(Math.round)).toEqual([0, 1, 1]);
    expect(solution.relativeGap).toBeLessThan(1e-9);
    const cheapest = solver.solve(withCosts(builder.build(), () => -1), { ...OPTIONS, startFrom: solution.values });
    expect(cheapest.status === "optimal" && cheapest.objective).toBeCloseTo(0, 9);
  });

  it("says infeasible and unbounded", async () => {
    const solver = await loadSolver();
    const impossible = createModelBuilder();
    const x = impossible.binary(1);
    impossible.row([[x, 1]], { lower: 2 });
    expect(solver.solve(impossible.build(), OPTIONS).status).toBe("infeasible");
    const endless = createModelBuilder();
    endless.add({ cost: 1 });
    expect(solver.solve(endless.build(), OPTIONS).status).toMatch(/unbounded|infeasible/);
  });

  it("adds up repeated terms and notices a row that contradicts itself", () => {
    const builder = createModelBuilder();
    const x = builder.binary();
    builder.row([[x, 1], [x, 2]], { upper: 3 });
    expect(builder.build().rows[0]?.terms).toEqual([[x, 3]]);
    builder.row([[x, 1], [x, -1]], { lower: 1 });
    expect(builder.consistent()).toBe(false);
  });
});
