/**
 * @file Somebody by their résumé instead of an application: whoever applied for nothing has the same right to an export and an
 * erasure. Who may read the résumé and delete résumés may do both, also while candidates are switched off; once the person has
 * applied, the recruiters of those openings do it from there, and HR leads from either place.
 */
import { findDocument, type DocumentRow } from "../../../db/queries/documents";
import { listApplicationsOf, type ApplicationRow } from "../../../db/queries/recruiting/applications";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import { systemClock, type Clock } from "../../core/clock";
import type { Actor } from "../../core/types";
import { authorise, can } from "../policy";
import type { Services } from "../services";
import { eraseResume, type ErasureNeeds, type Receipt } from "./erase";
import { exportHeld } from "./export-candidate";

const scope = systemScope("a person by their résumé");

/** May this person export and erase from the résumé itself, given the applications that hang on it? */
export const mayHandle = (actor: Actor, applications: readonly Pick<ApplicationRow, "id">[]): boolean => can(actor, "documents:delete:resume") && (applications.length === 0 || actor.roles.includes("hr_lead"));

/** @throws AppError "policy/forbidden", "request/not-found", "request/conflict" for who has applied, unless an HR lead asks */
async function requireHeld(db: Services["db"], actor: Actor, id: string): Promise<DocumentRow> {
  authorise(actor, "documents:delete:resume");
  const row = await findDocument(db, scopeOf(actor), id);
  if (row?.kind !== "resume") throw new AppError("request/not-found", `no résumé ${id}`);
  if (!mayHandle(actor, await listApplicationsOf(db, scope, row.id))) throw new AppError("request/conflict", "the person has applications", { userMessage: "This person has applied: export and erase their data from their application, or ask an HR lead." });
  return row;
}

/** Erases the person behind a résumé, with a receipt. @throws as requireHeld */
export async function eraseHeld(services: ErasureNeeds, actor: Actor, id: string, clock: Clock = systemClock): Promise<Receipt> {
  return eraseResume(services, actor, await requireHeld(services.db, actor, id), clock);
}

/** Everything held about the person behind a résumé. @throws as requireHeld */
export async function exportPerson(services: Pick<Services, "db" | "files">, actor: Actor, id: string): Promise<{ name: string; bytes: Uint8Array }> {
  return exportHeld(services, actor, await requireHeld(services.db, actor, id));
}
