/** @file Saved searches over HTTP: one's own. */
import { z } from "zod";

export const savedSearch = z.strictObject({ id: z.string(), name: z.string(), request: z.string(), unseen: z.number().int().nonnegative(), hits: z.number().int().nonnegative() });
export type SavedSearch = z.infer<typeof savedSearch>;
export const savedSearchList = z.strictObject({ searches: z.array(savedSearch) });
export const saveSearchRequest = z.strictObject({ name: z.string().trim().min(1).max(120), request: z.string().trim().min(1).max(2000) });
export const searchHits = z.strictObject({ hits: z.array(z.strictObject({ documentId: z.string(), name: z.string().nullable(), title: z.string().nullable(), at: z.iso.datetime(), fresh: z.boolean() })) });
export type SearchHit = z.infer<typeof searchHits>["hits"][number];
