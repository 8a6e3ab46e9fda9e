/**
 * @file The same property on a real database: with and without the documents that a person may not read, what the queries
 * give them is the same to the byte. People have roles and relations. Lists, counts, tasks with their numbers, earlier
 * texts, what names resolve to, and pages of the audit log: all of it, asked for by title, and its counts. Some dozens of graphs in `npm test`, two thousand in `npm run test:chaos`.
 */
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { appendAuditLine } from "../../../db/queries/audit";
import { hasTasks, openTask } from "../../../db/queries/document-tasks";
import { findByName, putTerms } from "../../../db/queries/document-terms";
import { deleteDocument, findDocument, findDuplicates, listDocuments } from "../../../db/queries/documents";
import { listVersions } from "../../../db/queries/document-versions";
import { documentAcl, documents, documentVersions } from "../../../db/schema";
import type { AuditEvent } from "../../contracts/audit";
import type { TaskKind } from "../../contracts/tasks";
import { createManualClock } from "../../core/clock";
import { scopeOf, systemScope } from "../../core/scope";
import { ROLES, type Actor, type DocumentId, type DocumentKind, type Principal, type Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { readAuditPage } from "../audit/read";
import { ownersTasks } from "../document-tasks/tasks";
import type { Services } from "../services";
import { can } from "./predicates";
import { canReadDocument } from "./documents";

const system = systemScope("test");
const clock = createManualClock(Date.parse("2026-06-15T10:00:00"));
const AT = new Date("2026-01-01T10:00:00Z");
let opened: OpenDatabase;
let userId: Actor["userId"];

const document = fc.record({
  kind: fc.constantFrom<DocumentKind>("policy", "course", "job", "resume"),
  acl: fc.subarray<string>([...ROLES.map((role) => `role:${role}`), "me", "opening:o-1", "opening:o-2", "manager-of:e-1", "manager-of:e-2"], { maxLength: 2 }),
  title: fc.constantFrom("Leave", "Parking", "Bands"),
  sha256: fc.constantFrom("a", "b"),
  owned: fc.boolean(),
  supersedes: fc.option(fc.nat(4), { nil: null }),
  tasks: fc.array(fc.record({ kind: fc.constantFrom<TaskKind>("review", "disagreement", "feedback"), other: fc.nat(4) }), { maxLength: 2 }),
});
const MOST_DOCUMENTS = 5;
const person = fc.record({ roles: fc.subarray<Role>([...ROLES], { maxLength: 2 }), openings: fc.subarray(["o-1", "o-3"]), reports: fc.subarray(["e-1", "e-3"]) });
const graph = fc.record({ person, documents: fc.array(document, { minLength: 2, maxLength: MOST_DOCUMENTS }) });
type Graph = typeof graph extends fc.Arbitrary<infer G> ? G : never;

const idOf = (position: number) => `d${position}` as DocumentId;
const actorOf = ({ person: { roles, openings, reports } }: Graph): Actor => ({ userId, name: "me", roles, relations: { employeeId: "e-me", reports, openings: openings as DocumentId[], learning: [] } });
const aclOf = (acl: readonly string[]) => acl.map((name) => (name === "me" ? `user:${userId}` : name) as Principal);

async function store({ documents: all }: Graph): Promise<void> {
  await opened.db.insert(documents).values(all.map(({ kind, title, sha256 }, i) => ({ id: idOf(i), kind, source: `${title}.md`, title, mediaType: "text/markdown", sha256, sizeBytes: 1, status: "ready" as const, createdAt: AT, updatedAt: AT })));
  const named = all.flatMap(({ acl }, i) => aclOf(acl).map((principal) => ({ documentId: idOf(i), principal })));
  if (named.length > 0) await opened.db.insert(documentAcl).values(named);
  for (const [i, { owned, supersedes, tasks }] of all.entries()) {
    if (owned || supersedes !== null) await putTerms(opened.db, system, idOf(i), { ownerId: owned ? userId : null, supersedesId: supersedes !== null && supersedes !== i && supersedes < all.length ? idOf(supersedes) : null });
    await opened.db.insert(documentVersions).values({ id: `v${i}`, documentId: idOf(i), formerId: `f${i}` as DocumentId, number: 1, title: "T", sha256: "x", text: `Text ${i}`, blocks: [], addedAt: AT, replacedAt: AT });
    for (const [n, { kind, other }] of tasks.entries()) {
      const otherId = kind === "disagreement" && other !== i && other < all.length ? idOf(other) : null;
      await openTask(opened.db, system, { kind, documentId: idOf(i), otherId, key: `${i}-${n}` });
    }
  }
}

/** Everything that the queries give this person; ids of tasks and times of writing differ from run to run. */
async function seenBy(graphOf: Graph): Promise<string> {
  const all = graphOf.documents;
  const actor = actorOf(graphOf);
  const scope = scopeOf(actor);
  const services = { db: opened.db } as Services;
  const ids = all.map((_, i) => idOf(i));
  const lists = [await ownersTasks(services, actor, { whose: "mine", status: "open" }, clock), ...(can(actor, "tasks:manage") ? [await ownersTasks(services, actor, { whose: "all", status: "open" }, clock)] : [])];
  const rows = await listDocuments(opened.db, scope);
  // Which predecessor a reader is told of is decided by termsFor and termsViewer (no-trace.contract.ts): the raw row is not shown.
  return JSON.stringify([
    rows.map(({ terms, ...row }) => [row, terms && { ...terms, supersedesId: null, updatedAt: null }]).map((entry) => JSON.stringify(entry)).sort(),
    lists.map(({ tasks, ...list }) => [list, tasks.map(({ id: _id, createdAt: _at, ...task }) => JSON.stringify(task)).sort()]),
    await hasTasks(opened.db, scope),
    await Promise.all(ids.map(async (id) => [(await findDocument(opened.db, scope, id))?.title ?? null, (await listVersions(opened.db, scope, id)).length])),
    (await findByName(opened.db, scope, { name: "Leave", kind: "policy", except: idOf(0) })).map(({ id }) => id).sort(),
    (await findDuplicates(opened.db, scope, "a", "policy")).map(({ id }) => id).sort(),
    can(actor, "audit:read:accounts") ? await Promise.all([{}, { document: "Leave" }, { document: "Parking" }, { action: "document" }].map((filter) => readAuditPage(opened.db, actor, { limit: 50, ...filter }))) : null,
  ]);
}

/** What was done with documents of these ids: the log is only ever added to, so these lines stay while documents come and go. */
async function recordReading(): Promise<void> {
  const events: AuditEvent[] = Array.from({ length: MOST_DOCUMENTS }, (_, i): AuditEvent[] => [
    { action: "document.opened", object: { kind: "document", id: idOf(i) }, facts: { kind: "policy" } },
    { action: "candidates.searched", object: { kind: "document", id: null }, facts: { shown: 2, documents: [idOf(i), idOf((i + 1) % MOST_DOCUMENTS)], place: "chat" } },
  ]).flat();
  for (const event of events) await appendAuditLine(opened.db, system, { at: AT, actor: { type: "person", id: "u-other", roles: ["hr_lead"] }, address: null, event });
}

const deleteRow = async (db: OpenDatabase["db"], id: DocumentId): Promise<void> => void (await deleteDocument(db, system, id));

/** @param runs how many random graphs */
export function noTraceStoredContract(runs: number): void {
  beforeAll(async () => {
    opened = await openMemoryDatabase();
    userId = (await addPerson(opened.db, "me")).account.id;
    await recordReading();
  });
  afterAll(() => opened.close());

  it("what is stored of documents that one may not read changes nothing that one is given", { timeout: 900_000 }, async () => {
    let hiding = 0;
    await fc.assert(
      fc.asyncProperty(graph, async (graphOf) => {
        await store(graphOf);
        const scope = scopeOf(actorOf(graphOf));
        const full = await seenBy(graphOf);
        const hidden = graphOf.documents.flatMap(({ kind, acl }, i) => (canReadDocument(scope, { kind, acl: aclOf(acl) }) ? [] : [idOf(i)]));
        if (hidden.length > 0) hiding++;
        await opened.db.transaction(async (tx) => {
          for (const { id } of await listDocuments(tx, system)) if (hidden.includes(id)) await deleteRow(tx, id);
        });
        const without = await seenBy(graphOf);
        for (const { id } of await listDocuments(opened.db, system)) await deleteRow(opened.db, id);
        expect(full).toBe(without);
      }),
      { numRuns: runs, seed: 11, endOnFailure: true },
    );
    expect(hiding).toBeGreaterThan(runs / 2);
  });
}
