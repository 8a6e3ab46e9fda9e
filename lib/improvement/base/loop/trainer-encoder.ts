/**
 * @file trainerEncoder: a trainer seen as an Encoder, so that mining and dev figures need no model files.
 */
import type { Encoder } from "../../../core/encoder";
import type { EncoderVersion } from "../../../core/types";
import { cutIds, padRows, type TokenRows, type Tokens } from "../batches/token-rows";

export interface EmbedSource {
  /** Unit vectors, row-major. */
  embed(batch: TokenRows): Promise<Float32Array>;
}

/** One graph is compiled per length, so there are few; each batch holds about the same number of tokens. */
const LENGTHS = [16, 32, 64, 128, 256] as const;
const TOKENS_PER_BATCH = 2048;

/** @param dimension of the vectors. Texts are cut at 256 tokens. */
export function trainerEncoder(trainer: EmbedSource, { tokens, dimension }: { tokens: Tokens; dimension: number }): Encoder {
  // The same dev texts come at every evaluation.
  const known = new Map<string, readonly number[]>();
  const idsOf = (text: string): readonly number[] => {
    const ids = known.get(text) ?? cutIds(tokens.encode(text), LENGTHS.at(-1) as number);
    known.set(text, ids);
    return ids;
  };
  return {
    version: "in-training" as EncoderVersion,
    dimension,
    countTokens: (text) => Math.max(0, tokens.encode(text).length - 2),
    async embed(texts, options = {}) {
      const vectors = new Array<Float32Array>(texts.length);
      const rows = texts.map((text, at) => ({ at, ids: idsOf(text) }));
      let done = 0;
      for (const length of LENGTHS) {
        const fitting = rows.filter(({ ids }) => LENGTHS.find((one) => ids.length <= one) === length);
        const perBatch = TOKENS_PER_BATCH / length;
        for (let from = 0; from < fitting.length; from += perBatch) {
          const some = fitting.slice(from, from + perBatch);
          const filled = [...some, ...Array.from({ length: perBatch - some.length }, () => some[0] as (typeof some)[number])];
          const block = await trainer.embed(padRows(filled.map(({ ids }) => ids), { length, padId: tokens.padId }));
          some.forEach(({ at }, row) => (vectors[at] = block.slice(row * dimension, (row + 1) * dimension)));
          done += some.length;
          options.onProgress?.(done);
        }
      }
      return vectors;
    },
  };
}
