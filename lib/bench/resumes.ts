/**
 * @file `bench resumes`: résumés per second from PDF to indexed profile, and the time of one job against 1,000 to 100,000
 * generated profiles: the pool's bound against scoring everyone, same twenty found.
 */
import path from "node:path";
import { env } from "../config/env";
import { projectRoot } from "../config/paths";
import { createMatcher } from "../people/match/matcher";
import { rankCards } from "../people/match/match-pool";
import { matchTop } from "../people/match/pool/match-top";
import { SubjectIndex } from "../people/match/pool/subject-index";
import { scoreSubject, type PreparedRequest } from "../people/match/score-subject";
import { readRequirements } from "../people/requirements/read-requirements";
import { BASE_TAXONOMY } from "../people/taxonomy/base-taxonomy";
import { createEncoder } from "../runtime/encoder";
import { describeMachine, type Benchmark, type BenchReport } from "./benchmark";
import { createSubjectBank, type SubjectBank } from "./resumes/generate-subjects";
import { timeFiles, type StageTimes } from "./resumes/read-files";

const JOB = `# Senior PLC engineer

## Requirements
- At least 5 years as a PLC engineer
- SCADA control systems
- Commissioned hydraulic acceptance tests
- Bachelor's degree in Electrical Engineering
- German
- Excel
- Project management

## Nice to have
- Python
- Welding
`;
const TOP = 20;
const SIZES = [1_000, 10_000, 100_000];
const SMOKE_SIZES = [200, 1_000];
/** Largest pool that is also scored in full. */
const FULL_SCAN = 10_000;
type Row = Record<string, number | string | null>;

export const benchmark: Benchmark = {
  name: "resumes",
  about: "résumés per second from PDF to indexed profile; one job against up to 100,000 profiles",
  async run({ smoke, note }) {
    const encoder = await createEncoder({ model: path.resolve(projectRoot(), env().encoder), device: "cpu" });
    try {
      const files = await timeFiles(encoder, smoke ? 3 : 60);
      note(`${files.files} PDF résumés read`);
      const matcher = createMatcher({ taxonomy: BASE_TAXONOMY, encoder });
      const read = readRequirements(JOB, { taxonomy: BASE_TAXONOMY });
      const prepared = await matcher.prepare({ requirements: read.requirements, title: read.title?.text ?? null });
      const bank = createSubjectBank(BASE_TAXONOMY, smoke ? 40 : 600);
      const vectors = new Map((await encoder.embed(bank.texts)).map((vector, i) => [bank.texts[i] ?? "", vector]));
      note(`${bank.texts.length} different lines embedded`);
      const rows: Row[] = [];
      for (const size of smoke ? SMOKE_SIZES : SIZES) {
        rows.push(await timePool(size, { bank, vectors, prepared, full: size <= (smoke ? 200 : FULL_SCAN) }));
        note(`${size} profiles matched`);
      }
      return report(files, rows);
    } finally {
      await encoder.close();
    }
  },
};

interface Pool {
  readonly bank: SubjectBank;
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly prepared: PreparedRequest;
  readonly full: boolean;
}

async function timePool(size: number, { bank, vectors, prepared, full }: Pool): Promise<Row> {
  const index = new SubjectIndex();
  let start = performance.now();
  for (let i = 0; i < size; i++) index.add(bank.subject(i), vectors);
  const indexMs = performance.now() - start;
  const load = (ordinal: number) => ({ id: String(ordinal).padStart(7, "0"), subject: bank.subject(ordinal), vectors });
  start = performance.now();
  const top = await matchTop(prepared, { index, load, k: TOP });
  const matchMs = performance.now() - start;
  let fullMs: number | null = null;
  let same: string | null = null;
  if (full) {
    start = performance.now();
    const all = rankCards(Array.from({ length: size }, (_, i) => load(i)).map(({ id, subject }) => ({ id, card: scoreSubject(subject, prepared, vectors) }))).slice(0, TOP);
    fullMs = performance.now() - start;
    same = JSON.stringify(all) === JSON.stringify(top.results) ? "yes" : "NO";
  }
  return { profiles: size, "match ms": matchMs, "scored exactly": top.examined, "full scan ms": fullMs, "same twenty": same, "index ms per profile": indexMs / size, "different lines": index.lines.size, "best score": top.results[0]?.card.score ?? null };
}

function report(files: StageTimes, rows: readonly Row[]): BenchReport {
  const whole = files.extractMs + files.profileMs + files.evidenceMs + files.embedMs + files.indexMs;
  const each = (ms: number): string => `${(ms / Math.max(1, files.files)).toFixed(1)} ms`;
  const compared = [...rows].reverse().find((row) => typeof row["full scan ms"] === "number");
  const [fullMs, matchMs] = [Number(compared?.["full scan ms"] ?? 0), Number(compared?.["match ms"] ?? 0)];
  return {
    name: "resumes",
    machine: describeMachine(),
    baseline: { what: `scoring all ${String(compared?.["profiles"])} profiles`, value: fullMs },
    ours: { what: `the best ${TOP} of ${String(compared?.["profiles"])} by upper bound, then exact`, value: matchMs },
    ratio: matchMs > 0 ? fullMs / matchMs : null,
    unit: "ms",
    rows: [...rows],
    resumesPerSecond: (1000 * files.files) / Math.max(1, whole),
    stages: files,
    notes: [
      `${((1000 * files.files) / Math.max(1, whole)).toFixed(1)} résumés/s from PDF to indexed profile, one after the other (${files.files} PDFs of the demo company, ${files.lines} lines): text ${each(files.extractMs)}, profile ${each(files.profileMs)}, evidence ${each(files.evidenceMs)}, vectors ${each(files.embedMs)}, index ${each(files.indexMs)} each.`,
      "Profiles are generated (seeded): 2–6 posts, 6–18 skills, 30 or so lines each, drawn from a bank of lines whose vectors are stored; a profile is made again when it is read, which stands for reading its row.",
      "Match time grows with the number of different lines as well: each is compared once with every requirement. Real pools have more different lines than this bank; add the time of one pass over their vectors.",
      "Match time holds the upper bounds of all profiles and the exact scoring of those that they do not rule out; the result equals the full scan's.",
    ],
  };
}
