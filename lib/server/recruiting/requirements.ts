/** @file Correcting what an opening asks for: the corrected list is stored with each difference, which is a label. */
import { findDocumentText } from "../../../db/queries/documents";
import { putRequirements } from "../../../db/queries/recruiting/openings";
import type { RequirementsRequest, RequirementView } from "../../contracts/recruiting";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { checkRequirements, correctionsOf } from "../../people/requirements/correct";
import { namedNeeds } from "../../people/requirements/named-needs";
import { whole } from "../../people/requirements/read-requirements";
import { requirementId } from "../../people/requirements/requirement-id";
import { suggestedWeight, type SuggestedWeights } from "../../people/requirements/suggested-weights";
import { record } from "../audit/record";
import { companyTaxonomy } from "../company-taxonomy";
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
  const stored = new Map(opening.requirements.map((one) => [one.id, one]));
  const text = edit.requirements.some((one) => "join" in one) ? ((await findDocumentText(db, scopeOf(actor), opening.documentId))?.text ?? "") : "";
  const requirements = edit.requirements.flatMap((one) => ("join" in one ? [joined(one, { stored, text, weights })] : "id" in one ? [withAlternatives(ofItsKind(one, { before: stored.get(one.id), weights }))] : understood(one, weights)));
  const doubled = requirements.find(({ id }, i) => requirements.findIndex((other) => other.id === id) < i);
  if (doubled) throw new AppError("request/invalid", "two requirements ask the same", { userMessage: `“${doubled.text}” is in the list already.` });
  const after = requirements.map(asRequirement);
  checkRequirements(after);
  const changes = correctionsOf(opening.requirements.map(asRequirement), after).map((one) => ({ change: one.change, before: one.before && viewOf(one.before), after: one.after && viewOf(one.after), fields: [...one.fields] }));
  if (changes.length === 0 && edit.revision === opening.revision) return opening.revision;
  return db.transaction(async (tx) => {
    const isStored = await putRequirements(tx, scopeOf(actor), { openingId: opening.documentId, expected: edit.revision, requirements, changes, at: new Date(clock.now()) });
    if (!isStored) throw new AppError("request/conflict", "the requirements were corrected by someone else");
    await record(tx, actor, { action: "opening.requirements-corrected", object: { kind: "document", id: opening.documentId }, facts: { revision: edit.revision + 1, changes: changes.length } });
    return edit.revision + 1;
  });
}

/**
 * What was cut from one line, as one: the opening's own words from the first to the last, with the most years of them.
 * @throws AppError "request/invalid" for what is not there, was typed, or stands on different lines
 */
function joined({ join, mustHave }: { join: readonly string[]; mustHave: boolean }, { stored, text, weights }: { stored: ReadonlyMap<string, RequirementView>; text: string; weights: SuggestedWeights }): RequirementView {
  const parts = join.flatMap((id) => stored.get(id) ?? []);
  const spans = parts.flatMap(({ source }) => source ?? []);
  const source = { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
  const words = text.slice(source.start, source.end);
  if (spans.length < join.length || new Set(join).size < join.length || words.length < 2 || words.length > 400 || words.includes("\n") || spans.some(({ start, end }, i) => text.slice(start, end) !== parts[i]?.text)) {
    throw new AppError("request/invalid", "these cannot be joined", { userMessage: "Only requirements from the same line of the opening can be joined." });
  }
  const years = Math.max(...parts.map((one) => one.years ?? 0));
  const { kind, any } = whole(words, companyTaxonomy());
  return { id: requirementId(kind, words, years > 0 ? years : undefined), kind, mustHave, weight: suggestedWeight({ kind, mustHave }, weights), any: [...any], text: words, ...(years > 0 ? { years } : {}), source };
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

const HAS_LEVEL: ReadonlySet<RequirementView["kind"]> = new Set(["language", "education"]);
const HAS_YEARS: ReadonlySet<RequirementView["kind"]> = new Set(["skill", "experience"]);

/**
 * "This is a language, no skill": what will do is looked up anew for the kind that it was corrected to, a weight that was
 * suggested becomes that kind's, and what only the old kind asks goes.
 */
function ofItsKind<T extends RequirementView>(one: T, { before, weights }: { before: RequirementView | undefined; weights: SuggestedWeights }): T {
  const { level, years, ...rest } = one;
  const kept = { ...rest, ...(level !== undefined && HAS_LEVEL.has(one.kind) ? { level } : {}), ...(years !== undefined && HAS_YEARS.has(one.kind) ? { years } : {}) } as T;
  if (before === undefined || before.kind === one.kind) return kept;
  const isSuggested = one.weight === suggestedWeight(before, weights) || one.weight === suggestedWeight({ ...before, mustHave: one.mustHave }, weights);
  return { ...kept, any: namesOf(one), ...(isSuggested ? { weight: suggestedWeight(one, weights) } : {}), ...(one.kind === "education" && level === undefined ? levelNamed(one.text) : {}) };
}

/** What will do, for a text of a kind: ids of skills, names in lower case otherwise; nothing where the words alone say it. */
function namesOf({ kind, text }: Pick<RequirementView, "kind" | "text">): string[] {
  const name = text.trim().toLowerCase();
  if (kind === "text") return [];
  if (kind === "skill") return [skillNamed(text)].flatMap((id) => id ?? []);
  const named = namedNeeds(text).find((need) => need.kind === kind);
  if (named) return [...named.any];
  return kind === "education" ? [] : [name];
}

function levelNamed(text: string): { level?: string } {
  const level = namedNeeds(text).find(({ kind }) => kind === "education")?.level;
  return level === undefined ? {} : { level };
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
