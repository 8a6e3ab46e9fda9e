/** @file SkillRow: one skill, its level, what shows it, asking a colleague to confirm it, and taking that back. */
"use client";

import { Pencil } from "lucide-react";
import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button, IconButton } from "@/app/_components/ui/button";
import { SelectField } from "@/app/_components/ui/field";
import { langOf, TERMS } from "@/app/_components/words";
import { useResource } from "@/app/_components/use-resource";
import { confirmSkill, loadChoices } from "@/lib/browser/growth";
import type { ProfileSkillView } from "@/lib/contracts/growth";
import { EvidenceItem } from "../../_components/evidence-item";
import { LevelMark } from "../../_components/level-mark";
import { GROWTH } from "../../_components/words";
import type { Apply } from "./profile-screen";
import { PROFILE } from "./words";

interface SkillRowProps {
  readonly skill: ProfileSkillView;
  readonly apply: Apply;
  readonly onEdit: () => void;
}

export function SkillRow({ skill, apply, onEdit }: SkillRowProps) {
  const words = useWords(PROFILE);
  const all = useWords(TERMS);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const [asking, setAsking] = useState(false);
  const name = skill.name[language];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 border-t border-rule py-3 sm:grid-cols-[13rem_minmax(0,1fr)_auto]">
      <div>
        <p lang={langOf(name)} className="font-medium">
          {name}
        </p>
        <p className="mt-1 flex items-center gap-2 text-xs text-ink-3">
          <LevelMark have={skill.level} label={terms.levelOf(skill.level, terms.levels[skill.level])} />
          {terms.levels[skill.level]}
          {skill.shared && <span>· {words.sharedShort}</span>}
        </p>
      </div>
      <div className="min-w-0 text-sm max-sm:col-span-2 max-sm:row-start-2">
        <ul className="space-y-1">
          {skill.evidence.map((evidence, i) => (
            <EvidenceItem key={i} evidence={evidence} level={skill.level} isOwn>
              {evidence.askedOf !== null && <Withdraw skill={skill} colleagueId={evidence.askedOf} name={evidence.by ?? ""} apply={apply} />}
            </EvidenceItem>
          ))}
        </ul>
        {asking ? (
          <AskForm skill={skill} apply={apply} onDone={() => setAsking(false)} />
        ) : (
          <button type="button" aria-label={all.doTo(words.askConfirm, name)} onClick={() => setAsking(true)} className="mt-1 text-xs text-ink-3 underline underline-offset-4 hover:text-ink coarse:py-2">
            {words.askConfirm}
          </button>
        )}
      </div>
      <IconButton label={words.edit(name)} icon={<Pencil size={15} />} onClick={onEdit} className="justify-self-start max-sm:col-start-2 max-sm:row-start-1" />
    </li>
  );
}

function Withdraw({ skill, colleagueId, name, apply }: { skill: ProfileSkillView; colleagueId: string; name: string; apply: Apply }) {
  const words = useWords(PROFILE);
  const language = useLanguage();
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    await apply(() => confirmSkill({ do: "withdraw", skillId: skill.skillId, colleagueId }), words.withdrewAsk(name));
    setBusy(false);
  };
  return (
    <button type="button" disabled={busy} aria-label={words.withdrawAskOf(name, skill.name[language])} onClick={() => void withdraw()} className="ml-2 text-xs text-ink-3 underline underline-offset-4 hover:text-ink coarse:py-2">
      {words.withdrawAsk}
    </button>
  );
}

function AskForm({ skill, apply, onDone }: { skill: ProfileSkillView; apply: Apply; onDone: () => void }) {
  const all = useWords(TERMS);
  const words = useWords(PROFILE);
  const choices = useResource("growth choices", loadChoices);
  const [colleagueId, setColleagueId] = useState("");
  const colleagues = choices.data?.colleagues ?? [];
  const chosen = colleagues.find(({ id }) => id === colleagueId);
  const ask = async () => {
    if (chosen && (await apply(() => confirmSkill({ do: "ask", skillId: skill.skillId, colleagueId }), words.askedToast(chosen.name)))) onDone();
  };
  return (
    <div className="mt-2 flex max-w-sm items-end gap-2">
      <SelectField label={words.whom} value={colleagueId} onChange={setColleagueId} choices={[{ value: "", label: all.nobodyChosen }, ...colleagues.map(({ id, name, title }) => ({ value: id, label: `${name} · ${title}` }))]} className="min-w-0 flex-1" />
      <Button disabled={!chosen} onClick={() => void ask()} className="h-10">
        {words.ask}
      </Button>
    </div>
  );
}
