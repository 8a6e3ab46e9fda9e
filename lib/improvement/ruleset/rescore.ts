/**
 * @file Rescore: what a scorecard's score would be under other suggested weights, from the card alone: each part keeps what
 * it found and what a recruiter changed of its weight; only the suggestion behind it changes.
 */
import type { Ruleset } from "../../people/match/ruleset";
import type { Scorecard, ScorePart } from "../../people/match/types";

/** Kind and must-have: all that a weight may depend on. A scorecard holds nothing about the person, so nothing else could. */
export type WeightClass = `${Exclude<ScorePart["kind"], "semantic-fit" | "place">} ${"must" | "nice"}`;

export function classOf({ kind, mustHave }: ScorePart): WeightClass | null {
  return kind === "semantic-fit" || kind === "place" ? null : `${kind} ${mustHave ? "must" : "nice"}`;
}

export function weightOf(ruleset: Ruleset, name: WeightClass): number {
  const [kind, level] = name.split(" ") as [Exclude<ScorePart["kind"], "semantic-fit">, "must" | "nice"];
  return ruleset.suggestedWeights[kind][level];
}

/** @returns 0–100, one decimal; the card's own score where the weights are equal (but for rounding of its parts) */
export function rescore(card: Scorecard, champion: Ruleset, challenger: Ruleset): number {
  const fit = card.parts.find(({ kind }) => kind === "semantic-fit");
  let [total, points] = [0, 0];
  for (const part of card.parts) {
    const name = classOf(part);
    if (part.kind === "semantic-fit") continue;
    const before = name === null ? 1 : weightOf(champion, name);
    const weight = part.weight * (name === null || before === 0 ? 1 : weightOf(challenger, name) / before);
    total += weight;
    points += weight * part.score;
  }
  const percent = fit?.weight ?? 0;
  const rules = total === 0 ? 0 : points / total;
  return Math.round(((100 - percent) * rules + percent * (fit?.score ?? 0)) / 10) / 10;
}
