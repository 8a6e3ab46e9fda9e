/** @file The empty chat: says what an answer is, by looking like one, and offers questions that suit the asker. */
"use client";

import { ArrowRight } from "lucide-react";
import { useMe } from "@/app/_components/shell/me";
import { langOf } from "@/app/_components/words";
import { examplesFor } from "./examples";

export function FirstPage({ onAsk }: { onAsk: (question: string) => void }) {
  const me = useMe();
  const groups = examplesFor(me.permissions);
  return (
    <div className="pt-[min(12vh,7rem)] pb-10">
      <h1 className="max-w-[36rem] font-serif text-2xl leading-[1.3] tracking-[-0.015em] sm:text-3xl sm:leading-[1.25]">
        Ask in plain words. You get <span className="marked">the exact line</span>, or hear that it isn’t there.
      </h1>
      <div className="mt-10 max-w-[40rem]">
        {groups.map((group) => (
          <section key={group.title} className="mb-7">
            <h2 className="label mb-1">{group.title}</h2>
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
    </div>
  );
}
