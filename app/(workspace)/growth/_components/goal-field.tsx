/** @file GoalField: a goal in one's own words, or one of the openings, roles and occupations, found while typing. */
"use client";

import clsx from "clsx";
import { useRouter } from "next/navigation";
import { useId, useState } from "react";
import { useLanguage, useWords } from "@/app/_components/language/language";
import { Button } from "@/app/_components/ui/button";
import { INPUT } from "@/app/_components/ui/field";
import { useResource } from "@/app/_components/use-resource";
import { loadTargets } from "@/lib/browser/growth";
import type { TargetChoice } from "@/lib/contracts/growth";
import { targetHref } from "./target-href";
import { HOME } from "./words";

const SHOWN = 6;

export function GoalField({ className, label }: { className?: string; label?: string }) {
  const words = useWords(HOME);
  const language = useLanguage();
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState("");
  const [asked, setAsked] = useState(false);
  const targets = useResource(asked ? "growth targets" : null, loadTargets);
  const found = matching(targets.data ?? [], text).slice(0, SHOWN);
  const go = () => {
    const exact = found.find((choice) => namesOf(choice).includes(text.trim().toLowerCase()));
    if (text.trim() !== "") router.push(targetHref(exact?.ref ?? { kind: "text", id: null, text: text.trim() }));
  };
  return (
    <form
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label ?? words.goal}
      </label>
      <div className="flex gap-2">
        <input id={id} data-main-field value={text} maxLength={2000} placeholder={words.goalHint} onFocus={() => setAsked(true)} onChange={(event) => setText(event.target.value)} className={clsx(INPUT, "h-11 min-w-0 flex-1")} />
        <Button type="submit" look="solid" className="h-11" disabled={text.trim() === ""}>
          {words.look}
        </Button>
      </div>
      {text.trim().length > 1 && found.length > 0 && (
        <ul className="mt-1">
          {found.map((choice) => (
            <li key={`${choice.ref.kind} ${choice.ref.id ?? ""}`}>
              <button type="button" onClick={() => router.push(targetHref(choice.ref))} className="flex w-full items-baseline gap-3 rounded-md px-3 py-2 text-left text-sm hover:bg-press">
                <span className="font-medium">{choice.title[language]}</span>
                <span className="text-xs text-ink-3">{choice.about[language]}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}

const namesOf = ({ title, also }: TargetChoice): string[] => [title.en, title.zh, ...also].map((name) => name.toLowerCase());

/** The company's own stay first, as they come; of each, those that begin with the words go before those that hold them. */
function matching(targets: readonly TargetChoice[], text: string): TargetChoice[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const place = (choice: TargetChoice) => (choice.ref.kind === "occupation" ? 2 : 0) + (namesOf(choice).some((name) => name.startsWith(wanted)) ? 0 : 1);
  return targets.filter((choice) => namesOf(choice).some((name) => name.includes(wanted))).sort((a, b) => place(a) - place(b));
}
