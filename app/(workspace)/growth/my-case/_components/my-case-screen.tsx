/** @file MyCaseScreen: topics; each opens the passages that apply to the reader. Looked up only when opened. */
"use client";

import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { OFFER_TOPICS, type OfferTopic } from "@/lib/contracts/growth-offers";
import { GrowthFrame } from "../../_components/growth-frame";
import { QuotedPolicy } from "../../_components/quoted-policy";
import { MY_CASE } from "./words";

export function MyCaseScreen() {
  const words = useWords(MY_CASE);
  return (
    <GrowthFrame title={words.title} summary={words.summary}>
      <div className="max-w-3xl border-b border-rule">
        {OFFER_TOPICS.map((topic) => (
          <Topic key={topic} topic={topic} />
        ))}
      </div>
    </GrowthFrame>
  );
}

function Topic({ topic }: { topic: OfferTopic }) {
  const words = useWords(MY_CASE);
  const [opened, setOpened] = useState(false);
  return (
    <details className="border-t border-rule" onToggle={(event) => event.currentTarget.open && setOpened(true)}>
      <summary className="py-3.5 text-base font-medium">{words.topics[topic]}</summary>
      <div className="pb-5">{opened && <QuotedPolicy topic={topic} />}</div>
    </details>
  );
}
