/**
 * @file What a person does to a document: rename, change who may read it, try again (delete: delete.ts). Each re-reads the
 * document with the person's own scope, then asks the policy about its kind; the change and its audit line are one
 * transaction; the read side follows at once.
 */
import { deleteDocument, findDocument, updateDocument, type DocumentRow } from "../../../db/queries/documents";
import { requeueDocument } from "../../../db/queries/jobs";
import { AppError } from "../../core/errors";
import { newId } from "../../core/ids";
import { scopeOf, systemScope, type SystemScope } from "../../core/scope";
import type { Actor, JobId, Principal } from "../../core/types";
import { record } from "../audit/record";
import { authorise } from "../policy";
import { takeOutPerson } from "../recruiting/take-out";
import type { Services } from "../services";

/** @throws AppError "request/not-found" when it does not exist or may not be read */
export async function getDocument(services: Services, actor: Actor, id: string): Promise<DocumentRow> {
  const row = await findDocument(services.db, scopeOf(actor), id);
  if (!row) throw new AppError("request/not-found", `no readable document ${id}`);
  return row;
}

/** @throws AppError "request/not-found", "policy/forbidden" */
export async function changeDocument(services: Services, actor: Actor, id: string, change: { title?: string; acl?: readonly Principal[] }): Promise<DocumentRow> {
  const row = await getDocument(services, actor, id);
  authorise(actor, `documents:manage:${row.kind}`);
  const facts = { kind: row.kind, title: change.title !== undefined, readersBefore: change.acl ? row.acl : null, readersAfter: change.acl ? [...change.acl] : null };
  await services.db.transaction(async (tx) => {
    await updateDocument(tx, scopeOf(actor), id, change);
    await record(tx, actor, { action: "document.changed", object: { kind: "document", id: row.id }, facts });
  });
  if (change.acl) services.readSide.setAcl(row.id, change.acl);
  if (change.title !== undefined) services.readSide.setTitle(row.id, change.title);
  services.events.publish({ type: "changed", id: row.id });
  // Read without the person's scope: they may just have taken themselves off the access list.
  const after = await findDocument(services.db, systemScope("show the changed document"), id);
  return after ?? row;
}

/** @throws AppError "request/not-found", "policy/forbidden", "request/conflict" when it did not fail */
export async function retryDocument(services: Services, actor: Actor, id: string): Promise<void> {
  const row = await getDocument(services, actor, id);
  authorise(actor, `documents:manage:${row.kind}`);
  if (row.status !== "failed" && row.status !== "needs_ocr") {
    throw new AppError("request/conflict", `document ${id} is ${row.status}`, { userMessage: "Only a file that failed can be tried again." });
  }
  await services.db.transaction(async (tx) => {
    await requeueDocument(tx, systemScope("retry"), row.id, newId<JobId>());
    await record(tx, actor, { action: "document.retried", object: { kind: "document", id: row.id }, facts: { kind: row.kind } });
  });
  services.events.publish({ type: "changed", id: row.id });
  services.dispatcher.wake();
}

/**
 * The erasure itself, whoever asks for it (a person: delete.ts): rows, file, index, snapshots, the lines of every open list; of a
 * résumé also what others keep of the person. The read side forgets it before this returns. The caller has decided that it may be.
 *
 * @returns false when it was gone already
 */
export async function eraseDocument(services: Pick<Services, "db" | "dispatcher" | "readSide" | "vectors" | "files" | "events">, subject: Actor | SystemScope, row: DocumentRow): Promise<boolean> {
  services.dispatcher.cancel(row.id);
  if (row.kind === "resume") await takeOutPerson(services.db, row.id);
  const deleted = await services.db.transaction(async (tx) => {
    const gone = await deleteDocument(tx, "type" in subject ? subject : scopeOf(subject), row.id);
    if (gone) await record(tx, subject, { action: "document.deleted", object: { kind: "document", id: row.id }, facts: { kind: row.kind, replacedBy: null } });
    return gone;
  });
  services.readSide.remove(row.id);
  await services.vectors.dropSnapshot();
  if (deleted?.fileToRemove) await services.files.remove(deleted.fileToRemove);
  services.events.publish({ type: "removed", id: row.id });
  return deleted !== undefined;
}
