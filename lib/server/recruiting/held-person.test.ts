/** @file Who applied for nothing has the same right: everything held as a file, erasure with a receipt, read or not; who may, and who may not. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { applications, auditEvents, documentAcl, documents, documentTexts, openings, users } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import { createManualClock } from "../../core/clock";
import type { Actor, ApplicationId, DocumentId, Principal, Role, UserId } from "../../core/types";
import { createFileStore } from "../ingest/file-store";
import { readPersonPage } from "../profiles/person-page";
import type { Services } from "../services";
import { eraseHeld, exportPerson } from "./held-person";
import { keepPerson } from "./kept-until";
import { removeDocument } from "../documents/delete";
import { readReceipts } from "./receipts";

const POOL = "019aa8f0-0000-7abc-8def-0000000000a1" as DocumentId;
const SCAN = "019aa8f0-0000-7abc-8def-0000000000a2" as DocumentId;
const SECRET = "019aa8f0-0000-7abc-8def-0000000000a3" as DocumentId;
const APPLIED = "019aa8f0-0000-7abc-8def-0000000000a4" as DocumentId;
const JOB = "019aa8f0-0000-7abc-8def-0000000000b1" as DocumentId;
const clock = createManualClock(Date.UTC(2026, 10, 23, 9));
const ada: Record<"recruiter" | "lead" | "employee" | "reviewer" | "admin", Actor> = {
  recruiter: actor("u-1", ["recruiter"]), lead: actor("u-2", ["hr_lead"]), employee: actor("u-3", ["employee"]), reviewer: actor("u-4", ["reviewer"]), admin: actor("u-5", ["admin"]),
};
let opened: OpenDatabase;
let folder: string;
let services: Services;

function actor(id: string, roles: readonly Role[]): Actor {
  return { userId: id as UserId, name: id, roles };
}

interface Paper {
  readonly kind?: "resume" | "job";
  readonly acl?: readonly Principal[];
  readonly status?: "ready" | "needs_ocr";
  readonly source?: string;
}

async function paper(id: DocumentId, name: string, { kind = "resume", acl = ["role:recruiter", "role:hr_lead"], status = "ready", source = `${name}.md` }: Paper = {}): Promise<void> {
  const text = `${name}\n\nExperience\n\nWelder, Quaywright\n2015 – 2024\n`;
  await opened.db.insert(documents).values({ id, kind, source, title: name, mediaType: "text/markdown", sha256: id, sizeBytes: 1, status, language: "en", personName: kind === "resume" ? name : null });
  await opened.db.insert(documentAcl).values(acl.map((principal) => ({ documentId: id, principal })));
  if (status === "ready") await opened.db.insert(documentTexts).values({ documentId: id, text, pages: [], blocks: [{ kind: "paragraph", level: null, start: 0, end: text.length }] });
  const file = services.files.pathOf(id);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}

const contentOf = (bytes: Uint8Array) => JSON.parse(Buffer.from(unzipSync(bytes)["everything.json"] ?? []).toString()) as { name: string; text: string | null; applications: unknown[]; keptUntil: unknown; readers: string[]; profile: { experience: { title: { value: string } }[] } | null };

beforeAll(async () => {
  opened = await openMemoryDatabase();
  folder = await mkdtemp(path.join(tmpdir(), "cadre-held-"));
  const knowledge = { passagesOf: () => [], retrieve: () => Promise.resolve({ passages: [] }) };
  services = {
    db: opened.db, encoder: {}, files: createFileStore(folder), paths: { backups: path.join(folder, "backups") },
    dispatcher: { cancel: () => undefined }, readSide: { knowledge, remove: () => undefined }, vectors: { dropSnapshot: () => Promise.resolve() }, events: { publish: () => undefined },
  } as unknown as Services;
});
beforeEach(async () => {
  await emptyDatabase(opened.db);
  await opened.db.insert(users).values(Object.values(ada).map(({ userId, name, roles }) => ({ id: userId, name, email: `${userId}@example.test`, passwordHash: "", roles: [...roles] })));
  await paper(POOL, "Pia Poolman");
});
afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true });
});

test("everything held about somebody who never applied: text, profile, term, readers, the file; equal data, equal bytes; a line in the log", async () => {
  await keepPerson(opened.db, ada.recruiter, POOL, "2027-01-31");
  const { name, bytes } = await exportPerson(services, ada.recruiter, POOL);
  expect(name).toBe("candidate-000000a1.zip");
  expect(Object.keys(unzipSync(bytes)).sort()).toEqual(["Pia Poolman.md", "everything.json"]);
  const content = contentOf(bytes);
  expect(content).toMatchObject({ name: "Pia Poolman", applications: [], keptUntil: { until: "2027-01-31T23:59:59.999Z", by: "agreed" } });
  expect(content.text).toContain("Quaywright");
  expect(content.profile?.experience.map(({ title }) => title.value)).toEqual(["Welder"]);
  expect([...content.readers].sort()).toEqual(["role:hr_lead", "role:recruiter"]);
  expect(Buffer.from((await exportPerson(services, ada.recruiter, POOL)).bytes).equals(Buffer.from(bytes))).toBe(true);
  expect((await opened.db.select({ action: auditEvents.action }).from(auditEvents)).filter(({ action }) => action === "candidate.exported")).toHaveLength(2);
});

test("a file that could not be read, and one that is called as what stands beside it, are exported and erased as well", async () => {
  await paper(SCAN, "Sam Scan", { status: "needs_ocr", source: "inbox/everything.json" });
  const { bytes } = await exportPerson(services, ada.recruiter, SCAN);
  expect(Object.keys(unzipSync(bytes)).sort()).toEqual(["everything.json", "original-everything.json"]);
  expect(contentOf(bytes)).toMatchObject({ name: "Sam Scan", text: null, profile: null });
  expect(await eraseHeld(services, ada.recruiter, SCAN, clock)).toMatchObject({ clean: true, subject: SCAN, searches: { asked: 0, found: 0 } });
});

test("erasure leaves a receipt that can be read again, and nothing of the person; a second one finds nobody", async () => {
  const receipt = await eraseHeld(services, ada.recruiter, POOL, clock);
  expect(receipt).toMatchObject({ clean: true, subject: POOL, at: "2026-11-23T09:00:00.000Z" });
  expect(receipt.places).toEqual(expect.arrayContaining([{ place: "documents", before: 1, left: 0 }]));
  expect(await opened.db.$count(documents)).toBe(0);
  await expect(exportPerson(services, ada.recruiter, POOL)).rejects.toMatchObject({ code: "request/not-found" });
  await expect(eraseHeld(services, ada.recruiter, POOL, clock)).rejects.toMatchObject({ code: "request/not-found" });
  for (const reader of [ada.recruiter, ada.lead]) expect((await readReceipts(services, reader, { limit: 10 })).receipts.map((kept) => [kept.receipt.id, kept.by, kept.intact])).toEqual([[receipt.id, "u-1", true]]);
});

test("deleting a résumé among the documents is the same erasure, with its receipt; other documents just go", async () => {
  await paper(SCAN, "Sam Scan", { status: "needs_ocr" });
  await paper(JOB, "Welder wanted", { kind: "job", acl: ["role:employee"] });
  const receipt = await removeDocument(services, ada.recruiter, POOL);
  expect(receipt).toMatchObject({ clean: true, subject: POOL, places: expect.arrayContaining([{ place: "documents", before: 1, left: 0 }, { place: "document_texts", before: 1, left: 0 }]) as unknown });
  expect(await removeDocument(services, ada.lead, SCAN)).toMatchObject({ clean: true, subject: SCAN });
  expect(await removeDocument(services, ada.lead, JOB)).toBeUndefined();
  expect(await opened.db.$count(documents)).toBe(0);
  expect((await readReceipts(services, ada.lead, { limit: 10 })).receipts.map(({ receipt: { subject } }) => subject).sort()).toEqual([POOL, SCAN]);
  expect((await opened.db.select({ action: auditEvents.action }).from(auditEvents)).map(({ action }) => action).sort()).toEqual(["candidate.erased", "candidate.erased", "document.deleted", "document.deleted", "document.deleted"]);
});

test("deleting among the documents: not by who may not read it, not by other roles, not over somebody else's application", async () => {
  await paper(APPLIED, "Ali Applied");
  await paper(JOB, "Welder wanted", { kind: "job", acl: ["role:employee"] });
  await opened.db.insert(openings).values({ documentId: JOB, state: "open", suggested: [], requirements: [], openedAt: new Date(clock.now()) });
  await opened.db.insert(applications).values({ id: "019aa8f0-0000-7abc-8def-0000000000c1" as ApplicationId, code: "C-1", openingId: JOB, documentId: APPLIED, stage: "new", channel: "other", consent: "application", appliedAt: new Date(clock.now()), stageSince: new Date(clock.now()) });
  for (const who of [ada.employee, ada.reviewer, ada.admin]) await expect(removeDocument(services, who, APPLIED)).rejects.toMatchObject({ code: "request/not-found" });
  await expect(removeDocument(services, ada.employee, JOB)).rejects.toMatchObject({ code: "policy/forbidden" });
  await expect(removeDocument(services, ada.recruiter, APPLIED)).rejects.toMatchObject({ code: "request/conflict" });
  expect([await opened.db.$count(documents), await opened.db.$count(applications), await opened.db.$count(auditEvents)]).toEqual([3, 1, 0]);
  expect(await removeDocument(services, ada.lead, APPLIED)).toMatchObject({ clean: true });
  expect(await opened.db.$count(applications)).toBe(0);
});

test("the forbidden half: other roles, résumés that one may not read, what is no résumé; and nothing is changed by asking", async () => {
  await paper(SECRET, "Sia Secret", { acl: ["role:hr_lead"] });
  await paper(JOB, "Welder wanted", { kind: "job", acl: ["role:employee"] });
  for (const who of [ada.employee, ada.reviewer, ada.admin]) {
    await expect(exportPerson(services, who, POOL)).rejects.toMatchObject({ code: "policy/forbidden" });
    await expect(eraseHeld(services, who, POOL, clock)).rejects.toMatchObject({ code: "policy/forbidden" });
  }
  for (const [who, id] of [[ada.recruiter, SECRET], [ada.lead, JOB], [ada.lead, "no-such-id"]] as const) {
    await expect(exportPerson(services, who, id)).rejects.toMatchObject({ code: "request/not-found" });
    await expect(eraseHeld(services, who, id, clock)).rejects.toMatchObject({ code: "request/not-found" });
  }
  expect(await opened.db.$count(documents)).toBe(3);
  expect(await opened.db.$count(auditEvents)).toBe(0);
});

test("who has applied is exported and erased from the application; HR leads do it from here, too; the page says which", async () => {
  await paper(APPLIED, "Ali Applied");
  await paper(JOB, "Welder wanted", { kind: "job", acl: ["role:employee"] });
  await opened.db.insert(openings).values({ documentId: JOB, state: "open", suggested: [], requirements: [], openedAt: new Date(clock.now()) });
  await opened.db.insert(applications).values({ id: "019aa8f0-0000-7abc-8def-0000000000c1" as ApplicationId, code: "C-1", openingId: JOB, documentId: APPLIED, stage: "new", channel: "other", consent: "application", appliedAt: new Date(clock.now()), stageSince: new Date(clock.now()) });
  await expect(exportPerson(services, ada.recruiter, APPLIED)).rejects.toMatchObject({ code: "request/conflict" });
  await expect(eraseHeld(services, ada.recruiter, APPLIED, clock)).rejects.toMatchObject({ code: "request/conflict" });
  const page = async (who: Actor, id: string) => (await readPersonPage(services, who, id)).mayHandle;
  expect([await page(ada.recruiter, POOL), await page(ada.recruiter, APPLIED), await page(ada.lead, APPLIED)]).toEqual([true, false, true]);
  expect(contentOf((await exportPerson(services, ada.lead, APPLIED)).bytes).applications).toEqual([expect.objectContaining({ code: "C-1", opening: "Welder wanted" })]);
  expect(await eraseHeld(services, ada.lead, APPLIED, clock)).toMatchObject({ clean: true });
  expect(await opened.db.$count(applications)).toBe(0);
});
