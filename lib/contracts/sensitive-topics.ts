/**
 * @file Sensitive topics: subjects whose questions nobody but the asker sees unless the asker sends them to HR. The company
 * edits the list; lib/assistant/sensitive finds them in a question. The shape of the settings page and its route.
 */
import { z } from "zod";

const MAX_ENTRIES = 400;

/**
 * English: words separated by spaces, in any inflection; a last `*` lets the word go on ("whistleblow*"). Chinese: the
 * characters as they stand in a question.
 */
const entry = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[\p{L}\p{N}' -]+\*?(?: [\p{L}\p{N}' -]+\*?)*$/u, "letters, digits, spaces, hyphens; * only at the end of a word");

const entries = z.strictObject({ en: z.array(entry).max(MAX_ENTRIES), zh: z.array(entry).max(MAX_ENTRIES) });

export const sensitiveTopic = z.strictObject({
  /** Kept when the name changes. */
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: z.strictObject({ en: z.string().trim().min(1).max(60), zh: z.string().trim().min(1).max(60) }),
  on: z.boolean(),
  words: entries,
  /** Phrases that do not count, though a word of the list stands in them: "sick leave", "European Union". */
  exceptions: entries,
});
export type SensitiveTopic = z.infer<typeof sensitiveTopic>;

export const sensitiveTopics = z
  .array(sensitiveTopic)
  .max(40)
  .refine((topics) => new Set(topics.map((topic) => topic.id)).size === topics.length, "two topics have the same id");

/** GET and PUT /api/sensitive-topics. */
export const sensitiveTopicsView = z.strictObject({
  topics: sensitiveTopics,
  /** Null: the list that Cadre comes with. */
  editedAt: z.iso.datetime().nullable(),
});
export type SensitiveTopicsView = z.infer<typeof sensitiveTopicsView>;
export const sensitiveTopicsChange = z.strictObject({ topics: sensitiveTopics });

/** POST /api/sensitive-topics/check: tries a question against a list that need not be saved. */
export const sensitiveCheckRequest = z.strictObject({ question: z.string().trim().min(1).max(2000), topics: sensitiveTopics });
export const sensitiveCheck = z.strictObject({ topics: z.array(z.string()) });

/** POST /api/sensitive-topics/touched: what the composer asks about a question that is not sent yet. */
export const touchedRequest = z.strictObject({ question: z.string().trim().min(1).max(2000) });
export const touched = z.strictObject({ topics: z.array(z.strictObject({ en: z.string(), zh: z.string() })) });
