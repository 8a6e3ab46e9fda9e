/** @file The recruiting tools' window to the database, on the asker's behalf: what they do not work on does not exist. */
import { findDocument, listDocuments } from "../../../db/queries/documents";
import { listApplications, type ApplicationRow } from "../../../db/queries/recruiting/applications";
import { listWork, type OpeningRow } from "../../../db/queries/recruiting/openings";
import type { PersonPoint, RecruitingContext, RecruitingPort } from "../../assistant/recruiting/types";
import type { CandidateCard, Citation } from "../../contracts/evidence";
import type { ScorecardView } from "../../contracts/recruiting";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { answerAboutPerson } from "../../people/match/explain/about-person";
import { explainRank } from "../../people/match/explain/explain-rank";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import { record, shownDocuments } from "../audit/record";
import { can } from "../policy";
import type { Services } from "../services";
import { isMasked, requireWork } from "./access";
import { readResume } from "./scorer";
import { standingsOf } from "./scores";

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
      for (const opening of await listWork(db, scope)) {
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
    about: (documentId, question) => aboutPerson(services, actor, documentId, question),
  };
}

async function aboutPerson({ db }: Needs, actor: Actor, documentId: string, question: string): Promise<PersonPoint[]> {
  const scope = scopeOf(actor);
  const row = await findDocument(db, scope, documentId);
  if (row?.kind !== "resume") return [];
  const resume = await readResume(db, scope, { documentId: row.id, appliedAt: row.createdAt, resume: { source: row.source, title: row.title, name: row.personName, personTitle: row.personTitle, location: row.personLocation, years: row.personYears, ready: row.status === "ready", language: row.language, sha256: row.sha256 } });
  if (!resume) return [];
  await record(db, actor, { action: "candidates.searched", object: { kind: "document", id: null }, facts: { ...shownDocuments([row.id]), place: "chat" } });
  const { findings, years } = answerAboutPerson(question, { subject: resume.subject, profile: resume.profile, taxonomy: BASE_TAXONOMY });
  const cite = ({ start, end }: { start: number; end: number }) => citationOf(row, { start, end, text: resume.text.slice(start, end) });
  const points = findings.map((finding): PersonPoint => ({ about: finding.about, state: finding.state, posts: finding.posts.slice(0, POSTS_PER_POINT).map(({ title, organisation, from, to }) => [title, organisation, from && to ? `${from}–${to}` : from].filter(Boolean).join(", ")), citations: finding.evidence.slice(0, QUOTES_PER_POINT).map(cite) }));
  return years === null || findings.length > 0 ? points : [{ about: `${years.value}`, state: "shown", posts: [], citations: [cite(years.span)] }];
}

function citationOf({ id, title }: { id: string; title: string }, { start, end, text }: { start: number; end: number; text: string }): Omit<Citation, "number"> {
  return { documentId: id, chunkId: null, title, kind: "resume", headings: [], page: null, start, end, quote: text, conflict: null };
}

/** A scorecard as the card that chat shows: requirements as parts, each with its lines. */
function cardOf({ row, card }: { row: ApplicationRow; card: ScorecardView }): CandidateCard {
  const { name, personTitle, location, years, title } = row.resume;
  let number = 0;
  const matches = card.parts.filter(({ requirementId }) => requirementId !== null).map((part) => ({ part: part.name, met: part.met, evidence: part.evidence.slice(0, 2).filter(({ text }) => text !== "").map((quote) => ({ ...citationOf({ id: row.documentId, title }, quote), number: ++number })) }));
  return { documentId: row.documentId, name, title: personTitle, location, years, score: Math.round(card.score) / 100, matches };
}
