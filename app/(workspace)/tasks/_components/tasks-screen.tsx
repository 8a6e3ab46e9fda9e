/** @file Tasks: the owners' list, and for HR leads what the documents did not answer this week. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadTasks } from "@/lib/browser/document-details";
import type { TaskQuery } from "@/lib/contracts/tasks";
import { Choice } from "./choice";
import { TaskItem } from "./task-item";
import { Unanswered } from "./unanswered";
import { TASKS } from "./words";

export function TasksScreen() {
  const words = useWords(TASKS);
  const mayManage = useCan("tasks:manage");
  const maySeeUnanswered = useCan("questions:unanswered");
  const [view, setView] = useState<"documents" | "unanswered">("documents");
  const [query, setQuery] = useState<TaskQuery>({ whose: mayManage ? "all" : "mine", status: "open" });
  const list = useResource(`tasks ${query.whose} ${query.status}`, (signal) => loadTasks(query, signal));
  const counts = list.data?.counts;
  const summary = counts && (query.whose === "all" && counts.all !== null ? words.summaryAll(counts.all, counts.mine, counts.overdue) : words.summary(counts.mine, counts.overdue));
  return (
    <div className="hairline-scroll h-full overflow-y-auto">
      <ScreenHead title={words.title} summary={view === "documents" ? summary : undefined}>
        {maySeeUnanswered && (
          <Choice legend={words.view} value={view} onChange={setView} choices={[{ value: "documents", label: words.documents }, { value: "unanswered", label: words.unanswered }]} />
        )}
      </ScreenHead>
      {view === "unanswered" ? (
        <Unanswered />
      ) : (
        <div className="max-w-5xl px-5 pb-16 sm:px-8">
          <div className="flex flex-wrap gap-x-6 gap-y-1 pb-2">
            {mayManage && <Choice legend={words.whose} value={query.whose} onChange={(whose) => setQuery({ ...query, whose })} choices={[{ value: "all", label: words.all }, { value: "mine", label: words.mine }]} />}
            <Choice legend={words.status} value={query.status} onChange={(status) => setQuery({ ...query, status })} choices={[{ value: "open", label: words.open }, { value: "done", label: words.done }]} />
          </div>
          {list.waiting && <WaitingRows rows={5} height={72} label={words.title} />}
          {list.error !== undefined && <FailedPanel error={list.error} onRetry={list.reload} />}
          {list.data?.tasks.length === 0 && (query.status === "open" ? <EmptyPanel title={words.empty}>{words.emptySays}</EmptyPanel> : <p className="py-8 text-base text-ink-2">{words.emptyDone}</p>)}
          <ul aria-label={words.title}>
            {list.data?.tasks.map((task) => (
              <TaskItem key={task.id} task={task} people={list.data?.people ?? []} onChanged={list.reload} />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
