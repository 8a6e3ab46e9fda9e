/**
 * @file Growth of groups, for L&D: people who agreed to be counted, departments of at least five, numbers in steps of five
 * (lib/growth/network/heat-map.ts says how differences within one look are stopped, release.ts how those between two are). One
 * grid for everybody: a learning partner of one site sees the same figures as everyone else, or two readers could subtract them.
 */
import { listCourses, listRoles, putCourses } from "../../../db/queries/growth-catalogue";
import type { Database } from "../../../db/client";
import { programmeFigures, type CourseImportReport, type OrganisationView, type ProgrammeEffectView } from "../../contracts/growth-organisation";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { heatMapOf, inSteps, SMALLEST_GROUP } from "../../growth/network/heat-map";
import { record } from "../audit/record";
import { authorise, can } from "../policy";
import { readCourses } from "./course-import";
import { readProgrammes } from "./programmes";
import { releaseAt, type Release } from "./release";
import { namesOf } from "./taxonomy";

const groups = systemScope("figures of groups");
const SHOWN_SKILLS = 20;

export async function organisationOf(db: Database, actor: Actor, clock: Clock = systemClock): Promise<OrganisationView> {
  authorise(actor, "growth:organisation");
  const release = await releaseAt(db, clock.now());
  // Which skills are shown follows from the roles alone: a choice by counts would itself say something.
  const skillIds = await skillsOfRoles(db);
  const map = heatMapOf({ sizes: release.sizes, count: (group, skillId) => release.heat(group, skillId) }, skillIds);
  const courses = await listCourses(db, groups);
  const unmet = [...release.open].filter(([, people]) => people >= SMALLEST_GROUP);
  await record(db, actor, { action: "growth.groups-read", object: { kind: "growth", id: null }, facts: { groups: map.cells.filter(({ withheld }) => withheld === null).length, withheld: map.cells.filter(({ withheld }) => withheld !== null).length } });
  return {
    k: map.k, asOf: release.asOf, groups: [...map.groups], skillIds: [...map.skillIds], cells: map.cells.map((cell) => ({ ...cell })), names: namesOf([...map.skillIds, ...unmet.map(([skillId]) => skillId)]), counted: inSteps([...release.sizes.values()].reduce((sum, n) => sum + n, 0)),
    unmet: unmet.map(([skillId, people]) => ({ skillId, people: inSteps(people), courses: courses.filter(({ teaches }) => teaches.some((each) => each.skillId === skillId)).length })).sort((a, b) => b.people - a.people || (a.skillId < b.skillId ? -1 : 1)),
    completion: completionOf(release),
    programmes: (await readProgrammes(db)).map(({ id, title }): ProgrammeEffectView => ({ id, title: { ...title }, ...figuresOf(release.programme(id)) })),
    courses: courses.map(({ id, title, kind, teaches }) => {
      const { n, mean } = release.rating(id);
      const isShown = n >= SMALLEST_GROUP;
      return { id, title: { ...title }, kind, closes: teaches.reduce((sum, { skillId }) => sum + inSteps(release.open.get(skillId) ?? 0), 0), rating: isShown ? Math.round(mean * 2) / 2 : null, ratings: isShown ? inSteps(n) : 0 };
    }).sort((a, b) => b.closes - a.closes || (b.rating ?? 0) - (a.rating ?? 0) || (a.title.en < b.title.en ? -1 : 1)),
    mayManage: can(actor, "growth:manage"),
  };
}

/** A programme that nobody began has a line as well. */
const figuresOf = (text: string | null): Pick<ProgrammeEffectView, "participants" | "effect"> => (text === null ? { participants: 0, effect: null } : programmeFigures.parse(JSON.parse(text)));

async function skillsOfRoles(db: Database): Promise<string[]> {
  const asked = new Map<string, number>();
  for (const role of await listRoles(db, groups)) for (const { any } of role.needs) for (const id of any) asked.set(id, (asked.get(id) ?? 0) + 1);
  return [...asked].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, SHOWN_SKILLS).map(([id]) => id);
}

function completionOf({ plans: { people, stepsDone, steps, plansDone, plans } }: Release): OrganisationView["completion"] {
  if (people < SMALLEST_GROUP) return null;
  const tenth = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 10) / 10);
  return { people: inSteps(people), stepsDone: tenth(stepsDone, steps), plansDone: tenth(plansDone, plans) };
}

/** @throws AppError "request/invalid" when no line of the file is a course */
export async function importCourses(db: Database, actor: Actor, { source, text }: { source: "csv" | "xapi" | "scorm"; text: string }): Promise<CourseImportReport> {
  authorise(actor, "growth:manage");
  const { courses, problems } = readCourses(text, source);
  if (courses.length === 0) throw new AppError("request/invalid", "no course in the file", { userMessage: `No course could be read. ${problems[0] ? `Line ${problems[0].line}: ${problems[0].message}` : "The file is empty."}` });
  return db.transaction(async (tx) => {
    const { added, changed, retired } = await putCourses(tx, scopeOf(actor), courses, { source });
    await record(tx, actor, { action: "growth.courses-imported", object: { kind: "growth", id: null }, facts: { source, added, changed } });
    return { added, changed, retired, problems };
  });
}
