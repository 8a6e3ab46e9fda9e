/**
 * @file Fisher's exact test, one-sided: how likely so many thumbs down, or more, would be if the share had not risen. Exact
 * for any number of ratings, however few.
 * @source Fisher 1922, "On the interpretation of χ² from contingency tables, and the calculation of P", JRSS 85
 */
import { invariant } from "../../core/invariant";

export interface Ratings {
  readonly rated: number;
  readonly down: number;
}

/** @returns P(down of `now` or more | all ratings, no difference), 0–1; 1 without ratings */
export function riseInDown(before: Ratings, now: Ratings): number {
  for (const { rated, down } of [before, now]) invariant(down >= 0 && down <= rated, () => `${down} of ${rated} ratings`);
  const [down, all] = [before.down + now.down, before.rated + now.rated];
  const logAll = logChoose(all, now.rated);
  let p = 0;
  for (let k = now.down; k <= Math.min(down, now.rated); k++) {
    if (now.rated - k > all - down) continue;
    p += Math.exp(logChoose(down, k) + logChoose(all - down, now.rated - k) - logAll);
  }
  return Math.min(1, p);
}

/** ln(n!), grown as it is needed: sums over thousands of answers stay quick. */
const LOG_FACTORIALS = [0];

function logFactorial(n: number): number {
  for (let i = LOG_FACTORIALS.length; i <= n; i++) LOG_FACTORIALS.push((LOG_FACTORIALS[i - 1] ?? 0) + Math.log(i));
  return LOG_FACTORIALS[n] ?? 0;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
