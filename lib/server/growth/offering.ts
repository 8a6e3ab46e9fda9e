/**
 * @file What the company offers for growing, set up by HR leads: the learning budget, programmes as templates of steps, courses (retired and
 * brought back: retired-courses.ts), roles and the moves between them. A programme that is retired is offered no more; plans that began with it go on.
 */
import { listCatalogue, listCourses, listMoves, listRoles, putMoves, putRoles } from "../../../db/queries/growth-catalogue";
import type { Database } from "../../../db/client";
import type { StoredProgramme } from "../../contracts/growth-catalogue";
import type { OfferingAction, OfferingView, ProgrammeChange } from "../../contracts/growth-offering";
import { AppError } from "../../core/errors";
import { newId } from "../../core/ids";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import type { Course } from "../../growth/types";
import { record } from "../audit/record";
import { authorise } from "../policy";
import { readBudget, writeBudget } from "./company-budget";
import type { CourseProblem } from "./course-import";
import { readProgrammes, writeProgrammes } from "./programmes";
import { offerCourse } from "./retired-courses";
import { readMoves, readRoles } from "./role-import";

export async function offeringOf(db: Database, actor: Actor, problems: readonly CourseProblem[] = []): Promise<OfferingView> {
  authorise(actor, "growth:manage");
  const scope = scopeOf(actor);
  const { perPerson, ownDecision } = await readBudget(db);
  return {
    budget: { sites: Object.entries(perPerson).map(([site, { amount, currency }]) => ({ site, amount, currency })), ownDecision },
    programmes: (await readProgrammes(db)).filter(({ retired }) => retired !== true).map(({ id, kind, title, summary, steps }) => ({ id, kind, title: { ...title }, summary: { ...summary }, steps: [...steps] })),
    courses: (await listCatalogue(db, scope)).map(({ course: { id, title, kind, provider, hours, requires }, offered }) => ({ id, title: { ...title }, kind, provider, hours, requires: [...requires], offered })),
    roles: (await listRoles(db, scope)).length, moves: (await listMoves(db, scope)).length, problems: [...problems],
  };
}

/** @throws AppError "policy/forbidden", "request/invalid", "request/not-found" */
export async function changeOffering(db: Database, actor: Actor, action: OfferingAction): Promise<OfferingView> {
  authorise(actor, "growth:manage");
  if (action.do === "course") {
    await offerCourse(db, actor, action);
    return offeringOf(db, actor);
  }
  const problems = await db.transaction(async (tx) => {
    const { count, left } = await apply(tx, actor, action);
    const what = action.do === "import" ? action.what : action.do === "budget" ? ("budget" as const) : ("programmes" as const);
    await record(tx, actor, { action: "growth.offering-changed", object: { kind: "growth", id: null }, facts: { what, count } });
    return left;
  });
  return offeringOf(db, actor, problems);
}

async function apply(db: Database, actor: Actor, action: Exclude<OfferingAction, { do: "course" }>): Promise<{ count: number; left: readonly CourseProblem[] }> {
  switch (action.do) {
    case "budget":
      await writeBudget(db, { perPerson: Object.fromEntries(action.sites.map(({ site, amount, currency }) => [site.trim(), { amount, currency }])), ownDecision: action.ownDecision });
      return { count: action.sites.length, left: [] };
    case "programme": {
      const courses = await listCourses(db, scopeOf(actor));
      const known = await readProgrammes(db);
      const changed = programmeOf(action, courses);
      await writeProgrammes(db, known.some(({ id }) => id === changed.id) ? known.map((each) => (each.id === changed.id ? changed : each)) : [...known, changed]);
      return { count: 1, left: [] };
    }
    case "retire-programme": {
      const known = await readProgrammes(db);
      if (!known.some(({ id }) => id === action.id)) throw new AppError("request/not-found", "no such programme");
      await writeProgrammes(db, known.map((each) => (each.id === action.id ? { ...each, retired: true } : each)));
      return { count: 1, left: [] };
    }
    case "import":
      return importLines(db, actor, action);
  }
}

/** What a programme aims at follows from its steps: every skill that they teach, to the highest level. */
function programmeOf({ id, kind, title, summary, steps }: ProgrammeChange, courses: readonly Course[]): StoredProgramme {
  const unknown = steps.find((step) => !courses.some((course) => course.id === step));
  if (unknown !== undefined) throw new AppError("request/invalid", "a step that the catalogue does not have", { userMessage: `The catalogue has no step “${unknown}”. Choose one of the list.` });
  const levels = new Map<string, 1 | 2 | 3 | 4>();
  for (const { skillId, level } of courses.filter((course) => steps.includes(course.id)).flatMap(({ teaches }) => teaches)) if (level > (levels.get(skillId) ?? 0)) levels.set(skillId, level);
  if (levels.size === 0) throw new AppError("request/invalid", "steps that teach nothing", { userMessage: "None of these steps teaches a skill: a plan could not be made for them. Add one that does." });
  const own = id ?? `programme-${newId<string>()}`;
  const needs = [...levels].map(([skillId, level]) => ({ any: [skillId], level, importance: 1, mustHave: false, text: "", source: null }));
  return { id: own, kind, title, summary, target: { kind: "text", id: own, title }, needs, steps: [...new Set(steps)] };
}

async function importLines(db: Database, actor: Actor, { what, text }: Extract<OfferingAction, { do: "import" }>): Promise<{ count: number; left: readonly CourseProblem[] }> {
  const scope = scopeOf(actor);
  if (what === "roles") {
    const { found, problems } = readRoles(text);
    await putRoles(db, scope, requireSome(found, problems));
    return { count: found.length, left: problems };
  }
  const { found, problems } = readMoves(text, new Set((await listRoles(db, scope)).map(({ id }) => id)));
  await putMoves(db, scope, requireSome(found, problems));
  return { count: found.length, left: problems };
}

function requireSome<T>(found: readonly T[], problems: readonly CourseProblem[]): readonly T[] {
  if (found.length > 0) return found;
  throw new AppError("request/invalid", "no line that can be read", { userMessage: problems[0] ? `No line could be read. Line ${problems[0].line}: ${problems[0].message}` : "The file has no line below the names of the columns." });
}
