/**
 * @file Series whose law is known, to see whether a GRU finds what a line cannot, and does not pretend where there is
 * nothing: "strain" (hours and training together, a product that no line sees, showing half a year later), "linear" (an
 * autoregression with a season) and "noise".
 */
import { createRng } from "../../core/rng";
import type { Series } from "./types";

/** Months until strain shows in results. */
const DELAY = 6;

export type SeriesLaw = "strain" | "linear" | "noise";

/** @returns people × months of "results", "hours" and "training" */
export function generateSeries({ law, people, months, seed }: { law: SeriesLaw; people: number; months: number; seed: number }): Series[] {
  const random = createRng(seed);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Array.from({ length: people }, (_, person) => {
    const [results, hours, training, strains]: [number[], number[], number[], number[]] = [[], [], [], []];
    let [level, load, strain] = [0, normal(), 0];
    for (let month = 0; month < months; month++) {
      load = 0.6 * load + 0.8 * normal();
      const learned = Math.sign(normal());
      if (law === "strain") {
        // Long hours wear out or build up, depending on whether there is training with them; it shows half a year later.
        strain = 0.8 * strain + Math.sign(load) * learned;
        strains.push(strain);
        results.push(10 + 2 * (strains.at(-1 - DELAY) ?? 0) + 0.5 * normal());
      } else if (law === "linear") {
        level = 0.8 * level + 0.5 * load + 0.4 * normal();
        results.push(10 + level + 0.8 * Math.sin((2 * Math.PI * month) / 12));
      } else results.push(10 + normal());
      training.push(learned);
      hours.push(load);
    }
    return { id: `p${person}`, start: "2022-01", values: { results, hours, training } };
  });
}
