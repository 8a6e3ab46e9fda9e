/** @file Openings for recruiters: the list, taking one up, its page, its settings, who works on it. */
import { findDocument, findDocumentText, listDocuments } from "../../../db/queries/documents";
import { listApplications } from "../../../db/queries/recruiting/applications";
import { countStages, insertOpening, listMembers, listNamable, listTaken, listWork, putMember, removeMember, updateOpening, type OpeningRow } from "../../../db/queries/recruiting/openings";
import { listHiringManagers } from "../../../db/queries/relations";
import type { OpeningChangeRequest, OpeningPage, OpeningSummary, RequirementView } from "../../contracts/recruiting";
import { STAGES, type Stage } from "../../contracts/recruiting-words";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, DocumentId, UserId } from "../../core/types";
import { record } from "../audit/record";
import type { Services } from "../services";
import { isMasked, requireWork } from "./access";
import { readingNow, type Reading } from "./reading";
import { currentVersions, skillNames, understandOpening } from "./scorer";
import { standingsOf } from "./scores";
import { showApplication } from "./shown";

type Needs = Pick<Services, "db" | "encoder">;
const scope = systemScope("openings");

/** Every opening that one may read, with figures of those that one works on. */
export async function listOpeningsToWork({ db }: Pick<Services, "db">, actor: Actor): Promise<OpeningSummary[]> {
  const own = scopeOf(actor);
  const rows = (await listDocuments(db, own, { kind: "job" })).filter((row) => row.status === "ready");
  const work = new Map((await listWork(db, own)).map((row) => [row.documentId, row]));
  const members = await listMembers(db, scope, [...work.keys()]);
  const counts = await countStages(db, own);
  const taken = await listTaken(db, scope);
  return rows
    .map((row) => ({ documentId: row.id, title: row.title, taken: taken.has(row.id), work: workOf(work.get(row.id)) }))
    .sort((a, b) => a.title.localeCompare(b.title));

  function workOf(opening: OpeningRow | undefined): OpeningSummary["work"] {
    if (!opening) return null;
    const mine = counts.filter(({ openingId }) => openingId === opening.documentId);
    const stages = Object.fromEntries(STAGES.map((stage) => [stage, mine.find((one) => one.stage === stage)?.n ?? 0])) as Record<Stage, number>;
    const latest = Math.max(...mine.map((one) => one.latest.getTime()));
    return { state: opening.state, seats: opening.seats, openedAt: opening.openedAt.toISOString(), stages, latestAt: mine.length > 0 ? new Date(latest).toISOString() : null, members: (members.get(opening.documentId) ?? []).map(({ name }) => name) };
  }
}

/**
 * Begins recruiting for an opening: its text is read, and who does this is the first on its list.
 * @throws AppError "request/not-found" when it may not be read; "request/conflict" when somebody recruits for it already
 */
export async function takeUp({ db }: Pick<Services, "db">, actor: Actor, id: string, clock: Clock = systemClock): Promise<void> {
  const own = scopeOf(actor);
  const row = await findDocument(db, own, id);
  const text = row?.kind === "job" && row.status === "ready" ? await findDocumentText(db, own, id) : null;
  if (!row || !text) throw new AppError("request/not-found", "no readable opening");
  const at = new Date(clock.now());
  const reading = await readingNow(db);
  await db.transaction(async (tx) => {
    const requirements = readView(text.text, reading);
    if (!(await insertOpening(tx, own, { documentId: row.id, requirements, createdBy: actor.userId, openedAt: at }))) {
      throw new AppError("request/conflict", "somebody recruits for this opening already", { userMessage: "Someone else recruits for this opening already. Ask them or an HR lead to let you work on it." });
    }
    await putMember(tx, own, { openingId: row.id, userId: actor.userId, addedBy: actor.userId, at });
    await record(tx, actor, { action: "opening.taken-up", object: { kind: "document", id: row.id }, facts: {} });
  });
}

/** What an opening's text asks for, as it is stored. @param reading left out: as shipped */
export const readView = (text: string, reading: Partial<Reading> = {}): RequirementView[] => understandOpening(text, reading).requirements.map((one) => ({ ...one, any: [...one.any], source: one.source && { ...one.source } }));

/** The whole page; who is shown stands in the audit log first. @throws AppError "request/not-found" */
export async function openingPageOf(services: Needs, actor: Actor, id: string, clock: Clock = systemClock): Promise<OpeningPage> {
  const { db, encoder } = services;
  const own = scopeOf(actor);
  const opening = await requireWork(db, actor, id);
  const text = await findDocumentText(db, own, id);
  const standings = await standingsOf(services, opening, clock);
  const rows = await listApplications(db, own, opening.documentId);
  const places = new Map(standings.scores.map(({ applicationId, card }, i) => [applicationId, { card, rank: i + 1 }]));
  await record(db, actor, { action: "opening.read", object: { kind: "document", id: opening.documentId }, facts: { shown: rows.length, masked: rows.some((row) => isMasked(opening, row.stage)) } }, clock);
  const applications = await Promise.all(rows.map((row) => showApplication(db, own, { opening, row, placed: places.get(row.id) ?? { rank: null, card: null }, clock })));
  const members = (await listMembers(db, own, [opening.documentId])).get(opening.documentId) ?? [];
  const hiringManagers = (await listHiringManagers(db, own, new Date(clock.now()))).filter(({ openingId }) => openingId === opening.documentId);
  const { run } = standings;
  const current = await requireWork(db, actor, id);
  return {
    documentId: opening.documentId,
    title: opening.title,
    text: text?.text ?? "",
    state: opening.state,
    seats: opening.seats,
    openedAt: opening.openedAt.toISOString(),
    closedAt: opening.closedAt?.toISOString() ?? null,
    blindUntil: opening.blindUntil,
    suggested: opening.suggested,
    requirements: opening.requirements,
    revision: opening.revision,
    members: members.map(named),
    recruiters: (await listNamable(db, own, "recruiter")).map(named),
    hiringManagers: hiringManagers.map(({ userId, name, expiresAt }) => ({ userId, name, until: expiresAt.toISOString() })),
    accounts: (await listNamable(db, own, null)).map(named),
    pinned: current.pinned,
    current: await currentVersions(encoder),
    run: run && { id: run.id, number: run.number, revision: run.revision, reason: run.reason, at: run.at.toISOString(), by: run.by },
    applications: applications.sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || a.appliedAt.localeCompare(b.appliedAt)),
    skillNames: skillNames([...opening.requirements, ...opening.suggested]),
  };
}

const named = ({ userId, name }: { userId: UserId; name: string }) => ({ userId, name });

/** @throws AppError "request/not-found" */
export async function changeOpening({ db }: Pick<Services, "db">, actor: Actor, id: string, change: OpeningChangeRequest, clock: Clock = systemClock): Promise<void> {
  const opening = await requireWork(db, actor, id);
  const fields = [change.state !== undefined && ("state" as const), change.seats !== undefined && ("seats" as const), change.blindUntil !== undefined && ("blind" as const)].filter((field) => field !== false);
  const isOver = change.state === "filled" || change.state === "closed";
  await db.transaction(async (tx) => {
    await updateOpening(tx, scopeOf(actor), opening.documentId, {
      ...(change.state === undefined ? {} : { state: change.state, closedAt: isOver ? (opening.closedAt ?? new Date(clock.now())) : null }),
      ...(change.seats === undefined ? {} : { seats: change.seats }),
      ...(change.blindUntil === undefined ? {} : { blindUntil: change.blindUntil }),
    });
    await record(tx, actor, { action: "opening.changed", object: { kind: "document", id: opening.documentId }, facts: { fields } });
  });
}

/**
 * Lets a recruiter work on an opening, or no longer.
 * @throws AppError "request/not-found"; "request/invalid" for who is no recruiter; "request/conflict" when nobody would be left
 */
export async function changeMember({ db }: Pick<Services, "db">, actor: Actor, openingId: string, change: { userId: string; member: boolean }, clock: Clock = systemClock): Promise<void> {
  const opening = await requireWork(db, actor, openingId);
  const userId = change.userId as UserId;
  const place: { openingId: DocumentId; userId: UserId } = { openingId: opening.documentId, userId };
  await db.transaction(async (tx) => {
    if (change.member) {
      const open = await listNamable(tx, scope, "recruiter");
      if (!open.some((one) => one.userId === userId)) throw new AppError("request/invalid", "no such recruiter", { userMessage: "Only recruiters can be let in. Ask an administrator to give the role first." });
      await putMember(tx, scope, { ...place, addedBy: actor.userId, at: new Date(clock.now()) });
    } else {
      const members = (await listMembers(tx, scope, [opening.documentId])).get(opening.documentId) ?? [];
      if (members.length === 1) throw new AppError("request/conflict", "the last one on the list", { userMessage: "Someone has to work on this opening. Let another recruiter in first." });
      if (!(await removeMember(tx, scope, place))) throw new AppError("request/not-found", "not on the list");
    }
    await record(tx, actor, { action: change.member ? "opening.member-added" : "opening.member-removed", object: { kind: "document", id: opening.documentId }, facts: { to: userId } });
  });
}
