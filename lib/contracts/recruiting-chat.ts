/**
 * @file What a recruiter's chat answer offers to do, as a card below its text. Nothing is done by the answer: the card asks
 * the recruiting routes when the recruiter confirms, and they decide once more.
 */
import { z } from "zod";
import { LETTERS } from "./recruiting-words";

const named = z.strictObject({ id: z.string(), title: z.string() });

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
]);
export type RecruitingCard = z.infer<typeof recruitingCard>;
