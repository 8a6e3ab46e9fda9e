/** @file Growth rows changed as time goes by: for tests of what is shown afterwards. */
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../client";
import { growthCourseFeedback, growthPlans, growthProfiles, growthSkills } from "../schema";

/** Whether a person lets themselves be counted in groups. */
export async function setCounted(db: Database, employeeId: string, counted: boolean): Promise<void> {
  await db.update(growthProfiles).set({ shareGroups: counted }).where(eq(growthProfiles.employeeId, employeeId));
}

/** People's level in one skill that they have. */
export async function setLevel(db: Database, skillId: string, { people, level }: { readonly people: readonly string[]; readonly level: number }): Promise<void> {
  await db.update(growthSkills).set({ level }).where(and(eq(growthSkills.skillId, skillId), inArray(growthSkills.employeeId, [...people])));
}

export const everySkill = (db: Database): Promise<{ employeeId: string; skillId: string; level: number }[]> => db.select({ employeeId: growthSkills.employeeId, skillId: growthSkills.skillId, level: growthSkills.level }).from(growthSkills);

/** Running plans of one person, begun from a programme; nothing asked for and no step. */
export async function putProgrammePlans(db: Database, { employeeId, programme, count }: { readonly employeeId: string; readonly programme: string; readonly count: number }): Promise<void> {
  const title = { en: programme, zh: programme };
  const target = { ref: { kind: "programme" as const, id: programme, text: "" }, title, documentId: null };
  const gap = { target, items: [], coverage: 1, names: {}, unclear: null, meant: null };
  const plan = { aim: "most" as const, steps: [], coverageBefore: 1, coverageAfter: 1, hours: 0, price: { amount: 0, currency: "EUR" as const }, finish: null, open: [], relativeGap: 0 };
  const request = { hoursPerWeek: 3, deadline: "2027-06-01", budget: null, languages: ["en" as const], anySite: false, online: false, aim: "most" as const };
  await db.insert(growthPlans).values(Array.from({ length: count }, (_, i) => ({ id: `${programme} ${employeeId} ${i}`, employeeId, target, request, plan, gap, programme, status: "active" as const, approval: "none" as const })));
}

/** A rating of 4 by each of these people. */
export async function putRatings(db: Database, courseId: string, people: readonly string[]): Promise<void> {
  await db.insert(growthCourseFeedback).values(people.map((employeeId) => ({ courseId, employeeId, useful: 4 })));
}
