/** @file Integrated gradients of a trained network: contributions add up to the score's difference within 1e-3. */
import { expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { createExecutor } from "../../runtime/executor";
import { createMatrix, rowOf } from "../models/matrix";
import { trainNetwork } from "../models/network";
import { deletionTest } from "./deletion-test";
import { integratedGradients, type NetworkExplanation } from "./integrated-gradients";

test("complete within 1e-3, each used input gets more than three times what an unused one gets, top features move the score more than random ones", async () => {
  const random = createRng(6);
  const x = createMatrix(240, 6);
  const targets = Array.from({ length: 240 }, (_, row) => {
    for (let at = 0; at < 6; at++) x.data[row * 6 + at] = random() * 4 - 2;
    const [a = 0, b = 0] = rowOf(x, row);
    return Number(a * b + a > 0);
  });
  const network = await trainNetwork(x, targets, { executor: await createExecutor({ threads: 1 }), task: { kind: "binary" }, seed: 2, epochs: 40 });
  const found: NetworkExplanation[] = [];
  for (const row of [0, 1, 2, 3, 4, 5, 6, 7]) found.push(await integratedGradients(network, rowOf(x, row).slice()));
  for (const { base, score, amounts, gap } of found) {
    expect(Math.abs(gap)).toBeLessThan(1e-3);
    expect(base + amounts.reduce((sum, one) => sum + one, 0) + gap).toBeCloseTo(score, 9);
  }
  const weight = (at: number): number => found.reduce((sum, { amounts }) => sum + Math.abs(amounts[at] ?? 0), 0);
  expect((weight(0) + weight(1)) / 2).toBeGreaterThan((3 * (weight(2) + weight(3) + weight(4) + weight(5))) / 4);
  const scores = await network.scores(x);
  const without = new Map<string, number>();
  for (let person = 0; person < 8; person++) {
    for (let mask = 1; mask < 64; mask++) {
      const changed = createMatrix(1, 6);
      changed.data.set(rowOf(x, person).map((value, at) => (mask & (1 << at) ? 0 : value)));
      if ([...mask.toString(2)].filter((bit) => bit === "1").length === 2) without.set(`${person} ${mask}`, (await network.scores(changed))[0] ?? 0);
    }
  }
  const result = deletionTest(found.map(({ amounts }) => amounts), scores, (person, features) => without.get(`${person} ${features.reduce((mask, at) => mask | (1 << at), 0)}`) ?? Number.NaN, { deleted: 2 });
  expect(result.top.mean).toBeGreaterThan(result.random.mean);
  await network.close();
});
