/**
 * @file What the server and the process that trains insights say to each other. The input is a file of its own, readable by this
 * account only and removed once read; results come back as messages.
 */
import type { InsightKind, InsightStage, Interval, TableMapping } from "../../contracts/insights";

export interface InsightTrainingSettings {
  /** The input, made by v8.serialize; the child removes it once read. */
  readonly file: string;
  readonly encoder: string;
  readonly device: "auto" | "cpu" | "cuda" | "webgpu";
  readonly modelsDir: string;
  /** Milliseconds that each stage waits; 0 outside of tests. */
  readonly stageDelayMs: number;
}

export interface InsightTrainingInput {
  readonly kind: InsightKind;
  readonly name: string;
  /** UTF-8 CSV. */
  readonly content: Uint8Array;
  readonly mapping: TableMapping;
  /** Given here, for comments: hash of the text → label. Empty for other kinds. */
  readonly labels: ReadonlyMap<string, string>;
  readonly seed: number;
  /** Invented rows have been made of this table: attrition tries them too. */
  readonly augment: boolean;
  /** The version that serves, for what changed since; null: none. */
  readonly earlier: unknown;
}

/** What a version says of one row's person. */
export interface PersonResult {
  readonly rowKey: string;
  readonly group: string;
  readonly band: string;
  readonly value: number;
  readonly detail: unknown;
}

export interface InsightTrainingResult {
  /** As lib/contracts/insights-reports.ts has it for the kind. */
  readonly report: unknown;
  /** The figure that the gate compares. `of`: what is told (labels, classes, the measure), where that may differ between versions. */
  readonly metric: { readonly name: string; readonly of?: string; readonly value: Interval; readonly higherIsBetter: boolean; /** What knowing nothing but the average gives. */ readonly floor: number };
  readonly artefact: unknown;
  readonly people: readonly PersonResult[];
  readonly recipe: Readonly<Record<string, string | number | boolean>>;
}

export type FromInsightTrainer =
  | { readonly type: "progress"; readonly stage: InsightStage; readonly step: number; readonly steps: number | null }
  | { readonly type: "result"; readonly result: InsightTrainingResult }
  | { readonly type: "failure"; readonly code: string; readonly message: string; readonly userMessage: string };
