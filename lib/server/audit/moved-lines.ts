/**
 * @file Lines that were given another number: their content fits their hash under the number they were written with.
 * Tells a reordered log, or one renumbered over a gap, from one whose content was changed.
 */
import { hashAuditLine, type ChainedLine } from "../../core/audit-chain";

export interface Suspect {
  /** The number it has now. */
  readonly seq: number;
  readonly line: ChainedLine & { readonly hash: string };
}

/** Up to so many suspects every place is tried; beyond, only the shift of the line before. */
const TRY_ALL = 300;

/**
 * @param suspects lines whose hash does not fit
 * @param missing  numbers without a line
 * @returns where each line that was moved stood, and stands, in the order of `suspects`
 */
export function findMoved(suspects: readonly Suspect[], missing: readonly number[]): { from: number; to: number }[] {
  const places = [...suspects.map((suspect) => suspect.seq), ...missing];
  const tryAll = places.length <= TRY_ALL;
  const moved: { from: number; to: number }[] = [];
  let shift = 1;
  for (const { seq, line } of suspects) {
    const candidates = [seq + shift, seq + 1, seq - 1, ...(tryAll ? places : [])];
    const from = candidates.find((place) => place > 0 && place !== seq && hashAuditLine({ ...line, seq: place }) === line.hash);
    if (from === undefined) continue;
    shift = from - seq;
    moved.push({ from, to: seq });
  }
  return moved;
}
