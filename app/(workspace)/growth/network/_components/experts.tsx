/** @file Experts: "who knows …?", from what colleagues chose to share, with its evidence. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadExperts } from "@/lib/browser/growth-network";
import { EvidenceItem } from "../../_components/evidence-item";
import { LevelMark } from "../../_components/level-mark";
import { GROWTH } from "../../_components/words";
import { SkillField } from "../../profile/_components/skill-field";
import { NETWORK } from "./words";

export function Experts() {
  const words = useWords(NETWORK);
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const [skill, setSkill] = useState<{ id: string; name: string } | null>(null);
  const found = useResource(skill ? `growth experts ${skill.id}` : null, (signal) => loadExperts(skill?.id ?? "", signal));
  return (
    <section aria-labelledby="experts" className="text-sm">
      <h2 id="experts" className="font-semibold">
        {words.experts}
      </h2>
      <p className="mb-2 text-xs text-ink-3">{words.expertsSays}</p>
      <SkillField chosen={skill} onChoose={setSkill} />
      {found.waiting && skill && <WaitingRows rows={2} height={40} label={words.search} />}
      {found.error !== undefined && <FailedPanel error={found.error} onRetry={found.reload} />}
      {found.data?.experts.length === 0 && <p className="py-2 text-ink-2">{words.noExperts}</p>}
      <ul>
        {found.data?.experts.map((expert) => (
          <li key={expert.id} className="border-t border-rule py-2.5">
            <p className="flex items-center justify-between gap-3 font-medium">
              {expert.name}
              <LevelMark have={expert.level} label={`${expert.level}`} />
            </p>
            <p className="text-xs text-ink-3">{[expert.title, expert.site, terms.levels[expert.level as 1 | 2 | 3 | 4]].filter(Boolean).join(" · ")}</p>
            <ul className="mt-1 space-y-1">
              {expert.evidence.map((evidence) => (
                <EvidenceItem key={`${evidence.kind} ${evidence.text}`} evidence={{ ...evidence, by: null, asked: false, askedOf: null }} level={expert.level} />
              ))}
            </ul>
            <p className="text-xs text-ink-2">{expert.reason[language]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
