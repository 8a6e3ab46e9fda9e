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

function logChoose(n: number, k: number): number {
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log(n - k + i) - Math.log(i);
  return sum;
}
