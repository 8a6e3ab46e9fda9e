/** @file The fields of a document's terms, for the details dialog and for adding documents. Nothing set: it holds for everyone. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import { Check, Group, SelectField, TextField } from "@/app/_components/ui/field";
import { useResource } from "@/app/_components/use-resource";
import { loadTermsChoices } from "@/lib/browser/document-details";
import type { TermsChangeRequest } from "@/lib/contracts/documents";
import { groupText } from "@/lib/core/standing-text";
import { DETAILS } from "./details-words";

interface TermsFieldsProps {
  readonly value: TermsChangeRequest;
  readonly onChange: (value: TermsChangeRequest) => void;
  /** Documents whose place this one may take. */
  readonly older: readonly { readonly id: string; readonly title: string }[];
  /** An owner who is named, but has no account. */
  readonly namedOwner?: string | undefined;
}

const REVIEWS = [3, 6, 12, 24, 36] as const;

/** True when the last day comes before the first. */
export const isOutOfOrder = ({ validFrom, validUntil }: TermsChangeRequest): boolean => Boolean(validFrom && validUntil && validUntil < validFrom);

export function TermsFields({ value, onChange, older, namedOwner }: TermsFieldsProps) {
  const words = useWords(DETAILS);
  const choices = useResource("terms-choices", loadTermsChoices);
  const set = (part: TermsChangeRequest) => onChange({ ...value, ...part });
  const people = choices.data?.people ?? [];
  const months = value.reviewMonths ?? null;
  return (
    <div className="space-y-5">
      <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
        <div>
          <SelectField
            label={words.owner}
            value={value.ownerId ?? ""}
            onChange={(id) => set({ ownerId: id === "" ? null : id })}
            choices={[{ value: "", label: namedOwner ? words.noAccount(namedOwner) : words.nobody }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
          />
          <p className="mt-1.5 text-xs text-ink-3">{words.ownerHelp}</p>
        </div>
        <SelectField
          label={words.review}
          value={String(months ?? "")}
          onChange={(chosen) => set({ reviewMonths: chosen === "" ? null : Number(chosen) })}
          choices={[{ value: "", label: words.reviewNever }, ...[...new Set([...REVIEWS, ...(months === null ? [] : [months])])].sort((a, b) => a - b).map((n) => ({ value: String(n), label: words.reviewEvery(n) }))]}
        />
        <TextField label={words.from} type="date" value={value.validFrom ?? ""} help={words.openHelp} onChange={(event) => set({ validFrom: event.target.value || null })} />
        <TextField label={words.until} type="date" value={value.validUntil ?? ""} error={isOutOfOrder(value) ? words.untilBeforeFrom : null} help={words.openHelp} onChange={(event) => set({ validUntil: event.target.value || null })} />
        <div className="sm:col-span-2">
          <SelectField
            label={words.replaces}
            value={value.supersedesId ?? ""}
            onChange={(id) => set({ supersedesId: id === "" ? null : id })}
            choices={[{ value: "", label: words.nothing }, ...older.map(({ id, title }) => ({ value: id, label: title }))]}
          />
          <p className="mt-1.5 text-xs text-ink-3">{words.replacesHelp}</p>
        </div>
      </div>
      <section>
        <h3 className="text-sm font-medium">{words.forWhom}</h3>
        <p className="mb-3 text-xs text-ink-3">{words.forWhomHelp}</p>
        <div className="grid gap-x-5 gap-y-4 sm:grid-cols-2">
          <Ticks legend={words.sites} names={choices.data?.sites ?? []} chosen={value.sites ?? []} onChange={(sites) => set({ sites })} />
          <Ticks legend={words.contracts} names={choices.data?.contracts ?? []} chosen={value.contracts ?? []} onChange={(contracts) => set({ contracts })} />
          <Ticks legend={words.audience} names={choices.data?.audience ?? []} chosen={value.audience ?? []} onChange={(audience) => set({ audience })} />
          <Ticks legend={words.languages} names={["en", "zh"]} chosen={value.languages ?? []} onChange={(languages) => set({ languages: languages.filter((name) => name === "en" || name === "zh") })} />
        </div>
      </section>
    </div>
  );
}

interface TicksProps {
  readonly legend: string;
  /** As the directory writes them. */
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
}

/** One box per name; a name that the directory has lost stays until it is taken off. */
function Ticks({ legend, names, chosen, onChange }: TicksProps) {
  const language = useLanguage();
  const all = [...new Set([...names, ...chosen])];
  if (all.length === 0) return null;
  return (
    <Group legend={legend}>
      <div className="hairline-scroll max-h-44 overflow-y-auto">
        {all.map((name) => (
          <Check key={name} checked={chosen.includes(name)} label={groupText(name, language)} onChange={(on) => onChange(on ? [...chosen, name] : chosen.filter((other) => other !== name))} />
        ))}
      </div>
    </Group>
  );
}
