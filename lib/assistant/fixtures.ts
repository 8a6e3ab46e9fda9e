/**
 * @file Test fixtures of the assistant: invented documents as a knowledge base, with a deterministic encoder that hashes
 * words. For tests only.
 */
import type { Encoder } from "../core/encoder";
import type { ChunkId, DocumentId, DocumentKind, EncoderVersion } from "../core/types";
import { detectLanguage } from "../core/language";
import { chunkDocument } from "../knowledge/chunk/chunk-document";
import { extractDocument } from "../knowledge/extract/extract-document";
import { createExactIndex } from "../knowledge/index/exact-index";
import { createLexicalIndex } from "../knowledge/lexical";
import { terms } from "../knowledge/lexical/tokenize";
import { embeddingText } from "../knowledge/retrieval/embedding-text";
import { createKnowledgeBase, type KnowledgeBase } from "../knowledge/retrieval/knowledge-base";
import type { Passage } from "../knowledge/types";
import type { AskRequest, AssistantEvent } from "./types";

const DIMENSION = 128;

/** Texts that share words have near vectors; no model, no file. */
export const wordHashEncoder: Encoder = {
  version: "word-hash@000000000000" as EncoderVersion,
  dimension: DIMENSION,
  countTokens: (text) => terms(text).length,
  embed: (texts) => Promise.resolve(texts.map(hashVector)),
};

function hashVector(text: string): Float32Array {
  const vector = new Float32Array(DIMENSION);
  for (const term of terms(text)) {
    let hash = 2166136261;
    for (const char of term) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619);
    const at = (hash >>> 0) % DIMENSION;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}

export interface InventedDocument {
  readonly id: string;
  readonly kind?: DocumentKind;
  readonly markdown: string;
}

export interface InventedKnowledge {
  readonly knowledge: KnowledgeBase;
  /** Extracted text by document id: what citations point into. */
  readonly texts: ReadonlyMap<string, string>;
}

export async function inventKnowledge(documents: readonly InventedDocument[]): Promise<InventedKnowledge> {
  const knowledge = createKnowledgeBase({ encoder: wordHashEncoder, vectors: createExactIndex(DIMENSION), lexical: createLexicalIndex() });
  const texts = new Map<string, string>();
  for (const { id, kind = "policy", markdown } of documents) {
    const extracted = await extractDocument(new TextEncoder().encode(markdown), `${id}.md`);
    texts.set(id, extracted.text);
    const chunks = chunkDocument(extracted, { countTokens: (text) => wordHashEncoder.countTokens(text), maxTokens: 120 });
    const passages = chunks.map(
      (chunk): Passage => ({ ...chunk, id: `${id}.${chunk.ordinal}` as ChunkId, documentId: id as DocumentId, documentTitle: extracted.title ?? id, source: `${id}.md`, kind, language: detectLanguage(extracted.text) }),
    );
    knowledge.addDocument({ passages, vectors: await wordHashEncoder.embed(passages.map(embeddingText)) });
  }
  return { knowledge, texts };
}

/** A request by an employee, to be changed where a test needs it. */
export function asks(question: string, changes: Partial<AskRequest> = {}): AskRequest {
  return { question, history: [], capabilities: new Set(["policies"]), mayRead: (passage) => passage.kind !== "resume", ...changes };
}

/** A request by a recruiter. */
export function recruiterAsks(question: string, changes: Partial<AskRequest> = {}): AskRequest {
  return asks(question, { capabilities: new Set(["policies", "candidates"]), mayRead: () => true, ...changes });
}

export function collector(): { events: AssistantEvent[]; take: (event: AssistantEvent) => void } {
  const events: AssistantEvent[] = [];
  return { events, take: (event) => void events.push(event) };
}

export const HANDBOOK: readonly InventedDocument[] = [
  {
    id: "annual-leave",
    markdown: `# Annual leave

## How much leave you have

Full-time employees have 26 days of annual leave per calendar year. Part-time employees have leave in proportion to their weekly hours.

## Carrying over

You may carry over up to five unused days into the next year. They lapse on 31 March.

## How to apply

Enter the days in Orchard, our leave system. Your manager answers within three working days.
`,
  },
  {
    id: "sick-leave",
    markdown: `# Sick leave

## Reporting

Call your manager before 9:00 on the first day you are ill. From the fourth day on, send a doctor's certificate to People Operations.

## Pay

Sick pay is 100 percent of your salary for the first eight weeks.
`,
  },
  {
    id: "expenses",
    markdown: `# Travel and expenses

## Hotels

The hotel limit is 140 euros per night in cities and 110 euros elsewhere. Breakfast is included.

## Receipts

Upload receipts to Tally within 30 days. Claims without a receipt are not paid.
`,
  },
  {
    id: "dogs",
    markdown: `# Office rules

## Visitors

Visitors sign in at the front desk and wear a badge. Deliveries go to the loading dock.

## Bicycles

Bicycles stand in the courtyard. They must not be brought into the building.
`,
  },
  {
    id: "zh-attendance",
    markdown: `# 考勤制度

## 工作时间

标准工作时间为每天八小时，每周四十小时。弹性上班时间为上午八点到十点。

## 加班

加班须提前由部门经理批准。工作日加班按工资的百分之一百五十支付加班费。
`,
  },
];
