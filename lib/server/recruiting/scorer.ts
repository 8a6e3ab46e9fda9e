/**
 * @file The join of matching with the database: openings' texts become requirements, résumés become subjects, both become
 * scorecards. What is scored is pure (lib/people/match); this file only fetches what it takes and keeps vectors at hand.
 */
import { findDocumentText, type DocumentRow } from "../../../db/queries/documents";
import type { ApplicationRow } from "../../../db/queries/recruiting/applications";
import type { NewScore } from "../../../db/queries/recruiting/score-runs";
import type { RequirementView, RunInputs, ScorecardView, ScoreVersionsView } from "../../contracts/recruiting";
import type { Encoder } from "../../core/encoder";
import type { Scope } from "../../core/scope";
import type { DocumentId, Language } from "../../core/types";
import type { ExtractedDocument } from "../../knowledge/types";
import { BASE_RULESET } from "../../people/match/base-ruleset";
import { forgetMatchTexts } from "../../people/match/evidence";
import { embedSingly, textsOf } from "../../people/match/likeness";
import { prepareRequest, queryTexts, scoreSubject, type PreparedRequest } from "../../people/match/score-subject";
import { subjectOfProfile } from "../../people/match/subject-of-profile";
import type { MatchSubject, Scorecard, ScoreRequest } from "../../people/match/types";
import { readProfile } from "../../people/profile/read-profile";
import type { Profile } from "../../people/profile/types";
import { readRequirements, type ReadRequirementsOptions } from "../../people/requirements/read-requirements";
import type { JobRequirements } from "../../people/requirements/types";
import type { Taxonomy } from "../../people/taxonomy/types";
import { companyTaxonomy } from "../company-taxonomy";
import { profileModels } from "../profiles/profile-models";
import type { Services } from "../services";

type Needs = Pick<Services, "db" | "encoder">;
const options = (): { ruleset: typeof BASE_RULESET; taxonomy: Taxonomy } => ({ ruleset: BASE_RULESET, taxonomy: companyTaxonomy() });

/** Vectors of lines that were embedded already, by encoder; forgotten as a whole above so many. */
const MAX_KEPT = 60_000;
const kept = new WeakMap<Encoder, Map<string, Float32Array>>();

/**
 * What an opening's text asks for.
 * @param reading where its weights begin, and what recruiters taught; left out: as shipped
 * @throws AppError "request/too-large"
 */
export const understandOpening = (text: string, reading: Pick<ReadRequirementsOptions, "weights" | "cues"> = {}): JobRequirements => readRequirements(text, { taxonomy: companyTaxonomy(), ...reading });

/** The versions that a scoring made now would name. */
export async function currentVersions(encoder: Encoder): Promise<ScoreVersionsView> {
  return { ...prepareRequest({ requirements: [], title: null }, { ...options(), likeness: { encoder: encoder.version, queries: new Map() } }).versions, tagger: await taggerVersion() };
}

const taggerVersion = async (): Promise<string | null> => (await profileModels())?.tagger ?? null;

/** What the versions only name, kept with a run: with it and a subject's lines the score can be worked out again elsewhere. */
export async function madeOf(db: Services["db"], scope: Scope, asked: Asked): Promise<RunInputs> {
  const { title, duties = [] } = await openingRequest(db, scope, asked);
  return { ruleset: BASE_RULESET, title, duties: [...duties] };
}

/** A run from before the tagger was kept says nothing of it. */
export const sameVersions = (a: ScoreVersionsView, b: ScoreVersionsView): boolean => a.ruleset === b.ruleset && a.encoder === b.encoder && a.taxonomy === b.taxonomy && a.scorer === b.scorer && (a.tagger === undefined || b.tagger === undefined || a.tagger === b.tagger);

/** A résumé as text, as profile and as what the matcher sees. */
export interface ReadResume {
  readonly text: string;
  readonly profile: Profile;
  readonly subject: MatchSubject;
}

/** What `readResume` needs of a résumé outside of any application. @param at its month is what "present" means */
export function resumeOf(row: DocumentRow, at: Date): Pick<ApplicationRow, "documentId" | "appliedAt" | "resume"> {
  const { source, title, personName: name, personTitle, personLocation: location, personYears: years, status, language, sha256 } = row;
  return { documentId: row.id, appliedAt: at, resume: { source, title, name, personTitle, location, years, ready: status === "ready", language, sha256 } };
}

/** Null while the résumé is still being read in. "Present" is the month of the application. */
export async function readResume(db: Services["db"], scope: Scope, row: Pick<ApplicationRow, "documentId" | "appliedAt" | "resume">): Promise<ReadResume | null> {
  const stored = row.resume.ready ? await findDocumentText(db, scope, row.documentId) : null;
  if (!stored) return null;
  const document: ExtractedDocument = { text: stored.text, title: null, language: languageOf(row.resume.language), pages: stored.pages, blocks: stored.blocks, warnings: [] };
  const asOf = row.appliedAt.toISOString().slice(0, 7);
  // Of the models a score sees one thing: a name inside a Chinese sentence, so that it is covered and cut out like any other.
  const models = document.language === "zh" ? await profileModels() : undefined;
  const profile = readProfile(document, { source: row.resume.source, asOf, taxonomy: companyTaxonomy(), ...(models ? { models } : {}) });
  const subject = subjectOfProfile(document, profile, { taxonomy: companyTaxonomy(), called: row.resume.name });
  return { text: stored.text, profile, subject };
}

const languageOf = (language: Language | null): Language => language ?? "en";

/** What an opening asks: its requirements as recruiters left them, its title, and the duties that its text lists. */
export interface Asked {
  readonly documentId: DocumentId;
  readonly title: string;
  readonly requirements: readonly RequirementView[];
}

export async function openingRequest(db: Services["db"], scope: Scope, asked: Asked): Promise<ScoreRequest> {
  const stored = await findDocumentText(db, scope, asked.documentId);
  const duties = stored ? understandOpening(stored.text).duties.map(({ text }) => text) : [];
  return { requirements: asked.requirements.map(asRequirement), title: asked.title, duties };
}

/** Without likeness: nothing is embedded. */
export const preparedByRules = (request: ScoreRequest): PreparedRequest => prepareRequest(request, options());

async function prepareOpening({ db, encoder }: Needs, scope: Scope, asked: Asked): Promise<PreparedRequest> {
  const request = await openingRequest(db, scope, asked);
  const queries = await embedded(queryTexts(request, options()), encoder, vectorsOf(encoder));
  return prepareRequest(request, { ...options(), likeness: { encoder: encoder.version, queries } });
}

/** Scores those whose résumés are ready; the others are left out. */
export async function scoreApplications({ db, encoder }: Needs, scope: Scope, asked: Asked, rows: readonly ApplicationRow[]): Promise<NewScore[]> {
  const prepared = await prepareOpening({ db, encoder }, scope, asked);
  const known = vectorsOf(encoder);
  const tagger = await taggerVersion();
  const scores: NewScore[] = [];
  for (const row of rows) {
    const resume = await readResume(db, scope, row);
    if (!resume) continue;
    const vectors = await embedded(textsOf(resume.subject), encoder, known);
    scores.push({ applicationId: row.id, card: toView(scoreSubject(resume.subject, prepared, vectors), tagger) });
  }
  return scores;
}

async function embedded(texts: readonly string[], encoder: Encoder, known: Map<string, Float32Array>): Promise<Map<string, Float32Array>> {
  const vectors = await embedSingly(texts, encoder, { known });
  for (const [text, vector] of vectors) known.set(text, vector);
  return vectors;
}

/** Forgets the lines that were embedded: after an erasure nothing of the person stays in memory. */
export function forgetLines(encoder: Encoder): void {
  kept.delete(encoder);
  forgetMatchTexts();
}

function vectorsOf(encoder: Encoder): Map<string, Float32Array> {
  const before = kept.get(encoder);
  if (before && before.size < MAX_KEPT) return before;
  const fresh = new Map<string, Float32Array>();
  kept.set(encoder, fresh);
  return fresh;
}

/** The contract's arrays are the same thing, but may be written to: copied. */
function toView(card: Scorecard, tagger: string | null): ScorecardView {
  const quotes = (evidence: readonly { text: string; start: number; end: number }[]) => evidence.map(({ text, start, end }) => ({ text, start, end }));
  return {
    ...card,
    mustHaves: card.mustHaves.map((one) => ({ ...one, evidence: quotes(one.evidence) })),
    parts: card.parts.map((part) => ({ ...part, evidence: quotes(part.evidence) })),
    versions: { ...card.versions, tagger },
    inputs: { ...card.inputs },
  };
}

/** Optional fields that are absent stay absent: their absence is part of what is hashed. */
export function asRequirement({ years, level, ...rest }: RequirementView): ScoreRequest["requirements"][number] {
  return { ...rest, ...(years === undefined ? {} : { years }), ...(level === undefined ? {} : { level }) };
}

/** Names of the skills that requirements refer to, for their chips. */
export function skillNames(requirements: readonly RequirementView[]): Record<string, { en: string; zh: string }> {
  const ids = [...new Set(requirements.flatMap(({ kind, any }) => (kind === "skill" ? any : [])))];
  return Object.fromEntries(ids.flatMap((id) => { const skill = companyTaxonomy().byId(id); return skill ? [[id, { ...skill.name }] as const] : []; }));
}

/** The skill that a recruiter's words name, for a requirement that they add; null: kept as a phrase. */
export function skillNamed(words: string): string | null {
  return companyTaxonomy().normalise(words)?.id ?? null;
}
