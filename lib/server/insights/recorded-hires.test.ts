/** @file Recorded hires on a real database: sums by channel, small ones left out, who is under way is no failure. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { applicationEvents, applications, documents, openings } from "../../../db/schema";
import type { Channel, Stage } from "../../contracts/recruiting-words";
import { newId } from "../../core/ids";
import type { ApplicationId, DocumentId } from "../../core/types";
import { recordedHires } from "./recorded-hires";

let opened: OpenDatabase;
const APPLIED = Date.UTC(2026, 9, 1);
const JOB = "job" as DocumentId;

const document = (id: DocumentId, kind: "job" | "resume") => ({ id, kind, status: "ready" as const, source: `${id}.md`, title: id, mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: "en" as const });

/** One application each, hired after ten days, or after the days given. */
async function add(channel: Channel, stages: readonly Stage[], days = 10, openingId = JOB): Promise<void> {
  for (const stage of stages) {
    const [id, resume] = [newId<ApplicationId>(), newId<DocumentId>()];
    await opened.db.insert(documents).values(document(resume, "resume"));
    await opened.db.insert(applications).values({ id, code: id, openingId, documentId: resume, stage, channel, consent: "none", appliedAt: new Date(APPLIED), stageSince: new Date(APPLIED + days * 86_400_000) });
    if (stage === "hired" || stage === "interview") await opened.db.insert(applicationEvents).values({ id: newId<string>(), applicationId: id, fromStage: "screening", toStage: "interview", at: new Date(APPLIED) });
  }
}

beforeAll(async () => {
  opened = await openMemoryDatabase();
  await opened.db.insert(documents).values(document(JOB, "job"));
  await opened.db.insert(openings).values({ documentId: JOB, state: "open", suggested: [], requirements: [], openedAt: new Date(APPLIED) });
});
afterAll(() => opened.close());

test("nothing recorded is nothing learned", async () => {
  expect(await recordedHires(opened.db)).toEqual({ channels: [], leftOut: { channels: 0, people: 0, roles: 0 } });
});

test("sums by channel; a channel of four is left out, one without a decision has no effect", async () => {
  await add("referral", ["hired", "hired", "rejected", "interview", "new"]);
  await add("referral", ["hired"], 40);
  await add("job-board", ["rejected", "rejected", "rejected", "rejected", "hired", "withdrawn", "new"]);
  await add("direct", ["new", "new", "screening", "new", "offer"]);
  await add("event", ["hired", "new", "new", "new"]);
  const { channels, leftOut } = await recordedHires(opened.db);
  expect(leftOut).toEqual({ channels: 1, people: 4, roles: 0 });
  expect(channels.map(({ effect: _effect, byRole: _byRole, ...sums }) => sums)).toEqual([
    { channel: "direct", applied: 5, decided: 0, interviewed: 0, hired: 0, daysToHire: null },
    { channel: "job-board", applied: 7, decided: 6, interviewed: 1, hired: 1, daysToHire: 10 },
    { channel: "referral", applied: 6, decided: 4, interviewed: 4, hired: 3, daysToHire: 20 },
  ]);
  const [direct, board, referral] = channels.map(({ effect }) => effect);
  expect(direct).toBeNull();
  // Both are drawn towards the mean of all, 4 of 10, and stay in their order.
  expect(board?.mean).toBeGreaterThan(1 / 6);
  expect(board?.mean).toBeLessThan(0.4);
  expect(referral?.mean).toBeGreaterThan(0.4);
  expect(referral?.mean).toBeLessThan(3 / 4);
});

test("by role of the opening: its own figure where enough was decided, the channel's where too little was; fewer than five people are left out; titles are one whatever stands behind them", async () => {
  const many = (stage: Stage, n: number): Stage[] => new Array<Stage>(n).fill(stage);
  const [fitter, again, engineer, clerk] = ["fitter", "fitter-2", "engineer", "clerk"] as DocumentId[];
  for (const [id, title] of [[fitter, "Fitter (m/f/d)"], [again, "fitter"], [engineer, "Design Engineer"], [clerk, "Clerk"]] as const) {
    await opened.db.insert(documents).values({ ...document(id as DocumentId, "job"), title });
    await opened.db.insert(openings).values({ documentId: id as DocumentId, state: "open", suggested: [], requirements: [], openedAt: new Date(APPLIED) });
  }
  await add("agency", [...many("hired", 9), ...many("rejected", 9)], 10, fitter);
  await add("agency", [...many("hired", 3), ...many("rejected", 3)], 10, again);
  await add("agency", [...many("hired", 1), ...many("rejected", 23)], 10, engineer);
  await add("agency", many("rejected", 3), 10, clerk);
  await add("referral", [...many("rejected", 4), "new"], 10, engineer);
  const { channels, leftOut } = await recordedHires(opened.db);
  const of = (channel: string) => channels.find((one) => one.channel === channel);
  const agency = of("agency");
  expect(agency?.byRole.map(({ role, applied, hired }) => [role, applied, hired])).toEqual([["Design Engineer", 24, 1], ["Fitter", 24, 12]]);
  const [engineers, fitters] = agency?.byRole.map(({ effect }) => effect) ?? [];
  expect(fitters?.low).toBeGreaterThan(engineers?.mean ?? 1);
  expect(engineers?.high).toBeLessThan(fitters?.mean ?? 0);
  expect(agency?.effect?.mean).toBeGreaterThan(engineers?.mean ?? 1);
  expect(agency?.effect?.mean).toBeLessThan(fitters?.mean ?? 0);
  // Four decided referrals of engineers tell nothing of that role: the channel's own figure counts.
  expect(of("referral")?.byRole.find(({ role }) => role === "Design Engineer")).toMatchObject({ decided: 4, effect: null });
  expect(leftOut.roles).toBe(1);
});
