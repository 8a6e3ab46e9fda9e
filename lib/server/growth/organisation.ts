/**
 * @file Growth of groups, for L&D: people who agreed to be counted, departments of at least five, numbers in steps of five
 * (lib/growth/network/heat-map.ts says how differences are stopped). One grid for everybody: a learning partner of one
 * site sees the same figures as everyone else, or two readers could subtract them.
 */
import { courseRatings, listCountedPlans, listSteps, type StepRow } from "../../../db/queries/growth-plans";
import { listCourses, listRoles, putCourses } from "../../../db/queries/growth-catalogue";
import { listCounted, listGroupSkills } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { CourseImportReport, OrganisationView } from "../../contracts/growth-organisation";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { heatMap, SMALLEST_GROUP, type HeatPerson } from "../../growth/network/heat-map";
import { record } from "../audit/record";
import { authorise, can } from "../policy";
import { readCourses } from "./course-import";
import { programmeEffects } from "./programme-effects";
import { readProgrammes } from "./programmes";
import { namesOf } from "./taxonomy";

const groups = systemScope("figures of groups");
const SHOWN_SKILLS = 20;
const inSteps = (people: number): number => Math.floor(people / SMALLEST_GROUP) * SMALLEST_GROUP;

export async function organisationOf(db: Database, actor: Actor, clock: Clock = systemClock): Promise<OrganisationView> {
  authorise(actor, "growth:organisation");
  const counted = await listCounted(db, groups);
  const rows = await listGroupSkills(db, groups);
  const people = counted.map(({ id, department }): HeatPerson => ({ group: department, levels: new Map(rows.filter(({ employeeId }) => employeeId === id).map(({ skillId, level }) => [skillId, level])) }));
  // Which skills are shown follows from the roles alone: a choice by counts would itself say something.
  const skillIds = await skillsOfRoles(db);
  const map = heatMap(people, skillIds);
  const plans = await listCountedPlans(db, groups);
  const steps = await listSteps(db, groups, plans.map(({ plan }) => plan.id));
  const courses = await listCourses(db, groups);
  const ratings = await courseRatings(db, groups);
  const open = openDemands(plans.filter(({ plan }) => plan.status === "active"));
  await record(db, actor, { action: "growth.groups-read", object: { kind: "growth", id: null }, facts: { groups: map.cells.filter(({ withheld }) => withheld === null).length, withheld: map.cells.filter(({ withheld }) => withheld !== null).length } });
  return {
    k: map.k, groups: [...map.groups], skillIds: [...map.skillIds], cells: map.cells.map((cell) => ({ ...cell })), names: namesOf([...map.skillIds, ...open.keys()]), counted: inSteps(counted.length),
    unmet: [...open].map(([skillId, ids]) => ({ skillId, people: inSteps(ids.size), courses: courses.filter(({ teaches }) => teaches.some((each) => each.skillId === skillId)).length })).filter(({ people: n }) => n >= SMALLEST_GROUP).sort((a, b) => b.people - a.people),
    completion: completionOf(plans, steps),
    programmes: programmeEffects({ plans, steps, programmes: await readProgrammes(db), now: clock.now() }),
    courses: courses.map(({ id, title, kind, teaches }) => {
      const rated = ratings.get(id);
      const isShown = rated !== undefined && rated.n >= SMALLEST_GROUP;
      return { id, title: { ...title }, kind, closes: teaches.reduce((sum, { skillId }) => sum + inSteps(open.get(skillId)?.size ?? 0), 0), rating: isShown ? Math.round(rated.mean * 2) / 2 : null, ratings: isShown ? inSteps(rated.n) : 0 };
    }).sort((a, b) => b.closes - a.closes || (b.rating ?? 0) - (a.rating ?? 0) || (a.title.en < b.title.en ? -1 : 1)),
    mayManage: can(actor, "growth:manage"),
  };
}

async function skillsOfRoles(db: Database): Promise<string[]> {
  const asked = new Map<string, number>();
  for (const role of await listRoles(db, groups)) for (const { any } of role.needs) for (const id of any) asked.set(id, (asked.get(id) ?? 0) + 1);
  return [...asked].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, SHOWN_SKILLS).map(([id]) => id);
}

type CountedPlan = Awaited<ReturnType<typeof listCountedPlans>>[number];

/** Skill → people whose running plan needs it and does not have it. */
function openDemands(plans: readonly CountedPlan[]): Map<string, Set<string>> {
  const open = new Map<string, Set<string>>();
  for (const { plan } of plans) for (const item of plan.gap.items) if (item.state !== "have") open.set(item.skillId, (open.get(item.skillId) ?? new Set()).add(plan.employeeId));
  return open;
}

function completionOf(plans: readonly CountedPlan[], all: readonly StepRow[]): OrganisationView["completion"] {
  const kept = plans.filter(({ plan }) => plan.status !== "dropped");
  const people = new Set(kept.map(({ plan }) => plan.employeeId)).size;
  if (people < SMALLEST_GROUP) return null;
  const steps = all.filter(({ planId, status }) => status !== "skipped" && kept.some(({ plan }) => plan.id === planId));
  const tenth = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 10) / 10);
  return { people: inSteps(people), stepsDone: tenth(steps.filter(({ status }) => status === "done").length, steps.length), plansDone: tenth(kept.filter(({ plan }) => plan.status === "done").length, kept.length) };
}

/** @throws AppError "request/invalid" when no line of the file is a course */
export async function importCourses(db: Database, actor: Actor, { source, text }: { source: "csv" | "xapi" | "scorm"; text: string }): Promise<CourseImportReport> {
  authorise(actor, "growth:manage");
  const { courses, problems } = readCourses(text, source);
  if (courses.length === 0) throw new AppError("request/invalid", "no course in the file", { userMessage: `No course could be read. ${problems[0] ? `Line ${problems[0].line}: ${problems[0].message}` : "The file is empty."}` });
  return db.transaction(async (tx) => {
    const { added, changed } = await putCourses(tx, scopeOf(actor), courses, { source });
    await record(tx, actor, { action: "growth.courses-imported", object: { kind: "growth", id: null }, facts: { source, added, changed } });
    return { added, changed, problems };
  });
}
