/**
 * @file Support: does a passage say what a sentence says? Lexical entailment, strict: the sentence's words must stand
 * together in at most three neighbouring sentences of the passage, its amounts exactly, its denials and restrictions alike.
 * A true paraphrase that fails is only left out; an untrue sentence that passes would be shown. It does not understand:
 * two facts told in the very same words can still be swapped.
 */
import type { Span } from "../../../core/types";
import { splitSentences } from "../../../knowledge/chunk/sentences";
import type { Amount } from "./amounts";
import { properNamesIn, readClauses, type Clause, type ContentWord } from "./read-clauses";

/** What is checked against: a passage, its place, and the names above it. */
export interface Source {
  readonly text: string;
  /** Offset of `text` in the document, UTF-16 units. */
  readonly start: number;
  readonly documentTitle: string;
  readonly headings: readonly string[];
}

export type Refusal = "no_claim" | "words" | "mixed" | "name" | "amount" | "denial" | "restriction" | "modality";
export type Verdict =
  /** `span`: the sentences of the document that support it, UTF-16 units, end exclusive. */
  { readonly kind: "supported"; readonly span: Span } | { readonly kind: "unsupported"; readonly reason: Refusal };

/** Neighbouring sentences of the passage that may support one sentence together. */
const MAX_SENTENCES = 3;
/** Share of the content words that the passage must have; with it six words or fewer must all be there. */
export const MIN_COVER = 0.85;
/** Share that its sentences must have themselves, without title and headings. */
const MIN_COVER_OF_TEXT = 0.6;

/**
 * @param sentence one sentence, without citation marks
 * @returns the fewest, then earliest sentences that support it, or what speaks against the nearest ones
 */
export function checkSupport(sentence: string, source: Source): Verdict {
  const claim = readClauses(sentence, properNamesIn(sentence));
  const words = claim.reduce((sum, clause) => sum + clause.words.length, 0);
  if (words === 0 || words + claim.reduce((sum, clause) => sum + clause.amounts.length, 0) < 2) return { kind: "unsupported", reason: "no_claim" };
  const context = new Set([source.documentTitle, ...source.headings].flatMap((text) => readClauses(text)).flatMap(termsOf));
  const sentences = splitSentences(source.text).map((span) => ({ span, clauses: readClauses(source.text.slice(span.start, span.end)) }));
  let nearest: { reason: Refusal; cover: number } = { reason: "words", cover: -1 };
  for (let size = 1; size <= Math.min(MAX_SENTENCES, sentences.length); size++) {
    for (let first = 0; first + size <= sentences.length; first++) {
      const window = sentences.slice(first, first + size);
      const judged = judge(claim, { clauses: window.flatMap((one) => one.clauses), context });
      if (judged.reason === null) return { kind: "supported", span: { start: source.start + (window[0]?.span.start ?? 0), end: source.start + (window.at(-1)?.span.end ?? 0) } };
      if (judged.cover > nearest.cover) nearest = { reason: judged.reason, cover: judged.cover };
    }
  }
  return { kind: "unsupported", reason: nearest.reason };
}

interface Evidence {
  readonly clauses: readonly Clause[];
  /** Terms of title and headings. */
  readonly context: ReadonlySet<string>;
}

function judge(claim: readonly Clause[], evidence: Evidence): { reason: Refusal | null; cover: number } {
  const terms = new Set(evidence.clauses.flatMap((clause) => [...termsOf(clause), ...clause.counted]));
  const words = claim.flatMap((clause) => clause.words);
  const inText = words.filter((word) => has(terms, word));
  const missing = words.filter((word) => !has(terms, word) && !(evidence.context.has(word.term) && !word.isHard));
  const cover = 1 - missing.length / words.length;
  const reason = ((): Refusal | null => {
    if (missing.some((word) => word.isHard)) return "name";
    if (cover < MIN_COVER || inText.length / words.length < MIN_COVER_OF_TEXT) return "words";
    return claim.map((clause) => compare(clause, evidence)).find((one) => one !== null) ?? null;
  })();
  return { reason, cover };
}

const termsOf = (clause: Clause): string[] => clause.words.map((word) => word.term);

/** Chinese words are cut differently in different sentences: a word is there, too, when it is part of a longer one. */
function has(terms: ReadonlySet<string>, word: ContentWord): boolean {
  if (terms.has(word.term)) return true;
  return /^\p{Script=Han}{2,}$/u.test(word.term) && [...terms].some((term) => term.includes(word.term));
}

function compare(claim: Clause, { clauses, context }: Evidence): Refusal | null {
  for (const amount of claim.amounts) if (!isAmountSupported(amount, claim, clauses)) return "amount";
  const nearest = nearestTo(claim, clauses);
  if (!nearest) return null;
  if (isMixed(claim, nearest, { clauses, context })) return "mixed";
  if (nearest.denials !== claim.denials) return "denial";
  if ([...nearest.restrictions].some((word) => !claim.restrictions.has(word)) || [...claim.restrictions].some((word) => !clauses.some((clause) => clause.restrictions.has(word)))) return "restriction";
  if (claim.denials === 0 && claim.modality && nearest.modality && claim.modality !== nearest.modality) return "modality";
  return null;
}

/**
 * The nearest clause speaks of something that the sentence leaves out, and the sentence puts in its place a word from
 * elsewhere: "dogs may enter, cats must not" ⊬ "dogs must not enter".
 */
function isMixed(claim: Clause, nearest: Clause, { clauses, context }: Evidence): boolean {
  const own = new Set([...termsOf(nearest), ...nearest.counted]);
  const said = new Set(termsOf(claim));
  const borrowed = claim.words.some((word) => !has(own, word) && !context.has(word.term) && clauses.some((clause) => clause !== nearest && termsOf(clause).includes(word.term)));
  return borrowed && nearest.words.some((word) => !has(said, word) && !context.has(word.term));
}

/** The clause that shares most words and amounts; of equals the one with fewest others. */
function nearestTo(claim: Clause, clauses: readonly Clause[]): Clause | null {
  const terms = new Set(termsOf(claim));
  const rated = clauses.map((clause) => {
    const shared = termsOf(clause).filter((term) => terms.has(term)).length + claim.amounts.filter((amount) => clause.amounts.some((other) => isSame(amount, other))).length;
    return { clause, shared, others: clause.words.length - shared };
  });
  const [best] = rated.sort((a, b) => b.shared - a.shared || a.others - b.others);
  return best && best.shared > 0 ? best.clause : null;
}

const isSame = (a: Amount, b: Amount): boolean => a.value === b.value && a.unit === b.unit && a.bound === b.bound;

/**
 * Some clause has the same amount; and where another clause counts the same unit differently, the words around the
 * amount must not be borrowed from there ("annual leave is 26 days, sick leave 10 days" ⊬ "annual leave is 10 days").
 */
function isAmountSupported(amount: Amount, claim: Clause, clauses: readonly Clause[]): boolean {
  const terms = new Set(termsOf(claim));
  const holders = clauses.filter((clause) => clause.amounts.some((other) => isSame(amount, other)));
  const rivals = clauses.filter((clause) => clause.amounts.some((other) => other.unit === amount.unit && other.value !== amount.value) && !holders.includes(clause));
  return holders.some((holder) => {
    const own = new Set([...termsOf(holder), ...holder.counted]);
    const borrowed = [...terms].some((term) => !own.has(term) && rivals.some((rival) => termsOf(rival).includes(term)));
    const leftOut = [...own].some((term) => !terms.has(term));
    return !(borrowed && leftOut);
  });
}
