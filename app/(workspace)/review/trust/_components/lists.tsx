/** @file The lists of the screen: what is undecided, gold items and what could be one, accounts that rate unusually much. */
"use client";

import type { ReactNode } from "react";
import { useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { useNotify } from "@/app/_components/ui/toasts";
import { langOf } from "@/app/_components/words";
import { sendGold } from "@/lib/browser/review";
import { messageOf } from "@/lib/browser/http";
import type { DisagreementsView, TrustView } from "@/lib/contracts/review-trust";
import { TRUST_WORDS } from "./words";

export const Section = ({ title, note, children }: { title: string; note?: string; children: ReactNode }) => (
  <section aria-label={title} className="mb-9">
    <h2 className="text-base font-semibold">{title}</h2>
    {note && <p className="mb-2 max-w-2xl text-xs text-ink-3">{note}</p>}
    {children}
  </section>
);

const Line = ({ question, detail, children }: { question: string; detail?: string; children: ReactNode }) => (
  <li className="flex items-center gap-4 border-b border-rule py-1.5">
    <p lang={langOf(question)} className="min-w-0 flex-1 text-sm">{question}</p>
    {detail && <p className="shrink-0 text-xs text-ink-3 tabular">{detail}</p>}
    {children}
  </li>
);

export function Undecided({ items, onDecide }: { items: DisagreementsView["items"]; onDecide: (id: string) => void }) {
  const words = useWords(TRUST_WORDS);
  if (items.length === 0) return <p className="border-t border-rule py-3 text-sm text-ink-2">{words.undecidedNone}</p>;
  return (
    <ul className="mt-1 border-t border-rule">
      {items.map((item) => (
        <Line key={item.id} question={item.question} detail={words.by(item.reviewers)}>
          <Button size="sm" onClick={() => onDecide(item.id)} aria-label={`${words.decide}: ${item.question}`}>
            {words.decide}
          </Button>
        </Line>
      ))}
    </ul>
  );
}

export function GoldItems({ items, onChanged }: { items: TrustView["gold"]["candidates"]; onChanged: () => void }) {
  const words = useWords(TRUST_WORDS);
  const notify = useNotify();
  const change = async (id: string, gold: boolean) => {
    try {
      await sendGold(id, gold);
      onChanged();
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
    }
  };
  if (items.length === 0) return <p className="border-t border-rule py-3 text-sm text-ink-2">{words.goldNone}</p>;
  return (
    <ul className="border-t border-rule">
      {items.map(({ id, question, isGold }) => (
        <Line key={id} question={question} {...(isGold ? { detail: words.checks } : {})}>
          <Button size="sm" look={isGold ? "quiet" : "outline"} onClick={() => void change(id, !isGold)} aria-label={`${isGold ? words.dropGold : words.makeGold}: ${question}`}>
            {isGold ? words.dropGold : words.makeGold}
          </Button>
        </Line>
      ))}
    </ul>
  );
}

export function Floods({ floods }: { floods: NonNullable<TrustView["floods"]> }) {
  const words = useWords(TRUST_WORDS);
  if (floods.length === 0) return <p className="border-t border-rule py-3 text-sm text-ink-2">{words.floodsNone}</p>;
  return (
    <ul className="border-t border-rule">
      {floods.map(({ account, ratings, median, queued }) => (
        <li key={account} className="border-b border-l-2 border-b-rule border-l-no bg-no-wash px-4 py-2 text-sm">
          <span className="font-medium">{words.account(account)}.</span> {words.flood(ratings, median, queued)}
        </li>
      ))}
    </ul>
  );
}
