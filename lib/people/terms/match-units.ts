/**
 * @file Match units: a wanted phrase → the things it names (terms of the tables, other words), each with a weight, and
 * how far one line names each. Static weights: what other résumés say changes nothing. Knows no parts and no scores.
 */
import { findConcepts } from "../../knowledge/lexical/thesaurus";
import { normalise } from "../../knowledge/lexical/normalise";
import { isQuestionWord, isSoftWord } from "../../knowledge/lexical/question-words";
import { tokenize, type Token } from "../../knowledge/lexical/tokenize";
import { CERTIFICATES, ROLE_HEADS } from "./aliases";
import { SKILL_TERMS } from "./skill-terms";
import { findWhole, leadingPiece, namedIn, type Term } from "./term-table";

/** A line with what matching needs, worked out once. */
export interface MatchText {
  readonly lower: string;
  readonly stems: ReadonlySet<string>;
  readonly concepts: ReadonlySet<string>;
}

export interface MatchUnit {
  readonly label: string;
  /** How much of the phrase it is, > 0. */
  readonly weight: number;
  /** 0–1: 1 the word itself, less for another word for it. */
  readonly rate: (text: MatchText) => number;
  /** What a text must have at least one of for a rate above 0: for an index that leaves out what cannot match. */
  readonly probes: UnitProbes;
}

export interface UnitProbes {
  /** Stems and concepts, as MatchText has them. */
  readonly terms: readonly string[];
  /** Pieces without blanks, anywhere in the normalised text. */
  readonly pieces: readonly string[];
}

/** Words that stand beside what is wanted more often than they are it. */
const GENERIC = new Set(
  ("programming development developing experience drawings drawing design designing engineering management managing testing test tests work working project projects system systems " +
    "process processes analysis team knowledge level good structures structure area field company technology technical product products service services support region local site certificate licence " +
    "系统 项目 管理 工程 技术 设计 能力 负责 相关 专业 方向 行业 公司 产品 流程 证 证书 证件 级 岗位").split(" "),
);
const TECHNOLOGY = /^(?=.*[\p{Lu}\d])[\p{Lu}\d][\p{Lu}\d+#./-]+$/u;
const WEIGHT = { term: 1.2, technology: 1.3, word: 1, number: 0.8, head: 0.7, generic: 0.5, soft: 0.4, character: 0.2 } as const;
const SAME = 0.95;
const NARROWER = 0.9;
const CONCEPT = 0.7;
/** A name of several words, of which the line has some. */
const PARTLY = 0.7;
const MAX_OTHER_NAMES = 6;
/** "EN 61439", "ISO 9001": the number means nothing without its letters. */
const STANDARD = /\b(?:(?:en|iso|iec|din|nen|vdi|vda|asme|astm|bs|gb|nb|sl|jis|ansi)[ /-]?)+(?:t ?)?(\d{2,})(?:-\d+)*\b/g;
const TERMS: readonly Term[] = [...CERTIFICATES, ...ROLE_HEADS, ...SKILL_TERMS];

/** "Pennine Pumps plc" is a company; "the PLC", "Siemens plc code" is not. */
const COMPANY_FORM = /(?<=\p{Lu}[\p{L}\p{N}&’'.-]*\s+)[Pp]lc\b\.?(?=\s*$|\s*[^\s\p{L}\p{N}]|\s+(?:in|at|from|until|since|and)\b|\s+[\p{Lu}\p{N}])/gu;

export function toMatchText(whole: string): MatchText {
  const text = whole.replace(COMPANY_FORM, " ");
  const tokens = tokenize(text);
  return { lower: normalise(text), stems: new Set(tokens.map((token) => token.term)), concepts: new Set(findConcepts(tokens).map((concept) => concept.term)) };
}

/** @returns units in reading order; empty when the phrase holds question words only */
export function toUnits(phrase: string): MatchUnit[] {
  const units: MatchUnit[] = [];
  const clean = normalise(phrase).replace(STANDARD, (whole: string, number: string) => {
    units.push({ label: whole, weight: WEIGHT.technology, rate: ({ stems }) => (stems.has(number) ? 1 : 0), probes: { terms: [number], pieces: [] } });
    return " ";
  });
  const named = namedIn(clean, TERMS);
  let at = 0;
  for (const one of named) {
    units.push(...wordUnits(clean.slice(at, one.at), phrase));
    units.push(termUnit(one.member, rowsOf(one.member)));
    at = one.at + one.length;
  }
  units.push(...wordUnits(clean.slice(at), phrase));
  return units;
}

/** Other names for what a phrase names, in both languages: for retrieval, which must find a résumé before it is read. */
export function otherNames(phrase: string): string[] {
  const named = namedIn(normalise(phrase), TERMS);
  return [...new Set(named.flatMap(({ member }) => rowsOf(member).flatMap((row) => row.same.filter((one) => one !== member).slice(0, MAX_OTHER_NAMES))))];
}

/** All rows with the member: "welder" is a role and a word of welding. */
function rowsOf(member: string): Term[] {
  return TERMS.filter((term) => term.same.includes(member));
}

function termUnit(member: string, rows: readonly Term[]): MatchUnit {
  const same = [...new Set(rows.flatMap((row) => row.same))].filter((one) => one !== member);
  const narrower = [...new Set(rows.flatMap((row) => row.narrower))];
  const isGeneric = member.split(/[ -]/).every((word) => GENERIC.has(word) || isSoftWord(word));
  const words = tokenize(member).filter((token) => token.kind === "word");
  const rate = ({ lower, stems }: MatchText): number => {
    if (findWhole(lower, member) >= 0) return 1;
    if (same.some((one) => findWhole(lower, one) >= 0)) return SAME;
    if (narrower.some((one) => findWhole(lower, one) >= 0)) return NARROWER;
    return words.length < 2 ? 0 : (PARTLY * words.filter((token) => stems.has(token.term)).length) / words.length;
  };
  const probes = { terms: words.length < 2 ? [] : words.map((token) => token.term), pieces: [...new Set([member, ...same, ...narrower].map(leadingPiece))] };
  return { label: member, weight: isGeneric ? WEIGHT.generic : rows.some((row) => ROLE_HEADS.includes(row)) ? WEIGHT.head : WEIGHT.term, rate, probes };
}

/** @param clean the piece, normalised; @param phrase the whole as typed, for its capitals */
function wordUnits(clean: string, phrase: string): MatchUnit[] {
  const tokens = tokenize(clean);
  const concepts = findConcepts(tokens);
  const capitals = new Set(phrase.split(/[\s,/()]+/).filter((word) => TECHNOLOGY.test(word)).flatMap((word) => tokenize(word).map((token) => token.term)));
  return tokens.filter(isTelling).map((token): MatchUnit => {
    const own = concepts.filter((concept) => token.position >= concept.position && token.position < concept.position + concept.length).map((concept) => concept.term);
    const isHan = token.kind === "han-word" || token.kind === "han-single";
    const rate = (text: MatchText): number => {
      if (isHan ? text.lower.includes(token.surface) : text.stems.has(token.term)) return 1;
      return own.some((concept) => text.concepts.has(concept)) ? CONCEPT : 0;
    };
    const probes = { terms: [...(isHan ? [] : [token.term]), ...own], pieces: isHan ? [token.surface] : [] };
    return { label: token.surface, weight: weightOf(token, capitals), rate, probes };
  });
}

function isTelling(token: Token): boolean {
  if (token.kind === "joined" || token.kind === "han-char" || token.kind === "han-bigram" || token.kind === "quantity") return false;
  return !isQuestionWord(token.surface);
}

function weightOf(token: Token, capitals: ReadonlySet<string>): number {
  if (token.kind === "han-single") return WEIGHT.character;
  if (isSoftWord(token.surface)) return WEIGHT.soft;
  if (GENERIC.has(token.surface) || GENERIC.has(token.term)) return WEIGHT.generic;
  if (token.kind === "number") return WEIGHT.number;
  return capitals.has(token.term) ? WEIGHT.technology : WEIGHT.word;
}
