/**
 * @file A company of the loop benchmark: its passages and the questions people ask, with the passages that answer them.
 * PolicyQA is twenty small companies in one: each question is asked within one site's policy, as a permission filter does.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import type { Encoder } from "../../core/encoder";
import type { ChunkId, DocumentId } from "../../core/types";
import { groupQuestions } from "../../improvement/dataset/question-groups";
import { readPool, type Pool } from "../../improvement/ranking/ranking-source";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { createKnowledgeBase, type KnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import type { Passage } from "../../knowledge/types";

export interface AskedQuestion {
  readonly text: string;
  /** Paraphrases share it. */
  readonly group: string;
  readonly pool: Pool;
  readonly right: ReadonlySet<string>;
}

export interface LoopCompany {
  readonly name: string;
  readonly passages: number;
  readonly questions: readonly AskedQuestion[];
}

interface Unasked {
  readonly text: string;
  readonly right: ReadonlySet<string>;
  /** Only passages of this document may be read. */
  readonly within?: string;
}

/** Sites with fewer passages are no search. */
const MIN_SITE_PASSAGES = 5;

const policyFile = z.object({
  data: z.array(z.object({ title: z.string(), paragraphs: z.array(z.object({ context: z.string(), index: z.number(), qas: z.array(z.object({ question: z.string() })) })) })),
});

/** @param file policyqa.test.json */
export async function openPolicyQa(file: string, encoder: Encoder): Promise<LoopCompany> {
  const { data } = policyFile.parse(JSON.parse(readFileSync(file, "utf8")));
  const passages: Passage[] = [];
  const asked = new Map<string, { text: string; within: string; right: Set<string> }>();
  for (const { title, paragraphs } of data) {
    for (const { context, qas } of paragraphs) {
      const one = plainPassage({ document: title, ordinal: passages.length, text: context });
      passages.push(one);
      if (paragraphs.length < MIN_SITE_PASSAGES) continue;
      for (const { question } of qas) {
        const key = `${title}\n${question}`;
        const known = asked.get(key) ?? { text: question, within: title, right: new Set<string>() };
        asked.set(key, { ...known, right: known.right.add(one.id) });
      }
    }
  }
  return open("policyqa", passages, [...asked.values()], encoder);
}

const conditionalFile = z.array(z.object({ url: z.string(), scenario: z.string(), question: z.string(), evidences: z.array(z.string()) }));

/** @param folder holds conditionalqa.train.json and .dev.json; questions of dev, evidence lines of both */
export async function openConditionalQa(folder: string, encoder: Encoder): Promise<LoopCompany> {
  const read = (name: string) => conditionalFile.parse(JSON.parse(readFileSync(path.join(folder, name), "utf8")));
  const [train, dev] = [read("conditionalqa.train.json"), read("conditionalqa.dev.json")];
  const known = new Map<string, Passage>();
  for (const { url, evidences } of [...train, ...dev]) {
    for (const line of evidences.map(withoutMarkup)) if (!known.has(line)) known.set(line, plainPassage({ document: url, ordinal: known.size, text: line }));
  }
  const questions = dev.filter(({ evidences }) => evidences.length > 0).map(({ scenario, question, evidences }) => ({
    text: `${scenario} ${question}`,
    right: new Set(evidences.flatMap((line) => known.get(withoutMarkup(line))?.id ?? [])),
  }));
  return open("conditionalqa", [...known.values()], questions, encoder);
}

const withoutMarkup = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim();

/** Questions are grouped, and asked once: everything after is arithmetic on what was found. */
export async function open(name: string, passages: readonly Passage[], questions: readonly Unasked[], encoder: Encoder): Promise<LoopCompany> {
  const knowledge = await index(passages, encoder);
  const texts = [...new Set(questions.map(({ text }) => text))];
  const vectors = await encoder.embed(texts);
  const roots = groupQuestions(texts.map((text, at) => ({ text, vector: vectors[at] ?? new Float32Array() })));
  const groupOf = new Map(texts.map((text, at) => [text, `${name} ${roots[at]}`]));
  const asked: AskedQuestion[] = [];
  for (const { text, right, within } of questions) {
    const pool = await readPool(knowledge, text, within === undefined ? undefined : (passage) => passage.documentId === within);
    asked.push({ text, group: groupOf.get(text) ?? text, pool, right });
  }
  return { name, passages: passages.length, questions: asked };
}

async function index(passages: readonly Passage[], encoder: Encoder): Promise<KnowledgeBase> {
  const knowledge = createKnowledgeBase({ encoder, vectors: createExactIndex(encoder.dimension), lexical: createLexicalIndex() });
  const vectors = await encoder.embed(passages.map(embeddingText));
  const documents = new Map<string, { passage: Passage; vector: Float32Array }[]>();
  passages.forEach((passage, at) => documents.set(passage.documentId, [...(documents.get(passage.documentId) ?? []), { passage, vector: vectors[at] ?? new Float32Array(encoder.dimension) }]));
  for (const rows of documents.values()) knowledge.addDocument({ passages: rows.map(({ passage }) => passage), vectors: rows.map(({ vector }) => vector) });
  return knowledge;
}

function plainPassage({ document, ordinal, text }: { document: string; ordinal: number; text: string }): Passage {
  return { id: `${document}#${ordinal}` as ChunkId, documentId: document as DocumentId, documentTitle: "", source: document, kind: "policy", language: "en", ordinal, start: 0, end: text.length, page: null, headings: [], text };
}
