/**
 * @file What relations open, beside roles: pure predicates on what the actor stands for at this request. A relation is
 * toward one person, opening or group, so each predicate takes that object. Manager means the direct one: whoever manages
 * a manager has no say over their people by that (they ask the manager, or HR).
 */
import type { Actor, LearningGroup, Relations } from "../../core/types";

export type RelationName = "manager" | "hiring-manager" | "learning-partner";

type Related = Pick<Actor, "relations">;

/** A person in the directory, as far as relations ask. */
export interface RelatedPerson {
  readonly id: string;
  readonly department: string;
  readonly site: string;
}

export const isManagerOf = ({ relations }: Related, employeeId: string): boolean => relations?.reports.includes(employeeId) ?? false;

/** Named for this opening, and not lapsed. */
export const isHiringManagerOf = ({ relations }: Related, openingId: string): boolean => relations?.openings.some((id) => id === openingId) ?? false;

export const isLearningPartnerOf = ({ relations }: Related, person: RelatedPerson): boolean => relations?.learning.some((group) => isInGroup(person, group)) ?? false;

export const isOneself = ({ relations }: Related, employeeId: string): boolean => relations?.employeeId === employeeId;

export function isInGroup(person: Pick<RelatedPerson, "department" | "site">, group: LearningGroup): boolean {
  return group.kind === "company" || person[group.kind] === group.name;
}

/** Holds such a relation to anyone or anything at all: for menus and buttons. */
export function holdsRelation(relations: Relations | undefined, name: RelationName): boolean {
  const held = { manager: relations?.reports, "hiring-manager": relations?.openings, "learning-partner": relations?.learning }[name];
  return held !== undefined && held.length > 0;
}
