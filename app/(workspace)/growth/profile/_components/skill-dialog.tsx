/** @file SkillDialog: adds a skill, or corrects one: level, what shows it, whether colleagues may find it. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { Dialog } from "@/app/_components/ui/dialog";
import { Check, Group, SelectField, TextField } from "@/app/_components/ui/field";
import { changeSkill, removeSkill } from "@/lib/browser/growth";
import type { ProfileSkillView, SkillChange } from "@/lib/contracts/growth";
import { dayOf } from "@/lib/core/document-terms";
import { EVIDENCE } from "../../_components/evidence-words";
import { GROWTH } from "../../_components/words";
import { EvidenceFields, MOST_EVIDENCE, OWN_KINDS, type OwnEvidence } from "./evidence-fields";
import type { Apply } from "./profile-screen";
import { SkillField } from "./skill-field";
import { PROFILE } from "./words";

interface SkillDialogProps {
  readonly skill: ProfileSkillView | null;
  readonly apply: Apply;
  readonly onClose: () => void;
}

const LEVELS = [1, 2, 3, 4] as const;

const ownOf = (skill: ProfileSkillView | null): OwnEvidence[] => (skill?.evidence ?? []).flatMap(({ kind, text, on }) => (kind === "manager" || kind === "peer" ? [] : [{ kind, text, on }]));

export function SkillDialog({ skill, apply, onClose }: SkillDialogProps) {
  const words = useWords(PROFILE);
  const terms = useWords(GROWTH);
  const sources = useWords(EVIDENCE);
  const language = useLanguage();
  const [chosen, setChosen] = useState<{ id: string; name: string } | null>(skill && { id: skill.skillId, name: skill.name[language] });
  const [level, setLevel] = useState<SkillChange["level"]>(skill && skill.level > 0 ? (skill.level as SkillChange["level"]) : 2);
  const [shared, setShared] = useState(skill?.shared ?? false);
  const [evidence, setEvidence] = useState(() => ownOf(skill));
  const [text, setText] = useState("");
  const [kind, setKind] = useState<OwnEvidence["kind"]>("self");
  const [busy, setBusy] = useState(false);
  const run = async (work: Parameters<Apply>[0], said: string) => {
    setBusy(true);
    if (await apply(work, said)) onClose();
    else setBusy(false);
  };
  const save = () => {
    if (!chosen) return;
    const added: OwnEvidence[] = text.trim() === "" ? [] : [{ kind, text: text.trim(), on: dayOf(Date.now()) }];
    void run(() => changeSkill({ skillId: chosen.id, level, shared, evidence: [...evidence.map((item) => ({ ...item, text: item.text.trim() })), ...added] }), words.saved);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={skill ? words.edit(skill.name[language]) : words.add}
      footer={
        <>
          {skill && (
            <Button look="quiet" disabled={busy} className="mr-auto -ml-3" onClick={() => void run(() => removeSkill(skill.skillId), words.removed(skill.name[language]))}>
              {words.remove}
            </Button>
          )}
          <Button look="solid" disabled={busy || !chosen || evidence.some((item) => item.text.trim() === "")} onClick={save}>
            {words.save}
          </Button>
        </>
      }
    >
      <div className="space-y-5">
        {!skill && <SkillField chosen={chosen} onChoose={setChosen} />}
        <Group legend={words.level}>
          {LEVELS.map((each) => (
            <Check key={each} type="radio" name="level" checked={level === each} onChange={() => setLevel(each)} label={`${each} · ${terms.levels[each]}`} />
          ))}
        </Group>
        {evidence.length > 0 && <EvidenceFields evidence={evidence} onChange={setEvidence} />}
        {evidence.length < MOST_EVIDENCE && (
          <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_9rem]">
            <TextField label={words.because} placeholder={words.becauseHint} value={text} maxLength={300} onChange={(event) => setText(event.target.value)} />
            <SelectField label={words.kind} value={kind} onChange={setKind} choices={OWN_KINDS.map((value) => ({ value, label: sources.kinds[value] }))} />
          </div>
        )}
        <Check checked={shared} onChange={setShared} label={words.shared} />
      </div>
    </Dialog>
  );
}
