/**
 * @file Who of the people already here fits an opening. Résumés are read into memory once (lib/people/match/pool), in the
 * background; a request ranks those that its asker may read and that may be ranked: not past their term, not kept for
 * another application only. Scored by requirements alone; nobody is added by it.
 */
import { listDocuments, type DocumentRow } from "../../../db/queries/documents";
import { listHeldBack, type HeldBack } from "../../../db/queries/recruiting/held-back";
import type { PooledPerson, PoolPage } from "../../contracts/recruiting-pool";
import { systemClock, type Clock } from "../../core/clock";
import { scopeOf, systemScope, type Scope } from "../../core/scope";
import type { Actor, DocumentId } from "../../core/types";
import type { Ranked } from "../../people/match/match-pool";
import { SubjectPool } from "../../people/match/pool/subject-pool";
import { record, shownDocuments } from "../audit/record";
import { logIncident } from "../http";
import { dueBefore, retentionSettings } from "../retention/settings";
import type { Services } from "../services";
import { requireWork } from "./access";
import { openingRequest, preparedByRules, readResume, resumeOf } from "./scorer";

type Needs = Pick<Services, "db">;
const scope = systemScope("pool of résumés");
/** People shown. */
const MOST = 60;
const MAX_QUOTES = 3;
/** A request waits so long for résumés that are not read yet, ms; then it answers with those that are. */
const PATIENCE_MS = 2_000;
/** Unused for so long, the pool is forgotten, ms. */
const KEPT_MS = 15 * 60_000;

interface Pool {
  /** What its subjects depend on besides their texts. */
  readonly month: string;
  readonly subjects: SubjectPool<DocumentId>;
  /** Could not be read; not tried again in this pool. */
  readonly failed: Set<DocumentId>;
  reading: Promise<void>;
  forget: NodeJS.Timeout | null;
}

const pools = new WeakMap<Services["db"], Pool>();

/** After an erasure nothing of the person stays in memory. */
export function forgetPool(db: Services["db"]): void {
  const pool = pools.get(db);
  if (pool?.forget) clearTimeout(pool.forget);
  pools.delete(db);
}

export interface PoolOptions {
  readonly clock?: Clock;
  /** How long to wait for résumés that are still being read, ms. */
  readonly patienceMs?: number;
}

/** @throws AppError "request/not-found" for an opening that this person does not work on; "data/unavailable" without an audit line */
export async function poolOf(services: Needs, actor: Actor, openingId: string, { clock = systemClock, patienceMs = PATIENCE_MS }: PoolOptions = {}): Promise<PoolPage> {
  const { db } = services;
  const opening = await requireWork(db, actor, openingId);
  if (opening.blindUntil !== null) return { people: [], namesHidden: true, read: 0, total: 0, heldBack: { term: 0, consent: 0 } };
  const mine = await readyResumes(db, scopeOf(actor));
  const held = await heldBackOf(db, opening.documentId, mine, clock);
  const open = new Map(mine.flatMap((row) => (held.has(row.id) ? [] : [[row.id, row] as const])));
  const pool = currentPool(db, await readyResumes(db, scope), clock);
  await patiently(read(db, pool, [...open.values()], clock), patienceMs);
  const prepared = preparedByRules(await openingRequest(db, scope, opening));
  const { results } = await pool.subjects.best(prepared, { k: MOST, isOpen: (id) => open.has(id) });
  const people = results.flatMap((one) => { const row = open.get(one.id); return row ? [personOf(one, row)] : []; });
  await record(db, actor, { action: "candidates.searched", object: { kind: "document", id: opening.documentId }, facts: { ...shownDocuments(people.map(({ documentId }) => documentId)), place: "opening" } }, clock);
  const heldAs = (why: HeldBack) => mine.filter(({ id }) => held.get(id) === why).length;
  const done = [...open.keys()].filter((id) => pool.subjects.ids.has(id) || pool.failed.has(id)).length;
  return { people, namesHidden: false, read: done, total: open.size, heldBack: { term: heldAs("term"), consent: heldAs("consent") } };
}

/** As applications say, and past the term that the company set for all résumés, even before the daily clock has deleted them. */
async function heldBackOf(db: Services["db"], openingId: DocumentId, rows: readonly DocumentRow[], clock: Clock): Promise<Map<DocumentId, HeldBack>> {
  const held = await listHeldBack(db, scope, { openingId, now: new Date(clock.now()) });
  const before = dueBefore((await retentionSettings(db)).resumes, clock.now());
  for (const { id, createdAt } of rows) if (before && createdAt < before && held.get(id) !== "applied") held.set(id, "term");
  return held;
}

const readyResumes = async (db: Services["db"], reader: Scope): Promise<DocumentRow[]> => (await listDocuments(db, reader, { kind: "resume" })).filter(({ status }) => status === "ready");

/** The pool as it is, or an empty one: where somebody in it is gone, and in a new month ("present" is another). */
function currentPool(db: Services["db"], all: readonly DocumentRow[], clock: Clock): Pool {
  const month = new Date(clock.now()).toISOString().slice(0, 7);
  const there = new Set(all.map(({ id }) => id));
  const before = pools.get(db);
  const isCurrent = before?.month === month && [...before.subjects.ids].every((id) => there.has(id));
  const pool: Pool = before && isCurrent ? before : { month, subjects: new SubjectPool(), failed: new Set(), reading: Promise.resolve(), forget: null };
  if (!isCurrent) forgetPool(db);
  if (pool.forget) clearTimeout(pool.forget);
  pool.forget = setTimeout(() => pools.delete(db), KEPT_MS);
  pool.forget.unref();
  pools.set(db, pool);
  return pool;
}

/** Reads who is not in it yet, behind what is being read for others. Résumés that nobody may rank are not read. */
function read(db: Services["db"], pool: Pool, wanted: readonly DocumentRow[], clock: Clock): Promise<void> {
  pool.reading = pool.reading.then(() => readMissing(db, pool, wanted, clock));
  return pool.reading;
}

/** One résumé at a time, other requests in between. */
async function readMissing(db: Services["db"], pool: Pool, wanted: readonly DocumentRow[], clock: Clock): Promise<void> {
  const at = new Date(clock.now());
  for (const row of wanted) {
    if (pools.get(db) !== pool) return;
    if (pool.subjects.ids.has(row.id) || pool.failed.has(row.id)) continue;
    try {
      const resume = await readResume(db, scope, resumeOf(row, at));
      if (resume && pools.get(db) === pool) pool.subjects.add(row.id, resume.subject);
    } catch (error) {
      pool.failed.add(row.id);
      logIncident(error);
    }
    await new Promise((resume) => setImmediate(resume));
  }
}

async function patiently(reading: Promise<void>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([reading, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}

function personOf({ id, card }: Ranked<DocumentId>, row: DocumentRow): PooledPerson {
  const shows = card.parts.flatMap(({ name, evidence, met }) => (met && evidence[0] ? [{ requirement: name, quote: evidence[0].text }] : []));
  return {
    documentId: id,
    name: row.personName,
    title: row.personTitle,
    score: card.score,
    mustHavesMet: card.mustHavesMet,
    mustHaves: card.mustHaves.length,
    shows: shows.slice(0, MAX_QUOTES),
  };
}
