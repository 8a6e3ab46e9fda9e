/** @file A growth answer in the chat: its sentences are the answer's text; this is the card below, and what a follow-up goes on with. */
import { z } from "zod";
import { planConstraints, targetRef } from "./growth";

export const GROWTH_TOOLS = ["my-gap", "my-plan", "explain-step", "find-mentor", "career-options"] as const;
export type GrowthToolName = (typeof GROWTH_TOOLS)[number];

/** What was settled so far: target and limits stay until the asker changes them. */
export const growthContext = z.strictObject({ tool: z.enum(GROWTH_TOOLS), target: targetRef.nullable(), constraints: planConstraints.partial(), skillIds: z.array(z.string()) });
export type GrowthContext = z.infer<typeof growthContext>;

export const growthRow = z.strictObject({ title: z.string(), detail: z.string(), figure: z.string() });
export type GrowthRow = z.infer<typeof growthRow>;

export const growthCard = z.strictObject({ href: z.string().regex(/^\/growth/), rows: z.array(growthRow).max(20), context: growthContext });
export type GrowthCard = z.infer<typeof growthCard>;
