/**
 * @file Judging: a draft is kept as it is typed, a closed judgement is checked as a whole, the last ten can be reopened. On a
 * gold item the reviewer sees, after their own choice, what is known to be right.
 */
import { findReference, listUndoable, putJudgement, reopenJudgement, type JudgementRow } from "../../../db/queries/review-judgements";
import { findPassages, type ItemRow } from "../../../db/queries/review-queue";
import type { Database } from "../../../db/client";
import type { GoldResult, JudgementInput, JudgementReply } from "../../contracts/review";
import { AppError } from "../../core/errors";
import { scopeOf, type ActorScope } from "../../core/scope";
import type { Actor, ChunkId } from "../../core/types";
import { itemFor, judgementView } from "./item";

/**
 * Keeps a draft, closes or skips an item; over what the same reviewer had written before.
 *
 * @param serveVerified what makes a right answer serve close paraphrases at once; called for `verified` after it is stored
 * @throws AppError "request/not-found" as openItem; "request/invalid" naming what does not fit together
 */
export async function judge(db: Database, actor: Actor, id: string, input: JudgementInput, serveVerified: (item: ItemRow, judgement: JudgementRow) => Promise<boolean> = () => Promise.resolve(false)): Promise<JudgementReply> {
  const scope = scopeOf(actor);
  const found = await itemFor(db, scope, id);
  await checkGrades(db, scope, found, input);
  if (input.state === "done") checkComplete(input);
  const stored = await putJudgement(db, scope, { ...input, itemId: found.item.id, kind: "own", verdict: input.state === "skipped" ? null : input.verdict, durationMs: input.durationMs });
  const verified = input.state === "done" && input.verified ? ((await serveVerified(found, stored)) ? "served" : "not-possible") : null;
  return { judgement: judgementView(stored), gold: input.state === "done" ? await goldResultOf(db, scope, found, stored) : null, verified };
}

/** @throws AppError "request/invalid" */
function checkComplete({ verdict, grades }: JudgementInput): void {
  if (verdict === null) throw invalid("a closed judgement needs a verdict", "Choose a verdict first: grade a passage, or say that the documents do not answer this.");
  const best = Math.max(-1, ...grades.map((grade) => grade.relevance));
  if (verdict === "graded" && grades.length === 0) throw invalid("graded without a grade", "Grade at least one passage from 0 to 3, or say that the documents do not answer this.");
  if (verdict !== "graded" && best >= 2) throw invalid(`${verdict}, but a passage has grade ${best}`, "A passage is graded as part of the answer, so the question has one. Take that grade back, or submit the grades.");
}

/** Passages must be the item's, or found by search and readable; a marked answer lies within its passage. @throws AppError "request/invalid" */
export async function checkGrades(db: Database, scope: ActorScope, found: ItemRow, { grades }: JudgementInput): Promise<void> {
  if (new Set(grades.map((grade) => grade.chunkId)).size !== grades.length) throw invalid("a passage is graded twice", "A passage is graded twice. Reload the item.");
  const known = new Map<string, { start: number; end: number }>(found.passages.map((passage) => [passage.chunkId, passage]));
  const others = grades.map((grade) => grade.chunkId as ChunkId).filter((chunk) => !known.has(chunk));
  for (const passage of await findPassages(db, scope, others)) known.set(passage.chunkId, passage);
  for (const { chunkId, span } of grades) {
    const passage = known.get(chunkId);
    if (!passage) throw invalid("a graded passage is gone or not readable", "A passage that you graded is gone by now. Reload the item.");
    if (span && (span.start >= span.end || span.start < passage.start || span.end > passage.end)) throw invalid("the marked answer is outside of its passage", "The marked answer does not lie within its passage. Mark it again.");
  }
}

/** Null unless it is a gold item. @param mine a closed judgement */
async function goldResultOf(db: Database, scope: ActorScope, { item, passages }: ItemRow, mine: JudgementRow): Promise<GoldResult | null> {
  if (!item.gold || mine.verdict === null) return null;
  const reference = await findReference(db, scope, item.id);
  if (reference?.verdict == null) return null;
  const compared = reference.grades.flatMap((right) => {
    const passage = passages.find((other) => other.chunkId === right.chunkId);
    const own = mine.grades.find((grade) => grade.chunkId === right.chunkId);
    return passage ? [{ chunkId: right.chunkId, title: passage.title, mine: own?.relevance ?? null, reference: right.relevance, modelRank: passage.retrieved ? passage.rank : null }] : [];
  });
  const both = compared.filter((entry) => entry.mine !== null);
  return {
    itemId: item.id,
    question: item.question,
    verdict: { mine: mine.verdict, reference: reference.verdict },
    passages: compared,
    agreed: both.filter((entry) => entry.mine === entry.reference).length,
    compared: both.length,
  };
}

/**
 * Reopens the reviewer's last closed judgement as a draft.
 * @throws AppError "request/conflict" when there is none among the last ten
 */
export async function undoLast(db: Database, scope: ActorScope): Promise<{ itemId: string; undoable: number }> {
  const [last, ...rest] = await listUndoable(db, scope);
  if (!last) throw new AppError("request/conflict", "nothing to undo", { userMessage: "There is nothing left to undo: only the last ten items can be reopened." });
  await reopenJudgement(db, scope, last.id);
  return { itemId: last.itemId, undoable: rest.length };
}

const invalid = (message: string, userMessage: string) => new AppError("request/invalid", message, { userMessage });
