/**
 * @file The terms that a file declares → what they mean in this company: the owner's account, the predecessor's document,
 * groups that the directory knows. What cannot be found is a warning on the document, in words that say what to do.
 */
import { assertNoCycle, findByName, findPerson, listDirectoryGroups, type TermsChange } from "../../../db/queries/document-terms";
import type { DeclaredTerms, DocumentRow, ProcessedDocument } from "../../../db/queries/documents";
import { findSessionAccount } from "../../../db/queries/people";
import type { Database } from "../../../db/client";
import { MANAGERS } from "../../core/document-terms";
import { isAppError } from "../../core/errors";
import { scopeOf, systemScope, type Scope } from "../../core/scope";

const scope = systemScope("terms that a file declares");

type Settled = Pick<ProcessedDocument, "warnings"> & { terms: TermsChange };

/** @returns the result with `terms`, and a warning for each name that means nothing here */
export async function settleTerms(db: Database, row: DocumentRow, processed: ProcessedDocument): Promise<ProcessedDocument> {
  const { declared } = processed;
  if (!declared) return processed;
  const { owner: _owner, supersedes: _supersedes, ...plain } = declared;
  const parts: Settled[] = [{ terms: plain, warnings: [] }, await ownerOf(db, declared), await predecessorOf(db, row, declared), await groupsOf(db, declared)];
  return { ...processed, terms: Object.assign({}, ...parts.map(({ terms }) => terms)) as TermsChange, warnings: [...processed.warnings, ...parts.flatMap(({ warnings }) => warnings)] };
}

async function ownerOf(db: Database, { owner }: DeclaredTerms): Promise<Settled> {
  if (owner === undefined) return { terms: {}, warnings: [] };
  const person = await findPerson(db, scope, owner);
  if (person) return { terms: { ownerId: person.id, ownerName: null }, warnings: [] };
  return { terms: { ownerId: null, ownerName: owner }, warnings: [`The owner “${owner}” has no account here, so its tasks go to HR leads. Choose an owner under “Details”.`] };
}

async function predecessorOf(db: Database, row: DocumentRow, { supersedes }: DeclaredTerms): Promise<Settled> {
  if (supersedes === undefined) return { terms: {}, warnings: [] };
  const found = await findByName(db, await uploaderScope(db, row), { name: supersedes, kind: row.kind, except: row.id });
  const others = found.filter(({ id }) => id !== row.replacesId);
  const [one, second] = others;
  if (!one) return { terms: {}, warnings: [`“supersedes: ${supersedes}” names no other document here. Write its title or file name, or choose it under “Details”.`] };
  if (second) return { terms: {}, warnings: [`“supersedes: ${supersedes}” names more than one document. Choose the right one under “Details”.`] };
  try {
    await assertNoCycle(db, scope, { documentId: row.id, supersedesId: one.id });
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { terms: {}, warnings: [error.userMessage] };
  }
  return { terms: { supersedesId: one.id }, warnings: [] };
}

/** Whoever added a file learns by its warnings of no document that they may not read. */
async function uploaderScope(db: Database, row: DocumentRow): Promise<Scope> {
  const account = row.uploadedBy === null ? null : await findSessionAccount(db, scope, row.uploadedBy);
  return account ? scopeOf({ userId: account.id, roles: account.roles }) : scope;
}

/** Where a directory is kept, its words decide: a group that nobody belongs to would hide the document from everyone. */
async function groupsOf(db: Database, { sites, contracts, audience }: DeclaredTerms): Promise<Settled> {
  const known = await listDirectoryGroups(db, scope);
  if (known.sites.length === 0) return { terms: {}, warnings: [] };
  const spelled = (names: readonly string[] | undefined, directory: readonly string[]) => names?.map((name) => directory.find((entry) => entry.toLowerCase() === name.toLowerCase()) ?? name);
  const strange = (what: string, names: readonly string[] | undefined, directory: readonly string[]) =>
    (names ?? []).filter((name) => !directory.includes(name)).map((name) => `“${name}” is no ${what} of the directory (${directory.slice(0, 6).join(", ")}${directory.length > 6 ? " …" : ""}).`);
  const groups = [...known.departments, MANAGERS];
  const [atSites, onContracts, forGroups] = [spelled(sites, known.sites), spelled(contracts, known.contracts), spelled(audience, groups)];
  const terms: TermsChange = { ...(atSites ? { sites: atSites } : {}), ...(onContracts ? { contracts: onContracts } : {}), ...(forGroups ? { audience: forGroups.filter((name) => groups.includes(name)) } : {}) };
  const left = strange("department", forGroups, groups).map((warning) => `${warning} It was left out.`);
  return { terms, warnings: [...strange("site", atSites, known.sites), ...strange("kind of contract", onContracts, known.contracts), ...left] };
}
