/**
 * @file Parse a request for people into its parts: role, skills (with alternatives), certificates, languages, years,
 * places, what is not wanted. Flow: question → [parts] → evidence. What it cannot name stays a skill, in the asker's words.
 */
import { isQuestionWord } from "../../knowledge/lexical/question-words";
import { normalise } from "../../knowledge/lexical/normalise";
import { CERTIFICATES, LANGUAGES, PLACES, ROLE_HEADS } from "../../people/terms/aliases";
import { isOptional, takeExceptions, withoutFrame } from "./request-phrases";
import { SKILL_TERMS } from "../../people/terms/skill-terms";
import { levelBeside, type StatedLevel } from "../../people/terms/language-level";
import { takeYears } from "../../people/terms/take-years";
import { namedIn, type NamedTerm, type Term } from "../../people/terms/term-table";

export type PartKind = "role" | "skill" | "language" | "place" | "years" | "certificate" | "without";

export interface RequestPart {
  readonly kind: PartKind;
  /** As shown to the asker. */
  readonly label: string;
  /** Any of these will do; for kind "without" none of them may be there. */
  readonly alternatives: readonly string[];
  /** Years asked for, at least and at most; only for kind "years". */
  readonly minYears: number | null;
  readonly maxYears: number | null;
  /** How well a language is to be spoken; only for kind "language". */
  readonly level: StatedLevel | null;
  /** Only wished for: weighs half. */
  readonly isOptional: boolean;
}

const CLAUSE = /[,;，；。?？!！\n、]+/;
const SPLIT = /\s*(?:\band\b|\bplus\b|&(?=\s)|\+(?=\s)|\bwith\b|\bwho\b|\bwhich\b|\bfrom\b|\bfor\b|\bbut\b|和|以及|及|与|并且|而且|(?<=\p{Script=Han})的(?=[\p{L}]))\s*/iu;
const ALTERNATIVE = /\s*(?:\bor\b|(?<=\s|[\p{L}\d])\/(?=\s|\p{L})|或者|或)\s*/iu;
const PLACE_PHRASE = /\b(?:in|based in|located in|living in|lives in|near|around|from|local to|close to)\s+((?:the )?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)/gu;
const CHINESE_PLACE = /(?:住在|住|家在|人在|现居|位于|常驻|在)(\p{Script=Han}{2,4}?)(?:附近|周边|一带|区|市|$)/gu;
/** Capitalised after "in", but not a place. */
const NOT_PLACES = /^(?:Python|Java|JavaScript|TypeScript|SQL|Excel|SAP|AWS|Azure|React|Kubernetes|Linux|Docker|PowerPoint|Word|Office|Finance|Sales|Marketing|Engineering|Computer|English|Chinese|Mandarin|German|French|Spanish|Dutch|Human|Data|Machine|Salesforce|Autocad|AutoCAD|SolidWorks|Solidworks|Six|Lean|C|R|Go|Rust|Ruby|PHP|Photoshop|QuickBooks|Quickbooks|Tableau|HR|IT)\b/;
const MAX_PARTS = 10;
/** Words before a head of a title that still belong to the title. */
const MAX_MODIFIERS = 4;
const ORDER: readonly PartKind[] = ["role", "skill", "certificate", "language", "years", "place", "without"];

const part = (kind: PartKind, label: string, alternatives: readonly string[] = [label]): RequestPart => ({ kind, label, alternatives, minYears: null, maxYears: null, level: null, isOptional: false });

/** @returns parts in the order in which they are shown; empty when the request names nothing */
export function parseRequest(question: string): RequestPart[] {
  const { rest, unwanted } = takeExceptions(question);
  const parts = rest.split(CLAUSE).flatMap((clause) => parseClause(clause).map((one) => ({ ...one, isOptional: isOptional(clause) })));
  const without = unwanted.map((name) => part("without", `${/\p{Script=Han}/u.test(question) ? "不要" : "not "}${name}`, name.split(ALTERNATIVE)));
  return distinct([...parts, ...without])
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind))
    .slice(0, MAX_PARTS);
}

function parseClause(clause: string): RequestPart[] {
  const { rest: afterYears, years } = takeYears(clause);
  const parts: RequestPart[] = years.map(({ label, min, max }) => ({ ...part("years", label, []), minYears: min, maxYears: max }));
  const afterNamed = takeNamed(afterYears, parts);
  const rest = takePlacePhrases(afterNamed, parts);
  return [...parts, ...rest.split(/\s*,\s*/).flatMap((stretch) => stretch.split(SPLIT)).flatMap(toRoleAndSkills)];
}

/** Certificates, languages and places that the tables name; a longer skill term around one keeps it ("technical English"). */
function takeNamed(clause: string, parts: RequestPart[]): string {
  const kinds = new Map<Term, PartKind>([...CERTIFICATES.map((term) => [term, "certificate"] as const), ...LANGUAGES.map((term) => [term, "language"] as const), ...PLACES.map((term) => [term, "place"] as const)]);
  let rest = "";
  let at = 0;
  const taken: Taken[] = [];
  for (const named of namedIn(clause, [...kinds.keys(), ...SKILL_TERMS])) {
    const kind = kinds.get(named.term);
    if (!kind || (kind === "language" && !isLanguageHere(clause, named)) || (kind === "place" && !isPlaceHere(clause, named))) continue;
    const alternatives = [...new Set([named.member, ...named.term.same, ...named.term.narrower])];
    const { label, start, end, lead, level } = kind === "language" ? languageAt(clause, named, { from: at, before: taken.at(-1) }) : plainAt(clause, named);
    taken.push({ part: { ...part(kind, label, alternatives), level }, start, end, lead });
    rest += `${clause.slice(at, start)} , `;
    at = end;
  }
  parts.push(...joinAlternatives(taken, clause));
  return rest + clause.slice(at);
}

interface Taken {
  readonly part: RequestPart;
  readonly start: number;
  readonly end: number;
  /** "fluent in " of "fluent in German". */
  readonly lead: string;
}

interface NamedAt extends Omit<Taken, "part"> {
  readonly label: string;
  readonly level: StatedLevel | null;
}

function plainAt(clause: string, { at, length }: NamedTerm): NamedAt {
  return { label: clause.slice(at, at + length), start: at, end: at + length, lead: "", level: null };
}

/** With its level: before or after it, or said of the language before: "fluent in German and Dutch". */
function languageAt(clause: string, named: NamedTerm, { from, before }: { from: number; before: Taken | undefined }): NamedAt {
  const plain = plainAt(clause, named);
  const found = levelBeside(clause, named);
  if (found && found.start >= from) {
    const { start, end, rung, isExact } = found;
    return { label: clause.slice(start, end).trim(), start, end, lead: clause.slice(start, named.at), level: { rung, isExact } };
  }
  if (!before?.lead || !/^\s*(?:and|&|和|及)\s*$/i.test(clause.slice(before.end, named.at))) return plain;
  return { ...plain, label: `${before.lead}${plain.label}`, lead: before.lead, level: before.part.level };
}

/** "German or Dutch" is one part with two alternatives. */
function joinAlternatives(taken: readonly Taken[], clause: string): RequestPart[] {
  const joined: { part: RequestPart; end: number }[] = [];
  for (const one of taken) {
    const before = joined.at(-1);
    if (before?.part.kind === one.part.kind && /^\s*(?:or|\/|或者?)\s*$/i.test(clause.slice(before.end, one.start))) {
      const either = part(one.part.kind, `${before.part.label} / ${one.part.label}`, [...before.part.alternatives, ...one.part.alternatives]);
      joined[joined.length - 1] = { part: { ...either, level: lower(before.part.level, one.part.level) }, end: one.end };
    } else joined.push({ part: one.part, end: one.end });
  }
  return joined.map((one) => one.part);
}

/** "fluent German or Dutch": what is said of one holds for both. */
function lower(a: StatedLevel | null, b: StatedLevel | null): StatedLevel | null {
  return a && b ? (a.rung <= b.rung ? a : b) : (a ?? b);
}

/** "Dutch payroll" asks for payroll; "Dutch", "German and Dutch", "in Dutch", "Dutch native" ask for the language. */
function isLanguageHere(clause: string, { member, at, length }: NamedTerm): boolean {
  const after = clause.slice(at + length);
  if (/^\s*(?:teacher|translator|老师|翻译)/i.test(after)) return false;
  if (/\p{Script=Han}/u.test(member)) return true;
  const before = clause.slice(0, at);
  if (/\b(?:in|speaks?|speaking|fluent|language|languages|some|native|good|knows?|mother tongue|basic|business)\s+$/i.test(before)) return true;
  const isLast = /^\s*(?:$|\/|[-–—(]|\b(?:or|speak\w*|native|fluent\w*|language|level|skills?|mother tongue|[abc][12]|preferred|required|is|would|as)\b)/i.test(after);
  const following = /^\s*and\s+(\p{L}+)/iu.exec(after)?.[1];
  return isLast || (following !== undefined && LANGUAGES.some((row) => row.same.includes(following.toLowerCase())));
}

/** "UK payroll" and 德国客户 name no place to be in. */
function isPlaceHere(clause: string, { member, at, length }: NamedTerm): boolean {
  const after = clause.slice(at + length);
  if (/^(?:客户|供应商|标准|市场|项目|公司|语)/.test(after)) return false;
  return !(/^[a-z' ]+$/.test(member) && /^\s+(?!based|region|area|or|and|who|with|for|preferred|is|at)\p{Ll}/u.test(after));
}

function takePlacePhrases(rest: string, parts: RequestPart[]): string {
  let left = rest;
  for (const rule of [PLACE_PHRASE, CHINESE_PLACE]) {
    for (const [whole, place = ""] of rest.matchAll(rule)) {
      if (NOT_PLACES.test(place) || namedIn(place, SKILL_TERMS).length > 0) continue;
      parts.push(part("place", place, [place.toLowerCase()]));
      left = left.replace(whole, " , ");
    }
  }
  return left;
}

/** "CNC machinist heidenhain" → the role with the words before its head, and the rest as a skill. */
function toRoleAndSkills(piece: string): RequestPart[] {
  const bare = withoutFrame(piece);
  const head = namedIn(bare, ROLE_HEADS).at(-1);
  if (!head) return toSkill(bare);
  const end = head.at + head.length;
  const words = bare.slice(0, end).split(/(?<=\s)/);
  const headWords = bare.slice(head.at, end).split(/\s+/).length;
  const from = words.slice(0, Math.max(0, words.length - headWords - MAX_MODIFIERS)).join("").length;
  const title = bare.slice(from, end).trim();
  const names = splitAlternatives(title);
  const headName = bare.slice(head.at, end);
  const titles = names.map((name) => (namedIn(name, ROLE_HEADS).length > 0 ? name : `${name}${/\p{Script=Han}/u.test(name) ? "" : " "}${headName}`));
  const role = part("role", names.length > 1 ? names.join(" / ") : title, titles);
  return [...toSkill(bare.slice(0, from)), role, ...toSkill(bare.slice(end))];
}

function toSkill(text: string): RequestPart[] {
  const alternatives = splitAlternatives(text).filter(isTelling);
  return alternatives.length === 0 ? [] : [part("skill", alternatives.join(" / "), alternatives)];
}

function splitAlternatives(text: string): string[] {
  return text.split(ALTERNATIVE).map((one) => withoutFrame(one)).filter((one) => one !== "");
}

function isTelling(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => !isQuestionWord(normalise(word)));
  return words.some((word) => word.length >= 2 || /^(?:c|r)$/i.test(word) || /\p{Script=Han}/u.test(word));
}

function distinct(parts: readonly RequestPart[]): RequestPart[] {
  return parts.filter((one, i) => parts.findIndex((other) => other.label.toLowerCase() === one.label.toLowerCase()) === i);
}
