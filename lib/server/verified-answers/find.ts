/**
 * @file Finds the verified answer of a question for one reader: precise matching over all phrasings that were answered, then
 * on every serve anew: does it still stand, and may this reader read its source? The list of phrasings is kept in memory
 * and read again when it has changed.
 */
import type { Database } from "../../../db/client";
import { findDocument } from "../../../db/queries/documents";
import { countServe, findVerifiedById, listServingPhrasings, servingStamp, sourceText, type VerifiedRow } from "../../../db/queries/verified-answers";
import { MATCH_LIMITS } from "../../assistant/verified/match-weights";
import { readQuestion, type ReadQuestion } from "../../assistant/verified/pair-features";
import { sameQuestion, type FindVerified, type FoundAnswer } from "../../assistant/verified/verified-answers";
import type { Citation } from "../../contracts/evidence";
import { systemScope, type Scope } from "../../core/scope";
import { settlePublished } from "./settle";
import { suspendStale } from "./source";

const scope = systemScope("verified answers");
/** Answers looked at for one question, the likeliest first. */
const LOOKED_AT = 3;

interface Phrasings {
  readonly stamp: string;
  readonly entries: readonly { readonly id: string; readonly read: ReadQuestion }[];
}
const lists = new WeakMap<Database, Promise<Phrasings>>();

export interface FindOptions {
  readonly db: Database;
  /** The asker's. */
  readonly reader: Scope;
}

/** @returns the port that the assistant asks before it searches documents */
export function verifiedFor({ db, reader }: FindOptions): FindVerified {
  return async (question) => {
    const { entries } = await phrasingsOf(db);
    if (entries.length === 0) return null;
    const asked = readQuestion(question);
    const limit = MATCH_LIMITS[asked.language].serve;
    const best = new Map<string, number>();
    for (const { id, read } of entries) best.set(id, Math.max(best.get(id) ?? 0, sameQuestion(asked, read)));
    const likely = [...best].filter(([, probability]) => probability >= limit).sort((a, b) => b[1] - a[1]);
    for (const [id, probability] of likely.slice(0, LOOKED_AT)) {
      const row = await settled(db, id);
      const found = row && (await readable(db, reader, row));
      if (!found) continue;
      await countServe(db, scope, row.id);
      return { ...found, probability };
    }
    return null;
  };
}

async function phrasingsOf(db: Database): Promise<Phrasings> {
  const stamp = await servingStamp(db, scope);
  const known = await lists.get(db);
  if (known?.stamp === stamp) return known;
  const loading = load(db, stamp);
  lists.set(db, loading);
  try {
    return await loading;
  } catch (error) {
    lists.delete(db);
    throw error;
  }
}

async function load(db: Database, stamp: string): Promise<Phrasings> {
  const rows = await listServingPhrasings(db, scope);
  return { stamp, entries: rows.map(({ id, text }) => ({ id, read: readQuestion(text) })) };
}

/** The row as it is now; a reply that has become a document meanwhile rests on it. */
async function settled(db: Database, id: string): Promise<VerifiedRow | null> {
  const row = await findVerifiedById(db, scope, id);
  if (row === null || row.publishedId === null || row.documentId !== null) return row;
  await settlePublished(db, [row]);
  return findVerifiedById(db, scope, id);
}

/** The answer for this reader; null when it does not stand any more (then it is suspended), or is not theirs to read. */
async function readable(db: Database, reader: Scope, row: VerifiedRow): Promise<Omit<FoundAnswer, "probability"> | null> {
  if (row.state !== "serving" || !row.shared || (await suspendStale(db, [row])).size > 0) return null;
  const answer = { id: row.id, reply: row.reply, verifiedAt: row.verifiedAt.toISOString() };
  if (row.documentId === null) return mayReadWords(reader, row) ? { ...answer, citation: null } : null;
  const citation = await citationFor(db, reader, row);
  return citation ? { ...answer, citation } : null;
}

export function mayReadWords(reader: Scope, row: Pick<VerifiedRow, "audience">): boolean {
  return reader.type === "system" || row.audience.some((principal) => reader.principals.includes(principal));
}

/** The passage as a citation, if the reader may read its document now and it holds the same words at the same place. */
export async function citationFor(db: Database, reader: Scope, row: VerifiedRow): Promise<Citation | null> {
  const { documentId, quote, startChar, endChar } = row;
  if (documentId === null || quote === null || startChar === null || endChar === null) return null;
  const document = await findDocument(db, reader, documentId);
  if (!document || document.status !== "ready") return null;
  const text = await sourceText(db, scope, documentId);
  if (text?.slice(startChar, endChar) !== quote) return null;
  return { number: 1, documentId, chunkId: null, title: document.title, kind: document.kind, headings: row.headings, page: row.page, start: startChar, end: endChar, quote, conflict: null };
}
