/** @file The reviewer's cockpit: queue at the left, one item in the middle, progress and guidelines at the right; all of it by keys. */
"use client";

import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { queueQueryOf, type QueueChoice } from "@/lib/browser/review";
import { messageOf } from "@/lib/browser/http";
import { Cockpit } from "./cockpit";
import { KeySheet } from "./key-sheet";
import { QueueFilters } from "./queue-filters";
import { QueueList } from "./queue-list";
import { SidePane } from "./side-pane";
import { useReview } from "./use-review";
import { useReviewKeys } from "./use-review-keys";
import { REVIEW_WORDS } from "./words";

export function ReviewScreen() {
  const words = useWords(REVIEW_WORDS);
  const notify = useNotify();
  const [choice, setChoice] = useState<QueueChoice>({});
  const [sheet, setSheet] = useState(false);
  const [guidelines, setGuidelines] = useState(true);
  const { keys, setKeys } = useReviewKeys();
  const review = useReview(queueQueryOf(choice), {
    failed: (error) => notify({ text: messageOf(error), failed: true }),
    verified: (what) => notify({ text: what === "served" ? words.verified.served : words.verified.impossible }),
  });
  const { queue, ids } = review;
  const isFiltered = queueQueryOf(choice) !== "";
  const left = queue ? Math.max(0, queue.waiting - (isFiltered ? 0 : queue.items.length - ids.length)) : 0;
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={queue ? [words.waiting(left), review.progress && `${review.progress.today} ${words.today}`, queue.needSecond > 0 && words.needSecond(queue.needSecond)].filter(Boolean).join(" · ") : `${words.loading} …`}>
        <Link href="/review/trust" className="text-sm underline decoration-rule-2 underline-offset-4 hover:decoration-ink coarse:py-3">
          {words.trust}
        </Link>
        <Button className="[@media(hover:none)_and_(pointer:coarse)]:hidden" onClick={() => setSheet(true)}>
          {words.keysTitle} <kbd className="key">?</kbd>
        </Button>
      </ScreenHead>
      <QueueFilters choice={choice} onChange={setChoice} />
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] border-t border-rule lg:grid-cols-[15rem_minmax(0,1fr)] xl:grid-cols-[15rem_minmax(0,1fr)_14.5rem] 2xl:grid-cols-[18rem_minmax(0,1fr)_17rem]">
        <div className="hidden min-h-0 border-r border-rule lg:block">
          {queue && <QueueList ids={ids} entries={queue.items} currentId={review.currentId} onChoose={review.goTo} />}
        </div>
        <div className="min-h-0 min-w-0">
          {review.queueError !== undefined && <FailedPanel error={review.queueError} onRetry={review.reload} />}
          {!queue && review.queueError === undefined && <div className="px-4"><WaitingRows rows={8} height={72} label={words.loading} /></div>}
          {queue && review.currentId === null && <Nothing isFiltered={isFiltered} onAll={() => setChoice({})} />}
          {review.currentId !== null && <Cockpit review={review} keys={keys} onSheet={() => setSheet(true)} onGuidelines={() => setGuidelines(!guidelines)} paused={sheet} />}
        </div>
        <div className="hidden min-h-0 border-l border-rule xl:block">
          <SidePane progress={review.progress} guidelines={guidelines} />
        </div>
      </div>
      <KeySheet open={sheet} onOpenChange={setSheet} keys={keys} onKeys={setKeys} />
    </div>
  );
}

function Nothing({ isFiltered, onAll }: { isFiltered: boolean; onAll: () => void }) {
  const { empty } = useWords(REVIEW_WORDS);
  return isFiltered ? (
    <EmptyPanel title={empty.filtered} action={<Button onClick={onAll}>{empty.all}</Button>}>
      {""}
    </EmptyPanel>
  ) : (
    <EmptyPanel title={empty.title}>{empty.body}</EmptyPanel>
  );
}
