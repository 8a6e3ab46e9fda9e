/**
 * @file Recruiting over HTTP and in the database: requirements, scorecards, applications, runs, shortlists, receipts.
 * Requirement and scorecard have the shapes of lib/people; here they are schemas, because they leave the process.
 */
import { z } from "zod";
import { CHANNELS, CONSENTS, OPEN_STAGES, OPENING_STATES, STAGES } from "./recruiting-words";

const instant = z.iso.datetime();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const span = z.strictObject({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });

/** lib/people/requirements/types.ts */
export const requirementView = z.strictObject({
  id: z.string().min(1).max(80),
  kind: z.enum(["skill", "experience", "education", "language", "place", "certificate", "text"]),
  mustHave: z.boolean(),
  weight: z.number().min(0).max(100),
  any: z.array(z.string().min(1).max(120)).max(20),
  text: z.string().trim().min(1).max(400),
  years: z.number().positive().max(60).optional(),
  level: z.string().max(60).optional(),
  source: span.nullable(),
});
export type RequirementView = z.infer<typeof requirementView>;

export const requirementChange = z.strictObject({
  change: z.enum(["added", "removed", "changed"]),
  before: requirementView.nullable(),
  after: requirementView.nullable(),
  fields: z.array(z.string()),
});
export type RequirementChange = z.infer<typeof requirementChange>;

/** lib/people/match/types.ts */
const quote = z.strictObject({ text: z.string(), start: z.number().int().nonnegative(), end: z.number().int().nonnegative() });
export type QuoteView = z.infer<typeof quote>;
/** tagger: of the model that reads names in Chinese résumés; null: none could be opened; absent: from before it was kept. */
export const scoreVersions = z.strictObject({ ruleset: z.string(), encoder: z.string().nullable(), taxonomy: z.string(), scorer: z.string(), tagger: z.string().nullable().optional() });
export type ScoreVersionsView = z.infer<typeof scoreVersions>;

/** What a run was made with, whole: the ruleset's numbers (lib/people/match/ruleset.ts), the title and the duties that were compared. */
export const runInputs = z.strictObject({ ruleset: z.record(z.string(), z.json()), title: z.string().nullable(), duties: z.array(z.string()) });
export type RunInputs = z.infer<typeof runInputs>;
export const scorecardView = z.strictObject({
  score: z.number().min(0).max(100),
  mustHaves: z.array(z.strictObject({ requirementId: z.string(), requirement: z.string(), met: z.boolean(), evidence: z.array(quote) })),
  mustHavesMet: z.number().int().nonnegative(),
  parts: z.array(
    z.strictObject({
      name: z.string(),
      requirementId: z.string().nullable(),
      kind: z.enum(["skill", "experience", "education", "language", "place", "certificate", "text", "semantic-fit"]),
      mustHave: z.boolean(),
      weight: z.number(),
      score: z.number(),
      met: z.boolean(),
      standing: z.enum(["verified", "stated", "missing"]),
      evidence: z.array(quote),
      years: z.strictObject({ asked: z.number(), found: z.number().nullable() }).optional(),
    }),
  ),
  versions: scoreVersions,
  inputs: z.strictObject({ subject: z.string(), requirements: z.string() }),
});
export type ScorecardView = z.infer<typeof scorecardView>;

/** A place in a ranked list as it was shown. */
export const ranked = z.strictObject({ application: z.string(), rank: z.number().int().positive(), score: z.number() });
export type Ranked = z.infer<typeof ranked>;

/** Who, as far as the reader may know: with `masked` the name is the code, and there is no document to open. */
export const personView = z.strictObject({
  /** Name, or code where it is hidden. */
  name: z.string(),
  masked: z.boolean(),
  documentId: z.string().nullable(),
  title: z.string().nullable(),
  location: z.string().nullable(),
  years: z.number().nonnegative().nullable(),
});
export type PersonInWork = z.infer<typeof personView>;

export const applicationView = z.strictObject({
  id: z.string(),
  code: z.string(),
  person: personView,
  stage: z.enum(STAGES),
  channel: z.enum(CHANNELS),
  consent: z.enum(CONSENTS),
  keepUntil: instant.nullable(),
  /** Past `keepUntil`: ranked no more. */
  termOver: z.boolean(),
  appliedAt: instant,
  stageSince: instant,
  reason: z.string(),
  startsOn: day.nullable(),
  /** Null: not scored yet (the résumé is still being read), or the term is over. */
  rank: z.number().int().positive().nullable(),
  card: scorecardView.nullable(),
  notes: z.number().int().nonnegative(),
  /** The next reminder that has not come yet. */
  remindAt: instant.nullable(),
  shortlisted: z.boolean(),
});
export type ApplicationView = z.infer<typeof applicationView>;

export const openingSummary = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  /** Null: nobody recruits for it yet, or one is not on its list. */
  work: z
    .strictObject({
      state: z.enum(OPENING_STATES),
      seats: z.number().int().positive(),
      openedAt: instant,
      /** Applications by stage. */
      stages: z.record(z.enum(STAGES), z.number().int().nonnegative()),
      /** Of the last application. */
      latestAt: instant.nullable(),
      members: z.array(z.string()),
    })
    .nullable(),
  /** Somebody recruits for it. */
  taken: z.boolean(),
});
export type OpeningSummary = z.infer<typeof openingSummary>;

export const openingMember = z.strictObject({ userId: z.string(), name: z.string() });

export const openingPage = z.strictObject({
  documentId: z.string(),
  title: z.string(),
  text: z.string(),
  state: z.enum(OPENING_STATES),
  seats: z.number().int().positive(),
  openedAt: instant,
  closedAt: instant.nullable(),
  blindUntil: z.enum(OPEN_STAGES).nullable(),
  suggested: z.array(requirementView),
  requirements: z.array(requirementView),
  revision: z.number().int().positive(),
  members: z.array(openingMember),
  /** Those who could be let in: recruiters. */
  recruiters: z.array(openingMember),
  hiringManagers: z.array(z.strictObject({ userId: z.string(), name: z.string(), until: instant })),
  /** Everyone with an account, for naming a hiring manager. */
  accounts: z.array(openingMember),
  pinned: scoreVersions.nullable(),
  /** What a new scoring would use. */
  current: scoreVersions,
  run: z.strictObject({ id: z.string(), number: z.number().int().positive(), revision: z.number().int(), reason: z.string(), at: instant, by: z.string().nullable() }).nullable(),
  applications: z.array(applicationView),
  /** Skills of the taxonomy that the requirements name, for chips: id → name. */
  skillNames: z.record(z.string(), z.strictObject({ en: z.string(), zh: z.string() })),
});
export type OpeningPage = z.infer<typeof openingPage>;

/** Who moved when scored anew, and which parts of the score moved them. */
/** kept, worse: of what can be compared. unknown: too few people are recorded. Reasons with figures only for who may read fairness. */
export const scoringImpact = z.strictObject({ verdict: z.enum(["kept", "worse", "unknown"]), reasons: z.array(z.strictObject({ en: z.string(), zh: z.string() })) });
export type ScoringImpact = z.infer<typeof scoringImpact>;

export const rescoreReport = z.strictObject({
  number: z.number().int().positive(),
  before: z.strictObject({ versions: scoreVersions, revision: z.number().int() }).nullable(),
  after: z.strictObject({ versions: scoreVersions, revision: z.number().int() }),
  rows: z.array(
    z.strictObject({
      application: z.string(),
      name: z.string(),
      rankBefore: z.number().int().nullable(),
      rankAfter: z.number().int(),
      scoreBefore: z.number().nullable(),
      scoreAfter: z.number(),
      /** Parts whose share of the score changed most, in points; a requirement that is gone or new among them. */
      because: z.array(z.strictObject({ name: z.string(), points: z.number() })),
    }),
  ),
  /** What another ruleset, model, scorer or tagger does to impact ratios; null: they are the same. */
  impact: scoringImpact.nullable(),
});
export type RescoreReport = z.infer<typeof rescoreReport>;

export const erasureReceipt = z.strictObject({
  /** The résumé's id; it names nothing any more. */
  subject: z.string(),
  at: instant,
  /** Table or place → rows before, and rows found when everything was searched again. */
  places: z.array(z.strictObject({ place: z.string(), before: z.number().int().nonnegative(), left: z.number().int().nonnegative() })),
  /** Sentences and the name of the résumé searched for afterwards, and how many some passage still held. */
  searches: z.strictObject({ asked: z.number().int().nonnegative(), found: z.number().int().nonnegative() }),
  /** Trained versions of which a label was a passage of this résumé. */
  trainedVersions: z.array(z.number().int().positive()),
  /** What stays, why, and until when at the latest (null: no term is set for it; the audit log and backups have none of their own). */
  remains: z.array(z.strictObject({ what: z.enum(["audit-lines", "backups", "chat-copies", "other-resumes"]), count: z.number().int().nonnegative(), until: instant.nullable() })),
  clean: z.boolean(),
});
export type ErasureReceipt = z.infer<typeof erasureReceipt>;


/** Requirements, by their ids, that were cut from one line of the opening and are one: its words from the first to the last. */
export const joinedRequirements = z.strictObject({ join: z.array(z.string().min(1).max(80)).min(2).max(6), mustHave: z.boolean() });

/** POST /api/recruiting/openings/[id]/requirements: the whole list as corrected; what is new has words only. */
export const requirementsRequest = z.strictObject({
  /** The revision that was corrected. */
  revision: z.number().int().positive(),
  requirements: z.array(z.union([requirementView.extend({ /** Words that will do as well: "CODESYS". */ alternatives: z.array(z.string().trim().min(2).max(120)).max(10).optional() }), z.strictObject({ text: z.string().trim().min(2).max(400), mustHave: z.boolean() }), joinedRequirements])).max(60),
});
export type RequirementsRequest = z.infer<typeof requirementsRequest>;

/** PATCH /api/recruiting/openings/[id] */
export const openingChange = z.strictObject({ state: z.enum(OPENING_STATES), seats: z.number().int().min(1).max(500), blindUntil: z.enum(OPEN_STAGES).nullable() }).partial();
export type OpeningChangeRequest = z.infer<typeof openingChange>;

/** POST /api/recruiting/openings/[id]/applications */
export const addApplicationsRequest = z.strictObject({
  documents: z.array(z.string().min(1).max(64)).min(1).max(500),
  channel: z.enum(CHANNELS),
  consent: z.enum(CONSENTS),
  /** Last day that their data is kept; null: no term was agreed. */
  keepUntil: day.nullable(),
});
export type AddApplicationsRequest = z.infer<typeof addApplicationsRequest>;

/** PATCH /api/recruiting/applications/[id] */
export const moveRequest = z.strictObject({
  from: z.enum(STAGES),
  to: z.enum(STAGES),
  reason: z.string().trim().max(1000).default(""),
  startsOn: day.nullable().optional(),
});
export type MoveRequest = z.input<typeof moveRequest>;

export const noteRequest = z.strictObject({ text: z.string().trim().min(1).max(4000), remindAt: instant.nullable().default(null) });

export const rescoreRequest = z.strictObject({ reason: z.string().trim().max(400).default(""), apply: z.boolean() });

/** GET /api/recruiting/applications/[id]: what happened, notes, and what one may read of the résumé. */
export const applicationDetail = z.strictObject({
  application: applicationView,
  opening: z.strictObject({ documentId: z.string(), title: z.string() }),
  events: z.array(z.strictObject({ from: z.enum(STAGES).nullable(), to: z.enum(STAGES), reason: z.string(), by: z.string().nullable(), at: instant, rank: z.number().int().nullable(), of: z.number().int() })),
  notes: z.array(z.strictObject({ id: z.string(), text: z.string(), by: z.string().nullable(), own: z.boolean(), at: instant, remindAt: instant.nullable() })),
  /** Questions for an interview, from the gaps and the claims; the same for the same findings. */
  kit: z.array(z.strictObject({ purpose: z.enum(["verify", "probe", "gap"]), requirement: z.string(), question: z.strictObject({ en: z.string(), zh: z.string() }), listenFor: z.strictObject({ en: z.string(), zh: z.string() }) })),
  /** What to know before the score is trusted: hidden text, orders to a machine, what could not be read. Quotations are left out while names are hidden. */
  warnings: z.array(z.string()),
  /** With names hidden: the text with the person covered. */
  covered: z.string().nullable(),
});
export type ApplicationDetail = z.infer<typeof applicationDetail>;

/** POST /api/recruiting/applications/[id]/erase */
export const receiptReply = z.strictObject({ ...erasureReceipt.shape, id: z.string(), sha256: z.string() });
export type Receipt = z.infer<typeof receiptReply>;
