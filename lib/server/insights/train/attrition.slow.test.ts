/** @file What a training of attrition measures: with invented rows taken, the gate's figure is of the model that learned from them; a table of several years says why it tells no horizons. */
import { afterEach, expect, test, vi } from "vitest";
import { warningText } from "../../../browser/problem";
import { attritionReport } from "../../../contracts/insights-reports";
import { bytesOf, fixtureCsv } from "../../../insights/demo-table.fixture";
import { readTable } from "../../../insights/table/read-table";
import * as augment from "../../../insights/synthetic/augment";
import { applyMapping, guessMapping } from "../mapping";
import { trainAttritionKind } from "./attrition";
import type { TrainingTask } from "./trained-by";

vi.mock("../../../insights/synthetic/augment", { spy: true });

afterEach(() => void vi.clearAllMocks());

async function taskOf(csv: string, augmentIt: boolean): Promise<TrainingTask> {
  const { table } = await readTable(bytesOf(csv), "t.csv");
  const mapping = guessMapping(table, "attrition");
  const settings = { file: "", encoder: "", device: "cpu", modelsDir: "", stageDelayMs: 0 } as const;
  return { table: applyMapping(table, mapping), mapping, labels: new Map(), seed: 3, augment: augmentIt, earlier: null, settings, tell: () => undefined };
}

const even = { mean: 0, low: 0, high: 0 };
const paired = { without: even, with: even, gain: even };

test("invented rows taken: cross-validated with them, and said so; refused: as without", async () => {
  const task = await taskOf(fixtureCsv({ rows: 260 }), true);
  // Whether they are taken is decided elsewhere; here, what follows from it. A network of 20 steps has learned nothing: its rows are noise.
  const real = await vi.importActual<typeof augment>("../../../insights/synthetic/augment");
  vi.mocked(augment.inventingLearner).mockImplementation(({ executor }) => real.inventingLearner({ executor, steps: 20 }));
  vi.mocked(augment.fitAugmented).mockImplementation((prepared, options) => real.fitAugmented(prepared, { ...options, steps: 20 }));
  vi.mocked(augment.challengeAugmented).mockResolvedValueOnce({ folds: 5, auc: paired, brier: paired, isTaken: false });
  const refused = await trainAttritionKind(task);
  vi.mocked(augment.challengeAugmented).mockResolvedValueOnce({ folds: 5, auc: paired, brier: paired, isTaken: true });
  const taken = await trainAttritionKind(task);

  const howOf = (result: typeof taken): string => attritionReport.parse(result.report).models.find(({ model }) => model === "logistic")?.how ?? "";
  expect(howOf(refused)).not.toMatch(/invented/);
  expect(howOf(taken)).toMatch(/as many invented rows beside the real ones.*10 folds × 1/);
  expect(warningText(howOf(taken), "zh")).toMatch(/虚构数据.*10 折 × 1/);
  expect(warningText(howOf(taken).split(";")[0] ?? "", "zh")).toMatch(/虚构数据/);
  // Not the plain model's figure under another name.
  expect(taken.metric.value.mean).not.toBeCloseTo(refused.metric.value.mean, 4);
  expect(taken.metric.value.mean).toBeLessThan(refused.metric.value.mean);
  expect(attritionReport.parse(taken.report).metrics["auc"]).toEqual(taken.metric.value);
  expect(refused.recipe["invented"]).toBe(false);
  expect(taken.recipe).toMatchObject({ invented: true, repeats: 1 });
});

test("more leavers than leave in a year: no horizons, and why, in both languages", async () => {
  const rows = Array.from({ length: 160 }, (_, at) => [at % 2 === 0 ? "Yes" : "No", 1 + ((at * 7) % 90), (at * 13) % 40, ["Sales", "Office"][(at >> 1) % 2]].join(","));
  const { report } = await trainAttritionKind(await taskOf(["Left,Tenure (months),Distance,Department", ...rows].join("\n"), false));
  const { horizons, warnings } = attritionReport.parse(report);
  expect(horizons).toBeNull();
  const said = warnings.find(({ code }) => code === "time/several-years")?.message ?? "";
  expect(said).toMatch(/^50 % of the rows are leavers/);
  expect(warningText(said, "zh")).toMatch(/^50% 的行是离职者/);
});
