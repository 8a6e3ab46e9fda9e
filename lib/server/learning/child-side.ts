/**
 * @file One side of a comparison in the training process: an encoder, the documents with its vectors, the labelled questions as
 * they are found there. The shipped encoder's side is the one that answers are written from; another encoder's only ranks.
 */
import type { Encoder } from "../../core/encoder";
import type { Ask, UnanswerableQuestion } from "../../improvement/answering/asked";
import { groupQuestions } from "../../improvement/dataset/question-groups";
import { gatherExamples } from "../../improvement/ranking/examples";
import type { SplitExample } from "../../improvement/ranking/improve-ranking";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { FUSION } from "../../knowledge/retrieval/constants";
import { createKnowledgeBase, type KnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import type { LearnedRanking, LearnedSpace } from "../../knowledge/retrieval/learned-ranking";
import type { Passage } from "../../knowledge/types";
import type { TrainingInput } from "./protocol";

export interface Side {
  readonly encoder: Encoder;
  readonly knowledge: KnowledgeBase;
  /** Null: the shipped encoder's. */
  readonly space: LearnedSpace | null;
}

export function openSide({ passages }: Pick<TrainingInput, "passages">, encoder: Encoder, vectors: readonly Float32Array[], isShipped: boolean): Side {
  const index = createExactIndex(encoder.dimension);
  const knowledge = createKnowledgeBase({ encoder, vectors: index, lexical: createLexicalIndex() });
  const byDocument = new Map<string, { passages: Passage[]; vectors: Float32Array[] }>();
  passages.forEach((passage, at) => {
    const own = byDocument.get(passage.documentId) ?? { passages: [], vectors: [] };
    byDocument.set(passage.documentId, own);
    own.passages.push(passage);
    own.vectors.push(vectors[at] ?? new Float32Array(encoder.dimension));
  });
  for (const document of byDocument.values()) knowledge.addDocument(document);
  return { encoder, knowledge, space: isShipped ? null : { encoder, vectors: index, vectorOf: (id) => knowledge.vectorOf(id) } };
}

/** Ranks as it ships, with this encoder's vectors: nothing is remembered, so nothing is familiar. */
export function plainRanking(encoder: Encoder): LearnedRanking {
  return { version: "plain", encoderVersion: encoder.version, weights: { dense: FUSION.denseWeight, passageMemory: 0, documentMemory: 0, popularity: 0 }, adapter: null, familiarity: { low: 1, high: 2 }, memory: [] };
}

/** Asks as the chat does: answers are written with the shipped encoder, ranked in this side's space. */
export function askingIn({ space, encoder }: Side, chat: Ask): Ask {
  return (query, learned) => chat(query, space ? { ...(learned ?? plainRanking(encoder)), space } : learned);
}

export interface Questions {
  readonly examples: readonly SplitExample[];
  readonly unanswerable: readonly UnanswerableQuestion[];
  /** That no document could answer. */
  readonly unfair: readonly UnanswerableQuestion[];
}

/** Labels name passages by id here; a passage that no longer holds is passed over. Paraphrases count once in every test. */
export async function questionsOf({ labels, unanswerable, unfair, passages }: TrainingInput, { knowledge }: Side): Promise<Questions> {
  const byId = new Map(passages.map((passage) => [passage.id as string, passage]));
  const facts = new Map(labels.map((label) => [label.query, label]));
  const lines = labels.map(({ query, chunkId, relevance, weight }) => ({ query, passage: chunkId, relevance, weight }));
  const { examples } = await gatherExamples(lines, {
    knowledge,
    find: ({ passage }) => [byId.get(passage)].flatMap((one) => one ?? []),
    groupOf: (query) => facts.get(query)?.itemId ?? query,
  });
  const absent = trustOf(unanswerable);
  const without = [...absent, ...trustOf(unfair)];
  const vectors = await knowledge.encoder.embed(without.map(({ query }) => query));
  const texts = [...examples.map(({ query, pool, group }) => ({ text: query, vector: pool.vector, item: group })), ...without.map(({ query, itemId }, at) => ({ text: query, vector: vectors[at] ?? new Float32Array(knowledge.encoder.dimension), item: itemId }))];
  const roots = groupQuestions(texts.map(({ text, vector }) => ({ text, vector })));
  const groupAt = (at: number): string => texts[roots[at] ?? at]?.item ?? "";
  const bare = without.map(({ query, weight, split }, at): UnanswerableQuestion => ({ query, weight, split, group: groupAt(examples.length + at), vector: texts[examples.length + at]?.vector ?? new Float32Array() }));
  return {
    examples: examples.map((example, at) => ({ ...example, group: groupAt(at), split: facts.get(example.query)?.split ?? "train" })),
    unanswerable: bare.slice(0, absent.length),
    unfair: bare.slice(absent.length),
  };
}

/** One line per question, however many reviewers said so: it stands for as much as the most trusted of them. */
function trustOf(labels: TrainingInput["unanswerable"]): TrainingInput["unanswerable"] {
  const best = new Map<string, TrainingInput["unanswerable"][number]>();
  for (const label of labels) if (label.weight > (best.get(label.query)?.weight ?? 0)) best.set(label.query, label);
  return [...best.values()];
}

/** The same questions in the same groups, found by another encoder: which are paraphrases is not judged twice. */
export function groupedAs(first: Questions, anew: Questions): Questions {
  const groups = new Map([...first.examples, ...first.unanswerable, ...first.unfair].map(({ query, group }) => [query, group]));
  const regroup = <Q extends { readonly query: string; readonly group: string }>(list: readonly Q[]): Q[] => list.map((one) => ({ ...one, group: groups.get(one.query) ?? one.group }));
  return { examples: regroup(anew.examples), unanswerable: regroup(anew.unanswerable), unfair: regroup(anew.unfair) };
}
