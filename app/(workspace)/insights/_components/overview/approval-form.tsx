/** @file The approval: purpose, legal basis, consultation, who approved, when. Switching insights on writes an audit line. */
"use client";

import { useId, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { INPUT, TextField } from "@/app/_components/ui/field";
import { useNotify } from "@/app/_components/ui/toasts";
import { messageOf } from "@/lib/browser/http";
import { enableInsights } from "@/lib/browser/insights";
import { INSIGHTS } from "../words";

const LEAST = { purpose: 20, legalBasis: 10, consultation: 10 } as const;

export function ApprovalForm({ onEnabled }: { onEnabled: () => void }) {
  const words = useWords(INSIGHTS);
  const notify = useNotify();
  const [texts, setTexts] = useState({ purpose: "", legalBasis: "", consultation: "" });
  const [approvedBy, setApprovedBy] = useState("");
  const [approvedOn, setApprovedOn] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const help = { purpose: words.purposeHelp, legalBasis: words.legalBasisHelp, consultation: words.consultationHelp };
  const parts = ["purpose", "legalBasis", "consultation"] as const;
  const isWhole = parts.every((part) => texts[part].trim().length >= LEAST[part]) && approvedBy.trim() !== "" && approvedOn !== "";
  const enable = async (): Promise<void> => {
    setBusy(true);
    setProblem(null);
    try {
      await enableInsights({ ...texts, approvedBy, approvedOn });
      notify({ text: words.enabled });
      onEnabled();
    } catch (failure) {
      setProblem(messageOf(failure));
      setBusy(false);
    }
  };
  return (
    <form aria-label={words.toApproval} className="flex min-w-0 flex-col gap-4" onSubmit={(event) => (event.preventDefault(), void enable())}>
      <h2 className="text-base font-semibold">{words.toApproval}</h2>
      {parts.map((part) => <LongField key={part} label={words[part]} help={help[part]} value={texts[part]} onChange={(text) => setTexts({ ...texts, [part]: text })} />)}
      <TextField label={words.approver} help={words.approverHelp} value={approvedBy} maxLength={120} onChange={(event) => setApprovedBy(event.target.value)} />
      <TextField label={words.approvedOn} type="date" value={approvedOn} onChange={(event) => setApprovedOn(event.target.value)} />
      {problem !== null && <p role="alert" className="border-l-2 border-no bg-no-wash px-3.5 py-2.5 text-sm">{problem}</p>}
      <Button type="submit" look="solid" className="self-start" disabled={!isWhole || busy}>{words.enable}</Button>
    </form>
  );
}

export function LongField({ label, help, value, onChange }: { label: string; help: string; value: string; onChange: (text: string) => void }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">{label}</label>
      <textarea id={id} aria-describedby={`${id}-help`} className={`${INPUT} min-h-20 py-2`} maxLength={1000} value={value} onChange={(event) => onChange(event.target.value)} />
      <p id={`${id}-help`} className="mt-1.5 text-xs text-ink-3">{help}</p>
    </div>
  );
}
