/**
 * @file Improve ranking: the whole step from labelled examples to a judged challenger: learn on train and dev, compare
 * with the champion on the frozen test and on general questions. Pure but for the executor; promotes and stores nothing.
 */
import type { GateReport } from "../../contracts/gate";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import type { Split } from "../dataset/split";
import { answerGuards, type LayerBytes } from "../answering/answer-guards";
import { askedQuestions, isRight, type AnswerSource, type AskedQuestion, type UnanswerableQuestion } from "../answering/asked";
import { calibrateAnswers, type CalibrationResult, type JudgedAnswer } from "../answering/calibrate";
import { judgeChallenger, type GeneralPair, type RankedPair } from "../gate/gate";
import type { GeneralQuestion } from "../gate/general-set";
import { intentGuards } from "../intent/intent-guards";
import { intentQuestions } from "../intent/intent-questions";
import { learnIntent, type GeneralIntents, type IntentResult } from "../intent/learn-intent";
import { RIGHT_FROM, rightOf, type RankingExample } from "./examples";
import { keepGeneral, splitGeneral } from "./keep-general";
import { learnRanking, type Learned, type LearnOptions } from "./learn-ranking";
import type { Pool } from "./ranking-source";
import { rankOfRight, rankPool } from "./score-pool";

export interface SplitExample extends RankingExample {
  readonly split: Split;
}

export interface ImproveOptions extends Omit<LearnOptions, "train" | "dev" | "replay"> {
  readonly examples: readonly SplitExample[];
  readonly general: readonly GeneralQuestion[];
  /** What serves now; null: as shipped. */
  readonly champion: LearnedRanking | null;
  /**
   * Left out: champion and challenger rank the same vectors. Else the questions' candidates as the champion's own encoder
   * finds them, by question and by general question's id.
   */
  readonly championPools?: ChampionPools;
  /** Asks questions as the product does; left out: answers stay as sure as shipped, and only their order is compared. */
  readonly answers?: AnswerSource;
  /** Where versions have encoders of their own: how large their layers are, for the guard on size. */
  readonly layers?: LayerBytes;
  /** Questions that reviewers call none for the documents; left out: the fixed patterns alone decide on that. */
  readonly intents?: { readonly unfair: readonly UnanswerableQuestion[]; readonly general: GeneralIntents };
}

export interface ChampionPools {
  readonly own: ReadonlyMap<string, Pool>;
  readonly general: ReadonlyMap<string, Pool>;
}

/** Shares 0–1 on the frozen test. */
export interface RankingMetrics {
  readonly questions: number;
  readonly hit1: number;
  readonly hit5: number;
  readonly mrr: number;
}

/** For receipts: what the version did to one question. */
export interface QuestionChange {
  readonly query: string;
  readonly split: Split;
  /** Null: not among the candidates. */
  readonly before: number | null;
  readonly after: number | null;
}

export interface Improvement extends Learned {
  readonly gate: GateReport;
  readonly metrics: { readonly before: RankingMetrics; readonly after: RankingMetrics };
  readonly changes: readonly QuestionChange[];
  /** Null: nothing was asked. */
  readonly calibration: CalibrationResult | null;
  /** Null: no verdicts on that were given. */
  readonly intents: IntentResult | null;
}

/** @throws as `learnRanking` */
export async function improveRanking(options: ImproveOptions): Promise<Improvement> {
  const { examples, general, champion, answers, intents, championPools, layers } = options;
  const of = (split: Split): SplitExample[] => examples.filter((example) => example.split === split);
  const { replay, gate: unseen } = splitGeneral(general);
  const fitted = await learnRanking({ ...options, train: of("train"), dev: of("dev"), replay: general.map(({ pool }) => pool.vector) });
  const asked = answers ? askedQuestions(examples, answers.unanswerable) : [];
  const calibration = answers ? await learnWhenToAnswer(asked, answers) : null;
  const verdicts = intents ? intentQuestions(examples, answers?.unanswerable ?? [], intents.unfair) : [];
  const taught = intents ? learnIntent(verdicts, intents.general) : null;
  const whole: LearnedRanking = { ...fitted.ranking, memory: [...fitted.ranking.memory, ...rememberUnanswerable(answers)], answering: calibration?.calibration ?? null, intent: taught?.intent ?? null };
  const learned = { ...fitted, ranking: keepGeneral(whole, replay).ranking };
  const judged = examples.flatMap((example) => {
    const right = rightOf(example);
    return right.size === 0 ? [] : [{ ...rankedUnder(example, right, { champion, challenger: learned.ranking, poolBefore: championPools?.own.get(example.query) }), weight: trustOf(example), query: example.query, split: example.split }];
  });
  const own = judged.filter(({ split }) => split === "test");
  const both: Both = { champion, challenger: learned.ranking };
  const guards = [
    ...(answers ? await answerGuards(asked.filter(({ split }) => split === "test"), answers.ask, both, layers) : []),
    ...(intents ? intentGuards(verdicts, intents.general, both) : []),
  ];
  const gate = judgeChallenger({ own, general: judgeGeneral(unseen, both, championPools?.general), guards, seed: options.seed });
  return {
    ...learned,
    gate,
    calibration,
    intents: taught,
    metrics: { before: metricsOf(own.map(({ before }) => before)), after: metricsOf(own.map(({ after }) => after)) },
    changes: judged.map(({ query, split, before, after }) => ({ query, split, before: finite(before), after: finite(after) })),
  };
}

/** On what may be learned from, ranked as shipped: what was learned has these questions' own answers in memory. */
async function learnWhenToAnswer(asked: readonly AskedQuestion[], { ask }: AnswerSource): Promise<CalibrationResult> {
  const rows: JudgedAnswer[] = [];
  for (const question of asked) {
    if (question.split === "test") continue;
    const given = await ask(question.query, null);
    const right = given && isRight(question, given);
    if (given && right !== null) rows.push({ group: question.group, weight: question.weight, confidence: given.confidence, isRight: right });
  }
  return calibrateAnswers(rows);
}

/** Without a passage: they say nothing for or against any, but that such questions are this company's own. */
function rememberUnanswerable(answers: AnswerSource | undefined): LearnedRanking["memory"] {
  const known = (answers?.unanswerable ?? []).filter(({ split }) => split !== "test");
  return known.map(({ vector }) => ({ query: vector, passage: new Float32Array(vector.length), document: null, relevance: 0 }));
}

interface Both {
  readonly champion: LearnedRanking | null;
  readonly challenger: LearnedRanking;
}

function rankedUnder({ pool, group }: Pick<RankingExample, "pool" | "group">, right: ReadonlySet<string>, { champion, challenger, poolBefore = pool }: Both & { readonly poolBefore?: Pool | undefined }): RankedPair {
  return { group, before: rankOfRight(rankPool(poolBefore, champion), right), after: rankOfRight(rankPool(pool, challenger), right) };
}

/** What the question's right passages stand for together; a rank that few look at counts for those who did not. */
function trustOf({ judged }: RankingExample): number {
  const right = judged.filter(({ relevance }) => relevance >= RIGHT_FROM);
  return right.reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, right.length);
}

/** General questions under both: each is a group of its own. @param before the champion's candidates, where its vectors are others */
export function judgeGeneral(general: readonly GeneralQuestion[], both: Both, before?: ReadonlyMap<string, Pool>): GeneralPair[] {
  return general.map(({ id, pool, right, slices }) => ({ ...rankedUnder({ pool, group: id }, right, { ...both, poolBefore: before?.get(id) }), slices }));
}

export function metricsOf(ranks: readonly number[]): RankingMetrics {
  const share = (count: number): number => (ranks.length === 0 ? 0 : count / ranks.length);
  return {
    questions: ranks.length,
    hit1: share(ranks.filter((rank) => rank === 1).length),
    hit5: share(ranks.filter((rank) => rank <= 5).length),
    mrr: share(ranks.reduce((sum, rank) => sum + 1 / rank, 0)),
  };
}

const finite = (rank: number): number | null => (Number.isFinite(rank) ? rank : null);
