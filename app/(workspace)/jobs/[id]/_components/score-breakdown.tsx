/** @file How a score is made: each part with its points of its weight, as a small table. */
"use client";

import clsx from "clsx";
import { useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import type { ScorecardView } from "@/lib/contracts/recruiting";
import { RECRUITING } from "../../recruiting-words";

export const pointsOf = ({ weight, score }: { weight: number; score: number }): string => ((weight * score) / 100).toFixed(1);

export function ScoreBreakdown({ card, inverted = false }: { card: ScorecardView; inverted?: boolean }) {
  const words = useWords(RECRUITING);
  return (
    <ul className="w-56 space-y-0.5 py-0.5 text-xs tabular">
      {card.parts.filter(({ weight }) => weight > 0).map((part) => (
        <li key={part.requirementId ?? part.name} className="flex gap-3">
          <span lang={langOf(part.name)} className={clsx("min-w-0 flex-1 truncate", part.score === 0 && "opacity-60")}>{part.kind === "semantic-fit" ? words.kind["semantic-fit"] : part.name}</span>
          <span className={inverted ? "" : "text-ink-2"}>{words.partOf(pointsOf(part), part.weight.toFixed(0))}</span>
        </li>
      ))}
    </ul>
  );
}
