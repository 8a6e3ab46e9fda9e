/**
 * @file Figures of groups across time: what is shown stands until the next release (Mondays), and there a figure moves only
 * when at least k people behind it have come, gone or changed since it was last set. Two looks on different days therefore
 * differ by nobody or by k people at least: one who joins between them cannot be read from the difference.
 *
 * Rounding alone does not do that (one person can tip a number over its step), nor do fixed dates alone (one person may be
 * the only change of a month). Changes add up over releases: the fifth joins the four that waited, and all five show at once.
 */

/** One figure and who is behind it. */
export interface ReleaseUnit<T> {
  readonly value: T;
  /** One opaque mark per person and contribution ("e1 has level 3" → a salted hash); another contribution is another mark. */
  readonly marks: readonly string[];
}

export type ReleaseUnits<T> = Readonly<Record<string, ReleaseUnit<T>>>;

/**
 * People who came, went or changed, at the least: whoever changes takes a mark away and brings another, so the larger of
 * both counts bounds the people from below.
 */
export function changedPeople(before: readonly string[], now: readonly string[]): number {
  const [old, fresh] = [new Set(before), new Set(now)];
  return Math.max(now.filter((mark) => !old.has(mark)).length, before.filter((mark) => !fresh.has(mark)).length);
}

export interface ReleaseOptions<T> {
  readonly k: number;
  /** A unit that has nobody behind it. @param key of the unit */
  readonly empty: (key: string) => T;
  /** True: nothing like it was ever released, so there is nothing to take it from (a skill's whole column is new). */
  readonly isNew: (key: string) => boolean;
}

/**
 * @param before the last release; null: the first
 * @param now    the figures as they are
 * @returns what is shown from now on; units that are gone stay, so that coming back resets nothing
 */
export function nextRelease<T>(before: ReleaseUnits<T> | null, now: ReleaseUnits<T>, { k, empty, isNew }: ReleaseOptions<T>): ReleaseUnits<T> {
  if (before === null) return now;
  const released: Record<string, ReleaseUnit<T>> = {};
  for (const key of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const fresh = now[key] ?? { value: empty(key), marks: [] };
    const old = before[key];
    if (!old && isNew(key)) released[key] = fresh;
    else {
      const standing = old ?? { value: empty(key), marks: [] };
      released[key] = changedPeople(standing.marks, fresh.marks) >= k ? fresh : standing;
    }
  }
  return released;
}

const WEEK_MS = 7 * 86_400_000;
/** 5 January 1970 was a Monday. */
const FIRST_MONDAY_MS = 4 * 86_400_000;

/** The Monday (`YYYY-MM-DD`, UTC) on which the release in force at `now` was due. */
export const releaseDay = (now: number): string => new Date(FIRST_MONDAY_MS + Math.floor((now - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS).toISOString().slice(0, 10);
