/** @file Correcting what an opening asks for: the corrected list is stored with each difference, which is a label. */
import { putRequirements } from "../../../db/queries/recruiting/openings";
import type { RequirementChange, RequirementsRequest, RequirementView } from "../../contracts/recruiting";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import type { Services } from "../services";
import { requireWork } from "./access";
import { understandOpening } from "./scorer";

/**
 * @returns the new revision
 * @throws AppError "request/not-found"; "request/conflict" when somebody corrected it meanwhile; "request/invalid" when two ask the same
 */
export async function correctRequirements({ db }: Pick<Services, "db">, actor: Actor, openingId: string, edit: RequirementsRequest, clock: Clock = systemClock): Promise<number> {
  const opening = await requireWork(db, actor, openingId);
  const requirements = edit.requirements.map((one) => ("id" in one ? one : understood(one)));
  const doubled = requirements.find(({ id }, i) => requirements.findIndex((other) => other.id === id) < i);
  if (doubled) throw new AppError("request/invalid", "two requirements ask the same", { userMessage: `“${doubled.text}” is in the list already.` });
  const changes = differences(opening.requirements, requirements);
  if (changes.length === 0 && edit.revision === opening.revision) return opening.revision;
  return db.transaction(async (tx) => {
    const stored = await putRequirements(tx, scopeOf(actor), { openingId: opening.documentId, expected: edit.revision, requirements, changes, at: new Date(clock.now()) });
    if (!stored) throw new AppError("request/conflict", "the requirements were corrected by someone else");
    await record(tx, actor, { action: "opening.requirements-corrected", object: { kind: "document", id: opening.documentId }, facts: { revision: edit.revision + 1, changes: changes.length } });
    return edit.revision + 1;
  });
}

/** Words of a recruiter are read as a line of an opening would be; what names nothing known stays a phrase. */
function understood({ text, mustHave }: { text: string; mustHave: boolean }): RequirementView {
  const [first] = understandOpening(`Requirements\n\n- ${text}\n`).requirements;
  if (!first) throw new AppError("request/invalid", "the words ask for nothing", { userMessage: `“${text}” says nothing that a résumé could show. Name a skill, a language, a degree or years.` });
  return { id: first.id, kind: first.kind, mustHave, weight: first.weight, any: [...first.any], text, ...(first.years === undefined ? {} : { years: first.years }), ...(first.level === undefined ? {} : { level: first.level }), source: null };
}

/** One entry per requirement that was added, removed or changed; fields by name. */
export function differences(before: readonly RequirementView[], after: readonly RequirementView[]): RequirementChange[] {
  const old = new Map(before.map((one) => [one.id, one]));
  const kept = new Set(after.map(({ id }) => id));
  const removed = before.filter(({ id }) => !kept.has(id)).map((one): RequirementChange => ({ change: "removed", before: one, after: null, fields: [] }));
  const rest = after.flatMap((one): RequirementChange[] => {
    const was = old.get(one.id);
    if (!was) return [{ change: "added", before: null, after: one, fields: [] }];
    const fields = (["kind", "mustHave", "weight", "any", "text", "years", "level"] as const).filter((field) => JSON.stringify(was[field]) !== JSON.stringify(one[field]));
    return fields.length === 0 ? [] : [{ change: "changed", before: was, after: one, fields }];
  });
  return [...removed, ...rest];
}
