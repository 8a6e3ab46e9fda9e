/** @file Suggestions: what to do about the answers, each with what it rests on, and the policies to read together. */
"use client";

import { useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import type { OfferTopic } from "@/lib/contracts/growth-offers";
import type { Suggestion } from "@/lib/browser/stay-interview";
import { QuotedPolicy } from "../../../_components/quoted-policy";
import { MY_CASE } from "../../../my-case/_components/words";
import { INTERVIEW } from "./words";

interface SuggestionsProps {
  readonly person: string;
  readonly shares: boolean;
  readonly suggestions: readonly Suggestion[];
  readonly agreed: readonly string[];
  readonly onAgree: (text: string) => void;
}

export function Suggestions({ person, shares, suggestions, agreed, onAgree }: SuggestionsProps) {
  const words = useWords(INTERVIEW);
  const language = useLanguage();
  const topics = [...new Set(suggestions.flatMap((suggestion) => suggestion.topics))];
  return (
    <section aria-labelledby="suggestions">
      <h2 id="suggestions" className="text-sm font-semibold">
        {words.suggestions}
      </h2>
      <p className="text-xs text-ink-3">{shares ? words.shares(person) : words.sharesNothing(person)}</p>
      {suggestions.length === 0 && <p className="mt-2 text-sm text-ink-2">{words.suggestionsNone}</p>}
      <ul className="mt-2" aria-live="polite">
        {suggestions.map(({ id, question, text, because }) => (
          <li key={id} className="border-t border-rule py-3">
            <p className="text-xs text-ink-3">{words.short[question]}</p>
            <p className="text-sm font-medium">{text[language]}</p>
            <ul className="mt-1 text-xs text-ink-3">
              {because.map((reason) => (
                <li key={reason.en}>{reason[language]}</li>
              ))}
            </ul>
            <Button size="sm" className="mt-2" disabled={agreed.includes(text[language])} onClick={() => onAgree(text[language])}>
              {words.agree}
            </Button>
          </li>
        ))}
      </ul>
      {topics.length > 0 && (
        <div className="mt-3">
          <p className="text-xs text-ink-3">{words.policies}</p>
          {topics.map((topic) => (
            <Policy key={topic} topic={topic} />
          ))}
        </div>
      )}
    </section>
  );
}

/** Looked up only when it is opened. */
function Policy({ topic }: { topic: OfferTopic }) {
  const words = useWords(MY_CASE);
  const [opened, setOpened] = useState(false);
  return (
    <details className="border-t border-rule" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary className="py-2 text-sm">{words.topics[topic]}</summary>
      <div className="pb-3">{opened && <QuotedPolicy topic={topic} />}</div>
    </details>
  );
}
