/**
 * @file Stay interviews: a manager asks a direct report, writes down what was said and agreed, and sends it to them. The
 * report keeps it or deletes it, now or at any time later; without an answer it is deleted after thirty days. The two who
 * spoke read it, nobody else: no HR lead, no figure, no model.
 */
import { addInterview, decideInterview, deleteUnanswered, listInterviews } from "../../../db/queries/growth-mentoring";
import { peopleById, requireOwnEntry } from "../../../db/queries/growth-people";
import type { Database } from "../../../db/client";
import type { InterviewGuide, InterviewList, NewInterview } from "../../contracts/growth-interviews";
import { systemClock, type Clock } from "../../core/clock";
import { addDays, dayOf } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { notify } from "../notifications/notify";
import { authorise } from "../policy";
import { sharedFacts, type SharedGrowth } from "./team";

const names = systemScope("names of the two who spoke");
/** Notes that nobody agreed to are not kept longer than this. */
const UNANSWERED_DAYS = 30;
const STRONG = 3;
const SHOWN_STRENGTHS = 5;

/** @throws AppError "request/not-found" unless it is a direct report */
export async function interviewGuide(db: Database, actor: Actor, employeeId: string, clock: Clock = systemClock): Promise<InterviewGuide> {
  authorise(actor, "growth:team");
  const person = actor.relations?.reports.includes(employeeId) ? (await peopleById(db, names, [employeeId])).get(employeeId) : undefined;
  if (!person) throw new AppError("request/not-found", "no direct report of this reader");
  const shared = await sharedFacts(db, scopeOf(actor), employeeId, clock);
  if (shared) await record(db, actor, { action: "growth.shared-opened", object: { kind: "growth", id: employeeId }, facts: {} });
  const strengths = (shared?.skills ?? []).filter(({ level }) => level >= STRONG).sort((a, b) => b.level - a.level).slice(0, SHOWN_STRENGTHS).map(({ name }) => name);
  return { person: { id: person.id, name: person.name, title: person.title }, facts: { shares: shared !== null, strengths, plan: shared?.plan ? planFacts(shared.plan) : null } };
}

const planFacts = ({ title, done, of, late }: NonNullable<SharedGrowth["plan"]>): InterviewGuide["facts"]["plan"] => ({ title, done, of, late });

/** @throws AppError "policy/forbidden" unless it is a direct report */
export async function sendInterview(db: Database, actor: Actor, { employeeId, answers, actions }: NewInterview): Promise<InterviewList> {
  authorise(actor, "growth:team");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const person = actor.relations?.reports.includes(employeeId) ? (await peopleById(db, names, [employeeId])).get(employeeId) : undefined;
  if (!person) throw new AppError("policy/forbidden", "a stay interview is with a direct report");
  if (person.userId === null) throw new AppError("request/conflict", "the report has no account", { userMessage: `${person.name} has no account in Cadre and could not agree or refuse: notes about them cannot be kept here.` });
  await db.transaction(async (tx) => {
    const id = await addInterview(tx, scope, { employeeId, answers, actions });
    if (person.userId) await notify(tx, [{ userId: person.userId, kind: "growth.interview", words: { en: `${me.name} sent you the notes of your conversation. Keep or delete them.`, zh: `${me.name}向您发送了谈话记录，请选择保留或删除。` }, href: "/growth/profile#conversations" }]);
    await record(tx, actor, { action: "growth.interview-sent", object: { kind: "growth", id }, facts: {} });
  });
  return ownInterviews(db, actor);
}

export async function ownInterviews(db: Database, actor: Actor): Promise<InterviewList> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  const rows = await listInterviews(db, scope);
  const people = await peopleById(db, names, rows.flatMap(({ employeeId, managerId }) => [employeeId, managerId]));
  return {
    interviews: rows.map((row) => {
      const role = row.employeeId === me.id ? ("employee" as const) : ("manager" as const);
      return { id: row.id, role, other: people.get(role === "employee" ? row.managerId : row.employeeId)?.name ?? "", status: row.status, answers: row.answers, actions: [...row.actions], createdAt: row.createdAt.toISOString(), expiresOn: row.status === "waiting" ? addDays(dayOf(row.createdAt.getTime()), UNANSWERED_DAYS) : null };
    }),
  };
}

/** The employee keeps or deletes; the manager may take back what was not answered yet. @throws AppError "request/not-found" */
export async function answerInterview(db: Database, actor: Actor, { id, keep }: { readonly id: string; readonly keep: boolean }): Promise<InterviewList> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  await db.transaction(async (tx) => {
    const row = (await listInterviews(tx, scope)).find((each) => each.id === id);
    await decideInterview(tx, scope, { id, keep });
    await record(tx, actor, { action: "growth.interview-decided", object: { kind: "growth", id }, facts: { kept: keep } });
    const manager = row?.employeeId === me.id ? (await peopleById(tx, names, [row.managerId])).get(row.managerId) : undefined;
    if (manager?.userId) await notify(tx, [{ userId: manager.userId, kind: "growth.interview", words: keep ? { en: `${me.name} keeps the notes of your conversation.`, zh: `${me.name}同意保留谈话记录。` } : { en: `${me.name} deleted the notes of your conversation.`, zh: `${me.name}删除了谈话记录。` }, href: "/growth/team" }]);
  });
  return ownInterviews(db, actor);
}

/** On the day that the two were told (`expiresOn`). @returns notes deleted because nobody agreed to them in time */
export const forgetUnanswered = (db: Database, clock: Clock): Promise<number> => deleteUnanswered(db, names, new Date(Date.parse(`${addDays(dayOf(clock.now()), 1 - UNANSWERED_DAYS)}T00:00:00Z`)));
