/**
 * @file Solving in parts against brute force: a plan keeps every limit, is never better than possible, and what is
 * claimed as proven is true.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { isAppError } from "../../core/errors";
import { createTaxonomy } from "../../people/taxonomy/create-taxonomy";
import { loadSolver } from "../solver/highs";
import type { Solver } from "../solver/linear-model";
import type { PlanRequest } from "../types";
import { bruteForce } from "./brute-force.fixture";
import { randomRequest } from "./random-request.fixture";
import { readPlan } from "./read-plan";
import { solveLarge, type Solved } from "./solve-request";
import { verifyPlan } from "./verify-plan";

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** "unknown": neither a plan nor that there is none could be shown. */
function solve(request: PlanRequest, rounds: readonly number[]): Solved | null | "unknown" {
  try {
    return solveLarge(request, { solver, limits: { timeLimitMs: 4000, relativeGap: 0 } }, rounds);
  } catch (thrown) {
    if (isAppError(thrown) && thrown.code === "request/too-large") return "unknown";
    throw thrown;
  }
}

describe("solveLarge", () => {
  it("claims on 100 random requests nothing that brute force denies", () => {
    const count = { best: 0, proven: 0, worse: 0, impossible: 0 };
    for (let seed = 201; seed <= 300; seed++) {
      const request = randomRequest(seed, 5);
      const best = bruteForce(request);
      // One or two courses of five: the plan is often not the best, and then must not be called so.
      const solved = solve(request, [1, 2]);
      if (solved === "unknown") continue;
      if (solved === null) {
        count.impossible++;
        expect(best, `seed ${seed}`).toBeNull();
        continue;
      }
      const plan = readPlan(solved.problem, solved.chosen, { aim: "most", taxonomy: createTaxonomy([]) });
      expect(verifyPlan(request, plan), `seed ${seed}`).toEqual([]);
      const { objective, proof } = solved.chosen;
      const possible = 100 * ((best ?? Number.NaN) - solved.problem.coverageBefore);
      expect(objective, `seed ${seed}`).toBeLessThan(possible + 1e-4);
      expect(objective + proof.relativeGap * Math.max(objective, 1e-9), `seed ${seed}`).toBeGreaterThan(possible - 1e-4);
      if (objective < possible - 1e-4) count.worse++;
      else if (proof.optimal) count.proven++;
      else count.best++;
    }
    expect(count.proven).toBeGreaterThan(20);
    expect(count.worse).toBeGreaterThan(1);
    expect(count.impossible).toBeGreaterThan(1);
  });

  it("reaches the best when there is time for all courses", () => {
    for (let seed = 301; seed <= 330; seed++) {
      const request = randomRequest(seed, 5);
      const best = bruteForce(request);
      const solved = solve(request, [2, 5]);
      if (solved === null || solved === "unknown" || best === null) expect(best, `seed ${seed}`).toBeNull();
      else expect(solved.problem.coverageBefore + solved.chosen.objective / 100, `seed ${seed}`).toBeCloseTo(best, 6);
    }
  });
});
