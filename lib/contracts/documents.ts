/**
 * @file Documents over HTTP: lists, details, upload results, progress events, and where a span lies on a PDF page.
 */
import { z } from "zod";
import { isDay } from "../core/document-terms";
import { DOCUMENT_KINDS, DOCUMENT_STATUSES, INGEST_STAGES, ROLES } from "../core/types";

export const principal = z.templateLiteral([z.enum(["role:", "user:", "opening:", "manager-of:"]), z.string().min(1)]);

export const ingestProgress = z.strictObject({
  stage: z.enum(INGEST_STAGES),
  /** Units done and in all within the stage (pages or chunks); null while unknown. */
  done: z.number().int().nonnegative(),
  total: z.number().int().nonnegative().nullable(),
  /** Seconds until ready, from the rate of the present stage; null until it can be told. */
  etaSeconds: z.number().nonnegative().nullable(),
});
export type IngestProgress = z.infer<typeof ingestProgress>;

const day = z.string().refine(isDay, "a day as YYYY-MM-DD");
const names = z.array(z.string().trim().min(1).max(200)).max(50);
const named = z.strictObject({ id: z.string(), title: z.string() });

/** For whom and when a document holds; see lib/core/document-terms.ts. */
export const documentTermsView = z.strictObject({
  /** `id` null: a person who is named, but has no account. */
  owner: z.strictObject({ id: z.string().nullable(), name: z.string() }).nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  /** Only where the reader may read the other one as well. */
  supersedes: named.nullable(),
  supersededBy: z.strictObject({ ...named.shape, from: z.string().nullable() }).nullable(),
  sites: z.array(z.string()),
  contracts: z.array(z.string()),
  audience: z.array(z.string()),
  languages: z.array(z.enum(["en", "zh"])),
  reviewMonths: z.number().int().nullable(),
  reviewedOn: z.string().nullable(),
  /** On the day of the answer, for this reader. */
  state: z.enum(["applies", "others", "ended", "coming"]),
});
export type DocumentTermsView = z.infer<typeof documentTermsView>;

/** What a person may set; a field that is left out stays as it is. */
export const termsChange = z
  .strictObject({
    ownerId: z.string().nullable().optional(),
    validFrom: day.nullable().optional(),
    validUntil: day.nullable().optional(),
    supersedesId: z.string().nullable().optional(),
    sites: names.optional(),
    contracts: names.optional(),
    audience: names.optional(),
    languages: z.array(z.enum(["en", "zh"])).max(2).optional(),
    reviewMonths: z.number().int().min(1).max(120).nullable().optional(),
  })
  .refine(({ validFrom, validUntil }) => !validFrom || !validUntil || validFrom <= validUntil, { error: "the last day is before the first one", path: ["validUntil"] });
export type TermsChangeRequest = z.infer<typeof termsChange>;

/** What the details dialog offers. */
export const termsChoices = z.strictObject({
  people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  sites: z.array(z.string()),
  contracts: z.array(z.string()),
  audience: z.array(z.string()),
});
export type TermsChoices = z.infer<typeof termsChoices>;

/** `GET /api/documents/readers` */
export const possibleReaders = z.strictObject({ people: termsChoices.shape.people });
export type PossibleReaders = z.infer<typeof possibleReaders>;

/** Pages that were read by text recognition, and the mean confidence of their words, 0–100. */
export const ocrMark = z.strictObject({ pages: z.array(z.number().int().positive()), confidence: z.number().min(0).max(100) });
export type OcrMark = z.infer<typeof ocrMark>;

export const documentView = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  mediaType: z.string(),
  status: z.enum(DOCUMENT_STATUSES),
  /** Present while queued or processing. */
  progress: ingestProgress.nullable(),
  /** Why it failed, or what the reader should know (one sentence each). */
  warnings: z.array(z.string()),
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  sizeBytes: z.number().int().nonnegative(),
  pages: z.number().int().positive().nullable(),
  chunks: z.number().int().nonnegative(),
  language: z.enum(["en", "zh"]).nullable(),
  /** Null where every page has a text layer. */
  ocr: ocrMark.nullable(),
  acl: z.array(z.string()),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Null: it holds for everyone, always, and nobody owns it. */
  terms: documentTermsView.nullable(),
  /** Earlier texts that are kept. */
  versions: z.number().int().nonnegative(),
  /** What the present user may do with it. */
  can: z.strictObject({ manage: z.boolean(), delete: z.boolean() }),
});
export type DocumentView = z.infer<typeof documentView>;

export const documentList = z.strictObject({ documents: z.array(documentView), total: z.number().int().nonnegative() });
export type DocumentList = z.infer<typeof documentList>;

/** The stored extracted text, for the reader pane. */
export const documentText = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(DOCUMENT_KINDS),
  mediaType: z.string(),
  addedAt: z.iso.datetime(),
  ocr: ocrMark.nullable(),
  text: z.string(),
  pages: z.array(z.strictObject({ page: z.number().int().positive(), start: z.number().int(), end: z.number().int() })),
  blocks: z.array(
    z.strictObject({
      kind: z.enum(["heading", "paragraph", "list_item", "table_row", "code"]),
      level: z.number().int().min(1).max(6).nullable(),
      start: z.number().int(),
      end: z.number().int(),
    }),
  ),
});
export type DocumentText = z.infer<typeof documentText>;

/** Rectangles of a span on one page of a PDF or picture, in points from the top left corner of the page as it is displayed. */
export const locateOutput = z.strictObject({
  page: z.number().int().positive(),
  widthPt: z.number().positive(),
  heightPt: z.number().positive(),
  rects: z.array(z.strictObject({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
});
export type LocateOutput = z.infer<typeof locateOutput>;

export const uploadFields = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  acl: z.array(principal).min(1),
  onDuplicate: z.enum(["skip", "replace"]).default("skip"),
  /** For every file of the upload; it goes before what a file declares. */
  terms: termsChange.optional(),
});
export type UploadFields = z.infer<typeof uploadFields>;

export const uploadResult = z.strictObject({
  accepted: z.array(
    z.strictObject({ id: z.string(), source: z.string(), outcome: z.enum(["queued", "skipped", "replaced"]) }),
  ),
  failed: z.array(z.strictObject({ source: z.string(), code: z.string(), message: z.string() })),
});
export type UploadResult = z.infer<typeof uploadResult>;

/** One section of a text that changed between two versions; what stayed the same is left out. */
export const sectionChange = z.strictObject({
  kind: z.enum(["added", "removed", "changed"]),
  heading: z.string(),
  /** Null where there was, or is, none. Parts in order; joined they are the section's text. */
  before: z.array(z.strictObject({ text: z.string(), changed: z.boolean() })).nullable(),
  after: z.array(z.strictObject({ text: z.string(), changed: z.boolean() })).nullable(),
});
export type SectionChange = z.infer<typeof sectionChange>;

/** Earlier texts, newest first, each compared with the one that followed it. */
export const documentVersionList = z.strictObject({
  id: z.string(),
  title: z.string(),
  versions: z.array(z.strictObject({ number: z.number().int().positive(), title: z.string(), addedAt: z.iso.datetime(), replacedAt: z.iso.datetime(), changes: z.array(sectionChange), unchanged: z.number().int().nonnegative() })),
});
export type DocumentVersionList = z.infer<typeof documentVersionList>;

/** `GET /api/documents/events`: one `document` event per change, `removed` on delete; a full list first. */
export const documentEvents = {
  list: documentList,
  document: documentView,
  removed: z.strictObject({ id: z.string() }),
} as const;

export const roleSchema = z.enum(ROLES);
