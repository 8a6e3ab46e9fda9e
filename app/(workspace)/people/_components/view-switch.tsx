/** @file Directory or relations: two views of the same people. */
"use client";

import clsx from "clsx";
import { useWords } from "@/app/_components/language/language";
import { PEOPLE } from "./words";

export type View = "directory" | "relations";

export function ViewSwitch({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const words = useWords(PEOPLE);
  return (
    <div role="group" aria-label={words.views} className="flex rounded-md border border-rule-2 bg-sheet p-0.5">
      {(["directory", "relations"] as const).map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={view === one}
          onClick={() => onChange(one)}
          className={clsx("h-8 rounded-[5px] px-3 text-sm coarse:h-10", view === one ? "bg-press font-medium text-ink" : "text-ink-2 hover:text-ink")}
        >
          {words[one]}
        </button>
      ))}
    </div>
  );
}
