/**
 * @file Ask HR: what an employee previews and sends, what they see of it, what HR sees in the inbox, and verified answers.
 * `sentQuestion` is the one shape of what leaves the asker: preview and inbox are made of it, so that HR never sees more.
 */
import { z } from "zod";
import { principal } from "./documents";
import { citation } from "./evidence";

const language = z.enum(["en", "zh"]);
const whole = z.number().int().nonnegative();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const question = z.string().trim().min(1).max(2000);

/** POST /api/ask-hr/preview */
export const askHrDraft = z.strictObject({
  /** The answer that did not help. */
  messageId: z.string(),
  question,
  withContext: z.boolean(),
  withName: z.boolean(),
});
export type AskHrDraft = z.infer<typeof askHrDraft>;

/** Exactly what HR receives, to the letter. */
export const sentQuestion = z.strictObject({
  question: z.string(),
  language,
  /** Null: HR is not told, and cannot look it up. */
  name: z.string().nullable(),
  /** Earlier questions of the same chat, oldest first; never the answers. */
  context: z.array(z.string()),
});
export type SentQuestion = z.infer<typeof sentQuestion>;

export const askHrPreview = z.strictObject({
  sent: sentQuestion,
  /** Of `sent`; POST /api/ask-hr sends nothing that has another one. */
  digest: z.string(),
  /** Earlier questions that could be sent along. */
  earlier: whole,
  /** Sensitive topics that the question touches, by name. */
  topics: z.array(z.strictObject({ en: z.string(), zh: z.string() })),
});
export type AskHrPreview = z.infer<typeof askHrPreview>;

/** POST /api/ask-hr */
export const askHrSend = z.strictObject({ ...askHrDraft.shape, digest: z.string() });
export type AskHrSend = z.infer<typeof askHrSend>;

export const hrReply = z.strictObject({
  /** HR's own words; "" when the passage says it all. */
  text: z.string(),
  /** Null without a passage, or when its document is no longer open to the asker. */
  citation: citation.nullable(),
  /** open: as cited · closed: no longer open to the asker · outdated: the source has changed since · none: words alone. */
  source: z.enum(["open", "closed", "outdated", "none"]),
  verifiedAt: z.iso.datetime(),
});
export type HrReply = z.infer<typeof hrReply>;

/** GET /api/ask-hr: one's own. */
export const myAsk = z.strictObject({
  id: z.string(),
  messageId: z.string().nullable(),
  conversationId: z.string().nullable(),
  sent: sentQuestion,
  sentAt: z.iso.datetime(),
  state: z.enum(["waiting", "answered", "declined"]),
  reply: hrReply.nullable(),
  declinedBecause: z.string().nullable(),
  closedAt: z.iso.datetime().nullable(),
});
export type MyAsk = z.infer<typeof myAsk>;
export const myAsks = z.strictObject({ asks: z.array(myAsk) });

export const SUSPENSIONS = ["changed", "replaced", "expired", "deleted"] as const;
export const verifiedAnswerView = z.strictObject({
  id: z.string(),
  question: z.string(),
  language,
  reply: z.string(),
  /** The passage as it was verified; null for words alone, and when its document is not open to the reader. */
  source: z.strictObject({ documentId: z.string(), title: z.string(), quote: z.string(), start: whole, end: whole, page: z.number().int().positive().nullable() }).nullable(),
  shared: z.boolean(),
  audience: z.array(principal),
  state: z.enum(["serving", "suspended", "retired"]),
  suspendedBecause: z.enum(SUSPENSIONS).nullable(),
  /** Where the same words stand now: in the changed document, or in the one that took its place. */
  foundAgain: z.strictObject({ documentId: z.string(), title: z.string(), start: whole, end: whole }).nullable(),
  verifiedAt: z.iso.datetime(),
  verifiedBy: z.string().nullable(),
  timesServed: whole,
  /** The document that the reply was published as; `ready` once it is cited. */
  published: z.strictObject({ documentId: z.string(), ready: z.boolean() }).nullable(),
});
export type VerifiedAnswerView = z.infer<typeof verifiedAnswerView>;

export const inboxPhrasing = z.strictObject({
  ...sentQuestion.shape,
  /** Within the item; says nothing about the person. */
  ref: whole,
  askedOn: day,
  sensitive: z.boolean(),
});
export const inboxItem = z.strictObject({
  id: z.string(),
  state: z.enum(["waiting", "answered", "declined"]),
  /** The first phrasing's. */
  question: z.string(),
  language,
  /** People who ask this. */
  count: z.number().int().positive(),
  askedOn: day,
  sensitive: z.boolean(),
  phrasings: z.array(inboxPhrasing),
  assignee: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  note: z.string(),
  declinedBecause: z.string().nullable(),
  answer: verifiedAnswerView.nullable(),
  closedAt: z.iso.datetime().nullable(),
  closedBy: z.string().nullable(),
});
export type InboxItem = z.infer<typeof inboxItem>;

/** GET /api/ask-hr/inbox */
export const inbox = z.strictObject({
  /** Waiting: oldest first; others: newest first. */
  items: z.array(inboxItem),
  /** Verified answers: those to check first. */
  answers: z.array(verifiedAnswerView),
  counts: z.strictObject({ waiting: whole, mine: whole, suspended: whole }),
  /** Who may be given an item. */
  people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type Inbox = z.infer<typeof inbox>;

/** PATCH /api/ask-hr/inbox/:id */
export const inboxChange = z.strictObject({ assigneeId: z.string().nullable().optional(), note: z.string().trim().max(2000).optional() });
export type InboxChange = z.infer<typeof inboxChange>;

export const passageChoice = z.strictObject({ documentId: z.string(), start: whole, end: z.number().int().positive() });
/** POST /api/ask-hr/inbox/:id/answer. A passage, words, or both. */
export const hrAnswer = z.strictObject({
  /** As others may see it. */
  question,
  reply: z.string().trim().max(4000).default(""),
  passage: passageChoice.nullable().default(null),
  /** Also for everyone else who asks the same. */
  shared: z.boolean(),
  /** Who may read words alone. */
  audience: z.array(principal).min(1).max(10),
});
export type HrAnswer = z.infer<typeof hrAnswer>;
/** POST /api/ask-hr/inbox/:id/decline */
export const hrDecline = z.strictObject({ reason: z.string().trim().min(1).max(1000) });
/** POST /api/ask-hr/inbox/:id/separate */
export const hrSeparate = z.strictObject({ ref: whole });
/** POST /api/verified-answers/:id: keep (the words are right as they stand now), check with another passage, or retire. */
export const verifiedChange = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("keep") }),
  z.strictObject({ do: z.literal("change"), reply: z.string().trim().max(4000), passage: passageChoice.nullable(), shared: z.boolean() }),
  z.strictObject({ do: z.literal("retire") }),
]);
export type VerifiedChange = z.infer<typeof verifiedChange>;
/** POST /api/verified-answers/:id/publish */
export const publishRequest = z.strictObject({ title: z.string().trim().min(1).max(120), audience: z.array(principal).min(1).max(10) });
export type PublishRequest = z.infer<typeof publishRequest>;

/** GET /api/ask-hr/passages?q= */
export const passageQuery = z.strictObject({ q: question });
export const foundPassage = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  headings: z.array(z.string()),
  page: z.number().int().positive().nullable(),
  start: whole,
  end: whole,
  text: z.string(),
  /** In the document's offsets. */
  sentences: z.array(z.strictObject({ start: whole, end: whole })),
  /** Every employee may read it: only then can it answer people who are not named. */
  openToAll: z.boolean(),
});
export type FoundPassage = z.infer<typeof foundPassage>;
export const foundPassages = z.strictObject({ passages: z.array(foundPassage) });
