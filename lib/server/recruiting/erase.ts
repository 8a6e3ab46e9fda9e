/**
 * @file Erasure of a candidate with a receipt, and the term until which they are kept. The receipt is made by looking again
 * after everything is gone: in every table, in the index, and by asking for the person's own sentences.
 */
import { readdir } from "node:fs/promises";
import { findDocument } from "../../../db/queries/documents";
import { listLinks } from "../../../db/queries/profiles";
import { listApplicationsOf, updateApplication } from "../../../db/queries/recruiting/applications";
import { insertErasure } from "../../../db/queries/recruiting/erasures";
import { chunkIdsOf, countAuditLines, countQuestionsNaming, findTraces, versionsTrainedOn } from "../../../db/queries/recruiting/traces";
import type { ErasureReceipt } from "../../contracts/recruiting";
import { systemClock, type Clock } from "../../core/clock";
import { canonicalJson } from "../../core/canonical-json";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { newId } from "../../core/ids";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { eraseDocument } from "../documents/manage";
import type { Services } from "../services";
import { onlyIn, sampleSentences, searchAgain } from "../setup/demo/search-again";
import { requireApplication } from "./access";
import { forgetLines } from "./scorer";

const scope = systemScope("erasure");
/** Sentences of each passage that are asked for afterwards: applications are alike, and some of them must be only this person's. */
const SENTENCES_OF_EACH = 5;
type Needs = Pick<Services, "db" | "dispatcher" | "readSide" | "vectors" | "files" | "events" | "paths" | "encoder">;

export interface Receipt extends ErasureReceipt {
  readonly id: string;
  readonly sha256: string;
}

/**
 * Erases the person behind an application: résumé, applications to every opening, and what others keep of them.
 * @throws AppError "request/not-found"
 */
export async function eraseCandidate(services: Needs, actor: Actor, applicationId: string, clock: Clock = systemClock): Promise<Receipt> {
  const { db, readSide } = services;
  const { application } = await requireApplication(db, actor, applicationId);
  const row = await findDocument(db, scope, application.documentId);
  if (!row) throw new AppError("request/not-found", "the résumé is gone already");
  const applications = await listApplicationsOf(db, scope, row.id);
  const chunkIds = await chunkIdsOf(db, scope, row.id);
  const ids = [row.id, ...applications.map(({ id }) => id), ...chunkIds];
  const sentences = await onlyIn(services, row.id, sampleSentences(readSide.knowledge.passagesOf(row.id), SENTENCES_OF_EACH));
  const before = await findTraces(db, scope, ids);
  const trainedVersions = await versionsTrainedOn(db, scope, chunkIds);
  const others = (await listLinks(db, scope, row.id)).filter(({ verdict }) => verdict === "same").length;
  await eraseDocument(services, actor, row);
  forgetLines(services.encoder);
  const after = await findTraces(db, scope, ids);
  const passages = readSide.knowledge.passagesOf(row.id).length;
  const found = await searchAgain(services, sentences);
  const places = [...new Set([...before.keys(), ...after.keys()])].sort().map((place) => ({ place, before: before.get(place) ?? 0, left: after.get(place) ?? 0 }));
  const receipt: ErasureReceipt = {
    subject: row.id,
    at: new Date(clock.now()).toISOString(),
    places: [...places, { place: "search index", before: chunkIds.length, left: passages }],
    searches: { asked: sentences.length, found },
    trainedVersions,
    remains: [
      { what: "audit-lines" as const, count: (await countAuditLines(db, scope, ids)) + 1 },
      { what: "backups" as const, count: await countBackups(services.paths.backups) },
      { what: "chat-copies" as const, count: await countQuestionsNaming(db, scope, row.personName) },
      { what: "other-resumes" as const, count: others },
    ].flatMap((one) => (one.count > 0 ? [{ ...one, until: null }] : [])),
    clean: [...after.values()].every((n) => n === 0) && found === 0 && passages === 0,
  };
  return keep(db, actor, { receipt, demo: row.demo, rows: [...before.values()].reduce((sum, n) => sum + n, 0) }, clock);
}

async function keep(db: Services["db"], actor: Actor, { receipt, demo, rows }: { receipt: ErasureReceipt; demo: boolean; rows: number }, clock: Clock): Promise<Receipt> {
  const id = newId<string>();
  const hash = sha256(canonicalJson(receipt));
  await db.transaction(async (tx) => {
    await insertErasure(tx, scope, { id, receipt, sha256: hash, byId: actor.userId, at: new Date(clock.now()), demo });
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
