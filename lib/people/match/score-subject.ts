/**
 * @file scoreSubject: subject × prepared request → scorecard. A pure function: no clock, no randomness, no network. Each
 * part is rounded to a thousandth, weights are whole, so that the sum does not depend on the order of anything.
 */
import { canonicalJson } from "../../core/canonical-json";
import { sha256 } from "../../core/hash";
import type { Taxonomy } from "../taxonomy/types";
import type { Requirement } from "../requirements/types";
import { NO_EVIDENCE, quotesOf, roleEvidence, skillEvidence, type Evidence } from "./evidence";
import { canonicalText } from "./neutral-text";
import { nearestItem, ramp, type EvidenceVectors, type Nearest } from "./likeness";
import { certificateEvidence, educationEvidence, languageEvidence, placeEvidence } from "./named-evidence";
import { rulesetVersion, type Ruleset } from "./ruleset";
import type { EvidenceItem, MatchSubject, Scorecard, ScorePart, ScoreRequest, ScoreVersions } from "./types";
import { toWanted, type Wanted } from "./wanted";

/** Raised whenever equal inputs may give another score. 2: openings' duties are asked with their requirements. 3: a break is no post. 4: sentences outside of lists are read. 5: employers with a legal form are no evidence. 6: a name is none in any form (case, script, order, part). 7: words of birth year, marriage, children, leave for them and impairment are none, colleges and schools for one sex are named without it, a housewife's years are a break. */
export const SCORER_VERSION = "7";

/** A request made ready once for all subjects. */
export interface PreparedRequest {
  readonly wanted: readonly Wanted[];
  readonly ruleset: Ruleset;
  readonly versions: ScoreVersions;
  /** Canonical text of the title; null without one. */
  readonly title: string | null;
  /** Canonical texts of the duties. */
  readonly duties: readonly string[];
  /** Vectors of what is asked, by canonical text; empty: scored by rules alone. */
  readonly queries: EvidenceVectors;
  readonly requirementsHash: string;
}

export interface PrepareOptions {
  readonly ruleset: Ruleset;
  readonly taxonomy: Taxonomy;
  /** Version of the encoder and the vectors of `queryTexts(request)`; left out: rules alone. */
  readonly likeness?: { readonly encoder: string; readonly queries: EvidenceVectors };
}

/** What must be embedded of a request: the title, every duty and every requirement. */
export function queryTexts(request: ScoreRequest, options: Omit<PrepareOptions, "likeness">): string[] {
  const prepared = prepareRequest(request, options);
  return [...new Set([...prepared.wanted.map(({ canonical }) => canonical), ...(prepared.title === null ? [] : [prepared.title]), ...prepared.duties])].filter((text) => text !== "");
}

export function prepareRequest(request: ScoreRequest, { ruleset, taxonomy, likeness }: PrepareOptions): PreparedRequest {
  const versions = { ruleset: rulesetVersion(ruleset), encoder: likeness?.encoder ?? null, taxonomy: taxonomy.version, scorer: SCORER_VERSION };
  const wanted = request.requirements.map((requirement) => toWanted(requirement, { ruleset, taxonomy }));
  const title = canonicalText(request.title ?? "");
  const duties = [...new Set((request.duties ?? []).map(canonicalText).filter((duty) => duty !== ""))].sort();
  return { wanted, ruleset, versions, title: title === "" ? null : title, duties, queries: likeness?.queries ?? new Map(), requirementsHash: hashOf(request) };
}

function hashOf({ requirements, title, duties = [] }: ScoreRequest): string {
  const asked = requirements.map(({ kind, mustHave, weight, any, text, years, level }) => ({ kind, mustHave, weight: Math.round(weight), any: [...any], text, years: years === undefined ? null : Math.round(years * 12), level: level ?? null }));
  return sha256(canonicalJson({ title, duties: [...duties], asked }));
}

/** @param vectors of the subject's items, by canonical text; left out or empty: the parts by likeness count nothing */
export function scoreSubject(subject: MatchSubject, prepared: PreparedRequest, vectors: EvidenceVectors = new Map()): Scorecard {
  const { wanted, ruleset, versions } = prepared;
  const rated = wanted.map((one) => {
    const nearest = nearestItem(prepared.queries.get(one.canonical), subject.items, vectors);
    return { one, nearest, evidence: withLikeness(evidenceFor(one, subject, ruleset), { wanted: one, nearest, ruleset }) };
  });
  const isLike = versions.encoder !== null && ruleset.semanticFitPercent > 0;
  const total = wanted.reduce((sum, { requirement }) => sum + Math.round(requirement.weight), 0);
  const share = (100 - (isLike ? ruleset.semanticFitPercent : 0)) / Math.max(1, total);
  const parts = rated.map(({ one, evidence }) => toPart(one.requirement, evidence, share));
  const fit = isLike ? fitPart(rated, prepared, { subject, vectors }) : null;
  const mustHaves = parts.filter(({ mustHave }) => mustHave).map(({ requirementId, name, met, evidence }) => ({ requirementId: requirementId ?? "", requirement: name, met, evidence }));
  return {
    score: sumOf(rated, fit, ruleset),
    mustHaves,
    mustHavesMet: mustHaves.filter(({ met }) => met).length,
    parts: fit ? [...parts, fit] : parts,
    versions,
    inputs: { subject: subject.fingerprint, requirements: prepared.requirementsHash },
  };
}

function evidenceFor(wanted: Wanted, subject: MatchSubject, ruleset: Ruleset): Evidence {
  switch (wanted.requirement.kind) {
    case "skill":
    case "text":
      return skillEvidence(wanted, subject, ruleset);
    case "experience":
      return roleEvidence(wanted, subject, ruleset);
    case "education":
      return educationEvidence(wanted, subject, ruleset);
    case "language":
      return languageEvidence(wanted, subject, ruleset);
    case "certificate":
      return certificateEvidence(wanted, subject, ruleset);
    case "place":
      return placeEvidence(wanted, subject, ruleset);
  }
}

/** Where words found less than the encoder: its nearest line, never enough to meet the requirement. */
function withLikeness(evidence: Evidence, { wanted, nearest, ruleset }: { wanted: Wanted; nearest: Nearest | null; ruleset: Ruleset }): Evidence {
  const { kind, years } = wanted.requirement;
  if (!nearest || evidence.met || (kind !== "skill" && kind !== "text" && !(kind === "experience" && wanted.phrases.length > 0))) return evidence;
  const strength = ruleset.cosineMost * ramp(nearest.cosine, ruleset) * (years === undefined ? 1 : ruleset.undatedShare);
  if (strength <= evidence.strength) return evidence;
  return { ...evidence, strength, standing: nearest.item.isWork ? "verified" : "stated", items: [nearest.item] };
}

const thousandths = (strength: number): number => Math.round(strength * 1000);

function toPart(requirement: Requirement, evidence: Evidence, share: number): ScorePart {
  const { id, kind, text, mustHave, weight, years } = requirement;
  const score = thousandths(evidence.strength) / 10;
  const found = evidence.months === undefined || evidence.months === null ? null : Math.round(evidence.months / 1.2) / 10;
  return {
    name: text, requirementId: id, kind, mustHave,
    weight: Math.round(Math.round(weight) * share * 100) / 100,
    score,
    met: evidence.met,
    standing: score > 0 ? evidence.standing : "missing",
    evidence: score > 0 ? quotesOf(evidence.items) : [],
    ...(years === undefined ? {} : { years: { asked: years, found } }),
  };
}

interface RatedWanted {
  readonly one: Wanted;
  readonly nearest: Nearest | null;
  readonly evidence: Evidence;
}

const MAX_FIT_QUOTES = 3;

/** Mean likeness of what is asked, by weight, of the title and of the duties; its evidence is the lines that are most alike. */
function fitPart(rated: readonly RatedWanted[], { title, duties, queries, ruleset }: PreparedRequest, { subject, vectors }: { subject: MatchSubject; vectors: EvidenceVectors }): ScorePart {
  const near = rated.filter(({ one }) => one.requirement.weight > 0 && one.canonical !== "").map(({ one, nearest }) => ({ weight: Math.round(one.requirement.weight), nearest }));
  const own = title === null ? null : nearestItem(queries.get(title), subject.items, vectors);
  if (own) near.push({ weight: Math.max(1, ...near.map(({ weight }) => weight)), nearest: own });
  const dutyWeight = Math.max(1, Math.round(Math.max(1, ...near.map(({ weight }) => weight)) / 4));
  for (const duty of duties) near.push({ weight: dutyWeight, nearest: nearestItem(queries.get(duty), subject.items, vectors) });
  const total = near.reduce((sum, { weight }) => sum + weight, 0);
  const sum = near.reduce((left, { weight, nearest }) => left + weight * thousandths(nearest ? ramp(nearest.cosine, ruleset) : 0), 0);
  const strength = total === 0 ? 0 : Math.round(sum / total) / 1000;
  const best = [...near].sort((a, b) => (b.nearest?.cosine ?? 0) - (a.nearest?.cosine ?? 0));
  const items = [...new Set(best.flatMap(({ nearest }) => nearest && ramp(nearest.cosine, ruleset) > 0 ? [nearest.item] : []))].slice(0, MAX_FIT_QUOTES);
  return { name: "semantic-fit", requirementId: null, kind: "semantic-fit", mustHave: false, weight: ruleset.semanticFitPercent, score: Math.round(strength * 1000) / 10, met: strength >= ruleset.metFrom, standing: standing(items), evidence: quotesOf(items) };
}

function standing(items: readonly EvidenceItem[]): ScorePart["standing"] {
  return items.length === 0 ? NO_EVIDENCE.standing : items.some(({ isWork }) => isWork) ? "verified" : "stated";
}

/** Whole numbers until the last division: thousandths of strength times whole weights. One decimal. */
function sumOf(rated: readonly RatedWanted[], fit: ScorePart | null, ruleset: Ruleset): number {
  const weight = rated.reduce((sum, { one }) => sum + Math.round(one.requirement.weight), 0);
  const points = rated.reduce((sum, { one, evidence }) => sum + Math.round(one.requirement.weight) * thousandths(evidence.strength), 0);
  const rules = weight === 0 ? 0 : points / weight;
  const percent = fit ? ruleset.semanticFitPercent : 0;
  const mixed = ((100 - percent) * rules + percent * (fit ? Math.round(fit.score * 10) : 0)) / 100;
  return Math.round(mixed) / 10;
}
