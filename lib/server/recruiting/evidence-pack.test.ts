/** @file An evidence pack is enough to work its scores out again: ruleset, requirements and the lines that were scored are in it, each with a hash that fits; versions name every model. */
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { documentAcl, documents, documentTexts, scoreRuns } from "../../../db/schema";
import { wordHashEncoder } from "../../assistant/fixtures";
import { runInputs, scoreVersions, type RequirementView, type RunInputs, type ScoreVersionsView } from "../../contracts/recruiting";
import { canonicalJson, type CanonicalValue } from "../../core/canonical-json";
import { createManualClock } from "../../core/clock";
import { sha256 } from "../../core/hash";
import type { Actor, DocumentId } from "../../core/types";
import { embedSingly, textsOf } from "../../people/match/likeness";
import { parseRuleset, rulesetVersion } from "../../people/match/ruleset";
import { prepareRequest, queryTexts, scoreSubject } from "../../people/match/score-subject";
import type { EvidenceItem, MatchSubject } from "../../people/match/types";
import { addPerson } from "../../testing/accounts";
import { companyTaxonomy } from "../company-taxonomy";
import type { Services } from "../services";
import { addToOpening, moveOn } from "./applications";
import { evidencePack } from "./evidence-pack";
import { openingPageOf, takeUp } from "./openings";
import { correctRequirements } from "./requirements";
import { asRequirement, currentVersions } from "./scorer";

const clock = createManualClock(Date.UTC(2026, 10, 22, 9));
const JOB = "019aa8f0-0000-7abc-8def-0000000000e1" as DocumentId;
const [ANNA, CHEN] = ["019aa8f0-0000-7abc-8def-0000000000e2" as DocumentId, "019aa8f0-0000-7abc-8def-0000000000e3" as DocumentId];
const TEXTS: Readonly<Record<string, string>> = {
  [JOB]: "PLC engineer\n\nMust have\n\n- Siemens TIA Portal\n- 5 years as a PLC engineer\n- German\n\nNice to have\n\n- Hydraulics\n\nYour tasks\n\n- Commission lock gates on site\n",
  [ANNA]: "Anna Quillmoor\nanna@quillmoor.test\n\nExperience\n\nPLC engineer, Brightloom\n2018 – 2024\n- Anna Quillmoor wrote Siemens TIA Portal programs\n- Commissioned hydraulics of lock gates\n\nLanguages\n\nGerman (fluent)\n",
  [CHEN]: "沈若棠\n\n工作经历\n\n2018.03 – 2024.05 运河重工有限公司 PLC工程师\n- 负责西门子TIA Portal编程\n\n语言\n\n德语（流利）\n",
};

interface Pack {
  readonly format: string;
  readonly runs: { number: number; versions: ScoreVersionsView; inputs: RunInputs | null; requirements: RequirementView[]; ranked: { candidate: string; score: number; subjectSha256: string; requirementsSha256: string }[] }[];
  readonly candidates: { candidate: string; scorings: { scoring: number; score: number; subjectSha256: string; subject: { asOf: string; months: number | null; items: Omit<EvidenceItem, "text" | "start" | "end">[] } | null; parts: { name: string; score: number; met: boolean }[] }[] }[];
}

let opened: OpenDatabase;
let services: Services;
let mine: Actor;
const packOf = async (): Promise<{ bytes: Uint8Array; pack: Pack; page: string }> => {
  const { bytes } = await evidencePack(services, mine, JOB);
  const files = unzipSync(bytes);
  const text = (name: string) => Buffer.from(files[name] ?? []).toString();
  return { bytes, pack: JSON.parse(text("evidence.json")) as Pack, page: text("evidence.html") };
};

beforeAll(async () => {
  opened = await openMemoryDatabase();
  services = { db: opened.db, encoder: wordHashEncoder } as unknown as Services;
  mine = { userId: (await addPerson(opened.db, "mine", ["recruiter"])).account.id, name: "mine", roles: ["recruiter"] };
  for (const [id, text] of Object.entries(TEXTS)) {
    const kind = id === JOB ? "job" : "resume";
    const name = kind === "resume" ? (text.split("\n")[0] ?? null) : null;
    await opened.db.insert(documents).values({ id: id as DocumentId, kind, status: "ready", source: `${id}.md`, title: name ?? "PLC engineer", mediaType: "text/markdown", sha256: id, sizeBytes: 1, language: id === CHEN ? "zh" : "en", personName: name });
    await opened.db.insert(documentAcl).values({ documentId: id as DocumentId, principal: kind === "job" ? "role:employee" : "role:recruiter" });
    let at = 0;
    const blocks = text.split("\n").flatMap((line) => { const start = at; at += line.length + 1; return line === "" ? [] : [{ kind: "paragraph" as const, level: null, start, end: start + line.length }]; });
    await opened.db.insert(documentTexts).values({ documentId: id as DocumentId, text, pages: [], blocks });
  }
  await takeUp(services, mine, JOB, clock);
  await addToOpening(services, mine, JOB, { documents: [ANNA, CHEN], channel: "direct", consent: "application", keepUntil: null }, clock);
  await openingPageOf(services, mine, JOB, clock);
});
afterAll(() => opened.close());

test("names every model and holds the ruleset whole; its versions fit what it holds", async () => {
  const { pack, page } = await packOf();
  expect(pack.format).toBe("cadre-evidence-pack/3");
  const [run] = pack.runs;
  if (!run?.inputs) throw new Error("no run with its inputs");
  expect(scoreVersions.parse(run.versions)).toEqual(await currentVersions(wordHashEncoder));
  expect(run.versions.tagger).toMatch(/\S{6,}/);
  expect(page).toContain(`tagger ${run.versions.tagger}`);
  expect(runInputs.parse(run.inputs)).toMatchObject({ title: "PLC engineer", duties: ["Commission lock gates on site"], ruleset: { name: "cadre-base", metFrom: 0.6 } });
  expect(rulesetVersion(parseRuleset(JSON.stringify(run.inputs.ruleset)))).toBe(run.versions.ruleset);
  expect((await openingPageOf(services, mine, JOB, clock)).pinned).toEqual(run.versions);
});

test("its scores can be worked out again from the file alone, with the encoder that it names", async () => {
  const { pack } = await packOf();
  const [run] = pack.runs;
  if (!run?.inputs) throw new Error("no run with its inputs");
  const ruleset = parseRuleset(JSON.stringify(run.inputs.ruleset));
  const request = { requirements: run.requirements.map(asRequirement), title: run.inputs.title, duties: run.inputs.duties };
  const options = { ruleset, taxonomy: companyTaxonomy() };
  const prepared = prepareRequest(request, { ...options, likeness: { encoder: wordHashEncoder.version, queries: await embedSingly(queryTexts(request, options), wordHashEncoder, { known: new Map() }) } });
  expect(pack.candidates).toHaveLength(2);
  for (const { candidate, scorings } of pack.candidates) {
    const [scored] = scorings;
    if (!scored?.subject) throw new Error(`${candidate} has no subject`);
    const { items, months, asOf } = scored.subject;
    expect(sha256(canonicalJson({ items, months } as unknown as CanonicalValue))).toBe(scored.subjectSha256);
    const subject: MatchSubject = { items: items.map((item) => ({ ...item, text: item.canonical, start: 0, end: 0 })), monthsOfWork: months, monthsQuote: null, asOf, fingerprint: scored.subjectSha256 };
    const card = scoreSubject(subject, prepared, await embedSingly(textsOf(subject), wordHashEncoder, { known: new Map() }));
    expect(card.inputs.requirements).toBe(run.ranked.find((one) => one.candidate === candidate)?.requirementsSha256);
    expect([card.score, card.parts.map(({ name, score, met }) => ({ name, score, met }))]).toEqual([scored.score, scored.parts.map(({ name, score, met }) => ({ name, score, met }))]);
    expect(card.score).toBeGreaterThan(0);
  }
  expect(JSON.stringify(pack.candidates.map(({ scorings }) => scorings.map(({ subject }) => subject))), "what was scored names nobody").not.toMatch(/quillmoor|anna|沈若棠|若棠/i);
});

test("is the same bytes each time, and a run from before its inputs were kept is still exported", async () => {
  const first = await packOf();
  expect(Buffer.from((await packOf()).bytes).equals(Buffer.from(first.bytes))).toBe(true);
  const { tagger: _tagger, ...older } = await currentVersions(wordHashEncoder);
  await opened.db.update(scoreRuns).set({ inputs: null, versions: older });
  const before = await packOf();
  expect(before.pack.runs[0]).toMatchObject({ inputs: null, versions: older });
  expect(before.page).toContain("tagger none kept");
  expect((await openingPageOf(services, mine, JOB, clock)).applications.map(({ rank }) => rank)).toEqual([1, 2]);
});

test("its page speaks the language that is asked for; the data beside it are the same, and equal decisions are equal bytes in each", async () => {
  await moveOn(services, mine, (await openingPageOf(services, mine, JOB, clock)).applications[1]?.id ?? "", { from: "new", to: "rejected", reason: "TIA Portal is listed only" }, clock);
  const [open, kept] = [await openingPageOf(services, mine, JOB, clock), await openingPageOf(services, mine, JOB, clock)];
  await correctRequirements(services, mine, JOB, { revision: open.revision, requirements: kept.requirements.map((one, i) => (i === 0 ? { ...one, weight: 15 } : one)) }, clock);
  const of = async (language?: "en" | "zh") => {
    const { bytes, name } = await evidencePack(services, mine, JOB, language ? { language } : {});
    const text = (file: string) => Buffer.from(unzipSync(bytes)[file] ?? []).toString();
    return { name, bytes: Buffer.from(bytes).toString("base64"), json: text("evidence.json"), page: text("evidence.html"), sums: text("SHA256SUMS") };
  };
  const [plain, en, zh] = [await of(), await of("en"), await of("zh")];
  expect(en).toEqual(plain);
  expect((await of("zh")).bytes).toBe(zh.bytes);
  expect([en.name, zh.name]).toEqual(["evidence-000000e1.zip", "evidence-000000e1-zh.zip"]);
  expect(zh.json).toBe(en.json);
  expect(zh.sums).toBe(`${sha256(zh.page)}  evidence.html\n${sha256(zh.json)}  evidence.json\n`);
  expect(en.page).toMatch(/<html lang="en">[^]*<h2>Decisions<\/h2>[^]*<td>new<\/td><td>rejected<\/td>/);
  expect(zh.page).toMatch(/<html lang="zh">[^]*修改：权重[^]*第 1 次评分[^]*<td>新申请<\/td><td>未录用<\/td>[^]*候选人及其证据[^]*主动寻访[^]*整体相似度/);
  // What people and résumés wrote stays in their words; nothing else is English.
  const ours = zh.page.replace(/<style>[^]*?<\/style>|<blockquote>[^]*?<\/blockquote>|<[^>]+>/g, " ");
  const theirs = ["PLC engineer", "Siemens TIA Portal", "5 years as a PLC engineer", "German", "Hydraulics", "TIA Portal is listed only", "mine", "SHA-256", "PLC"];
  const left = theirs.reduce((text, words) => text.replaceAll(words, " "), ours).replace(/\b[\w.@-]*\d[\w.@:-]*/g, " ").match(/[A-Za-z]{3,}/g) ?? [];
  expect([...new Set(left)].filter((word) => !/^(?:word|hash|cadre|base)$/.test(word))).toEqual([]);
});

test("a résumé that reads otherwise today has its hash, and no lines that do not fit it", async () => {
  await opened.db.update(documentTexts).set({ text: (TEXTS[ANNA] ?? "").replace("Hydraulics", "Pneumatics").replace("hydraulics", "pneumatics") });
  const scorings = (await packOf()).pack.candidates.flatMap((one) => one.scorings);
  expect(scorings.some(({ subject, subjectSha256 }) => subject === null && /^[0-9a-f]{64}$/.test(subjectSha256))).toBe(true);
});
