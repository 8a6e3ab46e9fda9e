/** @file Performance: trees learn what a line cannot, exact Shapley values, the copy of a rating is caught. */
import { describe, expect, test } from "vitest";
import { createRng } from "../../core/rng";
import { addTreesShapley, treeMean } from "../explain/tree-shapley";
import { bytesOf } from "../demo-table.fixture";
import { evaluateTree } from "../models/grow-tree";
import { readTable } from "../table/read-table";
import type { DataTable } from "../table/types";
import { measurePerformance } from "./measure-performance";
import { explainPerformance, predictPerformance, trainPerformance } from "./performance-model";
import type { TreeNodes } from "./types";

/** Rating 2, 3, 4 by a rule that no line follows: high only when training and satisfaction are both high or both low. */
function rated(rows: number, noise = 0.08): string {
  const random = createRng(12);
  const lines = Array.from({ length: rows }, () => {
    const [training, satisfaction, age] = [Math.floor(random() * 10), Math.floor(random() * 10), 20 + Math.floor(random() * 40)];
    const same = training >= 5 === satisfaction >= 5;
    const rating = random() < noise ? 3 : same ? (training >= 5 ? 4 : 3) : 2;
    return `${training},${satisfaction},${age},${rating},${rating * 10 + random()},${(2 * training + 2 * satisfaction + random()).toFixed(2)}`;
  });
  return ["Training,Satisfaction,Age,PerformanceRating,Bonus points,Output", ...lines].join("\n");
}

const tableOf = async (csv: string): Promise<DataTable> => (await readTable(bytesOf(csv), "t.csv")).table;
const quick = { folds: 4, repeats: 1, withProtected: false };

describe("measured", () => {
  test("classes: trees beat the line where it must fail; a near-copy of the rating is set aside with an alarm", async () => {
    const report = await measurePerformance(await tableOf(rated(300)), { ...quick, target: "PerformanceRating", ignore: ["Output"] });
    if (report.kind !== "measured") throw new Error(report.message);
    expect(report).toMatchObject({ task: "classification", classes: ["2", "3", "4"] });
    expect(report.warnings[0]).toMatchObject({ code: "leak/copy-of-target", level: "alarm", columns: ["Bonus points"] });
    const of = (model: string): number => report.models.find((one) => one.model === model)?.metrics["macroF1"]?.mean ?? 0;
    expect(of("trees")).toBeGreaterThan(0.8);
    expect(of("trees")).toBeGreaterThan(of("linear") + 0.1);
    expect(of("linear")).toBeGreaterThan(of("usual"));
    expect(report.confusion.flat().reduce((a, b) => a + b, 0)).toBe(300);
    expect(report.importance.map(({ feature }) => feature).slice(0, 2).sort()).toEqual(["Satisfaction", "Training"]);
  });

  test("numbers: R² of a known line; pure noise raises the alarm", async () => {
    const table = await tableOf(rated(300));
    const line = await measurePerformance(table, { ...quick, target: "Output", ignore: ["Bonus points", "PerformanceRating"] });
    if (line.kind !== "measured") throw new Error(line.message);
    expect(line.task).toBe("regression");
    expect(line.metrics["r2"]?.mean).toBeGreaterThan(0.9);
    const random = createRng(2);
    const noise = await measurePerformance(await tableOf(["A,Result", ...Array.from({ length: 150 }, () => `${random()},${random()}`)].join("\n")), { ...quick, target: "Result" });
    expect(noise.warnings.map(({ code }) => code)).toContain("model/no-better-than-chance");
    const guesses = await measurePerformance(await tableOf(["A,Rating", ...Array.from({ length: 150 }, () => `${random()},${["low", "middle", "high"][Math.floor(3 * random())] ?? ""}`)].join("\n")), { ...quick, target: "Rating" });
    expect(guesses.warnings.map(({ code }) => code)).toContain("model/no-better-than-chance");
    expect(line.warnings.map(({ code }) => code)).not.toContain("model/no-better-than-chance");
  });
});

describe("leaks", () => {
  /** As hard to foretell as ratings are. */
  const honest = rated(300, 0.25);
  const planted = async (equal: number): Promise<DataTable> => {
    const random = createRng(7);
    const [head = "", ...lines] = honest.split("\n");
    return tableOf([`${head},Note`, ...lines.map((line) => `${line},${random() < equal ? line.split(",")[3] ?? "" : 2 + Math.floor(3 * random())}`)].join("\n"));
  };
  const measure = async (table: DataTable, options: { keep?: string[]; target?: string; ignore?: string[] }) => {
    const report = await measurePerformance(table, { ...quick, target: "PerformanceRating", ignore: ["Output", "Bonus points"], ...options });
    if (report.kind !== "measured") throw new Error(report.message);
    return report;
  };
  const alarms = ({ warnings }: { warnings: readonly { code: string; level: string; columns: readonly string[] }[] }) => warnings.filter(({ level }) => level === "alarm").map(({ code, columns }) => [code, ...columns]);

  test("a column equal to the rating in 97 % of rows is set aside; kept by hand, the whole model is too good and names it", async () => {
    const table = await planted(0.97);
    const report = await measure(table, {});
    expect(alarms(report)).toEqual([["leak/gives-answer", "Note"]]);
    expect(report.importance.map(({ feature }) => feature)).not.toContain("Note");
    const kept = await measure(table, { keep: ["Note"] });
    expect(alarms(kept)).toEqual([["leak/too-good", "Note"]]);
    expect(kept.warnings.find(({ level }) => level === "alarm")?.message).toMatch(/macro-F1 .* rests most on "Note": look there first/);
  });

  test("an honest table raises none; a number that follows from two columns is too good and names the heavier", async () => {
    expect(alarms(await measure(await tableOf(honest), {}))).toEqual([]);
    const line = await measure(await tableOf(rated(300)), { target: "Output", ignore: ["Bonus points", "PerformanceRating"] });
    const [first] = line.importance;
    expect(alarms(line)).toEqual([["leak/too-good", first?.feature]]);
  });
});

describe("exact tree explanations", () => {
  /** Shapley values by their definition: over all subsets of inputs, unknown ones averaged by cover. */
  function byDefinition(tree: TreeNodes, inputs: readonly number[]): number[] {
    const expected = (known: number, at = 0): number => {
      const feature = tree.feature[at] ?? -1;
      if (feature < 0) return tree.value[at] ?? 0;
      const [left, right] = [tree.left[at] ?? 0, tree.right[at] ?? 0];
      if (known & (1 << feature)) return expected(known, (inputs[feature] ?? 0) <= (tree.threshold[at] ?? 0) ? left : right);
      return ((tree.cover[left] ?? 0) * expected(known, left) + (tree.cover[right] ?? 0) * expected(known, right)) / (tree.cover[at] ?? 1);
    };
    const n = inputs.length;
    const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
    return inputs.map((_, of) => {
      let sum = 0;
      for (let known = 0; known < 1 << n; known++) {
        if (known & (1 << of)) continue;
        const size = [...known.toString(2)].filter((bit) => bit === "1").length;
        sum += ((factorial(size) * factorial(n - size - 1)) / factorial(n)) * (expected(known | (1 << of)) - expected(known));
      }
      return sum;
    });
  }

  const tree: TreeNodes = {
    feature: [0, 1, 0, -1, -1, -1, 2, -1, -1],
    threshold: [0.5, 0.3, 0.8, 0, 0, 0, 0.1, 0, 0],
    left: [1, 3, 5, -1, -1, -1, 7, -1, -1],
    right: [2, 4, 6, -1, -1, -1, 8, -1, -1],
    value: [0, 0, 0, 1, -2, 4, 0, 0.5, 7],
    cover: [100, 40, 60, 15, 25, 20, 40, 30, 10],
  };

  test.each([[[0.2, 0.9, 0.4]], [[0.9, 0.1, 0.05]], [[0.9, 0.2, 0.7]], [[0.6, 0.2, 0.7]]])("equal the definition for %j, also when a path asks twice for the same input", (inputs) => {
    const found = new Float64Array(3);
    addTreesShapley([tree], inputs, found);
    byDefinition(tree, inputs).forEach((value, at) => expect(found[at]).toBeCloseTo(value, 10));
    expect(treeMean(tree) + found.reduce((a, b) => a + b, 0)).toBeCloseTo(evaluateTree(tree, inputs), 10);
  });

  test("of a whole model: base plus contributions is the score within 1e-3, for every class", async () => {
    const table = await tableOf(rated(200));
    const model = trainPerformance(table, { target: "PerformanceRating", ignore: ["Output"] });
    if ("kind" in model) throw new Error(model.message);
    for (const row of [0, 7, 42]) {
      for (const of of [0, 1, 2]) {
        const { base, score, contributions, gap } = explainPerformance(model, table, { row, of });
        expect(Math.abs(gap)).toBeLessThan(1e-3);
        expect(base + contributions.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(score, 3);
      }
    }
    const [shares] = predictPerformance(model, table, [0]);
    expect(shares?.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  });
});
