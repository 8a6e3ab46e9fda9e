/** @file GET /api/recruiting/openings/[id]/pool: who of the people already here fits an opening, best first. */
import { z } from "zod";

const count = z.number().int().nonnegative();

export const pooledPerson = z.strictObject({
  documentId: z.string(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  /** By requirements alone, 0–100, one decimal; the full score is made when they are added. */
  score: z.number().min(0).max(100),
  mustHavesMet: count,
  mustHaves: count,
  /** What shows it, at most three lines. */
  shows: z.array(z.strictObject({ requirement: z.string(), quote: z.string() })),
});
export type PooledPerson = z.infer<typeof pooledPerson>;

export const poolPage = z.strictObject({
  people: z.array(pooledPerson),
  /** Names are hidden in this opening: a score beside a name would give away who is behind a code, so nobody is ranked. */
  namesHidden: z.boolean(),
  /** Résumés that may be ranked: looked at so far, and all; fewer than all while they are still being read. */
  read: count,
  total: count,
  /** Not ranked: their term is over, or their data is kept for another application only. */
  heldBack: z.strictObject({ term: count, consent: count }),
});
export type PoolPage = z.infer<typeof poolPage>;
