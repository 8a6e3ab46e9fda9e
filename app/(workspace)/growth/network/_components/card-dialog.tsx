/** @file CardDialog: what one offers, what one wants to learn, languages, and with whom not. */
"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, Group, SelectField, TextField } from "@/app/_components/ui/field";
import { putCard } from "@/lib/browser/growth-network";
import type { MentoringCard, MentoringView } from "@/lib/contracts/growth-network";
import { GROWTH } from "../../_components/words";
import { SkillField } from "../../profile/_components/skill-field";
import type { ApplyMentoring } from "./network-screen";
import { NETWORK } from "./words";

interface CardDialogProps {
  readonly mentoring: MentoringView;
  readonly apply: ApplyMentoring;
  readonly onClose: () => void;
}

const LANGUAGES = ["en", "zh", "nl", "de"] as const;

export function CardDialog({ mentoring, apply, onClose }: CardDialogProps) {
  const words = useWords(NETWORK);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const [card, setCard] = useState<MentoringCard>(mentoring.card ?? { asMentor: false, asMentee: true, capacity: 1, offers: [], wants: [], languages: [language], avoid: [], shownToMentors: false, note: "" });
  const [busy, setBusy] = useState(false);
  const isReady = (card.asMentor || card.asMentee) && (!card.asMentor || card.offers.length > 0) && (!card.asMentee || card.wants.length > 0);
  const save = async () => {
    setBusy(true);
    if (await apply(() => putCard(card), words.saved)) onClose();
    else setBusy(false);
  };
  const toggle = (each: (typeof LANGUAGES)[number], on: boolean) => {
    const languages = LANGUAGES.filter((other) => (other === each ? on : card.languages.includes(other)));
    if (languages.length > 0) setCard({ ...card, languages });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={words.card}
      description={words.cardSays}
      footer={
        <Button look="solid" disabled={busy || !isReady} onClick={() => void save()}>
          {words.save}
        </Button>
      }
    >
      <div className="space-y-5">
        <Check checked={card.asMentee} onChange={(asMentee) => setCard({ ...card, asMentee })} label={words.asMentee} />
        {card.asMentee && (
          <>
            <Skills legend={words.iWant} ids={card.wants} names={mentoring.skills} onChange={(wants) => setCard({ ...card, wants })} />
            <Check checked={card.shownToMentors} onChange={(shownToMentors) => setCard({ ...card, shownToMentors })} label={words.shown} help={words.shownSays} />
          </>
        )}
        <Check checked={card.asMentor} onChange={(asMentor) => setCard({ ...card, asMentor })} label={words.asMentor} />
        {card.asMentor && (
          <>
            <Skills legend={words.iOffer} ids={card.offers} names={mentoring.skills} onChange={(offers) => setCard({ ...card, offers })} />
            <SelectField label={words.capacity} value={String(card.capacity)} onChange={(value) => setCard({ ...card, capacity: Number(value) })} choices={["1", "2"].map((value) => ({ value, label: value }))} />
          </>
        )}
        <Group legend={words.languages}>
          <div className="grid grid-cols-2">
            {LANGUAGES.map((each) => (
              <Check key={each} checked={card.languages.includes(each)} onChange={(on) => toggle(each, on)} label={terms.languages[each]} />
            ))}
          </div>
        </Group>
        <SelectField label={words.avoid} value={card.avoid[0] ?? ""} onChange={(id) => setCard({ ...card, avoid: id === "" ? [] : [id] })} choices={[{ value: "", label: words.nobody }, ...mentoring.colleagues.map(({ id, name }) => ({ value: id, label: name }))]} />
        <TextField label={words.note} value={card.note} maxLength={500} onChange={(event) => setCard({ ...card, note: event.target.value })} />
      </div>
    </Dialog>
  );
}

interface SkillsProps {
  readonly legend: string;
  readonly ids: readonly string[];
  readonly names: MentoringView["skills"];
  readonly onChange: (ids: string[]) => void;
}

function Skills({ legend, ids, names, onChange }: SkillsProps) {
  const language = useLanguage();
  const words = useWords(NETWORK);
  const [added, setAdded] = useState<Readonly<Record<string, string>>>({});
  const nameOf = (id: string) => added[id] ?? names.find((skill) => skill.id === id)?.name[language] ?? id;
  return (
    <Group legend={legend}>
      <ul className="mb-2 flex flex-wrap gap-2">
        {ids.map((id) => (
          <li key={id}>
            <Button size="sm" onClick={() => onChange(ids.filter((other) => other !== id))}>
              {nameOf(id)} <X size={12} aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <SkillField
        key={ids.length}
        label={words.addSkill}
        chosen={null}
        onChoose={(skill) => {
          if (!skill || ids.includes(skill.id)) return;
          setAdded({ ...added, [skill.id]: skill.name });
          onChange([...ids, skill.id]);
        }}
      />
    </Group>
  );
}
