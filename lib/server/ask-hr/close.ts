/**
 * @file Closing an item: with an answer that HR stands for, or declined with a reason. Everyone who asked is told; item,
 * answer, notifications and audit line are one transaction.
 */
import { askersOf, changeItem, getItem } from "../../../db/queries/ask-hr";
import { findDocument } from "../../../db/queries/documents";
import type { HrAnswer, InboxItem } from "../../contracts/ask-hr";
import type { Database } from "../../../db/client";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, HrItemId, Principal } from "../../core/types";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import type { Services } from "../services";
import { verifyAnswer } from "../verified-answers/verify";
import { viewItem } from "./inbox";

type Parts = Pick<Services, "db">;
const EVERY_EMPLOYEE: Principal = "role:employee";

const ANSWERED = { en: "HR has answered your question.", zh: "人力资源部已答复您的问题。" };
const DECLINED = { en: "HR has closed your question without an answer, and says why.", zh: "人力资源部未作答复并结束了您的问题，附有说明。" };

/** @throws AppError as verifyAnswer; "request/conflict" when somebody else was faster, or not every employee may read the passage */
export async function answerItem(services: Parts, actor: Actor, id: string, answer: HrAnswer): Promise<InboxItem> {
  const { db } = services;
  const own = scopeOf(actor);
  const { item } = await getItem(db, own, id);
  if (answer.passage) await assertOpenToAll(db, actor, answer.passage.documentId);
  await db.transaction(async (tx) => {
    const verified = await verifyAnswer(tx, actor, { ...answer, audience: answer.audience as Principal[] });
    await changeItem(tx, own, item.id, { state: "answered", answerId: verified.id, closedBy: actor.userId, closedAt: new Date() });
    const people = await tell(tx, item.id, { kind: "hr.answered", words: ANSWERED });
    await record(tx, actor, { action: "hr.answered", object: { kind: "hr-question", id: item.id }, facts: { passage: answer.passage !== null, shared: answer.shared, people } });
  });
  return viewItem(services, actor, await getItem(db, own, id));
}

/** @throws AppError "request/conflict" when somebody else was faster */
export async function declineItem(services: Parts, actor: Actor, id: string, reason: string): Promise<InboxItem> {
  const { db } = services;
  const own = scopeOf(actor);
  const { item } = await getItem(db, own, id);
  await db.transaction(async (tx) => {
    await changeItem(tx, own, item.id, { state: "declined", declinedBecause: reason, closedBy: actor.userId, closedAt: new Date() });
    const people = await tell(tx, item.id, { kind: "hr.declined", words: DECLINED });
    await record(tx, actor, { action: "hr.declined", object: { kind: "hr-question", id: item.id }, facts: { people } });
  });
  return viewItem(services, actor, await getItem(db, own, id));
}

async function tell(tx: Database, itemId: HrItemId, { kind, words }: { kind: string; words: { en: string; zh: string } }): Promise<number> {
  const askers = await askersOf(tx, systemScope("tell askers"), itemId);
  await notify(tx, askers.map(({ userId, conversationId }) => ({ userId, kind, words, href: conversationId === null ? "/inbox/mine" : `/chat/${conversationId}` })));
  return askers.length;
}

/**
 * A passage answers people whom HR does not know: so every employee must be able to read it. Checking the askers
 * themselves would tell HR something about them.
 */
async function assertOpenToAll(db: Database, actor: Actor, documentId: string): Promise<void> {
  const document = await findDocument(db, scopeOf(actor), documentId);
  if (!document) throw new AppError("request/not-found", "no readable document", { context: { documentId } });
  if (document.acl.includes(EVERY_EMPLOYEE)) return;
  throw new AppError("request/conflict", "not open to every employee", { userMessage: "Not every employee may read this document, so its passage cannot answer people who are not named. Write the answer in your own words." });
}
