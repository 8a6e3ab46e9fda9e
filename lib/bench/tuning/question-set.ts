/**
 * @file Question sets: a folder of documents with a questions file → passages, vectors and gold documents, ready to be
 * asked many times. Embeddings are kept in a scratch folder between runs; nothing of the data enters the repository.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { evalQuestion, type EvalQuestion } from "../../contracts/cli";
import type { Encoder } from "../../core/encoder";
import { toAppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import type { ChunkId, DocumentId } from "../../core/types";
import { chunkDocument } from "../../knowledge/chunk/chunk-document";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import type { IndexedDocument } from "../../knowledge/retrieval/knowledge-base";
import type { ExtractedDocument, Passage } from "../../knowledge/types";

export interface QuestionSet {
  readonly name: string;
  readonly documents: readonly IndexedDocument[];
  readonly questions: readonly EvalQuestion[];
}

export interface LoadOptions {
  readonly encoder: Encoder;
  readonly maxTokens: number;
  /** What is embedded; default the product's. */
  readonly toEmbed?: (passage: Passage) => string;
}

const CACHE = path.join(tmpdir(), "cadre-tuning");

/** Unit vectors of texts, from the scratch folder where they are there. */
export async function embedCached(encoder: Encoder, texts: readonly string[]): Promise<Float32Array[]> {
  mkdirSync(CACHE, { recursive: true });
  const file = path.join(CACHE, sha256(`${encoder.version}\n${texts.join("\u0000")}`));
  const { dimension } = encoder;
  if (existsSync(file)) {
    const bytes = readFileSync(file);
    const all = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
    return texts.map((_, i) => all.slice(i * dimension, (i + 1) * dimension));
  }
  const vectors = await encoder.embed(texts);
  const all = new Float32Array(texts.length * dimension);
  vectors.forEach((vector, i) => all.set(vector, i * dimension));
  writeFileSync(file, new Uint8Array(all.buffer));
  return vectors;
}

/** An encoder that remembers each question's vector, so that a grid search embeds once. */
export function remembering(encoder: Encoder): Encoder {
  const known = new Map<string, Float32Array>();
  return {
    ...encoder,
    version: encoder.version,
    dimension: encoder.dimension,
    countTokens: (text) => encoder.countTokens(text),
    embed: async (texts, options) => {
      const fresh = texts.filter((text) => !known.has(text));
      const vectors = fresh.length > 0 ? await encoder.embed(fresh, options) : [];
      fresh.forEach((text, i) => known.set(text, vectors[i] ?? new Float32Array(encoder.dimension)));
      return texts.map((text) => known.get(text) ?? new Float32Array(encoder.dimension));
    },
  };
}

/** Documents and questions of one folder. `document` in the questions is the path below `docs`. */
export async function loadFolderSet(name: string, docs: string, questionFile: string, options: LoadOptions): Promise<QuestionSet> {
  const questions = readFileSync(questionFile, "utf8").split("\n").filter(Boolean).map((line) => evalQuestion.parse(JSON.parse(line)));
  const files = readdirSync(docs, { recursive: true, encoding: "utf8" }).filter((file) => /\.(md|txt|html)$/.test(file)).sort();
  const perDocument: Passage[][] = [];
  for (const file of files) {
    const extracted = await extractOrSkip(readFileSync(path.join(docs, file)), file);
    if (!extracted) continue;
    const chunks = chunkDocument(extracted, { countTokens: (text) => options.encoder.countTokens(text), maxTokens: options.maxTokens });
    perDocument.push(
      chunks.map((chunk) => ({
        ...chunk,
        id: `${file}#${chunk.ordinal}` as ChunkId,
        documentId: file as DocumentId,
        documentTitle: extracted.title ?? path.basename(file),
        source: file,
        kind: "policy",
        language: extracted.language,
      })),
    );
  }
  return { name, documents: await embedDocuments(perDocument, options), questions };
}

/** A file without text (a heading's folder, an empty page) holds no answer. */
async function extractOrSkip(bytes: Uint8Array, file: string): Promise<ExtractedDocument | null> {
  try {
    return await extractDocument(bytes, file);
  } catch (cause) {
    if (toAppError(cause).code === "document/empty") return null;
    throw cause;
  }
}

export async function embedDocuments(perDocument: readonly Passage[][], { encoder, toEmbed = embeddingText }: LoadOptions): Promise<IndexedDocument[]> {
  const vectors = await embedCached(encoder, perDocument.flat().map(toEmbed));
  let next = 0;
  return perDocument.map((passages) => ({ passages, vectors: passages.map(() => vectors[next++] ?? new Float32Array(encoder.dimension)) }));
}
