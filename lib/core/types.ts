/**
 * @file The words everyone uses: branded ids, roles, kinds of document, and the actor.
 * Place: bottom of the import law; imports nothing of ours. Holds no logic.
 */

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type UserId = Brand<string, "UserId">;
export type DocumentId = Brand<string, "DocumentId">;
export type ChunkId = Brand<string, "ChunkId">;
export type ConversationId = Brand<string, "ConversationId">;
export type MessageId = Brand<string, "MessageId">;
export type FeedbackId = Brand<string, "FeedbackId">;
export type JobId = Brand<string, "JobId">;
export type HrItemId = Brand<string, "HrItemId">;
export type HrAskId = Brand<string, "HrAskId">;
export type VerifiedAnswerId = Brand<string, "VerifiedAnswerId">;
export type NotificationId = Brand<string, "NotificationId">;
export type ReviewItemId = Brand<string, "ReviewItemId">;
export type ReviewJudgementId = Brand<string, "ReviewJudgementId">;
export type SnapshotId = Brand<string, "SnapshotId">;
export type TrainingRunId = Brand<string, "TrainingRunId">;
/** Of one résumé for one opening. */
export type ApplicationId = Brand<string, "ApplicationId">;
/** Of a trained version of retrieval and answers. */
export type ModelVersionId = Brand<string, "ModelVersionId">;

/** `<model name>@<first 12 hex digits of the weights' SHA-256>`; vectors of two versions never mix. */
export type EncoderVersion = Brand<string, "EncoderVersion">;

/** Every signed-in person is an employee; the other roles add to that. */
export const ROLES = ["employee", "recruiter", "reviewer", "hr_lead", "admin"] as const;
export type Role = (typeof ROLES)[number];

export const DOCUMENT_KINDS = ["policy", "resume", "job", "course"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Life of a document. Only `ready` documents are ever retrieved. */
export const DOCUMENT_STATUSES = ["queued", "processing", "ready", "needs_ocr", "failed"] as const;
export type DocumentStatus = (typeof DOCUMENT_STATUSES)[number];

/** Stages of ingestion, in order. */
export const INGEST_STAGES = ["read", "extract", "split", "embed", "index"] as const;
export type IngestStage = (typeof INGEST_STAGES)[number];

/** Whom learning and development is done for: everyone, a department, or a site. */
export const LEARNING_GROUP_KINDS = ["company", "department", "site"] as const;
export type LearningGroupKind = (typeof LEARNING_GROUP_KINDS)[number];

/**
 * Who may read a document: everyone with a role, one named person, whoever is hiring manager of an opening, or whoever
 * manages a person (an employee's id).
 */
export type Principal = `role:${Role}` | `user:${string}` | `opening:${string}` | `manager-of:${string}`;

/** What opens something to one person beside their roles; read anew at every request, what has lapsed left out. */
export interface Relations {
  /** The person's own entry in the directory; null without one. */
  readonly employeeId: string | null;
  /** Directory ids of those whom they manage directly. */
  readonly reports: readonly string[];
  /** Openings that they are hiring manager of now. */
  readonly openings: readonly DocumentId[];
  /** Groups that they do learning and development for. */
  readonly learning: readonly LearningGroup[];
}

/** `name` is empty for the company. */
export interface LearningGroup {
  readonly kind: LearningGroupKind;
  readonly name: string;
}

/** The signed-in person on whose behalf something happens. */
export interface Actor {
  readonly userId: UserId;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Absent: none are known (a job, a command). */
  readonly relations?: Relations;
  /** Where the request came from, coarse (lib/server/audit/coarse-address.ts), for the audit log; null or absent: unknown. */
  readonly address?: string | null;
}

/** Main language of a text. Cadre reads English and Chinese; anything else counts as `en`. */
export type Language = "en" | "zh";

/** Half-open range `[start, end)` in UTF-16 code units of a stored extracted text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
