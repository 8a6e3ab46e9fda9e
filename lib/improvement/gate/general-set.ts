/**
 * @file General set: questions that have nothing to do with a company's labels, on the documents of the demo company,
 * which ship with the product. A challenger must keep their answers. Written questions in two languages, and per passage
 * one by rule, one by its heading and one of half-remembered words: more than a thousand, on text that the encoder was not trained on.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Encoder } from "../../core/encoder";
import { detectLanguage } from "../../core/language";
import type { ChunkId, DocumentId } from "../../core/types";
import { chunkDocument } from "../../knowledge/chunk/chunk-document";
import { splitSentences } from "../../knowledge/chunk/sentences";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { createKnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import type { Passage } from "../../knowledge/types";
import { askAbout } from "../base/text/rule-questions";
import { readPool, type Pool } from "../ranking/ranking-source";

export interface GeneralQuestion {
  readonly id: string;
  readonly pool: Pool;
  readonly right: ReadonlySet<string>;
  /** Language, kind of question, kind of document. */
  readonly slices: readonly string[];
}

export interface GeneralSources {
  /** Folders of Markdown by kind of document. */
  readonly folders: readonly { readonly folder: string; readonly kind: Passage["kind"] }[];
  /** Files of written questions about them. */
  readonly questions: readonly string[];
}

const written = z.object({ id: z.string(), question: z.string().min(1), answerable: z.boolean(), document: z.string().nullish(), quote: z.string().nullish(), also: z.array(z.string()).default([]) });

interface Draft {
  readonly id: string;
  readonly text: string;
  readonly right: ReadonlySet<string>;
  readonly kind: "written" | "rule" | "heading" | "fragment";
  readonly document: Passage["kind"];
}

/** @param maxTokens of a passage @throws whatever reading the files throws */
export async function readGeneralSet(sources: GeneralSources, { encoder, maxTokens, signal }: { encoder: Encoder; maxTokens: number; signal?: AbortSignal }): Promise<GeneralQuestion[]> {
  const passages = (await Promise.all(sources.folders.map((one) => readFolder(one, { encoder, maxTokens })))).flat();
  const knowledge = createKnowledgeBase({ encoder, vectors: createExactIndex(encoder.dimension), lexical: createLexicalIndex() });
  const vectors = await encoder.embed(passages.map(embeddingText), signal ? { signal } : {});
  for (const document of new Set(passages.map(({ documentId }) => documentId))) {
    const own = passages.flatMap((passage, at) => (passage.documentId === document ? [{ passage, vector: vectors[at] ?? new Float32Array(encoder.dimension) }] : []));
    knowledge.addDocument({ passages: own.map(({ passage }) => passage), vectors: own.map(({ vector }) => vector) });
  }
  const drafts = [...(await writtenQuestions(sources.questions, passages)), ...ruleMade(passages), ...headings(passages), ...fragments(passages)];
  const questions: GeneralQuestion[] = [];
  for (const { id, text, right, kind, document } of drafts) {
    signal?.throwIfAborted();
    questions.push({ id, right, pool: await readPool(knowledge, text), slices: [detectLanguage(text), kind, document] });
  }
  return questions;
}

/** What is embedded of each of its passages, by id: for an encoder that learns and must not lose them. */
export async function readGeneralTexts(sources: GeneralSources, how: { encoder: Pick<Encoder, "countTokens">; maxTokens: number }): Promise<ReadonlyMap<string, string>> {
  const passages = (await Promise.all(sources.folders.map((one) => readFolder(one, how)))).flat();
  return new Map(passages.map((passage) => [passage.id, embeddingText(passage)]));
}

async function readFolder({ folder, kind }: GeneralSources["folders"][number], { encoder, maxTokens }: { encoder: Pick<Encoder, "countTokens">; maxTokens: number }): Promise<Passage[]> {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".md")).sort();
  const perFile = await Promise.all(
    files.map(async (name) => {
      const extracted = await extractDocument(await readFile(path.join(folder, name)), name);
      return chunkDocument(extracted, { countTokens: (text) => encoder.countTokens(text), maxTokens }).map(
        (chunk): Passage => ({ ...chunk, id: `general/${name}#${chunk.ordinal}` as ChunkId, documentId: `general/${stem(name)}` as DocumentId, documentTitle: extracted.title ?? stem(name), source: name, kind, language: extracted.language }),
      );
    }),
  );
  return perFile.flat();
}

async function writtenQuestions(files: readonly string[], passages: readonly Passage[]): Promise<Draft[]> {
  const lines = (await Promise.all(files.map((file) => readFile(file, "utf8")))).flatMap((text) => text.split("\n").filter(Boolean));
  return lines.map((line) => written.parse(JSON.parse(line))).flatMap(({ id, question, answerable, document, quote, also }): Draft[] => {
    if (!answerable || !document || !quote) return [];
    const wanted = new Set([document, ...also].map((name) => `general/${stem(name)}`));
    const holding = passages.filter((passage) => wanted.has(passage.documentId) && plain(passage.text).includes(plain(quote)));
    const [first] = holding;
    return first ? [{ id, text: question, right: new Set(holding.map((passage) => passage.id)), kind: "written", document: first.kind }] : [];
  });
}

/** One question per passage, made of its first sentence that a rule fits. */
function ruleMade(passages: readonly Passage[]): Draft[] {
  return passages.flatMap((passage): Draft[] => {
    const sentences = splitSentences(passage.text, { start: 0, end: passage.text.length }).map(({ start, end }) => passage.text.slice(start, end).replace(/^[\d.、（）()\s-]+/, ""));
    const asked = sentences.flatMap((sentence) => askAbout(sentence) ?? [])[0];
    return asked ? [{ id: `rule ${passage.id}`, text: asked, right: new Set([passage.id]), kind: "rule", document: passage.kind }] : [];
  });
}

/** Heading and document title, as people type them; every passage below that heading is right. */
function headings(passages: readonly Passage[]): Draft[] {
  const below = new Map<string, Passage[]>();
  for (const passage of passages) {
    const heading = passage.headings.at(-1)?.replace(/^[\d.\s§]+/, "");
    if (!heading || heading === passage.documentTitle) continue;
    const key = `${heading} ${passage.documentTitle}`;
    below.set(key, [...(below.get(key) ?? []), passage]);
  }
  return [...below].flatMap(([text, own]): Draft[] => (own[0] ? [{ id: `heading ${text}`, text, right: new Set(own.map(({ id }) => id)), kind: "heading", document: own[0].kind }] : []));
}

/** Every second word of the longest sentence: what people remember of a text that they look for again. */
function fragments(passages: readonly Passage[]): Draft[] {
  return passages.flatMap((passage): Draft[] => {
    const sentences = splitSentences(passage.text, { start: 0, end: passage.text.length }).map(({ start, end }) => passage.text.slice(start, end));
    const longest = sentences.reduce((best, sentence) => (sentence.length > best.length ? sentence : best), "");
    const words = [...new Intl.Segmenter(passage.language, { granularity: "word" }).segment(longest)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
    const kept = words.filter((_, at) => at % 2 === 1);
    const text = kept.join(passage.language === "zh" ? "" : " ");
    return kept.length >= 4 ? [{ id: `fragment ${passage.id}`, text, right: new Set([passage.id]), kind: "fragment", document: passage.kind }] : [];
  });
}

function stem(name: string): string {
  return path.basename(name).replace(/\.\w+$/, "");
}

/** White space and Markdown do not decide. */
function plain(text: string): string {
  return text.replace(/[*_`#>|[\]()\\-]/g, "").replace(/\s+/g, "").toLowerCase();
}
