/** @file Card: one's own mentoring card: opting in as mentor or mentee, and out again. */
"use client";

import { useState } from "react";
import { useFormats, useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { removeCard } from "@/lib/browser/growth-network";
import type { MentoringView } from "@/lib/contracts/growth-network";
import { CardDialog } from "./card-dialog";
import type { ApplyMentoring } from "./network-screen";
import { NETWORK } from "./words";

export function Card({ mentoring, apply }: { mentoring: MentoringView; apply: ApplyMentoring }) {
  const words = useWords(NETWORK);
  const language = useLanguage();
  const formats = useFormats();
  const [editing, setEditing] = useState(false);
  const { card } = mentoring;
  const nameOf = (id: string) => mentoring.skills.find((skill) => skill.id === id)?.name[language] ?? id;
  return (
    <section aria-labelledby="card" className="text-sm">
      <h2 id="card" className="font-semibold">
        {words.card}
      </h2>
      <p className="text-xs text-ink-3">{words.cardSays}</p>
      {card ? (
        <dl className="mt-2 space-y-1.5">
          {card.asMentor && (
            <div>
              <dt className="text-xs text-ink-3">{words.iOffer}</dt>
              <dd>{formats.list(card.offers.map(nameOf))}</dd>
            </div>
          )}
          {card.asMentee && (
            <div>
              <dt className="text-xs text-ink-3">{words.iWant}</dt>
              <dd>{formats.list(card.wants.map(nameOf))}</dd>
            </div>
          )}
        </dl>
      ) : (
        <p className="mt-2 text-ink-2">{words.noCard}</p>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => setEditing(true)}>
          {card ? words.editCard : words.makeCard}
        </Button>
        {card && (
          <Button size="sm" look="quiet" onClick={() => void apply(removeCard, words.optedOut)}>
            {words.optOut}
          </Button>
        )}
      </div>
      {editing && <CardDialog mentoring={mentoring} apply={apply} onClose={() => setEditing(false)} />}
    </section>
  );
}
