/** @file What the documents did not answer this week: groups of questions, how many people, the nearest documents and their owner. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { loadUnanswered } from "@/lib/browser/document-details";
import type { UnansweredGroup } from "@/lib/contracts/tasks";
import { dayText } from "@/lib/core/standing-text";
import { TASKS } from "./words";

export function Unanswered() {
  const words = useWords(TASKS);
  const language = useLanguage();
  const list = useResource("unanswered", loadUnanswered);
  return (
    <div className="max-w-5xl px-5 pb-16 sm:px-8">
      {list.data && <p className="pb-4 text-sm text-ink-3">{words.unansweredSays(`${dayText(list.data.from, language)} – ${dayText(list.data.until, language)}`, list.data.minPeople)}</p>}
      {list.waiting && <WaitingRows rows={5} height={72} label={words.unanswered} />}
      {list.error !== undefined && <FailedPanel error={list.error} onRetry={list.reload} />}
      {list.data?.groups.length === 0 && <EmptyPanel title={words.unansweredEmpty}>{words.unansweredEmptySays(list.data.minPeople)}</EmptyPanel>}
      <ol aria-label={words.unanswered}>
        {list.data?.groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </ol>
    </div>
  );
}

function Group({ group }: { group: UnansweredGroup }) {
  const words = useWords(TASKS);
  const language = useLanguage();
  const reader = useReader();
  const text = group.question ?? words.about(group.words.join(group.language === "zh" ? "、" : ", "));
  return (
    <li className="grid gap-x-8 gap-y-2 border-t border-rule py-4 sm:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="min-w-0">
        <h2 lang={langOf(text)} className="text-base font-medium">
          {text}
        </h2>
        <p className="mt-0.5 text-sm text-ink-3 tabular">
          {[words.people(group.people), words.times(group.times), group.sentToHr && words.sentToHr, words.lastOn(dayText(group.lastOn, language))].filter(Boolean).join(" · ")}
        </p>
      </div>
      <div className="text-sm">
        <p className="label">{words.nearest}</p>
        {group.nearest.length === 0 && <p className="text-ink-3">{words.none}</p>}
        {group.nearest.map((document) => (
          <button key={document.id} type="button" lang={langOf(document.title)} onClick={() => reader.open({ documentId: document.id, title: document.title, passage: null })} className="block max-w-full truncate text-left underline decoration-transparent underline-offset-4 hover:decoration-ink">
            {document.title}
          </button>
        ))}
        {group.nearest.length > 0 && (
          <p className="text-xs text-ink-3">
            {words.likelyOwner}: {group.owner ?? words.noOwner}
          </p>
        )}
      </div>
    </li>
  );
}
