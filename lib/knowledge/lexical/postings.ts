/**
 * @file Postings: which slots hold a term and how often in each field, in growable typed arrays. A slot is a row number
 * given to a passage; slots only grow, so every list is sorted. Knows no scores.
 */

export const FIELDS = ["title", "headings", "body"] as const;
export type Field = (typeof FIELDS)[number];
/** One number per field, in the order of FIELDS. */
export type PerField = readonly [title: number, headings: number, body: number];

const MAX_SMALL = 0xff;
const MAX_BODY = 0xffff;

/** Occurrences per field in one 32-bit word: title 8 bits, headings 8, body 16; more occurrences count as the maximum. */
export function packCounts([title, headings, body]: PerField): number {
  return ((Math.min(title, MAX_SMALL) << 24) | (Math.min(headings, MAX_SMALL) << 16) | Math.min(body, MAX_BODY)) >>> 0;
}

export function titleCount(packed: number): number {
  return packed >>> 24;
}
export function headingsCount(packed: number): number {
  return (packed >>> 16) & MAX_SMALL;
}
export function bodyCount(packed: number): number {
  return packed & MAX_BODY;
}

/** One term's postings. `slots[0..length)` ascends; `counts` runs beside it. */
export class PostingList {
  slots = new Int32Array(4);
  counts = new Uint32Array(4);
  length = 0;

  /** @param slot larger than every slot added before */
  push(slot: number, packed: number): void {
    if (this.length === this.slots.length) {
      const slots = new Int32Array(this.length * 2);
      slots.set(this.slots);
      this.slots = slots;
      const counts = new Uint32Array(this.length * 2);
      counts.set(this.counts);
      this.counts = counts;
    }
    this.slots[this.length] = slot;
    this.counts[this.length] = packed;
    this.length++;
  }

  /** @returns packed counts of a slot, 0 when the term is not in it */
  countsAt(slot: number): number {
    let low = 0;
    let high = this.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const at = this.slots[middle] ?? -1;
      if (at === slot) return this.counts[middle] ?? 0;
      if (at < slot) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }
}
