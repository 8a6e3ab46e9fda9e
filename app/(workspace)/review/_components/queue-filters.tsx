/** @file The line above the queue: language, kind, complaint, why it waits, and what is one's own. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { SelectField } from "@/app/_components/ui/field";
import type { QueueChoice } from "@/lib/browser/review";
import { FEEDBACK_REASONS } from "@/lib/contracts/chat";
import { QUEUE_REASONS } from "@/lib/contracts/review";
import { REVIEW_WORDS } from "./words";

export function QueueFilters({ choice, onChange }: { choice: QueueChoice; onChange: (choice: QueueChoice) => void }) {
  const words = useWords(REVIEW_WORDS);
  const { filters: f } = words;
  return (
    <div role="search" aria-label={f.label} className="flex flex-wrap gap-2 px-5 pb-3 sm:px-8">
      <SelectField label={f.mine} hideLabel value={choice.mine ?? ""} onChange={(mine) => onChange({ ...choice, mine })} className="w-36" choices={[{ value: "", label: f.waiting }, { value: "flagged", label: f.flagged }, { value: "skipped", label: f.skipped }, { value: "done", label: f.done }]} />
      <SelectField label={f.only} hideLabel value={choice.only ?? ""} onChange={(only) => onChange({ ...choice, only })} className="w-36" choices={[{ value: "", label: f.anyOnly }, ...QUEUE_REASONS.map((value) => ({ value, label: words.why[value] }))]} />
      <SelectField label={f.reason} hideLabel value={choice.reason ?? ""} onChange={(reason) => onChange({ ...choice, reason })} className="w-36" choices={[{ value: "", label: f.anyReason }, ...FEEDBACK_REASONS.map((value) => ({ value, label: words.complaint[value] }))]} />
      <SelectField label={f.language} hideLabel value={choice.language ?? ""} onChange={(language) => onChange({ ...choice, language })} className="w-36" choices={[{ value: "", label: f.anyLanguage }, { value: "en", label: f.english }, { value: "zh", label: f.chinese }]} />
      <SelectField label={f.kind} hideLabel value={choice.kind ?? ""} onChange={(kind) => onChange({ ...choice, kind })} className="w-32" choices={[{ value: "", label: f.anyKind }, { value: "policy", label: f.policy }, { value: "course", label: f.course }, { value: "job", label: f.job }]} />
    </div>
  );
}
