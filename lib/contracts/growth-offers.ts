/** @file What the company offers, for one's own case: a topic, the facts it rests on, the quotations that apply. */
import { z } from "zod";
import { citation } from "./evidence";

export const OFFER_TOPICS = ["remote-work", "flexible-hours", "sabbatical", "rotation", "learning-budget", "study-leave", "promotion", "bonus", "health"] as const;
export type OfferTopic = (typeof OFFER_TOPICS)[number];

/** answered: the quotations answer it · closest: the nearest passages, not an answer · none: nothing that this reader may read says anything of it */
export const OFFER_OUTCOMES = ["answered", "closest", "none"] as const;
export type OfferOutcome = (typeof OFFER_OUTCOMES)[number];

/** GET /api/growth/offers */
export const offerQuery = z.strictObject({ topic: z.enum(OFFER_TOPICS), language: z.enum(["en", "zh"]).default("en") });
export const offerAnswer = z.strictObject({ topic: z.enum(OFFER_TOPICS), question: z.string(), situation: z.string().nullable(), outcome: z.enum(OFFER_OUTCOMES), citations: z.array(citation) });
export type OfferAnswer = z.infer<typeof offerAnswer>;
