/**
 * @file Corrections: what a recruiter changed of what was read → labels for the reader of job descriptions, and a check of
 * what they typed. Pure; who corrected what and when is the server's to keep.
 */
import { AppError } from "../../core/errors";
import type { Requirement, RequirementCorrection } from "./types";

const FIELDS = ["kind", "mustHave", "weight", "any", "text", "years", "level"] as const satisfies readonly (keyof Requirement)[];
const MAX_REQUIREMENTS = 60;
const MAX_TEXT_CHARS = 400;
const MAX_YEARS = 50;

/** @returns corrections in the order of the new list, removed ones last; empty when nothing changed */
export function correctionsOf(before: readonly Requirement[], after: readonly Requirement[]): RequirementCorrection[] {
  const old = new Map(before.map((requirement) => [requirement.id, requirement]));
  const kept = new Set(after.map(({ id }) => id));
  const changed = after.flatMap((requirement): RequirementCorrection[] => {
    const was = old.get(requirement.id);
    if (!was) return [{ change: "added", before: null, after: requirement, fields: [] }];
    const fields = FIELDS.filter((field) => JSON.stringify(was[field] ?? null) !== JSON.stringify(requirement[field] ?? null));
    return fields.length === 0 ? [] : [{ change: "changed", before: was, after: requirement, fields }];
  });
  const removed = before.filter(({ id }) => !kept.has(id)).map((requirement): RequirementCorrection => ({ change: "removed", before: requirement, after: null, fields: [] }));
  return [...changed, ...removed];
}

/** @throws AppError "request/invalid" saying which requirement is wrong and how */
export function checkRequirements(requirements: readonly Requirement[]): void {
  if (requirements.length > MAX_REQUIREMENTS) throw invalid(`At most ${MAX_REQUIREMENTS} requirements can be kept; these are ${requirements.length}.`);
  const ids = new Set<string>();
  for (const { id, text, weight, years } of requirements) {
    if (ids.has(id)) throw invalid(`Two requirements have the id ${id}.`);
    ids.add(id);
    if (text.trim() === "" || text.length > MAX_TEXT_CHARS) throw invalid(`A requirement needs a text of 1 to ${MAX_TEXT_CHARS} characters.`);
    if (!Number.isInteger(weight) || weight < 0 || weight > 100) throw invalid(`A weight is a whole number from 0 to 100, not ${weight}.`);
    if (years !== undefined && !(years > 0 && years <= MAX_YEARS)) throw invalid(`Years are above 0 and at most ${MAX_YEARS}, not ${years}.`);
  }
}

function invalid(message: string): AppError {
  return new AppError("request/invalid", message, { userMessage: message });
}
