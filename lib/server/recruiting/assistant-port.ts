/** @file The recruiting tools' window to the database, on the asker's behalf: what they do not work on does not exist. */
import { findDocument, listDocuments } from "../../../db/queries/documents";
import { listApplications, listApplicationsByCode, listApplicationsOf, type ApplicationRow } from "../../../db/queries/recruiting/applications";
import { listWork, type OpeningRow } from "../../../db/queries/recruiting/openings";
import { listShortlists } from "../../../db/queries/recruiting/shortlists";
import type { Applicant, PersonPoint, RecruitingContext, RecruitingPort } from "../../assistant/recruiting/types";
import type { CandidateCard, Citation } from "../../contracts/evidence";
import type { Comparison } from "../../contracts/recruiting-chat";
import type { ScorecardView } from "../../contracts/recruiting";
import { scopeOf } from "../../core/scope";
import { systemClock } from "../../core/clock";
import type { Actor, Language } from "../../core/types";
import { shortlistReason } from "../../people/letters/shortlist-reason";
import { answerAboutPerson } from "../../people/match/explain/about-person";
import { explainRank } from "../../people/match/explain/explain-rank";
import { record, shownDocuments } from "../audit/record";
import { can } from "../policy";
import type { Services } from "../services";
import { companyTaxonomy } from "../company-taxonomy";
import { isMasked, requireApplication, requireWork } from "./access";
import { readResume, resumeOf } from "./scorer";
import { standingsOf } from "./scores";
import { showApplication, showPerson } from "./shown";

type Needs = Pick<Services, "db" | "encoder">;
const QUOTES_PER_POINT = 3;
const POSTS_PER_POINT = 3;

/** Left out for whoever recruits for nothing: their questions go to the documents. */
export async function recruitingFor(services: Needs, actor: Actor): Promise<{ recruiting?: RecruitingContext }> {
  if (!can(actor, "openings:recruit")) return {};
  const scope = scopeOf(actor);
  const openings = (await listWork(services.db, scope)).map(({ documentId, title }) => ({ id: documentId, name: title }));
  const people = (await listDocuments(services.db, scope, { kind: "resume" })).flatMap(({ id, status, personName }) => (status === "ready" && personName ? [{ id, name: personName }] : []));
  return { recruiting: { openings, people, port: portFor(services, actor) } };
}

function portFor(services: Needs, actor: Actor): RecruitingPort {
  const { db } = services;
  const scope = scopeOf(actor);
  const placed = async (opening: OpeningRow) => {
    const [rows, standings] = [await listApplications(db, scope, opening.documentId), await standingsOf(services, opening)];
    return standings.scores.flatMap(({ applicationId, card }) => { const row = rows.find(({ id }) => id === applicationId); return row ? [{ row, card }] : []; });
  };
  return {
    async standings(openingId) {
      const opening = await requireWork(db, actor, openingId);
      const all = await placed(opening);
      if (all.length === 0) return null;
      const open = all.filter(({ row }) => !isMasked(opening, row.stage));
      await record(db, actor, { action: "opening.read", object: { kind: "document", id: opening.documentId }, facts: { shown: all.length, masked: open.length < all.length } });
      return { opening: opening.title, applied: all.length, candidates: open.map(cardOf), hidden: all.filter(({ row }) => isMasked(opening, row.stage)).map(({ row, card }) => `${row.code} ${card.score.toFixed(1)}`) };
    },
    async why(first, second) {
      const other = new Set((await listApplicationsOf(db, scope, second)).map(({ openingId }) => openingId));
      const shared = new Set((await listApplicationsOf(db, scope, first)).map(({ openingId }) => openingId).filter((id) => other.has(id)));
      for (const opening of (await listWork(db, scope)).filter(({ documentId }) => shared.has(documentId))) {
        const both = (await placed(opening)).filter(({ row }) => (row.documentId === first || row.documentId === second) && !isMasked(opening, row.stage));
        const [a, b] = both;
        if (!a || !b) continue;
        const told = explainRank({ id: a.row.documentId, card: a.card }, { id: b.row.documentId, card: b.card });
        const nameOf = (id: string) => both.find(({ row }) => row.documentId === id)?.row.resume.name ?? "";
        await record(db, actor, { action: "application.compared", object: { kind: "document", id: opening.documentId }, facts: { shown: 2, applications: both.map(({ row }) => row.id), masked: false } });
        return { opening: opening.title, above: nameOf(told.above), below: nameOf(told.below), points: told.points, reasons: told.reasons.map(({ name, points }) => ({ name, points })), candidates: both.map(cardOf) };
      }
      return null;
    },
    async compare(documents) {
      const applied = await Promise.all(documents.map(async (id) => new Set((await listApplicationsOf(db, scope, id)).map(({ openingId }) => openingId))));
      for (const opening of (await listWork(db, scope)).filter(({ documentId }) => applied.every((own) => own.has(documentId)))) {
        const all = await placed(opening);
        const people = all.map((one, i) => ({ ...one, rank: i + 1 })).filter(({ row }) => documents.includes(row.documentId) && !isMasked(opening, row.stage));
        if (people.length !== documents.length) continue;
        await record(db, actor, { action: "application.compared", object: { kind: "document", id: opening.documentId }, facts: { shown: people.length, applications: people.map(({ row }) => row.id), masked: false } });
        return comparisonOf(opening, people);
      }
      return null;
    },
    about: (documentId, question) => aboutPerson(services, actor, documentId, question),
    applicants: (whom) => applicantsOf(services, actor, whom),
    reasonFor: (application, language) => reasonFor(services, actor, application, language),
  };
}

/** A name finds nobody whose name is hidden: that would tell whose code is whose. */
async function applicantsOf({ db }: Needs, actor: Actor, { documents, codes }: { readonly documents: readonly string[]; readonly codes: readonly string[] }): Promise<Applicant[]> {
  const scope = scopeOf(actor);
  const openings = new Map((await listWork(db, scope)).map((opening) => [opening.documentId, opening]));
  const byName = (await Promise.all(documents.map((id) => listApplicationsOf(db, scope, id)))).flat();
  const byCode = await listApplicationsByCode(db, scope, codes);
  const rows = [...new Map([...byName.filter((row) => { const opening = openings.get(row.openingId); return opening !== undefined && !isMasked(opening, row.stage); }), ...byCode].map((row) => [row.id, row])).values()];
  const found: Applicant[] = [];
  for (const row of rows) {
    const opening = openings.get(row.openingId);
    if (!opening) continue;
    const masked = isMasked(opening, row.stage);
    await record(db, actor, { action: "application.read", object: { kind: "application", id: row.id }, facts: { masked } });
    const lists = await listShortlists(db, scope, opening.documentId);
    found.push({ application: row.id, name: showPerson(row, masked).name, opening: { id: opening.documentId, name: opening.title }, stage: row.stage, language: row.resume.language ?? "en", lists: lists.map(({ id, name }) => ({ id, name })) });
  }
  return found;
}

async function reasonFor(services: Needs, actor: Actor, id: string, language: Language): Promise<string> {
  const { application: row, opening } = await requireApplication(services.db, actor, id);
  const card = (await standingsOf(services, opening)).scores.find(({ applicationId }) => applicationId === row.id)?.card ?? null;
  const view = await showApplication(services.db, scopeOf(actor), { opening, row, placed: { rank: null, card }, clock: systemClock });
  return shortlistReason(view.card?.parts ?? [], language);
}

async function aboutPerson({ db }: Needs, actor: Actor, documentId: string, question: string): Promise<PersonPoint[]> {
  const scope = scopeOf(actor);
  const row = await findDocument(db, scope, documentId);
  if (row?.kind !== "resume") return [];
  const resume = await readResume(db, scope, resumeOf(row, row.createdAt));
  if (!resume) return [];
  await record(db, actor, { action: "candidates.searched", object: { kind: "document", id: null }, facts: { ...shownDocuments([row.id]), place: "chat" } });
  const { findings, years } = answerAboutPerson(question, { subject: resume.subject, profile: resume.profile, taxonomy: companyTaxonomy() });
  const cite = ({ start, end }: { start: number; end: number }) => citationOf(row, { start, end, text: resume.text.slice(start, end) });
  const points = findings.map((finding): PersonPoint => ({ about: finding.about, state: finding.state, posts: finding.posts.slice(0, POSTS_PER_POINT).map(({ title, organisation, from, to }) => [title, organisation, from && to ? `${from}–${to}` : from].filter(Boolean).join(", ")), citations: finding.evidence.slice(0, QUOTES_PER_POINT).map(cite) }));
  return years === null || findings.length > 0 ? points : [{ about: `${years.value}`, state: "shown", posts: [], citations: [cite(years.span)] }];
}

function citationOf({ id, title }: { id: string; title: string }, { start, end, text }: { start: number; end: number; text: string }): Omit<Citation, "number"> {
  return { documentId: id, chunkId: null, title, kind: "resume", headings: [], page: null, start, end, quote: text, conflict: null };
}

/** Rows of what was scored, those on which the people differ most first. */
function comparisonOf(opening: OpeningRow, people: readonly { readonly row: ApplicationRow; readonly card: ScorecardView; readonly rank: number }[]): Comparison {
  const asked = new Map(people.flatMap(({ card }) => card.parts.flatMap((part) => (part.requirementId === null ? [] : [[part.requirementId, part] as const]))));
  const rows = [...asked].map(([id, { name, mustHave, weight }]) => {
    const parts = people.map(({ card }) => card.parts.find(({ requirementId }) => requirementId === id) ?? null);
    const scores = parts.map((part) => part?.score ?? 0);
    return { name, mustHave, weight, spread: weight * (Math.max(...scores) - Math.min(...scores)), parts: parts.map((part) => part && { score: part.score, met: part.met, quote: part.evidence.find(({ text }) => text !== "") ?? null }) };
  });
  return {
    type: "comparison",
    opening: { id: opening.documentId, title: opening.title },
    people: people.map(({ row, card, rank }) => ({ application: row.id, documentId: row.documentId, name: row.resume.name ?? row.code, rank, score: card.score, met: card.mustHavesMet, of: card.mustHaves.length })),
    rows: rows.sort((a, b) => b.spread - a.spread).slice(0, 60).map(({ spread: _spread, ...one }) => one),
  };
}

/** A scorecard as the card that chat shows: requirements as parts, each with its lines. */
function cardOf({ row, card }: { row: ApplicationRow; card: ScorecardView }): CandidateCard {
  const { name, personTitle, location, years, title } = row.resume;
  let number = 0;
  const matches = card.parts.filter(({ requirementId }) => requirementId !== null).map((part) => ({ part: part.name, met: part.met, evidence: part.evidence.slice(0, 2).filter(({ text }) => text !== "").map((quote) => ({ ...citationOf({ id: row.documentId, title }, quote), number: ++number })) }));
  return { documentId: row.documentId, name, title: personTitle, location, years, score: Math.round(card.score) / 100, matches };
}
