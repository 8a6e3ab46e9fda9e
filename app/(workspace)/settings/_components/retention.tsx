/** @file How long chats, résumés, questions to HR and ended documents are kept, with what the chosen terms would delete now. */
"use client";

import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { Button } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/field";
import { FailedPanel } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { messageOf } from "@/lib/browser/http";
import { changeRetention, previewRetention } from "@/lib/browser/settings";
import type { RetentionSettings } from "@/lib/contracts/setup";
import { SETTINGS } from "./words";

const TERMS_OFFERED = [1, 3, 6, 12, 18, 24, 36, 60];

export function Retention({ settings }: { settings: RetentionSettings }) {
  const words = useWords(SETTINGS);
  const notify = useNotify();
  const readsReceipts = useCan("erasures:read");
  const [stored, setStored] = useState(settings);
  const [chosen, setChosen] = useState(settings);
  const [busy, setBusy] = useState(false);
  const preview = useResource(`retention ${chosen.chats} ${chosen.resumes} ${chosen.questions} ${chosen.ended}`, (signal) => previewRetention(chosen, signal));
  const changed = chosen.chats !== stored.chats || chosen.resumes !== stored.resumes || chosen.questions !== stored.questions || chosen.ended !== stored.ended;
  const save = async () => {
    setBusy(true);
    try {
      setStored(await changeRetention(chosen));
      notify({ text: words.saved });
    } catch (failure) {
      notify({ text: messageOf(failure), failed: true });
    } finally {
      setBusy(false);
    }
  };
  const choicesFor = (months: number | null) => [
    { value: "", label: words.untilDeleted },
    ...[...new Set([...TERMS_OFFERED, ...(months === null ? [] : [months])])].sort((a, b) => a - b).map((n) => ({ value: String(n), label: words.months(n) })),
  ];
  const monthsOf = (value: string) => (value === "" ? null : Number(value));
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap gap-4">
        <SelectField label={words.chats} value={String(chosen.chats ?? "")} onChange={(value) => setChosen({ ...chosen, chats: monthsOf(value) })} choices={choicesFor(stored.chats)} className="min-w-64 flex-1" />
        <SelectField label={words.resumes} value={String(chosen.resumes ?? "")} onChange={(value) => setChosen({ ...chosen, resumes: monthsOf(value) })} choices={choicesFor(stored.resumes)} className="min-w-64 flex-1" />
        <SelectField label={words.questions} value={String(chosen.questions ?? "")} onChange={(value) => setChosen({ ...chosen, questions: monthsOf(value) })} choices={choicesFor(stored.questions)} className="min-w-64 flex-1" />
        <SelectField label={words.ended} value={String(chosen.ended ?? "")} onChange={(value) => setChosen({ ...chosen, ended: monthsOf(value) })} choices={choicesFor(stored.ended)} className="min-w-64 flex-1" />
      </div>
      {preview.error !== undefined && <FailedPanel error={preview.error} onRetry={preview.reload} />}
      <div role="status" className="min-h-10 text-sm">
        {preview.data ? <Preview {...preview.data} /> : <span className="text-ink-3">{words.looking}</span>}
      </div>
      <Button look={changed ? "solid" : "outline"} disabled={!changed || busy} onClick={() => void save()}>
        {words.save}
      </Button>
      {readsReceipts && <p><Link href="/candidates/receipts" className="text-sm underline decoration-rule-2 underline-offset-4 hover:decoration-ink">{words.receipts}</Link></p>}
    </div>
  );
}

function Preview({ chats, resumes, questions, ended }: Awaited<ReturnType<typeof previewRetention>>) {
  const words = useWords(SETTINGS);
  const others = chats.due + resumes.due + questions.due;
  if (others + ended.due === 0) return <p className="text-ink-2">{words.nothingGoes}</p>;
  return (
    <>
      {others > 0 && <p className="font-medium tabular">{words.wouldGo(chats.due, chats.all, resumes.due, resumes.all, questions.due, questions.all)}</p>}
      <Titles titles={resumes.titles ?? []} />
      {ended.due > 0 && <p className="mt-1 font-medium tabular">{words.endedGo(ended.due, ended.all)}</p>}
      <Titles titles={ended.titles} />
    </>
  );
}

function Titles({ titles }: { titles: readonly string[] }) {
  return titles.length === 0 ? null : (
    <ul className="mt-1 max-h-32 list-disc overflow-auto pl-5 text-ink-2">
      {titles.map((title, i) => (
        <li key={`${i}-${title}`}>{title}</li>
      ))}
    </ul>
  );
}
