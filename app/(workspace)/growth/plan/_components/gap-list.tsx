/** @file GapList: what a target asks for and what is there, each with its reason; what is met already folds away. */
"use client";

import Link from "next/link";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { langOf } from "@/app/_components/words";
import type { GapView } from "@/lib/contracts/growth";
import { LevelMark } from "../../_components/level-mark";
import { percentOf } from "../../_components/money";
import { targetHref } from "../../_components/target-href";
import { GROWTH } from "../../_components/words";
import { PLAN } from "./words";

type Item = GapView["items"][number];

export function GapList({ gap }: { gap: GapView }) {
  const words = useWords(PLAN);
  const language = useLanguage();
  const reader = useReader();
  const open = gap.items.filter(({ state }) => state !== "have");
  const met = gap.items.filter(({ state }) => state === "have");
  const { documentId, title } = gap.target;
  if (gap.unclear !== null) return <Unclear gap={gap} />;
  return (
    <section aria-labelledby="gap">
      <h2 id="gap" className="text-lg font-semibold tracking-tight">
        {words.gap}
      </h2>
      <p className="flex flex-wrap gap-x-4 text-sm text-ink-3 tabular">
        {words.gapSays(gap.items.length, met.length)}
        {documentId && (
          <button type="button" onClick={() => reader.open({ documentId, title: title[language], passage: null })} className="underline underline-offset-4 hover:text-ink">
            {words.readOpening}
          </button>
        )}
        <Link href="/growth/profile" className="underline underline-offset-4 hover:text-ink">
          {words.correct}
        </Link>
      </p>
      {gap.target.ref.kind === "occupation" && <p className="mt-2 max-w-2xl text-xs text-ink-3">{words.occupationSource}</p>}
      <ul className="mt-3">
        {open.map((item) => (
          <Row key={item.any.join(" ")} item={item} gap={gap} />
        ))}
      </ul>
      {met.length > 0 && (
        <details className="border-t border-rule">
          <summary className="py-3 text-sm font-medium">{words.metAlready(met.length)}</summary>
          <ul>
            {met.map((item) => (
              <Row key={item.any.join(" ")} item={item} gap={gap} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Nothing is guessed: which is meant, what is nearest, or what would be recognised. */
function Unclear({ gap }: { gap: GapView }) {
  const words = useWords(PLAN);
  const language = useLanguage();
  const { meant } = gap;
  if (!meant) return <p className="max-w-2xl border-l-2 border-rule-2 pl-4 text-base text-ink-2">{words.unclear}</p>;
  return (
    <section aria-labelledby="meant" className="max-w-2xl">
      <h2 id="meant" className="text-lg font-semibold tracking-tight">
        {words.meant[meant.kind]}
      </h2>
      <p className="mt-1 text-sm text-ink-2">{words.meantSays[meant.kind]}</p>
      <ul className="mt-3">
        {meant.choices.map(({ ref, title }) => (
          <li key={`${ref.kind} ${ref.id ?? ""}`} className="border-t border-rule">
            <Link href={targetHref(ref)} className="group flex items-baseline gap-3 py-2.5 text-base">
              <span lang={langOf(title[language])} className="font-medium underline decoration-transparent underline-offset-4 group-hover:decoration-ink">
                {title[language]}
              </span>
              {ref.kind === "role" && <span className="text-xs text-ink-3">{words.roleHere}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Row({ item, gap }: { item: Item; gap: GapView }) {
  const terms = useWords(GROWTH);
  const language = useLanguage();
  const reader = useReader();
  const name = gap.names[item.skillId]?.[language] ?? item.skillId;
  const { documentId, title } = gap.target;
  const { source } = item;
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-rule py-3 sm:grid-cols-[14rem_minmax(0,1fr)]">
      <div>
        <p className="font-medium" lang={langOf(name)}>
          {name}
        </p>
        <p className="mt-1 flex items-center gap-2.5 text-xs text-ink-3">
          <LevelMark have={item.have} needed={item.needed} label={`${terms.state[item.state]}: ${item.have} / ${item.needed}`} />
          <span>{terms.state[item.state]}</span>
          <span className="tabular">
            {item.mustHave ? terms.mustHave : `${terms.importance} ${percentOf(item.importance)}`}
          </span>
        </p>
      </div>
      <div className="min-w-0 text-sm">
        <p className="text-ink-2">{item.reason[language]}</p>
        {item.evidence.slice(0, 2).map((evidence) => (
          <p key={`${evidence.kind} ${evidence.text}`} lang={langOf(evidence.text)} className="mt-1 border-l-2 border-marker-line pl-2.5 font-serif text-base">
            {evidence.text}
          </p>
        ))}
        {documentId && source && (
          <button type="button" onClick={() => reader.open({ documentId, title: title[language], passage: source })} className="mt-1 text-xs text-ink-3 underline underline-offset-4 hover:text-ink">
            {title[language]}
          </button>
        )}
      </div>
    </li>
  );
}
