/** @file ProjectsField: the projects and teams that somebody names: adding one, taking one out. */
"use client";

import { X } from "lucide-react";
import { useId, useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { TextField } from "@/app/_components/ui/field";
import { langOf } from "@/app/_components/words";
import { GRAPH } from "../network/graph/_components/words";

/** As lib/contracts/growth.ts limits them. */
const MOST = 12;
const LONGEST = 80;

interface ProjectsFieldProps {
  readonly projects: readonly string[];
  /** Names that colleagues use. */
  readonly known: readonly string[];
  readonly onChange: (projects: string[]) => void;
}

export function ProjectsField({ projects, known, onChange }: ProjectsFieldProps) {
  const words = useWords(GRAPH);
  const list = useId();
  const [name, setName] = useState("");
  const isFull = projects.length >= MOST;
  const isNew = name.trim().length >= 2 && !projects.some((project) => project.toLowerCase() === name.trim().toLowerCase());
  const add = () => {
    onChange([...projects, name.trim()]);
    setName("");
  };
  return (
    <div>
      {projects.length > 0 && (
        <ul aria-label={words.projects} className="mb-2 flex flex-wrap gap-2">
          {projects.map((project) => (
            <li key={project}>
              <Button size="sm" aria-label={words.remove(project)} onClick={() => onChange(projects.filter((other) => other !== project))}>
                <span lang={langOf(project)}>{project}</span> <X size={12} aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (isNew && !isFull) add();
        }}
      >
        <TextField label={words.project} placeholder={words.projectHint} value={name} maxLength={LONGEST} list={list} error={isFull && name !== "" ? words.tooMany : null} onChange={(event) => setName(event.target.value)} className="min-w-0 flex-1" />
        <datalist id={list}>
          {known.filter((each) => !projects.includes(each)).map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <Button type="submit" className="h-10" disabled={!isNew || isFull}>
          {words.add}
        </Button>
      </form>
    </div>
  );
}
