/**
 * @file The directory over HTTP: people, who manages whom, hiring managers and learning partners, the import of a CSV file
 * with its preview, and what removing a person does.
 */
import { z } from "zod";
import { LEARNING_GROUP_KINDS } from "../core/types";

const whole = z.number().int().nonnegative();

export const personView = z.strictObject({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  title: z.string(),
  department: z.string(),
  site: z.string(),
  manager: z.strictObject({ id: z.string(), name: z.string(), present: z.boolean() }).nullable(),
  /** Null for whoever may not see it. */
  employment: z.strictObject({ contract: z.string(), startedOn: z.string() }).nullable(),
  /** `YYYY-MM-DD`; null: still here. */
  leftOn: z.string().nullable(),
  /** Null: has none. */
  account: z.strictObject({ id: z.string(), disabled: z.boolean() }).nullable(),
});
export type PersonView = z.infer<typeof personView>;

export const hiringManagerView = z.strictObject({ openingId: z.string(), opening: z.string(), userId: z.string(), name: z.string(), until: z.iso.datetime() });
export type HiringManagerView = z.infer<typeof hiringManagerView>;

export const learningPartnerView = z.strictObject({ userId: z.string(), name: z.string(), kind: z.enum(LEARNING_GROUP_KINDS), group: z.string() });
export type LearningPartnerView = z.infer<typeof learningPartnerView>;

export const directoryView = z.strictObject({
  people: z.array(personView),
  /** Present ones; empty for whoever may not see them. */
  hiringManagers: z.array(hiringManagerView),
  learningPartners: z.array(learningPartnerView),
  /** Openings that hiring managers can be named for; empty for whoever may not name any. */
  openings: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  can: z.strictObject({ manage: z.boolean(), remove: z.boolean(), nameManagers: z.boolean() }),
  /** whole: everyone; part: those whom one manages or does learning and development for. */
  extent: z.enum(["whole", "part"]),
});
export type DirectoryView = z.infer<typeof directoryView>;

/** `PATCH /api/people/<id>`: who manages this person. */
export const changeManagerRequest = z.strictObject({ managerId: z.string().min(1).max(64).nullable() });

/** `POST /api/people/hiring-managers`: named until the end of that day (UTC), at most a year on. */
export const nameHiringManagerRequest = z.strictObject({ openingId: z.string().min(1).max(64), userId: z.string().min(1).max(64), until: z.iso.date() });
export const endHiringManagerRequest = nameHiringManagerRequest.omit({ until: true });

export const learningPartnerRequest = z.strictObject({ userId: z.string().min(1).max(64), kind: z.enum(LEARNING_GROUP_KINDS), group: z.string().trim().max(120) });

/** Columns of the file; `manager_email` may be left out, then managers stay as they are. */
export const DIRECTORY_COLUMNS = ["name", "email", "title", "department", "site", "manager_email", "contract", "language", "started_on"] as const;
export type DirectoryColumn = (typeof DIRECTORY_COLUMNS)[number];

export const importProblem = z.strictObject({
  /** Line of the file, the head is 1; null: the file as a whole. */
  line: z.number().int().positive().nullable(),
  column: z.enum(DIRECTORY_COLUMNS).nullable(),
  problem: z.enum(["empty-file", "not-text", "no-column", "empty", "too-long", "not-an-address", "not-a-date", "not-a-language", "twice", "unknown-manager", "own-manager", "circle", "too-many"]),
  /** What stood there, shortened. */
  value: z.string().nullable(),
});
export type ImportProblem = z.infer<typeof importProblem>;

/** `POST /api/people/import`: without `digest` a preview; with the preview's digest it is done, if nothing changed since. */
export const importRequest = z.strictObject({ csv: z.string().max(900_000), digest: z.string().nullable().default(null) });

const importedPerson = z.strictObject({ name: z.string(), email: z.string(), fields: z.array(z.enum(DIRECTORY_COLUMNS)) });
export const importPreview = z.strictObject({
  created: z.array(importedPerson),
  updated: z.array(importedPerson),
  unchanged: whole,
  /** In the directory but not in the file: they stay as they are. */
  absent: z.array(z.strictObject({ name: z.string(), email: z.string() })),
  /** Columns that mean nothing to Cadre and are left out. */
  ignoredColumns: z.array(z.string()),
  problems: z.array(importProblem),
  digest: z.string(),
  done: z.boolean(),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** What removing a person would do, or has done. */
export const removalView = z.strictObject({
  name: z.string(),
  /** People without a present manager afterwards. */
  reports: whole,
  chats: whole,
  documents: whole,
  relations: whole,
  done: z.boolean(),
});
export type RemovalView = z.infer<typeof removalView>;
