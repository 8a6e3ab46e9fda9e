/** @file Scoring anew with another encoder: where it would worsen an impact ratio only an HR lead may, in writing; too few recorded people are said, and hold nobody up. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { deleteRecords, insertImport } from "../../../db/queries/recruiting/equal-opportunity";
import { listApplications } from "../../../db/queries/recruiting/applications";
import { auditEvents, documentAcl, documents, documentTexts } from "../../../db/schema";
import { wordHashEncoder } from "../../assistant/fixtures";
import { rescoreReport } from "../../contracts/recruiting";
import type { Encoder } from "../../core/encoder";
import { createManualClock } from "../../core/clock";
import { systemScope } from "../../core/scope";
import type { Actor, DocumentId, EncoderVersion, Role } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import type { Services } from "../services";
import { addToOpening } from "./applications";
import { opportunityKey, subjectOf } from "./equal-opportunity";
import { changeMember, openingPageOf, takeUp } from "./openings";
import { correctRequirements } from "./requirements";
import { rescore } from "./scores";

const scope = systemScope("test");
const clock = createManualClock(Date.UTC(2026, 10, 23, 9));
const JOB = "019aa8f0-0000-7abc-8def-0000000000d0" as DocumentId;
const ASKS = "Site fitter\n\nMust have\n\n- German\n\nYour tasks\n\n- Commission lock gates on site\n";
/** Half of each group did what the job consists of; who was in the harbour and who in the yard is all that tells the groups apart. */
const PEOPLE = Array.from({ length: 12 }, (_, i) => ({ id: `019aa8f0-0000-7abc-8def-0000000000${(0x50 + i).toString(16)}` as DocumentId, isFemale: i % 2 === 0, didIt: i < 6 }));

/** Finds what is asked in one word that says nothing of the work. */
const harbourEncoder = (version: string): Encoder => ({
  ...wordHashEncoder,
  version: version as EncoderVersion,
  embed: (texts) => Promise.resolve(texts.map((text) => { const vector = new Float32Array(wordHashEncoder.dimension); vector[/harbour|^(?:commission lock gates on site|site fitter|german)$/i.test(text.trim()) ? 0 : 1] = 1; return vector; })),
});

let opened: OpenDatabase;
let mine: Actor;
let lead: Actor;
const by = (encoder: Encoder): Services => ({ db: opened.db, encoder }) as unknown as Services;
const shipped = () => by(wordHashEncoder);
const code = (name: string) => expect.objectContaining({ code: name }) as Error;
const preview = { openingId: JOB, reason: "", apply: false };
const runOf = async () => (await openingPageOf(by(wordHashEncoder), lead, JOB, clock)).run;

async function addDocument(id: DocumentId, kind: "job" | "resume", text: string): Promise<void> {
  const title = text.split("\n")[0] ?? "";
  await opened.db.insert(documents).values({ id, kind, status: "ready", source: `${id}.md`, title, mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: "en", personName: kind === "resume" ? title : null });
  await opened.db.insert(documentAcl).values([{ documentId: id, principal: "role:recruiter" }, { documentId: id, principal: "role:hr_lead" }]);
  let at = 0;
  const blocks = text.split("\n").flatMap((line) => { const start = at; at += line.length + 1; return line === "" ? [] : [{ kind: "paragraph" as const, level: null, start, end: start + line.length }]; });
  await opened.db.insert(documentTexts).values({ documentId: id, text, pages: [], blocks });
}

beforeAll(async () => {
  opened = await openMemoryDatabase();
  const person = async (name: string, role: Role): Promise<Actor> => ({ userId: (await addPerson(opened.db, name, [role])).account.id, name, roles: [role] });
  [mine, lead] = [await person("mine", "recruiter"), await person("lead", "hr_lead")];
  await addDocument(JOB, "job", ASKS);
  for (const [i, { id, isFemale, didIt }] of PEOPLE.entries()) {
    await addDocument(id, "resume", `Person ${String.fromCharCode(65 + i)}quill\n\nExperience\n\nFitter, Brightloom\n2018 – 2024\n- ${didIt ? "Commission lock gates on site" : "Bake bread at night"} in the ${isFemale ? "harbour" : "yard"}\n`);
  }
  await takeUp(shipped(), mine, JOB, clock);
  await changeMember(shipped(), mine, JOB, { userId: lead.userId, member: true }, clock).catch(() => undefined);
  await addToOpening(shipped(), mine, JOB, { documents: PEOPLE.map(({ id }) => id), channel: "direct", consent: "application", keepUntil: null }, clock);
  await openingPageOf(shipped(), mine, JOB, clock);
});
afterAll(() => opened.close());

async function recordGroups(): Promise<void> {
  const key = await opportunityKey(opened.db);
  const female = new Map(PEOPLE.map(({ id, isFemale }) => [id, isFemale]));
  const rows = (await listApplications(opened.db, scope, JOB)).map(({ code: of, documentId }) => ({ subject: subjectOf(key, of), groups: { sex: female.get(documentId) ? "female" : "male" } }));
  await insertImport(opened.db, scope, { rows, unmatched: 0, byId: null, at: new Date(clock.now()) });
}

test("the same model asks nothing, also with corrected requirements; with another one and nobody recorded it is said, and nobody is held up", async () => {
  expect((await rescore(shipped(), mine, preview, clock)).impact).toBeNull();
  const page = await openingPageOf(shipped(), mine, JOB, clock);
  await correctRequirements(shipped(), mine, JOB, { revision: page.revision, requirements: page.requirements.map((one) => ({ ...one, weight: 40 })) }, clock);
  expect((await rescore(shipped(), mine, preview, clock)).impact).toBeNull();
  const report = await rescore(by(harbourEncoder("harbour@1")), mine, { ...preview, reason: "new model", apply: true }, clock);
  expect(rescoreReport.parse(report).impact).toEqual({ verdict: "unknown", reasons: [] });
  expect(await runOf()).toMatchObject({ number: 2 });
  const back = await rescore(shipped(), lead, { ...preview, apply: true }, clock);
  expect(back.impact).toMatchObject({ verdict: "unknown", reasons: [{ en: expect.stringContaining("No category has groups large enough") as unknown, zh: expect.stringContaining("影响未知") as unknown }] });
});

test("where an impact ratio would fall a recruiter is refused and told no figure; an HR lead needs a written reason, which is kept", async () => {
  await recordGroups();
  const other = by(harbourEncoder("harbour@2"));
  expect((await rescore(other, mine, preview, clock)).impact).toEqual({ verdict: "worse", reasons: [] });
  expect((await rescore(other, lead, preview, clock)).impact).toEqual({ verdict: "worse", reasons: [{ en: "Lowest impact ratio of sex falls: 1.00 → 0.00.", zh: "sex 的最低影响比率下降：1.00 → 0.00。" }] });
  await expect(rescore(other, mine, { ...preview, reason: "we want the new model here", apply: true }, clock)).rejects.toEqual(code("request/conflict"));
  await expect(rescore(other, lead, { ...preview, reason: "because", apply: true }, clock)).rejects.toEqual(code("request/invalid"));
  expect(await runOf()).toMatchObject({ number: 3 });
  await rescore(other, lead, { ...preview, reason: "Twelve people prove nothing; looked at each of them", apply: true }, clock);
  expect(await runOf()).toMatchObject({ number: 4, reason: "Twelve people prove nothing; looked at each of them" });
  expect((await opened.db.select().from(auditEvents)).filter(({ action }) => action === "opening.scored").map(({ facts }) => (facts as { impact?: string }).impact)).toEqual(["unknown", "unknown", "worse"]);
});

test("back to the model before, the ratio rises again: held, and any recruiter may", async () => {
  expect((await rescore(shipped(), mine, { ...preview, reason: "back", apply: true }, clock)).impact).toEqual({ verdict: "kept", reasons: [] });
  await deleteRecords(opened.db, scope);
});
