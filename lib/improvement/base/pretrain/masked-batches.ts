/**
 * @file Rows → batches with hidden words. Step n needs only the seed and n, so a run resumes exactly; words are hidden anew
 * each time a row comes.
 * @source J. Devlin et al. 2018, arXiv:1810.04805, section 3.1
 */
import { createRng, shuffled } from "../../../core/rng";
import { SPECIAL_TOKENS, type WordPiece } from "../../../engine/tokenizer/word-piece";
import { seedOf } from "../batches/sampler";
import { padRows, type TokenRows } from "../batches/token-rows";
import type { Neighbours, Rows } from "./reading";
import type { PretrainRule } from "./rules";

export interface MaskedBatch extends TokenRows {
  readonly shape: string;
  readonly hidden: {
    /** Places in the flattened ids; padded with 0. */
    readonly positions: Int32Array;
    /** The words that stood there. */
    readonly labels: Int32Array;
    /** 1 = counts, 0 = padding. */
    readonly counts: Float32Array;
  };
  /** The first rows of the batch are a text of two parts; absent where there are none. */
  readonly pairs?: {
    /** rows × length: 1 in the second part. */
    readonly types: Int32Array;
    /** Per such row: 0 = the second part follows the first, 1 = it is from elsewhere. */
    readonly follows: Int32Array;
  };
}

export interface MaskedBatchInput {
  readonly rows: Rows;
  readonly neighbourRows: number;
  readonly rule: PretrainRule;
  readonly seed: number;
  readonly words: WordPiece;
}

const [MASKED, REPLACED] = [0.8, 0.1];
const TRIES = 8;

/** @returns the batch of a step, 0-based; steps may be asked in any order */
export function createMaskedBatches(input: MaskedBatchInput): (step: number) => MaskedBatch {
  const { rows, rule, neighbourRows, seed, words } = input;
  const [opening, closing] = [words.idOf("[CLS]"), words.idOf("[SEP]")];
  const packedRows = rule.rows - neighbourRows;
  const [nextPair, nextPacked] = [inRounds(rows.neighbours, seedOf(seed, "pairs")), inRounds(rows.packed, seedOf(seed, "packed"))];
  const ofLanguage = new Map([...new Set(rows.neighbours.map(({ language }) => language))].map((language) => [language, rows.neighbours.filter((one) => one.language === language)]));
  const hide = hider(input);
  return (step) => {
    const random = createRng(seedOf(seed, `pre-training ${step}`));
    const pairs = Array.from({ length: neighbourRows }, (_, row) => maybeSwapped(nextPair(step * neighbourRows + row), ofLanguage, random));
    const packed = Array.from({ length: packedRows }, (_, row) => nextPacked(step * packedRows + row));
    const paired = pairs.map(({ first, second }) => [opening, ...first, closing, ...second, closing]);
    const block = padRows([...paired, ...packed.map((ids) => [opening, ...ids, closing])], { length: rule.tokens, padId: words.idOf("[PAD]") });
    const shown = { ...block, shape: "masked", ...hide(block, random) };
    if (!rule.nextSentence) return shown;
    const types = new Int32Array(block.ids.length);
    pairs.forEach(({ first, second }, row) => types.fill(1, row * rule.tokens + first.length + 2, row * rule.tokens + first.length + second.length + 3));
    return { ...shown, pairs: { types, follows: Int32Array.from(pairs, ({ follows }) => (follows ? 0 : 1)) } };
  };
}

/** Half of the time the second part is another passage's, of the same language: otherwise the script would tell. */
function maybeSwapped(pair: Neighbours, ofLanguage: ReadonlyMap<string, readonly Neighbours[]>, random: () => number): Neighbours & { follows: boolean } {
  if (random() < 0.5) return { ...pair, follows: true };
  const others = ofLanguage.get(pair.language) ?? [];
  for (let tries = 0; tries < TRIES; tries++) {
    const other = others[Math.floor(random() * others.length)];
    if (other && other.group !== pair.group) return { ...pair, second: other.second, follows: false };
  }
  return { ...pair, follows: true };
}

/** Use n of a list: all of it in a new order each round. */
function inRounds<T>(items: readonly T[], seed: number): (at: number) => T {
  let known: { round: number; order: readonly T[] } = { round: -1, order: [] };
  return (at) => {
    const round = Math.floor(at / items.length);
    if (known.round !== round) known = { round, order: shuffled(items, createRng(seedOf(seed, `round ${round}`))) };
    return known.order[at % items.length] as T;
  };
}

/** Chooses words of each row and changes them in `ids`. Special tokens and unknown words are never hidden. */
function hider({ rule, words }: MaskedBatchInput): (block: TokenRows, random: () => number) => Pick<MaskedBatch, "ids" | "hidden"> {
  const special = new Set(SPECIAL_TOKENS.map((token) => words.idOf(token)));
  const ordinary = words.vocabulary.map((_, id) => id).filter((id) => !special.has(id));
  const perRow = Math.max(1, Math.round(rule.maskShare * rule.tokens));
  return (block, random) => {
    const ids = block.ids.slice();
    const positions = new Int32Array(block.rows * perRow);
    const [labels, counts] = [new Int32Array(positions.length), new Float32Array(positions.length)];
    let used = 0;
    for (let row = 0; row < block.rows; row++) {
      const places = Array.from({ length: block.length }, (_, at) => row * block.length + at).filter((at) => !special.has(block.ids[at] as number));
      const hidden = Math.min(places.length, Math.max(1, Math.round(rule.maskShare * places.length)));
      for (const place of shuffled(places, random).slice(0, hidden)) {
        positions[used] = place;
        labels[used] = block.ids[place] as number;
        counts[used++] = 1;
        const chance = random();
        if (chance < MASKED) ids[place] = words.idOf("[MASK]");
        else if (chance < MASKED + REPLACED) ids[place] = ordinary[Math.floor(random() * ordinary.length)] as number;
      }
    }
    return { ids, hidden: { positions, labels, counts } };
  };
}
