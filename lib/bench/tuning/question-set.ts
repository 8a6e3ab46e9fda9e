/**
 * @file Question sets: a folder of documents with a questions file → passages, vectors and gold documents, ready to be
 * asked many times. Nothing of the data enters the repository.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { evalQuestion, type EvalQuestion } from "../../contracts/cli";
import type { Encoder } from "../../core/encoder";
import { toAppError } from "../../core/errors";
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

/** Documents and questions (none without a file) of one folder. `document` in the questions is the path below `docs`. */
export async function loadFolderSet(name: string, docs: string, questionFile: string | null, options: LoadOptions): Promise<QuestionSet> {
  const questions = questionFile === null ? [] : readFileSync(questionFile, "utf8").split("\n").filter(Boolean).map((line) => evalQuestion.parse(JSON.parse(line)));
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
  const vectors = await encoder.embed(perDocument.flat().map(toEmbed));
  let next = 0;
  return perDocument.map((passages) => ({ passages, vectors: passages.map(() => vectors[next++] ?? new Float32Array(encoder.dimension)) }));
}
