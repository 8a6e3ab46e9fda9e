/** @file The rail: wordmark, new question, places, history, account. */
"use client";

import { SquarePen } from "lucide-react";
import Link from "next/link";
import { useWords } from "../language/language";
import { Account } from "./account";
import { History } from "./history";
import { useMe } from "./me";
import { Navigation } from "./navigation";
import { Wordmark } from "./wordmark";
import { SHELL } from "./words";

export function Rail() {
  const words = useWords(SHELL);
  const { company } = useMe();
  return (
    <div className="flex h-full flex-col bg-desk">
      <div className="px-5 pt-4 pb-3">
        <Wordmark />
        <p className="truncate text-xs text-ink-3">{company}</p>
      </div>
      <div className="px-3 pb-2">
        <Link
          href="/chat"
          className="flex h-9 items-center gap-2.5 rounded-md border border-rule-2 bg-sheet px-2 text-sm font-medium hover:border-ink-3 coarse:h-11"
        >
          <SquarePen size={16} strokeWidth={1.8} aria-hidden />
          {words.newQuestion}
          <kbd className="key ml-auto border-0! text-ink-3! coarse:hidden">Ctrl K</kbd>
        </Link>
      </div>
      <Navigation />
      <hr className="mx-5 my-3 border-rule" />
      <History />
      <Account />
    </div>
  );
}
