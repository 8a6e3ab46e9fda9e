/**
 * @file Which openings fit one person: those that the asker recruits for and that are open, and those that nobody recruits
 * for yet; by requirements alone, with the reverse fit and what would close the gap. Openings that hide names are left out
 * whether the person applied or not, so that the page tells nothing of them; nobody is compared against their term or consent.
 */
import { findDocument, findDocumentText, listDocuments, type DocumentRow } from "../../../db/queries/documents";
import { listApplicationsOf, type ApplicationRow } from "../../../db/queries/recruiting/applications";
import { findHeldBack } from "../../../db/queries/recruiting/held-back";
import { listTaken, listWork, type OpeningRow } from "../../../db/queries/recruiting/openings";
import { listScores } from "../../../db/queries/recruiting/score-runs";
import type { OpeningFit, OpeningsForPerson } from "../../contracts/openings-for-person";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, DocumentId } from "../../core/types";
import { requirementGap } from "../../growth/gap/requirement-gap";
import { heldSkills, type HeldSkill } from "../../people/match/both-ways/held-skills";
import { rankJobs, reverseFit, type MutualMatch } from "../../people/match/both-ways/reverse-fit";
import { scoreSubject } from "../../people/match/score-subject";
import type { MatchSubject, ScoreRequest } from "../../people/match/types";
import { record, shownDocuments } from "../audit/record";
import { companyTaxonomy } from "../company-taxonomy";
import { dueBefore, retentionSettings } from "../retention/settings";
import type { Services } from "../services";
import { isMasked, isTermOver } from "./access";
import { readView } from "./openings";
import { asRequirement, preparedByRules, readResume, resumeOf } from "./scorer";
import { readingNow } from "./reading";

type Needs = Pick<Services, "db">;
const scope = systemScope("openings for a person");
/** Openings shown. */
const MOST = 12;
const MAX_QUOTES = 2;
/** Points and share of must-haves below which nobody would call it a fit. */
const LEAST_SCORE = 25;
const LEAST_MUSTS = 1 / 3;
/** A post whose title has so much of the opening's continues it. */
const CONTINUES_FROM = 0.5;
/** Kinds of requirements that are about the work: a language and a degree alone are near to any office. */
const OF_WORK: ReadonlySet<string> = new Set(["skill", "experience", "text", "certificate"]);

/** An opening that a person may be compared with. */
interface Job {
  readonly id: DocumentId;
  readonly title: string;
  readonly taken: boolean;
  readonly requirements: ScoreRequest["requirements"];
}

/** @throws AppError "request/not-found" when it is no résumé that this person may read; "data/unavailable" without an audit line */
export async function openingsFor({ db }: Needs, actor: Actor, documentId: string, clock: Clock = systemClock): Promise<OpeningsForPerson> {
  const own = scopeOf(actor);
  const row = await findDocument(db, own, documentId);
  if (row?.kind !== "resume") throw new AppError("request/not-found", "no such résumé");
  await record(db, actor, { action: "candidates.searched", object: { kind: "document", id: row.id }, facts: { ...shownDocuments([row.id]), place: "person" } }, clock);
  const work = await listWork(db, own);
  const applications = await listApplicationsOf(db, own, row.id);
  const applied = await appliedFor(db, { work, applications, clock });
  const hidden = work.filter(({ blindUntil, state }) => blindUntil !== null && state === "open").length;
  const heldBack = await heldBackOf(db, row, clock);
  const resume = heldBack === null ? await readResume(db, scope, resumeOf(row, new Date(clock.now()))) : null;
  if (!resume) return { fitting: [], compared: 0, hidden, heldBack, applied };
  const known = new Set(applications.map(({ openingId }) => openingId));
  const jobs = [...work.flatMap((opening) => jobOf(opening)), ...(await freeJobs(db, actor))].filter(({ id }) => !known.has(id));
  return { fitting: rank(resume.subject, jobs).slice(0, MOST), compared: jobs.length, hidden, heldBack, applied };
}

/** As the applications say, and past the term that the company set for all résumés. */
async function heldBackOf(db: Services["db"], { id, createdAt }: DocumentRow, clock: Clock): Promise<OpeningsForPerson["heldBack"]> {
  const before = dueBefore((await retentionSettings(db)).resumes, clock.now());
  return before && createdAt < before ? "term" : findHeldBack(db, scope, { documentId: id, now: new Date(clock.now()) });
}

function jobOf({ documentId, title, state, blindUntil, requirements }: OpeningRow): Job[] {
  return state === "open" && blindUntil === null ? [{ id: documentId, title, taken: true, requirements: requirements.map(asRequirement) }] : [];
}

/** Openings that one may read and nobody recruits for, as their text reads. */
async function freeJobs(db: Services["db"], actor: Actor): Promise<Job[]> {
  const own = scopeOf(actor);
  const taken = await listTaken(db, scope);
  const rows = (await listDocuments(db, own, { kind: "job" })).filter(({ id, status }) => status === "ready" && !taken.has(id));
  const reading = await readingNow(db);
  const jobs: Job[] = [];
  for (const { id, title } of rows) {
    const stored = await findDocumentText(db, own, id);
    if (stored) jobs.push({ id, title, taken: false, requirements: readView(stored.text, reading).map(asRequirement) });
  }
  return jobs;
}

/** Shown are those that come near: some of the score, a third of the must-haves, and work that it would use or continue. */
function rank(subject: MatchSubject, jobs: readonly Job[]): OpeningFit[] {
  const byId = new Map(jobs.map((job) => [job.id, job]));
  const held = heldSkills(subject);
  const matches = jobs.map(({ id, title, requirements }) => {
    const prepared = preparedByRules({ requirements, title });
    return { id, card: scoreSubject(subject, prepared), reverse: reverseFit(subject, prepared) };
  });
  return rankJobs(matches).flatMap((match) => {
    const job = byId.get(match.id);
    return job && comesNear(match) ? [fitOf(match, job, held)] : [];
  });
}

function comesNear({ card, reverse }: MutualMatch<DocumentId>): boolean {
  const usesWork = reverse.continues >= CONTINUES_FROM || reverse.used.some((id) => companyTaxonomy().byId(id)?.kind !== "language");
  return card.score >= LEAST_SCORE && usesWork && card.mustHavesMet >= LEAST_MUSTS * card.mustHaves.length;
}

function fitOf({ card, reverse }: MutualMatch<DocumentId>, { id, title, taken, requirements }: Job, held: readonly HeldSkill[]): OpeningFit {
  const taxonomy = companyTaxonomy();
  const target = { kind: "opening" as const, id, title: { en: title, zh: title } };
  const { misses, scoreIfClosed, isNear } = requirementGap(card, requirements, { target, person: { held, taxonomy, voice: "about" } });
  return {
    documentId: id,
    title,
    taken,
    score: card.score,
    mustHavesMet: card.mustHavesMet,
    mustHaves: card.mustHaves.length,
    reverse: reverse.score,
    uses: reverse.used.flatMap((skill) => { const found = taxonomy.byId(skill); return found ? [{ ...found.name }] : []; }),
    skills: reverse.used.length + reverse.idle.length,
    shows: card.parts.flatMap(({ name, evidence, met }) => (met && evidence[0] ? [{ requirement: name, quote: evidence[0].text }] : [])).slice(0, MAX_QUOTES),
    misses: misses.filter(({ gain, item }) => gain > 0 || item !== null).map(({ text, mustHave, state, gain, yearsMissing, item }) => ({ requirement: text, mustHave, state, gain, yearsMissing: yearsMissing ?? null, item: item && { ...item, any: [...item.any], evidence: [...item.evidence] } })),
    scoreIfClosed,
    near: isNear && card.parts.some(({ kind, mustHave, met }) => mustHave && met && OF_WORK.has(kind)),
  };
}

/** What they applied for where their name is open to the asker, with the score that stands there. */
async function appliedFor(db: Services["db"], { work, applications, clock }: { readonly work: readonly OpeningRow[]; readonly applications: readonly ApplicationRow[]; readonly clock: Clock }): Promise<OpeningsForPerson["applied"]> {
  const openings = new Map(work.map((opening) => [opening.documentId, opening]));
  const applied: OpeningsForPerson["applied"] = [];
  for (const row of applications) {
    const opening = openings.get(row.openingId);
    if (!opening || isMasked(opening, row.stage)) continue;
    const scores = opening.runId === null || isTermOver(row, clock) ? [] : await listScores(db, scope, opening.runId);
    const card = scores.find(({ applicationId }) => applicationId === row.id)?.card;
    applied.push({ documentId: opening.documentId, title: opening.title, state: opening.state, stage: row.stage, score: card?.score ?? null, mustHavesMet: card?.mustHavesMet ?? 0, mustHaves: card?.mustHaves.length ?? 0 });
  }
  return applied;
}
