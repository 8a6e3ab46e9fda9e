/** @file Bridges: between which two teams or sites people work together, and who holds them together. */
"use client";

import { useFormats, useWords } from "@/app/_components/language/language";
import type { CollaborationView } from "@/lib/contracts/growth-network";
import { GRAPH } from "./words";

const SHOWN = 12;
const NAMED = 4;

interface BridgesProps {
  readonly view: CollaborationView;
  readonly groupBy: "site" | "team";
  /** Only those that touch it; "": all. */
  readonly of: string;
  readonly onChoose: (id: string) => void;
}

export function Bridges({ view, groupBy, of, onChoose }: BridgesProps) {
  const words = useWords(GRAPH);
  const formats = useFormats();
  const nameOf = (id: string) => view.people.find((person) => person.id === id)?.name ?? "";
  const bridges = view.bridges[groupBy].filter(({ between }) => of === "" || between.includes(of)).slice(0, SHOWN);
  return (
    <section aria-labelledby="bridges" className="text-sm">
      <h2 id="bridges" className="text-lg font-semibold tracking-tight">
        {words.bridges}
      </h2>
      <p className="text-xs text-ink-3">{words.bridgesSays[groupBy]}</p>
      {bridges.length === 0 && <p className="mt-2 text-ink-2">{words.bridgesNone}</p>}
      <ul className="mt-2 grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3">
        {bridges.map(({ between, people, only }) => (
          <li key={between.join(" ")} className="border-t border-rule py-2">
            <p className="font-medium">{between.join(" – ")}</p>
            <p className="text-ink-2">
              {people.slice(0, NAMED).map(({ id, ties }, i) => (
                <span key={id}>
                  {i > 0 && ", "}
                  <button type="button" onClick={() => onChoose(id)} className="underline decoration-rule-2 underline-offset-4 hover:decoration-ink">
                    {nameOf(id)}
                  </button>
                  <span className="text-ink-3 tabular">{` (${formats.number(ties)})`}</span>
                </span>
              ))}
              {people.length > NAMED && <span className="text-ink-3">{` ${words.more(people.length - NAMED)}`}</span>}
            </p>
            {only !== null && <p className="text-xs text-ink-3">{words.only(nameOf(only))}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
