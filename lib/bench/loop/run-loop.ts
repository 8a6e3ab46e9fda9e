/**
 * @file One run of the loop benchmark: a company's questions are divided by group, simulated users rate half of them, the
 * product's own steps learn and judge, and the other half, never seen, tells what it was worth.
 */
import { createRng, shuffled } from "../../core/rng";
import type { Executor } from "../../engine/executor";
import { assignSplits } from "../../improvement/dataset/split";
import type { GeneralQuestion } from "../../improvement/gate/general-set";
import { labelsFromSignals } from "../../improvement/labels/signals-to-labels";
import { limitUsers } from "../../improvement/labels/user-limits";
import { improveRanking, type Improvement, type SplitExample } from "../../improvement/ranking/improve-ranking";
import type { JudgedPassage } from "../../improvement/ranking/examples";
import { rankOfRight, rankPool } from "../../improvement/ranking/score-pool";
import type { AskedQuestion, LoopCompany } from "./company";
import { CROWD, flipSignals, poisonTopic, simulateSignals, type GivenSignal } from "./simulate-users";

/** reviewed: labels are reviewers' verdicts alone, as in the product; honest: thumbs up count too. */
export type Mood = "honest" | "reviewed" | "flipped" | "poisoned";

export interface LoopRun {
  readonly improvement: Improvement;
  readonly labels: number;
  /** One row per held-out question: 1 when its right passage is first. */
  readonly held: readonly { readonly group: string; readonly before: number; readonly after: number }[];
}

export interface LoopOptions {
  readonly seed: number;
  readonly labels: number;
  /** Share of the question groups that users rate; the others are held out. */
  readonly share: number;
  readonly mood: Mood;
  readonly general: readonly GeneralQuestion[];
  readonly encoder: { readonly version: string; readonly dimension: number };
  readonly executor: Executor;
}

const FLIPPED = 0.3;
const BUDGET_MS = 20_000;

export async function runLoop(company: LoopCompany, options: LoopOptions): Promise<LoopRun> {
  const { seed, labels: count, share, mood } = options;
  const groups = shuffled([...new Set(company.questions.map(({ group }) => group))], createRng(seed));
  const rated = new Set(groups.slice(0, Math.round(share * groups.length)));
  const asked = company.questions.filter(({ group }) => rated.has(group));
  const signals = withMood(simulateSignals(asked, { count: mood === "poisoned" ? Math.round(0.75 * count) : count, seed, crowd: { ...CROWD, isReviewed: mood === "reviewed" } }), { asked, mood, count, seed });
  const examples = toExamples(signals);
  const improvement = await improveRanking({
    version: `loop ${company.name} ${seed}`, encoder: options.encoder, executor: options.executor, examples,
    general: options.general, champion: null, seed, budgetMs: BUDGET_MS, now: () => performance.now(),
  });
  const held = company.questions.filter(({ group }) => !rated.has(group)).map(({ group, pool, right }) => ({
    group,
    before: rankOfRight(rankPool(pool, null), right) === 1 ? 1 : 0,
    after: rankOfRight(rankPool(pool, improvement.ranking), right) === 1 ? 1 : 0,
  }));
  return { improvement, labels: signals.length, held };
}

function withMood(signals: readonly GivenSignal[], { asked, mood, count, seed }: { asked: readonly AskedQuestion[]; mood: Mood; count: number; seed: number }): readonly GivenSignal[] {
  if (mood === "flipped") return flipSignals(signals, FLIPPED, seed);
  return mood === "poisoned" ? [...signals, ...poisonTopic(asked, { count: count - signals.length, seed })] : signals;
}

/** As the product makes them: signals → labels → limits per person → split by group. */
export function toExamples(signals: readonly GivenSignal[]): SplitExample[] {
  const questionOf = new Map(signals.map((signal) => [keyOf(signal), signal.question]));
  const labels = limitUsers(labelsFromSignals(signals), (label) => label.group ?? label.query);
  const judged = new Map<AskedQuestion, JudgedPassage[]>();
  for (const label of labels) {
    const question = questionOf.get(keyOf({ query: label.query, passage: label.passage }));
    const candidate = question?.pool.candidates.find(({ id }) => id === label.passage);
    if (!question || !candidate) continue;
    const one: JudgedPassage = { id: candidate.id, documentId: candidate.documentId, vector: candidate.vector, relevance: label.relevance / 3, weight: label.weight ?? 1 };
    judged.set(question, [...(judged.get(question) ?? []), one]);
  }
  const questions = [...judged.keys()];
  const first = new Map<string, number>();
  questions.forEach(({ group }, at) => first.set(group, first.get(group) ?? at));
  const { splits } = assignSplits(questions.map(({ group, pool }) => ({ text: group, vector: pool.vector, root: first.get(group) ?? 0 })));
  return questions.map((question, at): SplitExample => ({ query: question.text, group: question.group, pool: question.pool, judged: judged.get(question) ?? [], split: splits[at] ?? "train" }));
}

const keyOf = ({ query, passage }: { query: string; passage: string }): string => `${query}\n${passage}`;
