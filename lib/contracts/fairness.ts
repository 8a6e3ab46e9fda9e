/** @file Fairness over HTTP: aggregated figures only. */
import { z } from "zod";

const whole = z.number().int().nonnegative();
const interval = z.tuple([z.number(), z.number()]).readonly().nullable();

export const groupRate = z.object({
  group: z.string(),
  /** Null, like `selected`: too few people to be shown. */
  applicants: whole.nullable(),
  selected: whole.nullable(),
  rate: z.number().nullable(),
  rateInterval: interval,
  impactRatio: z.number().nullable(),
  ratioInterval: interval,
  left: z.enum(["small", "share"]).nullable(),
});
export type GroupRateView = z.infer<typeof groupRate>;

export const fairnessReport = z.object({
  applicants: whole,
  /** Applications that are decided or have come at least to an interview: only these can have been selected. */
  measured: whole,
  imports: z.array(z.object({ id: z.string(), rows: whole, unmatched: whole, by: z.string().nullable(), at: z.iso.datetime() })),
  categories: z.array(
    z.object({
      /** "sex", "race_ethnicity", or two joined by " × ". */
      category: z.string(),
      /** People of each table who said nothing of themselves. */
      unknown: z.object({ selection: whole, scoring: whole }),
      /** Selection: reached the interview. */
      selection: z.array(groupRate),
      /** Scoring: above the median of all scored for the same opening. */
      scoring: z.array(groupRate),
    }),
  ),
});
export type FairnessReport = z.infer<typeof fairnessReport>;

export const importReply = z.object({ rows: whole, unmatched: whole });
