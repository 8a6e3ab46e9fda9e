/** @file Who of the people already here is ranked for an opening: who may be, best first; nobody where names are hidden. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { listTermsOver } from "../../../db/queries/recruiting/held-back";
import { auditEvents, documentAcl, documents, documentTexts } from "../../../db/schema";
import { createManualClock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import type { Actor, DocumentId, Principal, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { addToOpening } from "./applications";
import { changeOpening, takeUp } from "./openings";
import { forgetPool, poolOf } from "./pool";
import type { Services } from "../services";

const clock = createManualClock(Date.UTC(2026, 10, 22, 9));
const [JOB, OTHER] = ["job-1" as DocumentId, "job-2" as DocumentId];
const cv = (name: string, work: string) => `${name}\n\nExperience\n\n${work}\n`;
const PLC = "PLC engineer, Brightloom\n2014 – 2024\n- Wrote Siemens TIA Portal programs";
const BAKER = "Baker, Crumb\n2018 – 2024\n- Baked bread";
let opened: OpenDatabase;
let services: Services;
let mine: Actor;

async function paper(id: string, kind: "job" | "resume", text: string, acl: Principal = "role:recruiter"): Promise<void> {
  const name = kind === "resume" ? (text.split("\n")[0] ?? null) : null;
  await opened.db.insert(documents).values({ id: id as DocumentId, kind, status: "ready", source: `${id}.md`, title: id, mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: "en", personName: name });
  await opened.db.insert(documentAcl).values({ documentId: id as DocumentId, principal: acl });
  let at = 0;
  const blocks = text.split("\n").flatMap((line) => { const start = at; at += line.length + 1; return line === "" ? [] : [{ kind: "paragraph" as const, level: null, start, end: start + line.length }]; });
  await opened.db.insert(documentTexts).values({ documentId: id as DocumentId, text, pages: [], blocks });
}

const ranked = async (actor: Actor = mine) => poolOf(services, actor, JOB, { clock, patienceMs: 60_000 });
const apply = (opening: DocumentId, id: string, terms: { consent: "application" | "talent-pool"; keepUntil: string | null }) =>
  addToOpening(services, mine, opening, { documents: [id], channel: "direct", ...terms }, clock);

beforeAll(async () => {
  opened = await openMemoryDatabase();
  services = { db: opened.db } as unknown as Services;
  const person = async (name: string, roles: readonly Role[]): Promise<Actor> => ({ userId: (await addPerson(opened.db, name, roles)).account.id, name, roles });
  mine = await person("mine", ["recruiter"]);
  await paper(JOB, "job", "PLC engineer\n\nMust have\n\n- Siemens TIA Portal\n- 5 years as a PLC engineer\n", "role:employee");
  await paper(OTHER, "job", "Baker\n\nMust have\n\n- Baking\n", "role:employee");
  await takeUp(services, mine, JOB, clock);
  await takeUp(services, mine, OTHER, clock);
  for (const [id, text] of [["bo", cv("Bo Tanager", BAKER)], ["caro", cv("Caro Vane", PLC)], ["finn", cv("Finn Ley", PLC)], ["gita", cv("Gita Om", PLC)], ["hal", cv("Hal Roe", PLC)], ["ivo", cv("Ivo Bek", PLC)]] as const) await paper(id, "resume", text);
  await paper("secret", "resume", cv("Sia Cret", PLC), "role:hr_lead");
  await apply(OTHER, "finn", { consent: "application", keepUntil: null });
  await apply(OTHER, "gita", { consent: "talent-pool", keepUntil: "2026-11-21" });
  await apply(OTHER, "hal", { consent: "talent-pool", keepUntil: "2026-11-22" });
  await apply(JOB, "ivo", { consent: "application", keepUntil: null });
});
afterAll(() => {
  forgetPool(opened.db);
  return opened.close();
});

test("ranks who may be ranked, best first, with what shows it, and says who is not and why", async () => {
  const { people, read, total, heldBack } = await ranked();
  expect(people.map(({ name, mustHavesMet }) => [name, mustHavesMet])).toEqual([["Caro Vane", 2], ["Hal Roe", 2], ["Bo Tanager", 0]]);
  expect(people[0]?.shows.map(({ quote }) => quote).join()).toContain("TIA Portal");
  expect([read, total, heldBack]).toEqual([3, 3, { term: 1, consent: 1 }]);
  const lines = await opened.db.select({ action: auditEvents.action, facts: auditEvents.facts }).from(auditEvents);
  expect(lines.at(-1)).toEqual({ action: "candidates.searched", facts: { shown: 3, documents: ["caro", "hal", "bo"], place: "opening" } });
});

test("a newcomer is read in, one who is deleted is not found again", async () => {
  await paper("new", "resume", cv("Ada New", PLC));
  expect((await ranked()).people.map(({ name }) => name)).toContain("Ada New");
  await opened.db.delete(documents);
  await expect(ranked()).rejects.toMatchObject({ code: "request/not-found" });
});

test("only those whose every application is past its term are kept out of searches", async () => {
  await paper(JOB, "job", "PLC engineer\n\nMust have\n\n- Siemens TIA Portal\n", "role:employee");
  await takeUp(services, mine, JOB, clock);
  for (const id of ["over", "runs"]) await paper(id, "resume", cv(id, PLC));
  await apply(JOB, "over", { consent: "application", keepUntil: "2026-11-21" });
  await apply(JOB, "runs", { consent: "application", keepUntil: "2026-11-22" });
  expect([...(await listTermsOver(opened.db, systemScope("test"), new Date(clock.now())))]).toEqual(["over"]);
});

test("nobody is ranked where names are hidden, and by nobody who does not work on the opening", async () => {
  await changeOpening(services, mine, JOB, { blindUntil: "interview" }, clock);
  expect(await ranked()).toMatchObject({ people: [], namesHidden: true });
  await expect(ranked({ ...mine, userId: "stranger" as Actor["userId"] })).rejects.toMatchObject({ code: "request/not-found" });
});
