/**
 * @file What one retrieval returns: ranked passages and documents with the scores of both arms and the words' features.
 */
import type { DocumentId, DocumentKind, Language } from "../../core/types";
import type { RatedUnit } from "../lexical/lexical-index";
import type { Repair } from "../lexical/understand";
import type { WordFeatures } from "../lexical/word-features";
import type { Passage } from "../types";
import type { AnswerCalibration } from "./learned-ranking";

export interface RankedPassage {
  readonly passage: Passage;
  /** 1-based. */
  readonly rank: number;
  /** Fused, 0–1: comparable within one question only. */
  readonly score: number;
  /** BM25 before fusion, null when that arm was off. */
  readonly lexical: number | null;
  /** Cosine before fusion, null when that arm was off; the shipped encoder's, also where a version ranks with its own. */
  readonly dense: number | null;
  readonly features: WordFeatures;
}

export interface RankedDocument {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly source: string;
  readonly kind: DocumentKind;
  readonly rank: number;
  readonly score: number;
  /** Its passages, best first, at most three; those beyond `k` are not in `Retrieval.passages`. */
  readonly evidence: readonly RankedPassage[];
}

export interface Retrieval {
  readonly passages: readonly RankedPassage[];
  /** Distinct documents of all candidates, best first, at most MAX_DOCUMENTS. */
  readonly documents: readonly RankedDocument[];
  /** The question with its repairs, for "understood as"; null when nothing was repaired. */
  readonly repairedQuery: string | null;
  readonly repairs: readonly Repair[];
  readonly language: Language;
  /** What the question asks about, with idf: for stages that weigh sentences. */
  readonly units: readonly RatedUnit[];
  /** Version of the learned ranking that ordered it (learned-ranking.ts); null: as shipped. */
  readonly learned: string | null;
  /** How sure an answer to this question is, as that version learned it; null: as shipped. */
  readonly answering: AnswerCalibration | null;
  /** The question's own vector, not adapted, for stages that compare sentences with it; null in lexical mode. */
  readonly queryVector: Float32Array | null;
  readonly timingsMs: Readonly<Record<"lexical" | "embed" | "dense" | "fuse", number>>;
}
