/**
 * @file Which modules are off, and switching them. Kept in the database, so that every server of an installation agrees;
 * asked at every request, so it is remembered for a moment.
 */
import type { Database } from "../../../db/client";
import { getSetting, putSetting } from "../../../db/queries/settings";
import type { Capability } from "../../assistant/types";
import type { ModuleView } from "../../contracts/setup";
import { AppError } from "../../core/errors";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { authorise } from "../policy";
import { MODULE_IDS, MODULES, moduleOfAction, moduleOfPath, type ModuleId } from "./registry";

const scope = systemScope("modules");
export const MODULES_SETTING = "modules-off";
/** How long another server's switch may go unseen, in ms. */
const REMEMBERED_MS = 2_000;

const KEY = Symbol.for("cadre.modules");
/** Next compiles several copies of this file; what is remembered is one per process and database. */
type Holder = { [KEY]?: WeakMap<Database, { readonly off: ReadonlySet<ModuleId>; readonly until: number }> };
const remembered = () => ((globalThis as Holder)[KEY] ??= new WeakMap());

/** Modules that are switched off. */
export async function modulesOff(db: Database): Promise<ReadonlySet<ModuleId>> {
  const known = remembered().get(db);
  if (known && known.until > Date.now()) return known.off;
  const stored = (await getSetting(db, scope, MODULES_SETTING)) ?? "";
  const off = new Set(MODULE_IDS.filter((id) => stored.split(",").includes(id)));
  remembered().set(db, { off, until: Date.now() + REMEMBERED_MS });
  return off;
}

/** For jobs: whether to do their work now. */
export async function isModuleOn(db: Database, id: ModuleId): Promise<boolean> {
  return !(await modulesOff(db)).has(id);
}

/**
 * For the route wrapper: while a module is off its routes do not exist.
 * @throws AppError "request/not-found"
 */
export async function requireModuleOf(open: () => Promise<Database>, pathname: string): Promise<void> {
  const id = moduleOfPath(pathname);
  if (id === null || (await isModuleOn(await open(), id))) return;
  throw new AppError("request/not-found", `the module ${id} is switched off`, { userMessage: "There is nothing here." });
}

/**
 * For what is done by more than one way in (screen, command, watched folder).
 * @throws AppError "request/conflict" while the module of this action is off
 */
export async function requireModuleOfAction(db: Database, action: string): Promise<void> {
  const known = MODULES.find(({ id }) => id === moduleOfAction(action));
  if (!known || (await isModuleOn(db, known.id))) return;
  throw new AppError("request/conflict", `the module ${known.id} is switched off`, { userMessage: `${known.name.en} are switched off. An administrator can switch them on under Settings, Modules.` });
}

/** Permissions without those of modules that are off. */
export function openActions<A extends string>(actions: readonly A[], off: ReadonlySet<ModuleId>): A[] {
  return actions.filter((action) => {
    const id = moduleOfAction(action);
    return id === null || !off.has(id);
  });
}

/** Tools of the assistant without those of modules that are off. */
export function openCapabilities(capabilities: ReadonlySet<Capability>, off: ReadonlySet<ModuleId>): ReadonlySet<Capability> {
  const closed = MODULES.filter(({ id }) => off.has(id)).flatMap(({ capabilities: theirs }): readonly Capability[] => theirs);
  return new Set([...capabilities].filter((capability) => !closed.includes(capability)));
}

export async function listModules(db: Database): Promise<ModuleView[]> {
  const off = await modulesOff(db);
  return MODULES.map(({ id, name, about }) => ({ id, name, about, on: !off.has(id) }));
}

/** @throws AppError "policy/forbidden", "request/not-found"; "data/unavailable" without an audit line */
export async function switchModule(db: Database, actor: Actor, { id, on }: { id: string; on: boolean }): Promise<ModuleView[]> {
  authorise(actor, "company:manage");
  const known = MODULE_IDS.find((candidate) => candidate === id);
  if (known === undefined) throw new AppError("request/not-found", "no such module");
  await db.transaction(async (tx) => {
    const stored = ((await getSetting(tx, scope, MODULES_SETTING)) ?? "").split(",").filter((other) => other !== "" && other !== known);
    await putSetting(tx, scope, { key: MODULES_SETTING, value: (on ? stored : [...stored, known]).join(",") });
    await record(tx, actor, { action: "company.module-switched", object: { kind: "company", id: null }, facts: { module: known, on } });
  });
  remembered().delete(db);
  return listModules(db);
}
