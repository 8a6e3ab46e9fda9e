/** @file What the browser needs to check a CV by itself: roles with what they ask for, and every skill's names. Nothing comes back. */
import { z } from "zod";
import { targetRef, words } from "./growth";

const cvTarget = z.strictObject({ ref: targetRef, title: words, needs: z.array(z.strictObject({ any: z.array(z.string()), importance: z.number() })) });

export const cvCheckData = z.strictObject({
  /** The company's roles and openings. */
  roles: z.array(cvTarget),
  /** Occupations of the shipped table that no role of the company bears the name of. */
  occupations: z.array(cvTarget),
  /** `namedOnly`: only occupations ask for it, so that it counts where it is named and is not compared by meaning (hundreds, on a phone). */
  skills: z.array(z.strictObject({ id: z.string(), name: words, also: z.array(z.string()), namedOnly: z.boolean() })),
  /** Skills that one's profile has already. */
  held: z.array(z.string()),
});
export type CvCheckData = z.infer<typeof cvCheckData>;
