/** @file The chain against sums over all paths, counted one by one; training, and the file. */
import { describe, expect, it } from "vitest";
import { createRng } from "../../../core/rng";
import { createTagSet, pathOfSpans, spansOfPath, type TagSet } from "../tag-set";
import { decodeChain, encodeChain } from "./chain-file";
import type { ChainModel } from "./chain-model";
import { bestPath, chainMarginals, expTransitions } from "./lattice";
import { tagUnits } from "./tag-units";
import { trainChain, type ChainExample } from "./train-chain";

const tagSet = createTagSet(["A", "B"]);
const L = tagSet.tags.length;

/** Every allowed path of a sentence. */
function allPaths(set: TagSet, length: number): number[][] {
  let paths: number[][] = set.tags.map((_, tag) => tag).filter((tag) => set.mayBegin[tag] === 1).map((tag) => [tag]);
  for (let at = 1; at < length; at++) paths = paths.flatMap((path) => set.tags.map((_, tag) => tag).filter((tag) => set.mayFollow[(path[at - 1] as number) * L + tag] === 1).map((tag) => [...path, tag]));
  return paths.filter((path) => set.mayEnd[path[length - 1] as number] === 1);
}

const scoreOf = (path: readonly number[], emissions: Float64Array, steps: Float32Array): number =>
  path.reduce((sum, tag, at) => sum + (emissions[at * L + tag] as number) + (at === 0 ? 0 : (steps[(path[at - 1] as number) * L + tag] as number)), 0);

describe("sums over paths", () => {
  const random = createRng(7);
  const emissions = Float64Array.from({ length: 4 * L }, () => 4 * random() - 2);
  const steps = Float32Array.from({ length: L * L }, () => 2 * random() - 1);
  const paths = allPaths(tagSet, 4);
  const scores = paths.map((path) => scoreOf(path, emissions, steps));
  const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);

  it("are those counted path by path", () => {
    const { unary, steps: expected, logSum } = chainMarginals(tagSet, emissions, expTransitions(tagSet, steps));
    expect(logSum).toBeCloseTo(Math.log(total), 8);
    for (let t = 0; t < 4; t++) {
      for (let tag = 0; tag < L; tag++) {
        const share = paths.reduce((sum, path, at) => sum + (path[t] === tag ? Math.exp(scores[at] as number) : 0), 0) / total;
        expect(unary[t * L + tag]).toBeCloseTo(share, 8);
      }
    }
    const begun = paths.reduce((sum, path, at) => sum + path.filter((tag, t) => t > 0 && path[t - 1] === 0 && tag === 0).length * Math.exp(scores[at] as number), 0) / total;
    expect(expected[0]).toBeCloseTo(begun, 8);
  });

  it("have one best path, the one that Viterbi finds", () => {
    const best = paths[scores.indexOf(Math.max(...scores))];
    expect([...bestPath(tagSet, emissions, steps)]).toEqual(best);
  });
});

describe("tags and spans", () => {
  it("turn into each other", () => {
    const spans = [{ start: 0, end: 1, label: "B" }, { start: 2, end: 5, label: "A" }];
    expect(spansOfPath(tagSet, pathOfSpans(tagSet, 6, spans))).toEqual(spans);
  });

  it("know no entity without an end", () => {
    expect(allPaths(tagSet, 1)).toHaveLength(3);
    expect(allPaths(tagSet, 2).map((path) => path.map((tag) => tagSet.tags[tag]).join(" "))).toContain("B-A E-A");
  });
});

describe("training", () => {
  const recipe = { epochs: 6, rate: 0.3, l2: 1e-3, dropout: 0, minCount: 1, seed: 3, runs: 1 };
  /** Feature 1 begins an A, 2 ends it, 3 is nothing. */
  const sentence = (features: number[], spans: { start: number; end: number; label: string }[]): ChainExample => ({ features: features.map((feature) => Uint32Array.of(feature)), path: pathOfSpans(tagSet, features.length, spans) });
  const examples = [sentence([3, 1, 2], [{ start: 1, end: 3, label: "A" }]), sentence([1, 2, 3, 3], [{ start: 0, end: 2, label: "A" }]), sentence([3, 3], [])];

  it("learns what begins and ends an entity, with falling loss", () => {
    const losses: number[] = [];
    const model = trainChain(tagSet, examples, recipe, (_, loss) => losses.push(loss));
    expect(losses[losses.length - 1]).toBeLessThan((losses[0] as number) / 4);
    const [span] = tagUnits(model, [3, 3, 1, 2].map((feature) => Uint32Array.of(feature)));
    expect(span).toMatchObject({ start: 2, end: 4, label: "A" });
    expect(span?.confidence).toBeGreaterThan(0.5);
  });

  it("gives the same weights again, and others for another seed", () => {
    const [one, same, other] = [recipe, recipe, { ...recipe, seed: 4 }].map((each) => trainChain(tagSet, examples, { ...each, dropout: 0.3 }).weights);
    expect(one).toEqual(same);
    expect(one).not.toEqual(other);
  });

  it("takes the mean of several runs", () => {
    const [one, two] = [3, 4].map((seed) => trainChain(tagSet, examples, { ...recipe, seed }).weights);
    const both = trainChain(tagSet, examples, { ...recipe, runs: 2 }).weights;
    both.forEach((weight, at) => expect(weight).toBeCloseTo(((one?.[at] ?? 0) + (two?.[at] ?? 0)) / 2, 6));
  });

  it("keeps its answers through the file", () => {
    const model = trainChain(tagSet, examples, recipe);
    const stored: ChainModel = decodeChain(encodeChain(model, 0.01));
    for (const { features } of examples) expect(tagUnits(stored, features).map(({ start, end, label }) => ({ start, end, label }))).toEqual(tagUnits(model, features).map(({ start, end, label }) => ({ start, end, label })));
    expect(() => decodeChain(encodeChain(model, 0.01).slice(0, 200))).toThrow(/ends at byte 200/);
  });
});
