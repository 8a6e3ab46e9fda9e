/**
 * @file Shapes of evidence as screens and stored messages see it: citations, passages, candidates, confidence.
 */
import { z } from "zod";
import { DOCUMENT_KINDS } from "../core/types";
import { growthCard } from "./growth-answer";
import { recruitingCard } from "./recruiting-chat";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** How a document stands to the asker on the day of the answer; see lib/core/document-terms.ts. */
export const standing = z.strictObject({
  state: z.enum(["applies", "others", "ended", "coming"]),
  from: day.nullable(),
  until: day.nullable(),
  for: z.array(z.string()),
  you: z.boolean(),
  next: z.strictObject({ title: z.string(), from: day }).optional(),
});

/** A quoted span of a stored document. `text.slice(start, end)` of the document's text is `quote`, to the letter. */
export const citation = z.strictObject({
  /** Number shown as [1]; 1-based within one answer. */
  number: z.number().int().positive(),
  documentId: z.string(),
  chunkId: z.string().nullable(),
  title: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  /** From the outermost heading to the nearest one. */
  headings: z.array(z.string()),
  page: z.number().int().positive().nullable(),
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
  quote: z.string().min(1),
  /** Quotes that contradict each other carry the same letter ("A"); null for most. */
  conflict: z.string().nullable(),
  /** A passage that may matter but is much less likely to be the answer than the first: shown on request. Left out for the others. */
  aside: z.literal(true).optional(),
  /** Left out where the document holds for everyone, always. */
  standing: standing.optional(),
  /** Mean confidence, 0–100, with which its page was read by text recognition; left out for pages with a text layer. */
  ocr: z.number().min(0).max(100).optional(),
});
export type Citation = z.infer<typeof citation>;

/** One part of what a recruiter asked for, and the lines of one résumé that show it. */
export const requirementMatch = z.strictObject({
  part: z.string(),
  met: z.boolean(),
  evidence: z.array(citation),
});

export const candidateCard = z.strictObject({
  documentId: z.string(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  location: z.string().nullable(),
  years: z.number().nonnegative().nullable(),
  /** 0–1, two decimals. */
  score: z.number().min(0).max(1),
  matches: z.array(requirementMatch),
});
export type CandidateCard = z.infer<typeof candidateCard>;

/** A passage as it was retrieved: kept with every answer, for feedback and review. */
export const retrievedPassage = z.strictObject({
  rank: z.number().int().positive(),
  documentId: z.string(),
  chunkId: z.string(),
  title: z.string(),
  /** Fused score, and its two parts before fusion; null when that arm did not find it. */
  score: z.number(),
  lexical: z.number().nullable(),
  dense: z.number().nullable(),
});
export type RetrievedPassage = z.infer<typeof retrievedPassage>;

/**
 * answered: quoted evidence answers it · closest: nearest passages, not an answer · none: not in the documents ·
 * candidates: a list of people · chat: small talk or help · out_of_scope: not something Cadre does · denied: the
 * asker's role does not allow the kind of thing asked for · growth: from the asker's own profile, plan and the catalogue
 */
export const OUTCOMES = ["answered", "closest", "none", "candidates", "chat", "out_of_scope", "denied", "growth"] as const;
export const outcome = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof outcome>;

/**
 * Why an answer is quoted although a language model was asked. timeout: no token in time, or not done in time ·
 * unreachable: no connection · refused: 401 or 403 · busy: 429 · error: any other status, or the model itself failed ·
 * redirected: it pointed elsewhere, which is never followed · malformed: not the protocol · cut_off: the stream ended in
 * the middle · empty: nothing written · loading: in-process model not ready · unsupported: no sentence was left after the
 * check · no_answer: it said that the passages do not answer
 */
export const FALLBACK_REASONS = ["timeout", "unreachable", "refused", "busy", "error", "redirected", "malformed", "cut_off", "empty", "loading", "unsupported", "no_answer"] as const;
export type FallbackReason = (typeof FALLBACK_REASONS)[number];

/** A language model's part in an answer; absent when none was asked. */
export const wording = z.strictObject({
  model: z.string(),
  /** "host:port"; null: in the server's own process. */
  host: z.string().nullable(),
  /** Null: the text is the model's, every sentence checked. Else why the documents are quoted; the text's last line says so. */
  fallback: z.enum(FALLBACK_REASONS).nullable(),
  /** Sentences that the check left out. */
  dropped: z.number().int().nonnegative(),
  /** One or two sentences for the reader, in the answer's language. */
  note: z.string(),
});
export type Wording = z.infer<typeof wording>;

/** Given with an answer that HR has verified, not by search; absent for all others. */
export const verifiedMark = z.strictObject({ id: z.string(), verifiedAt: z.iso.datetime() });

/** A whole answer, as stored and as sent with `done`. */
export const answer = z.strictObject({
  outcome,
  /** What is shown above the quotes; quotes are marked [1], [2] … */
  text: z.string(),
  citations: z.array(citation),
  candidates: z.array(candidateCard),
  /** The question as understood: follow-ups made whole, typos repaired. Null when nothing was changed. */
  understoodAs: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  suggestions: z.array(z.string()),
  wording: wording.optional(),
  verified: verifiedMark.optional(),
  /** The card of a growth answer; absent for all others. */
  growth: growthCard.optional(),
  /** What a recruiter's answer offers to do; absent for all others. */
  recruiting: recruitingCard.optional(),
});
export type Answer = z.infer<typeof answer>;
