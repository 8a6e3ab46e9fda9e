/** @file What recruiting does by the clock: who waits is scored as a first look would, reminders come once and only when due. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { findWork } from "../../../db/queries/recruiting/openings";
import { documentAcl, documents, documentTexts, notifications, openings } from "../../../db/schema";
import { eq } from "../../../db/testing/database";
import { wordHashEncoder } from "../../assistant/fixtures";
import { createManualClock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import type { Actor, DocumentId } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import type { Services } from "../services";
import { addToOpening, writeNote } from "./applications";
import { runRecruitingClock } from "./clock";
import { openingPageOf, takeUp } from "./openings";

const JOB = "job" as DocumentId;
const clock = createManualClock(Date.UTC(2026, 10, 22, 9));
let opened: OpenDatabase;
let services: Services;
let mine: Actor;

async function paper(id: string, kind: "job" | "resume", text: string, status: "ready" | "queued" = "ready"): Promise<void> {
  await opened.db.insert(documents).values({ id: id as DocumentId, kind, status, source: `${id}.md`, title: id, mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: "en" });
  await opened.db.insert(documentAcl).values({ documentId: id as DocumentId, principal: "role:recruiter" });
  await opened.db.insert(documentTexts).values({ documentId: id as DocumentId, text, pages: [], blocks: [{ kind: "paragraph", level: null, start: 0, end: text.length }] });
}

const apply = (id: string, keepUntil: string | null = null) => addToOpening(services, mine, JOB, { documents: [id], channel: "direct", consent: "application", keepUntil }, clock);
const runOf = async () => (await findWork(opened.db, systemScope("test"), JOB))?.runId ?? null;
const page = async () => (await openingPageOf(services, mine, JOB, clock)).applications;

beforeAll(async () => {
  opened = await openMemoryDatabase();
  services = { db: opened.db, encoder: wordHashEncoder } as unknown as Services;
  mine = { userId: (await addPerson(opened.db, "mine", ["recruiter"])).account.id, name: "mine", roles: ["recruiter"] };
  await paper(JOB, "job", "PLC engineer\n\nMust have\n\n- Siemens TIA Portal\n");
  await paper("anna", "resume", "Wrote Siemens TIA Portal programs");
  await paper("bo", "resume", "Baked bread", "queued");
  await paper("cy", "resume", "Baked bread");
  await takeUp(services, mine, JOB, clock);
});
afterAll(() => opened.close());

test("who waits is scored, once they can be; what is pinned to another model waits for a person", async () => {
  expect(await runRecruitingClock(services, { clock })).toMatchObject({ scored: 0 });
  await apply("anna");
  await apply("bo");
  await apply("cy", "2026-11-01");
  expect(await runRecruitingClock(services, { clock })).toMatchObject({ scored: 1 });
  const first = await runOf();
  expect(first).not.toBeNull();
  expect((await page()).map(({ rank, card }) => [rank, card !== null])).toEqual([[1, true], [null, false], [null, false]]);
  expect(await runRecruitingClock(services, { clock })).toMatchObject({ scored: 0 });

  await opened.db.update(documents).set({ status: "ready" }).where(eq(documents.id, "bo" as DocumentId));
  expect(await runRecruitingClock(services, { clock, isStopped: () => true })).toMatchObject({ scored: 0 });
  expect(await runRecruitingClock(services, { clock })).toMatchObject({ scored: 1 });
  expect(await runOf()).toBe(first);
  expect((await page()).filter(({ rank }) => rank !== null)).toHaveLength(2);

  await paper("dee", "resume", "Baked bread");
  await apply("dee");
  const pinned = (await findWork(opened.db, systemScope("test"), JOB))?.pinned;
  if (pinned) await opened.db.update(openings).set({ pinned: { ...pinned, scorer: "0" } });
  expect(await runRecruitingClock(services, { clock })).toMatchObject({ scored: 0 });
});

test("a reminder is told once, when it is due", async () => {
  const [anna] = await page();
  await writeNote(services, mine, anna?.id ?? "", { text: "Call her", remindAt: new Date(clock.now() + 60_000).toISOString() }, clock);
  expect(await runRecruitingClock(services, { clock })).toMatchObject({ reminders: 0 });
  clock.advance(60_000);
  expect(await runRecruitingClock(services, { clock })).toMatchObject({ reminders: 1 });
  expect(await runRecruitingClock(services, { clock })).toMatchObject({ reminders: 0 });
  expect((await opened.db.select().from(notifications)).map(({ kind, href }) => [kind, href])).toEqual([["application.reminder", `/jobs/${JOB}?tab=board`]]);
});
