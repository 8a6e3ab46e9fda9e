/** @file What the command palette offers, by what was typed: commands and screens, then chats, then documents. Pure. */
import { fuzzyScore, IN_ORDER } from "./fuzzy";

export const PALETTE_GROUPS = ["ask", "go", "chats", "documents", "settings"] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly name: string;
  /** Other names it is found by: the other language's, mostly. */
  readonly also?: readonly string[];
  /** What it is, in small, behind its name. */
  readonly note?: string;
  /** Offered before anything is typed. */
  readonly atOnce: boolean;
  readonly run: () => void;
}

/** Most entries of a group while something is typed. */
const MOST: Readonly<Record<PaletteGroup, number>> = { ask: 3, go: 12, chats: 6, documents: 8, settings: 8 };

/**
 * @returns the entries that fit, the best first within each group; groups by their best entry, in the fixed order while
 *   nothing is typed. Equal entries keep the order they came in
 */
export function chooseItems(items: readonly PaletteItem[], typed: string): PaletteItem[] {
  if (typed.trim() === "") return PALETTE_GROUPS.flatMap((group) => items.filter((item) => item.group === group && item.atOnce));
  const groups = PALETTE_GROUPS.map((group) => {
    const fitting = items
      .filter((item) => item.group === group)
      .map((item) => ({ item, score: fuzzyScore(typed, [item.name, ...(item.also ?? [])]) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      // "plc" names openings; that its letters also lie somewhere in "policies/…" is chance.
      .filter(({ score }, _, [first]) => score > IN_ORDER || (first?.score ?? 0) <= IN_ORDER)
      .slice(0, MOST[group]);
    return { best: fitting[0]?.score ?? 0, items: fitting.map(({ item }) => item) };
  });
  return groups.sort((a, b) => b.best - a.best).flatMap((group) => group.items);
}
