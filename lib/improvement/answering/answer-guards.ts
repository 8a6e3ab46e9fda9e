/**
 * @file Guards on answers: the frozen test's questions are asked under champion and challenger, as people would ask them.
 * Wrong answers may rise only where right ones rise faster, right ones may not be withheld, and neither time nor size may
 * grow beyond their limits.
 */
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import type { Guard } from "../gate/gate";
import { isRight, type Ask, type AskedQuestion, type GivenAnswer } from "./asked";

/** Share of the test's questions by which either kind of mistake may grow; one question always may. */
const MARGIN = 0.05;
/**
 * Right answers more that make up for one wrong answer more. A version that dares to answer more is also wrong more often:
 * held to the champion's number of wrong answers, the gate would let through only those that answer no more than it.
 */
const RIGHT_FOR_WRONG = 2;
/** Questions below which a share says nothing. */
const LEAST = 8;
/** Median time of an answer: this many times the champion's, and so many milliseconds more, because clocks on busy machines err. */
const SLOWER = { times: 1.5, ms: 25 };
const LARGEST_BYTES = 32 * 2 ** 20;

interface Tally {
  readonly right: number;
  readonly wrong: number;
  readonly withheld: number;
  readonly ms: number;
}

/** Bytes of the trained encoder layers that a version brings with it, or serves with; 0: it ranks with the shipped encoder. */
export interface LayerBytes {
  readonly champion: number;
  readonly challenger: number;
}

const NO_LAYERS: LayerBytes = { champion: 0, challenger: 0 };

/** @param test questions of the frozen test */
export async function answerGuards(test: readonly AskedQuestion[], ask: Ask, { champion, challenger }: { champion: LearnedRanking | null; challenger: LearnedRanking }, layers = NO_LAYERS): Promise<Guard[]> {
  const size: Guard = { name: "size", before: sizeOf(champion) + layers.champion, after: sizeOf(challenger) + layers.challenger, limit: LARGEST_BYTES };
  const given: { question: AskedQuestion; before: GivenAnswer; after: GivenAnswer }[] = [];
  // In turn, so that a busy minute slows both.
  for (const question of test) {
    const [before, after] = [await ask(question.query, champion), await ask(question.query, challenger)];
    if (before && after) given.push({ question, before, after });
  }
  if (given.length < LEAST) return [size];
  const [before, after] = [tally(given.map((one) => [one.question, one.before])), tally(given.map((one) => [one.question, one.after]))];
  const room = Math.max(MARGIN, 1 / given.length) + 1e-9;
  const earned = Math.max(0, after.right - before.right) / RIGHT_FOR_WRONG;
  return [
    { name: "wrong-answers", before: before.wrong, after: after.wrong, limit: before.wrong + room + earned },
    { name: "withheld", before: before.withheld, after: after.withheld, limit: before.withheld + room },
    { name: "latency", before: before.ms, after: after.ms, limit: SLOWER.times * before.ms + SLOWER.ms },
    size,
  ];
}

function tally(given: readonly (readonly [AskedQuestion, GivenAnswer])[]): Tally {
  const share = (is: (answer: GivenAnswer, right: boolean | null) => boolean): number => given.filter(([question, answer]) => is(answer, isRight(question, answer))).length / given.length;
  const times = given.map(([, { ms }]) => ms).sort((a, b) => a - b);
  return { right: share(({ isAnswered }, right) => isAnswered && right === true), wrong: share(({ isAnswered }, right) => isAnswered && right === false), withheld: share(({ isAnswered }, right) => !isAnswered && right === true), ms: times[Math.floor(times.length / 2)] ?? 0 };
}

/** Bytes of its vectors; the rest is small. */
function sizeOf(ranking: LearnedRanking | null): number {
  if (ranking === null) return 0;
  const { adapter, memory, centre, intent } = ranking;
  const vectors = [...(adapter ? [adapter.down, adapter.up] : []), ...memory.flatMap(({ query, passage }) => [query, passage]), ...(centre ? [centre] : []), ...(intent ? [intent.direction] : [])];
  return vectors.reduce((sum, vector) => sum + vector.byteLength, 0);
}
