/**
 * @file Does an answer's source still stand? A document that was changed, replaced, has expired or is gone suspends every
 * answer that rests on it: such an answer is served to nobody until HR has looked. Also where its words stand now.
 */
import type { Database } from "../../../db/client";
import { changeVerified, findSources, findSuccessors, listVerified, sourceText, type SourceNow, type Successor, type VerifiedRow } from "../../../db/queries/verified-answers";
import { systemScope } from "../../core/scope";
import type { DocumentId, Span } from "../../core/types";
import { record } from "../audit/record";

const scope = systemScope("verified answers");
export type Suspension = NonNullable<VerifiedRow["suspendedBecause"]>;

/** @param today `YYYY-MM-DD` @returns why it does not stand, null when it does or there is none */
export function faultOf(row: Pick<VerifiedRow, "documentId" | "sourceSha256">, source: SourceNow | undefined, successor: Successor | undefined, today: string): Suspension | null {
  if (row.documentId === null) return null;
  if (successor) return successor.as;
  if (!source?.isReady) return "deleted";
  if (source.sha256 !== row.sourceSha256) return "changed";
  return source.validUntil !== null && source.validUntil < today ? "expired" : null;
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/**
 * Suspends every serving answer whose source does not stand any more; each leaves a line in the audit log.
 *
 * @returns ids of the answers that were suspended now
 */
export async function suspendStale(db: Database, rows: readonly VerifiedRow[], now: Date = new Date()): Promise<Set<string>> {
  const sourced = rows.filter((row) => row.state === "serving" && row.documentId !== null);
  const ids = [...new Set(sourced.flatMap((row) => (row.documentId === null ? [] : [row.documentId])))];
  const [sources, successors] = [await findSources(db, scope, ids), await findSuccessors(db, scope, ids)];
  const suspended = new Set<string>();
  for (const row of sourced) {
    const id = row.documentId;
    const because = id === null ? null : faultOf(row, sources.get(id), successors.get(id), dayOf(now));
    if (because === null) continue;
    await suspend(db, row, because, now);
    suspended.add(row.id);
  }
  return suspended;
}

export async function suspendAllStale(db: Database): Promise<void> {
  await suspendStale(db, await listVerified(db, scope, "serving"));
}

async function suspend(db: Database, row: VerifiedRow, because: Suspension, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await changeVerified(tx, scope, row.id, { state: "suspended", suspendedBecause: because, suspendedAt: now });
    await record(tx, scope, { action: "verified.suspended", object: { kind: "verified-answer", id: row.id }, facts: { because, document: row.documentId } });
  });
}

/** The words of a passage in a text, white space aside. @returns null when they are not there */
export function findWords(text: string, words: string): Span | null {
  const start = text.indexOf(words);
  if (start !== -1) return { start, end: start + words.length };
  const pattern = words.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+");
  const found = pattern === "" ? null : new RegExp(pattern, "u").exec(text);
  return found ? { start: found.index, end: found.index + found[0].length } : null;
}

export interface FoundAgain extends Span {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly sha256: string;
}

/** Where the passage of a suspended answer stands now: in its document, or in the one that took its place. */
export async function findAgain(db: Database, row: VerifiedRow, now: Date = new Date()): Promise<FoundAgain | null> {
  if (row.documentId === null || row.quote === null) return null;
  const successor = (await findSuccessors(db, scope, [row.documentId])).get(row.documentId);
  const id = successor?.id ?? row.documentId;
  const source = (await findSources(db, scope, [id])).get(id);
  if (!source?.isReady || (source.validUntil !== null && source.validUntil < dayOf(now))) return null;
  const text = await sourceText(db, scope, id);
  const span = text === null ? null : findWords(text, row.quote);
  return span ? { ...span, documentId: id, title: source.title, sha256: source.sha256 } : null;
}
