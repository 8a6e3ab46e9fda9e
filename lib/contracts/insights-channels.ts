/** @file The channel budget over HTTP: problem in, plan with what limits are worth, scenarios, effects learned from past hires. */
import { z } from "zod";
import { interval } from "./insights-gate";
import { CHANNELS as RECRUITING_CHANNELS } from "./recruiting-words";

const amount = z.number().nonnegative().max(1e12);
const whole = z.number().int().nonnegative();
const share = z.number().min(0).max(1);
const name = z.string().trim().min(1).max(80);
const id = z.string().min(1).max(80);
const range = z.strictObject({ low: amount, high: amount });
const both = z.object({ en: z.string(), zh: z.string() });

export const channelProblem = z.strictObject({
  goal: z.enum(["cheapest", "most"]),
  currency: z.string().trim().min(1).max(8),
  channels: z.array(
    z.strictObject({
      id,
      name,
      unitCost: amount,
      /** Hires per unit, for every role without an entry in `byRole`. */
      effect: amount,
      effectRange: range.optional(),
      /** By role id; scenarios kept before there were effects by role have none. */
      byRole: z.record(id, z.strictObject({ effect: amount, range: range.optional() })).optional(),
      capacity: amount.optional(),
      floor: amount.optional(),
      largestShare: share.optional(),
      smallestShare: share.optional(),
      group: name.optional(),
    }),
  ).min(1).max(40),
  roles: z.array(z.strictObject({ id, name, hires: amount, value: z.number().positive().max(1e6).optional() })).min(1).max(20),
  /** Money per period. */
  budgets: z.array(amount).min(1).max(24),
  carryOver: z.boolean().optional(),
  whole: z.boolean(),
  robust: z.boolean().optional(),
  largestGroupShare: share.optional(),
});
export type ChannelProblemView = z.infer<typeof channelProblem>;

export const channelPlan = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("planned"),
    goal: z.enum(["cheapest", "most"]),
    rows: z.array(z.object({ channel: z.string(), role: z.string(), period: z.number(), units: z.number(), cost: z.number(), hires: z.number() })),
    cost: z.number(),
    hires: z.number(),
    value: z.number(),
    spentByPeriod: z.array(z.number()),
    prices: z.array(z.object({ limit: z.string(), kind: z.string(), worth: z.number(), step: z.number(), method: z.enum(["dual", "re-solved"]), words: both })),
    reasons: z.array(both),
  }),
  z.object({ kind: z.literal("infeasible"), conflicts: z.array(both), mostHires: z.number().nullable(), least: z.number().nullable() }),
  z.object({ kind: z.literal("unbounded"), why: both }),
]);
export type ChannelPlanView = z.infer<typeof channelPlan>;

/** POST /api/insights/plans/solve */
export const solveRequest = z.strictObject({ problem: channelProblem });
export const solveReply = z.strictObject({
  plan: channelPlan,
  /** Budget (or wanted hires) multiplied: what more would buy. */
  sensitivity: z.array(z.object({ factor: z.number(), cost: z.number().nullable(), hires: z.number().nullable() })),
});
export type SolveReply = z.infer<typeof solveReply>;

/** Of a channel and the openings of one title, from five people on; effect null: too few to tell the role apart, so the channel's own figure counts. */
const recordedRole = z.strictObject({ role: z.string(), applied: whole, decided: whole, hired: whole, effect: interval.nullable() });

export const savedPlan = z.strictObject({ id: z.string(), name, problem: channelProblem, plan: channelPlan, by: z.string().nullable(), at: z.iso.datetime() });
export type SavedPlan = z.infer<typeof savedPlan>;
export const planRequest = z.strictObject({ name, problem: channelProblem });
export const planList = z.strictObject({
  plans: z.array(savedPlan),
  example: channelProblem,
  /** Learned from imported tables of hires; `byRole` holds only the roles for which a channel was bought often enough. */
  effects: z.array(
    z.strictObject({
      tableId: z.string(),
      table: z.string(),
      rows: z.number(),
      effects: z.array(
        z.object({
          channel: z.string(),
          units: z.number(),
          hires: z.number(),
          effect: interval,
          unitCost: z.number(),
          byRole: z.array(z.object({ role: z.string(), units: z.number(), hires: z.number(), effect: interval, unitCost: z.number() })),
        }),
      ),
    }),
  ),
  /** From the applications in Cadre: sums of channels of at least five people; effect: hires per decided application, null before the first decision. */
  recorded: z.strictObject({
    channels: z.array(z.strictObject({ channel: z.enum(RECRUITING_CHANNELS), applied: whole, decided: whole, interviewed: whole, hired: whole, daysToHire: z.number().nullable(), effect: interval.nullable(), byRole: z.array(recordedRole) })),
    leftOut: z.strictObject({ channels: whole, people: whole, roles: whole }),
  }),
});
export type PlanList = z.infer<typeof planList>;
