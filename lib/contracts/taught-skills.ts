/** @file Names that recruiters' corrections teach, over HTTP: what is proposed for the company's own skills, and what a person says to each. */
import { z } from "zod";

const whole = z.number().int().nonnegative();
const skill = z.strictObject({ id: z.string(), en: z.string(), zh: z.string() });

/** GET /api/recruiting/skills/taught */
export const taughtSkills = z.strictObject({
  proposals: z.array(
    z.strictObject({
      words: z.string(),
      /** May be another name of this skill; null: of none that is known. */
      of: skill.nullable(),
      /** Openings of the reader's where a correction says so. */
      corrected: whole,
      /** Texts that the reader may read in which the words stand: what would be read otherwise from then on. */
      stands: z.strictObject({ openings: whole, resumes: whole }),
    }),
  ),
  /** Further ones, shown when these have been answered. */
  more: whole,
  /** What somebody left out; it is proposed no more until somebody offers it again. */
  left: z.array(z.string()),
});
export type TaughtSkills = z.infer<typeof taughtSkills>;

/** POST: name: another name of `of`; skill: one of its own; leave: not proposed any more; offer: proposed again. */
export const taughtAnswer = z.strictObject({ words: z.string().min(1).max(120), as: z.enum(["name", "skill", "leave", "offer"]) });
export type TaughtAnswer = z.infer<typeof taughtAnswer>;
