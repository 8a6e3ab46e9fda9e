/**
 * @file Words of clusters: groups of people with alike skills or work patterns.
 */
import type { Interval } from "../measure/types";

export interface ClusterMember {
  readonly id: string;
  readonly cluster: number;
  /** 0–1 for every cluster, sums to 1. */
  readonly probabilities: readonly number[];
  /** Place on the map (first two principal components). */
  readonly x: number;
  readonly y: number;
}

export interface Cluster {
  readonly index: number;
  readonly size: number;
  /** Suggested from the distinguishing features: "welding · fitting"; people rename it. */
  readonly name: string;
  readonly distinguishing: readonly { readonly feature: string; readonly here: number; readonly elsewhere: number; readonly lift: number }[];
  /** Mean adjusted-for-chance agreement (Jaccard) of this cluster over resamples, 0–1. */
  readonly stability: number;
}

export interface ClusterReport {
  readonly kind: "clustered";
  readonly n: number;
  readonly k: number;
  /** For every k tried: silhouette, and adjusted Rand index over resamples. */
  readonly choices: readonly { readonly k: number; readonly silhouette: number; readonly stability: Interval }[];
  readonly why: { readonly en: string; readonly zh: string };
  readonly clusters: readonly Cluster[];
  readonly members: readonly ClusterMember[];
  /** Share of the variation that the map's two axes show. */
  readonly explained: readonly [number, number];
  /** Against an earlier report of the same people: who moved, and how alike the groupings are (adjusted Rand index). */
  readonly change: ClusterChange | null;
}

export interface ClusterChange {
  readonly agreement: number;
  readonly moved: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  /** People in both tables. */
  readonly shared: number;
  /** Every group of now and of before, by name; 0 where there is (or was) none. */
  readonly sizes: readonly { readonly name: string; readonly before: number; readonly now: number }[];
}

/** What a later grouping of (mostly) the same people is compared with. */
export interface EarlierGrouping {
  readonly clusters: readonly Cluster[];
  readonly members: readonly Pick<ClusterMember, "id" | "cluster">[];
}
