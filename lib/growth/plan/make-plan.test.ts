/**
 * @file The planner against brute force on 200 random requests: equal coverage, the same verdict on impossible ones,
 * and every limit kept by the word of an independent check.
 */
import { beforeAll, describe, expect, it } from "vitest";
import { createTaxonomy } from "../../people/taxonomy/create-taxonomy";
import { loadSolver } from "../solver/highs";
import type { Solver } from "../solver/linear-model";
import { bruteForce } from "./brute-force.fixture";
import { isFeasible } from "./feasible";
import { makePlan } from "./make-plan";
import { randomRequest } from "./random-request.fixture";
import { verifyPlan } from "./verify-plan";

const taxonomy = createTaxonomy([]);
let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

describe("makePlan", () => {
  it("reaches what brute force reaches on 200 random requests, and keeps every limit", () => {
    let [planned, impossible, prepared] = [0, 0, 0];
    for (let seed = 1; seed <= 200; seed++) {
      const request = randomRequest(seed, 5);
      const best = bruteForce(request);
      if (best === null) {
        impossible++;
        expect(isFeasible(request, solver), `seed ${seed}`).toBe(false);
        continue;
      }
      const result = makePlan(request, { solver, taxonomy });
      if (result.kind !== "plan") throw new Error(`seed ${seed}: ${result.sentence.en}`);
      planned++;
      if (result.plan.steps.some(({ neededBy }) => neededBy.length > 0)) prepared++;
      expect(result.plan.coverageAfter, `seed ${seed}`).toBeCloseTo(best, 6);
      expect(verifyPlan(request, result.plan), `seed ${seed}`).toEqual([]);
      expect(result.plan.proof.optimal, `seed ${seed}`).toBe(true);
    }
    expect(planned).toBeGreaterThan(120);
    expect(impossible).toBeGreaterThan(5);
    expect(prepared).toBeGreaterThan(8);
  });
});
