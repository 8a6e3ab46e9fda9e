/**
 * @file An answered question of somebody's own chat as the review queue would take it: the question as understood, and the
 * passages that were retrieved or quoted.
 */
import type { Database } from "../../../db/client";
import { ownMessage } from "../../../db/queries/chat";
import type { ItemPassage, NewReviewItem } from "../../../db/queries/review-sources";
import type { Answer, RetrievedPassage } from "../../contracts/evidence";
import { REVIEWABLE } from "../../contracts/review";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";
import { detectLanguage } from "../../core/language";
import type { ActorScope } from "../../core/scope";
import type { ChunkId, DocumentId, EncoderVersion, MessageId, ReviewItemId } from "../../core/types";
import { SHARES } from "./constants";
import { questionKey } from "./same-question";

/** An answered question, ready to become an item. */
export interface Asked {
  readonly messageId: MessageId;
  readonly question: string;
  readonly understoodAs: string | null;
  /** It was private when it was asked. */
  readonly wasSensitive: boolean;
  readonly forItem: { readonly item: NewReviewItem; readonly passages: readonly ItemPassage[] };
}

/** Null: an answer that reviewers cannot judge. @throws AppError "request/not-found" when it is not this person's */
export async function askedOf(db: Database, actor: ActorScope, messageId: MessageId): Promise<Asked | null> {
  const message = await ownMessage(db, actor, messageId);
  if (message.role !== "assistant" || message.answer === null || !REVIEWABLE.has(message.answer.outcome) || message.state === "pending") return null;
  const typed = await ownMessage(db, actor, message.questionId ?? message.id);
  const { answer } = message;
  const question = answer.understoodAs ?? typed.text;
  const id = newId<ReviewItemId>();
  const item: NewReviewItem = {
    id,
    question,
    questionKey: questionKey(question),
    language: detectLanguage(question),
    outcome: answer.outcome,
    confidence: answer.confidence,
    encoderVersion: message.encoderVersion ?? ("" as EncoderVersion),
    needed: neededFor(id),
    lot: fraction(`${id}:lot`),
    demo: false,
  };
  return { messageId, question: typed.text, understoodAs: answer.understoodAs, wasSensitive: typed.sensitive, forItem: { item, passages: passagesOf(answer, message.retrieved ?? []) } };
}

/** The retrieved ones, and what was quoted from outside of the list. */
function passagesOf(answer: Answer, retrieved: readonly RetrievedPassage[]): ItemPassage[] {
  const cited = new Map(answer.citations.flatMap((citation) => (citation.chunkId ? [[citation.chunkId, citation.documentId] as const] : [])));
  const listed = retrieved.map((passage): ItemPassage => ({ chunkId: passage.chunkId as ChunkId, documentId: passage.documentId as DocumentId, cited: cited.has(passage.chunkId), retrieved: passage }));
  const known = new Set(retrieved.map((passage) => passage.chunkId));
  const others = [...cited].filter(([chunkId]) => !known.has(chunkId)).map(([chunkId, documentId]): ItemPassage => ({ chunkId: chunkId as ChunkId, documentId: documentId as DocumentId, cited: true, retrieved: null }));
  return [...listed, ...others];
}

/** 1, 2 or 3, drawn from the item's id: the same on every machine. */
export function neededFor(id: string): number {
  const draw = fraction(`${id}:needed`);
  return draw < SHARES.third ? 3 : draw < SHARES.third + SHARES.second ? 2 : 1;
}

/** [0, 1) from a text, evenly. */
export function fraction(text: string): number {
  return Number.parseInt(sha256(text).slice(0, 12), 16) / 2 ** 48;
}
