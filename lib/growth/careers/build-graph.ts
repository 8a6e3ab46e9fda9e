/**
 * @file The graph of roles: an edge for every move that people made, and for roles that lie near by skills. Each edge
 * says how many made it, how near the roles are and about how long the gap between them takes.
 */
import type { Taxonomy } from "../../people/taxonomy/types";
import { effectiveLevels } from "../gap/effective-level";
import { findGap } from "../gap/find-gap";
import type { CareerEdge, CareerGraph, CareerRole, RoleMove } from "../network-types";
import type { Course, Gap, ProfileSkill } from "../types";
import { hoursToClose } from "./hours-to-close";

export interface CareerSources {
  readonly roles: readonly CareerRole[];
  readonly moves: readonly RoleMove[];
  readonly courses: readonly Course[];
  readonly taxonomy: Taxonomy;
}

/** Without a move on record, roles count as neighbours from this nearness on … */
export const NEAR_ENOUGH = 0.4;
/** … and when the second is at most one grade lower and two grades higher. */
const GRADES_DOWN = 1;
const GRADES_UP = 2;
/** A hundred hours of learning weigh as much as one step. */
const HOURS_PER_STEP = 100;
/** Where the catalogue has nothing for a must, count this. */
const HOURS_WHEN_UNKNOWN = 200;

/** Whoever holds a role has what it asks for. */
export function skillsOfRole(role: CareerRole): ProfileSkill[] {
  return role.needs.map(({ any, level }) => ({ skillId: any[0] ?? "", level, evidence: [], shared: false }));
}

/** A role as a target of a person with these skills. */
export function gapToRole(role: CareerRole, held: readonly ProfileSkill[], taxonomy: Taxonomy): Gap {
  return findGap({ kind: "role", id: role.id, title: role.title }, role.needs, { held, taxonomy });
}

/** @throws RangeError when a move names a role that is not there */
export function buildCareerGraph(sources: CareerSources): CareerGraph {
  const { roles, moves } = sources;
  const known = new Set(roles.map(({ id }) => id));
  for (const { from, to } of moves) if (!known.has(from) || !known.has(to)) throw new RangeError(`move ${from} → ${to} names an unknown role`);
  const made = new Map(moves.map((move) => [`${move.from} ${move.to}`, move.people]));
  const edges = roles.flatMap((from) => {
    const held = skillsOfRole(from);
    return roles.flatMap((to) => {
      if (from === to) return [];
      const people = made.get(`${from.id} ${to.id}`) ?? 0;
      const rise = to.grade - from.grade;
      if (people === 0 && (rise < -GRADES_DOWN || rise > GRADES_UP)) return [];
      const gap = gapToRole(to, held, sources.taxonomy);
      if (people === 0 && gap.coverage < NEAR_ENOUGH) return [];
      return [edgeOf({ from, to, people, gap, held }, sources)];
    });
  });
  return { roles, edges };
}

interface EdgeParts {
  readonly from: CareerRole;
  readonly to: CareerRole;
  readonly people: number;
  readonly gap: Gap;
  readonly held: readonly ProfileSkill[];
}

function edgeOf({ from, to, people, gap, held }: EdgeParts, { courses, taxonomy }: CareerSources): CareerEdge {
  const hours = learningHours(gap, held, { courses, taxonomy });
  return { from: from.id, to: to.id, people, nearness: gap.coverage, hours, cost: costOf(hours, gap.coverage, people) };
}

/** Null when the catalogue has nothing for one of the target's musts. */
export function learningHours(gap: Gap, held: readonly ProfileSkill[], { courses, taxonomy }: Pick<CareerSources, "courses" | "taxonomy">): number | null {
  const ids = new Set(courses.flatMap(({ entry }) => entry.map(({ skillId }) => skillId)));
  const estimate = hoursToClose(gap, courses, effectiveLevels(ids, held, taxonomy));
  const stuck = gap.items.some((item) => item.mustHave && estimate.unreachable.includes(item.skillId));
  return stuck ? null : estimate.hours;
}

/** One per step, more for learning and distance, less for a way that many went. Always ≥ .2, so that paths stay short. */
function costOf(hours: number | null, nearness: number, people: number): number {
  const cost = 1 + (hours ?? HOURS_WHEN_UNKNOWN) / HOURS_PER_STEP + 2 * (1 - nearness) - 0.5 * Math.log1p(people);
  return Math.max(0.2, cost);
}
