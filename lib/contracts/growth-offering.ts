/** @file What the company offers for growing, as HR leads set it up: learning budget, programmes, roles and moves; and interest in an opening. */
import { z } from "zod";
import { currency, money, STEP_KINDS, words } from "./growth";

export const PROGRAMME_KINDS = ["basic", "specialised", "practice", "ai-literacy"] as const;

/** A year's budget of one person, by site ("" is every other site), and up to what they decide by themselves. */
export const growthBudget = z.strictObject({ perPerson: z.record(z.string(), money), ownDecision: z.number().nonnegative() });
export type GrowthBudget = z.infer<typeof growthBudget>;

const title = z.string().trim().min(2).max(120);
const sentence = z.string().trim().max(400);
/** `id` null: a new one. Steps are courses of the catalogue, in order. */
export const programmeChange = z.strictObject({ do: z.literal("programme"), id: z.string().nullable(), kind: z.enum(PROGRAMME_KINDS), title: z.strictObject({ en: title, zh: title }), summary: z.strictObject({ en: sentence, zh: sentence }), steps: z.array(z.string()).min(1).max(30) });
export type ProgrammeChange = z.infer<typeof programmeChange>;

/** POST /api/growth/offering */
export const offeringAction = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("budget"), sites: z.array(z.strictObject({ site: z.string().max(80), amount: z.number().nonnegative().max(1_000_000), currency })).min(1).max(60), ownDecision: z.number().nonnegative().max(1_000_000) }),
  programmeChange,
  z.strictObject({ do: z.literal("retire-programme"), id: z.string() }),
  z.strictObject({ do: z.literal("course"), id: z.string(), /** false: retired */ offered: z.boolean() }),
  z.strictObject({ do: z.literal("import"), what: z.enum(["roles", "moves"]), text: z.string().min(1).max(900_000) }),
]);
export type OfferingAction = z.infer<typeof offeringAction>;

/** GET /api/growth/offering */
export const offeringView = z.strictObject({
  budget: z.strictObject({ sites: z.array(z.strictObject({ site: z.string(), amount: z.number(), currency })), ownDecision: z.number() }),
  programmes: z.array(z.strictObject({ id: z.string(), kind: z.enum(PROGRAMME_KINDS), title: words, summary: words, steps: z.array(z.string()) })),
  /** All of the catalogue; those that are not offered are retired. */
  courses: z.array(z.strictObject({ id: z.string(), title: words, kind: z.enum(STEP_KINDS), provider: z.string(), hours: z.number(), requires: z.array(z.string()), offered: z.boolean() })),
  roles: z.number().int(),
  moves: z.number().int(),
  /** Of the import that was just made: lines that were not taken. */
  problems: z.array(z.strictObject({ line: z.number().int(), message: z.string() })),
});
export type OfferingView = z.infer<typeof offeringView>;

/** POST /api/growth/interest: an employee is interested in an opening. */
export const interestRequest = z.strictObject({ openingId: z.string().min(1) });
/** How many people who recruit were told. */
export const interestTold = z.strictObject({ told: z.number().int() });
export type InterestTold = z.infer<typeof interestTold>;
