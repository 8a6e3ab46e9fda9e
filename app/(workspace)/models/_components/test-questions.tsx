/** @file The frozen test's questions and how each fared; a click shows both rankings side by side. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Dialog } from "@/app/_components/ui/dialog";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadComparisons, loadRankings } from "@/lib/browser/models";
import type { ComparisonList, RankingsView, VersionView } from "@/lib/contracts/learning";
import { MODELS } from "./words";

type Question = ComparisonList["questions"][number];

export function TestQuestions({ version }: { version: VersionView }) {
  const words = useWords(MODELS);
  const list = useResource(version.id, (signal) => loadComparisons(version.id, signal));
  const [open, setOpen] = useState<Question | null>(null);
  if (list.error !== undefined) return <FailedPanel error={list.error} onRetry={list.reload} />;
  if (!list.data) return <WaitingRows rows={3} height={32} label={words.loading} />;
  return (
    <>
      <p className="text-sm text-ink-2 tabular">{[words.wins(version.wins), words.losses(version.losses), words.ties(version.ties)].join(" · ")}</p>
      <ul className="mt-1">
        {list.data.questions.map((question) => (
          <li key={question.item} className="border-t border-rule">
            <button type="button" className="flex w-full flex-wrap items-baseline gap-x-4 py-1.5 text-left text-sm hover:bg-press" onClick={() => setOpen(question)}>
              <span className="min-w-0 flex-1" lang={question.language}>{question.question}</span>
              <span className="text-ink-3 tabular">{words.place(question.before)}</span>
              <span aria-hidden>→</span>
              <span className={changeColour(question)}>{words.place(question.after)}</span>
            </button>
          </li>
        ))}
      </ul>
      {list.data.gone > 0 && <p className="mt-1 text-sm text-ink-3">{words.gone(list.data.gone)}</p>}
      <Dialog open={open !== null} onOpenChange={() => setOpen(null)} title={words.rankings} description={open?.question} width="62rem">
        {open && <Rankings version={version} item={open.item} />}
      </Dialog>
    </>
  );
}

function changeColour({ before, after }: Question): string {
  const [from, to] = [before ?? Infinity, after ?? Infinity];
  return `tabular ${to < from ? "text-yes" : to > from ? "text-no" : "text-ink-3"}`;
}

function Rankings({ version, item }: { version: VersionView; item: string }) {
  const words = useWords(MODELS);
  const both = useResource(`${version.id}/${item}`, (signal) => loadRankings(version.id, item, signal));
  if (both.error !== undefined) return <FailedPanel error={both.error} onRetry={both.reload} />;
  if (!both.data) return <WaitingRows rows={6} height={48} label={words.loading} />;
  return (
    <div className="grid gap-6 sm:grid-cols-2">
      <Ranking title={words.version(version.parent)} passages={both.data.before} />
      <Ranking title={words.version(version.number)} passages={both.data.after} />
    </div>
  );
}

function Ranking({ title, passages }: { title: string; passages: RankingsView["before"] }) {
  const words = useWords(MODELS);
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-sm font-semibold">{title}</h3>
      {passages.length === 0 && <p className="text-sm text-ink-3">{words.nothing}</p>}
      <ol>
        {passages.map((passage, at) => (
          <li key={passage.chunkId} className={`flex gap-3 border-t border-rule py-2 ${passage.right ? "-mx-2 bg-marker px-2" : ""}`}>
            <span className="w-5 shrink-0 text-right text-sm text-ink-3 tabular">{at + 1}</span>
            <div className="min-w-0">
              <p className="text-sm font-medium">{passage.title}{passage.heading && ` · ${passage.heading}`}{passage.right && <span className="ml-2 text-xs text-marker-ink">{words.right}</span>}</p>
              <p className={`line-clamp-2 font-serif text-sm ${passage.right ? "text-ink" : "text-ink-2"}`}>{passage.text}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
