/**
 * @file Deletion test: does an explanation name what the model really uses? Setting the top features to their average
 * must move the score more than setting random ones.
 */
import { createRng, shuffled } from "../../core/rng";
import { LOSS, meanInterval } from "../measure/interval";
import type { DeletionTest } from "./types";

/**
 * @param amounts contributions per person and feature
 * @param scoreWithout the person's score when these features (by number) are set to their average
 * @param scores the persons' scores
 */
export function deletionTest(amounts: readonly ArrayLike<number>[], scores: ArrayLike<number>, scoreWithout: (person: number, features: readonly number[]) => number, options: { deleted?: number; seed?: number } = {}): DeletionTest {
  const { deleted = 3, seed = 7 } = options;
  const random = createRng(seed);
  const change = (person: number, features: readonly number[]): number => Math.abs((scores[person] ?? 0) - scoreWithout(person, features));
  const top = amounts.map((parts, person) => {
    const order = Array.from({ length: parts.length }, (_, at) => at).sort((a, b) => Math.abs(parts[b] ?? 0) - Math.abs(parts[a] ?? 0));
    return change(person, order.slice(0, deleted));
  });
  const drawn = amounts.map((parts, person) => change(person, shuffled(Array.from({ length: parts.length }, (_, at) => at), random).slice(0, deleted)));
  return { deleted, people: amounts.length, top: meanInterval(top, LOSS), random: meanInterval(drawn, LOSS) };
}
