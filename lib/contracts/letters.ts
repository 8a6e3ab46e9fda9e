/** @file Drafts of letters over HTTP: GET /api/recruiting/applications/[id]/letter?kind=&language=. */
import { z } from "zod";
import { LETTERS } from "./recruiting-words";

/** `language` left out: that of the résumé. */
export const letterQuery = z.strictObject({ kind: z.enum(LETTERS), language: z.enum(["en", "zh"]).optional() });
export type LetterQuery = z.infer<typeof letterQuery>;

export const letter = z.strictObject({ kind: z.enum(LETTERS), language: z.enum(["en", "zh"]), subject: z.string(), body: z.string(), /** Lines that the letter rests on: what the score found, or did not. */ basis: z.array(z.strictObject({ requirement: z.string(), quote: z.string().nullable() })) });
export type Letter = z.infer<typeof letter>;
