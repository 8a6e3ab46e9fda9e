/**
 * @file The near miss that recruiters see and the gap that employees see are one object, made by one function (findGap) from the
 * same requirements: this file joins it with the scorecard, which alone knows years, places, degrees and points.
 */
import type { Miss, NearMiss } from "../../people/match/both-ways/near-miss";
import { nearMiss } from "../../people/match/both-ways/near-miss";
import type { Scorecard } from "../../people/match/types";
import type { Requirement } from "../../people/requirements/types";
import type { Taxonomy } from "../../people/taxonomy/types";
import type { Gap, GapItem, GapTarget, ProfileSkill } from "../types";
import { findGap, type Voice } from "./find-gap";
import { needsOfRequirements } from "./needs-of";

export interface GapPerson {
  readonly held: readonly ProfileSkill[];
  readonly taxonomy: Taxonomy;
  /** Who reads the reasons; default the person. */
  readonly voice?: Voice;
}

/** What requirements ask of a person: the one gap, for whoever looks at it. */
export const gapOfRequirements = (target: GapTarget, requirements: readonly Requirement[], person: GapPerson): Gap => findGap(target, needsOfRequirements(requirements, person.taxonomy), person);

export interface GapMiss extends Miss {
  /** The gap's own item; null for what is no skill (a degree, a place, years in all). */
  readonly item: GapItem | null;
}

export interface RequirementGap extends Omit<NearMiss, "misses"> {
  readonly gap: Gap;
  readonly misses: readonly GapMiss[];
}

/**
 * A requirement that names skills is had, partly had or missing as the gap says; where years are asked that the card does
 * not find, what is had is partly had. Requirements of the same skills are one item of the gap and may be several misses.
 *
 * @param card         scored against `requirements`
 * @returns misses: must-haves first, then by points; state and reason of skills from the gap, points and years from the card
 */
export function requirementGap(card: Scorecard, requirements: readonly Requirement[], { target, person }: { readonly target: GapTarget; readonly person: GapPerson }): RequirementGap {
  const gap = gapOfRequirements(target, requirements, person);
  const { misses, ...scored } = nearMiss(card, requirements);
  const missed = new Map(misses.map((miss) => [miss.requirementId, miss]));
  const all = requirements.flatMap((requirement): GapMiss[] => {
    const item = itemOf(requirement, gap, person.taxonomy);
    const miss = missed.get(requirement.id);
    if (!item) return miss ? [{ ...miss, item: null }] : [];
    const state = item.state === "have" && miss?.yearsMissing !== undefined ? "partly" : item.state;
    const { id, text, kind, any, mustHave } = requirement;
    return state === "have" ? [] : [{ requirementId: id, text, kind, any, mustHave, gain: 0, evidence: [], ...miss, state, item }];
  });
  return { ...scored, gap, misses: all.sort((a, b) => Number(b.mustHave) - Number(a.mustHave) || b.gain - a.gain || (a.requirementId < b.requirementId ? -1 : 1)) };
}

/** The item that the requirement went into; null where it names no skill. */
function itemOf(requirement: Requirement, { items }: Gap, taxonomy: Taxonomy): GapItem | null {
  const [need] = needsOfRequirements([requirement], taxonomy);
  const key = need && keyOf(need.any);
  return items.find(({ any }) => keyOf(any) === key) ?? null;
}

const keyOf = (any: readonly string[]): string => [...any].sort().join(" ");
