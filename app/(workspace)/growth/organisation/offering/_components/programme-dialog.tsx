/** @file ProgrammeDialog: a programme's names, its kind, and its steps in order, chosen from the catalogue. */
"use client";

import { ArrowUp, X } from "lucide-react";
import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Group, SelectField, TextField } from "@/app/_components/ui/field";
import { PROGRAMME_KINDS, type OfferingView } from "@/lib/contracts/growth-offering";
import type { ActOnOffering } from "./offering-screen";
import type { OfferedProgramme } from "./programmes";
import { OFFERING } from "./words";

interface ProgrammeDialogProps {
  /** Null: a new one. */
  readonly programme: OfferedProgramme | null;
  readonly courses: OfferingView["courses"];
  readonly act: ActOnOffering;
  readonly onClose: () => void;
}

const EMPTY: Omit<OfferedProgramme, "id"> = { kind: "specialised", title: { en: "", zh: "" }, summary: { en: "", zh: "" }, steps: [] };

export function ProgrammeDialog({ programme, courses, act, onClose }: ProgrammeDialogProps) {
  const words = useWords(OFFERING);
  const [draft, setDraft] = useState<Omit<OfferedProgramme, "id">>(programme ?? EMPTY);
  const [busy, setBusy] = useState(false);
  const { kind, title, summary, steps } = draft;
  // One language is enough: the other shows the same words until somebody translates them.
  const [en, zh] = [title.en.trim() || title.zh.trim(), title.zh.trim() || title.en.trim()];
  const isOffered = (id: string) => courses.some((course) => course.id === id && course.offered);
  const isReady = en.length >= 2 && steps.some(isOffered);
  const save = async () => {
    setBusy(true);
    const known = steps.filter(isOffered);
    const said = { en: summary.en.trim() || summary.zh.trim(), zh: summary.zh.trim() || summary.en.trim() };
    if (await act({ do: "programme", id: programme?.id ?? null, kind, title: { en, zh }, summary: said, steps: known }, () => words.saved)) onClose();
    else setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={programme ? words.edit(en) : words.add}
      description={words.programmesSays}
      footer={
        <Button look="solid" disabled={busy || !isReady} onClick={() => void save()}>
          {words.save}
        </Button>
      }
    >
      <div className="space-y-4">
        <SelectField label={words.kind} value={kind} onChange={(value) => setDraft({ ...draft, kind: value })} choices={PROGRAMME_KINDS.map((value) => ({ value, label: words.kinds[value] }))} />
        <TextField label={words.titleEn} value={title.en} maxLength={120} onChange={(event) => setDraft({ ...draft, title: { ...title, en: event.target.value } })} />
        <TextField label={words.titleZh} value={title.zh} maxLength={120} onChange={(event) => setDraft({ ...draft, title: { ...title, zh: event.target.value } })} />
        <TextField label={words.summaryEn} value={summary.en} maxLength={400} onChange={(event) => setDraft({ ...draft, summary: { ...summary, en: event.target.value } })} />
        <TextField label={words.summaryZh} value={summary.zh} maxLength={400} onChange={(event) => setDraft({ ...draft, summary: { ...summary, zh: event.target.value } })} />
        <Steps steps={steps} courses={courses} onChange={(next) => setDraft({ ...draft, steps: next })} />
      </div>
    </Dialog>
  );
}

function Steps({ steps, courses, onChange }: { steps: readonly string[]; courses: OfferingView["courses"]; onChange: (steps: string[]) => void }) {
  const words = useWords(OFFERING);
  const language = useLanguage();
  const titleOf = (id: string) => {
    const course = courses.find((each) => each.id === id);
    return course?.offered ? course.title[language] : `${course?.title[language] ?? id} (${words.gone})`;
  };
  const up = (i: number) => onChange(steps.map((id, at) => (at === i - 1 ? (steps[i] ?? id) : at === i ? (steps[i - 1] ?? id) : id)));
  const free = courses.filter(({ id, offered }) => offered && !steps.includes(id)).map(({ id, title }) => ({ value: id, label: title[language] })).sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <Group legend={words.steps}>
      {steps.length === 0 && <p className="text-sm text-ink-2">{words.noSteps}</p>}
      <ol className="mb-2">
        {steps.map((id, i) => (
          <li key={id} className="flex items-center justify-between gap-2 border-t border-rule py-1 text-sm">
            <span className="min-w-0">{`${i + 1}. ${titleOf(id)}`}</span>
            <span className="flex shrink-0">
              <Button size="sm" look="quiet" disabled={i === 0} aria-label={words.up(titleOf(id))} onClick={() => up(i)}>
                <ArrowUp size={13} aria-hidden />
              </Button>
              <Button size="sm" look="quiet" aria-label={words.removeStep(titleOf(id))} onClick={() => onChange(steps.filter((each) => each !== id))}>
                <X size={13} aria-hidden />
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <SelectField label={words.addStep} value="" onChange={(id) => id !== "" && onChange([...steps, id])} choices={[{ value: "", label: words.choose }, ...free]} />
    </Group>
  );
}
