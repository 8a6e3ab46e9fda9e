/** @file Stay interviews over HTTP: written by a manager, read by the two who spoke, kept only with the employee's yes. */
import { z } from "zod";
import { isDay } from "../core/document-terms";
import { words } from "./growth";

export const interviewAnswer = z.strictObject({ mark: z.enum(["good", "mixed", "change"]).nullable(), notes: z.string().trim().max(2000) });
export type InterviewAnswer = z.infer<typeof interviewAnswer>;
const questionId = z.enum(["energy", "skills", "growth", "support", "flexibility", "leaving"]);
const answers = z.partialRecord(questionId, interviewAnswer);
export type InterviewAnswers = z.infer<typeof answers>;
const action = z.strictObject({ text: z.string().trim().min(3).max(400), by: z.string().refine(isDay, "a day as YYYY-MM-DD").nullable() });
export type InterviewAction = z.infer<typeof action>;

/** GET /api/growth/interviews/guide?person=: what the person shares, for the suggestions. */
export const guideQuery = z.strictObject({ person: z.string().min(1) });
export const interviewGuide = z.strictObject({
  person: z.strictObject({ id: z.string(), name: z.string(), title: z.string() }),
  facts: z.strictObject({ shares: z.boolean(), strengths: z.array(words), plan: z.strictObject({ title: words, done: z.number().int(), of: z.number().int(), late: z.number().int() }).nullable() }),
});
export type InterviewGuide = z.infer<typeof interviewGuide>;

/** POST /api/growth/interviews: the employee is asked. */
export const newInterview = z.strictObject({ employeeId: z.string().min(1), answers: answers.refine((value) => Object.values(value).some(({ notes, mark }) => notes !== "" || mark !== null), "nothing was written down"), actions: z.array(action).max(12) });
export type NewInterview = z.infer<typeof newInterview>;

export const interviewView = z.strictObject({
  id: z.string(),
  /** Of the reader in this conversation. */
  role: z.enum(["employee", "manager"]),
  other: z.string(),
  status: z.enum(["waiting", "kept"]),
  answers,
  actions: z.array(action),
  createdAt: z.iso.datetime(),
  /** Day on which notes without an answer are deleted; null once kept. */
  expiresOn: z.string().nullable(),
});
export type InterviewView = z.infer<typeof interviewView>;
/** GET /api/growth/interviews: one's own, as employee and as manager, newest first. */
export const interviewList = z.strictObject({ interviews: z.array(interviewView) });
export type InterviewList = z.infer<typeof interviewList>;
/** PATCH /api/growth/interviews/:id: keep or delete. */
export const interviewDecision = z.strictObject({ keep: z.boolean() });
