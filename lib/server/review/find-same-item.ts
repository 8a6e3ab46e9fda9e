/**
 * @file The item that asks the same as a new question: by wording, else by meaning among the newest ones. Vectors of
 * questions are kept in memory, a few thousand at most.
 */
import type { Database } from "../../../db/client";
import { listItemQuestions, type NewReviewItem } from "../../../db/queries/review-sources";
import type { Encoder } from "../../core/encoder";
import { systemScope } from "../../core/scope";
import type { ReviewItemId } from "../../core/types";
import { SAME_QUESTION_POOL } from "./constants";
import { isSameQuestion } from "./same-question";

const scope = systemScope("review queue");

/** Question vectors of one encoder version; the oldest go first. */
const vectors = new Map<string, Float32Array>();
const MAX_VECTORS = 2_000;

/** Null when there is none. Computes; call it outside of a transaction. */
export async function findSameItem(db: Database, encoder: Encoder, item: Pick<NewReviewItem, "question" | "questionKey" | "language">): Promise<ReviewItemId | null> {
  const { question, questionKey: key, language } = item;
  const known = await listItemQuestions(db, scope, { language, limit: SAME_QUESTION_POOL });
  const same = known.find((item) => item.questionKey === key);
  if (same) return same.id;
  if (known.length === 0) return null;
  const [mine, ...theirs] = await vectorsOf(encoder, [question, ...known.map((item) => item.question)]);
  let best: { id: ReviewItemId; cosine: number } | null = null;
  known.forEach((item, i) => {
    const vector = theirs[i];
    const cosine = mine && vector ? dot(mine, vector) : -1;
    if (cosine > (best?.cosine ?? -1) && isSameQuestion(question, item.question, cosine)) best = { id: item.id, cosine };
  });
  return (best as { id: ReviewItemId } | null)?.id ?? null;
}

async function vectorsOf(encoder: Encoder, texts: readonly string[]): Promise<(Float32Array | undefined)[]> {
  const keyOf = (text: string) => `${encoder.version}\n${text}`;
  const missing = [...new Set(texts.filter((text) => !vectors.has(keyOf(text))))];
  const fresh = missing.length === 0 ? [] : await encoder.embed(missing);
  missing.forEach((text, i) => {
    const vector = fresh[i];
    if (vector) vectors.set(keyOf(text), vector);
  });
  const found = texts.map((text) => vectors.get(keyOf(text)));
  for (const key of [...vectors.keys()].slice(0, Math.max(0, vectors.size - MAX_VECTORS))) vectors.delete(key);
  return found;
}

/** Unit vectors: their cosine. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

