/** @file PersonTies: one person of the picture: post, projects, and with whom they have what in common. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import { tiesWith, type GraphPerson, type GraphTie, type ShownGraph } from "@/lib/browser/collaboration-filter";
import { GRAPH } from "./words";

interface PersonTiesProps {
  readonly person: GraphPerson;
  readonly graph: ShownGraph;
  readonly onChoose: (id: string) => void;
}

export function PersonTies({ person, graph, onChoose }: PersonTiesProps) {
  const words = useWords(GRAPH);
  const ties = tiesWith(person.id, graph);
  const reasonText = useReasons();
  return (
    <section aria-labelledby="chosen" aria-live="polite" className="text-sm">
      <h2 id="chosen" className="text-lg font-semibold tracking-tight">
        {person.name}
      </h2>
      <p className="text-ink-3">{[person.title, person.team, person.site].filter(Boolean).join(" · ")}</p>
      {person.projects.length > 0 && (
        <p className="mt-2">
          <span className="text-ink-3">{words.projects}: </span>
          {person.projects.map((project, i) => (
            <span key={project} lang={langOf(project)}>
              {i > 0 && ", "}
              {project}
            </span>
          ))}
        </p>
      )}
      <p className="mt-3 font-semibold">{words.ties(ties.length)}</p>
      <ul className="mt-1">
        {ties.map(({ other, tie }) => (
          <li key={other.id} className="border-t border-rule py-2">
            <button type="button" onClick={() => onChoose(other.id)} className="font-medium underline decoration-transparent underline-offset-4 hover:decoration-ink">
              {other.name}
            </button>
            <span className="text-ink-3">{` · ${other.team} · ${other.site}`}</span>
            <p className="text-xs text-ink-2">{reasonText(tie)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** "Project Sea lock Emden · Mentoring" */
export function useReasons(): (tie: GraphTie) => string {
  const words = useWords(GRAPH);
  const language = useLanguage();
  return ({ reasons }) => reasons.map(({ kind, name }) => (name === null ? words.reason[kind] : `${words.reason[kind]} ${name[language]}`)).join(" · ");
}
