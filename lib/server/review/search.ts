/**
 * @file The right passage, by search: what the reviewer may read, nothing else. Résumés are left out whatever the reviewer's
 * roles: a question of the queue is answered by policies, courses and openings.
 */
import { findPassages } from "../../../db/queries/review-queue";
import type { Database } from "../../../db/client";
import type { ReviewPassage } from "../../contracts/review";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import type { KnowledgeBase } from "../../knowledge/retrieval/knowledge-base";
import type { ReadSide } from "../read-side";
import { itemFor } from "./item";
import { recordRestricted, toReviewPassage } from "./passages";

/** Passages returned at most. */
const FOUND = 8;

export interface SearchServices {
  readonly db: Database;
  readonly readSide: Pick<ReadSide, "mayRead"> & { readonly knowledge: Pick<KnowledgeBase, "retrieve"> };
}

/** Best first. @throws AppError "request/not-found" when the item is not open to this reviewer; "data/unavailable" */
export async function searchPassages({ db, readSide }: SearchServices, actor: Actor, search: { itemId: string; words: string }): Promise<{ passages: ReviewPassage[] }> {
  const scope = scopeOf(actor);
  const { item } = await itemFor(db, scope, search.itemId);
  const mayRead = readSide.mayRead(scope);
  const { passages } = await readSide.knowledge.retrieve(search.words, { k: FOUND, filter: (passage) => passage.kind !== "resume" && mayRead(passage) });
  const ids = passages.map(({ passage }) => passage.id);
  const rows = await findPassages(db, scope, ids);
  const ordered = ids.flatMap((id) => rows.find((row) => row.chunkId === id) ?? []);
  await recordRestricted(db, actor, { passages: ordered, itemId: item.id, place: "search" });
  return { passages: ordered.map((row) => toReviewPassage(row)) };
}
