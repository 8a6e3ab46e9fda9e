/**
 * @file Owners' tasks for the screens: one's own, or everyone's for HR leads; done, put off, handed on, each with its audit
 * line. A task that names a document which one may not read does not exist.
 */
import { changeTask, findTask, lastClosed, listTasks, type ListedTask } from "../../../db/queries/document-tasks";
import { listPossibleOwners, putTerms } from "../../../db/queries/document-terms";
import { findDocument } from "../../../db/queries/documents";
import { findSessionAccount } from "../../../db/queries/people";
import type { Database } from "../../../db/client";
import type { TaskAction, TaskList, TaskQuery, TaskView } from "../../contracts/tasks";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope } from "../../core/scope";
import type { Actor, UserId } from "../../core/types";
import { record } from "../audit/record";
import { tellComplainants } from "../learning/hr-receipts";
import { can } from "../policy";
import type { Services } from "../services";
import { sweepTasks } from "./sweep";
import { tellOwner } from "./tell-owner";

const system = systemScope("hand on a task");

/** @throws AppError "policy/forbidden" for everyone's tasks without the right to them */
export async function ownersTasks(services: Pick<Services, "db">, actor: Actor, query: TaskQuery, clock: Clock = systemClock): Promise<TaskList> {
  const scope = scopeOf(actor);
  const today = dayOf(clock.now());
  const mayManage = can(actor, "tasks:manage");
  if (query.whose === "all" && !mayManage) throw new AppError("policy/forbidden", "everyone's tasks are for HR leads");
  const shown = await listTasks(services.db, scope, { all: query.whose === "all", status: query.status });
  const open = await listTasks(services.db, scope, { all: mayManage, status: "open" });
  const waiting = open.filter(({ task }) => task.snoozedUntil === null || task.snoozedUntil <= today);
  const mine = waiting.filter(({ task }) => task.assigneeId === actor.userId);
  const counted = query.whose === "all" ? waiting : mine;
  return {
    tasks: shown.map((row) => view(row, today)),
    counts: { mine: mine.length, all: mayManage ? waiting.length : null, overdue: counted.filter(({ task }) => isOverdue(task.dueOn, today)).length },
    mayManage,
    people: mayManage ? await listPossibleOwners(services.db, scope) : [],
  };
}

const isOverdue = (dueOn: string | null, today: string): boolean => dueOn !== null && dueOn < today;

function view({ task, title, otherTitle, assigneeName, ownerName, closerName }: ListedTask, today: string): TaskView {
  return {
    id: task.id,
    kind: task.kind,
    document: { id: task.documentId, title },
    other: task.otherId === null || otherTitle === null ? null : { id: task.otherId, title: otherTitle },
    assignee: task.assigneeId === null ? null : { id: task.assigneeId, name: assigneeName ?? "" },
    ownerName,
    dueOn: task.dueOn,
    isOverdue: task.status === "open" && isOverdue(task.dueOn, today),
    snoozedUntil: task.snoozedUntil,
    quotes: (task.detail.quotes ?? []).map((quote) => ({ ...quote, headings: [...quote.headings] })),
    reasons: { ...task.detail.reasons },
    file: task.detail.file ?? null,
    note: task.note,
    createdAt: task.createdAt.toISOString(),
    closed: task.closedAt === null ? null : { at: task.closedAt.toISOString(), by: closerName },
  };
}

/** @throws AppError "request/invalid" for someone who could not even see the task */
async function assertMayHave(db: Database, { task }: ListedTask, userId: string): Promise<void> {
  const account = await findSessionAccount(db, system, userId as UserId);
  if (!account || account.disabled) throw new AppError("request/invalid", "no such account", { userMessage: "That person has no account that is in use." });
  const scope = scopeOf({ userId: account.id, roles: account.roles });
  for (const id of [task.documentId, task.otherId]) {
    if (id !== null && !(await findDocument(db, scope, id))) throw new AppError("request/invalid", "the new assignee may not read the document", { userMessage: `${account.name} may not read this document. Choose someone else, or let them read it first.` });
  }
}

/**
 * Does something about a task. A review that is done starts the next interval from today.
 *
 * @throws AppError "request/not-found" for a task that is not this person's to see; "request/conflict" when it is not open any
 *   more; "request/invalid"; "policy/forbidden" for handing on without the right to it
 */
export async function actOnTask(services: Services, actor: Actor, id: string, action: TaskAction, clock: Clock = systemClock): Promise<void> {
  const { db } = services;
  const scope = scopeOf(actor);
  const found = await findTask(db, scope, { id, all: can(actor, "tasks:manage") });
  if (!found) throw new AppError("request/not-found", `no task ${id} for this person`);
  const { task } = found;
  const today = dayOf(clock.now());
  const object = { kind: "document" as const, id: task.documentId };
  const assertDone = (done: boolean) => {
    if (!done) throw new AppError("request/conflict", `task ${id} is not open any more`, { userMessage: "This task has been closed already." });
  };
  const since = task.kind === "feedback" ? await lastClosed(db, system, { kind: "feedback", documentId: task.documentId }) : null;
  await db.transaction(async (tx) => {
    switch (action.action) {
      case "done":
        assertDone(await changeTask(tx, scope, id, { status: "done", note: action.note, closedAt: new Date(clock.now()), closedBy: actor.userId }));
        if (task.kind === "review") await putTerms(tx, scope, task.documentId, { reviewedOn: today });
        return record(tx, actor, { action: "document.task-closed", object, facts: { task: task.kind } });
      case "snooze":
        if (action.until <= today) throw new AppError("request/invalid", "a task is put off to a later day", { userMessage: "Choose a day after today." });
        assertDone(await changeTask(tx, scope, id, { snoozedUntil: action.until }));
        return record(tx, actor, { action: "document.task-snoozed", object, facts: { task: task.kind, until: action.until } });
      case "reassign": {
        if (!can(actor, "tasks:manage")) throw new AppError("policy/forbidden", "tasks are handed on by HR leads");
        await assertMayHave(tx, found, action.to);
        assertDone(await changeTask(tx, scope, id, { assigneeId: action.to as UserId, snoozedUntil: null }));
        return record(tx, actor, { action: "document.task-reassigned", object, facts: { task: task.kind, to: action.to } });
      }
    }
  });
  if (action.action === "reassign") await tellOwner(db, { taskId: id, assigneeId: action.to as UserId, kind: task.kind });
  if (action.action === "done" && task.kind === "feedback") await tellComplainants(db, { cited: task.documentId, since, by: actor.userId });
  if (action.action === "done" && task.kind === "review") await sweepTasks(db, clock);
}
