/**
 * @file Sending a question to HR. What is previewed is what is sent: both are made by `sentOf`, and a send whose digest is
 * not the previewed one is refused. Who sent it is in no audit line unless they chose to be named.
 */
import { addAsk, listWaitingPhrasings, withdrawAsk } from "../../../db/queries/ask-hr";
import { findQuestion, recentTurns } from "../../../db/queries/chat";
import { MATCH_LIMITS } from "../../assistant/verified/match-weights";
import { readQuestion } from "../../assistant/verified/pair-features";
import { sameQuestion } from "../../assistant/verified/verified-answers";
import { askHrPreview, type AskHrDraft, type AskHrPreview, type AskHrSend, type SentQuestion } from "../../contracts/ask-hr";
import { canonicalJson } from "../../core/canonical-json";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { detectLanguage } from "../../core/language";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, HrItemId, Language, MessageId } from "../../core/types";
import { record, type AuditSubject } from "../audit/record";
import { sensitiveTopicsOf, topicMatcher } from "../sensitive-topics/sensitive";
import type { Services } from "../services";

/** Earlier questions of the chat that can be sent along. */
const CONTEXT_TURNS = 5;
type Parts = Pick<Services, "db">;

/** @throws AppError "request/not-found" when the answer is not this person's */
export async function previewAsk(services: Parts, actor: Actor, draft: AskHrDraft): Promise<AskHrPreview> {
  const { sent, earlier } = await sentOf(services, actor, draft);
  const touched = (await topicMatcher(services.db))([sent.question, ...sent.context].join("\n"));
  const { topics } = await sensitiveTopicsOf(services.db);
  return askHrPreview.parse({ sent, digest: digestOf(sent), earlier: earlier.length, topics: topics.filter((topic) => touched.includes(topic.id)).map((topic) => topic.name) });
}

/**
 * Sends it: into an item of its own, or into the waiting one that asks the same.
 *
 * @throws AppError "request/conflict" when it is not what was previewed, or was sent before; "request/not-found"
 */
export async function sendAsk(services: Parts, actor: Actor, request: AskHrSend): Promise<{ id: string }> {
  const { sent } = await sentOf(services, actor, request);
  if (digestOf(sent) !== request.digest) {
    throw new AppError("request/conflict", "not what was previewed", { userMessage: "What would be sent has changed since the preview. Look at it again, then send." });
  }
  const sensitive = (await topicMatcher(services.db))([sent.question, ...sent.context].join("\n")).length > 0;
  const itemId = await equalItem(services, sent.question, sent.language);
  return services.db.transaction(async (tx) => {
    const { askId, itemId: item } = await addAsk(tx, scopeOf(actor), {
      itemId,
      messageId: request.messageId as MessageId,
      question: sent.question,
      language: sent.language,
      context: sent.context,
      named: sent.name !== null,
      sensitive,
    });
    await record(tx, subjectOf(actor, sent.name !== null), { action: "hr.sent", object: { kind: "hr-question", id: item }, facts: { named: sent.name !== null, context: sent.context.length > 0 } });
    return { id: askId };
  });
}

/** @throws AppError "request/not-found", "request/conflict" when it was dealt with meanwhile */
export async function takeBackAsk({ db }: Pick<Services, "db">, actor: Actor, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const { itemId, named } = await withdrawAsk(tx, scopeOf(actor), id);
    await record(tx, subjectOf(actor, named), { action: "hr.withdrawn", object: { kind: "hr-question", id: itemId }, facts: { named } });
  });
}

/** A line that named the sender would name them to every HR lead. */
const subjectOf = (actor: Actor, named: boolean): AuditSubject => (named ? actor : { type: "nobody", address: null });

async function sentOf({ db }: Parts, actor: Actor, draft: AskHrDraft): Promise<{ sent: SentQuestion; earlier: readonly string[] }> {
  const scope = scopeOf(actor);
  const { conversationId, questionId } = await findQuestion(db, scope, draft.messageId as MessageId);
  const earlier = (await recentTurns(db, scope, { conversationId, before: questionId, limit: CONTEXT_TURNS })).map((turn) => turn.question);
  const sent = { question: draft.question, language: detectLanguage(draft.question), name: draft.withName ? actor.name : null, context: draft.withContext ? earlier : [] };
  return { sent, earlier };
}

const digestOf = (sent: SentQuestion): string => sha256(canonicalJson(sent));

/** The waiting item of the same question; null when there is none that is surely the same. */
async function equalItem({ db }: Parts, question: string, language: Language): Promise<HrItemId | null> {
  const waiting = await listWaitingPhrasings(db, systemScope("group questions"), language);
  if (waiting.length === 0) return null;
  const exact = waiting.find((other) => folded(other.question) === folded(question));
  if (exact) return exact.itemId;
  const asked = readQuestion(question);
  const rated = waiting.map((other) => ({ itemId: other.itemId, probability: sameQuestion(asked, readQuestion(other.question)) }));
  const best = rated.reduce((top, next) => (next.probability > top.probability ? next : top), { itemId: null as HrItemId | null, probability: 0 });
  return best.probability >= MATCH_LIMITS[language].group ? best.itemId : null;
}

const folded = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/[\s\p{P}]+/gu, " ").trim();
