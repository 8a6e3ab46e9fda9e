/**
 * @file Snapshot first: the reviewers' labels as they stand → rows with a split that no question ever leaves (paraphrases
 * together), named by the hash of their content. The same labels give the snapshot that is there already.
 */
import { findSnapshotByHash, insertSnapshot, listEarlierSplits, UNFAIR, type SnapshotRow } from "../../../db/queries/learning-snapshots";
import type { Database } from "../../../db/client";
import type { SnapshotFacts } from "../../contracts/learning";
import type { Encoder } from "../../core/encoder";
import { AppError } from "../../core/errors";
import { newId } from "../../core/ids";
import { systemScope } from "../../core/scope";
import type { Language, ReviewItemId, SnapshotId } from "../../core/types";
import { groupQuestions } from "../../improvement/dataset/question-groups";
import { createSnapshot } from "../../improvement/dataset/snapshot";
import { assignSplits, type Split } from "../../improvement/dataset/split";
import { MIN_QUESTIONS } from "../../improvement/ranking/learn-ranking";
import { readLabels, type Label } from "../review/labels";

const scope = systemScope("snapshot of labels");

export interface TakenSnapshot {
  readonly id: SnapshotId;
  readonly sha256: string;
  readonly facts: SnapshotFacts;
  /** False: the labels are those of an earlier snapshot. */
  readonly isNew: boolean;
}

interface Question {
  readonly itemId: ReviewItemId;
  readonly text: string;
  readonly language: Language;
  readonly split: Split;
  readonly group: string;
}

/** @throws AppError "train/too-few-labels" */
export async function takeSnapshot({ db, encoder }: { db: Database; encoder: Encoder }): Promise<TakenSnapshot> {
  const labels = await readLabels(db, scope);
  const answered = new Set(labels.filter(({ kind }) => kind === "passage").map(({ itemId }) => itemId)).size;
  if (answered < MIN_QUESTIONS) {
    const userMessage = `There are labels of ${answered} questions; training needs at least ${MIN_QUESTIONS}. Judge more questions in the review queue.`;
    throw new AppError("train/too-few-labels", `${answered} labelled questions, at least ${MIN_QUESTIONS} are needed`, { userMessage });
  }
  const questions = await splitQuestions(db, encoder, labels);
  const content = createSnapshot(labels.flatMap((label) => contentOf(label, questions)));
  const facts = factsOf(labels, questions);
  const known = await findSnapshotByHash(db, scope, content.id);
  if (known) return { id: known.id, sha256: known.sha256, facts: known.facts, isNew: false };
  const id = newId<SnapshotId>();
  const rows = labels.flatMap((label): SnapshotRow[] => {
    const question = questions.get(label.itemId);
    const isPassage = label.kind === "passage";
    return question ? [{ itemId: label.itemId, chunkId: isPassage ? label.chunkId : null, relevance: relevanceOf(label), weight: label.weight, split: question.split }] : [];
  });
  await db.transaction((tx) => insertSnapshot(tx, scope, { id, sha256: content.id, facts, demo: labels.some(({ demo }) => demo), rows }));
  return { id, sha256: content.id, facts, isNew: true };
}

async function splitQuestions(db: Database, encoder: Encoder, labels: readonly Label[]): Promise<ReadonlyMap<ReviewItemId, Question>> {
  const items = [...new Map(labels.map((label) => [label.itemId, label])).values()];
  const earlier = await listEarlierSplits(db, scope);
  const current = new Set(items.map(({ query }) => query));
  const gone = [...new Map(earlier.filter(({ question }) => !current.has(question)).map((one) => [one.question, one])).values()];
  const vectors = await encoder.embed([...items.map(({ query }) => query), ...gone.map(({ question }) => question)]);
  const grouped = items.map(({ query }, at) => ({ text: query, vector: vectors[at] ?? new Float32Array(encoder.dimension) }));
  const known = gone.map(({ question }, at) => ({ text: question, vector: vectors[items.length + at] ?? new Float32Array(encoder.dimension) }));
  const roots = groupQuestions(grouped);
  const ledger = Object.fromEntries(earlier.map(({ question, split }) => [question, split]));
  const { splits } = assignSplits(grouped.map((one, at) => ({ ...one, root: roots[at] ?? at })), { ledger, known });
  return new Map(items.map(({ itemId, query, language }, at) => [itemId, { itemId, text: query, language, split: splits[at] ?? "train", group: items[roots[at] ?? at]?.itemId ?? itemId }]));
}

/** −1 tells a question that no document could answer from one that these documents do not. */
function relevanceOf(label: Label): number {
  return label.kind === "passage" ? label.relevance : label.kind === "unfair" ? UNFAIR : 0;
}

function contentOf(label: Label, questions: ReadonlyMap<ReviewItemId, Question>): Parameters<typeof createSnapshot>[0][number][] {
  const question = questions.get(label.itemId);
  if (!question) return [];
  const { split, group } = question;
  const common = { query: label.query, weight: label.weight, source: "review" as const, split, group, ...(label.reviewerId ? { user: label.reviewerId } : {}) };
  return label.kind === "passage" ? [{ ...common, passage: label.passage, relevance: label.relevance, document: label.documentId }] : [{ ...common, passage: "", relevance: relevanceOf(label) }];
}

function factsOf(labels: readonly Label[], questions: ReadonlyMap<ReviewItemId, Question>): SnapshotFacts {
  const all = [...questions.values()];
  const inSplit = (split: Split) => all.filter((question) => question.split === split).length;
  const countOf = (kind: Label["kind"]) => new Set(labels.filter((label) => label.kind === kind).map(({ itemId }) => itemId)).size;
  const inLanguage = (language: Language) => all.filter((question) => question.language === language).length;
  return {
    questions: all.length,
    groups: new Set(all.map(({ group }) => group)).size,
    reviewers: new Set(labels.flatMap(({ reviewerId }) => reviewerId ?? [])).size,
    unanswerable: countOf("unanswerable"),
    unfair: countOf("unfair"),
    split: { train: inSplit("train"), dev: inSplit("dev"), test: inSplit("test") },
    languages: { en: inLanguage("en"), zh: inLanguage("zh") },
  };
}
