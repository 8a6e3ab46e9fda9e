/**
 * @file How much does a word tell, whatever the collection? In a small handbook "afraid" and "tattoo" are equally rare;
 * everyday sentences know that only one of them is a subject. Information in nats from a table of counted sentences.
 */
import { CHARACTERS, CHINESE, ENGLISH } from "./common-words-table";
import type { TokenKind } from "./tokenize";

/** Nats per row of the table. */
export const STEP = 0.5;
/** Nats of a word that everyday sentences hardly have. */
export const MOST = 9;

interface Tables {
  readonly english: ReadonlyMap<string, number>;
  readonly chinese: ReadonlyMap<string, number>;
  readonly characters: ReadonlyMap<string, number>;
}

let tables: Tables | undefined;

function read(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, bucket) => row.split(" ").map((term) => [term, (bucket + 0.5) * STEP] as const)));
}

/**
 * Information of an index term, −ln of the share of everyday sentences that have it, from 0.25 (in nearly all) to MOST.
 * A Chinese word that is not in the table tells as much as its characters together: 电棍 more than 天内.
 */
export function information(term: string, kind: TokenKind): number {
  tables ??= { english: read(ENGLISH), chinese: read(CHINESE), characters: read(CHARACTERS) };
  const { english, chinese, characters } = tables;
  if (!kind.startsWith("han-")) return english.get(term) ?? MOST;
  const known = chinese.get(term);
  if (known !== undefined) return known;
  let sum = 0;
  for (const character of term) sum += characters.get(character) ?? MOST;
  return Math.min(MOST, sum);
}
