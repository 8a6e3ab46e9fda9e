/**
 * @file Targets: an opening that the reader may read, a role of the company, a programme, an occupation, or free words → what
 * it asks of a person. Openings are read as recruiting reads them, weights included, so that its near miss and this gap are one
 * object (lib/growth/gap/requirement-gap.ts; lib/server/growth/near-miss.test.ts holds both together).
 */
import { findDocument, findDocumentText, listDocuments } from "../../../db/queries/documents";
import { listRoles } from "../../../db/queries/growth-catalogue";
import type { Database } from "../../../db/client";
import type { TargetChoice, TargetMeant, TargetRef } from "../../contracts/growth";
import { AppError } from "../../core/errors";
import type { ActorScope } from "../../core/scope";
import { findGap } from "../../growth/gap/find-gap";
import { needsOfRequirements, needsOfText } from "../../growth/gap/needs-of";
import { occupationIn } from "../../growth/occupations/shipped/named-in";
import type { GapTarget, NeededSkill, ProfileSkill, Words } from "../../growth/types";
import { readRequirements } from "../../people/requirements/read-requirements";
import { readingNow } from "../recruiting/reading";
import { meantBy, occupations, occupationTarget } from "./occupations";
import { findProgramme } from "./programmes";
import { growthTaxonomy } from "./taxonomy";

export interface ResolvedTarget {
  readonly ref: TargetRef;
  readonly target: GapTarget;
  readonly needs: readonly NeededSkill[];
  /** The opening's document, to read its lines; null without one. */
  readonly documentId: string | null;
  /** Free words in which no skill was recognised; null: fine. */
  readonly unclear: string | null;
  /** What unclear words may mean; null: nothing is near, or they are clear. */
  readonly meant: TargetMeant | null;
}

const same = (text: string): Words => ({ en: text, zh: text });

/** @throws AppError "request/not-found" for what is not there, or not the reader's to see */
export async function resolveTarget(db: Database, scope: ActorScope, ref: TargetRef): Promise<ResolvedTarget> {
  switch (ref.kind) {
    case "opening":
      return openingTarget(db, scope, ref);
    case "role": {
      const role = (await listRoles(db, scope)).find(({ id }) => id === ref.id);
      if (!role) throw new AppError("request/not-found", "no such role");
      return { ref, target: { kind: "role", id: role.id, title: role.title }, needs: role.needs, documentId: null, unclear: null, meant: null };
    }
    case "programme": {
      const programme = await findProgramme(db, ref.id ?? "");
      if (!programme) throw new AppError("request/not-found", "no such programme");
      return { ref, target: { ...programme.target, title: programme.title }, needs: programme.needs, documentId: null, unclear: null, meant: null };
    }
    case "occupation": {
      const occupation = occupations().byId(ref.id ?? "");
      if (!occupation) throw new AppError("request/not-found", "no such occupation");
      return { ref, target: occupationTarget(occupation), needs: occupation.needs, documentId: null, unclear: null, meant: null };
    }
    case "text":
      return textTarget(db, scope, ref);
  }
}

async function openingTarget(db: Database, scope: ActorScope, ref: TargetRef): Promise<ResolvedTarget> {
  const row = ref.id === null ? null : await findDocument(db, scope, ref.id);
  const text = row?.kind === "job" ? await findDocumentText(db, scope, row.id) : null;
  if (!row || !text) throw new AppError("request/not-found", "no such opening for this reader");
  const { requirements } = readRequirements(text.text, { taxonomy: growthTaxonomy(), ...(await readingNow(db)) });
  const needs = needsOfRequirements(requirements, growthTaxonomy());
  return { ref, target: { kind: "opening", id: row.id, title: same(row.title) }, needs, documentId: row.id, unclear: needs.length === 0 ? row.title : null, meant: null };
}

/**
 * The name of a role or opening as somebody writes it is that role, that of an occupation this; else the skills that the
 * words name. A kind of occupation ("manager") and an unknown one are not guessed: what may be meant is offered.
 */
async function textTarget(db: Database, scope: ActorScope, ref: TargetRef): Promise<ResolvedTarget> {
  const named = (await findNamed(db, scope, ref.text)) ?? occupationNamed(ref.text);
  if (named) return resolveTarget(db, scope, named);
  const needs = needsOfText(ref.text, growthTaxonomy());
  const title = ref.text.length > 80 ? `${ref.text.slice(0, 79)}…` : ref.text;
  const text = { ref, target: { kind: "text" as const, id: null, title: same(title) }, needs, documentId: null };
  if (needs.length > 0) return { ...text, unclear: null, meant: null };
  const kind = occupationIn(ref.text, occupations())?.text ?? ref.text;
  return { ...text, unclear: ref.text, meant: meantBy(kind, await listRoles(db, scope)) };
}

/** A name by itself, or what a sentence aims at: "I want to be a paramedic one day". */
function occupationNamed(text: string): TargetRef | null {
  const found = occupations().named(text) ?? goalIn(text);
  return found && { kind: "occupation", id: found.id, text: "" };
}

function goalIn(text: string) {
  const found = occupationIn(text, occupations());
  return found?.isGoal ? found.occupation : null;
}

const folded = (text: string) => text.toLowerCase().normalize("NFKC").replace(/[\s,·–—-]+/gu, " ").trim();

async function findNamed(db: Database, scope: ActorScope, text: string): Promise<TargetRef | null> {
  const wanted = folded(text);
  if (wanted === "") return null;
  const role = (await listRoles(db, scope)).find(({ title }) => folded(title.en) === wanted || folded(title.zh) === wanted);
  if (role) return { kind: "role", id: role.id, text: "" };
  const opening = (await listOpenings(db, scope)).find(({ title }) => folded(title) === wanted);
  return opening ? { kind: "opening", id: opening.id, text: "" } : null;
}

export async function listOpenings(db: Database, scope: ActorScope): Promise<{ id: string; title: string }[]> {
  return (await listDocuments(db, scope, { kind: "job" })).filter(({ status }) => status === "ready").map(({ id, title }) => ({ id, title }));
}

/** Openings and roles, nearest to what the person has first. */
export async function listTargets(db: Database, scope: ActorScope, held: readonly ProfileSkill[]): Promise<TargetChoice[]> {
  const refs: { ref: TargetRef; about: Words }[] = [
    ...(await listOpenings(db, scope)).map(({ id }) => ({ ref: { kind: "opening" as const, id, text: "" }, about: { en: "Open position", zh: "在招职位" } })),
    ...(await listRoles(db, scope)).map(({ id, department, grade }) => ({ ref: { kind: "role" as const, id, text: "" }, about: { en: `Role · ${department} · G${grade}`, zh: `岗位 · ${department} · G${grade}` } })),
  ];
  const choices: TargetChoice[] = [];
  for (const { ref, about } of refs) {
    const { target, needs } = await resolveTarget(db, scope, ref);
    const coverage = needs.length === 0 ? null : findGap(target, needs, { held, taxonomy: growthTaxonomy() }).coverage;
    choices.push({ ref, title: target.title, about, coverage, also: [] });
  }
  return choices.sort((a, b) => (b.coverage ?? -1) - (a.coverage ?? -1) || (a.title.en < b.title.en ? -1 : 1));
}
