/**
 * @file The import of a directory: preview, then done. What is done is exactly what the preview showed: the digest covers
 * the file and the directory it was compared with, and anything that changed in between asks for a new look.
 */
import { listForImport, linkAccountsByEmail, saveEmployees, type Employee, type NewEmployee } from "../../../db/queries/employees";
import type { Database } from "../../../db/client";
import type { ImportPreview } from "../../contracts/directory";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { planImport, type ImportPlan, type PlannedPerson } from "./plan-import";

const system = systemScope("directory import");

/**
 * @param request.digest null: only looks
 * @throws AppError "request/conflict" when file or directory changed since the preview; "request/invalid" when there are
 *   problems; "policy/forbidden"; "data/unavailable" without an audit line
 */
export async function importDirectory(db: Database, actor: Actor, request: { csv: string; digest: string | null }, clock: Clock = systemClock): Promise<ImportPreview> {
  return db.transaction(async (tx) => {
    const present = await listForImport(tx, scopeOf(actor));
    const plan = planImport(request.csv, present);
    const digest = sha256(JSON.stringify([request.csv, [...present].sort((a, b) => (a.id < b.id ? -1 : 1))]));
    if (request.digest === null) return preview(plan, digest, false);
    if (request.digest !== digest) throw new AppError("request/conflict", "the directory changed since the preview", { userMessage: "The directory or the file has changed since this preview. Look at it again." });
    if (plan.problems.length > 0) throw new AppError("request/invalid", "a file with problems is not imported", { userMessage: "The file still has problems. Nothing was imported." });
    await save(tx, actor, plan, present);
    await linkAccountsByEmail(tx, system);
    await record(tx, actor, { action: "directory.imported", object: { kind: "account", id: null }, facts: { created: plan.created.length, updated: plan.updated.length, unchanged: plan.unchanged } }, clock);
    return preview(plan, digest, true);
  });
}

async function save(tx: Database, actor: Actor, plan: ImportPlan, present: readonly Employee[]): Promise<void> {
  const ids = new Map(present.map((person) => [person.email, person.id]));
  for (const { email } of plan.created) ids.set(email, newId<string>());
  const managerId = (email: string | null | undefined) => (email ? (ids.get(email) ?? null) : null);
  const created = plan.created.map((person): NewEmployee => ({ id: ids.get(person.email) ?? newId<string>(), ...columnsOf(person), contract: person.contract ?? "permanent", language: person.language ?? "en", startedOn: person.startedOn ?? "", managerId: managerId(person.managerEmail) }));
  const updated = plan.updated.map((person) => ({ id: person.id, ...columnsOf(person), ...(person.managerEmail === undefined ? {} : { managerId: managerId(person.managerEmail) }) }));
  await saveEmployees(tx, scopeOf(actor), { created, updated });
}

/** Only what the file has. */
function columnsOf({ name, email, title, department, site, contract, language, startedOn }: PlannedPerson) {
  return { name, email, title, department, site, ...(contract === undefined ? {} : { contract }), ...(language === undefined ? {} : { language }), ...(startedOn === undefined ? {} : { startedOn }) };
}

function preview(plan: ImportPlan, digest: string, done: boolean): ImportPreview {
  return {
    created: plan.created.map(({ name, email }) => ({ name, email, fields: [] })),
    updated: plan.updated.map(({ name, email, fields }) => ({ name, email, fields: [...fields] })),
    unchanged: plan.unchanged,
    absent: [...plan.absent],
    ignoredColumns: [...plan.ignoredColumns],
    problems: [...plan.problems],
    digest,
    done,
  };
}
