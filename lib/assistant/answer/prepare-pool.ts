/**
 * @file Prepare pool: what was retrieved → sentences with features, ready to be scored. The only place of the answer
 * stage that asks the encoder, once, for at most MAX_EMBEDDED sentences.
 */
import type { Encoder } from "../../core/encoder";
import type { RankedPassage, Retrieval } from "../../knowledge/retrieval/knowledge-base";
import { askedQuantity, type AskedQuantity } from "../understand/asked-quantity";
import { questionType, type AnswerType } from "../understand/question-type";
import { coverOf, sentenceFeatures } from "./sentence-features";
import { poolSentences, type PoolSentence } from "./sentence-pool";

/** Passages whose sentences are looked at; 20 hold the right one for 4 % fewer of the tuning questions. */
const MAX_PASSAGES = 30;
/** Sentences that the encoder compares with the question: those that share most with it. 48 find no more quotes. */
const MAX_EMBEDDED = 24;

export interface PreparedPool {
  readonly type: AnswerType;
  /** The amount that the question asks for; null when it asks for none. */
  readonly asked: AskedQuantity | null;
  readonly passages: readonly RankedPassage[];
  readonly sentences: readonly PoolSentence[];
  /** Cosine with the question per sentence; null where it was not compared. */
  readonly similarities: readonly (number | null)[];
  /** One row per sentence, in the order of SENTENCE_FEATURES. */
  readonly features: readonly Float64Array[];
}

export interface PrepareOptions {
  readonly encoder: Encoder;
  /** As understood. */
  readonly question: string;
  readonly signal?: AbortSignal;
}

/** @throws AppError "job/cancelled" when `signal` is aborted */
export async function preparePool(retrieval: Retrieval, { encoder, question, signal }: PrepareOptions): Promise<PreparedPool> {
  const passages = retrieval.passages.slice(0, MAX_PASSAGES);
  const sentences = poolSentences(passages.map((ranked) => ranked.passage));
  const type = questionType(question);
  const similarities = await compare(retrieval, sentences, { encoder, signal });
  const features = sentenceFeatures({ asked: { units: retrieval.units, type }, sentences, passages, similarities });
  return { type, asked: askedQuantity(question), passages, sentences, similarities, features };
}

async function compare(retrieval: Retrieval, sentences: readonly PoolSentence[], { encoder, signal }: Pick<PrepareOptions, "encoder" | "signal">): Promise<(number | null)[]> {
  const { queryVector, units } = retrieval;
  if (!queryVector) return sentences.map(() => null);
  const promise = sentences.map((sentence, index) => ({ index, worth: coverOf(units, sentence.terms) - 0.05 * sentence.passageRank - (sentence.isHeading ? 1 : 0) }));
  const chosen = promise.sort((a, b) => b.worth - a.worth || a.index - b.index).slice(0, MAX_EMBEDDED);
  const vectors = await encoder.embed(chosen.map(({ index }) => sentences[index]?.text ?? ""), { signal });
  const similarities: (number | null)[] = sentences.map(() => null);
  chosen.forEach(({ index }, i) => {
    const vector = vectors[i];
    if (vector) similarities[index] = dot(queryVector, vector);
  });
  return similarities;
}

/** Both are unit vectors, so this is the cosine. */
function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
