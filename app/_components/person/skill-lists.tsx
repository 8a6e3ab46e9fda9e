/** @file Skills that work shows, and skills that are only said; each opens the line that shows it. */
"use client";

import { useState } from "react";
import type { CandidateProfile } from "@/lib/contracts/candidate-profile";
import { useLanguage, useWords } from "../language/language";
import { FactLink, type ResumeOf } from "./fact-link";
import { PERSON } from "./words";

type Skill = CandidateProfile["profile"]["skills"][number];

const SHOWN = 24;

export function SkillLists({ page, resume }: { page: CandidateProfile; resume: ResumeOf }) {
  const words = useWords(PERSON);
  const of = (state: Skill["state"]) => page.profile.skills.filter((skill) => skill.state === state).sort((a, b) => Number(b.canonical !== null) - Number(a.canonical !== null) || b.evidence.length - a.evidence.length);
  return (
    <div className="space-y-5">
      <SkillList title={words.verified} says={words.verifiedSays} skills={of("verified")} page={page} resume={resume} shown />
      <SkillList title={words.statedSkills} says={words.statedSays} skills={of("stated")} page={page} resume={resume} />
    </div>
  );
}

interface SkillListProps {
  readonly title: string;
  readonly says: string;
  readonly skills: readonly Skill[];
  readonly page: CandidateProfile;
  readonly resume: ResumeOf;
  /** Work shows them: marked as evidence. */
  readonly shown?: boolean;
}

function SkillList({ title, says, skills, page, resume, shown = false }: SkillListProps) {
  const words = useWords(PERSON);
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const visible = all ? skills : skills.slice(0, SHOWN);
  return (
    <section aria-label={title}>
      <h3 className="text-sm font-semibold">
        {title} <span className="font-normal text-ink-3 tabular">{skills.length}</span>
      </h3>
      <p className="mb-2 text-xs text-ink-3">{says}</p>
      {skills.length === 0 && <p className="text-sm text-ink-3">{words.none}</p>}
      <ul className="flex flex-wrap items-baseline gap-x-1.5 gap-y-1.5 text-sm">
        {visible.map((skill) => {
          const name = (skill.canonical === null ? null : page.skillNames[skill.canonical]?.[language]) ?? skill.name.replace(/\s+/g, " ");
          const first = skill.evidence[0] ?? skill.span;
          return (
            <li key={`${skill.canonical ?? ""} ${skill.name}`} className={shown ? "rounded-sm border-b-2 border-marker-line bg-sheet px-2 py-0.5" : "rounded-sm border border-rule px-2 py-0.5 text-ink-2"}>
              <FactLink resume={resume} span={first} value={name} className="no-underline! hover:underline!">
                {name}
                {skill.evidence.length > 1 && <span className="ml-1.5 text-2xs text-ink-3 tabular">{words.lines(skill.evidence.length)}</span>}
              </FactLink>
            </li>
          );
        })}
      </ul>
      {skills.length > visible.length && (
        <button type="button" onClick={() => setAll(true)} className="mt-2 text-sm text-ink-2 underline underline-offset-4 hover:text-ink">
          {words.more(skills.length - visible.length)}
        </button>
      )}
    </section>
  );
}
