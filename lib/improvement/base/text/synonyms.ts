/**
 * @file Synonyms for swapping words in queries: our HR thesaurus (both languages) and the WordNet words with one
 * meaning only. Also turns the thesaurus into training pairs, crosswise between the languages.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { AppError } from "../../../core/errors";
import { HAN } from "../../../core/language";
import { THESAURUS } from "../../../knowledge/lexical/thesaurus-table";
import type { Pair } from "../types";

/** Lower-case word or phrase → others that may stand in its place, same language. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** Members of a concept, as written in the table. */
export function concepts(table: string = THESAURUS): string[][] {
  return table.trim().split("\n").map((line) => line.split(",").map((member) => member.trim()).filter((member) => member !== ""));
}

/** Every member of a concept to every other of the same language. Single Chinese characters are left out: they stand inside words. */
export function thesaurusSynonyms(table: readonly (readonly string[])[] = concepts()): Synonyms {
  const others = new Map<string, Set<string>>();
  for (const members of table) {
    const usable = members.filter((member) => !HAN.test(member) || member.length > 1);
    for (const one of usable) {
      const set = others.get(one) ?? new Set<string>();
      for (const other of usable) if (other !== one && HAN.test(other) === HAN.test(one)) set.add(other);
      others.set(one, set);
    }
  }
  return toLists(others);
}

/** Words of one single synonym set: "vacation" has one meaning there, "leave" has many and is not touched. */
export async function readWordNetSynonyms(data: string): Promise<Synonyms> {
  const file = path.join(data, "corpora/wordnet-synonyms.tsv.gz");
  let text: string;
  try {
    text = (await promisify(gunzip)(await readFile(file))).toString("utf8");
  } catch (cause) {
    throw new AppError("eval/bad-input", `Cannot read ${file}. --data must be the shared data folder.`, { cause });
  }
  return singleMeaning(text.split("\n").filter(Boolean).map((line) => line.split("\t")));
}

export function singleMeaning(sets: readonly (readonly string[])[]): Synonyms {
  const uses = new Map<string, number>();
  for (const word of sets.flat()) uses.set(word, (uses.get(word) ?? 0) + 1);
  const others = new Map<string, Set<string>>();
  for (const set of sets) {
    for (const word of set) {
      if (uses.get(word) === 1 && /^[a-z]{4,}$/.test(word)) others.set(word, new Set(set.filter((other) => other !== word && /^[a-z -]+$/.test(other))));
    }
  }
  return toLists(others);
}

/** The first table that knows a word wins. */
export function joinSynonyms(...tables: readonly Synonyms[]): Synonyms {
  const joined = new Map<string, readonly string[]>();
  for (const table of tables) for (const [word, others] of table) if (!joined.has(word)) joined.set(word, others);
  return joined;
}

/** Source "thesaurus": neighbours of a concept's line as pairs, each member once as query; translations included. */
export function thesaurusPairs(table: readonly (readonly string[])[] = concepts()): Pair[] {
  return table.flatMap((members, line) =>
    members.flatMap((query, i) =>
      [1, Math.ceil(members.length / 2)].flatMap((step): Pair[] => {
        const passage = members[(i + step) % members.length];
        if (passage === undefined || passage === query) return [];
        const language = HAN.test(query) !== HAN.test(passage) ? "x" : HAN.test(query) ? "zh" : "en";
        return [{ source: "thesaurus", language, query, passage, group: `concept ${line}` }];
      }),
    ),
  );
}

function toLists(sets: ReadonlyMap<string, ReadonlySet<string>>): Synonyms {
  return new Map([...sets].filter(([, others]) => others.size > 0).map(([word, others]) => [word, [...others]]));
}
