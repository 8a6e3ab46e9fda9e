/** @file GET /api/candidates/[id]/openings: which openings fit a person, and what would close the gap; those that they applied for. */
import { z } from "zod";
import { gapItem } from "./growth";
import { OPENING_STATES, STAGES } from "./recruiting-words";

const count = z.number().int().nonnegative();
const points = z.number().min(0).max(100);
const named = z.strictObject({ en: z.string(), zh: z.string() });

export const openingMiss = z.strictObject({
  requirement: z.string(),
  mustHave: z.boolean(),
  /** The same object that an employee's gap is made of; null for what is no skill (a degree, a place, years in all). */
  item: gapItem.nullable(),
  /** partly: some of it is shown; of a skill as its item says. */
  state: z.enum(["partly", "missing"]),
  /** Years that are missing, one decimal; null where no time was asked. */
  yearsMissing: z.number().nullable(),
  /** Points that the score would gain at most. */
  gain: points,
});
export type OpeningMiss = z.infer<typeof openingMiss>;

export const openingFit = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  /** The reader recruits for it, or nobody does yet. */
  taken: z.boolean(),
  /** By requirements alone, one decimal. */
  score: points,
  mustHavesMet: count,
  mustHaves: count,
  /** Reverse fit: how much of what the person can show it would use, and whether it continues their work. */
  reverse: points,
  /** Skills of theirs that it asks for, of all that they show. */
  uses: z.array(named),
  skills: count,
  /** What shows it, at most two lines. */
  shows: z.array(z.strictObject({ requirement: z.string(), quote: z.string() })),
  /** Worth most first, must-haves before the others. */
  misses: z.array(openingMiss),
  scoreIfClosed: points,
  /** A must-have of the work itself is shown, one or two must-haves are missing: worth a second look. */
  near: z.boolean(),
});
export type OpeningFit = z.infer<typeof openingFit>;

export const openingsForPerson = z.strictObject({
  /** Best for both first. */
  fitting: z.array(openingFit),
  /** Openings that were compared. */
  compared: count,
  /** Openings of the reader that hide names: nothing is said of them here. */
  hidden: count,
  /** Not compared at all: the term agreed with them is over, or their data is kept for another application only. */
  heldBack: z.enum(["term", "consent"]).nullable(),
  /** As their opening scored them; null: not scored. */
  applied: z.array(z.strictObject({ documentId: z.string(), title: z.string(), state: z.enum(OPENING_STATES), stage: z.enum(STAGES), score: points.nullable(), mustHavesMet: count, mustHaves: count })),
});
export type OpeningsForPerson = z.infer<typeof openingsForPerson>;
