/**
 * @file Term table: rows of words that mean the same, with narrower examples that show them. Parsing, and finding the
 * rows that a text names. Knows no résumé.
 */

import { HAN } from "../../core/language";

/** "same > narrower": asking for one of `same` is met by any member; asking for a narrower one only by itself. */
export interface Term {
  readonly same: readonly string[];
  readonly narrower: readonly string[];
}

/** @param table one row a line, members separated by commas, examples after ">" */
export function termTable(table: string): readonly Term[] {
  const members = (text: string): string[] => text.split(",").flatMap((member) => member.trim() || []);
  return table.trim().split("\n").map((row) => {
    const [same = "", narrower = ""] = row.split(">");
    return { same: members(same), narrower: members(narrower) };
  });
}

export interface NamedTerm {
  readonly term: Term;
  readonly member: string;
  /** UTF-16 units into the lower-cased text. */
  readonly at: number;
  readonly length: number;
}

/** @returns the rows that a text names by one of their `same` members, in reading order; the longest name wins at each place */
export function namedIn(text: string, table: readonly Term[]): NamedTerm[] {
  const lower = text.toLowerCase();
  const found = table.flatMap((term) => term.same.filter((member) => lower.includes(firstWord(member))).flatMap((member) => allWhole(lower, member).map((hit): NamedTerm => ({ term, member, ...hit }))));
  const chosen: NamedTerm[] = [];
  for (const one of found.sort((a, b) => b.length - a.length || a.at - b.at)) {
    if (!chosen.some((other) => one.at < other.at + other.length && other.at < one.at + one.length)) chosen.push(one);
  }
  return chosen.sort((a, b) => a.at - b.at);
}

/** Position of a member as whole words (plural allowed); Chinese anywhere; −1 when absent. */
export function findWhole(lower: string, member: string): number {
  if (HAN.test(member)) return lower.indexOf(member);
  // Most lines lack its first word: no rule needs to run.
  return lower.includes(firstWord(member)) ? (allWhole(lower, member)[0]?.at ?? -1) : -1;
}

/** What every text that names the member has in it: its first word; a Chinese member up to a blank. */
export function leadingPiece(member: string): string {
  const lower = member.toLowerCase();
  return HAN.test(member) ? (lower.split(/\s/)[0] ?? lower) : firstWord(lower);
}

function firstWord(member: string): string {
  const end = member.search(/[-‑ ]/);
  return end > 0 ? member.slice(0, end) : member;
}

const rules = new Map<string, RegExp>();

function allWhole(lower: string, member: string): { at: number; length: number }[] {
  const rule = rules.get(member) ?? wholeRule(member);
  rules.set(member, rule);
  return [...lower.matchAll(rule)].map((match) => ({ at: match.index, length: match[0].length }));
}

/** Latin letters and digits end a word; Chinese beside it does not ("PLC编程"). A hyphen in the table stands for a hyphen, a space or nothing. */
function wholeRule(member: string): RegExp {
  const literal = member.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  if (HAN.test(member)) return new RegExp(literal, "gu");
  return new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${literal.replace(/[-‑ ]/g, "[-‑ ]?")}(?:s|es)?(?![\\p{Script=Latin}\\p{N}]|\\+)`, "gu");
}
