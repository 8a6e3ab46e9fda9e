/**
 * @file From a rating to the review queue. What an asker rated or sent becomes an item, without their name; what touches a
 * sensitive topic, and what goes past one person's daily share, stays theirs until they send it. Taking a rating back takes
 * the question back.
 */
import type { Database } from "../../../db/client";
import { putFeedback, removeFeedback } from "../../../db/queries/feedback";
import { addReviewSource, countRecentSources, listOwnSourceStates, withdrawReviewSource } from "../../../db/queries/review-sources";
import type { FeedbackRequest, FeedbackView, ReviewStanding } from "../../contracts/chat";
import { standingOf } from "../../contracts/review";
import type { Encoder } from "../../core/encoder";
import { AppError } from "../../core/errors";
import type { ActorScope } from "../../core/scope";
import type { FeedbackId, MessageId } from "../../core/types";
import { isModuleOn } from "../modules/state";
import { isSensitive } from "../sensitive-topics/sensitive";
import { askedOf, type Asked } from "./asked";
import { QUEUED_PER_PERSON_PER_DAY } from "./constants";
import { findSameItem } from "./find-same-item";

/** What this needs of the services; a part of them, so that tests can give theirs. */
export interface SignalServices {
  readonly db: Database;
  readonly encoder: Encoder;
}

const DAY_MS = 86_400_000;

/**
 * Stores a thumb and, where it may, puts the question into the queue; both or neither.
 *
 * @throws AppError as putFeedback; "data/unavailable" when the list of sensitive topics cannot be read
 */
export async function rateAnswer({ db, encoder }: SignalServices, actor: ActorScope, request: FeedbackRequest): Promise<FeedbackView> {
  const asked = await askedOf(db, actor, request.messageId as MessageId);
  // Switched off, nobody reviews: the thumb stays with the answer.
  const isReviewed = await isModuleOn(db, "learning");
  const queues = isReviewed && asked !== null && request.target.type !== "candidate" && (await mayQueue(db, actor, asked, request.verdict === "down" ? request.comment : ""));
  const itemId = queues ? await findSameItem(db, encoder, asked.forItem.item) : null;
  return db.transaction(async (tx) => {
    const stored = await putFeedback(tx, actor, request);
    if (queues) await addReviewSource(tx, actor, { messageId: asked.messageId, itemId, state: "rated", ...asked.forItem });
    // A comment that was added to an earlier thumb may have made it private.
    else if (asked) await withdrawReviewSource(tx, actor, asked.messageId, { though: "rated" });
    const states = await listOwnSourceStates(tx, actor, { messageId: request.messageId as MessageId });
    return { ...stored, review: standingOf(isReviewed ? asked?.forItem.item.outcome : undefined, states.get(request.messageId as MessageId)) };
  });
}

/** Takes a thumb back, and the question out of the queue unless another rating of it stands. @throws AppError "request/not-found" */
export async function undoAnswerRating(db: Database, actor: ActorScope, id: FeedbackId): Promise<void> {
  await db.transaction(async (tx) => {
    const { messageId } = await removeFeedback(tx, actor, id);
    await withdrawReviewSource(tx, actor, messageId);
  });
}

/**
 * The asker sends an answer of their own to the reviewers, whatever it touches.
 *
 * @throws AppError "request/not-found" when it is not theirs; "request/invalid" when nobody could judge it by documents;
 *   "auth/rate-limited" past the daily share
 */
export async function sendToReview({ db, encoder }: SignalServices, actor: ActorScope, messageId: MessageId): Promise<ReviewStanding> {
  const asked = await askedOf(db, actor, messageId);
  if (asked === null) throw new AppError("request/invalid", "this answer cannot be reviewed", { userMessage: "Reviewers work with policies and courses; this answer is of another kind and cannot be sent to them." });
  if ((await countRecentSources(db, actor, dayAgo())) >= QUEUED_PER_PERSON_PER_DAY) {
    throw new AppError("auth/rate-limited", "the daily share of sent questions is used up", { userMessage: `You have sent ${QUEUED_PER_PERSON_PER_DAY} questions to the reviewers within a day. Send more tomorrow.` });
  }
  const itemId = await findSameItem(db, encoder, asked.forItem.item);
  await db.transaction((tx) => addReviewSource(tx, actor, { messageId, itemId, state: "sent", ...asked.forItem }));
  return "queued";
}

/** A comment is shown to reviewers too: what is private in it keeps the whole rating private. */
async function mayQueue(db: Database, actor: ActorScope, asked: Asked, comment: string): Promise<boolean> {
  const state = (await listOwnSourceStates(db, actor, { messageId: asked.messageId })).get(asked.messageId);
  if (state === "sent") return true;
  if (await isSensitive(db, { question: asked.question, wasSensitive: asked.wasSensitive, understoodAs: [asked.understoodAs, comment].filter(Boolean).join("\n") })) return false;
  return state === "rated" || (await countRecentSources(db, actor, dayAgo())) < QUEUED_PER_PERSON_PER_DAY;
}

const dayAgo = () => new Date(Date.now() - DAY_MS);
