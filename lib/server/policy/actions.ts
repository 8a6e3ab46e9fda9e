/**
 * @file Every permission: action → who. The whole of "who may do what", as one table; predicates.ts asks it.
 * To add an action: one line here, its row in policy.test.ts. Relations (own conversation, named on the access
 * list) are in predicates.ts and documents.ts, because they need an object.
 */
import type { DocumentKind, Role } from "../../core/types";
import type { RelationName } from "./relations";

/** Relations hold an action toward those they stand in relation to; ask with `person`. */
export type Holders = "everyone" | readonly (Role | RelationName)[];

const HR_LEAD = ["hr_lead"] as const;
const RECRUITING = ["recruiter", "hr_lead"] as const;
const REVIEWING = ["reviewer", "hr_lead"] as const;

/** Who adds, changes and deletes documents of a kind. Admins are absent on purpose: they run the machine, not HR. */
const KIND_OWNERS = {
  policy: HR_LEAD,
  course: HR_LEAD,
  resume: RECRUITING,
  job: RECRUITING,
} as const satisfies Record<DocumentKind, readonly Role[]>;

export const PERMISSIONS = {
  /** Ask questions. */
  "chat:ask": "everyone",
  /** Read, rename and delete conversations: one's own (object: ownerId). */
  "conversations:own": "everyone",
  /** Rate answers in one's own conversations. */
  "feedback:give": "everyone",
  /** See the list of the documents that one may read. */
  "documents:list": "everyone",
  "documents:upload:policy": KIND_OWNERS.policy,
  "documents:upload:course": KIND_OWNERS.course,
  "documents:upload:resume": KIND_OWNERS.resume,
  "documents:upload:job": KIND_OWNERS.job,
  /** Change title and access list; try a failed file again. */
  "documents:manage:policy": KIND_OWNERS.policy,
  "documents:manage:course": KIND_OWNERS.course,
  "documents:manage:resume": KIND_OWNERS.resume,
  "documents:manage:job": KIND_OWNERS.job,
  "documents:delete:policy": KIND_OWNERS.policy,
  "documents:delete:course": KIND_OWNERS.course,
  "documents:delete:resume": KIND_OWNERS.resume,
  "documents:delete:job": KIND_OWNERS.job,
  /** See, hand on and close every owner's tasks; one's own are everyone's (relation: assignee). */
  "tasks:manage": HR_LEAD,
  /** See which questions the documents did not answer, without names, in groups of several people. */
  "questions:unanswered": HR_LEAD,
  /** Ask for people by what their résumés say. */
  "candidates:search": RECRUITING,
  /** Open a candidate's page. */
  "candidates:read": RECRUITING,
  /** Read openings. */
  "openings:read": "everyone",
  /** One's own skills, gap, plan, mentoring card; careers and courses. */
  "growth:own": "everyone",
  /** See what direct reports share of their growth, and approve plans that cost money (relation: manager). */
  "growth:team": ["manager"],
  /** See groups of at least five: skills, unmet needs, completion. Never one person. */
  "growth:organisation": ["hr_lead", "learning-partner"],
  /** Courses, mentoring rounds, the network's entries, the company's budget. */
  "growth:manage": HR_LEAD,
  /** Send one's own question to HR, and take it back (object: ownerId). */
  "hr:ask": "everyone",
  /** Read and answer what was sent to HR; check verified answers. */
  "hr:answer": ["reviewer", "hr_lead"],
  /** Make a document of a reply. */
  "hr:publish": HR_LEAD,
  /** Change the list of sensitive topics. */
  "topics:edit": HR_LEAD,
  /** Company name, modules on and off, removing the demo. */
  "company:manage": ["admin"],
  /** How long chats and résumés are kept. */
  "retention:manage": ["hr_lead", "admin"],
  /** Create accounts, set roles, disable. */
  "users:manage": ["admin"],
  /** See people of the directory: these roles everyone, others their own reports and learning groups. */
  "people:read": ["recruiter", "hr_lead", "admin", "manager", "learning-partner"],
  /** See contract and first day there, too. */
  "people:read:employment": HR_LEAD,
  /** Import the directory; say who manages whom and who does learning and development for which group. */
  "people:manage": HR_LEAD,
  /** Take away everything from someone who leaves. */
  "people:remove": ["hr_lead", "admin"],
  /** Work on openings: those on whose list one is (db/queries/recruiting/access.ts). */
  "openings:recruit": RECRUITING,
  /** Erase a candidate, with a receipt; say how long one is kept. */
  "candidates:erase": RECRUITING,
  /** Read every receipt of an erasure, also those of the retention clock; who may delete résumés reads their own (lib/server/recruiting/receipts.ts). */
  "erasures:read": HR_LEAD,
  /** See aggregated equal-opportunity figures, import and delete the records. */
  "fairness:read": HR_LEAD,
  "fairness:manage": HR_LEAD,
  /** Name hiring managers of openings. */
  "openings:name-manager": RECRUITING,
  /** Judge rated questions in the review queue; which ones is decided by the documents among their passages. */
  "review:judge": REVIEWING,
  /** Assign, adjudicate, choose gold items, see every reviewer's quality. */
  "review:manage": HR_LEAD,
  /** See versions, what their gates found, and both rankings of a test question (as far as the reader may read). */
  "models:read": REVIEWING,
  /** Train, promote, roll back, schedule. */
  "models:manage": HR_LEAD,
  /** See what insights say: attrition, performance, clusters, channels, comments. */
  "insights:read": HR_LEAD,
  /** Switch them on and off, import tables, train, promote, answer who contests. */
  "insights:manage": HR_LEAD,
  /** See what insights hold about oneself, and contest it. */
  "insights:own": "everyone",
  /** Read every line of the audit log. */
  "audit:read": HR_LEAD,
  /** Read its lines about accounts: sign-ins, roles, passwords. No HR content is in them. */
  "audit:read:accounts": ["hr_lead", "admin"],
  "audit:export": HR_LEAD,
  /** Have the chain checked; reads no line. */
  "audit:verify": ["hr_lead", "admin"],
} as const satisfies Record<string, Holders>;

export type Action = keyof typeof PERMISSIONS;
export const ACTIONS = Object.keys(PERMISSIONS) as Action[];
