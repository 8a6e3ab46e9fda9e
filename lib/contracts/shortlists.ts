/** @file Shortlists over HTTP: as recruiters see them, and as the one person sees them with whom one is shared. */
import { z } from "zod";
import { applicationView } from "./recruiting";
import { VERDICTS } from "./recruiting-words";

const instant = z.iso.datetime();
const verdict = z.enum(VERDICTS);

export const shortlistView = z.strictObject({
  id: z.string(),
  name: z.string(),
  createdAt: instant,
  entries: z.array(z.strictObject({ application: z.string(), reason: z.string(), by: z.string().nullable(), at: instant, answers: z.array(z.strictObject({ name: z.string(), verdict, note: z.string() })) })),
  shared: z.array(z.strictObject({ link: z.string(), name: z.string(), masked: z.boolean(), expiresAt: instant, ended: z.boolean(), openedAt: instant.nullable() })),
});
export type ShortlistView = z.infer<typeof shortlistView>;

/** POST …/shortlists: onto one that is there, or a new one by name. */
export const putEntriesRequest = z.strictObject({
  shortlist: z.string().min(1).max(64).nullable(),
  name: z.string().trim().max(120).default(""),
  entries: z.array(z.strictObject({ application: z.string().min(1).max(64), reason: z.string().trim().min(1).max(1000) })).min(1).max(50),
});

export const shareRequest = z.strictObject({ shortlist: z.string().min(1).max(64), userId: z.string().min(1).max(64), until: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), masked: z.boolean() });
export type ShareRequest = z.infer<typeof shareRequest>;

/** GET /api/recruiting/shared/[id]: for its holder only. */
export const shortlistPage = z.strictObject({
  opening: z.string(),
  name: z.string(),
  from: z.string().nullable(),
  masked: z.boolean(),
  expiresAt: instant,
  people: z.array(z.strictObject({ application: applicationView, reason: z.string(), verdict: verdict.nullable(), note: z.string() })),
});
export type ShortlistPage = z.infer<typeof shortlistPage>;

export const answerRequest = z.strictObject({ application: z.string().min(1).max(64), verdict, note: z.string().trim().max(1000).default("") });
