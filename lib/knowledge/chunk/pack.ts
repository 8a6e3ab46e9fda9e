/**
 * @file pack: atoms of one section → groups of at most `maxTokens`, with the fewest and best-placed breaks.
 * A shortest path over break positions; linear in the number of atoms for a given size.
 */
import { invariant } from "../../core/invariant";
import type { Atom } from "./atoms";

/** How much an unevenly filled chunk costs, against 1 for a chunk. Small: it only decides between equal counts. */
const UNEVEN_COST = 0.5;

/**
 * @param atoms in order, each at most `maxTokens`
 * @returns groups in order; cost = chunks + costs of the breaks + unevenness, the least possible
 */
export function pack(atoms: readonly Atom[], maxTokens: number): Atom[][] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= atoms.length; end++) {
    let choice = { cost: Infinity, from: end - 1 };
    let size = 0;
    for (let from = end - 1; from >= 0; from--) {
      size += atoms[from]?.tokens ?? 0;
      if (size > maxTokens && from < end - 1) break;
      const spare = Math.max(0, 1 - size / maxTokens);
      const breakCost = from === 0 ? 0 : (atoms[from]?.breakCost ?? 0);
      const cost = (best[from]?.cost ?? Infinity) + 1 + breakCost + UNEVEN_COST * spare * spare;
      if (cost < choice.cost) choice = { cost, from };
    }
    best.push(choice);
  }
  return groupsFrom(atoms, best);
}

function groupsFrom(atoms: readonly Atom[], best: readonly { from: number }[]): Atom[][] {
  const groups: Atom[][] = [];
  let end = atoms.length;
  while (end > 0) {
    const from = best[end]?.from;
    invariant(from !== undefined && from < end, () => `no way back from atom ${end} of ${atoms.length}`);
    groups.unshift(atoms.slice(from, end));
    end = from;
  }
  return groups;
}
