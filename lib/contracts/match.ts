/**
 * @file What `cadre match` and `cadre eval pairs` print and write (DESIGN section 5).
 */
import { z } from "zod";

const percent = z.number().min(0).max(100);
const quote = z.strictObject({ text: z.string().min(1), start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });

export const matchResult = z.strictObject({
  /** Path relative to the folder, or the id of the line. */
  resume: z.string(),
  score: percent,
  mustHaves: z.array(z.strictObject({ requirement: z.string(), met: z.boolean(), evidence: z.array(quote) })),
  parts: z.array(z.strictObject({ name: z.string(), weight: percent, score: percent, evidence: z.array(quote) })),
});

export const matchOutput = z.strictObject({
  job: z.strictObject({
    title: z.string().nullable(),
    requirements: z.array(z.strictObject({ id: z.string(), kind: z.string(), mustHave: z.boolean(), weight: percent, text: z.string(), years: z.number().positive().nullable(), source: z.strictObject({ start: z.number().int(), end: z.number().int() }).nullable() })),
    warnings: z.array(z.string()),
    versions: z.strictObject({ ruleset: z.string(), encoder: z.string().nullable(), taxonomy: z.string(), scorer: z.string() }),
  }),
  /** Best first; equal scores in the order of their names. */
  results: z.array(matchResult),
  failed: z.array(z.strictObject({ resume: z.string(), code: z.string(), message: z.string() })),
});
export type MatchOutput = z.infer<typeof matchOutput>;

export const pairsDetail = z.strictObject({ id: z.string(), scores: z.array(percent) });

const pairFigures = z.strictObject({
  n: z.number().int().nonnegative(),
  /** Share of jobs whose first résumé scores strictly above every other. */
  firstAbove: z.number().min(0).max(1),
  /** Share where the best of the others has the same score. */
  ties: z.number().min(0).max(1),
  /** Plain word overlap on the same pairs, ties counted as half. */
  wordOverlap: z.number().min(0).max(1),
});

export const evalPairsOutput = z.strictObject({ ...pairFigures.shape, tune: pairFigures, held: pairFigures, ruleset: z.string(), encoder: z.string().nullable() });
export type EvalPairsOutput = z.infer<typeof evalPairsOutput>;
export type PairFigures = z.infer<typeof pairFigures>;
