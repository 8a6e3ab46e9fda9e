/** @file One's own questions to HR: waiting (and taking back), answered, closed. */
"use client";

import Link from "next/link";
import { useState } from "react";
import { ASK_HR } from "@/app/(workspace)/chat/_components/ask-hr-words";
import { HrReplyView } from "@/app/(workspace)/chat/_components/hr-reply";
import { useFormats, useWords } from "@/app/_components/language/language";
import { useQuestionKeptUntil } from "@/app/_components/retention";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { ConfirmDialog } from "@/app/_components/ui/dialog";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { listMyAsks, withdrawAsk } from "@/lib/browser/ask-hr";
import { messageOf } from "@/lib/browser/http";
import type { MyAsk } from "@/lib/contracts/ask-hr";
import { MINE } from "./words";

export function MineScreen() {
  const words = useWords(MINE);
  const asks = useResource("mine", listMyAsks);
  const list = asks.data ?? [];
  return (
    <div className="hairline-scroll h-full overflow-y-auto">
      <ScreenHead title={words.title} summary={asks.data && words.summary(list.filter((ask) => ask.state === "waiting").length, list.length)} />
      <div className="px-5 pb-10 sm:px-8">
        {asks.error !== undefined && <FailedPanel error={asks.error} onRetry={asks.reload} />}
        {asks.waiting && <WaitingRows rows={4} height={64} label={words.loading} />}
        {asks.data?.length === 0 && (
          <EmptyPanel title={words.none}>
            <p>{words.noneSays}</p>
            <p className="mt-3 text-ink-3">{words.example}</p>
          </EmptyPanel>
        )}
        <ul className="max-w-[46rem]">
          {list.map((ask) => (
            <li key={ask.id} className="border-t border-rule py-5 first:border-t-0">
              <OwnAsk ask={ask} onChanged={asks.reload} />
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function OwnAsk({ ask, onChanged }: { ask: MyAsk; onChanged: () => void }) {
  const words = useWords(MINE);
  const askHr = useWords(ASK_HR);
  const formats = useFormats();
  const keptUntil = useQuestionKeptUntil(ask.closedAt);
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const withdraw = async () => {
    try {
      await withdrawAsk(ask.id);
      notify({ text: askHr.withdrawn });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    setAsking(false);
    onChanged();
  };
  return (
    <article aria-label={ask.sent.question}>
      <h2 lang={langOf(ask.sent.question)} className="text-md font-semibold whitespace-pre-line">{ask.sent.question}</h2>
      <p className="mt-0.5 flex flex-wrap items-center gap-x-3 text-xs text-ink-3 tabular">
        <span className="font-semibold text-ink-2">{words[ask.state]}</span>
        <span>{formats.day(ask.sentAt)}</span>
        <span>{ask.sent.name === null ? words.unnamed : words.named}</span>
        {keptUntil !== undefined && <span>{keptUntil}</span>}
        {ask.conversationId !== null && (
          <Link href={`/chat/${ask.conversationId}`} className="underline decoration-rule-2 underline-offset-4 hover:decoration-ink">
            {words.inChat}
          </Link>
        )}
      </p>
      {ask.state === "waiting" ? (
        <Button size="sm" className="mt-3" onClick={() => setAsking(true)}>
          {askHr.withdraw}
        </Button>
      ) : (
        <HrReplyView ask={ask} />
      )}
      <ConfirmDialog open={asking} onOpenChange={setAsking} title={askHr.withdrawTitle} consequence={askHr.withdrawConsequence} action={askHr.withdraw} onConfirm={() => void withdraw()} />
    </article>
  );
}
