/** @file Profiles on a real database: read from the stored text, read again when old, gone with the document; the same person found, decided, taken back, and never beyond what the reader may read. */
import { afterAll, beforeEach, expect, test } from "vitest";
import { openMemoryDatabase } from "../../../db/client";
import { findProfile } from "../../../db/queries/profiles";
import { auditEvents, documentAcl, documents, documentTexts, personLinks, resumeKeys, resumeProfiles, users } from "../../../db/schema";
import { emptyDatabase, eq } from "../../../db/testing/database";
import { scopeOf } from "../../core/scope";
import type { Actor, DocumentId, Principal, UserId } from "../../core/types";
import { extractDocument } from "../../knowledge/extract/extract-document";
import { decideSamePerson, readPersonPage } from "./person-page";
import { currentProfileVersion } from "./profile-of";
import { refreshProfiles } from "./refresh";

const opened = await openMemoryDatabase();
const { db } = opened;
const services = { db };
const recruiter: Actor = { userId: "u-1" as UserId, name: "Rita", roles: ["recruiter"] };
const employee: Actor = { userId: "u-2" as UserId, name: "Emil", roles: ["employee"] };

async function resume(id: string, text: string, acl: Principal = "role:recruiter"): Promise<void> {
  const document = await extractDocument(new TextEncoder().encode(text), `${id}.md`);
  await db.insert(documents).values({ id: id as DocumentId, kind: "resume", source: `${id}.md`, title: id, mediaType: "text/markdown", sha256: id, sizeBytes: 1, status: "ready", language: "en" });
  await db.insert(documentAcl).values({ documentId: id as DocumentId, principal: acl });
  await db.insert(documentTexts).values({ documentId: id as DocumentId, text: document.text, pages: [], blocks: [...document.blocks] });
}

const cv = (name: string, contact: string, job = "### Buyer, Norrland Castings Ltd, 2016 – 2019") => `# ${name}\n\nBuyer\n\nLeeds, UK | ${contact}\n\n## Work\n\n${job}\n`;
const lines = async () => (await db.select({ action: auditEvents.action, facts: auditEvents.facts }).from(auditEvents).orderBy(auditEvents.seq)).map(({ action, facts }) => `${action} ${JSON.stringify(facts)}`);

beforeEach(async () => {
  await emptyDatabase(db);
  await db.insert(users).values([recruiter, employee].map((actor) => ({ id: actor.userId, name: actor.name, email: `${actor.userId}@example.test`, passwordHash: "", roles: [...actor.roles] })));
});
afterAll(() => opened.close());

test("profiles are read from the stored text, once, and again when the version is another", async () => {
  await resume("a", cv("Ida Brandt", "ida@example.test"));
  await resume("b", cv("Ola Vik", "ola@example.test"));
  expect([await refreshProfiles(db), await refreshProfiles(db)]).toEqual([2, 0]);
  await db.update(resumeProfiles).set({ version: "rules-0" }).where(eq(resumeProfiles.documentId, "a" as DocumentId));
  expect(await refreshProfiles(db)).toBe(1);
  const stored = await findProfile(db, scopeOf(recruiter), "a");
  expect([stored?.version, stored?.profile.name?.value, stored?.profile.experience[0]?.organisation?.value]).toEqual([await currentProfileVersion(), "Ida Brandt", "Norrland Castings Ltd"]);
});

test("a profile and its keys go with the document, and are nobody's who may not read it", async () => {
  await resume("a", cv("Ida Brandt", "ida@example.test | +44 7700 900999"));
  await refreshProfiles(db);
  expect(await findProfile(db, scopeOf(employee), "a")).toBeNull();
  await expect(readPersonPage(services, employee, "a")).rejects.toMatchObject({ code: "request/not-found" });
  expect(await db.$count(resumeKeys)).toBe(3);
  await db.delete(documents);
  expect([await db.$count(resumeProfiles), await db.$count(resumeKeys)]).toEqual([0, 0]);
});

test("the same person is found, decided by a human, and taken back, with a line for each", async () => {
  await resume("a", cv("Ida Brandt", "ida@example.test"));
  await resume("b", cv("I. Brandt", "IDA@example.test"));
  await resume("c", cv("Ida Brandt", "other@example.test", "### Clerk, Harbour Foods plc, 2012 – 2014"));
  await refreshProfiles(db);
  const found = (await readPersonPage(services, recruiter, "a")).others;
  expect(found.map(({ documentId, reasons, decided }) => [documentId, reasons.map(({ kind }) => kind), decided])).toEqual([["b", ["email"], null]]);
  const same = await decideSamePerson(services, recruiter, "b", { other: "a", verdict: "same" });
  expect(same.others).toMatchObject([{ documentId: "a", decided: { verdict: "same", by: "Rita" } }]);
  expect((await readPersonPage(services, recruiter, "a")).others).toMatchObject([{ documentId: "b", decided: { verdict: "same" } }]);
  await decideSamePerson(services, recruiter, "a", { other: "b", verdict: "same" });
  const undone = await decideSamePerson(services, recruiter, "a", { other: "b", verdict: null });
  expect(undone.others).toMatchObject([{ documentId: "b", decided: null }]);
  expect(await lines()).toEqual(['candidate.opened {"others":1}', 'candidate.linked {"other":"a","verdict":"same"}', 'candidate.opened {"others":1}', 'candidate.linked {"other":"b","verdict":"open"}']);
});

test("a résumé that the reader may not read is never named as the same person's, nor linked", async () => {
  await resume("a", cv("Ida Brandt", "ida@example.test"));
  await resume("b", cv("Ida Brandt", "ida@example.test"), "role:hr_lead");
  await refreshProfiles(db);
  expect((await readPersonPage(services, recruiter, "a")).others).toEqual([]);
  await expect(decideSamePerson(services, recruiter, "a", { other: "b", verdict: "same" })).rejects.toMatchObject({ code: "request/not-found" });
  await expect(decideSamePerson(services, recruiter, "a", { other: "a", verdict: "same" })).rejects.toMatchObject({ code: "request/invalid" });
  expect(await db.$count(personLinks)).toBe(0);
});
