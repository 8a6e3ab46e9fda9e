/** @file One item: how it was asked, who has it, the note; then answering, or what became of it. */
"use client";

import { useState } from "react";
import { useFormats, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { INPUT, SelectField } from "@/app/_components/ui/field";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { langOf } from "@/app/_components/words";
import { changeInboxItem, openInboxItem, separatePhrasing } from "@/lib/browser/ask-hr";
import { messageOf } from "@/lib/browser/http";
import type { Inbox, InboxItem } from "@/lib/contracts/ask-hr";
import { AnswerForm } from "./answer-form";
import { ItemFacts } from "./item-list";
import { VerifiedCard } from "./verified-card";
import { INBOX } from "./words";

interface ItemDetailProps {
  readonly id: string;
  readonly people: Inbox["people"];
  readonly onChanged: () => void;
  readonly onClosed: () => void;
}

export function ItemDetail({ id, people, onChanged, onClosed }: ItemDetailProps) {
  const words = useWords(INBOX);
  const formats = useFormats();
  const notify = useNotify();
  const opened = useResource(`item:${id}`, (signal) => openInboxItem(id, signal));
  const item = opened.data;
  if (opened.error !== undefined) {
    return (
      <div className="p-6">
        <FailedPanel error={opened.error} onRetry={opened.reload} />
      </div>
    );
  }
  if (!item) return <div className="px-6"><WaitingRows rows={5} height={56} label={words.loading} /></div>;
  const save = async (work: () => Promise<unknown>, says: string | null) => {
    try {
      await work();
      if (says !== null) notify({ text: says });
      opened.reload();
      onChanged();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  return (
    <article aria-label={item.question} className="max-w-[46rem] px-5 pt-5 pb-10 sm:px-8">
      <h2 lang={langOf(item.question)} className="text-lg font-semibold tracking-tight whitespace-pre-line">
        {item.question}
      </h2>
      <ItemFacts item={item} />
      {item.sensitive && item.state === "waiting" && <p className="mt-3 border-l-2 border-ink px-3 text-sm text-ink-2">{words.privateSays}</p>}
      <Phrasings item={item} onSeparate={(ref) => void save(() => separatePhrasing(id, ref), words.separated)} />
      {item.state === "waiting" ? (
        <>
          <div className="mt-5 grid gap-4 sm:grid-cols-[14rem_minmax(0,1fr)]">
            <SelectField
              label={words.assignee}
              value={item.assignee?.id ?? ""}
              onChange={(value) => void save(() => changeInboxItem(id, { assigneeId: value === "" ? null : value }), null)}
              choices={[{ value: "", label: words.nobody }, ...people.map((person) => ({ value: person.id, label: person.name }))]}
            />
            <Note key={item.note} note={item.note} onSave={(note) => void save(() => changeInboxItem(id, { note }), words.noteSaved)} />
          </div>
          <AnswerForm item={item} onClosed={onClosed} />
        </>
      ) : (
        <div className="mt-6 space-y-4">
          <p className="text-sm text-ink-3">
            {words.closed(item.closedBy ?? words.someoneGone, item.closedAt === null ? "" : formats.day(item.closedAt))}
          </p>
          {item.declinedBecause !== null && (
            <p className="text-sm">
              <span className="block text-xs text-ink-3">{words.declinedBecause}</span>
              <span lang={langOf(item.declinedBecause)} className="whitespace-pre-line">{item.declinedBecause}</span>
            </p>
          )}
          {item.answer && <VerifiedCard answer={item.answer} onChanged={() => void save(() => Promise.resolve(), null)} />}
          {item.note !== "" && (
            <p className="text-sm text-ink-2">
              <span className="block text-xs text-ink-3">{words.note}</span>
              <span className="whitespace-pre-line">{item.note}</span>
            </p>
          )}
        </div>
      )}
    </article>
  );
}

/** Each phrasing as it was sent, to the letter. */
function Phrasings({ item, onSeparate }: { item: InboxItem; onSeparate: (ref: number) => void }) {
  const words = useWords(INBOX);
  const formats = useFormats();
  const plain = item.phrasings.length === 1 && item.phrasings[0]?.context.length === 0 && item.phrasings[0].name === null;
  if (plain) return null;
  return (
    <section aria-label={words.phrasings} className="mt-4">
      <h3 className="label mb-1">{words.phrasings}</h3>
      <ul className="border-t border-rule">
        {item.phrasings.map((phrasing) => (
          <li key={phrasing.ref} className="flex items-start gap-3 border-b border-rule py-2 text-sm">
            <div className="min-w-0 flex-1">
              <p lang={langOf(phrasing.question)} className="whitespace-pre-line">{phrasing.question}</p>
              <p className="text-xs text-ink-3 tabular">
                {phrasing.name ?? words.unnamed} · {formats.day(phrasing.askedOn)}
              </p>
              {phrasing.context.length > 0 && (
                <div className="mt-1 text-xs text-ink-2">
                  <span className="text-ink-3">{words.earlier}</span>
                  <ul className="list-disc pl-4">
                    {phrasing.context.map((question, index) => (
                      <li key={index} lang={langOf(question)}>{question}</li>
                    ))}
                  </ul>
                </div>
              )}
            </div>
            {item.state === "waiting" && item.phrasings.length > 1 && (
              <Button size="sm" look="quiet" onClick={() => onSeparate(phrasing.ref)}>
                {words.separate}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Note({ note, onSave }: { note: string; onSave: (note: string) => void }) {
  const words = useWords(INBOX);
  const [text, setText] = useState(note);
  return (
    <label className="block">
      <span className="mb-1.5 block text-sm font-medium">{words.note}</span>
      <textarea
        rows={1}
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => text.trim() !== note && onSave(text)}
        className={`${INPUT} min-h-10 py-2`}
      />
      <span className="mt-1 block text-xs text-ink-3">{words.noteHelp}</span>
    </label>
  );
}
