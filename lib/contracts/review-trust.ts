/**
 * @file Trust in labels over HTTP: agreement, each reviewer's quality, gold items, disagreements to decide, floods of ratings.
 * A reviewer gets their own quality, an HR lead everyone's.
 */
import { z } from "zod";
import { grade, REVIEW_VERDICTS, reviewItem } from "./review";

/** Beyond chance, 1 is always the same; 95 % interval; `n` what at least two judged. */
export const agreementView = z.strictObject({ alpha: z.number(), low: z.number(), high: z.number(), n: z.number().int().positive() });
export type AgreementView = z.infer<typeof agreementView>;

const whole = z.number().int().nonnegative();

export const reviewerQuality = z.strictObject({
  id: z.string(),
  name: z.string(),
  isMe: z.boolean(),
  /** Items closed. */
  items: whole,
  /** Grades that the estimate rests on. */
  grades: whole,
  /** Probability of giving the true grade (Dawid–Skene), 0–1; near the prior while there are few. */
  accuracy: z.number().min(0).max(1),
  /** How far their labels count in training, 0–1. */
  weight: z.number().min(0).max(1),
  gold: z.strictObject({ agreed: whole, compared: whole }),
});
export type ReviewerQualityView = z.infer<typeof reviewerQuality>;

export const trustView = z.strictObject({
  /** Grades of passages, ordinal; null while fewer than ten were graded by two. */
  grades: agreementView.nullable(),
  /** Verdicts on questions, nominal; null while fewer than ten were judged by two. */
  verdicts: agreementView.nullable(),
  /** Cohen's kappa of the two who share the most grades. */
  kappa: z.strictObject({ value: z.number(), n: whole, reviewers: z.array(z.string()).length(2) }).nullable(),
  reviewers: z.array(reviewerQuality),
  /** Items that check reviewers, and items on which two agree and which could. */
  gold: z.strictObject({ items: whole, candidates: z.array(z.strictObject({ id: z.string(), question: z.string(), isGold: z.boolean() })) }),
  /** Items on which reviewers differ and nobody has decided. */
  undecided: whole,
  /** Accounts whose ratings are far above everyone else's; they have no name here. Null: only HR leads see them. */
  floods: z.array(z.strictObject({ account: z.string(), ratings: whole, median: z.number(), queued: whole })).nullable(),
  /** Judgements that the demo company came with, counted in all of these. */
  demoJudgements: whole,
});
export type TrustView = z.infer<typeof trustView>;

/** An item on which reviewers differ, with what each of them said. */
export const disagreementView = z.strictObject({
  item: reviewItem,
  /** Letters instead of names: what was said counts, not who said it. */
  judgements: z.array(z.strictObject({ reviewer: z.string(), isMe: z.boolean(), verdict: z.enum(REVIEW_VERDICTS), grades: z.array(grade), note: z.string() })),
});
export type DisagreementView = z.infer<typeof disagreementView>;

export const disagreementsView = z.strictObject({ items: z.array(z.strictObject({ id: z.string(), question: z.string(), language: z.enum(["en", "zh"]), reviewers: whole })) });
export type DisagreementsView = z.infer<typeof disagreementsView>;

/** Body of PUT /api/review/items/:id/reference: what holds from now on. */
export const referenceRequest = z.strictObject({
  verdict: z.enum(REVIEW_VERDICTS),
  grades: z.array(grade).max(40),
  note: z.string().trim().max(2000).default(""),
  /** Also checks other reviewers with it. */
  gold: z.boolean().default(false),
});
export type ReferenceRequest = z.input<typeof referenceRequest>;
export type ReferenceInput = z.output<typeof referenceRequest>;

/** Body of POST /api/review/items/:id/gold. */
export const goldRequest = z.strictObject({ gold: z.boolean() });
