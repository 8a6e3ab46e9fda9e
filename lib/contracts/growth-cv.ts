/** @file What the browser needs to check a CV by itself: roles with what they ask for, and every skill's names. Nothing comes back. */
import { z } from "zod";
import { targetRef, words } from "./growth";

export const cvCheckData = z.strictObject({
  roles: z.array(z.strictObject({ ref: targetRef, title: words, needs: z.array(z.strictObject({ any: z.array(z.string()), importance: z.number() })) })),
  skills: z.array(z.strictObject({ id: z.string(), name: words, also: z.array(z.string()) })),
  /** Skills that one's profile has already. */
  held: z.array(z.string()),
});
export type CvCheckData = z.infer<typeof cvCheckData>;
