/** @file The empty chat: says what an answer is, by looking like one, and offers questions that suit the asker. */
"use client";

import { ArrowRight } from "lucide-react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { useMe } from "@/app/_components/shell/me";
import { langOf } from "@/app/_components/words";
import { examplesFor } from "./examples";
import { Sign } from "./outcome-line";
import { CHAT } from "./words";

export function FirstPage({ onAsk }: { onAsk: (question: string) => void }) {
  const me = useMe();
  const words = useWords(CHAT);
  const language = useLanguage();
  const groups = examplesFor(me.permissions, language);
  const { headline } = words;
  return (
    <div className="pt-[min(12vh,7rem)] pb-10">
      <h1 className="font-serif text-2xl leading-[1.3] tracking-[-0.015em] text-wrap sm:text-3xl sm:leading-[1.28]">
        {headline.before}
        <br className="max-sm:hidden" />
        {headline.you}
        <span className="marked">{headline.marked}</span>
        {headline.after}
      </h1>
      <div className="mt-10 grid gap-x-10 gap-y-6 @min-[56rem]:grid-cols-[minmax(0,40rem)_minmax(13rem,16rem)]">
        <div>
        {groups.map((group) => (
          <section key={group.about} className="mb-7">
            <h2 className="label mb-1">{words.examples[group.about]}</h2>
            <ul>
              {group.questions.map((question) => (
                <li key={question} className="border-b border-rule first:border-t">
                  <button
                    type="button"
                    lang={langOf(question)}
                    onClick={() => onAsk(question)}
                    className="group flex w-full items-center gap-4 py-2.5 text-left text-base text-ink-2 hover:text-ink coarse:py-3"
                  >
                    <span className="min-w-0 flex-1">{question}</span>
                    <ArrowRight
                      size={15}
                      aria-hidden
                      className="text-ink-3 opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
                    />
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
        </div>
        <SignLegend />
      </div>
    </div>
  );
}

const SIGNS = ["answered", "closest", "none"] as const;

/** In the margin, where sources will stand: the three ways a question can end. */
function SignLegend() {
  const { signs } = useWords(CHAT);
  return (
    <dl className="space-y-3.5 @min-[56rem]:pt-7">
      {SIGNS.map((outcome) => (
        <div key={outcome} className="relative pl-7">
          <dt className="text-sm font-medium">
            <span className="absolute top-0 left-0 flex h-5 items-center">
              <Sign outcome={outcome} />
            </span>
            {signs[outcome].title}
          </dt>
          <dd className="text-xs text-ink-3">{signs[outcome].says}</dd>
        </div>
      ))}
    </dl>
  );
}
