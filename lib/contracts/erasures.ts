/** @file Receipts of erasures over HTTP: GET /api/recruiting/erasures. A receipt names nobody; its subject is the id that a résumé had. */
import { z } from "zod";
import { receiptReply } from "./recruiting";

/** Query: `before` is `next` of the page that was read last. */
export const erasuresQuery = z.strictObject({ before: z.string().min(1).max(64).optional(), limit: z.coerce.number().int().min(1).max(200).default(60) });
export type ErasuresQuery = z.infer<typeof erasuresQuery>;

export const keptReceipt = z.strictObject({
  receipt: receiptReply,
  /** Name of who erased; null: the clock of terms, or somebody whose account is gone since. */
  by: z.string().nullable(),
  /** Does the receipt still give the fingerprint that it was kept with? false: somebody changed it in the database. */
  intact: z.boolean(),
});
export type KeptReceipt = z.infer<typeof keptReceipt>;

export const erasuresPage = z.strictObject({
  /** own: only what the reader erased; every: also what others and the clock of terms erased. */
  shows: z.enum(["own", "every"]),
  all: z.number().int().nonnegative(),
  unclean: z.number().int().nonnegative(),
  receipts: z.array(keptReceipt),
  /** Give it as `before` to go on; null at the end. */
  next: z.string().nullable(),
});
export type ErasuresPage = z.infer<typeof erasuresPage>;
