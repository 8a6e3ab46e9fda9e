/** @file Kind → its training. To add one: a file here, a line below. */
import type { InsightKind } from "../../../contracts/insights";
import { trainAttritionKind } from "./attrition";
import { trainClustersKind } from "./clusters";
import { trainComments } from "./comments";
import { trainForecastKind } from "./forecast";
import { trainPerformanceKind } from "./performance";
import { trainSyntheticKind } from "./synthetic";
import type { TrainKind } from "./trained-by";

export const TRAINED_KINDS: Readonly<Record<InsightKind, TrainKind>> = {
  attrition: trainAttritionKind,
  performance: trainPerformanceKind,
  forecast: trainForecastKind,
  clusters: trainClustersKind,
  patterns: trainClustersKind,
  text: trainComments("sentiment"),
  themes: trainComments("theme"),
  synthetic: trainSyntheticKind,
};
