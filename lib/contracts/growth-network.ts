/** @file Careers, mentors, experts and the network over HTTP. Only people who opted in are ever named. */
import { z } from "zod";
import { evidenceView, money, skillNames, studyLanguage, words } from "./growth";

const skillId = z.string().min(1).max(80);

export const careerRoleView = z.strictObject({
  id: z.string(), title: words, family: z.string(), department: z.string(), sites: z.array(z.string()), grade: z.number(),
  band: z.strictObject({ from: money, to: money }).nullable(),
  column: z.number().int(), row: z.number().int(), slot: z.number().int(),
  /** Share of its needs that the reader covers, 0–1. */
  coverage: z.number(),
  /** Hours of learning to it from where the reader is; null: the catalogue does not teach all of it. */
  hours: z.number().nullable(),
  openings: z.array(z.strictObject({ id: z.string(), title: z.string() })),
});
export type CareerRoleView = z.infer<typeof careerRoleView>;

/** GET /api/growth/careers */
export const careersView = z.strictObject({
  here: z.string().nullable(),
  families: z.array(z.string()),
  roles: z.array(careerRoleView),
  edges: z.array(z.strictObject({ from: z.string(), to: z.string(), people: z.number().int(), nearness: z.number(), hours: z.number().nullable() })),
  hoursPerWeek: z.number(),
});
export type CareersView = z.infer<typeof careersView>;

/** GET /api/growth/careers/:id */
export const careerDetail = z.strictObject({
  id: z.string(),
  path: z.strictObject({ roles: z.array(z.string()), hours: z.number().nullable(), months: z.number().nullable(), reason: words }).nullable(),
  missing: z.array(z.strictObject({ skillId, have: z.number(), needed: z.number() })),
  names: skillNames,
});
export type CareerDetail = z.infer<typeof careerDetail>;

const card = z.strictObject({ asMentor: z.boolean(), asMentee: z.boolean(), capacity: z.number().int().min(1).max(2), offers: z.array(skillId).max(20), wants: z.array(skillId).max(10), languages: z.array(studyLanguage).min(1), avoid: z.array(z.string()).max(10), /** As mentee: mentors who could be proposed see the wish. */ shownToMentors: z.boolean(), note: z.string().trim().max(500) });
export const mentoringCard = card.refine((value) => !value.asMentor || value.offers.length > 0, "a mentor names at least one skill").refine((value) => !value.asMentee || value.wants.length > 0, "say at least one thing that you want to learn");
export type MentoringCard = z.infer<typeof mentoringCard>;

export const pairView = z.strictObject({
  id: z.string(), role: z.enum(["mentor", "mentee"]), other: z.strictObject({ id: z.string(), name: z.string(), title: z.string(), site: z.string() }),
  origin: z.enum(["request", "proposal"]), status: z.enum(["asked", "accepted", "declined", "ended"]), skill: words.nullable(), reason: words, message: z.string(), mayAnswer: z.boolean(), createdAt: z.iso.datetime(),
  /** Of a pair that agreed: the next conversation (null: none yet), both time zones (IANA), and times inside both working days. */
  meeting: z.strictObject({ at: z.iso.datetime().nullable(), zone: z.string(), theirZone: z.string(), proposed: z.array(z.iso.datetime()) }).nullable(),
});
export type PairView = z.infer<typeof pairView>;

export const mentorChoice = z.strictObject({
  id: z.string(), name: z.string(), title: z.string(), site: z.string(), department: z.string(), languages: z.array(studyLanguage), offers: z.array(z.strictObject({ id: skillId, name: words })),
  /** What the mentor says about themselves. */
  note: z.string(),
  /** Knows something of what the reader wants; then with the reason. */
  fits: z.boolean(), commonHours: z.number(), reason: words.nullable(),
});
export type MentorChoice = z.infer<typeof mentorChoice>;

/** For a mentor: who waits, shows it to mentors and could be proposed to the reader; in the reader's order, then by fit. */
export const wouldBeMentees = z.strictObject({
  /** Every place is taken: nobody is proposed, and nobody shown. */
  full: z.boolean(),
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), title: z.string(), site: z.string(), department: z.string(), languages: z.array(studyLanguage), wants: z.array(z.strictObject({ id: skillId, name: words })), note: z.string(), commonHours: z.number(), /** open: not in the reader's order, comes after it */ standing: z.enum(["placed", "open", "rather-not"]) })),
});
export type WouldBeMentees = z.infer<typeof wouldBeMentees>;
const mentees = z.array(z.string().min(1).max(80)).max(500);
/** POST /api/growth/mentoring/order: most wanted first; both empty: by fit again. */
export const menteeOrder = z.strictObject({ order: mentees, ratherNot: mentees });
export type MenteeOrder = z.infer<typeof menteeOrder>;

/** GET /api/growth/mentoring */
export const mentoringView = z.strictObject({
  card: card.nullable(),
  mentors: z.array(mentorChoice),
  /** Null: the reader does not mentor. */
  wouldBe: wouldBeMentees.nullable(),
  /** What "fits" is measured by: the reader's card, or what their goal still lacks. */
  rankedBy: z.strictObject({ kind: z.enum(["card", "goal", "none"]), title: words.nullable() }),
  pairs: z.array(pairView),
  skills: z.array(z.strictObject({ id: skillId, name: words })),
  colleagues: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  /** For L&D: how many wait for a round. Null: not theirs to run. */
  round: z.strictObject({ mentees: z.number().int(), mentors: z.number().int() }).nullable(),
});
export type MentoringView = z.infer<typeof mentoringView>;

export const mentorRequest = z.strictObject({ mentorId: z.string().min(1), skillId: skillId.nullable(), message: z.string().trim().max(600) });
/** PATCH /api/growth/mentoring/requests/:id: an answer, or when to talk. */
export const pairAction = z.union([z.strictObject({ answer: z.enum(["accept", "decline", "end"]) }), z.strictObject({ meetsAt: z.iso.datetime() })]);
export type PairAction = z.infer<typeof pairAction>;
/** POST /api/growth/mentoring/round; `save` false only shows. */
export const roundRequest = z.strictObject({ save: z.boolean() });
export const roundView = z.strictObject({
  pairs: z.array(z.strictObject({ mentor: z.string(), mentee: z.string(), total: z.number(), reason: words })),
  unmatched: z.array(z.strictObject({ mentee: z.string(), reason: words })),
  saved: z.boolean(),
});
export type RoundView = z.infer<typeof roundView>;

/** GET /api/growth/experts?skill= */
export const expertQuery = z.strictObject({ skill: z.string().trim().min(1).max(80) });
export const expertList = z.strictObject({ skill: words.nullable(), experts: z.array(z.strictObject({ id: z.string(), name: z.string(), title: z.string(), site: z.string(), level: z.number().int(), reason: words, evidence: z.array(evidenceView.omit({ by: true, asked: true, askedOf: true })) })) });
export type ExpertList = z.infer<typeof expertList>;

/** exchange: a stay with another team or site. */
export const ENTRY_KINDS = ["community", "exchange", "partner", "event"] as const;

/** members: in steps of five, rounded down; null below five. fits: which interest of the reader it meets, as a sentence; null: none. */
export const entryView = z.strictObject({ id: z.string(), kind: z.enum(ENTRY_KINDS), title: words, about: words, link: z.string(), site: z.string(), startsOn: z.string().nullable(), members: z.number().int().nullable(), joined: z.boolean(), fits: words.nullable() });
export type EntryView = z.infer<typeof entryView>;
/** GET /api/growth/network: `on` false until L&D switches it on. */
export const networkView = z.strictObject({ on: z.boolean(), mayManage: z.boolean(), entries: z.array(entryView) });
export type NetworkView = z.infer<typeof networkView>;
export const networkAction = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("switch"), on: z.boolean() }),
  z.strictObject({ do: z.literal("join"), id: z.string(), joined: z.boolean() }),
  z.strictObject({ do: z.literal("add"), kind: z.enum(ENTRY_KINDS), title: z.string().trim().min(2).max(120), about: z.string().trim().max(600), link: z.union([z.literal(""), z.url({ protocol: /^https?$/ })]), site: z.string().trim().max(80).default(""), startsOn: z.string().nullable() }),
  z.strictObject({ do: z.literal("remove"), id: z.string() }),
]);
export type NetworkAction = z.infer<typeof networkAction>;

const tieReason = z.strictObject({ kind: z.enum(["project", "community", "mentoring"]), name: words.nullable() });
const bridge = z.strictObject({ between: z.tuple([z.string(), z.string()]), people: z.array(z.strictObject({ id: z.string(), ties: z.number().int() })), only: z.string().nullable() });
/** GET /api/growth/collaboration: people who chose to stand in the picture, and what two of them have in common. Nobody else counts anywhere in it. */
export const collaborationView = z.strictObject({
  /** False: L&D has not switched the network on. */
  on: z.boolean(),
  /** The reader's id in the directory. */
  me: z.string(),
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), title: z.string(), team: z.string(), site: z.string(), projects: z.array(z.string()) })),
  ties: z.array(z.strictObject({ a: z.string(), b: z.string(), weight: z.number(), reasons: z.array(tieReason) })),
  bridges: z.strictObject({ team: z.array(bridge), site: z.array(bridge) }),
  /** Projects that people in the picture name: to choose the same words. */
  projects: z.array(z.string()),
});
export type CollaborationView = z.infer<typeof collaborationView>;
