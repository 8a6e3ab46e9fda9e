/**
 * @file The demo company as a company of the loop benchmark: for the smoke run, and where the real sets are missing.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { CHUNK } from "../../config/defaults";
import { projectRoot } from "../../config/paths";
import { evalQuestion } from "../../contracts/cli";
import type { Encoder } from "../../core/encoder";
import type { ChunkId, DocumentId } from "../../core/types";
import { createPassageFinder } from "../../improvement/ranking/examples";
import { chunkDocument } from "../../knowledge/chunk/chunk-document";
import { extractDocument } from "../../knowledge/extract/extract-document";
import type { Passage } from "../../knowledge/types";
import { open, type LoopCompany } from "./company";

/** Its policies in both languages with the written questions that quote them. */
export async function openDemoCompany(encoder: Encoder): Promise<LoopCompany> {
  const folder = path.join(projectRoot(), "db/seed/policies");
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md")).sort();
  const perFile = await Promise.all(
    names.map(async (name) => {
      const extracted = await extractDocument(readFileSync(path.join(folder, name)), path.basename(name));
      const chunks = chunkDocument(extracted, { countTokens: (text) => encoder.countTokens(text), maxTokens: CHUNK.maxTokens });
      return chunks.map((chunk): Passage => ({ ...chunk, id: `${name}#${chunk.ordinal}` as ChunkId, documentId: stem(name) as DocumentId, documentTitle: extracted.title ?? name, source: name, kind: "policy", language: extracted.language }));
    }),
  );
  const passages = perFile.flat();
  const find = createPassageFinder(passages);
  const lines = readFileSync(path.join(projectRoot(), "db/seed/questions/policies.jsonl"), "utf8").split("\n").filter(Boolean);
  const questions = lines.map((line) => evalQuestion.parse(JSON.parse(line))).flatMap(({ question, answerable, document, quote }) => {
    if (!answerable || !document || !quote) return [];
    const right = find({ passage: quote, document: stem(document) });
    return right.length > 0 ? [{ text: question, right: new Set<string>(right.map(({ id }) => id)) }] : [];
  });
  return open("demo", passages, questions, encoder);
}

const stem = (name: string): string => path.basename(name).replace(/\.\w+$/, "");
