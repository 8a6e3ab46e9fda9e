/** @file Growth rows changed as time goes by: for tests of what is shown afterwards. */
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "../client";
import { growthProfiles, growthSkills } from "../schema";

/** Whether a person lets themselves be counted in groups. */
export async function setCounted(db: Database, employeeId: string, counted: boolean): Promise<void> {
  await db.update(growthProfiles).set({ shareGroups: counted }).where(eq(growthProfiles.employeeId, employeeId));
}

/** People's level in one skill that they have. */
export async function setLevel(db: Database, skillId: string, { people, level }: { readonly people: readonly string[]; readonly level: number }): Promise<void> {
  await db.update(growthSkills).set({ level }).where(and(eq(growthSkills.skillId, skillId), inArray(growthSkills.employeeId, [...people])));
}

export const everySkill = (db: Database): Promise<{ employeeId: string; skillId: string; level: number }[]> => db.select({ employeeId: growthSkills.employeeId, skillId: growthSkills.skillId, level: growthSkills.level }).from(growthSkills);
