/**
 * @file Tasks of documents' owners over HTTP: what is to be looked at, by whom, until when; what can be done about it. And
 * the questions of the last days that the documents did not answer.
 */
import { z } from "zod";
import { isDay } from "../core/document-terms";

/**
 * review: its rhythm is due · expiring: it ends soon and nothing follows · disagreement: another valid document says something
 * else · feedback: people marked it wrong, outdated, incomplete or the wrong source · file_removed: its file left the watched folder
 */
export const TASK_KINDS = ["review", "expiring", "disagreement", "feedback", "file_removed"] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

const named = z.strictObject({ id: z.string(), title: z.string() });
const person = z.strictObject({ id: z.string(), name: z.string() });

export const taskView = z.strictObject({
  id: z.string(),
  kind: z.enum(TASK_KINDS),
  document: named,
  /** Disagreement: the other document. */
  other: named.nullable(),
  /** Null: nobody has it. `ownerName` then says whom the document names. */
  assignee: person.nullable(),
  ownerName: z.string().nullable(),
  dueOn: z.string().nullable(),
  isOverdue: z.boolean(),
  /** Put off until this day; null or past: on the list. */
  snoozedUntil: z.string().nullable(),
  /** Disagreement and feedback: the passages concerned. */
  quotes: z.array(z.strictObject({ documentId: z.string(), headings: z.array(z.string()), quote: z.string(), start: z.number().int(), end: z.number().int() })),
  /** Feedback: reason → how many people. */
  reasons: z.record(z.string(), z.number().int().positive()),
  file: z.string().nullable(),
  note: z.string(),
  createdAt: z.iso.datetime(),
  closed: z.strictObject({ at: z.iso.datetime(), by: z.string().nullable() }).nullable(),
});
export type TaskView = z.infer<typeof taskView>;

export const taskQuery = z.strictObject({ whose: z.enum(["mine", "all"]).default("mine"), status: z.enum(["open", "done"]).default("open") });
export type TaskQuery = z.infer<typeof taskQuery>;

export const taskList = z.strictObject({
  tasks: z.array(taskView),
  counts: z.strictObject({ mine: z.number().int().nonnegative(), all: z.number().int().nonnegative().nullable(), overdue: z.number().int().nonnegative() }),
  /** May see and hand on everyone's. */
  mayManage: z.boolean(),
  /** To hand a task to; empty unless `mayManage`. */
  people: z.array(person),
});
export type TaskList = z.infer<typeof taskList>;

export const taskAction = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("done"), note: z.string().trim().max(500).default("") }),
  z.strictObject({ action: z.literal("snooze"), until: z.string().refine(isDay, "a day as YYYY-MM-DD") }),
  z.strictObject({ action: z.literal("reassign"), to: z.string().min(1) }),
]);
export type TaskAction = z.infer<typeof taskAction>;

/** Questions of several people that the documents did not answer, as one group. No name, no wording of a single person. */
export const unansweredGroup = z.strictObject({
  id: z.string(),
  /** A wording that at least two people used, or that somebody sent to HR; null where the wordings differ. */
  question: z.string().nullable(),
  /** Words that at least two people used, most telling first. */
  words: z.array(z.string()),
  people: z.number().int().positive(),
  times: z.number().int().positive(),
  sentToHr: z.boolean(),
  language: z.enum(["en", "zh"]),
  lastOn: z.string(),
  /** The nearest documents that the reader may read, and who owns the nearest one. */
  nearest: z.array(named),
  owner: z.string().nullable(),
});
export type UnansweredGroup = z.infer<typeof unansweredGroup>;

export const unansweredList = z.strictObject({
  from: z.string(),
  until: z.string(),
  groups: z.array(unansweredGroup),
  /** People that a group needs before it is shown. */
  minPeople: z.number().int().positive(),
});
export type UnansweredList = z.infer<typeof unansweredList>;
