/**
 * @file The public files that train and judge the encoder, as zod schemas, and what the projects' readers share.
 * Reads nothing itself.
 */
import { z } from "zod";

/** Of CMRC 2018 dev the first 600 paragraphs may train; the rest only judges. */
export const CMRC_TRAINABLE_PARAGRAPHS = 600;

/** Tatoeba's first lines stand in no corpus file: their sources judge translation. */
export const TATOEBA_HELD_OUT_LINES = 2925;

export const conditionalQaFile = z.array(
  z.object({ id: z.string(), url: z.string(), scenario: z.string(), question: z.string(), evidences: z.array(z.string()) }),
);
export type ConditionalQaRow = z.infer<typeof conditionalQaFile>[number];

const cmrcParagraph = z.object({
  id: z.string(),
  context: z.string(),
  qas: z.array(z.object({ id: z.string(), question: z.string(), answers: z.array(z.object({ text: z.string(), answer_start: z.number() })) })),
});
export type CmrcParagraph = z.infer<typeof cmrcParagraph>;
export const cmrcFile = z.object({ data: z.array(z.object({ paragraphs: z.array(cmrcParagraph) })) });

/** PolicyQA has the same shape, without paragraph ids. */
export const policyQaFile = z.object({
  data: z.array(z.object({ title: z.string(), paragraphs: z.array(z.object({ context: z.string(), qas: z.array(z.object({ question: z.string() })) })) })),
});

/** One line of corpora/pairs*.jsonl.gz: query, passage, source, language (x: one language each). */
export const pairLine = z.object({ q: z.string(), p: z.string(), s: z.string(), l: z.enum(["en", "zh", "x"]) });
export type PairLine = z.infer<typeof pairLine>;

export const hrMultiwozLine = z.object({ question: z.string(), answer: z.string(), answer_context: z.string() });

/** One of our own questions: the passage is named by the first 12 hex digits of the SHA-256 of its trimmed text. */
export const ownQuestion = z.strictObject({ id: z.string().regex(/^[0-9a-f]{12}$/), q: z.string().min(1) });
export type OwnQuestion = z.infer<typeof ownQuestion>;

/** Tags out, white space single: how an evidence line becomes a passage. */
export function stripMarkup(html: string): string {
  return html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ").trim();
}
