/** @file The line above the log: document, person, action, days. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import { INPUT, SelectField } from "@/app/_components/ui/field";
import { SearchField } from "@/app/_components/ui/search-field";
import type { AuditChoice } from "@/lib/browser/audit";
import type { AuditPage } from "@/lib/contracts/audit";
import { personText } from "./audit-text";
import { ACTION_CHOICES, AUDIT } from "./audit-words";
import { useAuditSpeech } from "./use-audit-speech";

interface AuditFiltersProps {
  readonly choice: AuditChoice;
  readonly onChange: (choice: AuditChoice) => void;
  /** Ids of whoever has a line. */
  readonly people: readonly string[];
  readonly names: AuditPage["names"];
  /** False: only lines about accounts are open. */
  readonly readsAll: boolean;
}

export function AuditFilters({ choice, onChange, people, names, readsAll }: AuditFiltersProps) {
  const words = useWords(AUDIT);
  const language = useLanguage();
  const speech = useAuditSpeech(names);
  const chosen = choice.person && !people.includes(choice.person) ? [choice.person] : [];
  const persons = [...people, ...chosen].map((id) => ({ value: id, label: personText(id, speech) })).sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div role="search" aria-label={words.title} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 pb-3 sm:px-8">
      {readsAll && (
        <SearchField
          label={words.documentField}
          value={choice.document ?? ""}
          onChange={(document) => onChange({ ...choice, document })}
          className="w-full sm:w-72"
        />
      )}
      <SelectField label={words.head.person} hideLabel value={choice.person ?? ""} onChange={(person) => onChange({ ...choice, person })} choices={[{ value: "", label: words.anyone }, ...persons]} className="w-full sm:w-44" />
      <SelectField
        label={words.head.action}
        hideLabel
        value={choice.action ?? ""}
        onChange={(action) => onChange({ ...choice, action })}
        choices={ACTION_CHOICES.filter((each) => readsAll || each.accounts).map(({ value, label }) => ({ value, label: label[language] }))}
        className="w-full sm:w-48"
      />
      <Day label={words.fromDay} value={choice.fromDay} onChange={(fromDay) => onChange({ ...choice, fromDay })} />
      <Day label={words.toDay} value={choice.untilDay} onChange={(untilDay) => onChange({ ...choice, untilDay })} />
    </div>
  );
}

function Day({ label, value, onChange }: { label: string; value: string | undefined; onChange: (day: string) => void }) {
  return (
    <label className="flex items-center gap-2 text-sm text-ink-3">
      {label}
      <input type="date" value={value ?? ""} onChange={(event) => onChange(event.target.value)} className={`${INPUT} h-9 w-36! text-sm! tabular`} />
    </label>
  );
}
