/**
 * @file The audit log's words: every action with the facts its line may carry, what a line is, what screens and commands
 * get. Facts are ids, names of fields, counts and choices: never a person's data, never a document's text. A new kind of
 * event is one line in AUDIT_FACTS; db/queries/audit.ts refuses facts that do not fit.
 */
import { z } from "zod";
import { DOCUMENT_KINDS, ROLES } from "../core/types";
import { principal } from "./documents";
import { STAGES, VERDICTS } from "./recruiting-words";
import { CUE_MEANINGS, CUE_PLACES } from "./taught-reading";

const kind = z.enum(DOCUMENT_KINDS);
const id = z.string().regex(/^[0-9A-Za-z][0-9A-Za-z_.-]{0,63}$/);
const roles = z.array(z.enum(ROLES));
const whole = z.number().int().nonnegative();

const taughtFacts = z.strictObject({ place: z.enum(CUE_PLACES), means: z.enum(CUE_MEANINGS), openings: whole, people: whole });

/** Most ids that one line lists; `shown` says how many there were. */
export const MAX_LISTED_IDS = 50;

/** Action → the facts of its line. */
export const AUDIT_FACTS = {
  "document.opened": z.strictObject({ kind }),
  /** The original file, opened or saved. */
  "document.downloaded": z.strictObject({ kind }),
  "document.added": z.strictObject({ kind, sizeBytes: whole, replaces: id.nullable() }),
  "document.changed": z.strictObject({ kind, title: z.boolean(), readersBefore: z.array(principal).nullable(), readersAfter: z.array(principal).nullable() }),
  /** Owner, validity, scope, succession, review. */
  "document.terms-changed": z.strictObject({ kind, fields: z.array(z.enum(["ownerId", "validFrom", "validUntil", "supersedesId", "sites", "contracts", "audience", "languages", "reviewMonths"])), validFrom: z.string().nullable(), validUntil: z.string().nullable(), owner: id.nullable() }),
  /** A task of a document's owner: `task` says which sort. */
  "document.task-closed": z.strictObject({ task: z.enum(["review", "expiring", "disagreement", "feedback", "file_removed"]) }),
  "document.task-snoozed": z.strictObject({ task: z.enum(["review", "expiring", "disagreement", "feedback", "file_removed"]), until: z.string() }),
  "document.task-reassigned": z.strictObject({ task: z.enum(["review", "expiring", "disagreement", "feedback", "file_removed"]), to: id.nullable() }),
  "document.retried": z.strictObject({ kind }),
  /** `replacedBy`: it gave way to a newer file. */
  "document.deleted": z.strictObject({ kind, replacedBy: id.nullable() }),
  /** Everyone whose résumé one may read, by name and title. */
  "candidates.listed": z.strictObject({ shown: whole }),
  "candidates.searched": z.strictObject({ shown: whole, documents: z.array(id).max(MAX_LISTED_IDS), place: z.enum(["chat", "candidates", "opening", "person"]) }),
  "account.created": z.strictObject({ roles }),
  "account.changed": z.strictObject({ fields: z.array(z.enum(["name", "roles", "disabled", "password"])), roles: roles.nullable(), disabled: z.boolean().nullable() }),
  /** By its owner. */
  "account.password-changed": z.strictObject({}),
  /** `via` absent: with a password. emergency: an administrator's password although passwords are switched off. */
  "account.signed-in": z.strictObject({ via: z.enum(["company", "emergency"]).optional() }),
  /** The object is null: there is no account yet. */
  "account.invited": z.strictObject({ invitation: id, roles, mailed: z.boolean() }),
  "account.invitation-revoked": z.strictObject({ invitation: id }),
  /** An invitation was taken up. */
  "account.joined": z.strictObject({ invitation: id, roles }),
  /** A one-time link to set a new password was made for this account. */
  "account.password-link-made": z.strictObject({ invitation: id, mailed: z.boolean() }),
  "account.password-set-by-link": z.strictObject({ invitation: id }),
  /** Known by the company's sign-in service from now on; created: there was no account before. */
  "account.linked": z.strictObject({ created: z.boolean(), roles }),
  /** Groups at the sign-in service changed what the account may do. */
  "account.roles-mapped": z.strictObject({ roles }),
  /** By the sign-in service: gone there, no longer in a group that may use Cadre, signed out there, or not confirmed for too long. */
  "account.session-ended": z.strictObject({ reason: z.enum(["gone", "not-allowed", "signed-out", "unconfirmed"]) }),
  /** Left the company. insightRows, growthRows: taken out of people insights and growth; lines from before that do not say. */
  "account.removed": z.strictObject({ reports: whole, chats: whole, insightRows: whole.optional(), growthRows: whole.optional() }),
  /** person: account or directory entry concerned; of: opening, group or new manager. */
  "relation.granted": z.strictObject({ relation: z.enum(["manager", "hiring-manager", "learning"]), of: z.string().max(120).nullable(), until: z.iso.datetime().nullable() }),
  "relation.ended": z.strictObject({ relation: z.enum(["manager", "hiring-manager", "learning"]), of: z.string().max(120).nullable() }),
  "directory.imported": z.strictObject({ created: whole, updated: whole, unchanged: whole }),
  /** Wrong password, no such account (then the line names none), or disabled. */
  "account.sign-in-refused": z.strictObject({}),
  /** Passages of documents that not every employee may read, put before a reviewer. */
  "review.restricted-shown": z.strictObject({ documents: z.array(id).max(MAX_LISTED_IDS), place: z.enum(["item", "search"]) }),
  "review.assigned": z.strictObject({ to: id, assigned: z.boolean() }),
  /** Decided where reviewers differ. */
  "review.adjudicated": z.strictObject({ verdict: z.enum(["graded", "unanswerable", "unfair"]) }),
  /** Made a check of reviewers, or no longer. */
  "review.gold-changed": z.strictObject({ gold: z.boolean() }),
  "model.training-started": z.strictObject({ by: z.enum(["page", "schedule", "command"]), kind: z.enum(["encoder"]).optional() }),
  "model.index-started": z.strictObject({ version: whole, verdict: z.enum(["better", "provisional", "refused"]), reason: z.string().max(1000) }),
  "model.training-cancelled": z.strictObject({}),
  /** Versions by number, 0: as shipped. `reason`: what the HR lead wrote to overrule the gate, or "". */
  "model.promoted": z.strictObject({ version: whole, from: whole, verdict: z.enum(["better", "provisional", "refused"]), trial: z.boolean(), reason: z.string().max(1000) }),
  "model.trial-passed": z.strictObject({ version: whole }),
  /** `automatic`: thumbs down had risen. */
  "model.rolled-back": z.strictObject({ version: whole, from: whole, automatic: z.boolean() }),
  "model.schedule-changed": z.strictObject({ everyLabels: whole.nullable(), cron: z.string().max(80).nullable() }),
  /**
   * A screen or route that is not open to this person (forbidden), or an object that is not there for them (not-found: it
   * does not exist, or they may not see it; the line does not say which either).
   */
  "access.denied": z.strictObject({ method: z.enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "PAGE"]), route: z.string().regex(/^\/[\w/:.[\]-]{0,120}$/), answer: z.enum(["forbidden", "not-found"]) }),
  "audit.exported": z.strictObject({ format: z.enum(["csv", "jsonl"]), lines: whole, person: id.nullable(), action: z.string().max(40).nullable(), byDocument: z.boolean(), from: z.iso.datetime().nullable(), until: z.iso.datetime().nullable() }),
  /** A question sent to HR: by nobody known, unless the asker chose to be named. */
  "hr.sent": z.strictObject({ named: z.boolean(), context: z.boolean() }),
  "hr.withdrawn": z.strictObject({ named: z.boolean() }),
  /** Somebody of HR opened an item: so many phrasings of one question. */
  "hr.opened": z.strictObject({ phrasings: whole }),
  "hr.assigned": z.strictObject({ to: id.nullable() }),
  "hr.answered": z.strictObject({ passage: z.boolean(), shared: z.boolean(), people: whole }),
  "hr.declined": z.strictObject({ people: whole }),
  "hr.separated": z.strictObject({}),
  /** The source of a verified answer is no longer what it was. */
  "verified.suspended": z.strictObject({ because: z.enum(["changed", "replaced", "expired", "deleted"]), document: id.nullable() }),
  "verified.checked": z.strictObject({ did: z.enum(["keep", "change", "retire"]) }),
  /** A reply became a document. */
  "verified.published": z.strictObject({ document: id }),
  "topics.edited": z.strictObject({ topics: whole, words: whole }),
  "company.demo-created": z.strictObject({ documents: whole, accounts: whole }),
  /** The demo company was taken out: rows of all tables. */
  "company.demo-removed": z.strictObject({ documents: whole, accounts: whole, rows: whole }),
  /** `cadre backup` put everything into a file, or is about to: the line is written first and is in the file. */
  "company.backed-up": z.strictObject({ whileServing: z.boolean() }),
  /** `cadre restore` brought a backup in: when that was made, and what it holds. */
  "company.restored": z.strictObject({ createdAt: z.iso.datetime(), documents: whole, rows: whole }),
  "company.renamed": z.strictObject({}),
  /** By its id: "candidates" … */
  "company.module-switched": z.strictObject({ module: z.string().max(40), on: z.boolean() }),
  /** Months that chats, résumés and questions to HR are kept; null: until somebody deletes them. Lines from before there was a term for questions do not name it. */
  "retention.changed": z.strictObject({ chats: whole.nullable(), resumes: whole.nullable(), questions: whole.nullable().optional(), ended: whole.nullable().optional() }),
  /** What the clock deleted in one run. */
  "retention.applied": z.strictObject({ chats: whole, resumes: whole, questions: whole.optional(), ended: whole.optional() }),
  /** People insights, under a recorded approval. Off: what was trained and imported was removed. */
  "insights.enabled": z.strictObject({ approval: id }),
  "insights.disabled": z.strictObject({ tables: whole, versions: whole }),
  "insights.table-imported": z.strictObject({ use: z.string().max(20), rows: whole }),
  "insights.table-mapped": z.strictObject({ use: z.string().max(20), learned: whole, protected: whole }),
  "insights.table-deleted": z.strictObject({ rows: whole, versions: whole }),
  "insights.training-started": z.strictObject({ of: z.string().max(20) }),
  "insights.training-cancelled": z.strictObject({ of: z.string().max(20) }),
  "insights.promoted": z.strictObject({ of: z.string().max(20), version: whole, from: whole, verdict: z.enum(["better", "provisional", "refused"]), reason: z.string().max(1000) }),
  "insights.rolled-back": z.strictObject({ of: z.string().max(20), version: whole, from: whole }),
  /** What a version says about one person, opened by somebody else; `person`: directory id, null when the row names nobody there. */
  "insights.person-opened": z.strictObject({ of: z.string().max(20), version: whole, person: id.nullable() }),
  /** Names by band, without figures. */
  "insights.people-listed": z.strictObject({ of: z.string().max(20), version: whole, shown: whole }),
  /** Comments read in order to label them, without names. */
  "insights.comments-read": z.strictObject({ of: z.string().max(20), shown: whole }),
  "insights.contested": z.strictObject({}),
  "insights.contest-answered": z.strictObject({ outcome: z.enum(["kept", "corrected", "removed"]) }),
  /** The object of growth lines is a person's directory id, a plan's or a course's. */
  "growth.consent-changed": z.strictObject({ manager: z.boolean(), experts: z.boolean(), groups: z.boolean(), graph: z.boolean().optional() }),
  /** A manager opened what a report shares with them. */
  "growth.shared-opened": z.strictObject({}),
  "growth.plan-decided": z.strictObject({ approved: z.boolean() }),
  /** Figures of groups; never of one person. */
  "growth.groups-read": z.strictObject({ groups: whole, withheld: whole }),
  "growth.courses-imported": z.strictObject({ source: z.enum(["csv", "xapi", "scorm"]), added: whole, changed: whole }),
  "growth.course-offered": z.strictObject({ offered: z.boolean() }),
  "growth.mentor-round": z.strictObject({ pairs: whole, unmatched: whole }),
  "growth.interest-shown": z.strictObject({ told: whole }),
  "growth.offering-changed": z.strictObject({ what: z.enum(["budget", "programmes", "roles", "moves"]), count: whole }),
  "growth.interview-sent": z.strictObject({}),
  "growth.interview-decided": z.strictObject({ kept: z.boolean() }),
  "growth.network-switched": z.strictObject({ on: z.boolean() }),
  /** Recruiting. Object: the opening's document, an application, a shortlist, or the fairness records. */
  "opening.taken-up": z.strictObject({}),
  /** Its candidates by name, or by code while names are hidden. */
  "opening.read": z.strictObject({ shown: whole, masked: z.boolean() }),
  "opening.changed": z.strictObject({ fields: z.array(z.enum(["state", "seats", "blind"])) }),
  "opening.requirements-corrected": z.strictObject({ revision: whole, changes: whole }),
  "opening.member-added": z.strictObject({ to: id }),
  "opening.member-removed": z.strictObject({ to: id }),
  /** `impact`: of another model on impact ratios; absent: with the same one, or from before it was looked at. */
  "opening.scored": z.strictObject({ run: whole, revision: whole, moved: whole, impact: z.enum(["kept", "worse", "unknown"]).optional() }),
  "application.added": z.strictObject({ shown: whole }),
  "application.read": z.strictObject({ masked: z.boolean() }),
  "application.moved": z.strictObject({ opening: id, from: z.enum(STAGES), to: z.enum(STAGES), masked: z.boolean() }),
  "application.noted": z.strictObject({ opening: id }),
  "application.compared": z.strictObject({ shown: whole, applications: z.array(id).max(MAX_LISTED_IDS), masked: z.boolean() }),
  "application.drafted": z.strictObject({ draft: z.enum(["invitation", "progress", "rejection"]) }),
  "shortlist.changed": z.strictObject({ opening: id, shown: whole }),
  "shortlist.shared": z.strictObject({ opening: id, to: id, until: z.iso.datetime(), masked: z.boolean() }),
  "shortlist.share-ended": z.strictObject({ opening: id, to: id }),
  "shortlist.opened": z.strictObject({ shown: whole, masked: z.boolean() }),
  "shortlist.answered": z.strictObject({ application: id, verdict: z.enum(VERDICTS) }),
  "evidence.exported": z.strictObject({ application: id.nullable(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** The person page: a résumé's profile, and how many others may be the same person's. */
  "candidate.opened": z.strictObject({ others: whole }),
  /** A human's word on two résumés; open: taken back. */
  "candidate.linked": z.strictObject({ other: id, verdict: z.enum(["same", "different", "open"]) }),
  "candidate.exported": z.strictObject({}),
  "candidate.kept": z.strictObject({ until: z.iso.datetime().nullable() }),
  "candidate.erased": z.strictObject({ receipt: id, rows: whole, clean: z.boolean() }),
  /** What recruiters' decisions suggest as weights of requirements was looked at. */
  "weights.proposed": z.strictObject({ pairs: whole, verdict: z.enum(["better", "provisional", "refused"]) }),
  /** Weights are suggested by this version from now on; 0: as shipped. `verdict` null: gone back, or forward, to one that was promoted. */
  "weights.served": z.strictObject({ version: whole, from: whole, verdict: z.enum(["better", "provisional", "refused"]).nullable(), reason: z.string().max(1000) }),
  /** The company's own skills: the table that is in use from now on. */
  "taxonomy.imported": z.strictObject({ skills: whole, added: whole, changed: whole, removed: whole }),
  /** Words that corrections teach: job texts are read with them from then on, or no longer. */
  "reading.taught": taughtFacts,
  "reading.forgotten": taughtFacts,
  "fairness.read": z.strictObject({}),
  "fairness.imported": z.strictObject({ rows: whole, unmatched: whole }),
  "fairness.deleted": z.strictObject({ rows: whole }),
  "fairness.exported": z.strictObject({}),
} as const;

export type AuditAction = keyof typeof AUDIT_FACTS;
export const AUDIT_ACTIONS = Object.keys(AUDIT_FACTS) as [AuditAction, ...AuditAction[]];

/** "account" lines are the only ones that an administrator reads. */
export const AUDIT_OBJECT_KINDS = ["document", "account", "conversation", "feedback", "log", "company", "screen", "review", "hr-question", "verified-answer", "model", "insight", "growth", "application", "shortlist", "fairness"] as const;
export type AuditObjectKind = (typeof AUDIT_OBJECT_KINDS)[number];

/** What happened, before it has its place in the chain. */
export type AuditEvent = {
  [A in AuditAction]: {
    readonly action: A;
    readonly object: { readonly kind: AuditObjectKind; readonly id: string | null };
    readonly facts: z.input<(typeof AUDIT_FACTS)[A]>;
  };
}[AuditAction];

const fact = z.union([z.string(), z.number().int(), z.boolean(), z.null(), z.array(z.string())]);
const digest = z.string().regex(/^[0-9a-f]{64}$/);

/** One line as it is stored and hashed: everything but `hash` is under the hash (lib/core/audit-chain.ts). */
export const auditLine = z.strictObject({
  /** 1, 2, 3 … without gaps. */
  seq: z.number().int().positive(),
  at: z.iso.datetime(),
  actor: z.strictObject({
    /** nobody: before anyone was signed in. */
    type: z.enum(["person", "system", "nobody"]),
    /** The account's id; for the system what ran ("cadre ingest"); null for nobody. */
    id: z.string().nullable(),
    /** At that time. */
    roles: z.array(z.string()),
  }),
  action: z.string(),
  object: z.strictObject({ kind: z.string(), id: z.string().nullable() }),
  facts: z.record(z.string(), fact),
  /** Coarse: a /24 or /48 network, "this machine", or null when unknown. */
  address: z.string().nullable(),
  previousHash: digest,
  hash: digest,
});
export type AuditLine = z.infer<typeof auditLine>;

/** Query of GET /api/audit; with `format` instead of cursor and limit, of /api/audit/export. */
const filter = {
  person: id.optional(),
  /** A whole action, or a group of them: "document". */
  action: z.string().max(40).optional(),
  /** A document's id, or words of its title. */
  document: z.string().trim().max(200).optional(),
  /** From this instant on. */
  from: z.iso.datetime({ offset: true }).optional(),
  /** Before this instant. */
  until: z.iso.datetime({ offset: true }).optional(),
};
export const auditQuery = z.strictObject({ ...filter, before: z.coerce.number().int().positive().optional(), limit: z.coerce.number().int().min(1).max(200).default(60) });
export const auditExportQuery = z.strictObject({ ...filter, format: z.enum(["csv", "jsonl"]) });
export type AuditQuery = z.infer<typeof auditQuery>;
export type AuditExportQuery = z.infer<typeof auditExportQuery>;

/** Names as of reading; an id without one belongs to someone erased, or to a document that is gone or not open to the reader. */
export const auditPage = z.strictObject({
  /** Newest first. */
  lines: z.array(auditLine),
  /** Give it as `before` to go on; null at the end. */
  next: z.number().int().positive().nullable(),
  /** Lines in the whole log, whatever the filter. */
  length: whole,
  names: z.strictObject({ accounts: z.record(z.string(), z.string()), documents: z.record(z.string(), z.string()) }),
  /** Whoever has a line; only with the first page. */
  people: z.array(z.string()).nullable(),
});
export type AuditPage = z.infer<typeof auditPage>;

/** What is wrong with the chain. `first`–`last` are sequence numbers, the same for a single line. */
export const auditFault = z.strictObject({
  kind: z.enum(["changed", "moved", "removed", "truncated", "added", "head", "not-as-expected"]),
  first: whole,
  last: whole,
  message: z.string(),
});
export type AuditFault = z.infer<typeof auditFault>;

export const auditVerification = z.strictObject({
  ok: z.boolean(),
  /** Lines examined. */
  lines: whole,
  /** Where the chain ends by its head row. Keep it elsewhere: `--expect <seq>:<hash>` then finds a log that was rewritten as a whole. */
  head: z.strictObject({ seq: whole, hash: digest }).nullable(),
  /** The first ones, in order of sequence. */
  faults: z.array(auditFault),
  /** Faults beyond those listed. */
  more: whole,
});
export type AuditVerification = z.infer<typeof auditVerification>;
