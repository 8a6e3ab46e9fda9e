/** @file ImportProblems: lines of a file that were not taken, or not whole, and why. */
"use client";

import { useLanguage, useWords } from "@/app/_components/language/language";
import { langOf } from "@/app/_components/words";
import { importLine } from "@/lib/browser/chinese-import-lines";
import { ORGANISATION } from "./words";

const SHOWN = 20;

export function ImportProblems({ problems }: { problems: readonly { readonly line: number; readonly message: string }[] }) {
  const words = useWords(ORGANISATION);
  const language = useLanguage();
  if (problems.length === 0) return null;
  return (
    <ul className="mt-3 text-sm text-no">
      {problems.slice(0, SHOWN).map(({ line, message }) => (
        <li key={`${line} ${message}`} lang={langOf(importLine(message, language))}>
          {words.problem(line, importLine(message, language))}
        </li>
      ))}
      {problems.length > SHOWN && <li>{words.moreProblems(problems.length - SHOWN)}</li>}
    </ul>
  );
}
