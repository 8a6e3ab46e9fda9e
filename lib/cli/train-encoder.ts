/**
 * @file Joins `cadre train encoder`: a file of labels (and the documents they are about) → a judged ranking in a folder.
 */
import path from "node:path";
import type { LabelLine } from "../contracts/labels";
import type { TrainEncoderOutput } from "../contracts/models";
import { sha256 } from "../core/hash";
import { detectLanguage } from "../core/language";
import type { ChunkId, DocumentId } from "../core/types";
import { askAssistant } from "../improvement/answering/ask-assistant";
import { groupQuestions } from "../improvement/dataset/question-groups";
import { countRows, createSnapshot, type Snapshot } from "../improvement/dataset/snapshot";
import { assignSplits } from "../improvement/dataset/split";
import { limitUsers } from "../improvement/labels/user-limits";
import { createPassageFinder, gatherExamples } from "../improvement/ranking/examples";
import { improveRanking, type Improvement } from "../improvement/ranking/improve-ranking";
import type { LearnProgress } from "../improvement/ranking/learn-ranking";
import { modelCard } from "../improvement/registry/model-card";
import { writeRankingFolder } from "../improvement/registry/ranking-folder";
import { createExactIndex } from "../knowledge/index/exact-index";
import { createLexicalIndex } from "../knowledge/lexical";
import { createKnowledgeBase, type KnowledgeBase } from "../knowledge/retrieval/knowledge-base";
import { embeddingText } from "../knowledge/retrieval/embedding-text";
import type { Passage } from "../knowledge/types";
import type { LocalEncoder } from "../runtime/encoder";
import { createExecutor } from "../runtime/executor";
import { writeWhole } from "../runtime/write-whole";
import { openGeneralSet } from "./general-set";
import { openMemoryStore } from "./memory-store";

export interface TrainEncoderOptions {
  readonly labels: readonly LabelLine[];
  readonly encoder: LocalEncoder;
  /** As given with --base, to find the encoder again; null: the configured one. */
  readonly base: string | null;
  readonly docs: string | null;
  readonly out: string;
  readonly seed: number;
  readonly budgetMs: number;
  readonly note: (line: string) => void;
  readonly onProgress?: (event: LearnProgress) => void;
  readonly signal: AbortSignal;
}

/** Passages that are in no document are searched, but no document can be favoured for them. */
const LABELS_ONLY = "labels/";

export async function runTrainEncoder(options: TrainEncoderOptions): Promise<TrainEncoderOutput> {
  const { encoder, seed, signal, note } = options;
  const { knowledge, passages } = await openDocuments(options);
  note(`${passages.length} passages to search; reading ${options.labels.length} labels …`);
  const { snapshot, groupOf, splitOf } = await freeze(options.labels, encoder);
  const limited = limitUsers(snapshot.rows, ({ query }) => groupOf(query));
  const { examples, lost } = await gatherExamples(limited, { knowledge, find: createPassageFinder(passages), groupOf, signal });
  note(`${examples.length} questions; reading the general questions …`);
  const general = await openGeneralSet(encoder, signal);
  const run = `${snapshot.id.slice(0, 12)}-${seed}`;
  const executor = await createExecutor({ threads: 1 });
  const improvement = await improveRanking({
    version: run, encoder, executor, general, answers: { ask: askAssistant(knowledge), unanswerable: [] }, champion: null, seed, signal, budgetMs: options.budgetMs, now: () => performance.now(),
    examples: examples.map((example) => ({ ...example, split: splitOf(example.query) })),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  });
  const files = await writeRun({ options, improvement, snapshot, run });
  const of = (split: string): number => examples.filter((example) => splitOf(example.query) === split).length;
  return { run, metrics: improvement.metrics, gate: improvement.gate, data: { snapshot: snapshot.id, labels: options.labels.length, train: of("train"), dev: of("dev"), test: of("test"), lost: lost.length }, files };
}

/** Groups, splits and names the labels. */
async function freeze(labels: readonly LabelLine[], encoder: LocalEncoder): Promise<{ snapshot: Snapshot; groupOf: (query: string) => string; splitOf: (query: string) => "train" | "dev" | "test" }> {
  const given = new Map(labels.map(({ query, group }) => [query, group]));
  const texts = [...given.keys()].sort();
  const vectors = await encoder.embed(texts);
  const questions = texts.map((text, at) => ({ text, vector: vectors[at] ?? new Float32Array(encoder.dimension), ...(given.get(text) === undefined ? {} : { group: given.get(text) }) }));
  const roots = groupQuestions(questions);
  const { splits } = assignSplits(questions.map((question, at) => ({ ...question, root: roots[at] ?? at })));
  const at = new Map(texts.map((text, i) => [text, i]));
  const groupOf = (query: string): string => sha256(texts[roots[at.get(query) ?? -1] ?? -1] ?? query).slice(0, 16);
  const splitOf = (query: string): "train" | "dev" | "test" => splits[at.get(query) ?? -1] ?? "train";
  const snapshot = createSnapshot(labels.map((label) => ({ ...label, group: groupOf(label.query), split: splitOf(label.query) })));
  return { snapshot, groupOf, splitOf };
}

/** The documents of --docs; passages of labels that are in none of them come beside. */
async function openDocuments({ docs, encoder, labels, note }: TrainEncoderOptions): Promise<{ knowledge: KnowledgeBase; passages: Passage[] }> {
  const store = docs === null ? null : await openMemoryStore({ folder: docs, encoder, kind: "policy", note });
  const knowledge = store?.knowledge ?? createKnowledgeBase({ encoder, vectors: createExactIndex(encoder.dimension), lexical: createLexicalIndex() });
  const passages = [...(store?.files.keys() ?? [])].flatMap((id) => [...knowledge.passagesOf(id as DocumentId)]);
  const find = createPassageFinder(passages);
  const missing = new Map(labels.filter((label) => find(label).length === 0).map((label) => [label.passage, label]));
  const added = [...missing.values()].map(toPassage);
  const vectors = await encoder.embed(added.map(embeddingText));
  const byDocument = new Map<DocumentId, { passage: Passage; vector: Float32Array }[]>();
  added.forEach((passage, at) => byDocument.set(passage.documentId, [...(byDocument.get(passage.documentId) ?? []), { passage, vector: vectors[at] ?? new Float32Array(encoder.dimension) }]));
  for (const rows of byDocument.values()) knowledge.addDocument({ passages: rows.map(({ passage }) => passage), vectors: rows.map(({ vector }) => vector) });
  if (docs !== null && missing.size > 0) note(`${missing.size} labelled passages are in no document of --docs; they are searched beside them`);
  return { knowledge, passages: [...passages, ...added] };
}

function toPassage({ passage: text, document }: LabelLine, ordinal: number): Passage {
  // A document that --docs holds keeps its name for itself: adding to it would replace it.
  const id = `${LABELS_ONLY}${document ?? sha256(text).slice(0, 16)}`;
  return { id: `${id}#${ordinal}` as ChunkId, documentId: id as DocumentId, documentTitle: "", source: document ?? "", kind: "policy", language: detectLanguage(text), ordinal, start: 0, end: text.length, page: null, headings: [], text };
}

async function writeRun({ options, improvement, snapshot, run }: { options: TrainEncoderOptions; improvement: Improvement; snapshot: Snapshot; run: string }): Promise<string[]> {
  const { out, encoder, seed, base } = options;
  const named = (document: string | null): string | null => (document?.startsWith(LABELS_ONLY) ? nameWithin(document) : document);
  const ranking = { ...improvement.ranking, memory: improvement.ranking.memory.map((entry) => ({ ...entry, document: named(entry.document) })) };
  const card = modelCard({ title: `Learned ranking ${run}`, encoder: encoder.version, snapshot: snapshot.id, counts: countRows(snapshot), improvement, seed, createdAt: new Date().toISOString() });
  const report = { run, seed, encoder: encoder.version, snapshot: snapshot.id, metrics: improvement.metrics, gate: improvement.gate, changes: improvement.changes, curve: improvement.search.curve, recipe: improvement.search.recipe };
  const extra = [["README.md", card], ["report.json", `${JSON.stringify(report, null, 1)}\n`], ["snapshot.json", `${JSON.stringify(snapshot)}\n`]] as const;
  for (const [name, text] of extra) await writeWhole(path.join(out, name), [Buffer.from(text)]);
  // Last: with its manifest the folder is an encoder that --encoder takes.
  const written = await writeRankingFolder(out, ranking, base);
  return [...extra.map(([name]) => path.join(out, name)), ...written];
}

/** The document that the label named, or null where it named none. */
function nameWithin(document: string): string | null {
  const name = document.slice(LABELS_ONLY.length);
  return /^[0-9a-f]{16}$/.test(name) ? null : name;
}
