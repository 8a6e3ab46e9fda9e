/**
 * @file The order of the queue: by what a label is worth, with a random share. Pure; the figures are in constants.ts. The
 * random share comes from each item's lot, drawn once, so that every reviewer is given the same random items and their
 * agreement is measured on more than the odd cases.
 */
import type { QueueRow } from "../../../db/queries/review-queue";
import { LIMITS } from "../../assistant/answer/model-weights";
import type { QueueReason } from "../../contracts/review";
import { MARGIN_WIDTH, RANDOM_EVERY, VALUE } from "./constants";

export interface Ordered {
  readonly row: QueueRow;
  readonly reasons: QueueReason[];
}

/** Why an item is worth a reviewer's time, and how much; dimensionless, ≥ 0. */
export function valueOf(row: QueueRow): { value: number; reasons: QueueReason[] } {
  const peopleDisagree = row.up > 0 && row.down > 0;
  const margin = Math.max(0, 1 - Math.abs(row.confidence - LIMITS[row.language].threshold) / MARGIN_WIDTH);
  const frequency = Math.min(4, Math.log2(Math.max(1, row.people)));
  const reasons: QueueReason[] = [];
  if (row.assigned) reasons.push("assigned");
  if (row.disagreement || peopleDisagree) reasons.push("disagreement");
  if (row.doneByOthers > 0) reasons.push("second-opinion");
  if (margin >= 0.5) reasons.push("margin");
  if (row.people > 1) reasons.push("frequent");
  if (row.isNew) reasons.push("new-document");
  const value =
    VALUE.disagreement * Number(row.disagreement || peopleDisagree) + VALUE.margin * margin + VALUE.frequency * frequency + VALUE.newDocument * Number(row.isNew) + VALUE.down * Number(row.down > 0);
  return { value, reasons };
}

/**
 * Assigned items first; then by value, every fifth place given to the item with the lowest lot of those left. Gold items come
 * up by lot alone, so that their place tells nothing.
 */
export function orderQueue(rows: readonly QueueRow[]): Ordered[] {
  const judged = rows.map((row) => ({ row, ...valueOf(row) }));
  const assigned = judged.filter(({ row }) => row.assigned).sort(byValue);
  const others = judged.filter(({ row }) => !row.assigned);
  const valued = others.filter(({ row }) => !row.gold).sort(byValue);
  const lots = [...others].sort((a, b) => a.row.lot - b.row.lot || compare(a.row.id, b.row.id));
  const placed = new Set<string>();
  const ordered: Ordered[] = assigned.map(({ row, reasons }) => ({ row, reasons }));
  while (placed.size < others.length) {
    const isRandom = (placed.size + 1) % RANDOM_EVERY === 0;
    const next = takeNext(isRandom ? lots : valued, placed) ?? takeNext(lots, placed);
    if (!next) break;
    placed.add(next.row.id);
    ordered.push({ row: next.row, reasons: isRandom ? [...next.reasons, "random"] : next.reasons });
  }
  return ordered;
}

interface Judged extends Ordered {
  readonly value: number;
}

/** Drops what is placed from the front, so that the whole stays linear. */
function takeNext(list: Judged[], placed: ReadonlySet<string>): Judged | undefined {
  while (list[0] && placed.has(list[0].row.id)) list.shift();
  return list[0];
}

const byValue = (a: Judged, b: Judged): number => b.value - a.value || compare(a.row.id, b.row.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
