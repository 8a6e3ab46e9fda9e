/** @file What an asker sees of their own questions: states, and HR's reply as far as they may read its source now. */
import { listOwnAsks, markSeen, type OwnAsk } from "../../../db/queries/ask-hr";
import { findVerifiedById } from "../../../db/queries/verified-answers";
import type { Database } from "../../../db/client";
import type { HrReply, MyAsk } from "../../contracts/ask-hr";
import { detectLanguage } from "../../core/language";
import { scopeOf, systemScope, type ActorScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import type { Services } from "../services";
import { citationFor } from "../verified-answers/find";
import { suspendStale } from "../verified-answers/source";

const scope = systemScope("reply to an asker");

/** One's own, the latest first. Answered ones count as seen from now on. */
export async function ownAsks({ db }: Pick<Services, "db">, actor: Actor): Promise<MyAsk[]> {
  const own = scopeOf(actor);
  const asks = await listOwnAsks(db, own);
  await markSeen(db, own, asks.filter(({ item }) => item.state !== "waiting").map(({ ask }) => ask.id));
  return Promise.all(asks.map((asked) => view(db, actor, own, asked)));
}

async function view(db: Database, actor: Actor, own: ActorScope, { ask, item, conversationId }: OwnAsk): Promise<MyAsk> {
  return {
    id: ask.id,
    messageId: ask.messageId,
    conversationId,
    sent: { question: ask.question, language: detectLanguage(ask.question), name: ask.named ? actor.name : null, context: ask.context },
    sentAt: ask.createdAt.toISOString(),
    state: item.state,
    reply: item.answerId === null ? null : await replyFor(db, own, item.answerId),
    declinedBecause: item.declinedBecause,
    closedAt: item.closedAt?.toISOString() ?? null,
  };
}

async function replyFor(db: Database, own: ActorScope, id: string): Promise<HrReply | null> {
  const before = await findVerifiedById(db, scope, id);
  if (!before) return null;
  // What no longer stands must not be shown as verified, not even to those it was written for.
  const row = (await suspendStale(db, [before])).size > 0 ? await findVerifiedById(db, scope, id) : before;
  if (!row) return null;
  const common = { text: row.reply, verifiedAt: row.verifiedAt.toISOString() };
  if (row.state !== "serving") return { ...common, citation: null, source: "outdated" };
  if (row.documentId === null) return { ...common, citation: null, source: "none" };
  const citation = await citationFor(db, own, row);
  return { ...common, citation, source: citation ? "open" : "closed" };
}
