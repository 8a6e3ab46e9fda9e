/**
 * @file Shortlists: recruiters keep them with a reason for each person and share one with a named account for a time. The
 * holder sees the comparison only, with names hidden where that was chosen: no résumé, no channel, no notes, no consent.
 */
import { listApplications, type ApplicationRow } from "../../../db/queries/recruiting/applications";
import { findWork } from "../../../db/queries/recruiting/openings";
import { listScores } from "../../../db/queries/recruiting/score-runs";
import { endLink, findOwnLink, findShortlist, insertLink, insertShortlist, listAnswers, listEntries, listLinks, listShortlists, markOpened, putAnswer, putEntries, removeEntry, type ShortlistRow } from "../../../db/queries/recruiting/shortlists";
import { findSessionAccount } from "../../../db/queries/people";
import type { z } from "zod";
import type { answerRequest, putEntriesRequest, ShareRequest, ShortlistPage, ShortlistView } from "../../contracts/shortlists";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, ApplicationId, UserId } from "../../core/types";
import { coverWords } from "../../people/blind/mask-text";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import type { Services } from "../services";
import { isMasked, isTermOver, requireWork } from "./access";
import { standingsOf } from "./scores";
import { namesOf, showApplication } from "./shown";

type Needs = Pick<Services, "db" | "encoder">;
const scope = systemScope("shortlists");
const MAX_DAYS = 90;
const DAY_MS = 86_400_000;

/** @throws AppError "request/not-found" */
export async function shortlistsOf({ db }: Pick<Services, "db">, actor: Actor, openingId: string): Promise<ShortlistView[]> {
  const opening = await requireWork(db, actor, openingId);
  const lists = await listShortlists(db, scope, opening.documentId);
  const ids = lists.map(({ id }) => id);
  const [entries, links] = [await listEntries(db, scope, ids), await listLinks(db, scope, ids)];
  const answers = await listAnswers(db, scope, links.map(({ id }) => id));
  return lists.map((list) => {
    const own = links.filter(({ shortlistId }) => shortlistId === list.id);
    const said = (applicationId: ApplicationId) => own.flatMap((link) => answers.filter((one) => one.linkId === link.id && one.applicationId === applicationId).map((one) => ({ name: link.name, verdict: one.verdict, note: one.note })));
    return {
      id: list.id,
      name: list.name,
      createdAt: list.createdAt.toISOString(),
      entries: entries.filter(({ shortlistId }) => shortlistId === list.id).map((one) => ({ application: one.applicationId, reason: one.reason, by: one.by, at: one.at.toISOString(), answers: said(one.applicationId) })),
      shared: own.map((link) => ({ link: link.id, name: link.name, masked: link.masked, expiresAt: link.expiresAt.toISOString(), ended: link.revokedAt !== null, openedAt: link.firstOpenedAt?.toISOString() ?? null })),
    };
  });
}

/** @throws AppError "request/not-found"; "request/invalid" for a new list without a name */
export async function putOnShortlist({ db }: Pick<Services, "db">, actor: Actor, openingId: string, request: z.output<typeof putEntriesRequest>, clock: Clock = systemClock): Promise<string> {
  const opening = await requireWork(db, actor, openingId);
  const rows = await listApplications(db, scopeOf(actor), opening.documentId);
  const applications = new Set(rows.map(({ id }) => id));
  const over = new Set(rows.filter((row) => isTermOver(row, clock)).map(({ id }) => id));
  const ranked = opening.runId === null ? [] : (await listScores(db, scope, opening.runId)).filter(({ applicationId }) => !over.has(applicationId));
  const rankOf = (id: string): number | null => ranked.findIndex(({ applicationId }) => applicationId === id) + 1 || null;
  const entries = request.entries.map(({ application, reason }) => ({ applicationId: application as ApplicationId, reason, rank: rankOf(application) }));
  if (entries.some(({ applicationId }) => !applications.has(applicationId))) throw new AppError("request/not-found", "not all of these applied for this opening");
  if (request.shortlist === null && request.name === "") throw new AppError("request/invalid", "a shortlist without a name", { userMessage: "Give the shortlist a name." });
  const at = new Date(clock.now());
  return db.transaction(async (tx) => {
    const id = request.shortlist === null ? await insertShortlist(tx, scope, { openingId: opening.documentId, name: request.name, createdBy: actor.userId, at }) : (await requireList(tx, opening.documentId, request.shortlist)).id;
    await putEntries(tx, scope, { shortlistId: id, entries, runId: opening.runId, byId: actor.userId, at });
    await record(tx, actor, { action: "shortlist.changed", object: { kind: "shortlist", id }, facts: { opening: opening.documentId, shown: entries.length } });
    return id;
  });
}

/** @throws AppError "request/not-found" */
export async function takeOffShortlist({ db }: Pick<Services, "db">, actor: Actor, openingId: string, entry: { shortlist: string; application: string }): Promise<void> {
  const opening = await requireWork(db, actor, openingId);
  const list = await requireList(db, opening.documentId, entry.shortlist);
  await db.transaction(async (tx) => {
    if (!(await removeEntry(tx, scope, { shortlistId: list.id, applicationId: entry.application as ApplicationId }))) throw new AppError("request/not-found", "not on the shortlist");
    await record(tx, actor, { action: "shortlist.changed", object: { kind: "shortlist", id: list.id }, facts: { opening: opening.documentId, shown: 1 } });
  });
}

async function requireList(db: Services["db"], openingId: string, id: string): Promise<ShortlistRow> {
  const list = await findShortlist(db, scope, id);
  if (!list || list.openingId !== openingId) throw new AppError("request/not-found", "no such shortlist of this opening");
  return list;
}

/** @throws AppError "request/not-found"; "request/invalid" when the day is past or too far, or who is named has no account */
export async function shareShortlist({ db }: Pick<Services, "db">, actor: Actor, openingId: string, request: ShareRequest, clock: Clock = systemClock): Promise<string> {
  const opening = await requireWork(db, actor, openingId);
  const list = await requireList(db, opening.documentId, request.shortlist);
  const expiresAt = new Date(`${request.until}T23:59:59.999Z`);
  const days = (expiresAt.getTime() - clock.now()) / DAY_MS;
  if (!(days > 0 && days <= MAX_DAYS)) throw new AppError("request/invalid", "an end outside of the bounds", { userMessage: `Choose a day within the next ${MAX_DAYS} days.` });
  const holder = await findSessionAccount(db, scope, request.userId as UserId);
  if (!holder || holder.disabled) throw new AppError("request/invalid", "no such account", { userMessage: "Choose someone with an account. An administrator can invite them." });
  return db.transaction(async (tx) => {
    const link = await insertLink(tx, scope, { shortlistId: list.id, userId: holder.id, masked: request.masked, createdBy: actor.userId, at: new Date(clock.now()), expiresAt });
    await notify(tx, [{ userId: holder.id, kind: "shortlist.shared", words: { en: "A shortlist waits for your opinion.", zh: "有一份入围名单等待您的意见。" }, href: `/jobs/shared/${link}` }]);
    await record(tx, actor, { action: "shortlist.shared", object: { kind: "shortlist", id: list.id }, facts: { opening: opening.documentId, to: holder.id, until: expiresAt.toISOString(), masked: request.masked } });
    return link;
  });
}

/** @throws AppError "request/not-found" */
export async function endShare({ db }: Pick<Services, "db">, actor: Actor, openingId: string, linkId: string, clock: Clock = systemClock): Promise<void> {
  const opening = await requireWork(db, actor, openingId);
  const lists = await listShortlists(db, scope, opening.documentId);
  const link = (await listLinks(db, scope, lists.map(({ id }) => id))).find(({ id }) => id === linkId);
  if (!link) throw new AppError("request/not-found", "no such link of this opening");
  await db.transaction(async (tx) => {
    if (!(await endLink(tx, scope, linkId, new Date(clock.now())))) throw new AppError("request/not-found", "ended already");
    await record(tx, actor, { action: "shortlist.share-ended", object: { kind: "shortlist", id: link.shortlistId }, facts: { opening: opening.documentId, to: link.userId } });
  });
}

/** For its holder. @throws AppError "request/not-found" for anyone else, and when it has lapsed */
export async function sharedShortlist(services: Needs, actor: Actor, linkId: string, clock: Clock = systemClock): Promise<ShortlistPage> {
  const { db } = services;
  const { link, list, rows, opening } = await requireLink(db, actor, linkId, clock);
  const entries = await listEntries(db, scope, [list.id]);
  const answers = await listAnswers(db, scope, [link.id]);
  const standings = await standingsOf(services, opening, clock);
  await markOpened(db, scope, link.id, new Date(clock.now()));
  await record(db, actor, { action: "shortlist.opened", object: { kind: "shortlist", id: list.id }, facts: { shown: entries.length, masked: link.masked } }, clock);
  const hidden = rows.filter((row) => link.masked || isMasked(opening, row.stage));
  const names = (await Promise.all(hidden.map((row) => namesOf(db, row)))).flat();
  const people: ShortlistPage["people"] = [];
  for (const entry of entries) {
    const row = rows.find(({ id }) => id === entry.applicationId);
    if (!row || isTermOver(row, clock)) continue;
    const answer = answers.find(({ applicationId }) => applicationId === row.id);
    people.push({ application: await forHolder(db, { opening, row, clock, masked: link.masked, card: standings.scores.find(({ applicationId }) => applicationId === row.id)?.card ?? null }), reason: names.length > 0 ? coverWords(entry.reason, names) : entry.reason, verdict: answer?.verdict ?? null, note: answer?.note ?? "" });
  }
  const from = link.createdBy ? ((await findSessionAccount(db, scope, link.createdBy))?.name ?? null) : null;
  return { opening: opening.title, name: names.length > 0 ? coverWords(list.name, names) : list.name, from, masked: link.masked, expiresAt: link.expiresAt.toISOString(), people };
}

/** What is nobody else's business is left out: rank among all, channel, consent, notes, and the résumé itself. */
async function forHolder(db: Services["db"], { opening, row, clock, masked, card }: { clock: Clock; opening: Awaited<ReturnType<typeof requireWork>>; row: ApplicationRow; masked: boolean; card: Parameters<typeof showApplication>[2]["placed"]["card"] }) {
  const view = await showApplication(db, scope, { opening, row, placed: { rank: null, card }, clock, force: masked || isMasked(opening, row.stage) });
  return { ...view, person: { ...view.person, documentId: null }, channel: "other" as const, consent: "none" as const, keepUntil: null, termOver: false, reason: "", notes: 0, remindAt: null };
}

async function requireLink(db: Services["db"], actor: Actor, linkId: string, clock: Clock) {
  const link = await findOwnLink(db, scopeOf(actor), linkId, new Date(clock.now()));
  const list = link && (await findShortlist(db, scope, link.shortlistId));
  const opening = list && (await findWork(db, scope, list.openingId));
  if (!link || !list || !opening) throw new AppError("request/not-found", "no shortlist is shared with this person under this id");
  return { link, list, opening, rows: await listApplications(db, scope, opening.documentId) };
}

/** @throws AppError "request/not-found" likewise, and for who is not on the list or, past their term, not shown on it */
export async function answerShared({ db }: Pick<Services, "db">, actor: Actor, linkId: string, answer: z.output<typeof answerRequest>, clock: Clock = systemClock): Promise<void> {
  const { link, list, rows } = await requireLink(db, actor, linkId, clock);
  const shown = new Set(rows.filter((row) => !isTermOver(row, clock)).map(({ id }) => id));
  const entry = (await listEntries(db, scope, [list.id])).find(({ applicationId }) => applicationId === answer.application && shown.has(applicationId));
  if (!entry) throw new AppError("request/not-found", "not on this shortlist");
  await db.transaction(async (tx) => {
    // Ended between the look above and now: what comes too late is not kept.
    await requireLink(tx, actor, linkId, clock);
    await putAnswer(tx, scope, { linkId: link.id, applicationId: entry.applicationId, verdict: answer.verdict, note: answer.note, at: new Date(clock.now()) });
    if (link.createdBy) await notify(tx, [{ userId: link.createdBy, kind: "shortlist.answered", words: { en: "A hiring manager answered on your shortlist.", zh: "用人经理已对您的入围名单作出答复。" }, href: `/jobs/${list.openingId}?tab=shortlists` }]);
    await record(tx, actor, { action: "shortlist.answered", object: { kind: "shortlist", id: list.id }, facts: { application: entry.applicationId, verdict: answer.verdict } });
  });
}
