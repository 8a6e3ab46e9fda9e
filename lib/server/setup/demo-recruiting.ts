/**
 * @file Recruiting work of the demo company: openings taken up, applications on their way, a shortlist, a saved search, what
 * applicants said for equal-opportunity reports (drawn at random, so that it says nothing about any of the invented people).
 * Runs once and scores nothing: the recruiting clock scores who waits within its first minutes.
 */
import { findDocumentText, listDocuments } from "../../../db/queries/documents";
import { addApplications, addNote, listApplications, moveApplication } from "../../../db/queries/recruiting/applications";
import { insertOpening, putMember } from "../../../db/queries/recruiting/openings";
import { insertShortlist, putEntries, insertLink } from "../../../db/queries/recruiting/shortlists";
import { insertImport } from "../../../db/queries/recruiting/equal-opportunity";
import { insertSearch } from "../../../db/queries/recruiting/saved-searches";
import { listAccounts, type Account } from "../../../db/queries/people";
import { getSetting, putSetting } from "../../../db/queries/settings";
import { DEMO_OPENINGS, DEMO_SAVED_SEARCH, DEMO_SHORTLIST, type DemoOpening } from "../../../db/seed/recruiting/applications";
import { isOpenStage, OPEN_STAGES, type Stage } from "../../contracts/recruiting-words";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { createRng } from "../../core/rng";
import { systemScope } from "../../core/scope";
import type { ApplicationId, DocumentId, UserId } from "../../core/types";
import { newCode } from "../recruiting/codes";
import { readView } from "../recruiting/openings";
import { opportunityKey, subjectOf } from "../recruiting/equal-opportunity";
import type { Services } from "../services";

const scope = systemScope("first start");
const DONE_SETTING = "demo_recruiting";
const DAY_MS = 86_400_000;
const SEED = 29;

interface Known {
  /** Documents by the stem of their file. */
  readonly documents: ReadonlyMap<string, DocumentId>;
  /** Accounts by the part of their address before the @. */
  readonly accounts: ReadonlyMap<string, UserId>;
  readonly now: number;
}

type Needs = Pick<Services, "db">;

export async function seedDemoRecruiting(services: Needs, note: (line: string) => void, clock: Clock = systemClock): Promise<void> {
  const { db } = services;
  if ((await getSetting(db, scope, DONE_SETTING)) !== null) return;
  note("Applications for the demo company's openings …");
  const rows = (await listDocuments(db, scope)).filter((row) => row.demo && row.status === "ready" && (row.kind === "job" || row.kind === "resume"));
  const documents = new Map(rows.map((row) => [stemOf(row.source), row.id]));
  const accounts = new Map((await listAccounts(db, scope)).filter((account: Account) => account.demo).map(({ email, id }) => [email.split("@")[0] ?? "", id]));
  const known: Known = { documents, accounts, now: clock.now() };
  await db.transaction(async (tx) => {
    for (const opening of DEMO_OPENINGS) await seedOpening(tx, opening, known);
    await seedShortlist(tx, known);
    await seedSearch(tx, known);
    await seedRecords(tx, known);
    await putSetting(tx, scope, { key: DONE_SETTING, value: "1" });
  });
}

const stemOf = (source: string): string => source.replace(/^.*\//, "").replace(/\.[a-z]+$/, "");

function need<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new AppError("internal/broken-assumption", `the demo company has no ${key}`);
  return value;
}

async function seedOpening(db: Services["db"], opening: DemoOpening, known: Known): Promise<void> {
  // Somebody may have deleted documents of the demo: what is left is seeded.
  const openingId = known.documents.get(opening.id);
  const text = openingId && (await findDocumentText(db, scope, openingId));
  if (!openingId || !text) return;
  const recruiter = need(known.accounts, opening.members[0] ?? "");
  const daysAgo = (days: number) => new Date(known.now - days * DAY_MS);
  const { state, seats, blindUntil = null } = opening;
  const added = await insertOpening(db, scope, { documentId: openingId, requirements: readView(text.text), createdBy: recruiter, openedAt: daysAgo(opening.openedDaysAgo), seats, state, blindUntil, closedAt: state === "filled" ? daysAgo(20) : null });
  if (!added) return;
  for (const name of opening.members) await putMember(db, scope, { openingId, userId: need(known.accounts, name), addedBy: recruiter, at: daysAgo(opening.openedDaysAgo) });
  const lines = opening.applications.filter(([resume]) => known.documents.has(resume));
  await addApplications(
    db,
    scope,
    lines.map(([resume, channel, consent, days]) => ({ openingId, documentId: need(known.documents, resume), channel, consent, keepUntil: keepUntil(consent, known.now - days * DAY_MS), appliedAt: daysAgo(days), code: newCode() })),
    recruiter,
  );
  const byDocument = new Map((await listApplications(db, scope, openingId)).map((row) => [row.documentId, row.id]));
  for (const [resume, , , days, stage, reason = ""] of lines) {
    const id = byDocument.get(need(known.documents, resume));
    if (id) await walk(db, { id, stage, reason, days, by: recruiter, now: known.now });
  }
}

/** Six months for one application, two years for a talent pool; without consent no term was agreed. */
function keepUntil(consent: string, appliedAt: number): Date | null {
  return consent === "none" ? null : new Date(appliedAt + (consent === "talent-pool" ? 730 : 183) * DAY_MS);
}

/** Step by step from the first stage to where they stand, days apart. */
async function walk(db: Services["db"], { id, stage, reason, days, by, now }: { id: ApplicationId; stage: Stage; reason: string; days: number; by: UserId; now: number }): Promise<void> {
  if (stage === "new") return;
  const passed = isOpenStage(stage) ? OPEN_STAGES.slice(0, OPEN_STAGES.indexOf(stage) + 1) : stage === "hired" ? [...OPEN_STAGES, stage] : (["new", "screening", stage] as const);
  const steps = passed.length - 1;
  for (const [i, to] of passed.entries()) {
    const from = passed[i - 1];
    if (from === undefined) continue;
    const at = now - (days - (i * Math.min(days * 0.8, 30)) / steps) * DAY_MS;
    const last = i === steps;
    await moveApplication(db, scope, { id, from, to, reason: last ? reason : "", at: new Date(at), byId: by, shown: { runId: null, revision: null, list: [] }, ...(to === "hired" ? { startsOn: new Date(at + 45 * DAY_MS).toISOString().slice(0, 10) } : {}) });
  }
}

async function seedShortlist(db: Services["db"], known: Known): Promise<void> {
  const openingId = known.documents.get(DEMO_SHORTLIST.opening);
  if (!openingId) return;
  const by = need(known.accounts, "callum.birtwhistle");
  const at = new Date(known.now - 3 * DAY_MS);
  const rows = await listApplications(db, scope, openingId);
  const of = (resume: string) => rows.find(({ documentId }) => documentId === known.documents.get(resume))?.id;
  const shortlistId = await insertShortlist(db, scope, { openingId, name: DEMO_SHORTLIST.name, createdBy: by, at });
  const entries = DEMO_SHORTLIST.entries.flatMap(([resume, reason]) => { const applicationId = of(resume); return applicationId ? [{ applicationId, reason, rank: null }] : []; });
  await putEntries(db, scope, { shortlistId, entries, runId: null, byId: by, at });
  await insertLink(db, scope, { shortlistId, userId: need(known.accounts, DEMO_SHORTLIST.askedOf), masked: true, createdBy: by, at, expiresAt: new Date(known.now + 21 * DAY_MS) });
  const first = of("marta-lindqvist-brandao");
  if (first) await addNote(db, scope, { applicationId: first, byId: by, text: "Second interview beside the Maeslant lock; ask which safety functions were proved.", remindAt: new Date(known.now + 2 * DAY_MS), at });
}

async function seedSearch(db: Services["db"], known: Known): Promise<void> {
  const { owner, name, request } = DEMO_SAVED_SEARCH;
  await insertSearch(db, scope, { userId: need(known.accounts, owner), name, request, at: new Date(known.now) });
}

const GROUPS = { sex: ["female", "male"], race_ethnicity: ["Asian", "Black", "Hispanic or Latino", "White"] } as const;

/** Four in five said something; who said what is drawn, not looked at. */
async function seedRecords(db: Services["db"], known: Known): Promise<void> {
  const random = createRng(SEED);
  const draw = (groups: readonly string[]) => groups[Math.floor(random() * groups.length)] ?? "";
  const key = await opportunityKey(db);
  const rows = [];
  for (const { id } of DEMO_OPENINGS) {
    const openingId = known.documents.get(id);
    for (const { code } of openingId ? await listApplications(db, scope, openingId) : []) {
      if (random() < 0.2) continue;
      rows.push({ subject: subjectOf(key, code), groups: { sex: draw(GROUPS.sex), ...(random() < 0.9 ? { race_ethnicity: draw(GROUPS.race_ethnicity) } : {}) } });
    }
  }
  await insertImport(db, scope, { rows, unmatched: 0, byId: need(known.accounts, "saskia.terwindt"), at: new Date(known.now), demo: true });
}
