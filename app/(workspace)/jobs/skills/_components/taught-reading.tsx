/** @file What corrections teach about reading openings: each with what it would have spared and where it would have been wrong; one click takes it in, one takes it out. */
"use client";

import Link from "next/link";
import { useState, type ReactNode } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { langOf, TERMS } from "@/app/_components/words";
import { messageOf } from "@/lib/browser/http";
import { answerReading, loadTaughtReading } from "@/lib/browser/taught-reading";
import type { ReadingAnswer, ReadingCue, TaughtReading as Page } from "@/lib/contracts/taught-reading";
import { READING } from "./reading-words";

type Say = (cue: ReadingCue, as: ReadingAnswer["as"], done: string) => void;

export function TaughtReading() {
  const words = useWords(READING);
  const terms = useWords(TERMS);
  const formats = useFormats();
  const notify = useNotify();
  const { data, error, reload } = useResource("taught-reading", loadTaughtReading);
  const [busy, setBusy] = useState(false);
  const answer = async (said: ReadingAnswer, done: string) => {
    setBusy(true);
    try {
      await answerReading(said);
      notify({ text: done });
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
    }
    setBusy(false);
    reload();
  };
  const say: Say = ({ place, words: name, means }, as, done) => void answer({ place, words: name, means, as }, done);
  return (
    <section aria-labelledby="taught-reading" className="border-t border-rule pt-4">
      <h2 id="taught-reading" className="font-semibold tracking-tight">{words.title}</h2>
      <p className="mt-1 max-w-[44rem] text-sm text-ink-3">{words.says}</p>
      {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
      {!data && error === undefined && <WaitingRows rows={2} height={40} label={terms.loading} />}
      {data?.proposals.length === 0 && <p className="mt-1 max-w-[44rem] text-sm text-ink-3">{words.none}</p>}
      {data && data.proposals.length > 0 && (
        <ul className="mt-2 border-t border-rule">
          {data.proposals.map((one) => <Proposal key={`${one.place} ${one.words} ${one.means}`} one={one} busy={busy} onSay={say} />)}
        </ul>
      )}
      {data && data.inUse.length > 0 && (
        <>
          <h3 className="label mt-4">{words.inUse(data.inUse.length)}</h3>
          <ul className="mt-1 border-t border-rule">
            {data.inUse.map((one) => (
              <Cue key={`${one.place} ${one.words}`} one={one} says={`${words.since(formats.day(one.at))} · ${words.would(one.spared, one.openings, one.people)} · ${words.wrong(one.wrong)}`}>
                <Button size="sm" disabled={busy} aria-label={terms.doTo(words.out, one.words)} onClick={() => say(one, "out", words.isOut(one.words))}>{words.out}</Button>
              </Cue>
            ))}
          </ul>
        </>
      )}
      {data && data.left.length > 0 && (
        <details className="mt-3 text-sm">
          <summary className="cursor-pointer text-ink-2">{words.left(data.left.length)}</summary>
          <ul className="mt-1">
            {data.left.map((one) => (
              <Cue key={`${one.place} ${one.words}`} one={one}>
                <Button size="sm" look="quiet" disabled={busy} aria-label={terms.doTo(words.offer, one.words)} onClick={() => say(one, "offer", words.offered(one.words))}>{words.offer}</Button>
              </Cue>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Proposal({ one, busy, onSay }: { one: Page["proposals"][number]; busy: boolean; onSay: Say }) {
  const words = useWords(READING);
  const terms = useWords(TERMS);
  return (
    <Cue one={one} says={`${words.would(one.spared, one.openings.length, one.people)} · ${words.wrong(one.wrong)}`} more={<Grounds one={one} />}>
      <Button size="sm" look="solid" disabled={busy} aria-label={terms.doTo(words.take, one.words)} onClick={() => onSay(one, "take", words.taken(one.words))}>{words.take}</Button>
      <Button size="sm" look="quiet" disabled={busy} aria-label={terms.doTo(words.leave, one.words)} onClick={() => onSay(one, "leave", words.leftOut(one.words))}>{words.leave}</Button>
    </Cue>
  );
}

/** The openings that it rests on, and a line of one. */
function Grounds({ one: { openings, example } }: { one: Page["proposals"][number] }) {
  const words = useWords(READING);
  return (
    <>
      <p className="flex flex-wrap gap-x-3 text-xs text-ink-2">
        {openings.map(({ id, title }) => <Link key={id} href={`/jobs/${id}`} lang={langOf(title)} className="underline decoration-rule-2 underline-offset-4 hover:decoration-ink coarse:min-h-10">{title}</Link>)}
      </p>
      {example !== "" && <p className="text-xs text-ink-3">{words.example} <span lang={langOf(example)} className="font-serif text-ink-2">{example}</span></p>}
    </>
  );
}

function Cue({ one, says, more, children }: { one: ReadingCue; says?: string; more?: ReactNode; children: ReactNode }) {
  const words = useWords(READING);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-rule py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{words.sentence[one.place][one.means](one.words)}</p>
        {says !== undefined && <p className="text-xs text-ink-3 tabular">{says}</p>}
        {more}
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </li>
  );
}
