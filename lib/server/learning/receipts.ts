/**
 * @file Receipts: when a version begins to serve, every rating behind its labels is told what became of it. Places are
 * computed by really asking the question twice, with the version before and with this one, as the person who rated: with
 * what they may read and what holds for them. A passage that they may not read is never named.
 */
import { insertReceipts, listOwnRatings, listOwnReceipts, listRatingsWithoutReceipt, rightPassagesOf, type NewReceipt, type OwnReceipt, type RatingOfSnapshot } from "../../../db/queries/feedback-receipts";
import { findVersion, readServing, type ModelVersionRow } from "../../../db/queries/model-versions";
import { createAssistant } from "../../assistant/assistant";
import type { AskResult } from "../../assistant/types";
import type { ReceiptView } from "../../contracts/learning";
import { toAppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, ChunkId, ModelVersionId, UserId } from "../../core/types";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import { applicabilityOf } from "../documents/applicability";
import { notify } from "../notifications/notify";
import type { Services } from "../services";
import { accountActor } from "./account-actor";
import { doneByPeople } from "./hr-receipts";
import type { Serving } from "./serving";

const scope = systemScope("receipts");
/** Ratings that a person sees at once. */
const SHOWN = 100;

export type ReceiptServices = Pick<Services, "db" | "readSide"> & { readonly serving: Serving };

/** @returns how many receipts were written; 0 when all were there */
export async function writeReceipts(services: ReceiptServices, versionId: ModelVersionId): Promise<number> {
  const { db, serving } = services;
  const version = await findVersion(db, scope, versionId);
  if (!version?.snapshotId) return 0;
  const ratings = await listRatingsWithoutReceipt(db, scope, { id: version.id, snapshotId: version.snapshotId });
  if (ratings.length === 0) return 0;
  const right = await rightPassagesOf(db, scope, version.snapshotId);
  const versions = { before: await usable(serving, version.parentId), after: await usable(serving, version.id) };
  const people = new Map<UserId, Actor | null>();
  const receipts: NewReceipt[] = [];
  for (const rating of ratings) {
    const actor = people.has(rating.userId) ? (people.get(rating.userId) ?? null) : await accountActor(db, rating.userId);
    people.set(rating.userId, actor);
    if (actor) receipts.push(await receiptFor(services, { rating, actor, version, right: right.get(rating.itemId) ?? [], versions }));
  }
  await db.transaction(async (tx) => {
    await insertReceipts(tx, scope, receipts);
    await notify(tx, [...new Set(receipts.map(({ userId }) => userId))].map((userId) => notificationFor(userId, receipts.filter((receipt) => receipt.userId === userId))));
  });
  return receipts.length;
}

/** A version before that cannot be applied any more (another encoder) is compared as shipped. */
async function usable(serving: Serving, id: ModelVersionId | null): Promise<LearnedRanking | null> {
  try {
    return await serving.versionOf(id);
  } catch (thrown) {
    const error = toAppError(thrown);
    if (error.code !== "registry/unusable" && error.code !== "request/not-found") throw error;
    return null;
  }
}

interface ReceiptInput {
  readonly rating: RatingOfSnapshot;
  readonly actor: Actor;
  readonly version: ModelVersionRow;
  readonly right: readonly ChunkId[];
  readonly versions: { readonly before: LearnedRanking | null; readonly after: LearnedRanking | null };
}

async function receiptFor(services: ReceiptServices, { rating, actor, version, right, versions }: ReceiptInput): Promise<NewReceipt> {
  const { readSide } = services;
  const common = { feedbackId: rating.feedbackId, versionId: version.id, userId: rating.userId, use: rating.use };
  const mayRead = readSide.mayRead(scopeOf(actor));
  const readable = right.flatMap((id) => readSide.knowledge.passage(id) ?? []).filter(mayRead);
  const best = readable[0];
  if (!best) return common;
  const wanted = new Set<string>(readable.map(({ id }) => id));
  const [before, after] = [await asked(services, { actor, question: rating.question, learned: versions.before }), await asked(services, { actor, question: rating.question, learned: versions.after })];
  const quoted = after.answer.citations.find(({ chunkId }) => chunkId !== null && wanted.has(chunkId));
  const named = readable.find(({ id }) => id === quoted?.chunkId) ?? best;
  return { ...common, documentId: named.documentId, chunkId: named.id, before: placeOf(before, wanted), after: placeOf(after, wanted), quoted: quoted !== undefined };
}

const placeOf = ({ retrieved }: AskResult, wanted: ReadonlySet<string>): number | null => retrieved.find(({ chunkId }) => wanted.has(chunkId))?.rank ?? null;

/** As the chat would answer, without words of a language model and without verified answers: those are no version's merit. */
async function asked(services: ReceiptServices, { actor, question, learned }: { actor: Actor; question: string; learned: LearnedRanking | null }): Promise<AskResult> {
  const assistant = createAssistant({ knowledge: services.readSide.knowledge });
  return assistant.ask({ question, history: [], capabilities: new Set(["policies"]), mayRead: services.readSide.mayRead(scopeOf(actor)), applicability: await applicabilityOf(services, actor), learned });
}

function notificationFor(userId: UserId, own: readonly NewReceipt[]): Parameters<typeof notify>[1][number] {
  const better = own.filter(({ quoted, before, after }) => quoted === true || (after ?? Infinity) < (before ?? Infinity)).length;
  const words = better > 0 ? { en: "A question that you rated is answered better now.", zh: "您评价过的问题，现在有了更好的回答。" } : { en: "Your rating was used to check a new version.", zh: "您的评价已用于检验新版本。" };
  return { userId, kind: "feedback.receipt", words, href: "/feedback" };
}

/** A person's own ratings, newest first, with what became of each. */
export async function receiptsOf({ db, readSide }: Pick<Services, "db" | "readSide">, actor: Actor): Promise<ReceiptView[]> {
  const own = scopeOf(actor);
  const serving = await readServing(db, own);
  const receipts = await listOwnReceipts(db, own);
  const mayRead = readSide.mayRead(own);
  const ratings = await listOwnRatings(db, own, SHOWN);
  const done = await doneByPeople(db, actor, ratings);
  return ratings.map((rating): ReceiptView => {
    const mine = receipts.filter(({ feedbackId }) => feedbackId === rating.feedbackId);
    // What serves now says most; else the newest.
    const receipt = mine.find(({ versionId }) => versionId === serving.versionId) ?? mine[0];
    const { feedbackId, question, verdict, conversationId } = rating;
    return { feedbackId, question, verdict, conversationId, ratedAt: rating.ratedAt.toISOString(), state: stateOf(rating, receipt), ...told(receipt, { readSide, mayRead, servingId: serving.versionId }), ...(done.get(feedbackId) ?? { mended: null, verified: null }) };
  });
}

function stateOf({ itemId, verdicts }: { itemId: string | null; verdicts: readonly string[] }, receipt: OwnReceipt | undefined): ReceiptView["state"] {
  if (receipt) return "used";
  if (itemId === null) return "private";
  if (verdicts.length === 0) return "waiting";
  return verdicts.every((verdict) => verdict === "unfair") ? "unfair" : "reviewed";
}

interface TellOptions {
  readonly readSide: Services["readSide"];
  readonly mayRead: ReturnType<Services["readSide"]["mayRead"]>;
  readonly servingId: ModelVersionId | null;
}

/** The nearest heading; none for a passage of several small sections, which stands under the document's own title. */
function placeIn({ headings, documentTitle }: { readonly headings: readonly string[]; readonly documentTitle: string }): string {
  const nearest = headings.at(-1) ?? "";
  return nearest === documentTitle ? "" : nearest;
}

/** Readers may have changed since the receipt was written: what is not open to them now is not named. */
function told(receipt: OwnReceipt | undefined, { readSide, mayRead, servingId }: TellOptions): Pick<ReceiptView, "use" | "version" | "serving" | "passage" | "before" | "after" | "quoted" | "at"> {
  if (!receipt) return { use: null, version: null, serving: false, passage: null, before: null, after: null, quoted: false, at: null };
  const found = receipt.chunkId ? readSide.knowledge.passage(receipt.chunkId) : undefined;
  const passage = found && mayRead(found) ? { documentId: found.documentId, title: found.documentTitle, heading: placeIn(found) } : null;
  const isOpen = passage !== null;
  return { use: receipt.use, version: receipt.number, serving: receipt.versionId === servingId, passage, before: isOpen ? receipt.before : null, after: isOpen ? receipt.after : null, quoted: isOpen && receipt.quoted, at: receipt.createdAt.toISOString() };
}
