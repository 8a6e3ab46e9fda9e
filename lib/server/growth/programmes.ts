/**
 * @file Programmes: templates of steps towards a target (basics, specialised, practice, AI literacy). Kept as a setting of the
 * company; one is offered while the catalogue has all of its steps.
 */
import { getSetting, putSetting } from "../../../db/queries/settings";
import type { Database } from "../../../db/client";
import { z } from "zod";
import type { ProgrammeView } from "../../contracts/growth";
import { programme, type StoredProgramme } from "../../contracts/growth-catalogue";
import { systemScope } from "../../core/scope";
import type { Course } from "../../growth/types";

const scope = systemScope("growth programmes");
const SETTING = "growth-programmes";

export async function readProgrammes(db: Database): Promise<StoredProgramme[]> {
  const stored = await getSetting(db, scope, SETTING);
  return stored === null ? [] : z.array(programme).parse(JSON.parse(stored));
}

export async function writeProgrammes(db: Database, programmes: readonly StoredProgramme[]): Promise<void> {
  await putSetting(db, scope, { key: SETTING, value: JSON.stringify(programmes) });
}

/** The demo company's, at its first start; what is there stays. */
export async function seedProgrammes(db: Database, programmes: readonly StoredProgramme[]): Promise<void> {
  if ((await getSetting(db, scope, SETTING)) === null) await writeProgrammes(db, programmes);
}

export async function findProgramme(db: Database, id: string): Promise<StoredProgramme | null> {
  return (await readProgrammes(db)).find((each) => each.id === id) ?? null;
}

/** Those that can be begun. */
export async function listProgrammes(db: Database, courses: readonly Course[]): Promise<ProgrammeView[]> {
  const byId = new Map(courses.map((course) => [course.id, course]));
  return (await readProgrammes(db))
    .filter(({ steps, retired }) => retired !== true && steps.every((id) => byId.has(id)))
    .map(({ id, title, summary, kind, steps }) => ({ id, title: { ...title }, summary: { ...summary }, kind, steps: steps.length, hours: steps.reduce((sum, step) => sum + (byId.get(step)?.hours ?? 0), 0) }));
}
