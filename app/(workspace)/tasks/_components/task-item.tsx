/** @file One task: what it is about, the passages concerned, until when, whose it is, and what can be done. */
"use client";

import clsx from "clsx";
import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { Button } from "@/app/_components/ui/button";
import { Menu, MenuItem } from "@/app/_components/ui/menu";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf } from "@/app/_components/words";
import { actOnTask } from "@/lib/browser/document-details";
import { messageOf } from "@/lib/browser/http";
import type { TaskAction, TaskView } from "@/lib/contracts/tasks";
import { addDays, addMonths, dayOf } from "@/lib/core/document-terms";
import { dayText } from "@/lib/core/standing-text";
import { TASKS } from "./words";

interface TaskItemProps {
  readonly task: TaskView;
  /** To hand it to; empty for who may not. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly onChanged: () => void;
}

export function TaskItem({ task, people, onChanged }: TaskItemProps) {
  const words = useWords(TASKS);
  const reader = useReader();
  const open = (of: { id: string; title: string }, passage: { start: number; end: number } | null = null) => reader.open({ documentId: of.id, title: of.title, passage });
  return (
    <li id={task.id} className="border-t border-rule py-4 target:bg-desk">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-80">
          <p className="flex flex-wrap items-baseline gap-x-3">
            <span className="label">{words.kind[task.kind]}</span>
            <When task={task} />
          </p>
          <h2>
            <button type="button" lang={langOf(task.document.title)} aria-describedby={`${task.id}-says ${quoteIds(task)}`} onClick={() => open(task.document)} className="text-left text-base font-medium underline decoration-transparent underline-offset-4 hover:decoration-ink">
              {task.document.title}
            </button>
          </h2>
          <p id={`${task.id}-says`} className="mt-0.5 text-sm text-ink-2">
            <Says task={task} />
          </p>
          {task.quotes.map((quote, i) => {
            const of = quote.documentId === task.other?.id ? task.other : task.document;
            return (
              <blockquote key={`${quote.documentId} ${quote.start}`} lang={langOf(quote.quote)} className="mt-2 max-w-2xl border-l-2 border-marker-line pl-3">
                <p id={quoteId(task, i)} className="font-serif text-base">
                  {quote.quote}
                </p>
                <button type="button" lang={langOf(of.title)} aria-describedby={quoteIds(task, i)} onClick={() => open(of, quote)} className="text-xs text-ink-3 underline underline-offset-4 hover:text-ink">
                  {[of.title, quote.headings.at(-1)].filter((part, i, all) => part !== undefined && all.indexOf(part) === i).join(" › ")}
                </button>
              </blockquote>
            );
          })}
        </div>
        <Actions task={task} people={people} onChanged={onChanged} />
      </div>
    </li>
  );
}

const quoteId = (task: TaskView, index: number): string => `${task.id}-quote-${index}`;

/** Several tasks may be about one document, or one passage of it: read aloud, their buttons differ by all the passages concerned, its own first. */
const quoteIds = (task: TaskView, first = 0): string => task.quotes.map((_, i) => quoteId(task, (i + first) % task.quotes.length)).join(" ");

function When({ task }: { task: TaskView }) {
  const words = useWords(TASKS);
  const language = useLanguage();
  const day = (value: string) => dayText(value.slice(0, 10), language);
  const [today] = useState(() => dayOf(Date.now()));
  const isPutOff = task.snoozedUntil !== null && task.snoozedUntil > today;
  const who = task.assignee?.name ?? (task.ownerName ? words.noAccount(task.ownerName) : words.nobody);
  return (
    <span className="text-xs text-ink-3 tabular">
      {task.closed ? (
        task.closed.by ? words.doneBy(task.closed.by, day(task.closed.at)) : words.gone(day(task.closed.at))
      ) : (
        <>
          {task.dueOn && <span className={clsx(task.isOverdue && "font-medium text-no")}>{task.isOverdue ? words.overdue(day(task.dueOn)) : words.due(day(task.dueOn))} · </span>}
          {who}
          {isPutOff && task.snoozedUntil && ` · ${words.snoozed(day(task.snoozedUntil))}`}
        </>
      )}
    </span>
  );
}

function Says({ task }: { task: TaskView }) {
  const words = useWords(TASKS);
  switch (task.kind) {
    case "disagreement":
      return words.says.disagreement(task.other?.title ?? "");
    case "file_removed":
      return words.says.file_removed(task.file ?? "");
    case "feedback": {
      const reasons = (["wrong", "outdated", "incomplete", "wrong_source"] as const).flatMap((reason) => (task.reasons[reason] ? [words.reasonCount(words.reason[reason], task.reasons[reason])] : []));
      return `${words.says.feedback} ${reasons.join(" · ")}`;
    }
    case "expiring":
    case "review":
      return words.says[task.kind];
  }
}

function Actions({ task, people, onChanged }: TaskItemProps) {
  const words = useWords(TASKS);
  const language = useLanguage();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const [today] = useState(() => dayOf(Date.now()));
  if (task.closed) return null;
  const act = async (action: TaskAction, said: string) => {
    setBusy(true);
    try {
      await actOnTask(task.id, action);
      notify({ text: said });
      onChanged();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      setBusy(false);
    }
  };
  const putOff = (until: string) => void act({ action: "snooze", until }, words.toastPutOff(dayText(until, language)));
  return (
    <div role="group" aria-label={words.actionsFor(task.document.title)} className="flex flex-wrap gap-2">
      <Button size="sm" disabled={busy} onClick={() => void act({ action: "done", note: "" }, words.toastDone)}>
        {words.markDone}
      </Button>
      <Menu trigger={<Button size="sm" disabled={busy}>{words.putOff}</Button>}>
        <MenuItem onSelect={() => putOff(addDays(today, 7))}>{words.week}</MenuItem>
        <MenuItem onSelect={() => putOff(addMonths(today, 1))}>{words.month}</MenuItem>
      </Menu>
      {people.length > 0 && (
        <Menu trigger={<Button size="sm" disabled={busy}>{words.handOn}</Button>}>
          {people
            .filter(({ id }) => id !== task.assignee?.id)
            .map(({ id, name }) => (
              <MenuItem key={id} onSelect={() => void act({ action: "reassign", to: id }, words.toastHandedOn(name))}>
                {name}
              </MenuItem>
            ))}
        </Menu>
      )}
    </div>
  );
}
