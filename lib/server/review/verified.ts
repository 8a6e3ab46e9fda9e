/**
 * @file "Right, and verified": the reviewer's answer serves close paraphrases at once, as lib/server/verified-answers does it:
 * within permissions, marked as verified by HR, until its source changes.
 */
import type { JudgementRow } from "../../../db/queries/review-judgements";
import type { ItemRow } from "../../../db/queries/review-queue";
import type { Database } from "../../../db/client";
import { isAppError } from "../../core/errors";
import type { Actor, UserId } from "../../core/types";
import { record } from "../audit/record";
import { tellVerified } from "../learning/hr-receipts";
import { can } from "../policy";
import { verifyAnswer } from "../verified-answers/verify";

/** What a verified answer refuses by itself: too long, gone, or it does not hold any more. */
const NOT_POSSIBLE = new Set(["request/invalid", "request/conflict", "request/not-found"]);

/**
 * @returns what `judge` calls once the judgement is stored: true when it serves now, false when its passage cannot
 */
export function serveVerified(db: Database, actor: Actor): (item: ItemRow, judgement: JudgementRow) => Promise<boolean> {
  return async ({ item, passages, askers }, { grades }) => {
    if (!can(actor, "hr:answer")) return false;
    const right = grades.find((grade) => grade.relevance === 3 && grade.span !== null);
    const passage = passages.find((candidate) => candidate.chunkId === right?.chunkId);
    if (!right?.span || !passage) return false;
    const { span } = right;
    try {
      await db.transaction(async (tx) => {
        await verifyAnswer(tx, actor, { question: item.question, reply: "", passage: { documentId: passage.documentId, ...span }, shared: true, audience: [] });
        await record(tx, actor, { action: "hr.answered", object: { kind: "review", id: item.id }, facts: { passage: true, shared: true, people: askers.length } });
        await tellVerified(tx, askers as UserId[], actor.userId);
      });
      return true;
    } catch (error) {
      if (isAppError(error) && NOT_POSSIBLE.has(error.code)) return false;
      throw error;
    }
  };
}
