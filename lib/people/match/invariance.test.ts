/**
 * @file Invariance: what must not change a score does not (order, layout, name, gender words, age, graduation year,
 * nationality, address, photo), the same input gives the same bytes, and more evidence never lowers a score.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../core/canonical-json";
import { sha256 } from "../../core/hash";
import { readRequirements } from "../requirements/read-requirements";
import { createTaxonomy } from "../taxonomy/create-taxonomy";
import type { Skill } from "../taxonomy/types";
import { BASE_RULESET } from "./base-ruleset";
import { textsOf } from "./likeness";
import { readPlainResume } from "./plain-resume";
import { contents, JOB_EN, JOB_ZH, layouts, peopleOf, PLAIN_LAYOUT, writeResume, type Content, type Layout, type Who } from "./resume.fixture";
import { prepareRequest, queryTexts, scoreSubject, type PreparedRequest } from "./score-subject";
import { subjectOfDocument } from "./subject-of-profile";
import type { MatchSubject, Scorecard } from "./types";

const skill = (id: string, zh: string, aliases: readonly string[] = [], parent: string | null = null): Skill => ({ id, name: { en: id.replace(/-/g, " "), zh }, aliases: { en: aliases, zh: [] }, kind: "technology", parent, related: [] });
const taxonomy = createTaxonomy([skill("plc", "PLC编程", ["plc programming"]), skill("siemens", "西门子", [], "plc"), skill("rockwell", "罗克韦尔", [], "plc"), skill("scada", "组态软件"), skill("hydraulics", "液压系统"), skill("project-management", "项目管理"), skill("excel", "电子表格"), skill("python", "派森"), skill("sql", "结构化查询")]);

/** A stand-in for the encoder: a unit vector that depends on the text's words alone. */
function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(16);
  for (const word of text.split(/[\s,]+|(?<=\p{Script=Han})/u)) for (let i = 0; i < 16; i++) vector[i] = (vector[i] ?? 0) + (Number.parseInt(sha256(word).slice(i, i + 2), 16) - 90) / 255;
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}
const vectorsOf = (texts: readonly string[]) => new Map(texts.map((text) => [text, vectorOf(text)]));

function prepare(job: string): PreparedRequest {
  const read = readRequirements(job, { taxonomy });
  const request = { requirements: read.requirements, title: read.title?.text ?? null };
  const queries = vectorsOf(queryTexts(request, { ruleset: BASE_RULESET, taxonomy }));
  return prepareRequest(request, { ruleset: BASE_RULESET, taxonomy, likeness: { encoder: "words@1", queries } });
}
const JOBS = { en: prepare(JOB_EN), zh: prepare(JOB_ZH) } as const;

async function read(content: Content, who: Who, layout: Layout): Promise<MatchSubject> {
  return subjectOfDocument(await readPlainResume(writeResume(content, who, layout)), { taxonomy, asOf: "2026-03" });
}
const score = (subject: MatchSubject, job: PreparedRequest): Scorecard => scoreSubject(subject, job, vectorsOf(textsOf(subject)));

/** A card without places in the file and with folded quotes: what must be equal however the résumé is laid out. */
function content(card: Scorecard): unknown {
  return { ...card, mustHaves: card.mustHaves.map(({ evidence: _evidence, ...rest }) => rest), parts: card.parts.map(({ evidence, ...rest }) => ({ ...rest, quotes: evidence.length })) };
}

const RUNS = { numRuns: 8, seed: 20260301 };
const first = (language: Content["language"]): Who => peopleOf(language)[0] as Who;

describe.each(["en", "zh"] as const)("a scorecard (%s)", (language) => {
  it("says what the job asks and quotes slices of the résumé", async () => {
    await fc.assert(
      fc.asyncProperty(contents(language), async (given) => {
        const document = await readPlainResume(writeResume(given, first(language), PLAIN_LAYOUT));
        const card = score(subjectOfDocument(document, { taxonomy, asOf: "2026-03" }), JOBS[language]);
        expect(card.parts.length).toBe(JOBS[language].wanted.length + 1);
        for (const { evidence, score: points } of card.parts) {
          for (const quote of evidence) expect(document.text.slice(quote.start, quote.end)).toBe(quote.text);
          if (points > 0) expect(evidence.length).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });

  it("is the same bytes a hundred times, over five readings of the file", async () => {
    const [given] = fc.sample(contents(language), { numRuns: 1, seed: 7 });
    if (!given) throw new Error("no sample");
    const cards = new Set<string>();
    for (let reading = 0; reading < 5; reading++) {
      const subject = await read(given, first(language), PLAIN_LAYOUT);
      for (let run = 0; run < 20; run++) cards.add(JSON.stringify(score(subject, JOBS[language])));
    }
    expect(cards.size).toBe(1);
  });

  it("does not change with the order of sections, the layout, the file's kind or a photo", async () => {
    await fc.assert(
      fc.asyncProperty(contents(language), layouts, async (given, layout) => {
        const plain = await read(given, first(language), PLAIN_LAYOUT);
        const other = await read(given, first(language), layout);
        expect(textsOf(other)).toEqual(textsOf(plain));
        expect(other.fingerprint).toBe(plain.fingerprint);
        expect(content(score(other, JOBS[language]))).toEqual(content(score(plain, JOBS[language])));
      }),
      RUNS,
    );
  });

  it("does not change with name, gender, age, birth, nationality, family, address or year of graduation", async () => {
    const [one, ...others] = peopleOf(language);
    await fc.assert(
      fc.asyncProperty(contents(language), layouts, fc.constantFrom(...others), async (given, layout, other) => {
        const before = await read(given, one as Who, layout);
        const after = await read(given, other, layout);
        expect(textsOf(after)).toEqual(textsOf(before));
        expect(after.fingerprint).toBe(before.fingerprint);
        expect(content(score(after, JOBS[language]))).toEqual(content(score(before, JOBS[language])));
      }),
      RUNS,
    );
  });

  it("shows the matcher nothing about who the person is", async () => {
    await fc.assert(
      fc.asyncProperty(contents(language), layouts, fc.constantFrom(...peopleOf(language)), async (given, layout, who) => {
        const seen = textsOf(await read(given, who, layout)).join("\n");
        const names = [who.name, who.called, ...who.name.split(/[\s,\-“”（）()]+/)].filter((part) => /^\p{Lu}\p{L}{2,}|\p{Script=Han}|\s/u.test(part));
        for (const secret of [...names, who.email, who.nationality, who.marital, String(who.graduated), who.address.slice(0, 6)]) expect(seen).not.toContain(secret.toLowerCase());
        expect(seen).not.toMatch(/\b(?:he|she|his|her|they|male|female)\b(?! )|\b(?:19|20)\d\d\b|[他她]|岁/);
      }),
      RUNS,
    );
  });

  it("never falls when evidence is added", async () => {
    const extra = language === "zh" ? ["熟悉西门子PLC编程", "液压系统", "项目管理"] : ["Siemens PLC programming", "SCADA", "Hydraulics", "Project management of lock gates"];
    const post = language === "zh" ? { title: "自动化工程师", organisation: "新河水工有限公司", lines: ["负责项目管理"] } : { title: "Automation Engineer", organisation: "New River Works", lines: ["Programmed SCADA screens"] };
    await fc.assert(
      fc.asyncProperty(contents(language), fc.constantFrom(...extra), fc.option(fc.integer({ min: 1, max: 6 })), async (given, added, years) => {
        const more = { ...given, skills: [...given.skills, added], jobs: years === null ? given.jobs : [...given.jobs, { ...post, from: 2003, years }] };
        const before = score(await read(given, first(language), PLAIN_LAYOUT), JOBS[language]);
        const after = score(await read(more, first(language), PLAIN_LAYOUT), JOBS[language]);
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        for (const [i, part] of before.parts.entries()) expect(after.parts[i]?.score).toBeGreaterThanOrEqual(part.score);
      }),
      RUNS,
    );
  });
});

describe("a name that is a word", () => {
  it.each(["Jan Smit", "PYTHON HOLT", "Sql Smit"])("%s keeps the skills of a list, and is none in a sentence", async (name) => {
    const given: Content = { language: "en", headline: "Automation Engineer", skills: ["Python", "SQL"], jobs: [{ title: "Automation Engineer", organisation: "Pennine Pumps", from: 2019, years: 5, lines: ["Wrote tests"] }], degree: "BSc in Electrical Engineering, Canal University", languages: "German (B2)" };
    const called = name.split(" ")[0] ?? "";
    const [who, other] = [{ ...first("en"), name, called: called.charAt(0) + called.slice(1).toLowerCase() }, first("en")];
    const subjects = [await read(given, who, PLAIN_LAYOUT), await read(given, other, PLAIN_LAYOUT)];
    expect(subjects[0]?.fingerprint).toBe(subjects[1]?.fingerprint);
    expect(subjects[0]?.items.map(({ canonical }) => canonical)).toContain("python");
  });

  it("keeps a language of a list", async () => {
    const document = await readPlainResume("# German Smit\n\ngerman@example.test\n\n## Experience\n\n### Buyer, Bank (2015 - 2020)\n\n- German bought pumps\n\n## Languages\n\n- German (B2)\n");
    const seen = subjectOfDocument(document, { taxonomy, asOf: "2026-03" }).items.map(({ canonical }) => canonical);
    expect(seen).toEqual(expect.arrayContaining(["bought pumps", "german (b2)"]));
  });
});

describe("what does change a score", () => {
  it("tells more time in the role, a degree and a skill that is shown from one that is missing", async () => {
    const base: Content = { language: "en", headline: "Automation Engineer", skills: ["SCADA"], jobs: [{ title: "Automation Engineer", organisation: "Pennine Pumps", from: 2019, years: 5, lines: ["Programmed Siemens PLC controls"] }], degree: "BSc in Electrical Engineering, Canal University", languages: "English" };
    const full = score(await read(base, first("en"), PLAIN_LAYOUT), JOBS.en);
    const short = score(await read({ ...base, jobs: base.jobs.map((job) => ({ ...job, years: 2 })) }, first("en"), PLAIN_LAYOUT), JOBS.en);
    const less = score(await read({ ...base, skills: ["Welding"] }, first("en"), PLAIN_LAYOUT), JOBS.en);
    const role = (card: Scorecard) => card.parts.find(({ kind }) => kind === "experience");
    expect(role(full)).toMatchObject({ met: true, years: { asked: 5, found: 5 }, standing: "verified" });
    expect(role(short)).toMatchObject({ met: false, years: { asked: 5, found: 2 } });
    expect(full.score).toBeGreaterThan(short.score);
    expect(full.score).toBeGreaterThan(less.score);
    expect(full.mustHavesMet).toBeGreaterThan(less.mustHavesMet);
  });

  it("hashes what it depends on", async () => {
    const prepared = prepareRequest({ requirements: [], title: null }, { ruleset: BASE_RULESET, taxonomy });
    expect(prepared.versions).toMatchObject({ encoder: null, taxonomy: taxonomy.version });
    expect(prepared.requirementsHash).toBe(sha256(canonicalJson({ title: null, duties: [], asked: [] })));
    expect(scoreSubject(await read((fc.sample(contents("en"), { numRuns: 1, seed: 1 }))[0] as Content, first("en"), PLAIN_LAYOUT), prepared)).toMatchObject({ score: 0, parts: [], mustHaves: [] });
  });
});
