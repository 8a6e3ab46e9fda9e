/** @file Searching documents for a passage that answers: HR's own eyes, the whole passages with their sentences to pick from. */
import type { FoundPassage } from "../../contracts/ask-hr";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { pageOf } from "../../knowledge/chunk/page-of";
import { splitSentences } from "../../knowledge/chunk/sentences";
import type { Services } from "../services";

const SHOWN = 12;

export async function searchPassages({ readSide }: Pick<Services, "readSide">, actor: Actor, query: string, signal: AbortSignal): Promise<FoundPassage[]> {
  const mayRead = readSide.mayRead(scopeOf(actor));
  const { passages } = await readSide.knowledge.retrieve(query, { mode: "hybrid", k: SHOWN, filter: (passage) => passage.kind !== "resume" && mayRead(passage), signal });
  return passages.map(({ passage }) => ({
    documentId: passage.documentId,
    title: passage.documentTitle,
    headings: [...passage.headings],
    page: pageOf(passage, passage.start),
    start: passage.start,
    end: passage.end,
    text: passage.text,
    sentences: splitSentences(passage.text).map(({ start, end }) => ({ start: passage.start + start, end: passage.start + end })),
    openToAll: readSide.factsOf(passage.documentId)?.acl.includes("role:employee") ?? false,
  }));
}
