/**
 * @file Careers: the lattice of roles with what the reader covers of each; moves are counts of people, shown from five on, so
 * that a rare move names nobody. Salary bands only where the company wrote them into its roles.
 */
import { listCourses, listMoves, listRoles } from "../../../db/queries/growth-catalogue";
import { findProfile, listSkills, requireOwnEntry, type GrowthPerson } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { CareerDetail, CareersView } from "../../contracts/growth-network";
import { AppError } from "../../core/errors";
import { scopeOf, type ActorScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { buildCareerGraph, gapToRole, learningHours } from "../../growth/careers/build-graph";
import { toLattice } from "../../growth/careers/lattice";
import { careerPaths } from "../../growth/careers/paths";
import { SMALLEST_GROUP } from "../../growth/network/heat-map";
import type { CareerGraph, CareerRole } from "../../growth/network-types";
import type { Course, ProfileSkill } from "../../growth/types";
import { authorise } from "../policy";
import { heldOf } from "./held";
import { listOpenings } from "./targets";
import { growthTaxonomy, namesOf } from "./taxonomy";

const DEFAULT_HOURS = 3;

export interface OwnCareers {
  readonly graph: CareerGraph;
  readonly courses: readonly Course[];
  readonly held: readonly ProfileSkill[];
  readonly here: CareerRole | null;
  readonly hoursPerWeek: number;
}

export async function ownCareers(db: Database, scope: ActorScope): Promise<OwnCareers> {
  const me = await requireOwnEntry(db, scope);
  const [roles, moves, courses] = [await listRoles(db, scope), await listMoves(db, scope), await listCourses(db, scope)];
  // Fewer people than a group who made a move are shown as none.
  const shown = moves.filter(({ people }) => people >= SMALLEST_GROUP);
  const graph = buildCareerGraph({ roles, moves: shown, courses, taxonomy: growthTaxonomy() });
  const held = heldOf(await listSkills(db, scope, me.id));
  return { graph, courses, held, here: roleOf(me, roles, held), hoursPerWeek: (await findProfile(db, scope, me.id))?.hoursPerWeek ?? DEFAULT_HOURS };
}

/** The role whose name the person's title begins with (the longest); else the best covered one of their department; else null. */
export function roleOf(person: Pick<GrowthPerson, "title" | "department">, roles: readonly CareerRole[], held: readonly ProfileSkill[]): CareerRole | null {
  const title = person.title.toLowerCase();
  const named = roles.filter((role) => title.startsWith(role.title.en.toLowerCase()) || title.startsWith(role.title.zh)).sort((a, b) => b.title.en.length - a.title.en.length)[0];
  if (named) return named;
  const near = roles.filter(({ department }) => department === person.department).map((role) => ({ role, coverage: gapToRole(role, held, growthTaxonomy()).coverage }));
  return near.filter(({ coverage }) => coverage > 0.5).sort((a, b) => b.coverage - a.coverage)[0]?.role ?? null;
}

export async function careersOf(db: Database, actor: Actor): Promise<CareersView> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const { graph, courses, held, here, hoursPerWeek } = await ownCareers(db, scope);
  const openings = await listOpenings(db, scope);
  const lattice = toLattice(graph);
  const points = new Map(lattice.points.map((point) => [point.roleId, point]));
  return {
    here: here?.id ?? null,
    families: [...lattice.families],
    hoursPerWeek,
    roles: graph.roles.map((role) => {
      const gap = gapToRole(role, held, growthTaxonomy());
      const point = points.get(role.id) ?? { column: 0, row: 0, slot: 0 };
      const theirs = openings.filter(({ title }) => title.toLowerCase().startsWith(role.title.en.toLowerCase()) || title.startsWith(role.title.zh));
      return { id: role.id, title: { ...role.title }, family: role.family, department: role.department, sites: [...role.sites], grade: role.grade, band: role.band && { from: { ...role.band.from }, to: { ...role.band.to } }, column: point.column, row: point.row, slot: point.slot, coverage: gap.coverage, hours: learningHours(gap, held, { courses, taxonomy: growthTaxonomy() }), openings: theirs };
    }),
    edges: graph.edges.map(({ from, to, people, nearness, hours }) => ({ from, to, people, nearness, hours })),
  };
}

/** @throws AppError "request/not-found" */
export async function careerTo(db: Database, actor: Actor, id: string): Promise<CareerDetail> {
  authorise(actor, "growth:own");
  const { graph, held, here, hoursPerWeek } = await ownCareers(db, scopeOf(actor));
  const role = graph.roles.find((each) => each.id === id);
  if (!role) throw new AppError("request/not-found", "no such role");
  const [path] = here && here.id !== id ? careerPaths(graph, { from: here.id, to: id }, { count: 1, hoursPerWeek }) : [];
  const missing = gapToRole(role, held, growthTaxonomy()).items.filter(({ state }) => state !== "have").map(({ skillId, have, needed }) => ({ skillId, have, needed }));
  return { id, path: path ? { roles: [...path.roles], hours: path.hours, months: path.months, reason: path.reason } : null, missing, names: namesOf(missing.map(({ skillId }) => skillId)) };
}
