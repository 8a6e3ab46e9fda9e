/**
 * @file Dev sets: what training watches while it runs and chooses its weights by: questions on handbooks and statutes
 * that no report uses, sentence similarity (STS-B dev) and held-out translations. Asked of the encoder alone.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Encoder } from "../../../core/encoder";
import { toAppError } from "../../../core/errors";
import { sha256 } from "../../../core/hash";
import type { ChunkId, DocumentId } from "../../../core/types";
import { chunkDocument } from "../../../knowledge/chunk/chunk-document";
import type { ScoredPair, Translation } from "../../../knowledge/evaluate/sentence-pairs";
import { evaluateBitext, evaluateSts } from "../../../knowledge/evaluate/similarity";
import { extractDocument } from "../../../knowledge/extract/extract-document";
import { embeddingText } from "../../../knowledge/retrieval/embedding-text";
import type { ExtractedDocument } from "../../../knowledge/types";
import type { Pair } from "../types";
import { dot } from "./dense-ranks";

export interface DocumentPassage {
  readonly document: string;
  /** As the product embeds it. */
  readonly text: string;
}

export interface DevQuestion {
  readonly text: string;
  /** Documents that answer it. */
  readonly right: readonly string[];
}

export interface DocumentSet {
  readonly name: string;
  readonly passages: readonly DocumentPassage[];
  readonly questions: readonly DevQuestion[];
}

export interface DevSets {
  readonly documents: readonly DocumentSet[];
  readonly sts: readonly { readonly name: string; readonly pairs: readonly ScoredPair[] }[];
  readonly bitext: readonly Translation[];
}

/** Shares 0–1 by name ("civic first", "civic top five", "sts-en", "bitext") and their mean, which chooses the weights. */
export interface DevFigures {
  readonly score: number;
  readonly parts: Readonly<Record<string, number>>;
}

export async function evaluateDev(sets: DevSets, encoder: Encoder): Promise<DevFigures> {
  const parts: Record<string, number> = {};
  for (const set of sets.documents) {
    const { first, topFive } = await documentHits(set, encoder);
    parts[`${set.name} first`] = first;
    parts[`${set.name} top five`] = topFive;
  }
  for (const { name, pairs } of sets.sts) parts[name] = await evaluateSts(pairs, encoder);
  if (sets.bitext.length > 0) parts["bitext"] = await evaluateBitext(sets.bitext, encoder);
  const values = Object.values(parts);
  return { score: values.reduce((sum, value) => sum + value, 0) / values.length, parts };
}

/** A document ranks by its best passage. */
async function documentHits({ passages, questions }: DocumentSet, encoder: Encoder): Promise<{ first: number; topFive: number }> {
  const vectors = await encoder.embed(passages.map((passage) => passage.text));
  const queries = await encoder.embed(questions.map((question) => question.text));
  const ranks = questions.map((question, i) => {
    const best = new Map<string, number>();
    passages.forEach(({ document }, at) => {
      const score = dot(queries[i] as Float32Array, vectors[at] as Float32Array);
      best.set(document, Math.max(best.get(document) ?? -1, score));
    });
    const right = Math.max(...question.right.map((document) => best.get(document) ?? -1));
    return [...best.values()].filter((score) => score > right).length;
  });
  const share = (below: number): number => ranks.filter((rank) => rank < below).length / ranks.length;
  return { first: share(1), topFive: share(5) };
}

/** A folder of documents, chunked as the product does. @param documentOf path below the folder, as questions name it */
export async function readDocumentSet(name: string, folder: string, { questions, countTokens, maxTokens }: { questions: readonly DevQuestion[]; countTokens: (text: string) => number; maxTokens: number }): Promise<DocumentSet> {
  const files = (await readdir(folder, { recursive: true, encoding: "utf8" })).filter((file) => /\.(md|txt|html)$/.test(file)).sort();
  const passages: DocumentPassage[] = [];
  for (const file of files) {
    const extracted = await extractOrSkip(await readFile(path.join(folder, file)), file);
    if (!extracted) continue;
    for (const chunk of chunkDocument(extracted, { countTokens, maxTokens })) {
      const passage = { ...chunk, id: `${file}#${chunk.ordinal}` as ChunkId, documentId: file as DocumentId, documentTitle: extracted.title ?? path.basename(file) };
      passages.push({ document: file, text: embeddingText(passage) });
    }
  }
  return { name, passages, questions };
}

/** A file without text (a page of links) holds no answer. */
async function extractOrSkip(bytes: Uint8Array, file: string): Promise<ExtractedDocument | null> {
  try {
    return await extractDocument(bytes, file);
  } catch (cause) {
    if (toAppError(cause).code === "document/empty") return null;
    throw cause;
  }
}

/** Statutes of the corpus by name, `perStatute` articles each; `others` statutes mislead besides those asked about. */
export function statuteSet(pairs: readonly Pair[], questions: readonly DevQuestion[], { others, perStatute }: { others: number; perStatute: number }): DocumentSet {
  const articles = new Map<string, string[]>();
  for (const pair of pairs) if (pair.source === "laws") articles.set(pair.query, [...(articles.get(pair.query) ?? []), pair.passage]);
  const asked = new Set(questions.flatMap((question) => question.right));
  const misleading = [...articles.keys()].filter((name) => !asked.has(name) && name.length <= 16).sort(byHash).slice(0, others);
  const passages = [...asked, ...misleading].flatMap((name) => (articles.get(name) ?? []).slice(0, perStatute).map((text) => ({ document: name, text: `${name}\n${text}` })));
  return { name: "laws-zh", passages, questions };
}

/** Keeps `count` translations out of training, chosen by hash. */
export function holdOutTranslations(pairs: readonly Pair[], count: number): { train: readonly Pair[]; heldOut: readonly Translation[] } {
  const sources = [...new Set(pairs.filter((pair) => pair.source === "tatoeba").map((pair) => pair.query))].sort(byHash).slice(0, count);
  const chosen = new Set(sources);
  const isHeldOut = (pair: Pair): boolean => (pair.source === "tatoeba" && chosen.has(pair.query)) || (pair.source === "tatoeba-paraphrase" && (chosen.has(pair.group) || chosen.has(pair.query) || chosen.has(pair.passage)));
  return {
    train: pairs.filter((pair) => !isHeldOut(pair)),
    heldOut: pairs.filter((pair) => pair.source === "tatoeba" && chosen.has(pair.query)).map((pair) => ({ source: pair.query, target: pair.passage })),
  };
}

function byHash(a: string, b: string): number {
  return sha256(a) < sha256(b) ? -1 : 1;
}
