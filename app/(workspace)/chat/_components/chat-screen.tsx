/** @file The chat: conversation in the centre, question field below, sources at the height of their claims. */
"use client";

import { ArrowDown } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { FailedPanel } from "@/app/_components/ui/states";
import type { WordsIn } from "@/app/_components/language/define-words";
import type { Answer } from "@/lib/contracts/evidence";
import { Composer, type ComposerHandle } from "./composer";
import { failureText } from "./failure-text";
import { FirstPage } from "./first-page";
import { TurnView } from "./turn-view";
import type { Turn } from "./thread-state";
import { useAsks } from "./use-asks";
import { useFollow } from "./use-follow";
import { useThread } from "./use-thread";
import { CHAT } from "./words";

/** The column: text up to 40rem, and a margin for sources where 56rem fit. Composer and text share its left edge. */
const COLUMN = "mx-auto w-full max-w-[40rem] @min-[56rem]:max-w-[58.5rem]";

export function ChatScreen() {
  const words = useWords(CHAT);
  const thread = useThread();
  const asks = useAsks();
  const { turns, busy } = thread;
  const composer = useRef<ComposerHandle>(null);
  const { scroller, away, toEnd } = useFollow(turns, turns.length > 0);
  const last = turns.at(-1);

  useEffect(() => {
    if (!busy) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) thread.stop();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [busy, thread]);

  const askNew = (question: string) => {
    if (busy) return;
    thread.askNew(question);
    toEnd();
  };
  const empty = turns.length === 0 && !thread.loading;
  return (
    <div className="@container flex h-full flex-col">
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto px-5 sm:px-8" tabIndex={-1}>
        <div className={COLUMN}>
          {empty && thread.conversationId === null && <FirstPage onAsk={askNew} />}
          {!empty && <h1 className="sr-only">{words.chat}</h1>}
          {thread.loadError !== undefined && (
            <div className="max-w-[40rem] pt-10">
              <FailedPanel error={thread.loadError} onRetry={thread.reload} />
            </div>
          )}
          {thread.loading && <WaitingThread />}
          {turns.map((turn) => (
            <TurnView
              key={turn.key}
              turn={turn}
              busy={busy}
              onAgain={() => thread.askAgain(turn)}
              onShow={(index) => thread.show(turn, index)}
              onRated={thread.rated}
              onEdit={() => composer.current?.edit(turn.question)}
              onAsk={askNew}
              asks={asks}
            />
          ))}
        </div>
      </div>
      <Announcer turn={last} />
      <div className="relative shrink-0 px-5 pt-2 pb-4 sm:px-8">
        {away && (
          <button
            type="button"
            aria-label={words.toEnd}
            onClick={toEnd}
            className="absolute -top-11 left-1/2 grid size-9 -translate-x-1/2 place-items-center rounded-full bg-sheet text-ink-2 shadow-float hover:text-ink"
          >
            <ArrowDown size={17} aria-hidden />
          </button>
        )}
        <div className={COLUMN}>
          <div className="max-w-[40rem]">
            <Composer
              ref={composer}
              busy={busy}
              onAsk={askNew}
              onStop={thread.stop}
              onEditLast={() => last && composer.current?.edit(last.question)}
            />
          </div>
        </div>
      </div>
    </div>
  );
}

/** Says once when an answer begins and what came of it; the words themselves are not read out as they arrive. */
function Announcer({ turn }: { turn: Turn | undefined }) {
  const words = useWords(CHAT);
  const [heard, setHeard] = useState<string | null>(null);
  const busy = turn?.live != null;
  const shown = turn?.answers[turn.shown];
  // Only what happens after the page was opened is announced.
  if (busy && heard !== turn.key) setHeard(turn.key);
  let news = "";
  if (turn && heard === turn.key) {
    if (busy) news = words.looking;
    else if (turn.failure) news = failureText(turn.failure, words);
    else if (shown) news = answerHeard(shown.answer, words);
  }
  return (
    <p role="status" aria-live="polite" className="sr-only">
      {news}
    </p>
  );
}

/** The answer's words, and how much evidence stands below them. */
function answerHeard({ text, citations, candidates }: Answer, words: WordsIn<typeof CHAT>): string {
  const counts = [citations.length > 0 && words.quotations(citations.length), candidates.length > 0 && words.candidatesHeard(candidates.length)];
  return [text, ...counts].filter(Boolean).join(" ");
}

function WaitingThread() {
  const words = useWords(CHAT);
  return (
    <div role="status" aria-label={words.loading} className="max-w-[40rem] space-y-4 pt-10">
      {[52, 88, 94, 71].map((width) => (
        <div key={width} className="h-3 rounded-sm bg-press" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
