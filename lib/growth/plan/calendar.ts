/**
 * @file The planner's calendar: days counted from the first one, and blocks of equal length with the learning hours
 * that each holds. A step works inside whole blocks; sessions keep their own days.
 */
import { addDays } from "../../core/document-terms";
import { AppError } from "../../core/errors";

export interface Block {
  /** Days from the plan's first day, 0-based, both inclusive. */
  readonly first: number;
  readonly last: number;
  /** Learning hours in it. */
  readonly hours: number;
}

const MS_PER_DAY = 86_400_000;

/** Days from `start` to `day`; negative before it. */
export function dayNumber(start: string, day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / MS_PER_DAY);
}

/** The day `number` days after `start`, `YYYY-MM-DD`. */
export const dayAt = (start: string, number: number): string => addDays(start, number);

/**
 * @param period  first and last day, both inclusive
 * @param blockDays length of a block; a rest shorter than half a block joins the last one
 * @throws AppError "request/invalid" when the deadline lies before the start or more than five years after it
 */
export function makeBlocks(period: { readonly start: string; readonly deadline: string }, blockDays: number, hoursPerWeek: number): Block[] {
  const days = dayNumber(period.start, period.deadline) + 1;
  if (!(days >= 1) || days > 5 * 366) {
    throw new AppError("request/invalid", `a plan from ${period.start} to ${period.deadline} has ${days} days; expected 1 to 1830`, {
      userMessage: "The deadline must lie after the start, and within five years.",
    });
  }
  const count = Math.max(1, Math.floor(days / blockDays) + (days % blockDays >= blockDays / 2 ? 1 : 0));
  return Array.from({ length: count }, (_, i) => {
    const first = i * blockDays;
    const last = i === count - 1 ? days - 1 : first + blockDays - 1;
    return { first, last, hours: (hoursPerWeek * (last - first + 1)) / 7 };
  });
}

/** Place of the block that holds a day; −1 outside. */
export function blockOf(blocks: readonly Block[], day: number): number {
  return blocks.findIndex(({ first, last }) => first <= day && day <= last);
}
