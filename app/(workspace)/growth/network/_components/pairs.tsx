/** @file Pairs: who asked whom, what was agreed, and the answer that is one's own to give. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { langOf } from "@/app/_components/words";
import { actOnPair } from "@/lib/browser/growth-network";
import type { PairView } from "@/lib/contracts/growth-network";
import { Meeting } from "./meeting";
import type { ApplyMentoring } from "./network-screen";
import { NETWORK } from "./words";

export function Pairs({ pairs, apply }: { pairs: readonly PairView[]; apply: ApplyMentoring }) {
  const words = useWords(NETWORK);
  return (
    <section aria-labelledby="pairs">
      <h2 id="pairs" className="text-lg font-semibold tracking-tight">
        {words.requests}
      </h2>
      <ul className="mt-2">
        {pairs.map((pair) => (
          <Pair key={pair.id} pair={pair} apply={apply} />
        ))}
      </ul>
    </section>
  );
}

function Pair({ pair, apply }: { pair: PairView; apply: ApplyMentoring }) {
  const words = useWords(NETWORK);
  const language = useLanguage();
  const { name } = pair.other;
  const isMentor = pair.role === "mentor";
  const asked = pair.origin === "request" ? (isMentor ? words.asksYou(name) : words.youAsked(name)) : isMentor ? words.proposedMentee(name) : words.proposed(name);
  const says = pair.status === "accepted" ? (isMentor ? words.pairMentor(name) : words.pairMentee(name)) : asked;
  const answer = (given: "accept" | "decline" | "end", said: string) => void apply(() => actOnPair(pair.id, { answer: given }), said);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-rule py-3">
      <div className="min-w-0 flex-1 basis-72">
        <p className="text-base font-medium">{says}</p>
        <p className="text-xs text-ink-3">{[pair.other.title, pair.other.site, pair.skill?.[language], words.status[pair.status]].filter(Boolean).join(" · ")}</p>
        {pair.message !== "" && (
          <p lang={langOf(pair.message)} className="mt-1 border-l-2 border-rule-2 pl-3 text-sm">
            {pair.message}
          </p>
        )}
        <p className="mt-1 text-sm text-ink-2">{pair.reason[language]}</p>
        {pair.meeting && <Meeting pair={pair} meeting={pair.meeting} apply={apply} />}
      </div>
      <div className="flex gap-2">
        {pair.mayAnswer && (
          <>
            <Button look="solid" size="sm" onClick={() => answer("accept", words.accepted(name))}>
              {words.accept}
            </Button>
            <Button size="sm" onClick={() => answer("decline", words.declined)}>
              {words.decline}
            </Button>
          </>
        )}
        {pair.status === "accepted" && (
          <Button size="sm" onClick={() => answer("end", words.ended)}>
            {words.end}
          </Button>
        )}
      </div>
    </li>
  );
}
