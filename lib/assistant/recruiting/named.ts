/** @file Whom and what a recruiter's question names: openings by the words of their title, people by their name. */
import type { NamedThing } from "./types";

const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const wordsOf = (text: string): string[] => folded(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2);
/** Share of a title's words that the question must hold. */
const ENOUGH = 0.6;

/** The opening whose title the question holds most of; null below six tenths. Chinese titles must stand there without their brackets. */
export function namedOpening(question: string, openings: readonly NamedThing[]): NamedThing | null {
  const asked = new Set(wordsOf(question));
  const rated = openings.map((opening) => ({ opening, share: shareOf(opening.name, question, asked) })).sort((a, b) => b.share - a.share);
  return rated[0] && rated[0].share >= ENOUGH ? rated[0].opening : null;
}

/** How much of a title stands in the question, 0–1. */
export const titleShare = (question: string, { name }: NamedThing): number => shareOf(name, question, new Set(wordsOf(question)));

function shareOf(title: string, question: string, asked: ReadonlySet<string>): number {
  if (/\p{Script=Han}/u.test(title)) return question.includes(title.replace(/[（(].*[)）]/u, "").trim()) ? 1 : 0;
  const words = [...new Set(wordsOf(title.replace(/,.*$/, "")))];
  return words.length === 0 ? 0 : words.filter((word) => asked.has(word)).length / words.length;
}

/** In the order in which they are named; by whole name, or by a part of it that only one person has. */
export function namedPeople(question: string, people: readonly NamedThing[]): NamedThing[] {
  const text = folded(question);
  const found = people.flatMap((person) => {
    const at = placeOf(person, text, people);
    return at < 0 ? [] : [{ person, at }];
  });
  return found.sort((a, b) => a.at - b.at).map(({ person }) => person);
}

function placeOf({ name }: NamedThing, text: string, people: readonly NamedThing[]): number {
  const whole = folded(name);
  if (/\p{Script=Han}/u.test(name)) return text.indexOf(whole.match(/\p{Script=Han}+/u)?.[0] ?? whole);
  const parts = [whole, ...wordsOf(name).filter((part) => people.filter((other) => wordsOf(other.name).includes(part)).length === 1)];
  const places = parts.map((part) => text.search(new RegExp(`(?<![\\p{L}\\p{N}])${part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`, "u"))).filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
