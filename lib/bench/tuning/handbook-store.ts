/**
 * @file A handbook's folder as a knowledge base, for tuning only: as the memory store of the commands, without résumé
 * cards, so that it depends on nothing but the stages being tuned.
 */
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { CHUNK } from "../../config/defaults";
import type { Encoder } from "../../core/encoder";
import type { ChunkId, DocumentId } from "../../core/types";
import { chunkDocument } from "../../knowledge/chunk/chunk-document";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { createExactIndex } from "../../knowledge/index/exact-index";
import { createLexicalIndex } from "../../knowledge/lexical";
import { embeddingText } from "../../knowledge/retrieval/embedding-text";
import { createKnowledgeBase, type KnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import type { ExtractedDocument, Passage } from "../../knowledge/types";

/** @param folder holds Markdown files, at any depth; document ids are their paths */
export async function openHandbook(folder: string, encoder: Encoder): Promise<KnowledgeBase> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(md|txt|html)$/.test(name)).sort();
  const documents = await Promise.all(names.map(async (name) => ({ name, extracted: await extractOrNull(await readFile(path.join(folder, name)), name) })));
  return openTexts(documents.flatMap(({ name, extracted }) => (extracted ? [{ name, extracted }] : [])), encoder);
}

/** An empty Markdown file is no document. */
async function extractOrNull(bytes: Buffer, name: string): Promise<ExtractedDocument | null> {
  return /^\s*(?:---[\s\S]*?---)?\s*$/.test(bytes.toString("utf8")) ? null : extractDocument(bytes, name);
}

/** @param documents name (id) and extracted text */
export async function openTexts(documents: readonly { name: string; extracted: ExtractedDocument }[], encoder: Encoder): Promise<KnowledgeBase> {
  const knowledge = createKnowledgeBase({ encoder, vectors: createExactIndex(encoder.dimension), lexical: createLexicalIndex() });
  for (const { name, extracted } of documents) {
    const chunks = chunkDocument(extracted, { countTokens: (text) => encoder.countTokens(text), maxTokens: CHUNK.maxTokens, overlapTokens: CHUNK.overlapTokens });
    const passages = chunks.map(
      (chunk): Passage => ({ ...chunk, id: `${name}.${chunk.ordinal}` as ChunkId, documentId: name as DocumentId, documentTitle: extracted.title ?? name, source: name, kind: "policy", language: extracted.language }),
    );
    knowledge.addDocument({ passages, vectors: await encoder.embed(passages.map(embeddingText)) });
  }
  return knowledge;
}
