/** @file Suggested weights over HTTP: the ruleset as it reads, what recruiters' decisions suggest, the versions that were promoted. */
import { z } from "zod";
import { gateReason, gateVerdict } from "./gate";

const whole = z.number().int().nonnegative();
const pair = z.strictObject({ must: z.number().int().min(0).max(100), nice: z.number().int().min(0).max(100) });

/** By kind of requirement; lib/people/requirements/suggested-weights.ts */
export const weightTable = z.strictObject({ skill: pair, experience: pair, education: pair, language: pair, certificate: pair, place: pair, text: pair });
export type WeightTable = z.infer<typeof weightTable>;

/** "skill must" */
export const weightChange = z.strictObject({ name: z.string(), before: whole, after: whole });

const learned = {
  weights: weightTable,
  changes: z.array(weightChange),
  /** Pairs of a person taken further and one turned down, fitted on, and of other openings, held out. */
  pairs: z.strictObject({ fitted: whole, held: whole, openings: whole, before: z.number(), after: z.number() }),
  verdict: gateVerdict,
  reasons: z.array(gateReason),
};

export const weightVersion = z.strictObject({ number: z.number().int().positive(), at: z.iso.datetime(), by: z.string(), reason: z.string(), ...learned });
export type WeightVersion = z.infer<typeof weightVersion>;

/** What is kept: versions oldest first, and the one that is served; 0: as shipped. */
export const weightStore = z.strictObject({ serving: whole, versions: z.array(weightVersion) });
export type WeightStore = z.infer<typeof weightStore>;

export const weightProposal = z.strictObject(learned);
export type WeightProposal = z.infer<typeof weightProposal>;

export const weightsPage = z.strictObject({
  /** The ruleset that scores are made with: JSON with comments, as it reads. */
  ruleset: z.string(),
  shipped: weightTable,
  /** What is suggested now. */
  weights: weightTable,
  ...weightStore.shape,
});
export type WeightsPage = z.infer<typeof weightsPage>;

/** POST /api/recruiting/weights */
export const weightsRequest = z.discriminatedUnion("do", [
  /** Says what the decisions suggest; changes nothing. */
  z.strictObject({ do: z.literal("propose") }),
  /** `reason` is needed where the gate did not find it better. */
  z.strictObject({ do: z.literal("promote"), reason: z.string().trim().max(1000).default("") }),
  /** Back, or forward, to a version; 0: as shipped. */
  z.strictObject({ do: z.literal("serve"), version: whole }),
]);
export type WeightsRequest = z.input<typeof weightsRequest>;
