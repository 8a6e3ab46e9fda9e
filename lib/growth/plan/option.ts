/**
 * @file An option: one way in time to do a step, and which option may prepare which.
 */
import type { CourseSession } from "../types";

/**
 * One way to do a step. A session has its days. A step at one's own pace is worked on between two days: not before
 * what it builds on can be over, and done by the time at which what builds on it begins.
 */
export interface Option {
  readonly step: number;
  readonly hours: number;
  /** Days from the plan's first day, inclusive. At one's own pace: edges of blocks. */
  readonly startDay: number;
  readonly endDay: number;
  /** Blocks from which and until which its hours count; for a session from the first: time is saved up for it. */
  readonly fromBlock: number;
  readonly toBlock: number;
  readonly session: CourseSession | null;
}

/** Fulfilled when one of the suppliers is done before. */
export interface Need {
  readonly suppliers: readonly number[];
}

/**
 * May `a` serve `b` as preparation? At one's own pace it may when it neither begins nor has to end later: whoever works
 * on what is due first then does `a` before `b`. Where a session is involved the days decide.
 */
export function isBefore(a: Option, b: Option): boolean {
  if (a.session === null && b.session === null) return a.startDay <= b.startDay && a.endDay <= b.endDay;
  return a.endDay < b.startDay;
}

/** isBefore for a bound, where the days of a step at one's own pace are its latest beginning and its earliest end. */
export function mayPrepare(a: Option, b: Option): boolean {
  return (a.session === null && b.session === null) || a.endDay < b.startDay;
}

/** Of two options of one step: whatever is done in time for `a` is done in time for `b`. */
export function isNoLater(a: Option, b: Option): boolean {
  return a.startDay <= b.startDay && (a.session !== null || a.endDay <= b.endDay);
}
