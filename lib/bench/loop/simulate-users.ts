/**
 * @file Simulated users: they ask, look down the list as far as patience goes, give one thumb, and one thumb in ten is
 * wrong. What nobody found goes to a reviewer, who searches for the right passage and is as often wrong. Gives signals,
 * exactly as the product keeps them.
 */
import { createRng, shuffled } from "../../core/rng";
import { examination } from "../../improvement/labels/position-bias";
import type { Signal } from "../../improvement/labels/signals-to-labels";
import { rankPool } from "../../improvement/ranking/score-pool";
import type { AskedQuestion } from "./company";

export interface Crowd {
  readonly people: number;
  /** Share of thumbs and of reviews that say the opposite. */
  readonly wrong: number;
  /** How far down people look: P(rank is looked at) = rank^−severity. */
  readonly severity: number;
  /** Passages shown. */
  readonly shown: number;
  /** A thumb, up or down, only sends the question to a reviewer: what the product trains on. False: a thumb up is a label by itself. */
  readonly isReviewed: boolean;
}

export const CROWD: Crowd = { people: 30, wrong: 0.1, severity: 1, shown: 10, isReviewed: false };

/** A signal and the question it was given on (its text may be asked of several sites). */
export interface GivenSignal extends Signal {
  readonly question: AskedQuestion;
}

/** @returns at most `count` signals that become labels: thumbs up, and reviewers' verdicts on what was thumbed down */
export function simulateSignals(questions: readonly AskedQuestion[], { count, seed, crowd = CROWD }: { count: number; seed: number; crowd?: Crowd }): GivenSignal[] {
  const random = createRng(seed);
  const signals: GivenSignal[] = [];
  while (signals.length < count && questions.length > 0) {
    for (const question of shuffled(questions, random)) {
      if (signals.length >= count) break;
      signals.push(session(question, { crowd, random }));
    }
  }
  return signals.slice(0, count);
}

function session(question: AskedQuestion, { crowd, random }: { crowd: Crowd; random: () => number }): GivenSignal {
  const shown = rankPool(question.pool, null).slice(0, crowd.shown);
  const user = `user ${Math.floor(random() * crowd.people)}`;
  const give = (part: Pick<Signal, "kind" | "passage" | "user"> & Partial<Signal>): GivenSignal => ({ query: question.text, group: question.group, question, ...part });
  const found = shown.findIndex(({ id }, at) => random() < examination(at + 1, crowd) && question.right.has(id));
  const isUp = found >= 0 !== random() < crowd.wrong;
  const at = Math.max(0, found);
  if (isUp && !crowd.isReviewed) return give({ kind: "up", passage: shown[at]?.id ?? "", rank: at + 1, user });
  // A thumb down speaks of the answer, not of a passage: it sends the question to a reviewer and is no label by itself.
  const right = [...question.right];
  const isWrong = random() < crowd.wrong;
  const told = isWrong ? shown[Math.floor(random() * shown.length)]?.id : right[Math.floor(random() * right.length)];
  return give({ kind: "grade", grade: 3, passage: told ?? "", user: `reviewer ${Math.floor(random() * 3)}` });
}

/** 30 % and the like: whoever did it, these signals say the opposite. */
export function flipSignals(signals: readonly GivenSignal[], share: number, seed: number): GivenSignal[] {
  const random = createRng(seed);
  return signals.map((signal) => (random() < share ? opposite(signal) : signal));
}

function opposite(signal: GivenSignal): GivenSignal {
  if (signal.kind === "grade") return { ...signal, grade: 3 - (signal.grade ?? 0) };
  return { ...signal, kind: signal.kind === "up" ? "down" : "up" };
}

/** One person praises one passage for every question of a topic: those nearest to the first. */
export function poisonTopic(questions: readonly AskedQuestion[], { count, seed }: { count: number; seed: number }): GivenSignal[] {
  const random = createRng(seed);
  const target = questions[Math.floor(random() * questions.length)];
  const candidates = target?.pool.candidates ?? [];
  const passage = candidates[Math.floor(random() * candidates.length)];
  if (!target || !passage) return [];
  const near = questions
    .filter((question) => question.pool.candidates.some(({ id }) => id === passage.id))
    .map((question) => ({ question, cosine: question.pool.vector.reduce((sum, value, i) => sum + value * (target.pool.vector[i] ?? 0), 0) }))
    .sort((a, b) => b.cosine - a.cosine);
  return near.slice(0, count).map(({ question }) => ({ query: question.text, group: question.group, question, kind: "up", passage: passage.id, rank: 1, user: "poisoner" }));
}
