/**
 * @file Thesaurus matching: finds the concepts of thesaurus-table.ts in tokenized text. Passages and questions both get
 * one extra term per concept found, so "holiday", "annual leave" and 年假 meet in that term. Weighs nothing.
 */
import { normalise, stem } from "./normalise";
import { THESAURUS } from "./thesaurus-table";
import { isCharacter, type Token } from "./tokenize";

/** Prefix of concept terms: no tokenizer output can begin with it. */
const MARK = "\u0001";

export interface Concept {
  /** Index term that all members share. */
  readonly term: string;
  /** First word's position, and how many words the member has. */
  readonly position: number;
  readonly length: number;
  /** The member as found. */
  readonly member: string;
}

interface Member {
  readonly stems: readonly string[];
  readonly concepts: string[];
}

/** English members by first stem; Chinese members by first character. */
interface Tables {
  readonly english: ReadonlyMap<string, readonly Member[]>;
  readonly chinese: ReadonlyMap<string, readonly Member[]>;
  readonly surfaces: ReadonlySet<string>;
}

let tables: Tables | undefined;

function build(): Tables {
  const english = new Map<string, Map<string, Member>>();
  const chinese = new Map<string, Map<string, Member>>();
  const surfaces = new Set<string>();
  const rows = THESAURUS.trim().split("\n");
  rows.forEach((row, index) => {
    for (const written of row.split(",")) {
      const member = normalise(written.trim());
      const isChinese = /^\p{Script=Han}/u.test(member);
      const words = isChinese ? [...member] : member.split(/[ -]/);
      if (!isChinese) words.forEach((word) => surfaces.add(word));
      const stems = isChinese ? words : words.map(stem);
      const table = isChinese ? chinese : english;
      const byFirst = table.get(stems[0] ?? "") ?? new Map<string, Member>();
      table.set(stems[0] ?? "", byFirst);
      const entry = byFirst.get(stems.join(" ")) ?? { stems, concepts: [] };
      byFirst.set(stems.join(" "), entry);
      if (!entry.concepts.includes(MARK + index)) entry.concepts.push(MARK + index);
    }
  });
  const longestFirst = (table: Map<string, Map<string, Member>>): Map<string, Member[]> =>
    new Map([...table].map(([first, byStem]) => [first, [...byStem.values()].sort((a, b) => b.stems.length - a.stems.length)]));
  return { english: longestFirst(english), chinese: longestFirst(chinese), surfaces };
}

/** Is this normalised English word part of the thesaurus? Such a word is never a typo. */
export function isThesaurusWord(surface: string): boolean {
  tables ??= build();
  return tables.surfaces.has(surface);
}

/**
 * Concepts of a tokenized text in reading order. The longest member wins at each place ("sick leave" before "leave"),
 * and the words it covers are not looked up again.
 */
export function findConcepts(tokens: readonly Token[]): Concept[] {
  tables ??= build();
  const words: { term: string; position: number }[] = [];
  for (const token of tokens) {
    if (token.kind === "word" || token.kind === "number" || isCharacter(token)) words.push({ term: token.term, position: token.position });
  }
  const found: Concept[] = [];
  for (let at = 0; at < words.length; ) {
    const first = words[at]?.term ?? "";
    const member = [tables.english.get(first), tables.chinese.get(first)]
      .flatMap((members) => members ?? [])
      .find((candidate) => candidate.stems.every((part, offset) => words[at + offset]?.term === part));
    if (!member) {
      at++;
      continue;
    }
    for (const term of member.concepts) {
      found.push({ term, position: words[at]?.position ?? 0, length: member.stems.length, member: member.stems.join(" ") });
    }
    at += member.stems.length;
  }
  return found;
}
