/**
 * @file clusterPeople: groups of people with alike skills or work patterns. k-means (ml-kmeans), the number of groups by
 * how well they separate and whether they come again on other samples; a map, memberships, names from what distinguishes.
 */
import { kmeans } from "ml-kmeans";
import { AppError } from "../../core/errors";
import { createRng, shuffled } from "../../core/rng";
import { meanInterval, meanOf, UP_TO_ONE } from "../measure/interval";
import { adjustedRand, silhouette, squaredDistance } from "./agreement";
import { changeOf, jaccard } from "./change";
import { dot, principalPlane } from "./principal-plane";
import type { Interval } from "../measure/types";
import type { Cluster, ClusterMember, ClusterReport, EarlierGrouping } from "./types";

export interface ClusterPoint {
  readonly id: string;
  /** One number per feature: a skill's level, hours, absence. */
  readonly values: readonly number[];
}

export interface ClusterOptions {
  /** Names of the values, in the people's words. */
  readonly features: readonly string[];
  /** Fewest and most groups tried. Default 2 to 8. */
  readonly k?: { readonly from: number; readonly to: number };
  /** Divide every feature by its deviation; true for mixed units, false for skill levels. Default true. */
  readonly standardise?: boolean;
  readonly seed?: number;
  /** The last report of (mostly) the same people: names are kept, moves are told. */
  readonly earlier?: EarlierGrouping;
}

/** Fewer people are no basis for groups, and would be recognisable in them. */
export const MIN_PEOPLE = 20;
const SMALLEST_CLUSTER = 5;
const RESTARTS = 6;
const RESAMPLES = 10;
const SAMPLE_SHARE = 0.8;
/** Mean agreement over resamples from which a number of groups counts as stable. */
const STABLE = 0.75;
/** Below this silhouette the groups run into each other. */
const CLEAR = 0.2;

/** @throws AppError "insights/too-few-data" below 20 people, or when nothing distinguishes them */
export function clusterPeople(people: readonly ClusterPoint[], options: ClusterOptions): ClusterReport {
  const { features, standardise = true, seed = 1 } = options;
  if (people.length < MIN_PEOPLE) throw tooFew(tooFewToGroup(people.length));
  const points = scaled(people, features.length, standardise);
  if (!points.some((point) => point.some((value) => value !== 0))) throw tooFew("All people are the same in what was chosen; choose other features.");
  const { from, to } = options.k ?? { from: 2, to: 8 };
  const ks = Array.from({ length: Math.max(1, Math.min(to, Math.floor(people.length / SMALLEST_CLUSTER)) - from + 1) }, (_, at) => from + at);
  const tried = ks.map((k) => {
    const groups = bestOf(points, k, seed);
    return { k, groups, silhouette: silhouette(points, groups), samples: resample(points, { k, seed, groups }) };
  });
  const choices = tried.map(({ k, silhouette: score, samples }) => ({ k, silhouette: score, stability: agreementOf(samples) }));
  const stable = tried.filter((_, at) => (choices[at]?.stability.mean ?? 0) >= STABLE);
  const chosen = (stable.length > 0 ? stable : tried).reduce((a, b) => (b.silhouette > a.silhouette ? b : a));
  return describe(people, points, { options, chosen, choices, isStable: stable.length > 0 });
}

export const tooFewToGroup = (people: number): string => `Groups need at least ${MIN_PEOPLE} people; there are ${people}.`;
const tooFew = (message: string): AppError => new AppError("insights/too-few-data", message, { userMessage: message });

function scaled(people: readonly ClusterPoint[], width: number, standardise: boolean): number[][] {
  const columns = Array.from({ length: width }, (_, at) => people.map(({ values }) => values[at] ?? 0));
  const moments = columns.map((values) => {
    const mean = meanOf(values);
    return { mean, deviation: Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2))) };
  });
  return people.map(({ values }) => moments.map(({ mean, deviation }, at) => ((values[at] ?? 0) - mean) / (standardise ? deviation || 1 : 1)));
}

/** k-means from several starts; the one with the smallest spread within groups, groups numbered by size. */
function bestOf(points: number[][], k: number, seed: number): number[] {
  const runs = Array.from({ length: RESTARTS }, (_, run) => {
    const { clusters, centroids } = kmeans(points, k, { initialization: "kmeans++", seed: seed * 101 + run, maxIterations: 100 });
    return { clusters, spread: clusters.reduce((sum, group, at) => sum + squaredDistance(points[at] ?? [], centroids[group] ?? []), 0) };
  });
  const { clusters } = runs.reduce((a, b) => (b.spread < a.spread ? b : a));
  const sizes = Array.from({ length: k }, (_, group) => ({ group, n: clusters.filter((one) => one === group).length })).sort((a, b) => b.n - a.n || a.group - b.group);
  const place = new Map(sizes.map(({ group }, at) => [group, at]));
  return clusters.map((group) => place.get(group) ?? 0);
}

const agreementOf = (samples: readonly Sample[]): Interval => meanInterval(samples.map(({ agreement }) => agreement), UP_TO_ONE);

interface Sample {
  readonly agreement: number;
  /** Per group of the whole: overlap with its best counterpart in the sample. */
  readonly overlaps: readonly number[];
}

function resample(points: number[][], { k, seed, groups }: { k: number; seed: number; groups: readonly number[] }): Sample[] {
  const random = createRng(seed + 31 * k);
  return Array.from({ length: RESAMPLES }, (_, run) => {
    const drawn = shuffled(points.map((_point, at) => at), random).slice(0, Math.max(k + 1, Math.round(SAMPLE_SHARE * points.length)));
    const { clusters } = kmeans(drawn.map((at) => points[at] ?? []), k, { initialization: "kmeans++", seed: seed + run, maxIterations: 100 });
    const whole = drawn.map((at) => groups[at] ?? 0);
    return { agreement: adjustedRand(whole, clusters), overlaps: Array.from({ length: k }, (_g, group) => jaccard(whole, clusters, group)) };
  });
}

interface Chosen {
  readonly k: number;
  readonly groups: readonly number[];
  readonly silhouette: number;
  readonly samples: readonly Sample[];
}

function describe(people: readonly ClusterPoint[], points: readonly number[][], { options, chosen, choices, isStable }: { options: ClusterOptions; chosen: Chosen; choices: ClusterReport["choices"]; isStable: boolean }): ClusterReport {
  const plane = principalPlane(points);
  const memberships = membershipsOf(points, chosen);
  const members = people.map(({ id }, at): ClusterMember => ({ id, cluster: chosen.groups[at] ?? 0, probabilities: memberships[at] ?? [], x: dot(points[at] ?? [], plane.axes[0]), y: dot(points[at] ?? [], plane.axes[1]) }));
  const clusters = Array.from({ length: chosen.k }, (_, index) => clusterOf(people, points, { index, chosen, features: options.features }));
  const { renamed, change } = changeOf(clusters, members, options.earlier);
  return { kind: "clustered", n: people.length, k: chosen.k, choices, why: wordsOf(chosen, choices, isStable), clusters: renamed, members, explained: plane.explained, change };
}

/** Posterior of a mixture of round clouds of one width around the groups' centres. */
function membershipsOf(points: readonly number[][], { k, groups }: Chosen): number[][] {
  const width = points[0]?.length ?? 1;
  const centres = Array.from({ length: k }, (_, group) => {
    const own = points.filter((_p, at) => groups[at] === group);
    return { centre: Array.from({ length: width }, (_f, at) => meanOf(own.map((point) => point[at] ?? 0))), share: own.length / points.length };
  });
  const variance = Math.max(1e-9, meanOf(points.map((point, at) => squaredDistance(point, centres[groups[at] ?? 0]?.centre ?? []))) / width);
  return points.map((point) => {
    const logs = centres.map(({ centre, share }) => Math.log(Math.max(1e-9, share)) - squaredDistance(point, centre) / (2 * variance));
    const top = Math.max(...logs);
    const powers = logs.map((log) => Math.exp(log - top));
    const sum = powers.reduce((a, b) => a + b, 0);
    return powers.map((power) => power / sum);
  });
}

function clusterOf(people: readonly ClusterPoint[], points: readonly number[][], { index, chosen, features }: { index: number; chosen: Chosen; features: readonly string[] }): Cluster {
  const inside = people.flatMap((_, at) => (chosen.groups[at] === index ? [at] : []));
  const outside = people.flatMap((_, at) => (chosen.groups[at] === index ? [] : [at]));
  const value = (rows: readonly number[], at: number): number => meanOf(rows.map((row) => people[row]?.values[at] ?? 0));
  const scaledMean = (rows: readonly number[], at: number): number => meanOf(rows.map((row) => points[row]?.[at] ?? 0));
  const distinguishing = features
    .map((feature, at) => ({ feature, here: value(inside, at), elsewhere: value(outside, at), lift: scaledMean(inside, at) - scaledMean(outside, at) }))
    .sort((a, b) => Math.abs(b.lift) - Math.abs(a.lift))
    .slice(0, 8);
  const high = distinguishing.filter(({ lift }) => lift > 0).slice(0, 3).map(({ feature }) => feature);
  const low = distinguishing.filter(({ lift }) => lift < 0).slice(0, 2).map(({ feature }) => feature);
  return { index, size: inside.length, name: high.length > 0 ? high.join(" · ") : `little ${low.join(", ")}`, distinguishing, stability: meanOf(chosen.samples.map(({ overlaps }) => overlaps[index] ?? 0)) };
}

function wordsOf({ k, silhouette: score }: Chosen, choices: ClusterReport["choices"], isStable: boolean): ClusterReport["why"] {
  const stability = choices.find((choice) => choice.k === k)?.stability.mean ?? 0;
  const [s, a] = [score.toFixed(2), stability.toFixed(2)];
  if (!isStable) return { en: `No number of groups comes out the same on other samples (best agreement ${a} of 1). Read these ${k} groups as a sketch, not as facts.`, zh: `换一批样本后，任何分组数都不能稳定重现（最佳一致度 ${a}，满分 1）。这 ${k} 组只能当作草图，不能当作事实。` };
  const clear = score >= CLEAR;
  return {
    en: `${k} groups separate best (silhouette ${s}) among those that come out the same on other samples (agreement ${a} of 1).${clear ? "" : " They still run into each other: many people stand between two groups."}`,
    zh: `在换样本后仍能重现的分组数中（一致度 ${a}，满分 1），${k} 组区分得最清楚（轮廓系数 ${s}）。${clear ? "" : "但各组仍有重叠，许多人介于两组之间。"}`,
  };
}
