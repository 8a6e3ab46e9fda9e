/**
 * @file The demo company's growth: catalogue, roles, what each person brings and has agreed to, mentors, programmes. Once;
 * also for a demo company from before there was growth. Sessions lie after the day on which it is made.
 */
import { addCatalogue, addEntry, addMembers, putCourses } from "../../../db/queries/growth-catalogue";
import { addCards, addRunningPairs } from "../../../db/queries/growth-mentoring";
import { addProfiles, peopleById } from "../../../db/queries/growth-people";
import { getSetting, putSetting } from "../../../db/queries/settings";
import type { Database } from "../../../db/client";
import { DEMO_IN_GRAPH, DEMO_MEMBERS, DEMO_MENTEES, DEMO_PAIRS } from "../../../db/seed/growth/collaboration";
import { demoCourses } from "../../../db/seed/growth/courses";
import { DEMO_ENTRIES } from "../../../db/seed/growth/entries";
import { DEMO_MENTORS } from "../../../db/seed/growth/mentors";
import { DEMO_PROFILES } from "../../../db/seed/growth/profiles";
import { DEMO_PROGRAMMES } from "../../../db/seed/growth/programmes";
import { DEMO_MOVES, DEMO_ROLES } from "../../../db/seed/growth/roles";
import type { Clock } from "../../core/clock";
import { addDays, dayOf } from "../../core/document-terms";
import { systemScope } from "../../core/scope";
import { isConfirmation } from "../../growth/evidence";
import { seedBudget } from "./company-budget";
import { seedNetwork } from "./network";
import { seedProgrammes } from "./programmes";

const scope = systemScope("first start");
const DONE_SETTING = "demo_growth";

export async function seedDemoGrowth(db: Database, clock: Clock): Promise<void> {
  if ((await getSetting(db, scope, DONE_SETTING)) !== null) return;
  const today = dayOf(clock.now());
  await putCourses(db, scope, demoCourses(today), { source: "demo", demo: true });
  await addCatalogue(db, scope, { roles: DEMO_ROLES, moves: DEMO_MOVES });
  await seedPeople(db, new Date(clock.now()));
  for (const { inDays, title, about, skills, ...entry } of DEMO_ENTRIES) await addEntry(db, scope, { ...entry, title: { ...title }, about: { ...about }, skills: [...skills], link: "", startsOn: inDays === null ? null : addDays(today, inDays), demo: true });
  await seedProgrammes(db, DEMO_PROGRAMMES);
  await seedTogether(db);
  await seedNetwork(db);
  await seedBudget(db);
  await putSetting(db, scope, { key: DONE_SETTING, value: "1" });
}

/** Only of people whom the directory still has. */
async function seedPeople(db: Database, at: Date): Promise<void> {
  const people = await peopleById(db, scope, [...DEMO_PROFILES, ...DEMO_MENTORS].map(({ employeeId }) => employeeId));
  const present = DEMO_PROFILES.filter(({ employeeId }) => people.has(employeeId));
  const profiles = present.map(({ employeeId, shares, languages, hoursPerWeek, interests, goal }) => {
    const language = people.get(employeeId)?.language === "zh" ? ("zh" as const) : ("en" as const);
    const graph = DEMO_IN_GRAPH.find((person) => person.employeeId === employeeId);
    const isOpen = shares.manager || shares.experts || shares.groups || graph !== undefined;
    return { employeeId, interests, goals: goal?.kind === "role" ? (DEMO_ROLES.find(({ id }) => id === goal.id)?.title[language] ?? "") : "", hoursPerWeek, languages: [...languages], shareManager: shares.manager, shareExperts: shares.experts, shareGroups: shares.groups, shareGraph: graph !== undefined, projects: [...(graph?.projects ?? [])], consentedAt: isOpen ? at : null };
  });
  const skills = present.flatMap(({ employeeId, skills: theirs }) => theirs.map(({ skillId, level, evidence, shared }) => ({ employeeId, skillId, level, shared, evidence: evidence.map(({ kind, text, on }) => ({ kind, text, on, by: null, ...(isConfirmation({ kind }) ? { level } : {}) })) })));
  await addProfiles(db, scope, profiles, skills);
  const cards = DEMO_MENTORS.flatMap(({ employeeId, skillIds, capacity, note }) => {
    const person = people.get(employeeId);
    const languages = DEMO_PROFILES.find((profile) => profile.employeeId === employeeId)?.languages ?? ["en"];
    return person && capacity > 0 ? [{ employeeId, asMentor: true, asMentee: false, capacity, offers: [...skillIds], wants: [], languages: [...languages], avoid: [], note: note[person.language === "zh" ? "zh" : "en"] }] : [];
  });
  const mentees = DEMO_MENTEES.flatMap(({ employeeId, wants, shown }) => {
    const languages = DEMO_PROFILES.find((profile) => profile.employeeId === employeeId)?.languages ?? ["en"];
    return people.has(employeeId) ? [{ employeeId, asMentor: false, asMentee: true, capacity: 1, offers: [], wants: [...wants], languages: [...languages], avoid: [], shownToMentors: shown, note: "" }] : [];
  });
  await addCards(db, scope, [...cards, ...mentees]);
}

/** What people of the directory joined, and the mentorships that run. */
async function seedTogether(db: Database): Promise<void> {
  const members = Object.entries(DEMO_MEMBERS).flatMap(([entryId, ids]) => ids.map((employeeId) => ({ entryId, employeeId })));
  const people = await peopleById(db, scope, [...members.map(({ employeeId }) => employeeId), ...DEMO_PAIRS.flatMap(({ mentorId, menteeId }) => [mentorId, menteeId])]);
  await addMembers(db, scope, members.filter(({ employeeId }) => people.has(employeeId)));
  await addRunningPairs(db, scope, DEMO_PAIRS.filter(({ mentorId, menteeId }) => people.has(mentorId) && people.has(menteeId)).map((pair) => ({ ...pair, reason: { ...pair.reason } })));
}

