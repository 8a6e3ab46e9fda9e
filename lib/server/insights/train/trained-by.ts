/** @file What each kind's training is: mapped table in, report, model and people out. */
import type { TableMapping } from "../../../contracts/insights";
import type { DataTable } from "../../../insights/table/types";
import type { InsightTrainingResult, InsightTrainingSettings } from "../protocol";

export interface TrainingTask {
  /** Mapped. */
  readonly table: DataTable;
  readonly mapping: TableMapping;
  /** Given here, for comments: hash of the text → label. */
  readonly labels: ReadonlyMap<string, string>;
  readonly seed: number;
  /** Invented rows have been made of this table: they are tried against doing without. */
  readonly augment: boolean;
  readonly earlier: unknown;
  readonly settings: InsightTrainingSettings;
  readonly tell: (stage: "validate" | "explain", step: number, steps: number | null) => void;
}

export type TrainKind = (task: TrainingTask) => Promise<InsightTrainingResult>;
