/**
 * @file HR's inbox: what waits, with how many people ask it, and answers whose source has changed. Views are made of what was
 * sent and nothing else: days, not times; a name only where the asker chose it; never an id of an asker.
 */
import { changeItem, countWaiting, getItem, listAnswerers, listItems, namesOf, separateAsk, type HrItem } from "../../../db/queries/ask-hr";
import { findVerifiedById, listVerified } from "../../../db/queries/verified-answers";
import type { Inbox, InboxChange, InboxItem } from "../../contracts/ask-hr";
import { AppError } from "../../core/errors";
import { detectLanguage } from "../../core/language";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, HrItemId, UserId } from "../../core/types";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import type { Services } from "../services";
import { dayOf, suspendAllStale } from "../verified-answers/source";
import { settlePublished } from "../verified-answers/settle";
import { viewAnswers } from "../verified-answers/view";

type Parts = Pick<Services, "db">;
const scope = systemScope("inbox");

/** @throws AppError "policy/forbidden" */
export async function inboxOf(services: Parts, actor: Actor, state: "waiting" | "answered" | "declined"): Promise<Inbox> {
  const { db } = services;
  const own = scopeOf(actor);
  await settlePublished(db);
  await suspendAllStale(db);
  const items = await listItems(db, own, { state });
  const answers = await viewAnswers(db, own, await listVerified(db, scope));
  const suspended = answers.filter((answer) => answer.state === "suspended");
  const { waiting, mine } = await countWaiting(db, own);
  return {
    items: await viewItems(services, actor, items),
    answers: [...suspended, ...answers.filter((answer) => answer.state !== "suspended")],
    counts: { waiting, mine, suspended: suspended.length },
    people: await listAnswerers(db, own),
  };
}

/** One item, opened: recorded. @throws AppError "request/not-found", "policy/forbidden" */
export async function openItem(services: Parts, actor: Actor, id: string): Promise<InboxItem> {
  const item = await getItem(services.db, scopeOf(actor), id);
  await record(services.db, actor, { action: "hr.opened", object: { kind: "hr-question", id: item.item.id }, facts: { phrasings: item.asks.length } });
  return viewItem(services, actor, item);
}

/** Gives an item to a colleague (who is told), or changes the note. @throws AppError "request/invalid" for someone who does not answer here */
export async function changeInboxItem(services: Parts, actor: Actor, id: string, change: InboxChange): Promise<InboxItem> {
  const { db } = services;
  const own = scopeOf(actor);
  const { item } = await getItem(db, own, id);
  const people = await listAnswerers(db, own);
  if (change.assigneeId && !people.some((person) => person.id === change.assigneeId)) {
    throw new AppError("request/invalid", "not someone who answers", { userMessage: "Only reviewers and HR leads can be given a question." });
  }
  await db.transaction(async (tx) => {
    await changeItem(tx, own, item.id, { ...(change.note === undefined ? {} : { note: change.note }), ...(change.assigneeId === undefined ? {} : { assigneeId: change.assigneeId as UserId | null }) });
    if (change.assigneeId === undefined) return;
    if (change.assigneeId !== null && change.assigneeId !== actor.userId) {
      const words = { en: `${actor.name} gave you a question in the inbox.`, zh: `${actor.name} 把收件箱中的一个问题交给了您。` };
      await notify(tx, [{ userId: change.assigneeId as UserId, kind: "hr.assigned", words, href: `/inbox?item=${item.id}` }]);
    }
    await record(tx, actor, { action: "hr.assigned", object: { kind: "hr-question", id: item.id }, facts: { to: change.assigneeId } });
  });
  return viewItem(services, actor, await getItem(db, own, id));
}

/** Takes a phrasing that asks something else out of its item. @throws AppError "request/not-found", "request/conflict" */
export async function separatePhrasing(services: Parts, actor: Actor, id: string, ref: number): Promise<void> {
  await services.db.transaction(async (tx) => {
    await separateAsk(tx, scopeOf(actor), id as HrItemId, ref);
    await record(tx, actor, { action: "hr.separated", object: { kind: "hr-question", id }, facts: {} });
  });
}

export async function viewItem(services: Parts, actor: Actor, item: HrItem): Promise<InboxItem> {
  const [view] = await viewItems(services, actor, [item]);
  if (!view) throw new AppError("request/not-found", "nobody asks this any more");
  return view;
}

async function viewItems({ db }: Parts, actor: Actor, items: readonly HrItem[]): Promise<InboxItem[]> {
  const own = scopeOf(actor);
  const names = await namesOf(db, own, items.flatMap(({ item }) => [item.assigneeId, item.closedBy].filter((id) => id !== null)));
  return Promise.all(
    items.flatMap(({ item, asks }) => {
      const [first] = asks;
      if (!first) return [];
      const phrasings = asks.map((ask, ref) => ({ ref, question: ask.question, language: detectLanguage(ask.question), name: ask.name, context: [...ask.context], askedOn: dayOf(ask.createdAt), sensitive: ask.sensitive }));
      return [answerOf(db, actor, item.answerId).then((answer) => ({
        id: item.id,
        state: item.state,
        question: first.question,
        language: item.language,
        count: asks.length,
        askedOn: dayOf(first.createdAt),
        sensitive: asks.some((ask) => ask.sensitive),
        phrasings,
        assignee: item.assigneeId === null ? null : { id: item.assigneeId, name: names.get(item.assigneeId) ?? "" },
        note: item.note,
        declinedBecause: item.declinedBecause,
        answer,
        closedAt: item.closedAt?.toISOString() ?? null,
        closedBy: item.closedBy === null ? null : (names.get(item.closedBy) ?? null),
      }))];
    }),
  );
}

async function answerOf(db: Services["db"], actor: Actor, id: string | null): Promise<InboxItem["answer"]> {
  const row = id === null ? null : await findVerifiedById(db, scope, id);
  return row ? ((await viewAnswers(db, scopeOf(actor), [row]))[0] ?? null) : null;
}
