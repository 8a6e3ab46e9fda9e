/**
 * @file What the server and its training child say to each other. The input is a file of its own (passages, vectors, labels),
 * readable by this account only and removed when the run ends; results come back as messages.
 */
import type { GateReport } from "../../contracts/gate";
import type { CurvePoint, RunStage } from "../../contracts/learning";
import type { EncoderVersion, ReviewItemId } from "../../core/types";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import type { Passage } from "../../knowledge/types";
import type { Split } from "../../improvement/dataset/split";

export interface TrainingSettings {
  readonly encoder: string;
  readonly device: "auto" | "cpu" | "cuda" | "webgpu";
  readonly modelsDir: string;
  /** The input, made by v8.serialize; the child removes it once read. */
  readonly file: string;
  /** Where the general set's candidates are kept between runs. */
  readonly cacheDir: string;
  /** Milliseconds that each stage waits; 0 outside of tests. */
  readonly stageDelayMs: number;
}

export interface TrainingLabel {
  readonly itemId: ReviewItemId;
  readonly query: string;
  readonly chunkId: string;
  /** 0–3 */
  readonly relevance: number;
  /** 0–1 */
  readonly weight: number;
  readonly split: Split;
}

/** A question that reviewers say the documents do not answer. */
export type UnansweredLabel = Pick<TrainingLabel, "itemId" | "query" | "weight" | "split">;

export interface TrainingInput {
  /** Names the version that comes of it. */
  readonly version: string;
  /** "encoder": its last layers are trained first, then what a "ranking" learns is learned in its space. */
  readonly kind: "ranking" | "encoder";
  readonly labels: readonly TrainingLabel[];
  readonly unanswerable: readonly UnansweredLabel[];
  /** Questions that no document could answer, by the reviewers. */
  readonly unfair: readonly UnansweredLabel[];
  /** What is searched: policies, courses and openings that hold today. Never résumés. */
  readonly passages: readonly Passage[];
  /** One per passage. */
  readonly vectors: readonly Float32Array[];
  readonly champion: LearnedRanking | null;
  /** Where the champion ranks with a trained encoder's vectors: its folder, the bytes of its layers, and its vector of each passage. */
  readonly space: { readonly folder: string; readonly layerBytes: number; readonly vectors: readonly Float32Array[] } | null;
  readonly seed: number;
  readonly budgetMs: number;
}

export interface TrainingResult {
  readonly artefact: Uint8Array;
  /** Of kind "encoder": what `writeLayers` gives, and the version of the encoder that comes of it. */
  readonly trained: { readonly version: EncoderVersion; readonly layers: Uint8Array } | null;
  readonly gate: GateReport;
  readonly recipe: Readonly<Record<string, string | number | boolean>>;
  readonly curve: readonly CurvePoint[];
  /** By question: place of the best right passage; null: not found. */
  readonly changes: readonly { readonly itemId: ReviewItemId; readonly split: Split; readonly before: number | null; readonly after: number | null }[];
}

export type FromTrainer =
  | { readonly type: "progress"; readonly stage: RunStage; readonly step: number; readonly steps: number | null; readonly point: CurvePoint | null }
  | { readonly type: "result"; readonly result: TrainingResult }
  | { readonly type: "failure"; readonly code: string; readonly message: string; readonly userMessage: string };
