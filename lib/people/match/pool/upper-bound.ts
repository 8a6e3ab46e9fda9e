/**
 * @file Upper bound: for every subject of an index, a score that its exact score never exceeds. Each requirement is taken at
 * the best that the subject's words, skills, months and degree allow; likeness at the most that it can ever give.
 */
import { timeShare } from "../evidence";
import type { PreparedRequest } from "../score-subject";
import type { Ruleset } from "../ruleset";
import type { Phrase, Wanted } from "../wanted";
import { rankOfLevel } from "../named-evidence";
import type { SubjectFacts, SubjectIndex } from "./subject-index";
import { leadingPiece } from "../../terms/term-table";

/** Room for rounding, in score points: parts are rounded to a thousandth, scores to a tenth. */
const ROUNDING = 0.11;

/** @returns one bound per ordinal, 0–100 and a little */
export function upperBounds(index: SubjectIndex, prepared: PreparedRequest): Float64Array {
  const { wanted, ruleset, versions } = prepared;
  const points = new Float64Array(index.size);
  const total = wanted.reduce((sum, { requirement }) => sum + Math.round(requirement.weight), 0);
  const isLike = versions.encoder !== null && ruleset.semanticFitPercent > 0;
  const percent = isLike ? ruleset.semanticFitPercent : 0;
  const pieces = new Map<string, Uint32Array>();
  for (const one of wanted) {
    const weight = Math.round(one.requirement.weight);
    if (weight === 0) continue;
    const strengths = strengthBounds(one, { index, ruleset, pieces, isLike: versions.encoder !== null });
    for (let i = 0; i < points.length; i++) points[i] = (points[i] ?? 0) + weight * (strengths[i] ?? 0);
  }
  return points.map((sum) => (total === 0 ? 0 : ((100 - percent) * sum) / total) + percent + ROUNDING);
}

interface Context {
  readonly index: SubjectIndex;
  readonly ruleset: Ruleset;
  readonly isLike: boolean;
  /** Subjects by piece, looked up once per request. */
  readonly pieces: Map<string, Uint32Array>;
}

function strengthBounds(wanted: Wanted, context: Context): Float64Array {
  const { index, ruleset, isLike } = context;
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
      for (const name of wanted.requirement.any.length > 0 ? wanted.requirement.any : [wanted.requirement.text]) for (const i of subjectsWith(leadingPiece(name), context)) bounds[i] = 1;
      return bounds;
    case "experience":
      if (wanted.phrases.length === 0) return byFacts(({ monthsOfWork }) => (monthsOfWork === null ? 0 : years ? timeShare(monthsOfWork, years, ruleset) : 1));
      break;
    case "skill":
    case "text":
      for (const [id, share] of wanted.skills) index.withSkill(id, (i) => void (bounds[i] = Math.max(bounds[i] ?? 0, Math.min(1, share * ruleset.verified + ruleset.both))));
      break;
  }
  for (const phrase of wanted.phrases) raise(bounds, phraseBounds(phrase, context, kind === "experience"));
  if (years !== undefined) for (let i = 0; i < bounds.length; i++) bounds[i] = (bounds[i] ?? 0) * Math.max(ruleset.undatedShare, timeShare(index.factsOf(i).timedMonths, years, ruleset));
  if (isLike) {
    const likeness = ruleset.cosineMost * (years === undefined ? 1 : ruleset.undatedShare);
    for (let i = 0; i < bounds.length; i++) bounds[i] = Math.max(bounds[i] ?? 0, likeness);
  }
  return bounds;
}

function raise(bounds: Float64Array, others: Float64Array): void {
  for (let i = 0; i < bounds.length; i++) bounds[i] = Math.max(bounds[i] ?? 0, others[i] ?? 0);
}

/** All units present: the phrase may stand there. Otherwise the share of those that are, as for some words of it. */
function phraseBounds({ units, total }: Phrase, context: Context, isRole: boolean): Float64Array {
  const { index, ruleset } = context;
  const cover = new Float64Array(index.size);
  const seen = new Int32Array(index.size).fill(-1);
  const count = new Uint16Array(index.size);
  units.forEach((unit, at) => {
    const mark = (i: number): void => {
      if (seen[i] === at) return;
      seen[i] = at;
      cover[i] = (cover[i] ?? 0) + unit.weight / total;
      count[i] = (count[i] ?? 0) + 1;
    };
    for (const term of unit.probes.terms) index.withTerm(term, mark);
    for (const piece of unit.probes.pieces) for (const i of subjectsWith(piece, context)) mark(i);
  });
  const both = isRole ? 0 : ruleset.both;
  return cover.map((share, i) => (share === 0 ? 0 : count[i] === units.length ? 1 : Math.min(1, share * ruleset.wordsSome + both)));
}

function subjectsWith(piece: string, { index, pieces }: Context): Uint32Array {
  const known = pieces.get(piece);
  if (known) return known;
  const marked = new Uint8Array(index.size);
  index.withPiece(piece, (i) => void (marked[i] = 1));
  const found = Uint32Array.from(Array.from(marked.entries()).flatMap(([i, has]) => (has === 1 ? [i] : [])));
  pieces.set(piece, found);
  return found;
}
