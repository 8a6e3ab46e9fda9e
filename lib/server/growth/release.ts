/**
 * @file The release of group figures that is in force: made at the first look of a week, kept until the next Monday, the same
 * for every reader (lib/growth/network/release.ts says why). Kept as counts, and salted marks of who is behind each: no name,
 * no id, no level of a person; whoever leaves takes nothing more out of it than out of a printed report.
 */
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { listCounted, listGroupSkills } from "../../../db/queries/growth-people";
import { listCountedPlans, listRatings, listSteps } from "../../../db/queries/growth-plans";
import { getSetting, putSetting } from "../../../db/queries/settings";
import type { Database } from "../../../db/client";
import { sha256 } from "../../core/hash";
import { systemScope } from "../../core/scope";
import { SMALLEST_GROUP } from "../../growth/network/heat-map";
import { nextRelease, releaseDay, type ReleaseUnit } from "../../growth/network/release";
import { programmeEffects } from "./programme-effects";
import { readProgrammes } from "./programmes";

const groups = systemScope("figures of groups");
const KEY = "growth_release";
const MARK_LETTERS = 10;

/** What a figure is made of: people, and up to two sums (levels; steps done and all; a rating's points). */
const value = z.strictObject({ people: z.number().int(), sums: z.array(z.number()), text: z.string() });
type Value = z.infer<typeof value>;
const stored = z.strictObject({ asOf: z.string(), salt: z.string(), units: z.record(z.string(), z.strictObject({ value, marks: z.array(z.string()) })) });
type Stored = z.infer<typeof stored>;

const EMPTY: Value = { people: 0, sums: [], text: "" };
const SEPARATOR = "\u001f";
const keyOf = (...parts: readonly string[]): string => parts.join(SEPARATOR);

export interface Release {
  readonly asOf: string;
  /** Department → people counted. */
  readonly sizes: ReadonlyMap<string, number>;
  heat(group: string, skillId: string): { readonly people: number; readonly sum: number };
  /** Skills that running plans leave open → people. */
  readonly open: ReadonlyMap<string, number>;
  readonly plans: { readonly people: number; readonly stepsDone: number; readonly steps: number; readonly plansDone: number; readonly plans: number };
  /** The programme's line as it was computed at its release; null: none was. */
  programme(id: string): string | null;
  rating(courseId: string): { readonly n: number; readonly mean: number };
}

/** In force at `now`; made where none is yet. While fewer than k people agreed to be counted nothing is kept: nothing is shown either. */
export async function releaseAt(db: Database, now: number): Promise<Release> {
  const asOf = releaseDay(now);
  const read = async (from: Database): Promise<Stored | null> => {
    const kept = await getSetting(from, groups, KEY);
    return kept === null ? null : stored.parse(JSON.parse(kept));
  };
  const standing = await read(db);
  if (standing && standing.asOf >= asOf) return viewOf(standing);
  return db.transaction(async (tx) => {
    // The row is the lock: two first looks of a week make one release.
    await putSetting(tx, groups, { key: `${KEY}_due`, value: asOf });
    const before = await read(tx);
    if (before && before.asOf >= asOf) return viewOf(before);
    const salt = before?.salt ?? randomBytes(16).toString("hex");
    const fresh = await unitsOf(tx, { salt, now });
    const columns = new Set(Object.keys(before?.units ?? {}).map(columnOf));
    const units = nextRelease(before?.units ?? null, fresh, { k: SMALLEST_GROUP, empty: () => EMPTY, isNew: (key) => !columns.has(columnOf(key)) });
    const made: Stored = { asOf, salt, units: Object.fromEntries(Object.entries(units).map(([key, unit]) => [key, { value: unit.value, marks: [...unit.marks] }])) };
    const counted = Object.entries(units).reduce((sum, [key, unit]) => sum + (key.startsWith(keyOf("members", "")) ? unit.value.people : 0), 0);
    if (counted >= SMALLEST_GROUP) await putSetting(tx, groups, { key: KEY, value: JSON.stringify(made) });
    return viewOf(made);
  });
}

/** What is shown side by side: a skill over all departments, all departments' sizes, one course, one programme. */
function columnOf(key: string): string {
  const [kind = "", first = "", second = ""] = key.split(SEPARATOR);
  return kind === "heat" ? keyOf(kind, second) : kind === "rating" || kind === "programme" || kind === "open" ? keyOf(kind, first) : kind;
}

async function unitsOf(db: Database, { salt, now }: { readonly salt: string; readonly now: number }): Promise<Record<string, ReleaseUnit<Value>>> {
  const units = new Map<string, { value: Value; marks: string[] }>();
  const add = (key: string, person: string, said: string, sums: readonly number[] = []) => {
    const unit = units.get(key) ?? { value: { people: 0, sums: sums.map(() => 0), text: "" }, marks: [] };
    unit.value = { ...unit.value, people: unit.value.people + 1, sums: unit.value.sums.map((sum, i) => sum + (sums[i] ?? 0)) };
    unit.marks.push(sha256(keyOf(salt, key, person, said)).slice(0, MARK_LETTERS));
    units.set(key, unit);
  };
  for (const { id, department } of await listCounted(db, groups)) add(keyOf("members", department), id, "");
  for (const { employeeId, department, skillId, level } of await listGroupSkills(db, groups)) add(keyOf("heat", department, skillId), employeeId, String(level), [level]);
  for (const { courseId, employeeId, useful } of await listRatings(db, groups)) add(keyOf("rating", courseId), employeeId, String(useful), [useful]);
  await addPlans(db, { units, add, now });
  return Object.fromEntries(units);
}

interface PlanUnits {
  readonly units: Map<string, { value: Value; marks: string[] }>;
  readonly add: (key: string, person: string, said: string, sums?: readonly number[]) => void;
  readonly now: number;
}

async function addPlans(db: Database, { units, add, now }: PlanUnits): Promise<void> {
  const plans = await listCountedPlans(db, groups);
  const steps = await listSteps(db, groups, plans.map(({ plan }) => plan.id));
  const doneIn = (planId: string) => steps.filter((step) => step.planId === planId && step.status === "done").length;
  const ofPerson = new Map<string, Set<string>>();
  for (const { plan } of plans) {
    if (plan.status !== "active") continue;
    for (const { state, skillId } of plan.gap.items) if (state !== "have") ofPerson.set(plan.employeeId, (ofPerson.get(plan.employeeId) ?? new Set<string>()).add(skillId));
  }
  for (const [person, skills] of ofPerson) for (const skillId of skills) add(keyOf("open", skillId), person, "");
  const kept = plans.filter(({ plan }) => plan.status !== "dropped");
  for (const person of new Set(kept.map(({ plan }) => plan.employeeId))) {
    const own = kept.filter(({ plan }) => plan.employeeId === person);
    const mine = steps.filter(({ planId, status }) => status !== "skipped" && own.some(({ plan }) => plan.id === planId));
    const sums = [mine.filter(({ status }) => status === "done").length, mine.length, own.filter(({ plan }) => plan.status === "done").length, own.length];
    add("plans", person, sums.join(" "), sums);
  }
  const programmes = await readProgrammes(db);
  for (const view of programmeEffects({ plans, steps, programmes, now })) {
    const begun = kept.filter(({ plan }) => plan.programme === view.id).map(({ plan }) => plan);
    // One mark per person: five plans of one are one change, not five people.
    for (const person of new Set(begun.map(({ employeeId }) => employeeId))) add(keyOf("programme", view.id), person, begun.filter(({ employeeId }) => employeeId === person).map(({ id, status }) => `${id} ${status} ${doneIn(id)}`).join(" "));
    const unit = units.get(keyOf("programme", view.id));
    if (unit) unit.value = { ...unit.value, text: JSON.stringify({ participants: view.participants, effect: view.effect }) };
  }
}

function viewOf({ asOf, units }: Stored): Release {
  const valueOf = (...parts: readonly string[]): Value => units[keyOf(...parts)]?.value ?? EMPTY;
  const under = (kind: string) => new Map(Object.entries(units).flatMap(([key, unit]) => (key.startsWith(keyOf(kind, "")) ? [[key.split(SEPARATOR)[1] ?? "", unit.value.people] as const] : [])));
  const [stepsDone = 0, steps = 0, plansDone = 0, plans = 0] = valueOf("plans").sums;
  return {
    asOf,
    sizes: under("members"),
    open: under("open"),
    heat: (group, skillId) => {
      const { people, sums } = valueOf("heat", group, skillId);
      return { people, sum: sums[0] ?? 0 };
    },
    plans: { people: valueOf("plans").people, stepsDone, steps, plansDone, plans },
    programme: (id) => valueOf("programme", id).text || null,
    rating: (courseId) => {
      const { people, sums } = valueOf("rating", courseId);
      return { n: people, mean: people === 0 ? 0 : (sums[0] ?? 0) / people };
    },
  };
}
