/**
 * @file The queue as one reviewer sees it: what waits for them, in order, by filter. Never their own questions: those wait
 * for a second reviewer.
 */
import type { Database } from "../../../db/client";
import { listQueueRows, type QueueRow } from "../../../db/queries/review-queue";
import type { QueueEntry, QueueQuery, QueueView } from "../../contracts/review";
import type { ActorScope } from "../../core/scope";
import { orderQueue, type Ordered } from "./order";

/** @returns items in the order in which they should be judged, and how many wait beyond filter and limit */
export async function queueFor(db: Database, scope: ActorScope, query: QueueQuery): Promise<QueueView> {
  const rows = await listQueueRows(db, scope);
  const waiting = rows.filter(isWaiting);
  const chosen = (query.mine ? rows.filter((row) => isMine(row, query.mine)) : waiting).filter((row) => fits(row, query));
  const ordered = orderQueue(chosen).filter((entry) => query.only === undefined || entry.reasons.includes(query.only));
  return {
    items: ordered.slice(0, query.limit).map(entryOf),
    waiting: waiting.length,
    matching: ordered.length,
    needSecond: rows.filter((row) => row.own && row.doneByOthers === 0 && !row.adjudicated).length,
  };
}

/** Waits for this reviewer: not theirs, not judged by them, and more judgements are needed than there are or are coming. */
export function isWaiting(row: QueueRow): boolean {
  if (row.own || row.myState === "done" || row.myState === "skipped") return false;
  if (row.assigned || row.gold || row.myState === "draft") return true;
  return !row.adjudicated && row.doneByOthers + row.heldByOthers < row.needed;
}

function isMine(row: QueueRow, mine: QueueQuery["mine"]): boolean {
  if (row.own) return false;
  return mine === "flagged" ? row.myFlag : row.myState === mine;
}

function fits(row: QueueRow, { language, kind, reason }: QueueQuery): boolean {
  return (language === undefined || row.language === language) && (kind === undefined || row.kinds.includes(kind)) && (reason === undefined || row.complaints.includes(reason));
}

function entryOf({ row, reasons }: Ordered): QueueEntry {
  const { id, question, language, people, up, down, demo } = row;
  return { id, question, language, people, up, down, demo, reasons };
}
