/** @file Shares that end: by a recruiter's word or by their day; whoever holds, ends or answers an ended one, or never held it, and what stays of it. */
import { afterAll, beforeEach, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { applications, auditEvents, documentAcl, documents, documentTexts, notifications, shortlistAnswers, users } from "../../../db/schema";
import { emptyDatabase, eq } from "../../../db/testing/database";
import { wordHashEncoder } from "../../assistant/fixtures";
import { createManualClock } from "../../core/clock";
import type { Actor, ApplicationId, DocumentId, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import type { Services } from "../services";
import { addToOpening } from "./applications";
import { openingPageOf, takeUp } from "./openings";
import { answerShared, endShare, putOnShortlist, sharedShortlist, shareShortlist, shortlistsOf, takeOffShortlist } from "./shortlists";

const NOW = Date.UTC(2026, 10, 22, 9);
const DAY = 86_400_000;
const clock = createManualClock(NOW);
const JOB = "019aa8f0-0000-7abc-8def-0000000000f1" as DocumentId;
const OTHER_JOB = "019aa8f0-0000-7abc-8def-0000000000f2" as DocumentId;
const [ANNA, BO] = ["019aa8f0-0000-7abc-8def-0000000000f3" as DocumentId, "019aa8f0-0000-7abc-8def-0000000000f4" as DocumentId];
let opened: OpenDatabase;
let services: Services;
let people: Record<"mine" | "other" | "lead" | "manager" | "stranger", Actor>;
let list: string;
let ids: { anna: string; bo: string };

async function paper(id: DocumentId, kind: "job" | "resume", text: string): Promise<void> {
  await opened.db.insert(documents).values({ id, kind, status: "ready", source: `${id}.md`, title: text.split("\n")[0] ?? "", mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: "en", personName: kind === "resume" ? (text.split("\n")[0] ?? null) : null });
  await opened.db.insert(documentAcl).values({ documentId: id, principal: kind === "job" ? "role:employee" : "role:recruiter" });
  await opened.db.insert(documentTexts).values({ documentId: id, text, pages: [], blocks: [{ kind: "paragraph", level: null, start: 0, end: text.length }] });
}

const share = (until = "2026-12-02", masked = false) => shareShortlist(services, people.mine, JOB, { shortlist: list, userId: people.manager.userId, until, masked }, clock);
const view = (link: string, actor = people.manager, at = clock) => sharedShortlist(services, actor, link, at);
const answer = (link: string, application: string, { actor = people.manager, at = clock, verdict = "yes" }: { actor?: Actor; at?: typeof clock; verdict?: "yes" | "no" | "unsure" } = {}) => answerShared(services, actor, link, { application, verdict, note: "" }, at);
const gone = { code: "request/not-found" };
const actionsOf = async (action: string) => (await opened.db.select({ action: auditEvents.action, facts: auditEvents.facts }).from(auditEvents)).filter((line) => line.action === action);

beforeAll(async () => {
  opened = await openMemoryDatabase();
  services = { db: opened.db, encoder: wordHashEncoder } as unknown as Services;
});
beforeEach(async () => {
  await emptyDatabase(opened.db);
  const person = async (name: string, roles: readonly Role[]): Promise<Actor> => ({ userId: (await addPerson(opened.db, name, roles)).account.id, name, roles });
  people = { mine: await person("mine", ["recruiter"]), other: await person("other", ["recruiter"]), lead: await person("lead", ["hr_lead"]), manager: await person("manager", []), stranger: await person("stranger", []) };
  await paper(JOB, "job", "PLC engineer\n\nMust have\n\n- Siemens TIA Portal\n");
  await paper(OTHER_JOB, "job", "Baker\n\nMust have\n\n- Baking\n");
  await paper(ANNA, "resume", "Anna Quillmoor\n\nExperience\n\nPLC engineer, Brightloom\n2018 – 2024\n");
  await paper(BO, "resume", "Bo Tanager\n\nExperience\n\nBaker, Crumb\n2018 – 2024\n");
  await takeUp(services, people.mine, JOB, clock);
  await takeUp(services, people.other, OTHER_JOB, clock);
  await addToOpening(services, people.mine, JOB, { documents: [ANNA, BO], channel: "direct", consent: "application", keepUntil: null }, clock);
  const rows = (await openingPageOf(services, people.mine, JOB, clock)).applications;
  const idOf = (name: string) => rows.find(({ person: one }) => one.name === name)?.id ?? "";
  ids = { anna: idOf("Anna Quillmoor"), bo: idOf("Bo Tanager") };
  list = await putOnShortlist(services, people.mine, JOB, { shortlist: null, name: "First", entries: [{ application: ids.anna, reason: "TIA Portal" }] }, clock);
});
afterAll(() => opened.close());

test("an ended share opens for nobody and takes no answer; what was answered before stays with the recruiters", async () => {
  const link = await share();
  expect((await view(link)).people.map(({ application }) => application.person.name)).toEqual(["Anna Quillmoor"]);
  await answer(link, ids.anna, { verdict: "no" });
  await endShare(services, people.mine, JOB, link, clock);
  for (const actor of [people.manager, people.mine, people.lead, people.stranger]) {
    await expect(view(link, actor)).rejects.toMatchObject(gone);
    await expect(answer(link, ids.anna, { actor })).rejects.toMatchObject(gone);
  }
  const [kept] = await shortlistsOf(services, people.mine, JOB);
  expect(kept?.shared).toEqual([{ link, name: "manager", masked: false, expiresAt: "2026-12-02T23:59:59.999Z", ended: true, openedAt: new Date(NOW).toISOString() }]);
  expect(kept?.entries[0]?.answers, "the answer of before, not the one that came too late").toEqual([{ name: "manager", verdict: "no", note: "" }]);
  expect(await actionsOf("shortlist.share-ended")).toEqual([{ action: "shortlist.share-ended", facts: { opening: JOB, to: people.manager.userId } }]);
  expect(await actionsOf("shortlist.answered")).toHaveLength(1);
  expect(await opened.db.select({ kind: notifications.kind }).from(notifications).where(eq(notifications.userId, people.mine.userId))).toEqual([{ kind: "shortlist.answered" }]);
});

test("ending is for who works on the opening, once, and for a link of that opening", async () => {
  const link = await share();
  for (const actor of [people.other, people.manager, people.stranger]) await expect(endShare(services, actor, JOB, link, clock)).rejects.toMatchObject(gone);
  await expect(endShare(services, people.other, OTHER_JOB, link, clock), "a link of another opening").rejects.toMatchObject(gone);
  await expect(endShare(services, people.mine, JOB, "no-such-link", clock)).rejects.toMatchObject(gone);
  expect((await view(link)).people).toHaveLength(1);
  await endShare(services, people.lead, JOB, link, clock);
  await expect(endShare(services, people.mine, JOB, link, clock), "a second time").rejects.toMatchObject(gone);
  expect(await actionsOf("shortlist.share-ended"), "refused attempts leave no such line").toHaveLength(1);
});

test("a share holds through its last day and no longer, for reading and for answering", async () => {
  const link = await share("2026-11-24");
  const [last, over] = [createManualClock(Date.UTC(2026, 10, 24, 23, 59, 59, 998)), createManualClock(Date.UTC(2026, 10, 25))];
  expect((await view(link, people.manager, last)).expiresAt).toBe("2026-11-24T23:59:59.999Z");
  await answer(link, ids.anna, { at: last, verdict: "unsure" });
  await expect(view(link, people.manager, over)).rejects.toMatchObject(gone);
  await expect(answer(link, ids.anna, { at: over })).rejects.toMatchObject(gone);
  expect((await opened.db.select({ verdict: shortlistAnswers.verdict }).from(shortlistAnswers)).map(({ verdict }) => verdict)).toEqual(["unsure"]);
  await endShare(services, people.mine, JOB, link, over);
});

test("ending one share leaves another of the same list; sharing again opens a new one", async () => {
  const [first, second] = [await share(), await share("2026-12-05", true)];
  await endShare(services, people.mine, JOB, first, clock);
  await expect(view(first)).rejects.toMatchObject(gone);
  expect((await view(second)).masked).toBe(true);
  const third = await share();
  expect(new Set([first, second, third]).size).toBe(3);
  await answer(third, ids.anna);
  expect((await shortlistsOf(services, people.mine, JOB))[0]?.shared.map(({ link, ended }) => [link, ended]).sort()).toEqual([[first, true], [second, false], [third, false]].sort());
});

test("a share is for a day to come, within ninety, and for an account that may sign in", async () => {
  for (const until of ["2026-11-21", "2027-03-01"]) await expect(share(until)).rejects.toMatchObject({ code: "request/invalid" });
  await opened.db.update(users).set({ disabled: true }).where(eq(users.id, people.manager.userId));
  await expect(share()).rejects.toMatchObject({ code: "request/invalid" });
  await expect(shareShortlist(services, people.mine, JOB, { shortlist: "no-such-list", userId: people.stranger.userId, until: "2026-12-02", masked: false }, clock)).rejects.toMatchObject(gone);
  expect(await actionsOf("shortlist.shared")).toEqual([]);
});

test("answers are about who is shown: not who is not on the list, was taken off, or is past their term", async () => {
  const link = await share();
  await expect(answer(link, ids.bo), "applied, but not on the list").rejects.toMatchObject(gone);
  await expect(answer(link, "no-such-application")).rejects.toMatchObject(gone);
  await opened.db.update(applications).set({ keepUntil: new Date(NOW + DAY) }).where(eq(applications.id, ids.anna as ApplicationId));
  const later = createManualClock(NOW + 2 * DAY);
  expect((await view(link, people.manager, later)).people).toEqual([]);
  await expect(answer(link, ids.anna, { at: later }), "past their term").rejects.toMatchObject(gone);
  await answer(link, ids.anna);
  await takeOffShortlist(services, people.mine, JOB, { shortlist: list, application: ids.anna });
  await expect(answer(link, ids.anna), "taken off").rejects.toMatchObject(gone);
});
