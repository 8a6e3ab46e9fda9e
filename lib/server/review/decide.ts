/**
 * @file Deciding: what holds where reviewers differ, which items check reviewers, who is given what. A decision takes the
 * place of what reviewers said, for training as well, and leaves a line in the audit log.
 */
import { assignItem, findOwnJudgement, findReference, listClosedJudgements, putJudgement, setGold, type JudgementRow } from "../../../db/queries/review-judgements";
import { findItem, listDisagreements, listGoldCandidates, type ItemRow } from "../../../db/queries/review-queue";
import { listAccounts } from "../../../db/queries/people";
import type { Database } from "../../../db/client";
import type { Grade } from "../../contracts/review";
import type { DisagreementView, DisagreementsView, ReferenceInput } from "../../contracts/review-trust";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, UserId } from "../../core/types";
import { record } from "../audit/record";
import { can } from "../policy";
import { itemFor, openItem } from "./item";
import { checkGrades } from "./judge";

const MOST_CANDIDATES = 10_000;

/** What nobody has decided yet. */
export async function disagreementsFor(db: Database, actor: Actor): Promise<DisagreementsView> {
  return { items: await listDisagreements(db, scopeOf(actor)) };
}

/** One of them with what each reviewer said, under letters. @throws AppError "request/not-found" */
export async function openDisagreement(db: Database, actor: Actor, id: string): Promise<DisagreementView> {
  const item = await openItem(db, actor, id);
  const found = await itemOf(db, actor, id);
  const judgements = await listClosedJudgements(db, scopeOf(actor), [found.item.id]);
  return {
    item,
    judgements: judgements.flatMap(({ verdict, reviewerId, grades, note }, index) => (verdict === null ? [] : [{ reviewer: String.fromCharCode(65 + index), isMe: reviewerId === actor.userId, verdict, grades: [...grades], note }])),
  };
}

/**
 * Says what holds for an item from now on; never for a question of one's own.
 * @throws AppError "request/not-found"; "request/invalid" as a judgement
 */
export async function decide(db: Database, actor: Actor, id: string, input: ReferenceInput): Promise<void> {
  const scope = scopeOf(actor);
  const found = await itemFor(db, scope, id);
  await checkGrades(db, scope, found, { ...input, state: "done", flagged: false, durationMs: 0, verified: false });
  await db.transaction(async (tx) => {
    await putJudgement(tx, scope, { itemId: found.item.id, kind: "reference", state: "done", verdict: input.verdict, grades: input.grades, note: input.note, flagged: false, durationMs: null });
    await setGold(tx, scope, found.item.id, input.gold);
    await record(tx, actor, { action: "review.adjudicated", object: { kind: "review", id: found.item.id }, facts: { verdict: input.verdict } });
  });
}

/**
 * Makes an item check reviewers, or no longer. Without a decision by an HR lead it must be one on which at least two agree;
 * what they agree on becomes the reference.
 *
 * @throws AppError "request/not-found"; "request/conflict" when there is nothing that it could be checked against
 */
export async function changeGold(db: Database, actor: Actor, id: string, gold: boolean): Promise<void> {
  const scope = scopeOf(actor);
  const { item } = await itemFor(db, scope, id);
  if (!can(actor, "review:manage") && (await findOwnJudgement(db, scope, item.id))?.state !== "done") {
    throw new AppError("policy/forbidden", "an item that one has not judged", { userMessage: "Judge the item yourself first: only then can you make it check others." });
  }
  const reference = await findReference(db, scope, item.id);
  const agreed = reference ? null : await agreedOn(db, actor, item.id);
  if (gold && !reference && !agreed) {
    throw new AppError("request/conflict", "no two reviewers agree on this item", { userMessage: "Only an item on which at least two reviewers agree can check others. Judge it with a second reviewer, or decide it first." });
  }
  await db.transaction(async (tx) => {
    if (gold && agreed) await putJudgement(tx, scope, { itemId: item.id, kind: "reference", state: "done", verdict: agreed.verdict, grades: agreed.grades, note: "", flagged: false, durationMs: null });
    await setGold(tx, scope, item.id, gold);
    await record(tx, actor, { action: "review.gold-changed", object: { kind: "review", id: item.id }, facts: { gold } });
  });
}

/** The verdict that all gave, and of each passage the lower middle of the grades; null without two, or where they differ. */
async function agreedOn(db: Database, actor: Actor, id: ItemRow["item"]["id"]): Promise<{ verdict: NonNullable<JudgementRow["verdict"]>; grades: Grade[] } | null> {
  const candidates = await listGoldCandidates(db, scopeOf(actor), MOST_CANDIDATES);
  if (!candidates.some((candidate) => candidate.id === id)) return null;
  const judgements = await listClosedJudgements(db, scopeOf(actor), [id]);
  const verdict = judgements[0]?.verdict;
  if (judgements.length < 2 || verdict == null) return null;
  const byChunk = new Map<string, Grade[]>();
  for (const grade of judgements.flatMap((judgement) => judgement.grades)) byChunk.set(grade.chunkId, [...(byChunk.get(grade.chunkId) ?? []), grade]);
  const grades = [...byChunk.values()].flatMap((given) => {
    const sorted = [...given].sort((a, b) => a.relevance - b.relevance);
    const middle = sorted[(sorted.length - 1) >> 1];
    return given.length > 1 && middle ? [{ ...middle, found: false }] : [];
  });
  return { verdict, grades };
}

/** Gives an item to a reviewer, or takes it back. @throws AppError "request/not-found"; "request/invalid" when that person cannot judge it */
export async function assign(db: Database, actor: Actor, id: string, to: { reviewerId: string; assigned: boolean }): Promise<void> {
  const { item } = await itemOf(db, actor, id);
  const reviewer = (await reviewers(db)).find((account) => account.id === to.reviewerId);
  const theirs = reviewer ? await findItem(db, scopeOf({ userId: reviewer.id, roles: reviewer.roles }), id) : null;
  if (!reviewer || !theirs || theirs.askers.includes(reviewer.id)) {
    throw new AppError("request/invalid", "not a reviewer who may judge this item", { userMessage: "This item cannot be given to that person: they are no reviewer, may not read one of its documents, or it is their own question." });
  }
  await db.transaction(async (tx) => {
    await assignItem(tx, scopeOf(actor), { itemId: item.id, reviewerId: reviewer.id, assigned: to.assigned });
    await record(tx, actor, { action: "review.assigned", object: { kind: "review", id: item.id }, facts: { to: reviewer.id, assigned: to.assigned } });
  });
}

/** Accounts that may judge, by name. */
export async function reviewers(db: Database): Promise<{ id: UserId; name: string; roles: Actor["roles"] }[]> {
  const accounts = await listAccounts(db, systemScope("review assignment"));
  return accounts.filter((account) => !account.disabled && can({ userId: account.id, roles: account.roles }, "review:judge")).map(({ id, name, roles }) => ({ id, name, roles }));
}

async function itemOf(db: Database, actor: Actor, id: string): Promise<ItemRow> {
  const found = await findItem(db, scopeOf(actor), id);
  if (!found) throw new AppError("request/not-found", "no such review item for this person", { context: { id } });
  return found;
}
