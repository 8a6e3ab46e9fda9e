/** @file Settle: replies that were published as documents rest on these as soon as they are read in, and are cited. */
import type { Database } from "../../../db/client";
import { changeVerified, findSources, listVerified, sourceText, type VerifiedRow } from "../../../db/queries/verified-answers";
import { ANSWER } from "../../config/defaults";
import { systemScope } from "../../core/scope";
import { splitSentences } from "../../knowledge/chunk/sentences";
import { findWords } from "./source";

const scope = systemScope("settle replies");

/** Answers whose note has been read in meanwhile rest on it from now on. @param rows those to look at; all by default */
export async function settlePublished(db: Database, rows?: readonly VerifiedRow[]): Promise<void> {
  const open = (rows ?? (await listVerified(db, scope, "serving"))).filter((row) => row.documentId === null && row.publishedId !== null);
  const sources = await findSources(db, scope, open.flatMap((row) => (row.publishedId === null ? [] : [row.publishedId])));
  for (const row of open) {
    const source = row.publishedId === null ? undefined : sources.get(row.publishedId);
    const text = source?.isReady ? await sourceText(db, scope, source.id) : null;
    if (!source || text === null) continue;
    const words = quotable(row.reply);
    const span = findWords(text, words);
    if (!span) continue;
    await changeVerified(db, scope, row.id, {
      documentId: source.id,
      sourceSha256: source.sha256,
      sourceTitle: source.title,
      quote: text.slice(span.start, span.end),
      startChar: span.start,
      endChar: span.end,
      page: null,
      headings: [source.title, row.question],
      // What the passage quotes whole need not be said twice.
      reply: words === row.reply.trim() ? "" : row.reply,
    });
  }
}

/** The reply, or its first sentences if it is longer than an answer may quote. */
function quotable(reply: string): string {
  const text = reply.trim();
  if (text.length <= ANSWER.maxQuotedChars) return text;
  const fitting = splitSentences(text).filter((sentence) => sentence.end <= ANSWER.maxQuotedChars).at(-1);
  return text.slice(0, fitting?.end ?? ANSWER.maxQuotedChars);
}
