/**
 * @file matchTop finds exactly what scoring everyone finds, and reads fewer subjects for it. Invented résumés, jobs made
 * from their own words, with and without likeness.
 */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../core/hash";
import { readRequirements } from "../../requirements/read-requirements";
import { createTaxonomy } from "../../taxonomy/create-taxonomy";
import type { Skill } from "../../taxonomy/types";
import { BASE_RULESET } from "../base-ruleset";
import { textsOf } from "../likeness";
import { rankCards } from "../match-pool";
import { readPlainResume } from "../plain-resume";
import { contents, JOB_EN, JOB_ZH, peopleOf, PLAIN_LAYOUT, writeResume } from "../resume.fixture";
import { prepareRequest, queryTexts, scoreSubject, type PreparedRequest } from "../score-subject";
import { subjectOfDocument } from "../subject-of-profile";
import { matchTop, type StoredSubject } from "./match-top";
import { SubjectIndex } from "./subject-index";
import { upperBounds } from "./upper-bound";

const skill = (id: string, parent: string | null = null): Skill => ({ id, name: { en: id.replace(/-/g, " "), zh: `${id}技能` }, aliases: { en: [], zh: [] }, kind: "technology", parent, related: [] });
const taxonomy = createTaxonomy([skill("plc"), skill("siemens", "plc"), skill("scada"), skill("hydraulics"), skill("project-management"), skill("excel"), skill("payroll")]);

function vectorOf(text: string): Float32Array {
  const vector = Float32Array.from({ length: 8 }, (_, i) => Number.parseInt(sha256(text).slice(4 * i, 4 * i + 4), 16) / 65536 - 0.35);
  const norm = Math.hypot(...vector);
  return vector.map((value) => value / norm);
}
const vectorsOf = (texts: readonly string[]) => new Map(texts.map((text) => [text, vectorOf(text)]));

function prepare(job: string, isLike: boolean): PreparedRequest {
  const read = readRequirements(job, { taxonomy });
  const request = { requirements: read.requirements, title: read.title?.text ?? null };
  const options = { ruleset: BASE_RULESET, taxonomy };
  return prepareRequest(request, { ...options, ...(isLike ? { likeness: { encoder: "hash@1", queries: vectorsOf(queryTexts(request, options)) } } : {}) });
}

async function pool(size: number, seed: number): Promise<StoredSubject[]> {
  const drawn = fc.sample(fc.oneof(contents("en"), contents("zh")), { numRuns: size, seed });
  return Promise.all(drawn.map(async (content, i) => {
    const who = peopleOf(content.language)[0];
    if (!who) throw new Error("no person");
    const subject = subjectOfDocument(await readPlainResume(writeResume(content, who, PLAIN_LAYOUT)), { taxonomy, asOf: "2026-03" });
    return { id: `r${String((i * 37) % size).padStart(3, "0")}`, subject, vectors: vectorsOf(textsOf(subject)) };
  }));
}

const JOBS = [
  JOB_EN,
  JOB_ZH,
  "# Payroll Analyst\n\n## Requirements\n- 3 years of experience with payroll\n- Reconciled tax returns\n- 2 years as a payroll analyst\n- Degree\n",
  "Requirements:\n- 7 years of experience\n- English\n- forklift licence\n- monthly payroll for employees or lock gates",
];

const stored = await pool(40, 11);
const index = new SubjectIndex();
for (const { subject, vectors } of stored) index.add(subject, vectors);

describe("matchTop", () => {
  it.each([["by rules", false], ["with likeness", true]] as const)("finds what a full scan finds, %s", async (_, isLike) => {
    let examined = 0;
    for (const job of JOBS) {
      const prepared = prepare(job, isLike);
      const all = rankCards(stored.map(({ id, subject, vectors }) => ({ id, card: scoreSubject(subject, prepared, vectors) })));
      const bounds = upperBounds(index, prepared);
      stored.forEach(({ subject, vectors }, i) => expect(scoreSubject(subject, prepared, vectors).score).toBeLessThanOrEqual(bounds[i] ?? 0));
      const top = await matchTop(prepared, { index, load: (ordinal) => stored[ordinal] ?? null, k: 5 });
      expect(top.results).toEqual(all.slice(0, 5));
      examined += top.examined;
    }
    expect(examined).toBeLessThan(0.8 * JOBS.length * stored.length);
  });

  it("leaves out who was erased", async () => {
    const gone = rankCards(stored.map(({ id, subject }) => ({ id, card: scoreSubject(subject, prepare(JOB_EN, false)) })))[0]?.id;
    const top = await matchTop(prepare(JOB_EN, false), { index, load: (ordinal) => (stored[ordinal]?.id === gone ? null : (stored[ordinal] ?? null)), k: stored.length });
    expect(top.results).toHaveLength(stored.length - 1);
    expect(top.results.map(({ id }) => id)).not.toContain(gone);
  });
});
