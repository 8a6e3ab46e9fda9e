/** @file One test question under two versions, side by side: ranked anew, with what the reader may read. */
import { rightPassagesOf } from "../../../db/queries/feedback-receipts";
import { findVersion, listComparisons } from "../../../db/queries/model-versions";
import { POLICY_KINDS } from "../../assistant/tools/find-answer";
import type { ComparisonList, RankingsView } from "../../contracts/learning";
import { dayOf } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, ReviewItemId } from "../../core/types";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import type { Services } from "../services";
import { searchedPassages } from "./searched";

const scope = systemScope("comparison of versions");
const SHOWN = 8;

type CompareServices = Pick<Services, "db" | "readSide" | "learning">;

/** Questions that were deleted since, or that this reader may not open in the queue, are counted only. @throws AppError "request/not-found" */
export async function comparisonsOf({ db }: Pick<Services, "db">, actor: Actor, id: string): Promise<ComparisonList> {
  const version = await findVersion(db, scope, id);
  if (!version) throw new AppError("request/not-found", `there is no version ${id}`);
  const found = await listComparisons(db, scopeOf(actor), version.id);
  const change = ({ before, after }: { before: number | null; after: number | null }) => Math.abs(1 / (after ?? Infinity) - 1 / (before ?? Infinity));
  const questions = found.map(({ itemId, ...rest }) => ({ item: itemId, ...rest })).sort((a, b) => change(b) - change(a));
  return { questions, gone: Math.max(0, version.gate.own.questions - questions.length) };
}

/** @throws AppError "request/not-found", "registry/unusable" */
export async function rankingsOf(services: CompareServices, actor: Actor, { id, item }: { id: string; item: string }): Promise<RankingsView> {
  const { db, learning } = services;
  const version = await findVersion(db, scope, id);
  const asked = version && (await listComparisons(db, scopeOf(actor), version.id)).find(({ itemId }) => itemId === item);
  if (!version || !asked) throw new AppError("request/not-found", `version ${id} was not tested with ${item}`);
  const right = version.snapshotId ? ((await rightPassagesOf(db, scope, version.snapshotId)).get(item as ReviewItemId) ?? []) : [];
  const rank = ranker(services, actor, { question: asked.question, right: new Set(right) });
  return { question: asked.question, before: await rank(await learning.serving.versionOf(version.parentId)), after: await rank(await learning.serving.versionOf(version.id)) };
}

function ranker({ readSide }: CompareServices, actor: Actor, { question, right }: { question: string; right: ReadonlySet<string> }) {
  const mayRead = readSide.mayRead(scopeOf(actor));
  const holding = new Set(searchedPassages(readSide, dayOf(Date.now())).map(({ documentId }) => documentId));
  return async (learned: LearnedRanking | null): Promise<RankingsView["before"]> => {
    const { passages } = await readSide.knowledge.retrieve(question, { k: SHOWN, learned, filter: (passage) => POLICY_KINDS.includes(passage.kind) && holding.has(passage.documentId) && mayRead(passage) });
    return passages.map(({ passage }) => ({ chunkId: passage.id, documentId: passage.documentId, title: passage.documentTitle, heading: passage.headings.at(-1) ?? "", kind: passage.kind, text: passage.text, right: right.has(passage.id) }));
  };
}
