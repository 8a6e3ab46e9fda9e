/**
 * @file Candidates and openings, for recruiters: everyone whose résumé one may read, the result of a request in plain
 * words, and the openings.
 */
import { findDocumentText, listDocuments } from "../../../db/queries/documents";
import type { CandidateCard } from "../../contracts/evidence";
import type { CandidateSummary, OpeningView } from "../../contracts/people";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record, shownDocuments } from "../audit/record";
import { keptTerms } from "../recruiting/kept-until";
import { mayRank } from "../recruiting/ended-terms";
import type { Services } from "../services";

/** @param query letters of a name, title or place; empty for all. @returns by name, those without one last */
export async function listCandidates(services: Services, actor: Actor, query: string): Promise<CandidateSummary[]> {
  const rows = await listDocuments(services.db, scopeOf(actor), { kind: "resume" });
  const kept = await keptTerms(services.db, rows);
  const wanted = query.trim().toLowerCase();
  const shown = rows
    .filter((row) => row.status === "ready")
    .map((row) => ({
      documentId: row.id,
      name: row.personName,
      title: row.personTitle,
      location: row.personLocation,
      years: row.personYears,
      language: row.language,
      source: row.source,
      addedAt: row.createdAt.toISOString(),
      kept: kept.get(row.id) ?? null,
    }))
    .filter((row) => [row.name, row.title, row.location, row.source].some((text) => text?.toLowerCase().includes(wanted)))
    .sort((a, b) => (a.name ?? "\uffff").localeCompare(b.name ?? "\uffff"));
  await record(services.db, actor, { action: "candidates.listed", object: { kind: "document", id: null }, facts: { shown: shown.length } });
  return shown;
}

/** A recruiter's request, as typed, without a conversation: of the request nothing is stored, of the result who was shown. */
export async function searchCandidates(services: Services, actor: Actor, request: { query: string; signal: AbortSignal }): Promise<CandidateCard[]> {
  const mayRead = await mayRank(services, scopeOf(actor));
  const result = await services.assistant.ask({ question: request.query, history: [], capabilities: new Set(["candidates"]), mayRead, signal: request.signal });
  const { candidates } = result.answer;
  const facts = { ...shownDocuments(candidates.map((card) => card.documentId)), place: "candidates" as const };
  await record(services.db, actor, { action: "candidates.searched", object: { kind: "document", id: null }, facts });
  return candidates;
}

export async function listOpenings(services: Services, actor: Actor): Promise<OpeningView[]> {
  const scope = scopeOf(actor);
  const rows = (await listDocuments(services.db, scope, { kind: "job" })).filter((row) => row.status === "ready");
  const texts = await Promise.all(rows.map((row) => findDocumentText(services.db, scope, row.id)));
  return rows.map((row, i) => ({ documentId: row.id, title: row.title, text: texts[i]?.text ?? "" })).sort((a, b) => a.title.localeCompare(b.title));
}
