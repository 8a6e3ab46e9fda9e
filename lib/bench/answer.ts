/**
 * @file `bench answer`: time of a whole quoted answer over 20,000 passages, and each stage's share of it; the same with
 * an exact scan of all vectors in place of the graph, in the same process.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { createAssistant } from "../assistant/assistant";
import { CHUNK } from "../config/defaults";
import { env } from "../config/env";
import { projectRoot } from "../config/paths";
import { createRng } from "../core/rng";
import type { ChunkId, DocumentId } from "../core/types";
import { chunkDocument } from "../knowledge/chunk/chunk-document";
import { extractDocument } from "../knowledge/extract/extract-document";
import { createExactIndex } from "../knowledge/index/exact-index";
import { loadHnsw } from "../knowledge/index/hnsw-addon";
import { createVectorIndex } from "../knowledge/index/restore-index";
import { createLexicalIndex } from "../knowledge/lexical";
import { embeddingText } from "../knowledge/retrieval/embedding-text";
import { createKnowledgeBase, type IndexedDocument, type KnowledgeBase } from "../knowledge/retrieval/knowledge-base";
import type { Passage } from "../knowledge/types";
import { createEncoder, type LocalEncoder } from "../runtime/encoder";
import { describeMachine, type Benchmark, type BenchReport } from "./benchmark";

const SEED = 11;
/** Length of the noise added to a copy's vector, against 1 for the vector itself. */
const NOISE = 0.5;

export const benchmark: Benchmark = {
  name: "answer",
  about: "p50 and p95 of a whole quoted answer over 20,000 passages, by stage; against an exact scan",
  async run({ smoke, note }) {
    const size = smoke ? 2_000 : 20_000;
    const encoder = await createEncoder({ model: path.resolve(projectRoot(), env().encoder), device: "cpu" });
    const { addon } = await loadHnsw();
    note(`embedding the demo company's policies, then ${size} passages by variation`);
    const documents = await varied(await demoDocuments(encoder), size);
    const ours = fill(createKnowledgeBase({ encoder, vectors: createVectorIndex(encoder.dimension, addon), lexical: createLexicalIndex() }), documents);
    const exact = fill(createKnowledgeBase({ encoder, vectors: createExactIndex(encoder.dimension), lexical: createLexicalIndex() }), documents);
    const questions = (await demoQuestions()).slice(0, smoke ? 10 : 100);
    const timings: Record<"ours" | "exact", Timing[]> = { ours: [], exact: [] };
    for (const [i, question] of questions.entries()) {
      timings.ours.push(await timeAnswer(ours, question));
      timings.exact.push(await timeAnswer(exact, question));
      if ((i + 1) % 25 === 0) note(`${i + 1} of ${questions.length} questions`);
    }
    await encoder.close();
    return report({ size, timings, index: addon ? "HNSW graph" : "exact scan (hnswlib-node is not built here)" });
  },
};

/** The demo company's policies as they are in the repository, front matter off. */
async function demoDocuments(encoder: LocalEncoder): Promise<IndexedDocument[]> {
  const folder = path.join(projectRoot(), "db/seed/policies");
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".md")).sort();
  const documents: IndexedDocument[] = [];
  for (const name of names) {
    const raw = (await readFile(path.join(folder, name), "utf8")).replace(/^---\n[\s\S]*?\n---\n/, "");
    const extracted = await extractDocument(new TextEncoder().encode(raw), path.basename(name));
    const chunks = chunkDocument(extracted, { countTokens: (text) => encoder.countTokens(text), maxTokens: CHUNK.maxTokens });
    const passages = chunks.map(
      (chunk): Passage => ({ ...chunk, id: `${name}.${chunk.ordinal}` as ChunkId, documentId: name as DocumentId, documentTitle: extracted.title ?? name, source: name, kind: "policy", language: extracted.language }),
    );
    documents.push({ passages, vectors: await encoder.embed(passages.map(embeddingText)) });
  }
  return documents;
}

/** Copies with other words (every fifth word moved in from another passage) and vectors nearby, up to `size` passages. */
async function varied(originals: readonly IndexedDocument[], size: number): Promise<IndexedDocument[]> {
  const random = createRng(SEED);
  const words = originals.flatMap((document) => document.passages.flatMap((passage) => passage.text.match(/\p{L}+/gu) ?? []));
  const all = [...originals];
  let count = originals.reduce((sum, document) => sum + document.passages.length, 0);
  for (let round = 1; count < size; round++) {
    for (const { passages, vectors } of originals) {
      if (count >= size) break;
      const documentId = `${passages[0]?.documentId ?? ""}-${round}` as DocumentId;
      const copies = passages.map((passage): Passage => {
        const text = passage.text.replace(/\p{L}+/gu, (word) => (random() < 0.2 ? (words[Math.floor(random() * words.length)] ?? word) : word));
        return { ...passage, id: `${documentId}.${passage.ordinal}` as ChunkId, documentId, source: documentId, text, end: passage.start + text.length };
      });
      all.push({ passages: copies, vectors: vectors.map((vector) => nearby(vector, random)) });
      count += copies.length;
    }
  }
  return all;
}

function nearby(vector: Float32Array, random: () => number): Float32Array {
  const noise = (NOISE * 2 * Math.sqrt(3)) / Math.sqrt(vector.length);
  const moved = vector.map((value) => value + noise * (random() - 0.5));
  const norm = Math.hypot(...moved);
  return moved.map((value) => value / norm);
}

function fill(knowledge: KnowledgeBase, documents: readonly IndexedDocument[]): KnowledgeBase {
  for (const document of documents) knowledge.addDocument(document);
  return knowledge;
}

async function demoQuestions(): Promise<string[]> {
  const lines = (await readFile(path.join(projectRoot(), "db/seed/questions/policies.jsonl"), "utf8")).trim().split("\n");
  return lines.map((line) => (JSON.parse(line) as { question: string }).question);
}

interface Timing {
  readonly totalMs: number;
  readonly stagesMs: Readonly<Record<string, number>>;
}

async function timeAnswer(knowledge: KnowledgeBase, question: string): Promise<Timing> {
  const assistant = createAssistant({ knowledge });
  const started = performance.now();
  const { timingsMs } = await assistant.ask({ question, history: [], capabilities: new Set(["policies"]), mayRead: () => true });
  return { totalMs: performance.now() - started, stagesMs: timingsMs };
}

/** Value below which `share` of the values lie (nearest rank). */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

function report({ size, timings, index }: { size: number; timings: Record<"ours" | "exact", Timing[]>; index: string }): BenchReport {
  const total = (list: readonly Timing[], share: number): number => percentile(list.map((timing) => timing.totalMs), share);
  const stages = [...new Set(timings.ours.flatMap((timing) => Object.keys(timing.stagesMs)))];
  const meanTotal = timings.ours.reduce((sum, timing) => sum + timing.totalMs, 0) / timings.ours.length;
  const rows = stages.map((stage) => {
    const values = timings.ours.map((timing) => timing.stagesMs[stage] ?? 0);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { stage, p50Ms: round(percentile(values, 0.5)), p95Ms: round(percentile(values, 0.95)), share: round(mean / meanTotal) };
  });
  const whole = { stage: "whole answer", p50Ms: round(total(timings.ours, 0.5)), p95Ms: round(total(timings.ours, 0.95)), share: 1 };
  const scan = { stage: "whole answer, exact scan", p50Ms: round(total(timings.exact, 0.5)), p95Ms: round(total(timings.exact, 0.95)), share: null };
  return {
    name: "answer",
    machine: describeMachine(),
    baseline: { what: "the same with an exact scan of all vectors, p50", value: scan.p50Ms },
    ours: { what: `${index}, p50`, value: whole.p50Ms },
    ratio: round(scan.p50Ms / whole.p50Ms),
    unit: "ms",
    rows: [...rows, whole, scan],
    notes: [
      `${size} passages: the demo company's policies and copies of them in which a fifth of the words come from other passages; the copies' vectors are the originals' with noise (seed ${SEED}), so that no time goes into embedding them.`,
      `${timings.ours.length} of the demo company's questions, one after the other, each asked of both in turn.`,
      "The stage \"rank\" holds the encoder's comparison of up to 24 sentences with the question.",
    ],
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
