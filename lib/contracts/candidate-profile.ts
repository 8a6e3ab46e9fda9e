/**
 * @file The person page over HTTP: a résumé's profile, and other résumés that may be the same person's.
 */
import { z } from "zod";
import { keptTerm } from "./people";
import { profileOutput } from "./profile";

const span = z.strictObject({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });
export const PERSON_VERDICTS = ["same", "different"] as const;

export const otherResume = z.strictObject({
  documentId: z.string(),
  name: z.string().nullable(),
  headline: z.string().nullable(),
  source: z.string(),
  addedAt: z.iso.datetime(),
  /** Why they may be one person; empty when only a human said so. Places in this and in the other résumé. */
  reasons: z.array(z.strictObject({ kind: z.enum(["email", "phone", "name-and-job"]), here: span, there: span })),
  /** What a human decided, who and when; null: nobody yet. */
  decided: z.strictObject({ verdict: z.enum(PERSON_VERDICTS), by: z.string().nullable(), at: z.iso.datetime() }).nullable(),
});
export type OtherResume = z.infer<typeof otherResume>;

export const candidateProfile = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  source: z.string(),
  addedAt: z.iso.datetime(),
  profile: profileOutput,
  /** Names of the skills by taxonomy id, as the reader's language calls them; those of `profile.skills` only. */
  skillNames: z.record(z.string(), z.strictObject({ en: z.string(), zh: z.string() })),
  others: z.array(otherResume),
  /** Until when they are kept (null: no term holds), and whether they applied: then their applications say so. */
  kept: keptTerm.nullable(),
  hasApplied: z.boolean(),
  /** May the reader export and erase from this page? Of who has applied HR leads only; others do it from the application. */
  mayHandle: z.boolean(),
});
export type CandidateProfile = z.infer<typeof candidateProfile>;

export const samePersonRequest = z.strictObject({
  other: z.string().min(1).max(200),
  /** Null takes back what was decided. */
  verdict: z.enum(PERSON_VERDICTS).nullable(),
});
export type SamePersonRequest = z.infer<typeof samePersonRequest>;
