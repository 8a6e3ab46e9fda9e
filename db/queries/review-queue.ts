/**
 * @file Reading the review queue: which items wait for a reviewer, and one item with its passages. A reviewer never gets an
 * item with a passage that they may not read, whoever asked it; nothing here tells who did. In raw statements columns are
 * written out: drizzle leaves their table's name away there, and `id` would mean the inner one.
 */
import { and, asc, eq, exists, inArray, notExists, sql, type SQL } from "drizzle-orm";
import type { Answer } from "../../lib/contracts/evidence";
import type { ActorScope, Scope } from "../../lib/core/scope";
import type { ChunkId, DocumentKind, Language, ReviewItemId } from "../../lib/core/types";
import type { Database } from "../client";
import { rowsOf } from "../rows-of";
import { chunks, documentAcl, documents, feedback, messages, reviewItemPassages, reviewItems, reviewSources } from "../schema";
import { readableDocuments, retrievableDocuments } from "./readable";

/** Days for which a document counts as new. */
export const NEW_DOCUMENT_DAYS = 14;
/** Minutes for which a draft keeps an item for the reviewer who began it. */
const DRAFT_HOLDS_MINUTES = 15;

/** Condition on `review_items`: an asker still stands behind it, and every document among its passages is readable. */
export function openItems(db: Database, scope: Scope): SQL {
  const asked = db.select({ one: sql`1` }).from(reviewSources).where(and(eq(reviewSources.itemId, reviewItems.id), sql`${reviewSources.state} <> 'withdrawn'`));
  const hidden = db
    .select({ one: sql`1` })
    .from(reviewItemPassages)
    .innerJoin(documents, eq(documents.id, reviewItemPassages.documentId))
    .where(and(eq(reviewItemPassages.itemId, reviewItems.id), sql`not ${readableDocuments(scope)}`));
  return and(exists(asked), notExists(hidden)) ?? sql`false`;
}

/** One item as the order needs it. */
export interface QueueRow {
  readonly id: ReviewItemId;
  readonly question: string;
  readonly language: Language;
  /** Of the newest answer, 0–1. */
  readonly confidence: number;
  /** Reviewers who judge it. */
  readonly needed: number;
  readonly lot: number;
  readonly gold: boolean;
  readonly demo: boolean;
  readonly people: number;
  readonly up: number;
  readonly down: number;
  /** Reasons given with thumbs down, with repetitions. */
  readonly complaints: readonly string[];
  readonly kinds: readonly DocumentKind[];
  readonly isNew: boolean;
  /** This reviewer asked, rated or sent it. */
  readonly own: boolean;
  readonly assigned: boolean;
  /** Closed judgements of other reviewers, and drafts that they are at. */
  readonly doneByOthers: number;
  readonly heldByOthers: number;
  readonly disagreement: boolean;
  readonly adjudicated: boolean;
  readonly myState: "draft" | "done" | "skipped" | null;
  readonly myFlag: boolean;
}

const OF_ITEM = "from review_sources s join feedback f on f.message_id = s.message_id and f.target_type <> 'candidate' where s.item_id = review_items.id and s.state <> 'withdrawn'";
const JUDGED = "from review_judgements j where j.item_id = review_items.id and j.kind = 'own'";

/** Every item that this reviewer may open, judged or not; order and choice are lib/server/review's. */
export async function listQueueRows(db: Database, scope: ActorScope): Promise<QueueRow[]> {
  const me = scope.userId;
  const fields = sql`
    review_items.id, review_items.question, review_items.language, review_items.confidence::float8 as confidence, review_items.needed::int as needed, review_items.lot::float8 as lot, review_items.gold, review_items.demo,
    (select count(distinct s.user_id)::int from review_sources s where s.item_id = review_items.id and s.state <> 'withdrawn') as people,
    (select count(distinct s.user_id) filter (where f.verdict = 'up')::int ${sql.raw(OF_ITEM)}) as up,
    (select count(distinct s.user_id) filter (where f.verdict = 'down')::int ${sql.raw(OF_ITEM)}) as down,
    coalesce((select json_agg(r.reason) from (select jsonb_array_elements_text(f.reasons) as reason ${sql.raw(OF_ITEM)}) r), '[]'::json) as complaints,
    coalesce((select json_agg(distinct d.kind) from review_item_passages p join documents d on d.id = p.document_id where p.item_id = review_items.id), '[]'::json) as kinds,
    exists (select 1 from review_item_passages p join documents d on d.id = p.document_id where p.item_id = review_items.id and not d.demo and d.created_at > now() - make_interval(days => ${NEW_DOCUMENT_DAYS})) as "isNew",
    exists (select 1 from review_sources s where s.item_id = review_items.id and s.user_id = ${me}) as own,
    exists (select 1 from review_assignments a where a.item_id = review_items.id and a.reviewer_id = ${me}) as assigned,
    (select count(*)::int ${sql.raw(JUDGED)} and j.state = 'done' and j.reviewer_id <> ${me}) as "doneByOthers",
    (select count(*)::int ${sql.raw(JUDGED)} and j.state = 'draft' and j.reviewer_id <> ${me} and j.updated_at > now() - make_interval(mins => ${DRAFT_HOLDS_MINUTES})) as "heldByOthers",
    (${disagreementSql}) as disagreement,
    exists (select 1 from review_judgements r where r.item_id = review_items.id and r.kind = 'reference') as adjudicated,
    (select j.state ${sql.raw(JUDGED)} and j.reviewer_id = ${me}) as "myState",
    coalesce((select j.flagged ${sql.raw(JUDGED)} and j.reviewer_id = ${me}), false) as "myFlag"`;
  return rowsOf<QueueRow>(await db.execute(sql`select ${fields} from review_items where ${openItems(db, scope)} order by review_items.id`));
}

/** Reviewers differ: another verdict, or grades of one passage two or more apart. */
export const disagreementSql = sql.raw(`
  (select count(distinct j.verdict) ${JUDGED} and j.state = 'done') > 1
  or exists (select 1 from review_judgements j join review_grades g on g.judgement_id = j.id
    where j.item_id = review_items.id and j.kind = 'own' and j.state = 'done' group by g.chunk_id having max(g.relevance) - min(g.relevance) >= 2)`);

/** A passage to grade, with what the screen needs of its document. */
export interface PassageRow {
  readonly chunkId: ChunkId;
  readonly documentId: string;
  readonly title: string;
  readonly kind: DocumentKind;
  readonly language: Language;
  readonly headings: string[];
  readonly page: number | null;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isNew: boolean;
  /** Everyone in the company may read it. */
  readonly forAll: boolean;
}

const passageColumns = {
  chunkId: chunks.id,
  documentId: chunks.documentId,
  title: documents.title,
  kind: documents.kind,
  language: sql<Language>`coalesce(${documents.language}, 'en')`,
  headings: chunks.headings,
  page: chunks.page,
  start: chunks.startChar,
  end: chunks.endChar,
  text: chunks.text,
  isNew: sql<boolean>`(not ${documents.demo} and ${documents.createdAt} > now() - make_interval(days => ${NEW_DOCUMENT_DAYS}))`,
  forAll: sql<boolean>`exists (select 1 from ${documentAcl} where ${documentAcl.documentId} = ${documents.id} and ${documentAcl.principal} = 'role:employee')`,
};

/** Passages by id, as far as the scope may read them; in no certain order. */
export async function findPassages(db: Database, scope: Scope, ids: readonly ChunkId[]): Promise<PassageRow[]> {
  if (ids.length === 0) return [];
  return db
    .select(passageColumns)
    .from(chunks)
    .innerJoin(documents, eq(documents.id, chunks.documentId))
    .where(and(retrievableDocuments(scope), inArray(chunks.id, [...ids])));
}

export interface ItemRow {
  readonly item: typeof reviewItems.$inferSelect;
  /** By rank. */
  readonly passages: readonly (PassageRow & { rank: number; retrieved: boolean; cited: boolean })[];
  /** The newest answer behind it. Its quotes may be of documents that are gone. */
  readonly answer: Answer | null;
  readonly ratings: readonly { userId: string; verdict: "up" | "down"; reasons: readonly string[]; comment: string; sent: boolean }[];
  /** Askers who still stand behind it; for counting and for "not one's own", never for showing. */
  readonly askers: readonly string[];
}

/** Null when it does not exist, has a passage that the scope may not read, or was withdrawn: the caller cannot tell which. */
export async function findItem(db: Database, scope: Scope, id: string): Promise<ItemRow | null> {
  const [item] = await db.select().from(reviewItems).where(and(eq(reviewItems.id, id as ReviewItemId), openItems(db, scope)));
  if (!item) return null;
  const passages = await db
    .select({ ...passageColumns, rank: reviewItemPassages.rank, retrieved: sql<boolean>`${reviewItemPassages.score} is not null`, cited: reviewItemPassages.cited })
    .from(reviewItemPassages)
    .innerJoin(chunks, eq(chunks.id, reviewItemPassages.chunkId))
    .innerJoin(documents, eq(documents.id, chunks.documentId))
    .where(and(retrievableDocuments(scope), eq(reviewItemPassages.itemId, item.id)))
    .orderBy(asc(reviewItemPassages.rank), asc(reviewItemPassages.chunkId));
  const behind = and(eq(reviewSources.itemId, item.id), sql`${reviewSources.state} <> 'withdrawn'`);
  const sources = await db.select({ userId: reviewSources.userId, answer: messages.answer }).from(reviewSources).innerJoin(messages, eq(messages.id, reviewSources.messageId)).where(behind).orderBy(asc(messages.createdAt), asc(messages.id));
  const ratings = await db
    .select({ userId: feedback.userId, verdict: feedback.verdict, reasons: feedback.reasons, comment: feedback.comment, sent: sql<boolean>`${reviewSources.state} = 'sent'` })
    .from(feedback)
    .innerJoin(reviewSources, eq(reviewSources.messageId, feedback.messageId))
    .where(and(behind, sql`${feedback.targetType} <> 'candidate'`))
    .orderBy(asc(feedback.createdAt), asc(feedback.id));
  return { item, passages, answer: sources.at(-1)?.answer ?? null, ratings, askers: [...new Set(sources.map((source) => source.userId))] };
}

/** What reviewers differ on and nobody has decided, as far as the scope may read it; the most judged first. */
export async function listDisagreements(db: Database, scope: Scope): Promise<{ id: ReviewItemId; question: string; language: Language; reviewers: number }[]> {
  const rows = await db.execute(sql`
    select review_items.id, review_items.question, review_items.language, (select count(*)::int ${sql.raw(JUDGED)} and j.state = 'done') as reviewers
    from review_items
    where ${openItems(db, scope)} and (${disagreementSql}) and not exists (select 1 from review_judgements r where r.item_id = review_items.id and r.kind = 'reference') and not ${ownSql(scope)}
    order by reviewers desc, review_items.id`);
  return rowsOf<{ id: ReviewItemId; question: string; language: Language; reviewers: number }>(rows);
}

/** Asked, rated or sent by the reader: nobody decides on their own question. */
function ownSql(scope: Scope): SQL {
  return scope.type === "actor" ? sql`exists (select 1 from review_sources s where s.item_id = review_items.id and s.user_id = ${scope.userId})` : sql`false`;
}

/** Items on which at least two agree and which could check others, and those that do. */
export async function listGoldCandidates(db: Database, scope: Scope, limit: number): Promise<{ id: ReviewItemId; question: string; isGold: boolean }[]> {
  const rows = await db.execute(sql`
    select review_items.id, review_items.question, review_items.gold as "isGold" from review_items
    where ${openItems(db, scope)} and not ${ownSql(scope)} and (review_items.gold or ((select count(*) ${sql.raw(JUDGED)} and j.state = 'done') > 1 and not (${disagreementSql})))
    order by review_items.gold desc, review_items.id limit ${limit}`);
  return rowsOf<{ id: ReviewItemId; question: string; isGold: boolean }>(rows);
}
