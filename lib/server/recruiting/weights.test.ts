/** @file Suggested weights on a real database: learned from decisions, refused where a group loses and without a reason, served, taken back; used by newly read openings. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { deleteRecords, insertImport } from "../../../db/queries/recruiting/equal-opportunity";
import { applicationEvents, applications, applicationScores, auditEvents, documents, openings, scoreRuns } from "../../../db/schema";
import type { ScorecardView } from "../../contracts/recruiting";
import { newId } from "../../core/ids";
import { systemScope } from "../../core/scope";
import type { Actor, ApplicationId, DocumentId } from "../../core/types";
import { addPerson } from "../../testing/accounts";
import { opportunityKey, subjectOf } from "./equal-opportunity";
import { readView } from "./openings";
import { pairsOf, promoteWeights, proposeWeights, servingWeights, serveWeights, weightsPageOf } from "./weights";

let opened: OpenDatabase;
let lead: Actor;
let recruiter: Actor;
const AT = new Date(Date.UTC(2026, 10, 22));
const VERSIONS = { ruleset: "r", encoder: null, taxonomy: "t", scorer: "1" };
const code = (name: string) => expect.objectContaining({ code: name }) as Error;

/** Skill must and education must, 60 and 50 of 110. */
function card(skill: number, degree: number): ScorecardView {
  const part = (kind: "skill" | "education", weight: number, score: number) => ({ name: kind, requirementId: kind, kind, mustHave: true, weight, score, met: score >= 60, standing: "stated" as const, evidence: [] });
  return { score: Math.round((6 * skill + 5 * degree) / 1.1) / 10, mustHaves: [], mustHavesMet: 0, parts: [part("skill", 54.55, skill), part("education", 45.45, degree)], versions: VERSIONS, inputs: { subject: "s", requirements: "q" } };
}

/** An opening whose recruiters look at skills only: three came to an interview, three were turned down. */
async function addOpening(n: number): Promise<void> {
  const { db } = opened;
  const [openingId, runId] = [newId<DocumentId>(), newId<string>()];
  const document = (id: DocumentId, kind: "job" | "resume") => ({ id, kind, status: "ready" as const, source: `${id}.md`, title: kind, mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: "en" as const });
  await db.insert(documents).values(document(openingId, "job"));
  await db.insert(openings).values({ documentId: openingId, state: "open", suggested: [], requirements: [], runId, openedAt: AT });
  await db.insert(scoreRuns).values({ id: runId, openingId, number: 1, versions: VERSIONS, revision: 1, requirements: [], reason: "", at: AT });
  const key = await opportunityKey(db);
  const records = [];
  for (let i = 0; i < 6; i++) {
    const [id, resume, reached] = [newId<ApplicationId>(), newId<DocumentId>(), i < 3];
    await db.insert(documents).values(document(resume, "resume"));
    await db.insert(applications).values({ id, code: `${n}-${i}`, openingId, documentId: resume, stage: reached ? "interview" : "rejected", channel: "other", consent: "none", appliedAt: AT, stageSince: AT });
    await db.insert(applicationEvents).values({ id: newId<string>(), applicationId: id, fromStage: "new", toStage: reached ? "interview" : "rejected", at: AT });
    const made = card((reached ? 60 : 40) + ((7 * n + 3 * i) % 10), (31 * n + 17 * i) % 100);
    await db.insert(applicationScores).values({ runId, applicationId: id, score: made.score, card: made });
    records.push({ subject: subjectOf(key, `${n}-${i}`), groups: { sex: i % 2 === 0 ? "female" : "male" } });
  }
  await insertImport(db, systemScope("test"), { rows: records, unmatched: 0, byId: null, at: AT });
}

beforeAll(async () => {
  opened = await openMemoryDatabase();
  const person = async (name: string, role: "recruiter" | "hr_lead"): Promise<Actor> => ({ userId: (await addPerson(opened.db, name, [role])).account.id, name, roles: [role] });
  [lead, recruiter] = [await person("lead", "hr_lead"), await person("recruiter", "recruiter")];
});
afterAll(() => opened.close());

test("a shortlist says something: above who was turned down, and above who stood higher and was passed over, not above who stood lower", () => {
  const one = (id: string, score: number, rest: object) => ({ id: id as ApplicationId, code: id, openingId: "o" as DocumentId, stage: "new" as const, reached: false, shortlisted: false, chosenAt: null, appliedAt: new Date(1), card: { ...card(50, 50), score }, ...rest });
  const pairs = pairsOf([
    one("top", 90, {}),
    one("chosen", 80, { shortlisted: true, chosenAt: new Date(5) }),
    one("below", 70, {}),
    one("later", 85, { appliedAt: new Date(9) }),
    one("rejected", 60, { stage: "rejected" }),
    one("gone", 95, { stage: "withdrawn" }),
    one("met", 50, { reached: true, stage: "interview" }),
    one("elsewhere", 99, { openingId: "p" }),
  ]);
  expect(pairs.map(({ better, worse, weight }) => [better.score, worse.score, weight])).toEqual([[80, 90, 0.5], [80, 60, 0.5], [50, 60, 1]]);
});

test("learned from decisions, judged on openings that were held out, served, and taken back", async () => {
  const services = { db: opened.db };
  await expect(proposeWeights(services, lead)).rejects.toEqual(code("train/too-few-labels"));
  for (let n = 0; n < 9; n++) await addOpening(n);

  await expect(proposeWeights(services, recruiter)).rejects.toEqual(code("policy/forbidden"));
  const proposal = await proposeWeights(services, lead);
  expect(proposal.pairs).toMatchObject({ fitted: 54, held: 27, openings: 9 });
  expect(proposal.weights.skill.must).toBeGreaterThan(60);
  expect(proposal.weights.education.must).toBeLessThan(50);
  expect(proposal.reasons.some(({ code: name }) => name.startsWith("impact-"))).toBe(true);
  expect(await servingWeights(opened.db)).toMatchObject({ skill: { must: 60 } });

  // A group loses by them: no reason outweighs that.
  expect(proposal.reasons).toContainEqual(expect.objectContaining({ code: "impact-worse", isAgainst: true }));
  await expect(promoteWeights(services, lead, "Agreed in the round of recruiters")).rejects.toEqual(code("request/conflict"));
  expect(await servingWeights(opened.db)).toMatchObject({ skill: { must: 60 } });
  await deleteRecords(opened.db, systemScope("test"));

  // Nine openings prove nothing: without a written reason the gate keeps it out.
  expect(proposal.verdict).not.toBe("better");
  await expect(promoteWeights(services, lead, "")).rejects.toEqual(code("request/invalid"));
  await promoteWeights(services, lead, "Agreed in the round of recruiters");
  expect(await weightsPageOf(services)).toMatchObject({ serving: 1, weights: proposal.weights, versions: [{ number: 1, by: "lead", verdict: "provisional" }] });
  expect(readView("Requirements\n- Python\n", { weights: await servingWeights(opened.db) })[0]?.weight).toBe(proposal.weights.skill.must);

  await expect(serveWeights(services, recruiter, 0)).rejects.toEqual(code("policy/forbidden"));
  await expect(serveWeights(services, lead, 7)).rejects.toEqual(code("request/not-found"));
  await serveWeights(services, lead, 0);
  expect(await servingWeights(opened.db)).toMatchObject({ skill: { must: 60 }, education: { must: 50 } });
  const lines = (await opened.db.select().from(auditEvents)).filter(({ action }) => action === "weights.served").sort((a, b) => a.seq - b.seq);
  expect(lines.map(({ facts }) => facts)).toMatchObject([{ version: 1, from: 0, reason: "Agreed in the round of recruiters" }, { version: 0, from: 1, verdict: null }]);
});
