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

interface Tables {
  /** By first stem (English) or first character (Chinese), longest member first. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly surfaces: ReadonlySet<string>;
}

let tables: Tables | undefined;

function build(): Tables {
  const byFirst = new Map<string, Map<string, Member>>();
  const surfaces = new Set<string>();
  THESAURUS.trim()
    .split("\n")
    .forEach((row, index) => {
      for (const written of row.split(",")) {
        const member = normalise(written.trim());
        const isChinese = /^\p{Script=Han}/u.test(member);
        const words = isChinese ? [...member] : member.split(/[ -]/);
        if (!isChinese) words.forEach((word) => surfaces.add(word));
        addMember(byFirst, isChinese ? words : words.map(stem), MARK + index);
      }
    });
  const members = new Map([...byFirst].map(([first, byStems]) => [first, [...byStems.values()].sort((a, b) => b.stems.length - a.stems.length)]));
  return { members, surfaces };
}

function addMember(byFirst: Map<string, Map<string, Member>>, stems: readonly string[], concept: string): void {
  const first = stems[0] ?? "";
  const byStems = byFirst.get(first) ?? new Map<string, Member>();
  byFirst.set(first, byStems);
  const entry = byStems.get(stems.join(" ")) ?? { stems, concepts: [] };
  byStems.set(stems.join(" "), entry);
  if (!entry.concepts.includes(concept)) entry.concepts.push(concept);
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
    const member = longestAt(tables.members, words, at);
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

/** Called for every word of every passage: most leave at the first look-up. */
function longestAt(members: Tables["members"], words: readonly { readonly term: string }[], at: number): Member | undefined {
  const candidates = members.get(words[at]?.term ?? "");
  if (!candidates) return undefined;
  return candidates.find(({ stems }) => {
    for (let offset = 1; offset < stems.length; offset++) if (words[at + offset]?.term !== stems[offset]) return false;
    return true;
  });
}
