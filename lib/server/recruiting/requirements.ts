/** @file Correcting what an opening asks for: the corrected list is stored with each difference, which is a label. */
import { putRequirements } from "../../../db/queries/recruiting/openings";
import type { RequirementsRequest, RequirementView } from "../../contracts/recruiting";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { checkRequirements, correctionsOf } from "../../people/requirements/correct";
import { suggestedWeight, type SuggestedWeights } from "../../people/requirements/suggested-weights";
import { record } from "../audit/record";
import type { Services } from "../services";
import { requireWork } from "./access";
import { asRequirement, skillNamed, understandOpening } from "./scorer";
import { servingWeights } from "./weights";

/**
 * @returns the new revision
 * @throws AppError "request/not-found"; "request/conflict" when somebody corrected it meanwhile; "request/invalid" when two ask the same
 */
export async function correctRequirements({ db }: Pick<Services, "db">, actor: Actor, openingId: string, edit: RequirementsRequest, clock: Clock = systemClock): Promise<number> {
  const opening = await requireWork(db, actor, openingId);
  const weights = await servingWeights(db);
  const requirements = edit.requirements.flatMap((one) => ("id" in one ? [withAlternatives(one)] : understood(one, weights)));
  const doubled = requirements.find(({ id }, i) => requirements.findIndex((other) => other.id === id) < i);
  if (doubled) throw new AppError("request/invalid", "two requirements ask the same", { userMessage: `“${doubled.text}” is in the list already.` });
  const after = requirements.map(asRequirement);
  checkRequirements(after);
  const changes = correctionsOf(opening.requirements.map(asRequirement), after).map((one) => ({ change: one.change, before: one.before && viewOf(one.before), after: one.after && viewOf(one.after), fields: [...one.fields] }));
  if (changes.length === 0 && edit.revision === opening.revision) return opening.revision;
  return db.transaction(async (tx) => {
    const stored = await putRequirements(tx, scopeOf(actor), { openingId: opening.documentId, expected: edit.revision, requirements, changes, at: new Date(clock.now()) });
    if (!stored) throw new AppError("request/conflict", "the requirements were corrected by someone else");
    await record(tx, actor, { action: "opening.requirements-corrected", object: { kind: "document", id: opening.documentId }, facts: { revision: edit.revision + 1, changes: changes.length } });
    return edit.revision + 1;
  });
}

/**
 * "or CODESYS": a skill of the taxonomy joins the ones that will do; other words join the requirement's own, where the matcher
 * reads them as another way of saying it.
 */
function withAlternatives({ alternatives = [], ...one }: RequirementView & { alternatives?: string[] }): RequirementView {
  return alternatives.reduce((before, words) => {
    const skill = before.kind === "skill" ? skillNamed(words) : null;
    if (skill !== null) return before.any.includes(skill) ? before : { ...before, any: [...before.any, skill] };
    if (before.kind === "skill" || before.kind === "text") return { ...before, text: `${before.text} ${/\p{Script=Han}/u.test(before.text) ? "或" : "or"} ${words}` };
    const name = words.toLowerCase();
    return before.any.includes(name) ? before : { ...before, any: [...before.any, name] };
  }, one);
}

/** Words of a recruiter are read as a line of an opening would be, "Python and SQL" as two; what names nothing known stays a phrase. */
function understood({ text, mustHave }: { text: string; mustHave: boolean }, weights: SuggestedWeights): RequirementView[] {
  const read = understandOpening(`Requirements\n\n- ${text}\n`).requirements;
  if (read.length === 0) throw new AppError("request/invalid", "the words ask for nothing", { userMessage: `“${text}” says nothing that a résumé could show. Name a skill, a language, a degree or years.` });
  return read.map((one) => ({
    id: one.id, kind: one.kind, mustHave, weight: suggestedWeight({ kind: one.kind, mustHave }, weights), any: [...one.any],
    // Read as one thing, it keeps the recruiter's words.
    text: read.length === 1 ? text : one.text,
    ...(one.years === undefined ? {} : { years: one.years }), ...(one.level === undefined ? {} : { level: one.level }), source: null,
  }));
}

const viewOf = (one: ReturnType<typeof asRequirement>): RequirementView => ({ ...one, any: [...one.any], source: one.source && { ...one.source } });
