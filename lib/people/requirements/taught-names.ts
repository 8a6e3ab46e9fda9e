/**
 * @file Taught names: what recruiters' corrections of requirements say about names that no table knows → proposals for the company's
 * own skills, each with what it would be another name of. Pure; a person accepts or leaves them (lib/server/recruiting/taught-skills.ts).
 */
import type { Taxonomy } from "../taxonomy/types";
import { skillSlug } from "../taxonomy/skill-slug";
import type { RequirementCorrection } from "./types";

export interface CorrectionOf {
  readonly openingId: string;
  readonly change: Pick<RequirementCorrection, "change" | "before" | "after">;
}

export interface TaughtName {
  /** As a recruiter wrote them first. */
  readonly words: string;
  /** Skill that they would do for, by its id: they may be another name of it. Null: they may be a skill of their own. */
  readonly of: string | null;
  /** Openings where the correction still stands; at least one. */
  readonly openings: readonly string[];
}

/** A name, not a sentence: at most so many words. */
const MAX_WORDS = 4;
const MAX_HAN = 12;
const ALTERNATIVE = /^ (?:or|或) /;

/**
 * - words that were corrected to be a skill, or typed as a requirement, and are in no table: a skill of their own
 * - "X or Y" where the table knows one of the two: the other is another name of it, or a skill beside it
 *
 * What was taken out again, or is known by now, is not proposed. Most openings first, then by words.
 *
 * @param corrections of one opening in the order in which they were made
 */
export function taughtNames(corrections: readonly CorrectionOf[], taxonomy: Taxonomy): TaughtName[] {
  const standing = new Map<string, { readonly openingId: string; readonly said: readonly Said[] }>();
  for (const { openingId, change } of corrections) {
    const id = (change.after ?? change.before)?.id;
    if (id === undefined) continue;
    const key = `${openingId} ${id}`;
    const { after } = change;
    if (after === null) {
      standing.delete(key);
      continue;
    }
    const kept = (standing.get(key)?.said ?? []).filter(({ words, kind }) => after.text.includes(words) && (kind === null || after.kind === kind));
    standing.set(key, { openingId, said: [...kept, ...saidBy(change, taxonomy)] });
  }
  const byWords = new Map<string, { words: string; of: string | null; openings: Set<string> }>();
  for (const { openingId, said } of standing.values()) {
    for (const { words, of } of said) {
      if (!isName(words) || taxonomy.normalise(words) !== null) continue;
      const key = words.toLowerCase();
      const before = byWords.get(key) ?? { words, of, openings: new Set<string>() };
      // Said of a skill once, it is better proposed with it.
      byWords.set(key, { ...before, of: before.of ?? of, openings: before.openings.add(openingId) });
    }
  }
  return [...byWords.values()]
    .map(({ openings, ...one }): TaughtName => ({ ...one, openings: [...openings].sort() }))
    .sort((a, b) => b.openings.length - a.openings.length || (a.words < b.words ? -1 : 1));
}

interface Said {
  readonly words: string;
  readonly of: string | null;
  /** Of the requirement, as long as it says so; null: whatever kind it is. */
  readonly kind: "skill" | "text" | null;
}

function saidBy({ change, before, after }: CorrectionOf["change"], taxonomy: Taxonomy): Said[] {
  if (after === null) return [];
  if (change === "added") return after.kind === "text" ? [{ words: after.text, of: null, kind: "text" }] : [];
  if (before === null) return [];
  if (before.kind !== "skill" && after.kind === "skill" && after.any.length === 0) return [{ words: after.text, of: null, kind: "skill" }];
  const behind = after.text.startsWith(before.text) ? after.text.slice(before.text.length) : "";
  if (!ALTERNATIVE.test(behind) || (before.kind !== "skill" && before.kind !== "text")) return [];
  const alternatives = behind.split(/ (?:or|或) /).slice(1);
  // "PLC programming or SPS": of several that would do none is the one that the words mean.
  if (before.kind === "skill") return alternatives.map((words) => ({ words, of: before.any.length === 1 ? (before.any[0] ?? null) : null, kind: null }));
  const known = alternatives.flatMap((words) => taxonomy.normalise(words)?.id ?? [])[0] ?? null;
  return [{ words: before.text, of: known, kind: null }, ...alternatives.map((words) => ({ words, of: null, kind: null }))];
}

/** Lists and sentences name no one skill; a cell of the table cannot hold a semicolon. */
function isName(words: string): boolean {
  if (words.length < 2 || skillSlug(words) === "" || /[;；,，、。:：]|\.\s|\bor\b|\band\b|或/iu.test(words) || !/\p{L}/u.test(words)) return false;
  return /\p{Script=Han}/u.test(words) ? words.length <= MAX_HAN : words.split(/\s+/).length <= MAX_WORDS;
}
