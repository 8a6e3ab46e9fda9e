/** @file A person's saved searches: kept, listed with what they found, deleted. What they find is told by clock.ts. */
import { deleteSearch, insertSearch, listSearches, takeHits } from "../../../db/queries/recruiting/saved-searches";
import type { SavedSearch } from "../../contracts/saved-searches";
import { systemClock, type Clock } from "../../core/clock";
import { AppError } from "../../core/errors";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record, shownDocuments } from "../audit/record";
import type { Services } from "../services";

type Needs = Pick<Services, "db">;
const MOST = 30;

export async function savedSearchesOf({ db }: Needs, actor: Actor): Promise<SavedSearch[]> {
  return (await listSearches(db, scopeOf(actor))).map(({ id, name, request, unseen, hits }) => ({ id, name, request, unseen, hits }));
}

/** @throws AppError "request/conflict" above thirty */
export async function saveSearch({ db }: Needs, actor: Actor, search: { name: string; request: string }, clock: Clock = systemClock): Promise<void> {
  if ((await listSearches(db, scopeOf(actor))).length >= MOST) throw new AppError("request/conflict", "too many saved searches", { userMessage: `You have ${MOST} saved searches. Delete one first.` });
  await insertSearch(db, scopeOf(actor), { userId: actor.userId, ...search, at: new Date(clock.now()) });
}

/** @throws AppError "request/not-found" */
export async function forgetSearch({ db }: Needs, actor: Actor, id: string): Promise<void> {
  if (!(await deleteSearch(db, scopeOf(actor), id))) throw new AppError("request/not-found", "no such search of this person's");
}

/** What one search found; seeing it marks it as seen. */
export async function hitsOf({ db }: Needs, actor: Actor, id: string, clock: Clock = systemClock) {
  const hits = await takeHits(db, scopeOf(actor), id, new Date(clock.now()));
  await record(db, actor, { action: "candidates.searched", object: { kind: "document", id: null }, facts: { ...shownDocuments(hits.map(({ documentId }) => documentId)), place: "candidates" } });
  return hits.map(({ at, ...hit }) => ({ ...hit, at: at.toISOString() }));
}
