/** @file Labelling comments: one comment at a time, a key per label, what counts so far, and training on it. */
"use client";

import { useState, type FormEvent } from "react";
import clsx from "clsx";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { KeyButton } from "@/app/(workspace)/review/_components/key-button";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { termOf } from "@/app/_components/words";
import { ApiError, messageOf } from "@/lib/browser/http";
import { trainKind } from "@/lib/browser/insights";
import { kindOfField, LABEL_FIELDS, type LabelField } from "@/lib/contracts/insights";
import { LONGEST_LABEL, MOST_LABELS, type LabelQueue } from "@/lib/contracts/insights-labels";
import { InsightsFrame, OffPanel } from "../frame/insights-frame";
import { INSIGHTS } from "../words";
import { LABEL_KEYS, useLabelKeys } from "./use-label-keys";
import { useLabelling, type Labelling } from "./use-labelling";
import { LABELS } from "./words";

export function LabelScreen({ id, field }: { id: string; field: LabelField }) {
  const words = useWords(LABELS);
  const general = useWords(INSIGHTS);
  const labelling = useLabelling(id, field);
  const { data, error, reload } = labelling.queue;
  useLabelKeys({ choices: labelling.choices, onLabel: labelling.label, onSkip: labelling.skip, onUndo: labelling.undo });
  const isOff = error instanceof ApiError && error.code === "insights/off";
  return (
    <InsightsFrame title={words.title} summary={data && `${data.table} · ${words.waiting(data.waiting)}`} actions={<Link href="/insights/text" className="text-sm underline underline-offset-4 coarse:py-2">{general.pages.text}</Link>}>
      {isOff && <OffPanel does={general.does.text} />}
      {!isOff && <Fields id={id} field={field} />}
      {!data && !isOff && (error === undefined ? <WaitingRows rows={6} label={general.loading} /> : <FailedPanel error={error} onRetry={reload} />)}
      {data && (
        <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <Desk labelling={labelling} field={field} />
          <Progress id={id} queue={data} />
        </div>
      )}
    </InsightsFrame>
  );
}

function Fields({ id, field }: { id: string; field: LabelField }) {
  const words = useWords(LABELS);
  return (
    <nav aria-label={words.title} className="flex w-fit gap-1 rounded-md border border-rule p-0.5">
      {LABEL_FIELDS.map((one) => (
        <Link key={one} href={`/insights/data/${id}/label?field=${one}`} aria-current={one === field ? "page" : undefined} className={clsx("rounded-sm px-3 py-1 text-sm coarse:py-2", one === field ? "bg-press font-semibold" : "text-ink-2 hover:text-ink")}>
          {words.fields[one]}
        </Link>
      ))}
    </nav>
  );
}

function Desk({ labelling, field }: { labelling: Labelling; field: LabelField }) {
  const words = useWords(LABELS);
  const general = useWords(INSIGHTS);
  const { comment, choices, canUndo, isFetching, hasSkipped, label, skip, undo, add, showSkipped } = labelling;
  return (
    <section aria-label={words.comment} className="min-w-0">
      <div aria-live="polite" className="min-h-40 rounded-md border border-rule bg-sheet p-6">
        {comment ? (
          <blockquote className="max-w-prose font-serif text-lg">{comment.text}</blockquote>
        ) : isFetching ? (
          <WaitingRows rows={2} label={general.loading} />
        ) : (
          <>
            <h2 className="text-lg font-semibold tracking-tight">{hasSkipped ? words.waiting(labelling.queue.data?.waiting ?? 0) : words.done}</h2>
            {hasSkipped ? <Button className="mt-3" onClick={showSkipped}>{words.again}</Button> : <p className="mt-1 text-ink-2">{words.doneSays}</p>}
          </>
        )}
      </div>
      {comment && <h2 className="mt-5 mb-2 text-sm font-semibold">{words.asks[field]}</h2>}
      <div className={clsx("flex flex-wrap gap-2", !comment && "hidden")}>
        {choices.map((choice, at) => <KeyButton key={choice} label={termOf(words.label, choice)} keyName={LABEL_KEYS[at] ?? ""} disabled={!comment} onPress={() => label(choice)} />)}
      </div>
      <div className={clsx("mt-5 flex flex-wrap items-end gap-2 border-t border-rule pt-4", !comment && !canUndo && "hidden")}>
        <KeyButton label={words.skip} keyName="s" disabled={!comment} onPress={skip} />
        <KeyButton label={words.undo} keyName="backspace" disabled={!canUndo} onPress={undo} />
        {choices.length < MOST_LABELS && <AnotherLabel onAdd={add} />}
      </div>
    </section>
  );
}

function AnotherLabel({ onAdd }: { onAdd: (label: string) => void }) {
  const words = useWords(LABELS);
  const [text, setText] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === "") return;
    onAdd(text.trim());
    setText("");
  };
  return (
    <form onSubmit={submit} className="flex w-full items-end gap-2 sm:ml-auto sm:w-auto">
      <TextField label={words.other} value={text} maxLength={LONGEST_LABEL} onChange={(event) => setText(event.target.value)} className="min-w-0 flex-1 sm:w-44 sm:flex-none" />
      <Button type="submit" className="h-10" disabled={text.trim() === ""}>{words.add}</Button>
    </form>
  );
}

function Progress({ id, queue }: { id: string; queue: LabelQueue }) {
  const words = useWords(LABELS);
  const router = useRouter();
  const notify = useNotify();
  const [busy, setBusy] = useState(false);
  const counted = Object.entries(queue.counts).filter(([, n]) => n > 0).sort((a, b) => b[1] - a[1]);
  const isEnough = counted.filter(([, n]) => n >= queue.least).length >= 2;
  const train = async (): Promise<void> => {
    setBusy(true);
    try {
      await trainKind(kindOfField(queue.field), id);
      notify({ text: words.trained });
      router.push(queue.field === "theme" ? "/insights/text#themes" : "/insights/text");
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
      setBusy(false);
    }
  };
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <section aria-label={words.progress}>
        <h2 className="mb-1 text-sm font-semibold">{words.progress}</h2>
        <p className="mb-2 text-sm text-ink-3 tabular">{words.made(queue.here, queue.inFile)}</p>
        <ul>
          {counted.map(([label, n]) => (
            <li key={label} className="flex items-baseline gap-2 border-t border-rule py-1 text-sm tabular">
              <span className="min-w-0 flex-1 truncate">{termOf(words.label, label)}</span>
              <span>{n}</span>
              <span className={clsx("w-20 text-right text-xs", n >= queue.least ? "text-yes" : "text-ink-3")}>{n >= queue.least ? words.enough : words.short(queue.least - n)}</span>
            </li>
          ))}
        </ul>
      </section>
      <p className="text-xs text-ink-3">{words.least(queue.least)}</p>
      <Button look="solid" className="w-fit" disabled={busy || !isEnough} onClick={() => void train()}>{words.train}</Button>
      <p className="border-l-2 border-marker-line pl-3 text-xs text-ink-2">{words.private}</p>
    </div>
  );
}
