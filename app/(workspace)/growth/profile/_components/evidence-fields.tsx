/** @file EvidenceFields: one's own evidence of a skill, each piece corrected in its place (words, kind, day) or taken out. What colleagues confirmed is theirs to word. */
"use client";

import { X } from "lucide-react";
import { useWords } from "@/app/_components/language/language";
import { IconButton } from "@/app/_components/ui/button";
import { Group, INPUT, SelectField } from "@/app/_components/ui/field";
import type { SkillChange } from "@/lib/contracts/growth";
import { EVIDENCE } from "../../_components/evidence-words";
import { PROFILE } from "./words";

export const OWN_KINDS = ["self", "project", "course", "certificate", "cv"] as const;
export type OwnEvidence = SkillChange["evidence"][number];
/** As many pieces as a skill can have of one's own. */
export const MOST_EVIDENCE = 12;

export function EvidenceFields({ evidence, onChange }: { evidence: readonly OwnEvidence[]; onChange: (evidence: OwnEvidence[]) => void }) {
  const words = useWords(PROFILE);
  const sources = useWords(EVIDENCE);
  const set = (i: number, change: Partial<OwnEvidence>) => onChange(evidence.map((item, at) => (at === i ? { ...item, ...change } : item)));
  return (
    <Group legend={words.evidence}>
      <ul className="space-y-4">
        {evidence.map((item, i) => (
          <li key={i} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1.5">
            <input aria-label={words.evidenceText(i + 1)} aria-invalid={item.text.trim() === ""} value={item.text} maxLength={300} onChange={(event) => set(i, { text: event.target.value })} className={`${INPUT} h-10`} />
            <IconButton label={words.removeEvidence(item.text)} icon={<X size={15} />} onClick={() => onChange(evidence.filter((_, at) => at !== i))} />
            <div className="grid grid-cols-2 gap-2">
              <SelectField hideLabel label={words.evidenceKind(i + 1)} value={item.kind} onChange={(kind) => set(i, { kind })} choices={OWN_KINDS.map((value) => ({ value, label: sources.kinds[value] }))} />
              <input type="date" aria-label={words.evidenceDay(i + 1)} value={item.on ?? ""} onChange={(event) => set(i, { on: event.target.value === "" ? null : event.target.value })} className={`${INPUT} h-9 text-sm!`} />
            </div>
          </li>
        ))}
      </ul>
    </Group>
  );
}
