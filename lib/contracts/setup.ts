/** @file Shapes of installing and keeping an installation: the demo's removal, modules, retention, company name. */
import { z } from "zod";

const whole = z.number().int().nonnegative();

/** What is here of the demo, before it is removed. */
export const demoContents = z.strictObject({
  /** Name to type in confirmation. */
  company: z.string(),
  documents: whole,
  /** Of the documents: added by people who signed in with a demo account. They go too. */
  addedDocuments: whole,
  accounts: whole,
  people: whole,
  /** Chats of all accounts that go. */
  chats: whole,
  /** Accounts that stay. */
  staying: z.array(z.strictObject({ name: z.string(), email: z.string() })),
  /** Whether one of those may administer; without one the removal makes a link for the first administrator. */
  adminStays: z.boolean(),
  /** Backups in the data folder; what is in them stays in them. */
  backups: z.array(z.string()),
});
export type DemoContents = z.infer<typeof demoContents>;

export const removeDemoRequest = z.strictObject({ confirm: z.string().max(200) });

const counted = z.strictObject({ table: z.string(), before: whole, removed: whole, left: whole });

/** What was removed, and what looking for it again found. */
export const demoRemoval = z.strictObject({
  /** By table: rows before, removed, and rows that still name anything of the demo. */
  tables: z.array(counted),
  files: z.strictObject({ removed: whole, orphans: whole }),
  /** Sentences of the demo's documents that were searched for afterwards, and how many were found. */
  searches: z.strictObject({ asked: whole, found: whole }),
  /** Passages of the demo in the index afterwards. */
  passagesLeft: whole,
  /** True when nothing was left anywhere. */
  clean: z.boolean(),
  /** Lines of the audit log, which stays: ids and counts, no names and no texts. */
  auditLines: whole,
  staying: demoContents.shape.staying,
  backups: demoContents.shape.backups,
  /** For the first administrator of the own company, where none stays. Shown once. */
  firstAdmin: z.strictObject({ link: z.string(), expiresAt: z.iso.datetime() }).nullable(),
});
export type DemoRemoval = z.infer<typeof demoRemoval>;

const bothLanguages = z.strictObject({ en: z.string(), zh: z.string() });

export const moduleView = z.strictObject({ id: z.string(), name: bothLanguages, about: bothLanguages, on: z.boolean() });
export type ModuleView = z.infer<typeof moduleView>;
/** `PATCH /api/modules/[id]` */
export const switchModuleRequest = z.strictObject({ on: z.boolean() });

/** Months; null: kept until somebody deletes them. */
const months = z.number().int().min(1).max(240).nullable();
export const retentionSettings = z.strictObject({
  /** After the last question of a chat. */
  chats: months,
  /** After a résumé was uploaded. */
  resumes: months,
  /** After HR answered or declined a question that was sent to it. Absent in what was stored before there was this term. */
  questions: months.default(null),
  /** After a policy or course ended: its last day, or the day on which the one that replaces it began. Absent in older settings. */
  ended: months.default(null),
});
export type RetentionSettings = z.infer<typeof retentionSettings>;

const fromQuery = z.union([z.literal("").transform(() => null), z.coerce.number().int().min(1).max(240)]);
/** `GET /api/settings/retention`: what would go with these terms, now. */
export const retentionQuery = z.strictObject({ chats: fromQuery, resumes: fromQuery, questions: fromQuery, ended: fromQuery.default(null) });

export const retentionPreview = z.strictObject({
  chats: z.strictObject({ due: whole, all: whole, oldest: z.iso.datetime().nullable() }),
  resumes: z.strictObject({
    due: whole,
    all: whole,
    oldest: z.iso.datetime().nullable(),
    /** The first of them; null for whoever may not read résumés. */
    titles: z.array(z.string()).nullable(),
  }),
  questions: z.strictObject({ due: whole, all: whole, oldest: z.iso.datetime().nullable() }),
  /** `all`: those that have ended. `titles`: the first of them that the reader may read. */
  ended: z.strictObject({ due: whole, all: whole, titles: z.array(z.string()) }),
});
export type RetentionPreview = z.infer<typeof retentionPreview>;

/** `PATCH /api/settings/company` */
export const companyRequest = z.strictObject({ name: z.string().trim().min(1).max(120) });
