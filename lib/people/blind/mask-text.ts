/**
 * @file Mask: a résumé's text with everything that says who the person is covered, character for character, so that every
 * span of the original still points at the same place. Name, contact data, personal facts, words of gender, birth, family and health.
 */
import type { Span } from "../../core/types";
import { findDates, findRanges } from "../profile/dates";
import { parseText } from "../profile/parse-text";
import type { Profile } from "../profile/types";
import { GENDERED } from "../terms/gendered-words";
import { BIRTH, PERSONAL } from "../terms/personal-words";
import { findName } from "../terms/name-forms";

/** One for each covered character; line breaks stay. */
export const COVER = "█";

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?:\/\/|www\.)\S+|(?:linkedin|github)\.com\S*/giu;
/** As telephone numbers begin: +, a bracket, a trunk 0, a Chinese mobile's eleven digits from 13 to 19. Years, standards and part numbers begin otherwise. */
const PHONE = /(?<![\w.\-/])(?:(?:\+|\(\+?\d|0)[\d ().-]{7,}\d|1[3-9](?:[ -]?\d){9}(?!\d))/gu;

type Identified = Pick<Profile, "name" | "contacts" | "personal">;

/**
 * @param text the extracted text that the profile was read from
 * @param name another spelling of the name, as the list of candidates has it; null when unknown
 * @returns a text of the same length
 */
export function maskText(text: string, profile: Identified, name: string | null = null): string {
  const spans: Span[] = [
    ...profile.contacts.map(({ span }) => span),
    ...profile.personal.map(({ span }) => span),
    ...(profile.name ? [profile.name.span] : []),
    ...[...new Set([profile.name?.value, name])].flatMap((one) => (one ? findName(text, one) : [])),
    ...contactsIn(text),
    ...GENDERED.flatMap(([rule]) => found(text, rule)),
    ...[...BIRTH, ...PERSONAL].flatMap((rule) => found(text, rule)),
  ];
  return covered(text, spans);
}

/**
 * Covers addresses, telephone numbers and the names of people who may be spoken of.
 * @param names of a directory
 */
export function maskPeople(text: string, names: readonly string[]): string {
  const said = text.toLowerCase();
  const near = names.filter((name) => name.toLowerCase().split(/\s+/).some((part) => said.includes(part)));
  return covered(text, [...contactsIn(text), ...near.flatMap((name) => findName(text, name))]);
}

/** Addresses and numbers to reach someone; dates of work are none, however they are written. */
function contactsIn(text: string): Span[] {
  const plain = parseText(text);
  const apart = findRanges(plain).reduce((out, { start, end }) => `${out.slice(0, start)}${"_".repeat(end - start)}${out.slice(end)}`, plain);
  const begins = new Set(findDates(apart).map(({ start }) => start));
  return [...found(text, ADDRESS), ...found(apart, PHONE).filter(({ start, end }) => apart.slice(start, end).replace(/\D/g, "").length >= 9 && !begins.has(start))];
}

/**
 * What people write about someone (a reason, a note, a title): names and contact data covered by three characters each,
 * whatever their length, gendered words by what says the same without. Not for spans: the length changes.
 *
 * @param names of everyone whose name is hidden here
 */
export function coverWords(text: string, names: readonly string[]): string {
  const spans = [...contactsIn(text), ...names.flatMap((name) => findName(text, name))];
  let out = covered(text, spans).replace(new RegExp(`${COVER}(?:\\s*${COVER})*`, "gu"), COVER.repeat(3));
  for (const [rule, word] of GENDERED) out = out.replace(rule, word.trim() === "" ? COVER.repeat(3) : word);
  return out;
}

function found(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function covered(text: string, spans: readonly Span[]): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  let out = "";
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    out += text.slice(at, from) + text.slice(from, end).replace(/[^\s]/g, COVER);
    at = end;
  }
  return out + text.slice(at);
}
