/** @file Openings for a person: best for both first, what closes the gap; nothing of openings that are not the asker's, hide names, or were not agreed to. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { auditEvents, documentAcl, documents, documentTexts } from "../../../db/schema";
import { emptyDatabase } from "../../../db/testing/database";
import { wordHashEncoder } from "../../assistant/fixtures";
import { createManualClock } from "../../core/clock";
import type { Actor, DocumentId, Principal, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { addToOpening, moveOn } from "./applications";
import { changeOpening, openingPageOf, takeUp } from "./openings";
import { openingsFor } from "./openings-for";
import type { Services } from "../services";

const clock = createManualClock(Date.UTC(2026, 10, 22, 9));
const [PLC, BAKER, FREE, OTHERS] = ["plc" as DocumentId, "baker" as DocumentId, "free" as DocumentId, "others" as DocumentId];
const JOB = "PLC engineer\n\nMust have\n\n- Siemens TIA Portal\n- German\n\nNice to have\n\n- Hydraulics\n";
let opened: OpenDatabase;
let services: Services;
let mine: Actor;
let other: Actor;

async function paper(id: string, kind: "job" | "resume", text: string, acl: Principal): Promise<void> {
  await opened.db.insert(documents).values({ id: id as DocumentId, kind, status: "ready", source: `${id}.md`, title: text.split("\n")[0] ?? id, mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: "en" });
  await opened.db.insert(documentAcl).values({ documentId: id as DocumentId, principal: acl });
  let at = 0;
  const blocks = text.split("\n").flatMap((line) => { const start = at; at += line.length + 1; return line === "" ? [] : [{ kind: "paragraph" as const, level: null, start, end: start + line.length }]; });
  await opened.db.insert(documentTexts).values({ documentId: id as DocumentId, text, pages: [], blocks });
}

const found = async (actor: Actor = mine) => openingsFor(services, actor, "caro", clock);
const ids = async (actor: Actor = mine) => (await found(actor)).fitting.map(({ documentId }) => documentId);
const apply = (opening: DocumentId, consent: "application" | "talent-pool") => addToOpening(services, mine, opening, { documents: ["caro"], channel: "direct", consent, keepUntil: "2026-12-01" }, clock);

beforeAll(async () => {
  opened = await openMemoryDatabase();
  services = { db: opened.db, encoder: wordHashEncoder } as unknown as Services;
});
afterAll(() => opened.close());
beforeEach(async () => {
  await emptyDatabase(opened.db);
  const person = async (name: string, roles: readonly Role[]): Promise<Actor> => ({ userId: (await addPerson(opened.db, name, roles)).account.id, name, roles });
  [mine, other] = [await person("mine", ["recruiter"]), await person("other", ["recruiter"])];
  await paper(PLC, "job", JOB, "role:employee");
  await paper(BAKER, "job", "Baker\n\nMust have\n\n- Baking\n", "role:employee");
  await paper(FREE, "job", "Automation lead\n\nMust have\n\n- Siemens TIA Portal\n- Leading a team of welders\n", "role:employee");
  await paper(OTHERS, "job", JOB, "role:employee");
  await paper("caro", "resume", "Caro Vane\n\nExperience\n\nPLC engineer, Brightloom\n2014 – 2024\n- Wrote Siemens TIA Portal programs\n", "role:recruiter");
  await paper("secret", "resume", "Sia Cret\n", "role:hr_lead");
  for (const id of [PLC, BAKER]) await takeUp(services, mine, id, clock);
  await takeUp(services, other, OTHERS, clock);
});

test("best for both first, with what closes the gap; not what others recruit for", async () => {
  const page = await found();
  expect(page.fitting.map(({ documentId, taken, mustHavesMet, mustHaves, near }) => [documentId, taken, mustHavesMet, mustHaves, near])).toEqual([[PLC, true, 1, 2, true], [FREE, false, 1, 2, true]]);
  expect(page).toMatchObject({ compared: 3, hidden: 0, heldBack: null, applied: [] });
  const [plc] = page.fitting;
  expect(plc?.misses.map(({ requirement, mustHave, state }) => [requirement, mustHave, state])).toEqual([["German", true, "missing"], ["Hydraulics", false, "missing"]]);
  expect(plc?.scoreIfClosed).toBeCloseTo((plc?.score ?? 0) + (plc?.misses ?? []).reduce((sum, { gain }) => sum + gain, 0), 1);
  expect(plc?.shows[0]?.quote).toContain("TIA Portal");
  expect(await ids(other)).toEqual([OTHERS, FREE]);
  expect((await opened.db.select().from(auditEvents)).filter(({ action }) => action === "candidates.searched").map(({ facts }) => facts)).toEqual([{ shown: 1, documents: ["caro"], place: "person" }, { shown: 1, documents: ["caro"], place: "person" }]);
});

test("a résumé that one may not read is none, and what is over is not compared", async () => {
  await expect(openingsFor(services, mine, "secret", clock)).rejects.toMatchObject({ code: "request/not-found" });
  await expect(openingsFor(services, mine, PLC, clock)).rejects.toMatchObject({ code: "request/not-found" });
  await changeOpening(services, mine, PLC, { state: "filled" }, clock);
  expect(await ids()).toEqual([FREE]);
});

test("an opening that hides names says nothing, whether the person applied or not", async () => {
  await changeOpening(services, mine, PLC, { blindUntil: "interview" }, clock);
  const before = await found();
  expect([before.fitting.map(({ documentId }) => documentId), before.hidden]).toEqual([[FREE], 1]);
  await apply(PLC, "talent-pool");
  expect(await found()).toEqual(before);
});

test("what they applied for stands apart, with its own score; consent and term hold", async () => {
  await apply(BAKER, "application");
  await openingPageOf(services, mine, BAKER, clock);
  expect(await found()).toMatchObject({ heldBack: "consent", fitting: [], applied: [{ documentId: BAKER, stage: "new", mustHavesMet: 0, mustHaves: 1 }] });
  expect((await found()).applied[0]?.score).not.toBeNull();
  expect((await found(other)).applied).toEqual([]);

  await apply(PLC, "talent-pool");
  expect(await found()).toMatchObject({ heldBack: null, fitting: [{ documentId: FREE }], compared: 1 });
  const plc = (await openingPageOf(services, mine, PLC, clock)).applications[0]?.id ?? "";
  await moveOn(services, mine, plc, { from: "new", to: "screening", reason: "" }, clock);
  expect((await found()).applied.map(({ documentId, stage }) => [documentId, stage])).toContainEqual([PLC, "screening"]);
  const late = await openingsFor(services, mine, "caro", createManualClock(Date.UTC(2026, 11, 3)));
  expect(late).toMatchObject({ heldBack: "term", fitting: [] });
  expect(late.applied.every(({ score }) => score === null)).toBe(true);
});
