/**
 * @file Words of the channel budget: what each recruiting channel brings, costs and can take, and the best mix.
 */
import type { Interval } from "../measure/types";

export interface ChannelRole {
  readonly id: string;
  readonly name: string;
  /** Hires wanted over all periods; required for "cheapest", a floor for "most". */
  readonly hires: number;
  /** Worth of a hire of this role relative to others, > 0. Default 1. */
  readonly value?: number;
}

export interface EffectRange {
  readonly low: number;
  readonly high: number;
}

/** A channel's own effect for one role. */
export interface RoleEffect {
  readonly effect: number;
  /** Absent: as wide, in proportion, as the channel's. */
  readonly range?: EffectRange;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  /** Money per unit (event, posting, referral bonus …), in `currency`. */
  readonly unitCost: number;
  /** Hires per unit, for every role without one of its own. */
  readonly effect: number;
  /** Interval of the effect per unit, for the robust plan. */
  readonly effectRange?: EffectRange;
  /** By role id: the same unit finds fitters and engineers differently well. */
  readonly byRole?: Readonly<Record<string, RoleEffect>>;
  /** Most units per period; absent = no bound. */
  readonly capacity?: number;
  /** Fewest units per period (contracts). Default 0. */
  readonly floor?: number;
  /** Largest share of all hires that may come from here, 0–1. */
  readonly largestShare?: number;
  /** Smallest share of all hires. */
  readonly smallestShare?: number;
  /** Sources of the same kind count together for diversity. */
  readonly group?: string;
}

export interface ChannelProblem {
  readonly goal: "cheapest" | "most";
  readonly currency: string;
  readonly channels: readonly Channel[];
  readonly roles: readonly ChannelRole[];
  /** Money per period; the plan has as many periods. */
  readonly budgets: readonly number[];
  /** Unspent money carries over to later periods. Default true. */
  readonly carryOver?: boolean;
  /** Only whole units can be bought. */
  readonly whole: boolean;
  /** Plan with the low end of every effect. */
  readonly robust?: boolean;
  /** Largest share of hires from one group of channels, 0–1. */
  readonly largestGroupShare?: number;
}

export interface ChannelRow {
  readonly channel: string;
  readonly role: string;
  readonly period: number;
  readonly units: number;
  readonly cost: number;
  readonly hires: number;
}

/** What one more unit of a limit is worth. */
export interface ShadowPrice {
  readonly limit: string;
  readonly kind: "budget" | "hires" | "capacity" | "floor" | "share" | "group-share";
  /** Change of the objective per unit of the limit (dual), or of re-solving with `step` more (integer). */
  readonly worth: number;
  readonly step: number;
  readonly method: "dual" | "re-solved";
  /** The dual holds while the limit is within these (linear programme). */
  readonly validFrom: number | null;
  readonly validTo: number | null;
  readonly words: { readonly en: string; readonly zh: string };
}

export type ChannelPlan =
  | {
      readonly kind: "planned";
      readonly goal: ChannelProblem["goal"];
      readonly rows: readonly ChannelRow[];
      readonly cost: number;
      readonly hires: number;
      readonly value: number;
      readonly spentByPeriod: readonly number[];
      readonly prices: readonly ShadowPrice[];
      /** Why this mix: cost per hire by channel, and why the obvious choice is worse. */
      readonly reasons: readonly { readonly en: string; readonly zh: string }[];
      readonly ms: number;
    }
  | { readonly kind: "infeasible"; readonly conflicts: readonly { readonly en: string; readonly zh: string }[]; readonly mostHires: number | null; readonly least: number | null }
  | { readonly kind: "unbounded"; readonly why: { readonly en: string; readonly zh: string } };

export interface ChannelScenario {
  readonly name: string;
  readonly problem: ChannelProblem;
  readonly plan: ChannelPlan;
}

/** What was bought and what came of it, one row per purchase. */
export interface PastHire {
  readonly channel: string;
  readonly role: string;
  readonly units: number;
  readonly cost: number;
  readonly hires: number;
}

export interface ChannelEffect {
  readonly channel: string;
  readonly role: string | null;
  readonly units: number;
  readonly hires: number;
  /** Hires per unit and cost per unit; the effect is pulled towards the channel's and the overall mean when data are few. */
  readonly effect: Interval;
  readonly unitCost: number;
}
