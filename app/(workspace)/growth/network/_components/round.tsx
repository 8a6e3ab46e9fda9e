/** @file Round: L&D looks at a stable assignment of everyone who waits, and proposes it. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { useNotify } from "@/app/_components/ui/toasts";
import { runRound } from "@/lib/browser/growth-network";
import { messageOf } from "@/lib/browser/http";
import type { RoundView } from "@/lib/contracts/growth-network";
import { NETWORK } from "./words";

export function Round({ round }: { round: { readonly mentees: number; readonly mentors: number } }) {
  const words = useWords(NETWORK);
  const language = useLanguage();
  const notify = useNotify();
  const [view, setView] = useState<RoundView | null>(null);
  const run = async (save: boolean) => {
    try {
      const next = await runRound(save);
      setView(next);
      if (save) notify({ text: words.proposedToast(next.pairs.length) });
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  return (
    <section aria-labelledby="round" className="text-sm">
      <h2 id="round" className="font-semibold">
        {words.round}
      </h2>
      <p className="text-xs text-ink-3">{words.roundSays(round.mentees, round.mentors)}</p>
      <div className="mt-2 flex gap-2">
        <Button size="sm" onClick={() => void run(false)}>
          {words.preview}
        </Button>
        {view && !view.saved && view.pairs.length > 0 && (
          <Button size="sm" look="solid" onClick={() => void run(true)}>
            {words.propose}
          </Button>
        )}
      </div>
      {view && (
        <ul className="mt-2">
          {view.pairs.map((pair) => (
            <li key={pair.mentee} className="border-t border-rule py-2">
              <p className="font-medium">{`${pair.mentee} → ${pair.mentor}`}</p>
              <p className="text-xs text-ink-2">{pair.reason[language]}</p>
            </li>
          ))}
          {view.unmatched.map((left) => (
            <li key={left.mentee} className="border-t border-rule py-2">
              <p className="font-medium">{`${left.mentee}: ${words.without}`}</p>
              <p className="text-xs text-ink-2">{left.reason[language]}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
