/**
 * @file Who may read a document: the SQL condition against the predicate, exhaustively: every kind × every access list
 * over these names × every set of roles × two people.
 */
import { describe, expect, test } from "vitest";
import type { Database } from "../../db/client";
import { readableDocuments, retrievableDocuments } from "../../db/queries/readable";
import { documentAcl, documents } from "../../db/schema";
import { eq } from "../../db/testing/database";
import { scopeOf, systemScope } from "../core/scope";
import { DOCUMENT_KINDS, ROLES, type DocumentId, type DocumentKind, type DocumentStatus, type Principal, type UserId } from "../core/types";
import { canReadDocument } from "../server/policy";

const NAMES: readonly Principal[] = [...ROLES.map((role) => `role:${role}` as const), "user:u-lin", "user:u-omar"];

function subsets<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, i) => (mask >> i) & 1));
}

interface Case {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly acl: readonly Principal[];
  readonly status: DocumentStatus;
}

const CASES: readonly Case[] = DOCUMENT_KINDS.flatMap((kind) =>
  subsets(NAMES).map((acl, i): Case => ({ id: `${kind}-${i}` as DocumentId, kind, acl, status: i % 3 === 0 ? "processing" : "ready" })),
);

async function insertCases(db: Database): Promise<void> {
  const common = { source: "a.md", title: "A", mediaType: "text/markdown", sha256: "0", sizeBytes: 1 };
  await db.insert(documents).values(CASES.map(({ id, kind, status }) => ({ id, kind, status, ...common })));
  await db.insert(documentAcl).values(CASES.flatMap(({ id, acl }) => acl.map((principal) => ({ documentId: id, principal }))));
}

export function accessContract(db: () => Database): void {
  describe("readable documents", () => {
    test("SQL and predicate agree on every case, and an employee sees no résumé", async () => {
      await insertCases(db());
      for (const userId of ["u-lin", "u-omar"] as UserId[]) {
        for (const roles of subsets(ROLES)) {
          const scope = scopeOf({ userId, roles });
          const rows = await db().select({ id: documents.id, kind: documents.kind }).from(documents).where(readableDocuments(scope));
          const expected = CASES.filter((document) => canReadDocument(scope, document));
          expect(rows.map((row) => row.id).sort(), `${userId} ${roles.join()}`).toEqual(expected.map((row) => row.id).sort());
          const recruits = roles.includes("recruiter") || roles.includes("hr_lead");
          expect(rows.some((row) => row.kind === "resume")).toBe(recruits);
        }
      }
    });

    test("retrieval sees the ready ones among them, also counted and through a join", async () => {
      await insertCases(db());
      const scope = scopeOf({ userId: "u-lin" as UserId, roles: ["recruiter"] });
      const expected = CASES.filter((document) => document.status === "ready" && canReadDocument(scope, document)).length;
      expect(await db().$count(documents, retrievableDocuments(scope))).toBe(expected);
      const joined = await db()
        .selectDistinct({ id: documents.id })
        .from(documentAcl)
        .innerJoin(documents, eq(documentAcl.documentId, documents.id))
        .where(retrievableDocuments(scope));
      expect(joined).toHaveLength(expected);
    });

    test("the system reads everything", async () => {
      await insertCases(db());
      const rows = await db().select({ id: documents.id }).from(documents).where(readableDocuments(systemScope("test")));
      expect(rows).toHaveLength(CASES.length);
    });
  });
}
