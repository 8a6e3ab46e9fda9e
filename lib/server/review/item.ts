/**
 * @file One item as the reviewer sees it: the question, the answer that was given, passages to grade, what askers complained
 * of. Nobody's name, no passage that the reviewer may not read, no model score before the reviewer's own choice.
 */
import { findOwnJudgement, type JudgementRow } from "../../../db/queries/review-judgements";
import { findItem, findPassages, type ItemRow, type PassageRow } from "../../../db/queries/review-queue";
import type { Database } from "../../../db/client";
import { FEEDBACK_REASONS } from "../../contracts/chat";
import type { Answer } from "../../contracts/evidence";
import type { JudgementView, ReviewItem } from "../../contracts/review";
import { AppError } from "../../core/errors";
import { scopeOf, type ActorScope } from "../../core/scope";
import type { Actor, ChunkId } from "../../core/types";
import { sensitivity } from "../sensitive-topics/sensitive";
import { PASSAGES_SHOWN } from "./constants";
import { recordRestricted, toReviewPassage } from "./passages";

/**
 * Opens an item; reading restricted passages is recorded first.
 *
 * @throws AppError "request/not-found" when it does not exist, has a passage the reviewer may not read, or is their own
 */
export async function openItem(db: Database, actor: Actor, id: string): Promise<ReviewItem> {
  const scope = scopeOf(actor);
  const found = await itemFor(db, scope, id);
  const mine = await findOwnJudgement(db, scope, id);
  const shown = [...shownPassages(found, mine), ...(await foundBySearch(db, scope, found, mine))];
  await recordRestricted(db, actor, { passages: shown, itemId: found.item.id, place: "item" });
  const people = new Set(found.askers).size;
  const count = (verdict: "up" | "down") => new Set(found.ratings.filter((rating) => rating.verdict === verdict).map((rating) => rating.userId)).size;
  return {
    id: found.item.id,
    question: found.item.question,
    language: found.item.language,
    people,
    up: count("up"),
    down: count("down"),
    complaints: complaintsOf(found),
    comments: await commentsOf(db, found),
    outcome: found.item.outcome,
    answer: answerText(found),
    passages: shown.map((passage) => toReviewPassage(passage, found.answer?.citations ?? [])),
    mine: mine ? judgementView(mine) : null,
    demo: found.item.demo,
  };
}

/**
 * The item, if this reviewer may judge it: nobody judges a question of their own.
 * @throws AppError "request/not-found"
 */
export async function itemFor(db: Database, scope: ActorScope, id: string): Promise<ItemRow> {
  const found = await findItem(db, scope, id);
  if (!found || found.askers.includes(scope.userId)) throw new AppError("request/not-found", "no such review item for this person", { context: { id } });
  return found;
}

export function judgementView({ state, verdict, grades, note, flagged }: JudgementRow): JudgementView {
  return { state, verdict, grades: [...grades], note, flagged };
}

/** The first ones, whatever was quoted, and what the reviewer has graded already. */
function shownPassages({ passages }: ItemRow, mine: JudgementRow | null): ItemRow["passages"] {
  const graded = new Set(mine?.grades.map((grade) => grade.chunkId));
  return passages.filter((passage, index) => index < PASSAGES_SHOWN || passage.cited || graded.has(passage.chunkId));
}

/** Graded by the reviewer without standing in the item's own list: they come back with a draft, an undo, what was done before. */
async function foundBySearch(db: Database, scope: ActorScope, { passages }: ItemRow, mine: JudgementRow | null): Promise<PassageRow[]> {
  const own = new Set<string>(passages.map((passage) => passage.chunkId));
  const ids = (mine?.grades ?? []).map((grade) => grade.chunkId as ChunkId).filter((id) => !own.has(id));
  const rows = await findPassages(db, scope, ids);
  return ids.flatMap((id) => rows.find((row) => row.chunkId === id) ?? []);
}

function complaintsOf({ ratings }: ItemRow): ReviewItem["complaints"] {
  const given = ratings.flatMap((rating) => (rating.verdict === "down" ? rating.reasons : []));
  return FEEDBACK_REASONS.map((reason) => ({ reason, n: given.filter((other) => other === reason).length })).filter(({ n }) => n > 0);
}

/** A comment may be private where the question is not: those are left out, whatever the list of topics said when it was written. */
async function commentsOf(db: Database, { item, ratings }: ItemRow): Promise<string[]> {
  const comments = ratings.filter((rating) => rating.comment !== "");
  if (comments.length === 0) return [];
  const sensitive = await sensitivity(db);
  return comments.filter((rating) => rating.sent || !sensitive({ question: item.question, understoodAs: rating.comment })).map((rating) => rating.comment);
}

/** Null when a document it quotes is gone, or (by a change of readers) not among the passages that the reviewer may read. */
function answerText({ answer, passages }: ItemRow): string | null {
  if (answer === null) return null;
  const readable = new Set(passages.map((passage) => passage.documentId));
  return (answer satisfies Answer).citations.every((citation) => readable.has(citation.documentId)) ? answer.text : null;
}
