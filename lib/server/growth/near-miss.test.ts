/**
 * @file The near miss that a recruiter sees and the gap that the same person sees as an employee: the same object for the same
 * person and the same opening, but for who is spoken to. Fails when either side begins to reckon by itself.
 */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { addEmployees } from "../../../db/queries/employees";
import { findDocument } from "../../../db/queries/documents";
import { putSkill } from "../../../db/queries/growth-people";
import { findRelations } from "../../../db/queries/relations";
import { documentAcl, documents, documentTexts } from "../../../db/schema";
import { EMPLOYEES } from "../../../db/seed/people/employees";
import { wordHashEncoder } from "../../assistant/fixtures";
import type { GapView } from "../../contracts/growth";
import { openingFit, type OpeningFit } from "../../contracts/openings-for-person";
import { createManualClock } from "../../core/clock";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, DocumentId, Principal } from "../../core/types";
import { heldSkills } from "../../people/match/both-ways/held-skills";
import { addPerson } from "../../testing/accounts";
import { takeUp } from "../recruiting/openings";
import { openingsFor } from "../recruiting/openings-for";
import { readResume, resumeOf } from "../recruiting/scorer";
import type { Services } from "../services";
import { ownGap } from "./gap";

const clock = createManualClock(Date.UTC(2026, 10, 22, 9));
const [PLC, DATA] = ["plc" as DocumentId, "data" as DocumentId];
const JOBS: Readonly<Record<string, string>> = {
  plc: "PLC engineer\n\nMust have\n\n- Siemens TIA Portal\n- German\n- 5 years of commissioning\n\nNice to have\n\n- Hydraulics\n- SQL or Python\n",
  data: "Data engineer\n\nMust have\n\n- Python\n- Siemens TIA Portal\n- Data pipelines\n\nNice to have\n\n- Docker\n",
};
const RESUME = "Caro Vane\n\nExperience\n\nPLC engineer, Brightloom\n2014 – 2024\n- Wrote Siemens TIA Portal programs\n- Commissioning of pumping stations\n- Trained six colleagues in Siemens TIA Portal\n\nSkills\n\n- Python\n- Pneumatics\n";
let opened: OpenDatabase;
let services: Services;
let recruiter: Actor;
let employee: Actor;

async function paper(id: string, kind: "job" | "resume", text: string, acl: Principal): Promise<void> {
  await opened.db.insert(documents).values({ id: id as DocumentId, kind, status: "ready", source: `${id}.md`, title: text.split("\n")[0] ?? id, mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: "en" });
  await opened.db.insert(documentAcl).values({ documentId: id as DocumentId, principal: acl });
  let at = 0;
  const blocks = text.split("\n").flatMap((line) => { const start = at; at += line.length + 1; return line === "" ? [] : [{ kind: "paragraph" as const, level: null, start, end: start + line.length }]; });
  await opened.db.insert(documentTexts).values({ documentId: id as DocumentId, text, pages: [], blocks });
}

/** The employee's profile shows exactly what the résumé shows. */
beforeAll(async () => {
  opened = await openMemoryDatabase();
  const { db } = opened;
  services = { db, encoder: wordHashEncoder } as unknown as Services;
  for (const [id, text] of Object.entries(JOBS)) await paper(id, "job", text, "role:employee");
  await paper("caro", "resume", RESUME, "role:recruiter");
  recruiter = { userId: (await addPerson(db, "rec", ["recruiter"])).account.id, name: "rec", roles: ["recruiter"] };
  const { account } = await addPerson(db, "e22", []);
  await addEmployees(db, systemScope("test"), EMPLOYEES.filter(({ id }) => id === "e22").map((person) => ({ ...person, managerId: null, userId: account.id, demo: true })));
  employee = { userId: account.id, name: "Noor", roles: [], relations: await findRelations(db, systemScope("test"), { userId: account.id, at: new Date(clock.now()) }) };
  const row = await findDocument(db, scopeOf(recruiter), "caro");
  const resume = row && (await readResume(db, systemScope("test"), resumeOf(row, new Date(clock.now()))));
  if (!resume) throw new Error("no résumé");
  for (const { skillId, level, evidence } of heldSkills(resume.subject)) await putSkill(db, scopeOf(employee), { skillId, level, shared: false, evidence: evidence.map((each) => ({ ...each, by: null, asked: false })) });
  await takeUp(services, recruiter, PLC, clock);
});
afterAll(() => opened.close());

const withoutVoice = ({ reason: _reason, ...item }: GapView["items"][number]) => item;

async function both(id: DocumentId): Promise<{ gap: GapView; fit: OpeningFit }> {
  const page = await openingsFor(services, recruiter, "caro", clock);
  const fit = page.fitting.find(({ documentId }) => documentId === id);
  return { fit: openingFit.parse(fit), gap: await ownGap(opened.db, employee, { kind: "opening", id, text: "" }) };
}

test.each([PLC, DATA])("opening %s: state, levels, importance, evidence and nearness are the same", async (id) => {
  const { gap, fit } = await both(id);
  const open = gap.items.filter(({ state }) => state !== "have");
  expect(open.length).toBeGreaterThan(1);
  const seen = fit.misses.flatMap(({ item }) => item ?? []);
  // Every open item of the gap stands in the near miss, unchanged, and no other is called missing.
  for (const item of open) expect(seen.map(withoutVoice)).toContainEqual(withoutVoice(item));
  for (const { item, state, yearsMissing } of fit.misses) {
    if (!item) continue;
    expect(gap.items.map(withoutVoice)).toContainEqual(withoutVoice(item));
    expect(state).toBe(item.state === "have" && yearsMissing !== null ? "partly" : item.state);
  }
});

test("the reason is the same but for who is spoken to", async () => {
  const { gap, fit } = await both(DATA);
  const missing = fit.misses.find(({ item }) => item?.skillId === "docker")?.item;
  expect(missing?.reason.en).toContain("The CV shows nothing of Docker");
  expect(gap.items.find(({ skillId }) => skillId === "docker")?.reason.en).toBe(missing?.reason.en.replace("The CV", "Your profile"));
});
