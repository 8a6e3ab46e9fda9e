/**
 * @file What a recruiter's chat answer offers to do, as a card below its text. Nothing is done by the answer: the card asks
 * the recruiting routes when the recruiter confirms, and they decide once more.
 */
import { z } from "zod";
import { LETTERS } from "./recruiting-words";

const named = z.strictObject({ id: z.string(), title: z.string() });

const comparedPart = z.strictObject({ score: z.number().min(0).max(100), met: z.boolean(), /** Of the résumé's text; null: no line shows it. */ quote: z.strictObject({ text: z.string(), start: z.number().int().nonnegative(), end: z.number().int().nonnegative() }).nullable() });

/** Two to four people of one opening: rows are what was scored, each cell with the line that shows it. */
export const comparison = z.strictObject({
  type: z.literal("comparison"),
  opening: named,
  /** Best first. `of`: must-haves in all. */
  people: z.array(z.strictObject({ application: z.string(), documentId: z.string(), name: z.string(), rank: z.number().int().positive(), score: z.number(), met: z.number().int().nonnegative(), of: z.number().int().nonnegative() })).min(2).max(4),
  /** What tells them apart most first; `parts` in the order of `people`, null where it was not scored. */
  rows: z.array(z.strictObject({ name: z.string(), mustHave: z.boolean(), weight: z.number(), parts: z.array(comparedPart.nullable()) })).max(60),
});
export type Comparison = z.infer<typeof comparison>;

export const recruitingCard = z.discriminatedUnion("type", [
  /** Waits for a yes: these people onto a shortlist of the opening. */
  z.strictObject({
    type: z.literal("shortlist"),
    opening: named,
    /** `reason`: what the score's evidence says, for the recruiter to change. */
    people: z.array(z.strictObject({ application: z.string(), name: z.string(), reason: z.string().max(1000) })).min(1).max(10),
    /** The list that was named; null: the recruiter chooses. */
    list: z.string().nullable(),
  }),
  /** A draft that the card fetches each time it is shown, so that nothing of it is kept with the chat. */
  z.strictObject({ type: z.literal("letter"), opening: named, application: z.string(), name: z.string(), kind: z.enum(LETTERS), language: z.enum(["en", "zh"]) }),
  comparison,
]);
export type RecruitingCard = z.infer<typeof recruitingCard>;
