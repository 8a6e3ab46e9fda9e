/**
 * @file What is said about scorecards: comparison, rank, near miss, interview kit, questions about one person, and jobs for
 * a person. Every answer must come from the cards and the résumé.
 */
import { describe, expect, it } from "vitest";
import { readProfile } from "../../profile/read-profile";
import { readRequirements } from "../../requirements/read-requirements";
import { createTaxonomy } from "../../taxonomy/create-taxonomy";
import type { Skill } from "../../taxonomy/types";
import { BASE_RULESET } from "../base-ruleset";
import { heldSkills } from "../both-ways/held-skills";
import { nearMiss } from "../both-ways/near-miss";
import { rankJobs, reverseFit } from "../both-ways/reverse-fit";
import { readPlainResume } from "../plain-resume";
import { prepareRequest, scoreSubject } from "../score-subject";
import { subjectOfProfile } from "../subject-of-profile";
import { answerAboutPerson } from "./about-person";
import { compareCandidates } from "./compare-candidates";
import { explainRank } from "./explain-rank";
import { interviewKit } from "./interview-kit";

const skill = (id: string, en: string, zh: string): Skill => ({ id, name: { en, zh }, aliases: { en: [], zh: [] }, kind: "technology", parent: null, related: [] });
const taxonomy = createTaxonomy([skill("kubernetes", "Kubernetes", "容器编排"), skill("python", "Python", "派森"), skill("sql", "SQL", "结构化查询"), skill("welding", "welding", "焊接")]);

const RESUME = `# Ida Brandt

ida@example.test

## Experience

### Platform Engineer, Norrland Foods (2018 - 2023)

- Ran Kubernetes clusters in two data centres
- Trained six colleagues in Kubernetes

### Data Analyst, Harbour Freight (2016 - 2018)

- Wrote reports in Excel

## Skills

- Python
`;
const JOB = "# Platform Engineer\n\n## Requirements\n- Kubernetes\n- Python\n- SQL\n- At least 8 years as a platform engineer\n";

async function person(text: string) {
  const document = await readPlainResume(text);
  const profile = readProfile(document, { source: "cv.md", asOf: "2026-03", taxonomy });
  return { profile, subject: subjectOfProfile(document, profile, { taxonomy }) };
}
const read = readRequirements(JOB, { taxonomy });
const job = prepareRequest({ requirements: read.requirements, title: read.title?.text ?? null }, { ruleset: BASE_RULESET, taxonomy });

describe("from scorecards", () => {
  it("compares people row by row, and says which rows differ", async () => {
    const [a, b] = [await person(RESUME), await person(RESUME.replace("- Python", "- SQL"))];
    const cards = [{ id: "a", card: scoreSubject(a.subject, job) }, { id: "b", card: scoreSubject(b.subject, job) }] as const;
    const { rows, candidates, mustHaves } = compareCandidates(cards);
    expect(rows.map(({ name, differs }) => [name, differs])).toEqual([["Kubernetes", false], ["Python", true], ["SQL", true], ["platform engineer", false]]);
    expect(rows[1]?.cells.map(({ met, standing }) => [met, standing])).toEqual([[true, "stated"], [false, "missing"]]);
    expect([candidates.length, mustHaves]).toEqual([2, 4]);
    expect(() => compareCandidates(cards.slice(0, 1))).toThrow(/2 to 4/);
    const other = prepareRequest({ requirements: read.requirements.slice(1), title: null }, { ruleset: BASE_RULESET, taxonomy });
    expect(() => compareCandidates([cards[0], { id: "c", card: scoreSubject(b.subject, other) }])).toThrow(/different requirements/);
  });

  it("explains a rank by points that add up to the difference", async () => {
    const [a, b] = [await person(RESUME), await person(RESUME.replace("- Trained six colleagues in Kubernetes", "").replace("- Ran Kubernetes clusters in two data centres", "- Ran servers"))];
    const told = explainRank({ id: "b", card: scoreSubject(b.subject, job) }, { id: "a", card: scoreSubject(a.subject, job) });
    expect(told).toMatchObject({ above: "a", below: "b", isTie: false });
    expect(told.reasons[0]).toMatchObject({ name: "Kubernetes", first: { met: true, standing: "verified" }, second: { met: false } });
    expect(told.reasons.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(told.points, 0);
  });

  it("says what would close the gap, and asks about it", async () => {
    const { subject } = await person(RESUME);
    const card = scoreSubject(subject, job);
    const { misses, mustHavesMissing, scoreIfClosed, isNear } = nearMiss(card, read.requirements);
    expect(misses.map(({ text, state, yearsMissing }) => [text, state, yearsMissing])).toEqual([["SQL", "missing", undefined], ["platform engineer", "partly", 3]]);
    expect([mustHavesMissing, isNear]).toEqual([2, true]);
    expect(scoreIfClosed).toBeGreaterThan(card.score);
    const kit = interviewKit(card);
    expect(kit.map(({ requirement, purpose }) => [requirement, purpose])).toEqual([["SQL", "gap"], ["platform engineer", "probe"], ["Python", "probe"], ["Kubernetes", "verify"]]);
    expect(kit[1]?.question.en).toContain("5 of the 8 years");
    expect(kit.every(({ question }) => /\p{Script=Han}/u.test(question.zh))).toBe(true);
  });

  it("puts a job that uses what a person can before one that leaves it idle", async () => {
    const { subject } = await person(RESUME);
    const welding = readRequirements("# Welder\n\n## Requirements\n- welding\n", { taxonomy });
    const other = prepareRequest({ requirements: welding.requirements, title: "Welder" }, { ruleset: BASE_RULESET, taxonomy });
    const ranked = rankJobs([{ id: "welder", card: scoreSubject(subject, other), reverse: reverseFit(subject, other) }, { id: "platform", card: scoreSubject(subject, job), reverse: reverseFit(subject, job) }]);
    expect(ranked.map(({ id }) => id)).toEqual(["platform", "welder"]);
    expect(ranked[0]?.reverse).toMatchObject({ used: ["kubernetes", "python"], idle: [], continues: 1 });
    expect(ranked[1]).toMatchObject({ mutual: 0, reverse: { idle: ["kubernetes", "python"] } });
    expect(heldSkills(subject).map(({ skillId, level }) => [skillId, level])).toEqual([["kubernetes", 4], ["python", 2]]);
  });
});

describe("answerAboutPerson", () => {
  it.each(["Does she know Kubernetes, and where did she use it?", "她会容器编排吗？在哪里用过？"])("%s", async (question) => {
    const { subject, profile } = await person(RESUME);
    const { findings } = answerAboutPerson(question, { subject, profile, taxonomy });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ state: "shown", standing: "verified", posts: [{ title: "Platform Engineer", from: "2018-01", to: "2023-12" }] });
    expect(findings[0]?.evidence.map(({ text }) => text).join(" ")).toContain("Kubernetes");
  });

  it("says when the résumé does not", async () => {
    const { subject, profile } = await person(RESUME);
    const { findings } = answerAboutPerson("Any experience with welding or SQL?", { subject, profile, taxonomy });
    expect(findings.map(({ about, state, evidence }) => [about, state, evidence.length])).toEqual([["welding", "none", 0], ["SQL", "none", 0]]);
  });

  it("tells the years of work when nothing else is asked", async () => {
    const { subject, profile } = await person(RESUME);
    expect(answerAboutPerson("How many years of experience does he have?", { subject, profile, taxonomy })).toMatchObject({ findings: [], years: { basis: "dates", value: 7 } });
  });
});

it("takes a language that is listed as one for spoken, unless it is only begun", async () => {
  const languages = createTaxonomy([{ ...skill("english", "English", "英语"), kind: "language" }, { ...skill("dutch", "Dutch", "荷兰语"), kind: "language" }]);
  const document = await readPlainResume("# Ida Brandt\n\n## Languages\n\n- English\n- Dutch (A2)\n");
  const subject = subjectOfProfile(document, readProfile(document, { source: "cv.md", asOf: "2026-03", taxonomy: languages }), { taxonomy: languages });
  expect(heldSkills(subject).map(({ skillId, level }) => [skillId, level])).toEqual([["dutch", 2], ["english", 3]]);
});
