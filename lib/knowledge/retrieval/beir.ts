/**
 * @file BEIR folders: corpus.jsonl, queries.jsonl and qrels/<split>.tsv as text → rows, and rows → passages. Reads no
 * files itself; ranks nothing.
 */
import { z } from "zod";
import { AppError, toAppError } from "../../core/errors";
import type { ChunkId, DocumentId } from "../../core/types";
import { chunkDocument, type ChunkOptions } from "../chunk/chunk-document";
import { extractDocument } from "../extract/extract-document";
import type { Judgements } from "../evaluate/ranking-metrics";
import type { Passage } from "../types";

const corpusRow = z.object({ _id: z.string().min(1), title: z.string().nullish(), text: z.string() });
/** `style`: how a request is worded, where a collection says so. */
const queryRow = z.object({ _id: z.string().min(1), text: z.string().min(1), style: z.string().min(1).optional() });
export type BeirDocument = z.infer<typeof corpusRow>;
export type BeirQuery = z.infer<typeof queryRow>;

/** @throws AppError "eval/bad-input" naming the line */
export function parseCorpus(jsonl: string): BeirDocument[] {
  return parseLines(jsonl, "corpus.jsonl", corpusRow);
}

/** @throws AppError "eval/bad-input" naming the line */
export function parseQueries(jsonl: string): BeirQuery[] {
  return parseLines(jsonl, "queries.jsonl", queryRow);
}

function parseLines<T>(jsonl: string, file: string, schema: z.ZodType<T>): T[] {
  return jsonl.split("\n").flatMap((line, i) => {
    if (line.trim() === "") return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new AppError("eval/bad-input", `${file} line ${i + 1} is not a row in BEIR form (_id, text): ${toAppError(cause).name}`, { cause });
    }
  });
}

/**
 * Query id → document id → relevance. The first line is a header.
 *
 * @throws AppError "eval/bad-input" naming the line
 */
export function parseQrels(tsv: string): Map<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  tsv.split("\n").forEach((line, i) => {
    if (i === 0 || line.trim() === "") return;
    const [query, document, score] = line.trim().split("\t");
    const relevance = Number(score);
    if (!query || !document || !Number.isFinite(relevance)) {
      throw new AppError("eval/bad-input", `qrels line ${i + 1}: expected query-id, corpus-id and score, separated by tabs`);
    }
    const known = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, known.set(document, relevance));
  });
  return judgements;
}

/** True when a query has something to find; the others say nothing about a ranking. */
export function hasRelevant(judgements: Judgements | undefined): judgements is Judgements {
  return judgements !== undefined && [...judgements.values()].some((relevance) => relevance > 0);
}

/** Long documents become several passages. A title that the text begins with anyway is not a field of its own. */
export async function toPassages(row: BeirDocument, options: ChunkOptions): Promise<Passage[]> {
  if (!/\S/.test(row.text)) return [];
  const extracted = await extractDocument(Buffer.from(row.text, "utf8"), `${row._id.replace(/[^\w-]/g, "_")}.txt`);
  const title = row.title?.trim() ?? "";
  const isRepeated = row.text.trimStart().startsWith(title);
  return chunkDocument(extracted, options).map((chunk) => ({
    ...chunk,
    id: `${row._id}#${chunk.ordinal}` as ChunkId,
    documentId: row._id as DocumentId,
    documentTitle: isRepeated ? "" : title,
    source: "",
    kind: "policy",
    language: extracted.language,
  }));
}
