/**
 * @file Erasure of a candidate with a receipt, and the term until which they are kept. The receipt is made by looking again
 * after everything is gone: in every table, in the index, and by asking for the person's own sentences.
 */
import { readdir } from "node:fs/promises";
import { findDocument, type DocumentRow } from "../../../db/queries/documents";
import { listLinks } from "../../../db/queries/profiles";
import { listApplicationsOf, updateApplication } from "../../../db/queries/recruiting/applications";
import { insertErasure } from "../../../db/queries/recruiting/erasures";
import { chunkIdsOf, countAuditLines, findTraces, madeOfName, questionsNaming, versionsTrainedOn } from "../../../db/queries/recruiting/traces";
import type { ErasureReceipt } from "../../contracts/recruiting";
import { systemClock, type Clock } from "../../core/clock";
import { canonicalJson } from "../../core/canonical-json";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";
import { addMonths, dayOf } from "../../core/document-terms";
import { systemScope, type SystemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { eraseDocument } from "../documents/manage";
import type { Services } from "../services";
import { onlyIn, sampleSentences, searchAgain } from "../setup/demo/search-again";
import { retentionSettings } from "../retention/settings";
import { requireApplication } from "./access";
import { keptTerms } from "./kept-until";
import { forgetLines } from "./scorer";
import { fullNames } from "./take-out";

const scope = systemScope("erasure");
/** Sentences of each passage that are asked for afterwards: applications are alike, and some of them must be only this person's. */
const SENTENCES_OF_EACH = 5;
export type ErasureNeeds = Pick<Services, "db" | "dispatcher" | "readSide" | "vectors" | "files" | "events" | "paths" | "encoder">;

export interface Receipt extends ErasureReceipt {
  readonly id: string;
  readonly sha256: string;
}

/**
 * Erases the person behind an application: résumé, applications to every opening, and what others keep of them.
 * @throws AppError "request/not-found"
 */
export async function eraseCandidate(services: ErasureNeeds, actor: Actor, applicationId: string, clock: Clock = systemClock): Promise<Receipt> {
  const { application } = await requireApplication(services.db, actor, applicationId);
  const row = await findDocument(services.db, scope, application.documentId);
  if (!row) throw new AppError("request/not-found", "the résumé is gone already");
  return eraseResume(services, actor, row, clock);
}

/** Erases a résumé with all that hangs on the person, by a human's word or because its term is over, and keeps a receipt. */
export async function eraseResume(services: ErasureNeeds, actor: Actor | SystemScope, row: DocumentRow, clock: Clock = systemClock): Promise<Receipt> {
  const { db, readSide } = services;
  const applications = await listApplicationsOf(db, scope, row.id);
  const chunkIds = await chunkIdsOf(db, scope, row.id);
  const ids = [row.id, ...applications.map(({ id }) => id), ...chunkIds];
  const sentences = await onlyIn(services, row.id, sampleSentences(readSide.knowledge.passagesOf(row.id), SENTENCES_OF_EACH));
  const before = await findTraces(db, scope, ids);
  const names = fullNames(row.personName);
  const named = await madeOfName(db, scope, names);
  const trainedVersions = await versionsTrainedOn(db, scope, chunkIds);
  const remains = await whatRemains(services, { row, ids });
  await eraseDocument(services, actor, row);
  forgetLines(services.encoder);
  const after = await findTraces(db, scope, ids);
  const stillNamed = await madeOfName(db, scope, names);
  const passages = readSide.knowledge.passagesOf(row.id).length;
  const found = await searchAgain(services, sentences);
  const places = [...new Set([...before.keys(), ...after.keys()])].sort().map((place) => ({ place, before: before.get(place) ?? 0, left: after.get(place) ?? 0 }));
  const receipt: ErasureReceipt = {
    subject: row.id,
    at: new Date(clock.now()).toISOString(),
    places: [...places, { place: "answers naming them", before: named.answers, left: stillNamed.answers }, { place: "titles of chats", before: named.titles, left: stillNamed.titles }, { place: "search index", before: chunkIds.length, left: passages }],
    searches: { asked: sentences.length, found },
    trainedVersions,
    remains,
    clean: [...after.values()].every((n) => n === 0) && stillNamed.answers + stillNamed.titles === 0 && found === 0 && passages === 0,
  };
  return keep(db, actor, { receipt, demo: row.demo, rows: [...before.values()].reduce((sum, n) => sum + n, 0) }, clock);
}

/**
 * What must stay, why and until when. The audit log and backups have no term of their own: lines prove what was done for as long as the
 * log is kept, backups stay until somebody deletes them. Looked up before the erasure, which adds one line to the log.
 */
async function whatRemains({ db, paths }: Pick<ErasureNeeds, "db" | "paths">, { row, ids }: { row: DocumentRow; ids: readonly string[] }): Promise<ErasureReceipt["remains"]> {
  const others = (await listLinks(db, scope, row.id)).filter(({ verdict }) => verdict === "same").map(({ other }) => other);
  const otherRows = (await Promise.all(others.map((id) => findDocument(db, scope, id)))).filter((one) => one !== null);
  const terms = [...(await keptTerms(db, otherRows)).values()];
  const { chats } = await retentionSettings(db);
  const asked = await questionsNaming(db, scope, row.personName);
  const chatsUntil = chats === null || asked.last === null ? null : new Date(`${addMonths(dayOf(asked.last.getTime()), chats)}T00:00:00Z`).toISOString();
  const until = terms.length > 0 && terms.every((term) => term !== null) ? (terms.map((term) => term.until).sort().at(-1) ?? null) : null;
  return [
    { what: "audit-lines" as const, count: (await countAuditLines(db, scope, ids)) + 1, until: null },
    { what: "backups" as const, count: await countBackups(paths.backups), until: null },
    { what: "chat-copies" as const, count: asked.count, until: chatsUntil },
    { what: "other-resumes" as const, count: others.length, until },
  ].filter(({ count }) => count > 0);
}

async function keep(db: Services["db"], actor: Actor | SystemScope, { receipt, demo, rows }: { receipt: ErasureReceipt; demo: boolean; rows: number }, clock: Clock): Promise<Receipt> {
  const id = newId<string>();
  const hash = sha256(canonicalJson(receipt));
  await db.transaction(async (tx) => {
    await insertErasure(tx, scope, { id, receipt, sha256: hash, byId: "userId" in actor ? actor.userId : null, at: new Date(clock.now()), demo });
    await record(tx, actor, { action: "candidate.erased", object: { kind: "document", id: receipt.subject }, facts: { receipt: id, rows, clean: receipt.clean } });
  });
  return { ...receipt, id, sha256: hash };
}

async function countBackups(folder: string): Promise<number> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith(".tar")).length;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return 0;
    throw error;
  }
}

/** Says until when a person's data may be kept; null: no term. @throws AppError "request/not-found" */
export async function keepCandidate({ db }: Pick<Services, "db">, actor: Actor, applicationId: string, until: string | null): Promise<void> {
  const { application } = await requireApplication(db, actor, applicationId);
  const keepUntil = until === null ? null : new Date(`${until}T23:59:59.999Z`);
  await db.transaction(async (tx) => {
    await updateApplication(tx, scope, application.id, { keepUntil });
    await record(tx, actor, { action: "candidate.kept", object: { kind: "application", id: application.id }, facts: { until: keepUntil?.toISOString() ?? null } });
  });
}
