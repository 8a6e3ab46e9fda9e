/** @file A verified answer for HR's screens: passages only of documents that the reader may read. */
import type { Database } from "../../../db/client";
import { namesOf } from "../../../db/queries/ask-hr";
import { findDocument } from "../../../db/queries/documents";
import { findSources, type VerifiedRow } from "../../../db/queries/verified-answers";
import type { VerifiedAnswerView } from "../../contracts/ask-hr";
import { systemScope, type ActorScope } from "../../core/scope";
import { findAgain } from "./source";

const scope = systemScope("verified answers");

export async function viewAnswers(db: Database, reader: ActorScope, rows: readonly VerifiedRow[]): Promise<VerifiedAnswerView[]> {
  const names = await namesOf(db, reader, rows.flatMap((row) => (row.verifiedBy === null ? [] : [row.verifiedBy])));
  const published = await findSources(db, scope, rows.flatMap((row) => (row.publishedId === null ? [] : [row.publishedId])));
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      question: row.question,
      language: row.language,
      reply: row.reply,
      source: await sourceView(db, reader, row),
      shared: row.shared,
      audience: row.audience,
      state: row.state,
      suspendedBecause: row.suspendedBecause,
      foundAgain: row.state === "suspended" ? await foundAgainView(db, reader, row) : null,
      verifiedAt: row.verifiedAt.toISOString(),
      verifiedBy: row.verifiedBy === null ? null : (names.get(row.verifiedBy) ?? null),
      timesServed: row.timesServed,
      published: row.publishedId === null ? null : { documentId: row.publishedId, ready: published.get(row.publishedId)?.isReady ?? false },
    })),
  );
}

/** A source that is gone was open to whoever verified it: its words stay, for comparing; one that is not the reader's is left out. */
async function sourceView(db: Database, reader: ActorScope, row: VerifiedRow): Promise<VerifiedAnswerView["source"]> {
  const { documentId, quote, startChar, endChar, sourceTitle, page } = row;
  if (documentId === null || quote === null || startChar === null || endChar === null) return null;
  const exists = (await findSources(db, scope, [documentId])).has(documentId);
  if (exists && !(await findDocument(db, reader, documentId))) return null;
  if (!exists && row.verifiedBy !== reader.userId && !reader.principals.includes("role:hr_lead")) return null;
  return { documentId, title: sourceTitle ?? "", quote, start: startChar, end: endChar, page };
}

async function foundAgainView(db: Database, reader: ActorScope, row: VerifiedRow): Promise<VerifiedAnswerView["foundAgain"]> {
  const found = await findAgain(db, row);
  if (!found || !(await findDocument(db, reader, found.documentId))) return null;
  const { documentId, title, start, end } = found;
  return { documentId, title, start, end };
}
