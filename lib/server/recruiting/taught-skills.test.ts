/** @file What corrections teach: proposed to who works on the opening, counted in the texts they may read, taken in by a click, and then read everywhere; scores that were made stay. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { auditEvents, documentAcl, documents, documentTexts } from "../../../db/schema";
import { wordHashEncoder } from "../../assistant/fixtures";
import { taughtSkills } from "../../contracts/taught-skills";
import { createManualClock } from "../../core/clock";
import type { Actor, DocumentId, Principal, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { companyTaxonomy, forgetCompanyTaxonomy } from "../company-taxonomy";
import type { Services } from "../services";
import { addToOpening } from "./applications";
import { companySkills } from "./company-skills";
import { openingPageOf, readView, takeUp } from "./openings";
import { correctRequirements } from "./requirements";
import { rescore } from "./scores";
import { answerTaught, taughtSkillsOf } from "./taught-skills";

const id = (end: string) => `019aa8f0-0000-7abc-8def-0000000000${end}` as DocumentId;
const [FIRST, SECOND, DANA, EWA] = [id("b1"), id("b2"), id("a1"), id("a2")];
const clock = createManualClock(Date.UTC(2026, 10, 23, 9));
const ASKS = "PLC engineer\n\nMust have\n\n- PLC programming\n- Hydraulics\n";
let opened: OpenDatabase;
let root: string;
let services: Services;
let people: Record<"mine" | "other" | "lead" | "employee", Actor>;

async function addDocument(documentId: DocumentId, kind: "job" | "resume", text: string, acl: readonly Principal[] = ["role:recruiter", "role:hr_lead"]): Promise<void> {
  const title = text.split("\n")[0] ?? "";
  await opened.db.insert(documents).values({ id: documentId, kind, status: "ready", source: `${title}.md`, title, mediaType: "text/markdown", sha256: documentId, sizeBytes: 1, language: "en", personName: kind === "resume" ? title : null });
  await opened.db.insert(documentAcl).values(acl.map((principal) => ({ documentId, principal })));
  let at = 0;
  const blocks = text.split("\n").flatMap((line) => { const start = at; at += line.length + 1; return line === "" ? [] : [{ kind: "paragraph" as const, level: null, start, end: start + line.length }]; });
  await opened.db.insert(documentTexts).values({ documentId, text, pages: [], blocks });
}

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "cadre-taught-"));
  vi.stubEnv("CADRE_DATA_DIR", root);
  opened = await openMemoryDatabase();
  const person = async (name: string, roles: readonly Role[]): Promise<Actor> => ({ userId: (await addPerson(opened.db, name, roles)).account.id, name, roles });
  people = { mine: await person("mine", ["recruiter"]), other: await person("other", ["recruiter"]), lead: await person("lead", ["hr_lead"]), employee: await person("employee", []) };
  await addDocument(FIRST, "job", ASKS);
  await addDocument(SECOND, "job", ASKS.replace("engineer", "technician"));
  await addDocument(DANA, "resume", "Dana Quill\n\nExperience\n\nFitter, Brightloom\n2018 – 2024\n- SPS-Technik and hydraulics for lock gates\n");
  await addDocument(EWA, "resume", "Ewa Marl\n\nExperience\n\nFitter, Crumb\n2018 – 2024\n- SPS-Technik\n- SPS-Techniker in Leeds\n", ["role:hr_lead"]);
  services = { db: opened.db, encoder: wordHashEncoder, paths: { root } } as unknown as Services;
  await takeUp(services, people.mine, FIRST, clock);
});
afterAll(async () => {
  await opened.close();
  vi.unstubAllEnvs();
  forgetCompanyTaxonomy();
  await rm(root, { recursive: true, force: true });
});

const code = (name: string) => expect.objectContaining({ code: name }) as Error;
const told = async (who: Actor) => (await taughtSkillsOf(services, who)).proposals.map(({ words, of, corrected, stands }) => [words, of?.id ?? null, corrected, stands.openings, stands.resumes]);

test("corrections become proposals for who works on the opening, with the texts that they may read; nothing is taken in by itself", async () => {
  const page = await openingPageOf(services, people.mine, FIRST, clock);
  const plc = page.requirements.find(({ text }) => text === "PLC programming") ?? expect.fail("not read");
  expect(await told(people.mine)).toEqual([]);
  const requirements = page.requirements.map((one) => (one.id === plc.id ? { ...one, alternatives: ["SPS-Technik"] } : one));
  await correctRequirements(services, people.mine, FIRST, { revision: page.revision, requirements: [...requirements, { text: "Quoin setting", mustHave: false }] }, clock);
  expect(await told(people.mine)).toEqual([["Quoin setting", null, 1, 0, 0], ["SPS-Technik", plc.any[0], 1, 0, 1]]);
  expect(await told(people.lead)).toEqual([["Quoin setting", null, 1, 0, 0], ["SPS-Technik", plc.any[0], 1, 0, 2]]);
  expect(taughtSkills.parse(await taughtSkillsOf(services, people.lead))).toMatchObject({ more: 0, left: [] });
  expect(await told(people.other), "not on the list of that opening").toEqual([]);
  await expect(taughtSkillsOf(services, people.employee)).rejects.toEqual(code("policy/forbidden"));
  expect(companySkills(services).rows).toEqual([]);
});

test("what is refused changes nothing: names that nothing teaches, openings of others, another name of nothing", async () => {
  for (const [who, words, as, why] of [[people.employee, "SPS-Technik", "name", "policy/forbidden"], [people.other, "SPS-Technik", "name", "request/not-found"], [people.mine, "Anything else", "skill", "request/not-found"], [people.mine, "Python", "leave", "request/not-found"], [people.mine, "Quoin setting", "name", "request/invalid"]] as const) {
    await expect(answerTaught(services, who, { words, as }), `${who.name}: ${words}`).rejects.toEqual(code(why));
  }
  expect([companySkills(services).rows, (await taughtSkillsOf(services, people.mine)).left]).toEqual([[], []]);
});

test("left out, it is proposed to nobody until somebody offers it again", async () => {
  await answerTaught(services, people.mine, { words: "Quoin Setting", as: "leave" });
  expect((await taughtSkillsOf(services, people.lead)).left).toEqual(["quoin setting"]);
  expect((await told(people.mine)).map(([words]) => words)).toEqual(["SPS-Technik"]);
  await answerTaught(services, people.lead, { words: "quoin setting", as: "offer" });
  expect((await told(people.mine)).map(([words]) => words)).toEqual(["Quoin setting", "SPS-Technik"]);
});

test("taken in, it is read in every opening and résumé; scores that were made stay until somebody scores anew", async () => {
  await takeUp(services, people.mine, SECOND, clock);
  await addToOpening(services, people.mine, SECOND, { documents: [DANA], channel: "direct", consent: "application", keepUntil: null }, clock);
  const scored = async () => (await openingPageOf(services, people.mine, SECOND, clock)).applications[0]?.card;
  const before = (await scored()) ?? expect.fail("not scored");
  const plc = (await openingPageOf(services, people.mine, SECOND, clock)).requirements.find(({ text }) => text === "PLC programming") ?? expect.fail("not read");
  expect(before.mustHaves.map(({ met }) => met)).toEqual([false, true]);

  await answerTaught(services, people.mine, { words: "SPS-Technik", as: "name" });
  await answerTaught(services, people.mine, { words: "Quoin setting", as: "skill" });
  expect(companySkills(services).rows.map(({ name, aliases, related }) => [name, aliases, related])).toEqual([[companyTaxonomy().byId(plc.any[0] ?? "")?.name.en, "SPS-Technik", ""], ["Quoin setting", "", ""]]);
  expect(readView("Requirements\n- SPS-Technik\n- Quoin setting").map(({ kind, any }) => [kind, any])).toEqual([["skill", plc.any], ["skill", ["quoin-setting"]]]);
  expect(await told(people.mine)).toEqual([]);
  await expect(answerTaught(services, people.mine, { words: "SPS-Technik", as: "name" })).rejects.toEqual(code("request/not-found"));

  expect(await scored()).toEqual(before);
  const anew = await rescore(services, people.mine, { openingId: SECOND, reason: "", apply: false }, clock);
  expect(anew.rows[0]?.scoreAfter).toBeGreaterThan(before.score);
  expect(anew.rows[0]?.because.map(({ name }) => name)).toContain("PLC programming");
  expect((await opened.db.select().from(auditEvents)).filter(({ action }) => action === "taxonomy.imported").map(({ facts }) => facts)).toEqual([{ skills: 1, added: 1, changed: 0, removed: 0 }, { skills: 2, added: 1, changed: 0, removed: 0 }]);
});

test("a second name joins the company's own row, a Chinese one its Chinese names; one beside a skill becomes its neighbour", async () => {
  const page = await openingPageOf(services, people.mine, FIRST, clock);
  const requirements = page.requirements.map((one) => (one.text.startsWith("PLC programming") ? { ...one, alternatives: ["船闸梯控", "Miterlog", "Sluicework"] } : one));
  await correctRequirements(services, people.mine, FIRST, { revision: page.revision, requirements }, clock);
  await answerTaught(services, people.mine, { words: "Miterlog", as: "name" });
  await answerTaught(services, people.mine, { words: "船闸梯控", as: "name" });
  await answerTaught(services, people.mine, { words: "Sluicework", as: "skill" });
  const { rows } = companySkills(services);
  const skill = companyTaxonomy().normalise("Miterlog") ?? expect.fail("not known");
  expect(rows.map(({ name, aliases, aliases_zh, related }) => [name, aliases, aliases_zh, related])).toEqual([[skill.name.en, "SPS-Technik;Miterlog", "船闸梯控", ""], ["Quoin setting", "", "", ""], ["Sluicework", "", "", skill.name.en]]);
  expect(companyTaxonomy().normalise("船闸梯控")?.id).toBe(skill.id);
  expect(companyTaxonomy().byId("sluicework")?.related).toEqual([skill.id]);
});
