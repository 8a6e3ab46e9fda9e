/** @file ConstraintsForm: hours, deadline, budget, languages, kinds of step, place, and what matters most. Says nothing until it changes. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { Check, Group, SelectField, TextField } from "@/app/_components/ui/field";
import { PLAN_AIMS, STEP_KINDS, type PlanConstraints } from "@/lib/contracts/growth";
import { GROWTH } from "../../_components/words";
import { PLAN } from "./words";

interface ConstraintsFormProps {
  readonly value: PlanConstraints;
  readonly currency: "EUR" | "GBP" | "CNY";
  readonly onChange: (value: PlanConstraints) => void;
}

const LANGUAGES = ["en", "zh", "nl", "de"] as const;
const PLACES = ["own", "any", "online"] as const;
type Place = (typeof PLACES)[number];

/** At least one kind stays; all of them is no limit. */
function withKind({ kinds, ...rest }: PlanConstraints, kind: (typeof STEP_KINDS)[number], on: boolean): PlanConstraints {
  const next = STEP_KINDS.filter((each) => (each === kind ? on : (kinds ?? STEP_KINDS).includes(each)));
  if (next.length === 0) return { kinds, ...rest };
  return next.length === STEP_KINDS.length ? rest : { ...rest, kinds: next };
}

export function ConstraintsForm({ value, currency, onChange }: ConstraintsFormProps) {
  const words = useWords(PLAN);
  const terms = useWords(GROWTH);
  const toggle = (language: (typeof LANGUAGES)[number], on: boolean) => {
    const languages = LANGUAGES.filter((each) => (each === language ? on : value.languages.includes(each)));
    if (languages.length > 0) onChange({ ...value, languages });
  };
  return (
    <div className="space-y-4">
      <div className="grid grid-cols-2 gap-3">
        <TextField label={words.hours} type="number" inputMode="decimal" min={0.5} max={40} step={0.5} value={value.hoursPerWeek} onChange={(event) => event.target.valueAsNumber >= 0.5 && onChange({ ...value, hoursPerWeek: Math.min(40, event.target.valueAsNumber) })} />
        <TextField label={words.deadline} type="date" value={value.deadline} onChange={(event) => event.target.value !== "" && onChange({ ...value, deadline: event.target.value })} />
      </div>
      <TextField label={words.budget(currency)} type="number" inputMode="numeric" min={0} step={50} value={value.budget?.amount ?? ""} onChange={(event) => onChange({ ...value, budget: event.target.value === "" ? null : { amount: Math.max(0, event.target.valueAsNumber), currency } })} />
      <Group legend={words.learnIn}>
        <div className="grid grid-cols-2">
          {LANGUAGES.map((language) => (
            <Check key={language} checked={value.languages.includes(language)} onChange={(on) => toggle(language, on)} label={terms.languages[language]} />
          ))}
        </div>
      </Group>
      <Group legend={words.kinds}>
        <div className="grid grid-cols-2">
          {STEP_KINDS.map((kind) => (
            <Check key={kind} checked={value.kinds?.includes(kind) ?? true} onChange={(on) => onChange(withKind(value, kind, on))} label={terms.kind[kind]} />
          ))}
        </div>
      </Group>
      <SelectField<Place> label={words.place} value={value.online ? "online" : value.anySite ? "any" : "own"} onChange={(place) => onChange({ ...value, online: place === "online", anySite: place === "any" })} choices={PLACES.map((place) => ({ value: place, label: words.places[place] }))} />
      <SelectField label={words.aim} value={value.aim} onChange={(aim) => onChange({ ...value, aim })} choices={PLAN_AIMS.map((aim) => ({ value: aim, label: terms.aim[aim] }))} />
    </div>
  );
}
