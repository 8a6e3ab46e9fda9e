/** @file Seeded draws of the demo tables: normal, within bounds, one of a list, and the people that every table names. */
import { createRng } from "../../../lib/core/rng";
import { EMPLOYEES } from "../people/employees";

export const DEPARTMENTS = [...new Set(EMPLOYEES.map(({ department }) => department))].filter((name) => name !== "Management");
const SITES = ["Rotterdam", "Leeds", "Suzhou"] as const;

export interface Draw {
  /** 0 to 1. */
  readonly random: () => number;
  /** Mean 0, deviation 1. */
  readonly normal: () => number;
  readonly pick: <T>(list: readonly T[]) => T | undefined;
}

export function openDraw(seed: number): Draw {
  const random = createRng(seed);
  return {
    random,
    normal: () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
    pick: (list) => list[Math.floor(random() * list.length)],
  };
}

/** Rounded, within bounds. */
export const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, Math.round(value)));

export interface DemoPerson {
  /** E-mail address of somebody in the directory, or the invented number of somebody who is not. */
  readonly key: string;
  readonly department: string;
  readonly site: string;
  readonly isKnown: boolean;
}

/** So many of the directory are named; who came to it later is a number, so that the figures measured on these tables hold. */
const NAMED = 46;

/** People of the directory, then invented numbers; `n` in all. */
export function demoPeople(n: number, { pick }: Draw): DemoPerson[] {
  return Array.from({ length: n }, (_, at) => {
    const known = at < NAMED ? EMPLOYEES[at] : undefined;
    return known
      ? { key: known.email, department: known.department, site: known.site, isKnown: true }
      : { key: `V-${1000 + at}`, department: pick(DEPARTMENTS) ?? "Quality", site: pick(SITES) ?? "Leeds", isKnown: false };
  });
}
