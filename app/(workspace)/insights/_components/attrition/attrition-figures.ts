/** @file The figures of the attrition models in the order of the page, each with what guessing the usual rate would reach. */
import type { Interval } from "@/lib/contracts/insights-gate";
import type { AttritionView } from "@/lib/contracts/insights-reports";

const METRICS = ["auc", "ap", "brier"] as const;
export type AttritionMetric = (typeof METRICS)[number];

export interface AttritionFigure {
  readonly metric: AttritionMetric;
  /** Of whoever gives everybody the usual rate: the line that a model must be on the right side of. */
  readonly chance: number;
  readonly models: readonly { readonly model: string; readonly value: Interval; readonly how: string }[];
}

/** Models without a figure (the survival model has a concordance only) are left out of it; a figure that no model has, too. */
export function attritionFigures({ n, events, models }: Pick<AttritionView, "n" | "events" | "models">): AttritionFigure[] {
  const rate = events / Math.max(1, n);
  const chance: Readonly<Record<AttritionMetric, number>> = { auc: 0.5, ap: rate, brier: rate * (1 - rate) };
  return METRICS.map((metric) => ({ metric, chance: chance[metric], models: models.flatMap(({ model, metrics, how }) => (metrics[metric] ? [{ model, value: metrics[metric], how }] : [])) })).filter((figure) => figure.models.length > 0);
}
