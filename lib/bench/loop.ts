/**
 * @file `npm run bench -- loop`: does the loop pay? Simulated users rate half of the question groups of a company, the
 * product's own steps learn and judge, and the other half, never seen, tells. Then the same with wrong labels.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { projectRoot } from "../config/paths";
import { env } from "../config/env";
import { pairedTest, differencesByGroup } from "../improvement/gate/paired-test";
import { createEncoder } from "../runtime/encoder";
import { createExecutor } from "../runtime/executor";
import { openGeneralSet } from "../cli/general-set";
import { describeMachine, type Benchmark, type BenchReport } from "./benchmark";
import { openConditionalQa, openPolicyQa, type LoopCompany } from "./loop/company";
import { openDemoCompany } from "./loop/demo-company";
import { runLoop, type LoopOptions, type LoopRun, type Mood } from "./loop/run-loop";
import { cachedEncoder } from "./tuning/cached-encoder";

const LABELS = 300;
/** Of the question groups are rated; the rest is held out. */
const SHARE = 0.5;
const SEEDS = 5;
const POISON_SEEDS = 10;
const DATA = path.resolve(projectRoot(), "../shared/data/retrieval");

type Row = BenchReport["rows"][number];
type Setting = Pick<LoopOptions, "general" | "encoder" | "executor">;

export const benchmark: Benchmark = {
  name: "loop",
  about: "what 300 noisy labels gain on held-out questions, and what wrong labels do (--smoke: the demo company, one seed)",
  async run({ smoke, note }) {
    const local = await createEncoder({ model: path.resolve(projectRoot(), env().encoder), device: "cpu" });
    const encoder = cachedEncoder(local);
    const general = await openGeneralSet(encoder);
    const setting: Setting = { general, encoder, executor: await createExecutor({ threads: 1 }) };
    const isReal = !smoke && existsSync(path.join(DATA, "policyqa.test.json"));
    if (!smoke && !isReal) note(`${DATA} is not there: running on the demo company instead`);
    const companies = isReal ? [await openPolicyQa(path.join(DATA, "policyqa.test.json"), encoder), await openConditionalQa(DATA, encoder)] : [await openDemoCompany(encoder)];
    const honest = await measure(companies, { ...setting, mood: "honest", seeds: smoke ? 1 : SEEDS, note });
    const reviewed = await measure(companies, { ...setting, mood: "reviewed", seeds: smoke ? 1 : SEEDS, note });
    const poison = [];
    for (const mood of ["flipped", "poisoned"] as const) poison.push({ mood, runs: await measure(companies.slice(0, 1), { ...setting, mood, seeds: smoke ? 1 : POISON_SEEDS, note }) });
    await local.close();
    return report({ companies, honest, reviewed, poison, generalCount: general.length, isReal });
  },
};

interface Measured {
  readonly company: string;
  readonly seed: number;
  readonly run: LoopRun;
}

async function measure(companies: readonly LoopCompany[], { mood, seeds, note, ...setting }: Setting & { mood: Mood; seeds: number; note: (text: string) => void }): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const company of companies) {
    for (let seed = 1; seed <= seeds; seed++) {
      const run = await runLoop(company, { ...setting, seed, labels: Math.min(LABELS, company.questions.length), share: SHARE, mood });
      const { before, after } = shares(run);
      note(`${mood} ${company.name} seed ${seed}: first ${before.toFixed(3)} → ${after.toFixed(3)}, gate ${run.improvement.gate.verdict}`);
      measured.push({ company: company.name, seed, run });
    }
  }
  return measured;
}

function shares({ held }: LoopRun): { before: number; after: number } {
  const mean = (side: "before" | "after"): number => held.reduce((sum, row) => sum + row[side], 0) / held.length;
  return { before: mean("before"), after: mean("after") };
}

interface Findings {
  readonly companies: readonly LoopCompany[];
  readonly honest: readonly Measured[];
  readonly reviewed: readonly Measured[];
  readonly poison: readonly { readonly mood: Mood; readonly runs: readonly Measured[] }[];
  readonly generalCount: number;
  readonly isReal: boolean;
}

function report({ companies, honest, reviewed, poison, generalCount, isReal }: Findings): BenchReport {
  const overall = meanOver(honest);
  return {
    name: "loop",
    machine: describeMachine(),
    baseline: { what: "as shipped, right passage first on held-out questions, mean of seeds and companies", value: 100 * overall.before },
    ours: { what: `after ${LABELS} noisy labels at most; gain ${interval(gains(honest))}`, value: 100 * overall.after },
    ratio: overall.after / overall.before,
    unit: "%",
    rows: [...([["honest", honest], ["reviewed", reviewed]] as const).flatMap(([mood, runs]) => companies.map(({ name }) => rowOf(name, mood, runs.filter((one) => one.company === name)))), ...poison.map(({ mood, runs }) => rowOf(runs[0]?.company ?? "", mood, runs))],
    notes: [
      `${isReal ? "PolicyQA test (each question asked within one site) and ConditionalQA dev" : "The demo company"}; groups of paraphrases are rated or held out as a whole; ${SEEDS} seeds; users look down the list with P = 1/rank, one thumb or review in ten is wrong. Honest: a thumb up is a label too; reviewed: as in the product, only what a reviewer says is.`,
      `Gains are in points with a 95 % interval: of all held-out question groups of all seeds (resampled by group). General: ${generalCount} questions on the demo company, worst seed.`,
      "safe: seeds in which the gate refused, or the challenger is not worse than the champion within its interval on held-out questions.",
    ],
  };
}

function rowOf(company: string, mood: Mood, runs: readonly Measured[]): Row {
  const { before, after } = meanOver(runs);
  const verdicts = runs.map(({ run }) => run.improvement.gate.verdict);
  return {
    company,
    labels: mood,
    seeds: runs.length,
    "held-out": Math.round(runs.reduce((sum, { run }) => sum + run.held.length, 0) / Math.max(1, runs.length)),
    before: 100 * before,
    after: 100 * after,
    gain: interval(gains(runs)),
    "general, worst": 100 * Math.min(...runs.map(({ run }) => run.improvement.gate.slices[0]?.result.mean ?? 0)),
    gate: (["better", "provisional", "refused"] as const).map((verdict) => `${verdicts.filter((one) => one === verdict).length} ${verdict}`).join(", "),
    safe: `${runs.filter(({ run }) => isSafe(run)).length} of ${runs.length}`,
  };
}

function isSafe(run: LoopRun): boolean {
  return run.improvement.gate.verdict === "refused" || pairedTest(differencesByGroup(run.held)).high >= 0;
}

function meanOver(runs: readonly Measured[]): { before: number; after: number } {
  const all = runs.map(({ run }) => shares(run));
  const mean = (side: "before" | "after"): number => all.reduce((sum, one) => sum + one[side], 0) / Math.max(1, all.length);
  return { before: mean("before"), after: mean("after") };
}

/** A group is held out under several seeds: it counts once, with its mean, so that seeds do not pass for questions. */
function gains(runs: readonly Measured[]): { mean: number; low: number; high: number } {
  const rows = runs.flatMap(({ run }) => run.held.map((row) => ({ ...row, weight: 1 / run.held.length })));
  return pairedTest(differencesByGroup(rows));
}

const interval = ({ mean, low, high }: { mean: number; low: number; high: number }): string => `${signed(mean)} [${signed(low)}, ${signed(high)}]`;
const signed = (value: number): string => `${value >= 0 ? "+" : "−"}${Math.abs(100 * value).toFixed(1)}`;
