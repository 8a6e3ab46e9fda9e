/**
 * @file Encoder: the port through which every stage turns texts into vectors. lib/runtime implements it with
 * onnxruntime, tests with small fakes; stages only ever see this shape.
 */
import type { EncoderVersion } from "./types";

export interface EmbedOptions {
  /** Checked between batches; an aborted call rejects with AppError "job/cancelled". */
  readonly signal?: AbortSignal;
  /** Called after each batch with the number of texts done so far. */
  readonly onProgress?: (done: number) => void;
}

/** Turns texts into unit vectors. */
export interface Encoder {
  readonly version: EncoderVersion;
  readonly dimension: number;
  /**
   * @returns one L2-normalised Float32Array of length `dimension` per text, in the order given.
   * Texts longer than the model's window are cut at its end.
   */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
  /** Number of tokens of a text, special tokens not counted, nothing cut. */
  countTokens(text: string): number;
}
