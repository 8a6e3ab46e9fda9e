/** @file Fairness figures on a real database: only sums leave, small groups and unknown are counted apart, nobody but HR leads. */
import { csvParse } from "d3-dsv";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { applicationEvents, applications, applicationScores, documents, equalOpportunityRecords, openings, scoreRuns } from "../../../db/schema";
import type { ScorecardView } from "../../contracts/recruiting";
import type { Stage } from "../../contracts/recruiting-words";
import { newId } from "../../core/ids";
import type { Actor, ApplicationId, DocumentId } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { fairnessCsv, fairnessReport, forgetRecords, importRecords } from "./fairness";

const AT = new Date(Date.UTC(2026, 10, 22));
const VERSIONS = { ruleset: "r", encoder: null, taxonomy: "t", scorer: "2" };
const card = (score: number): ScorecardView => ({ score, mustHaves: [], mustHavesMet: 0, parts: [], versions: VERSIONS, inputs: { subject: "s", requirements: "q" } });
const code = (name: string) => expect.objectContaining({ code: name }) as Error;
let opened: OpenDatabase;
let people: Record<"lead" | "recruiter", Actor>;

const document = (id: DocumentId, kind: "job" | "resume") => ({ id, kind, status: "ready" as const, source: `${id}.md`, title: id, mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: "en" as const });

/** Code · stage · score; an interview is where the stage says so. */
async function addOpening(job: DocumentId, rows: readonly (readonly [string, Stage, number | null])[]): Promise<void> {
  const { db } = opened;
  const runId = newId<string>();
  await db.insert(documents).values(document(job, "job"));
  await db.insert(openings).values({ documentId: job, state: "open", suggested: [], requirements: [], runId, openedAt: AT });
  await db.insert(scoreRuns).values({ id: runId, openingId: job, number: 1, versions: VERSIONS, revision: 1, requirements: [], reason: "", at: AT });
  for (const [name, stage, score] of rows) {
    const [id, resume] = [newId<ApplicationId>(), newId<DocumentId>()];
    await db.insert(documents).values(document(resume, "resume"));
    await db.insert(applications).values({ id, code: name, openingId: job, documentId: resume, stage, channel: "other", consent: "none", appliedAt: AT, stageSince: AT });
    await db.insert(applicationEvents).values({ id: newId<string>(), applicationId: id, fromStage: "screening", toStage: stage, at: AT });
    if (score !== null) await db.insert(applicationScores).values({ runId, applicationId: id, score, card: card(score) });
  }
}

beforeAll(async () => {
  opened = await openMemoryDatabase();
  const person = async (name: string, role: "recruiter" | "hr_lead"): Promise<Actor> => ({ userId: (await addPerson(opened.db, name, [role])).account.id, name, roles: [role] });
  people = { lead: await person("lead", "hr_lead"), recruiter: await person("recruiter", "recruiter") };
  // Women: three of five decided came to an interview, men one of five; a sixth of each is still waited for.
  await addOpening("one" as DocumentId, [
    ["F1", "interview", 80], ["F2", "interview", 70], ["F3", "offer", 60], ["F4", "rejected", 20], ["F5", "rejected", 10], ["F6", "new", 50],
    ["M1", "hired", 75], ["M2", "rejected", 30], ["M3", "rejected", 25], ["M4", "rejected", 15], ["M5", "withdrawn", 5], ["M6", "screening", null],
  ]);
  // Scores of another opening are higher throughout: compared within it alone.
  await addOpening("two" as DocumentId, [["X1", "rejected", 99], ["X2", "interview", 91], ["U1", "rejected", 95]]);
});
afterAll(() => opened.close());

const CSV = ["application,sex", ...["F1", "F2", "F3", "F4", "F5", "F6"].map((one) => `${one.toLowerCase()},female`), ...["M1", "M2", "M3", "M4", "M5", "M6"].map((one) => `${one},male`), "X1,other", "X2,other", "U1,", "ZZ,male"].join("\n");

test("nobody but an HR lead imports, reads, exports or deletes", async () => {
  const { recruiter } = people;
  for (const act of [importRecords(opened, recruiter, CSV), fairnessReport(opened, recruiter), fairnessCsv(opened, recruiter), forgetRecords(opened, recruiter)]) await expect(act).rejects.toEqual(code("policy/forbidden"));
  await expect(importRecords(opened, people.lead, "name,sex\nF1,female\n")).rejects.toEqual(code("request/invalid"));
});

test("rates of who was decided, scores within each opening, a small group without numbers, unknown by table", async () => {
  expect(await importRecords(opened, people.lead, CSV)).toEqual({ rows: 15, unmatched: 1 });
  const { applicants, measured, categories } = await fairnessReport(opened, people.lead);
  expect([applicants, measured, categories.length]).toEqual([15, 13, 1]);
  const [sex] = categories;
  expect(sex?.unknown).toEqual({ selection: 1, scoring: 1 });
  expect(sex?.selection.map(({ group, applicants: n, selected, impactRatio, left }) => [group, n, selected, impactRatio?.toFixed(3), left])).toEqual([["female", 5, 3, "1.000", null], ["male", 5, 1, "0.333", null], ["other", null, null, undefined, "small"]]);
  // The median of the first opening is 30: four women are above it, one man.
  expect(sex?.scoring.map(({ group, applicants: n, selected }) => [group, n, selected])).toEqual([["female", 6, 4], ["male", 5, 1], ["other", null, null]]);
});

test("the tables as CSV say the same; records can be deleted as a whole", async () => {
  const rows = csvParse(await fairnessCsv(opened, people.lead));
  expect(rows.map(({ group, measure, applicants, selected_or_above_median: hit, impact_ratio: ratio, left_out: left }) => [group, measure, applicants, hit, ratio, left])).toEqual([
    ["female", "selection", "5", "3", "1.000", ""], ["male", "selection", "5", "1", "0.333", ""], ["other", "selection", "", "", "", "small"], ["unknown", "selection", "1", "", "", ""],
    ["female", "scoring", "6", "4", "1.000", ""], ["male", "scoring", "5", "1", "0.300", ""], ["other", "scoring", "", "", "", "small"], ["unknown", "scoring", "1", "", "", ""],
  ]);
  await forgetRecords(opened, people.lead);
  expect((await fairnessReport(opened, people.lead)).categories).toEqual([]);
  expect(await opened.db.$count(equalOpportunityRecords)).toBe(0);
});
