/**
 * @file The word table of an encoder: its whole English words with their input vectors, without running it.
 */
import { join } from "node:path";
import { z } from "zod";
import { AppError } from "../core/errors";
import { readJson } from "./hub-files";
import { readHubEncoder } from "./hub-weights";

export interface VocabularyVectors {
  /** Lower-case words of the alphabet, no pieces ("##ing"), no single signs. */
  readonly words: readonly string[];
  /** [words, dimension] */
  readonly vectors: Float32Array;
  readonly dimension: number;
}

const tokenizer = z.object({ model: z.object({ vocab: z.record(z.string(), z.number().int().nonnegative()) }) });

/** @throws AppError "model/not-found" or "model/unsupported" for a folder whose weights or WordPiece vocabulary cannot be read */
export async function readVocabularyVectors(folder: string): Promise<VocabularyVectors> {
  const { parameters } = await readHubEncoder(folder);
  const table = parameters.get("embeddings.word_embeddings.weight");
  const read = tokenizer.safeParse(await readJson(join(folder, "tokenizer.json")));
  if (!read.success || table === undefined) throw new AppError("model/unsupported", `${folder} has no WordPiece vocabulary with a vector for each entry.`);
  const [, dimension = 0] = table.dims;
  const entries = Object.entries(read.data.model.vocab).filter(([word]) => /^[a-z][a-z'-]*$/.test(word));
  const vectors = new Float32Array(entries.length * dimension);
  entries.forEach(([, id], row) => vectors.set(table.data.subarray(id * dimension, (id + 1) * dimension), row * dimension));
  return { words: entries.map(([word]) => word), vectors, dimension };
}
