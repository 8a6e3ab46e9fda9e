/** @file SkillField: a skill of the taxonomy, found by any of its names in either language. */
"use client";

import { useId, useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { INPUT } from "@/app/_components/ui/field";
import { useResource } from "@/app/_components/use-resource";
import { loadChoices } from "@/lib/browser/growth";
import type { GrowthChoices } from "@/lib/contracts/growth";
import { PROFILE } from "./words";

interface SkillFieldProps {
  readonly chosen: { readonly id: string; readonly name: string } | null;
  readonly onChoose: (skill: { id: string; name: string } | null) => void;
  readonly label?: string;
}

const SHOWN = 6;

export function SkillField({ chosen, onChoose, label }: SkillFieldProps) {
  const words = useWords(PROFILE);
  const language = useLanguage();
  const id = useId();
  const [text, setText] = useState(chosen?.name ?? "");
  const choices = useResource("growth choices", loadChoices);
  const found = chosen ? [] : matching(choices.data?.skills ?? [], text).slice(0, SHOWN);
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label ?? words.skill}
      </label>
      <input
        id={id}
        value={text}
        placeholder={words.skillHint}
        aria-describedby={`${id}-note`}
        onChange={(event) => {
          setText(event.target.value);
          onChoose(null);
        }}
        className={`${INPUT} h-10`}
      />
      {found.length > 0 && (
        <ul className="mt-1">
          {found.map((skill) => (
            <li key={skill.id}>
              <button
                type="button"
                onClick={() => {
                  onChoose({ id: skill.id, name: skill.name[language] });
                  setText(skill.name[language]);
                }}
                className="w-full rounded-md px-3 py-1.5 text-left text-sm hover:bg-press coarse:py-2.5"
              >
                {skill.name[language]}
              </button>
            </li>
          ))}
        </ul>
      )}
      <p id={`${id}-note`} className="mt-1.5 text-xs text-ink-3">
        {chosen ? "" : words.unknown}
      </p>
    </div>
  );
}

/** Names that begin with the words first, then those that hold them. */
function matching(skills: GrowthChoices["skills"], text: string): GrowthChoices["skills"] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const rank = ({ name, also }: GrowthChoices["skills"][number]) => {
    const all = [name.en, name.zh, ...also].map((each) => each.toLowerCase());
    return all.some((each) => each.startsWith(wanted)) ? 0 : all.some((each) => each.includes(wanted)) ? 1 : 2;
  };
  return skills.filter((skill) => rank(skill) < 2).sort((a, b) => rank(a) - rank(b) || a.name.en.length - b.name.en.length);
}
