/**
 * @file The forms in which a text may write one person's name, whatever form the header has: each script by itself, its
 * parts, other case, without accents. One place for everything that takes a name out of a text, so that none knows less.
 */
import type { Span } from "../../core/types";

/** Han, kana and Hangul run on without spaces: such a name is matched as a whole, wherever it stands. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+(?:[\s·・][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+)*/gu;
const PRONOUNS = /\b(?:he|she|they|ze|xe|him|her|them)(?:\s*\/\s*\p{L}+)+/giu;
/** A nickname or the name in another script: "Jan “Johnny” Smit", "李明（Li Ming）". An apostrophe within a name is no mark. */
const ASIDE = /[(（[【"“„«]([^()（）"“”„«»]*)[)）\]】"”“»]|(?<=^|\s)['‘]([^'‘’]+)['’](?=\s|$)/gu;
const PARTICLE = /^(?:van|von|vom|zu|zur|der|den|de|da|das|do|dos|del|della|di|du|la|le|las|los|bin|ibn|binti|abu|al|el|ten|ter|te|y|e|af|av)$/i;
const NOT_NAME = /^(?:dr|prof|ir|ing|mr|mrs|ms|miss|sir|jr|sr|ii|iii|iv|esq|ph\.?d|[bm]\.?sc|[bm]\.?eng|[bm]\.?a|[bm]\.?ed|m\.?phil|ll[bm]|m\.?b\.?a|pmp|cfa|cpa|acca|cima|frm|s?phr|shrm|cipd|mcips|ceng|bcom|jd|md|rn)\.?$/i;
const LEAST_LETTERS = 2;
/** Letters that are written for each other, with and without their marks. */
const MARKED: Readonly<Record<string, string>> = { a: "àáâãäåāăą", c: "çćč", d: "ďđð", e: "èéêëēėęě", g: "ğ", i: "ìíîïīıį", l: "ł", n: "ñńň", o: "òóôõöøōő", r: "ř", s: "śšşș", t: "ťţț", u: "ùúûüūůű", y: "ýÿ", z: "źżž" };
const SPELLED: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa", ß: "ss" };
/** Chinese characters may stand right beside a Latin name. */
const EDGE = "[\\p{N}\\p{M}\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Arabic}]";

export interface NameForms {
  /** Names in scripts without spaces, without any. */
  readonly runs: readonly string[];
  /** Sequences of words in any case: the full name in either order, a surname with its particles. */
  readonly wholes: readonly (readonly string[])[];
  /** Single parts as the name has them: at spaces and hyphens, no particles, titles or degrees, at least two letters. */
  readonly parts: readonly string[];
}

/** @param name as a header has it: "van der Berg, Jan", "Li Ming (李明)", "Anne-Marie Keller MSc (she/her)" */
export function nameForms(name: string): NameForms {
  const plain = name.normalize("NFC").replace(PRONOUNS, " ");
  const runs = [...plain.matchAll(UNSPACED)].map((match) => match[0].replace(/[\s·・]/g, "")).filter((run) => run.length >= 2);
  const spaced = plain.replace(UNSPACED, " ");
  const asides = [...spaced.matchAll(ASIDE)].map((match) => wordsOf(match[1] ?? match[2] ?? ""));
  const segments = spaced.replace(ASIDE, " ").split(/[,，]/).map(wordsOf).filter((words) => words.length > 0);
  const full = [...segments.slice(1).flat(), ...(segments[0] ?? [])];
  const orders = [full, segments.flat(), ...[full, ...asides].map((words) => [...words.slice(-1), ...words.slice(0, -1)]), ...surnames(full), ...asides].filter((words) => words.length > 1);
  const wholes = spellings(orders.filter((words) => words.join("").length > LEAST_LETTERS));
  const words = [...full, ...asides.flat()].filter((word) => !PARTICLE.test(word));
  const parts = words.flatMap((word) => [word, ...word.split("-")]).filter((part) => part.replace(/\P{L}/gu, "").length >= LEAST_LETTERS);
  return { runs: [...new Set(runs)], wholes, parts: [...new Set(parts.flatMap((part) => [part, spelled(part)]))] };
}

/** Every place where the text writes the name: whole in any case, a part with a capital or as the name has it; with its 's. */
export function findName(text: string, name: string): Span[] {
  if (name !== latest.name) latest = { name, patterns: patternsOf(name) };
  return latest.patterns.flatMap((pattern) => [...text.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })));
}

/** A résumé is asked line by line for the same name. */
let latest: { readonly name: string; readonly patterns: readonly RegExp[] } = { name: "", patterns: [] };

function patternsOf(name: string): RegExp[] {
  const { runs, wholes, parts } = nameForms(name);
  const bounded = (forms: readonly string[]): RegExp[] => (forms.length > 0 ? [new RegExp(`(?<!${EDGE})(?:${forms.join("|")})(?:['’]s)?(?!${EDGE})`, "gu")] : []);
  const longest = [...parts].sort((a, b) => b.length - a.length);
  return [
    ...runs.map((run) => new RegExp([...run].map(escaped).join("[\\s·・]?"), "gu")),
    ...bounded(wholes.map((words) => words.map((word) => [...word].map(anyCase).join("")).join("[,.]?\\s+"))),
    ...bounded(longest.flatMap((part) => (/^\p{Ll}/u.test(part) && part.length > 2 ? [capitalised(part), escaped(part)] : [capitalised(part)]))),
  ];
}

/** The words of a name in letters: no dots of initials, titles or degrees. */
function wordsOf(text: string): string[] {
  return text.split(/[\s/|]+/).map((word) => word.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, "")).filter((word) => word !== "" && !NOT_NAME.test(word));
}

/** "van der Berg" of "Jan van der Berg". */
function surnames(words: readonly string[]): string[][] {
  return words.flatMap((word, i) => {
    if (!PARTICLE.test(word) || (i > 0 && PARTICLE.test(words[i - 1] ?? ""))) return [];
    const rest = words.slice(i).findIndex((one) => !PARTICLE.test(one));
    return rest < 0 ? [] : [words.slice(i, i + rest + 1)];
  });
}

function spellings(orders: readonly (readonly string[])[]): string[][] {
  const all = orders.flatMap((words) => [[...words], words.map(spelled)]);
  return [...new Map(all.map((words) => [words.join(" "), words])).values()].sort((a, b) => b.length - a.length);
}

function spelled(word: string): string {
  return [...word].map((letter) => {
    const two = SPELLED[letter.toLowerCase()];
    if (two === undefined) return letter;
    return letter === letter.toLowerCase() ? two : two.charAt(0).toUpperCase() + two.slice(1);
  }).join("");
}

/** A capital, then the rest in any case: "Holt" and "HOLT", whichever the name has. Of two letters "Ai", not "AI". */
function capitalised(part: string): string {
  const [first = "", ...rest] = [...part];
  if (part.length <= 2) return escaped(`${first.toUpperCase()}${rest.join("").toLowerCase()}`);
  return `${classOf(first, "upper")}${rest.map(anyCase).join("")}`;
}

function anyCase(letter: string): string {
  return letter === "-" ? "[-\\s]" : classOf(letter, "both");
}

function classOf(letter: string, which: "upper" | "both"): string {
  const base = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const key = Object.hasOwn(MARKED, base) ? base : (Object.entries(MARKED).find(([, marked]) => marked.includes(base))?.[0] ?? base);
  const lower = `${key}${MARKED[key] ?? ""}${base}`;
  if (!/^\p{L}+$/u.test(lower)) return escaped(letter);
  const upper = [...lower].map((one) => one.toUpperCase()).filter((one) => one.length === 1).join("");
  return `[${upper}${which === "both" || upper === "" ? lower : ""}]\\p{M}*`;
}

function escaped(part: string): string {
  return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
