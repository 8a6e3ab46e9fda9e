/** @file Until when a person is kept, by what term, and setting it for somebody who applied for nothing. */
"use client";

import { useState } from "react";
import { keepPerson } from "@/lib/browser/person-page";
import { messageOf } from "@/lib/browser/http";
import type { CandidateProfile } from "@/lib/contracts/candidate-profile";
import { defineWords } from "../language/define-words";
import { useFormats, useWords } from "../language/language";
import { useCan } from "../shell/me";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { useNotify } from "../ui/toasts";

const WORDS = defineWords({
  en: {
    title: "Kept until",
    by: { agreed: "as agreed with them", company: "by the company’s term for résumés" },
    none: "No term holds: their data stays until somebody erases it.",
    over: "The term is over: they are ranked and found no more, and are erased with the next daily run. A receipt is kept.",
    then: "Then they are erased, and a receipt is kept.",
    applied: "They have applied: each application brings its own term, set where it is opened.",
    label: "Agreed last day",
    save: "Save",
    saved: "Saved",
  },
  zh: {
    title: "保存期限",
    by: { agreed: "与本人约定", company: "依公司简历保存期限" },
    none: "没有适用的期限：数据将一直保存，直到有人抹除。",
    over: "期限已过：不再参与排序和搜索，将在下一次每日运行时抹除，并保留回执。",
    then: "届时将抹除其数据，并保留回执。",
    applied: "此人已应聘：各份申请有各自的期限，在相应申请中设置。",
    label: "约定的最后一天",
    save: "保存",
    saved: "已保存",
  },
});

export function KeptTerm({ page, onChanged }: { page: CandidateProfile; onChanged: (page: CandidateProfile) => void }) {
  const words = useWords(WORDS);
  const formats = useFormats();
  const notify = useNotify();
  const mayErase = useCan("candidates:erase");
  const [now] = useState(() => Date.now());
  const [until, setUntil] = useState(page.kept?.by === "agreed" ? page.kept.until.slice(0, 10) : "");
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      onChanged({ ...page, kept: await keepPerson(page.documentId, until === "" ? null : until) });
      notify({ text: words.saved });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
    setBusy(false);
  };
  return (
    <section aria-label={words.title} className="mt-8">
      <h2 className="label mb-2 border-b border-rule-2 pb-1.5">{words.title}</h2>
      {page.kept ? (
        <p className="text-sm">
          <span className="font-medium tabular">{formats.day(page.kept.until)}</span> <span className="text-ink-3">{words.by[page.kept.by]}</span>
        </p>
      ) : <p className="text-sm text-ink-3">{words.none}</p>}
      {page.kept && <p className={Date.parse(page.kept.until) < now ? "mt-1 text-xs text-no" : "mt-1 text-xs text-ink-3"}>{Date.parse(page.kept.until) < now ? words.over : words.then}</p>}
      {page.hasApplied && <p className="mt-1 text-xs text-ink-3">{words.applied}</p>}
      {!page.hasApplied && mayErase && (
        <div className="mt-3 flex items-end gap-2">
          <TextField label={words.label} type="date" value={until} onChange={(event) => setUntil(event.target.value)} className="w-40" />
          <Button className="h-10" disabled={busy} onClick={() => void save()}>{words.save}</Button>
        </div>
      )}
    </section>
  );
}
