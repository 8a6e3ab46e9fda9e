/**
 * @file Upper bound: for every subject of an index, a score that its exact score never exceeds. Each requirement is taken at
 * the best that the subject's words, skills, months and degree allow; likeness is exact where vectors are stored.
 */
import { matchTextOf, rateText, timeShare } from "../evidence";
import { ramp } from "../likeness";
import type { PreparedRequest } from "../score-subject";
import type { Ruleset } from "../ruleset";
import type { Phrase, Wanted } from "../wanted";
import { rankOfLevel } from "../named-evidence";
import { NO_COSINE } from "./line-table";
import type { SubjectFacts, SubjectIndex } from "./subject-index";
import { leadingPiece } from "../../terms/term-table";

/** Strengths of lines are kept as 32-bit numbers. */
const FLOAT = 1e-6;
/** Room for rounding, in score points: parts are rounded to a thousandth, scores to a tenth. */
const ROUNDING = 0.11;

/** @returns one bound per ordinal, 0–100 and a little */
export function upperBounds(index: SubjectIndex, prepared: PreparedRequest): Float64Array {
  const { wanted, ruleset, versions } = prepared;
  const points = new Float64Array(index.size);
  const total = wanted.reduce((sum, { requirement }) => sum + Math.round(requirement.weight), 0);
  const isLike = versions.encoder !== null && ruleset.semanticFitPercent > 0;
  const percent = isLike ? ruleset.semanticFitPercent : 0;
  const likeness = versions.encoder === null ? null : likenessOf(index, prepared);
  const pieces = new Map<string, readonly number[]>();
  for (const one of wanted) {
    const weight = Math.round(one.requirement.weight);
    if (weight === 0) continue;
    const strengths = strengthBounds(one, { index, ruleset, pieces, likeness });
    for (let i = 0; i < points.length; i++) points[i] = (points[i] ?? 0) + weight * (strengths[i] ?? 0);
  }
  const fits = isLike && likeness ? fitBounds(prepared, likeness) : null;
  return points.map((sum, i) => (total === 0 ? 0 : ((100 - percent) * sum) / total) + percent * (fits?.[i] ?? 0) + ROUNDING);
}

/** Query text → how far the encoder finds it in each subject, 0–1; 1 where a subject has no stored vectors. */
type Likeness = (text: string) => Float64Array;

function likenessOf(index: SubjectIndex, { queries, ruleset }: PreparedRequest): Likeness {
  const known = new Map<string, Float64Array>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const query = queries.get(text);
    const found = query ? Float64Array.from(index.lines.nearest(query), (cosine) => (cosine === NO_COSINE ? 1 : ramp(cosine, ruleset))) : new Float64Array(index.size);
    known.set(text, found);
    return found;
  };
}

/** As score-subject.ts works out the semantic fit: the mean of requirements by weight, title and duties. */
function fitBounds({ wanted, title, duties }: PreparedRequest, likeness: Likeness): Float64Array {
  const terms = wanted.filter(({ requirement, canonical }) => requirement.weight > 0 && canonical !== "").map(({ requirement, canonical }) => ({ text: canonical, weight: Math.round(requirement.weight) }));
  const heaviest = Math.max(1, ...terms.map(({ weight }) => weight));
  if (title !== null) terms.push({ text: title, weight: heaviest });
  for (const duty of duties) terms.push({ text: duty, weight: Math.max(1, Math.round(heaviest / 4)) });
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  const sums = terms.map(({ text, weight }) => ({ weight, share: likeness(text) }));
  return Float64Array.from(sums[0]?.share ?? [], (_, i) => sums.reduce((sum, { weight, share }) => sum + weight * (share[i] ?? 0), 0) / Math.max(1, total));
}

interface Context {
  readonly index: SubjectIndex;
  readonly ruleset: Ruleset;
  /** Null: rules alone. */
  readonly likeness: Likeness | null;
  /** Lines by piece, looked up once per request. */
  readonly pieces: Map<string, readonly number[]>;
}

function strengthBounds(wanted: Wanted, context: Context): Float64Array {
  const { index, ruleset, likeness } = context;
  const { kind, years, level } = wanted.requirement;
  const bounds = new Float64Array(index.size);
  const byFacts = (rate: (facts: SubjectFacts) => number): Float64Array => bounds.map((_, i) => rate(index.factsOf(i)));
  switch (kind) {
    case "education": {
      const asked = rankOfLevel(level);
      return byFacts(({ degree }) => (degree < 0 ? 0 : degree >= asked ? 1 : ruleset.lowerDegree));
    }
    case "language":
    case "certificate":
    case "place":
      return Float64Array.from(index.lines.highestOf(namedLines(wanted.requirement, context), 0));
    case "experience":
      if (wanted.phrases.length === 0) return byFacts(({ monthsOfWork }) => (monthsOfWork === null ? 0 : years ? timeShare(monthsOfWork, years, ruleset) : 1));
      break;
    case "skill":
    case "text":
      for (const [id, share] of wanted.skills) for (const i of index.withSkill(id)) bounds[i] = Math.max(bounds[i] ?? 0, Math.min(1, share * ruleset.verified + ruleset.both));
      break;
  }
  for (const phrase of wanted.phrases) raise(bounds, phraseBounds(phrase, context, kind === "experience"));
  if (years !== undefined) for (let i = 0; i < bounds.length; i++) bounds[i] = (bounds[i] ?? 0) * Math.max(ruleset.undatedShare, timeShare(index.factsOf(i).timedMonths, years, ruleset));
  if (likeness) {
    const near = likeness(wanted.canonical);
    const most = ruleset.cosineMost * (years === undefined ? 1 : ruleset.undatedShare);
    for (let i = 0; i < bounds.length; i++) bounds[i] = Math.max(bounds[i] ?? 0, most * (near[i] ?? 0));
  }
  return bounds;
}

function raise(bounds: Float64Array, others: Float64Array): void {
  for (let i = 0; i < bounds.length; i++) bounds[i] = Math.max(bounds[i] ?? 0, others[i] ?? 0);
}

/** 1 for every line that may name what is asked. */
function namedLines({ any, text }: Wanted["requirement"], context: Context): Float32Array {
  const lines = new Float32Array(context.index.lines.size);
  for (const name of any.length > 0 ? any : [text]) for (const line of linesWith(leadingPiece(name), context)) lines[line] = 1;
  return lines;
}

/**
 * As evidence.ts rates a phrase: in one line, or spread over several. Every line that has something of it is rated once;
 * all lines count as work history, so that nothing is underrated.
 */
function phraseBounds(phrase: Phrase, context: Context, isRole: boolean): Float64Array {
  const { index, ruleset } = context;
  const { units, total } = phrase;
  const touched = new Set<number>();
  for (const { probes } of units) {
    for (const term of probes.terms) for (const line of index.lines.withTerm(term)) touched.add(line);
    for (const piece of probes.pieces) for (const line of linesWith(piece, context)) touched.add(line);
  }
  const whole = new Float32Array(index.lines.size);
  const rates = new Map<number, readonly number[]>();
  for (const line of touched) {
    const rated = rateText(phrase, matchTextOf({ canonical: index.lines.textOf(line) }), ruleset);
    if (!rated) continue;
    whole[line] = rated.strength;
    rates.set(line, rated.rates);
  }
  const shares = isRole ? { one: 1, both: 0 } : { one: ruleset.verified, both: ruleset.both };
  const bounds = new Float64Array(index.size);
  index.lines.eachSubject((subject, lines) => {
    const best = new Array<number>(units.length).fill(0);
    let first = 0;
    for (const line of lines) {
      const own = rates.get(line);
      if (!own) continue;
      first = Math.max(first, whole[line] as number);
      own.forEach((rate, i) => (best[i] = Math.max(best[i] ?? 0, rate)));
    }
    if (first === 0) return;
    const together = (shares.one * best.reduce((sum, rate, i) => sum + rate * (units[i]?.weight ?? 0), 0)) / total;
    const spread = together * ruleset.wordsSpread * (best.every((rate) => rate > 0) ? 1 : ruleset.wordsSome);
    bounds[subject] = Math.min(1, Math.max(first * shares.one + shares.both, spread) + FLOAT);
  });
  return bounds;
}

function linesWith(piece: string, { index, pieces }: Context): readonly number[] {
  const known = pieces.get(piece) ?? index.lines.withPiece(piece);
  pieces.set(piece, known);
  return known;
}
