/** @file Figures of the attrition page: AUC, AP and Brier with what guessing reaches, models without one left out. */
import { expect, test } from "vitest";
import { attritionFigures } from "./attrition-figures";

const about = (mean: number) => ({ mean, low: mean - 0.02, high: mean + 0.02 });

test("three figures in order, each against the usual rate; the survival model has none of them", () => {
  const found = attritionFigures({
    n: 1000,
    events: 200,
    models: [
      { model: "logistic", metrics: { brier: about(0.09), logLoss: about(0.3), ap: about(0.6), auc: about(0.85) }, how: "" },
      { model: "survival", metrics: { concordance: about(0.8) }, how: "" },
    ],
  });
  expect(found.map(({ metric, chance, models }) => [metric, chance, models.map(({ model, value }) => [model, value])])).toEqual([
    ["auc", 0.5, [["logistic", about(0.85)]]],
    ["ap", 0.2, [["logistic", about(0.6)]]],
    ["brier", expect.closeTo(0.16, 9), [["logistic", about(0.09)]]],
  ]);
});

test("a report of an old version, with the AUC only, shows what it has", () => {
  expect(attritionFigures({ n: 100, events: 30, models: [{ model: "logistic", metrics: { auc: about(0.7) }, how: "" }] }).map(({ metric }) => metric)).toEqual(["auc"]);
});
