import { expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { fitBinary, fitConditional } from "./logit";

const options = { l2: 1e-4, steps: 800, rate: 0.3 };

test("a conditional fit finds the utilities that made the choices", () => {
  const random = createRng(3);
  const groups = Array.from({ length: 600 }, () => {
    const rows = Array.from({ length: 6 }, () => Float64Array.of(random(), 100 * random(), random()));
    const utilities = rows.map(([a = 0, b = 0]) => 4 * a - 0.03 * b - Math.log(-Math.log(random())));
    const best = utilities.indexOf(Math.max(...utilities));
    return { rows, isRight: rows.map((_, i) => i === best) };
  });
  const [a = 0, b = 0, c = 0] = fitConditional(groups, options);
  expect(a).toBeGreaterThan(3);
  expect(a).toBeLessThan(5);
  expect(b).toBeLessThan(-0.02);
  expect(b).toBeGreaterThan(-0.04);
  expect(Math.abs(c)).toBeLessThan(0.6);
});

test("a binary fit is calibrated on what it was fitted to, and keeps the signs asked for", () => {
  const random = createRng(5);
  const rows = Array.from({ length: 2000 }, () => Float64Array.of(random(), random()));
  const labels = rows.map(([a = 0, b = 0]) => random() < 1 / (1 + Math.exp(-(3 * a - 1 - b))));
  const free = fitBinary(rows, labels, options);
  const mean = rows.reduce((sum, row) => sum + 1 / (1 + Math.exp(-(free.bias + row.reduce((s, v, j) => s + v * (free.weights[j] ?? 0), 0)))), 0) / rows.length;
  expect(mean).toBeCloseTo(labels.filter(Boolean).length / labels.length, 2);
  expect(free.weights[0]).toBeGreaterThan(2);
  expect(fitBinary(rows, labels, { ...options, signs: [1, 1] }).weights[1]).toBe(0);
});
