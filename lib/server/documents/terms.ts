/**
 * @file Changing the terms of a document: who owns it, for whom and when it holds, what it replaces, how often it is
 * looked over. The change and its audit line are one transaction; answers follow at once.
 */
import { assertNoCycle, listDirectoryGroups, listPossibleOwners, putTerms, type TermsChange } from "../../../db/queries/document-terms";
import { findDocument, type DocumentRow } from "../../../db/queries/documents";
import { followOwner } from "../../../db/queries/document-tasks";
import type { Database } from "../../../db/client";
import type { TermsChangeRequest, TermsChoices } from "../../contracts/documents";
import { systemClock } from "../../core/clock";
import { MANAGERS } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, DocumentId, DocumentKind, UserId } from "../../core/types";
import { record } from "../audit/record";
import { sweepTasks } from "../document-tasks/sweep";
import { authorise } from "../policy";
import { termsOfRow } from "../read-side";
import type { Services } from "../services";
import { getDocument } from "./manage";

/**
 * What a request asks for, as stored.
 *
 * @throws AppError "request/invalid" for an owner or predecessor that is not there, or not for this person
 */
export async function checkedTerms(db: Database, actor: Actor, of: { kind: DocumentKind; id: DocumentId | null }, request: TermsChangeRequest): Promise<TermsChange> {
  const { ownerId, supersedesId, ...plain } = request;
  if (of.kind === "resume") throw new AppError("request/invalid", "a résumé has no terms", { userMessage: "A résumé has no owner, validity or scope." });
  if (ownerId) {
    const owners = await listPossibleOwners(db, scopeOf(actor));
    if (!owners.some(({ id }) => id === ownerId)) throw new AppError("request/invalid", "no such account to own a document", { userMessage: "The owner has no account that is in use. Choose someone else." });
  }
  if (supersedesId) await assertPredecessor(db, actor, { ...of, supersedesId: supersedesId as DocumentId });
  const owner = ownerId === undefined ? {} : { ownerId: ownerId as UserId | null, ownerName: null };
  return { ...plain, ...owner, ...(supersedesId === undefined ? {} : { supersedesId: supersedesId as DocumentId | null }) };
}

async function assertPredecessor(db: Database, actor: Actor, link: { kind: DocumentKind; id: DocumentId | null; supersedesId: DocumentId }): Promise<void> {
  const older = await findDocument(db, scopeOf(actor), link.supersedesId);
  if (!older || older.kind !== link.kind) {
    throw new AppError("request/invalid", `no readable document ${link.supersedesId} to supersede`, { userMessage: "The document that this one replaces is not there, or is of another kind." });
  }
  if (link.id) await assertNoCycle(db, scopeOf(actor), { documentId: link.id, supersedesId: link.supersedesId });
}

/** @throws AppError "request/not-found", "policy/forbidden", "request/invalid" */
export async function changeTerms(services: Services, actor: Actor, id: string, request: TermsChangeRequest): Promise<void> {
  const row = await getDocument(services, actor, id);
  authorise(actor, `documents:manage:${row.kind}`);
  const change = await checkedTerms(services.db, actor, row, request);
  assertOrder(row, change);
  await services.db.transaction(async (tx) => {
    await putTerms(tx, scopeOf(actor), row.id, change);
    if (change.ownerId !== undefined) await followOwner(tx, scopeOf(actor), { documentId: row.id, from: row.terms?.ownerId ?? null, to: change.ownerId });
    await record(tx, actor, { action: "document.terms-changed", object: { kind: "document", id: row.id }, facts: factsOf(row, request) });
  });
  await sweepTasks(services.db, systemClock);
  const after = await findDocument(services.db, systemScope("show the changed document"), id);
  if (!after) return;
  services.readSide.setTerms(row.id, termsOfRow(after));
  // Whatever it replaces, or replaced, stands otherwise now.
  for (const touched of new Set([row.id, row.terms?.supersedesId, after.terms?.supersedesId])) if (touched) services.events.publish({ type: "changed", id: touched });
}

/** One of the two days may be in the request, the other one stored. */
function assertOrder({ terms }: DocumentRow, change: TermsChange): void {
  const [from, until] = [change.validFrom === undefined ? terms?.validFrom : change.validFrom, change.validUntil === undefined ? terms?.validUntil : change.validUntil];
  if (from && until && until < from) throw new AppError("request/invalid", "the last day is before the first", { userMessage: `It would end on ${until}, before it begins on ${from}.` });
}

function factsOf({ kind, terms }: DocumentRow, request: TermsChangeRequest) {
  const now = { ownerId: terms?.ownerId ?? null, validFrom: terms?.validFrom ?? null, validUntil: terms?.validUntil ?? null, ...Object.fromEntries(Object.entries(request).filter(([, value]) => value !== undefined)) };
  return { kind, fields: (Object.keys(request) as (keyof TermsChangeRequest)[]).filter((field) => request[field] !== undefined), validFrom: now.validFrom, validUntil: now.validUntil, owner: now.ownerId };
}

/** What the details dialog offers to whoever may change policies. */
export async function termsChoices(services: Services, actor: Actor): Promise<TermsChoices> {
  authorise(actor, "documents:manage:policy");
  const scope = scopeOf(actor);
  const { sites, contracts, departments } = await listDirectoryGroups(services.db, scope);
  return { people: await listPossibleOwners(services.db, scope), sites: [...sites], contracts: [...contracts], audience: [...departments, MANAGERS] };
}
