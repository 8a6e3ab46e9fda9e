/** @file Wishes: interests, goals, hours a week, languages, projects. Saved when a field is left. */
"use client";

import { useId, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Check, Group, INPUT, TextField } from "@/app/_components/ui/field";
import { changeProfile } from "@/lib/browser/growth";
import type { GrowthProfileView, ProfileChange } from "@/lib/contracts/growth";
import { ProjectsField } from "../../_components/projects-field";
import { GROWTH } from "../../_components/words";
import type { Apply } from "./profile-screen";
import { PROFILE } from "./words";

const LANGUAGES = ["en", "zh", "nl", "de"] as const;

export function Wishes({ profile, apply }: { profile: GrowthProfileView; apply: Apply }) {
  const words = useWords(PROFILE);
  const terms = useWords(GROWTH);
  const [hours, setHours] = useState(String(profile.hoursPerWeek));
  const save = (change: ProfileChange) => void apply(() => changeProfile(change), words.saved);
  const toggle = (language: (typeof LANGUAGES)[number], on: boolean) => {
    const languages = LANGUAGES.filter((each) => (each === language ? on : profile.languages.includes(each)));
    if (languages.length > 0) save({ languages });
  };
  return (
    <section aria-labelledby="about" className="space-y-4">
      <h2 id="about" className="text-sm font-semibold">
        {words.about}
      </h2>
      <Area label={words.goals} value={profile.goals} onLeave={(goals) => save({ goals })} />
      <Area label={words.interests} value={profile.interests} onLeave={(interests) => save({ interests })} />
      <TextField label={words.hours} type="number" min={0.5} max={40} step={0.5} value={hours} onChange={(event) => setHours(event.target.value)} onBlur={() => Number(hours) >= 0.5 && Number(hours) !== profile.hoursPerWeek && save({ hoursPerWeek: Math.min(40, Number(hours)) })} />
      <Group legend={words.languages}>
        <div className="grid grid-cols-2">
          {LANGUAGES.map((language) => (
            <Check key={language} checked={profile.languages.includes(language)} onChange={(on) => toggle(language, on)} label={terms.languages[language]} />
          ))}
        </div>
      </Group>
      <Group legend={words.projects}>
        <p className="mb-2 text-xs text-ink-3">{words.projectsSay}</p>
        <ProjectsField projects={profile.projects} known={[]} onChange={(projects) => save({ projects })} />
      </Group>
    </section>
  );
}

function Area({ label, value, onLeave }: { label: string; value: string; onLeave: (value: string) => void }) {
  const id = useId();
  const [text, setText] = useState(value);
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <textarea id={id} rows={2} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} onBlur={() => text !== value && onLeave(text)} className={`${INPUT} py-2 text-sm!`} />
    </div>
  );
}
