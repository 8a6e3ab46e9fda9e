/** @file The languages side by side, each by its own name: for pages that have no account menu. */
"use client";

import clsx from "clsx";
import { HTML_LANG, INTERFACE_LANGUAGES, LANGUAGE_NAMES } from "./define-words";
import { useChangeLanguage, useLanguage } from "./language";

export function LanguageSwitch() {
  const language = useLanguage();
  const change = useChangeLanguage();
  return (
    <div role="group" aria-label={INTERFACE_LANGUAGES.map((each) => LANGUAGE_NAMES[each]).join(" / ")} className="flex gap-1 text-sm">
      {INTERFACE_LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={HTML_LANG[each]}
          aria-pressed={each === language}
          onClick={() => change(each)}
          className={clsx(
            "h-8 rounded-md px-2.5 coarse:h-10",
            each === language ? "font-semibold underline decoration-2 underline-offset-[7px]" : "text-ink-2 hover:bg-press hover:text-ink",
          )}
        >
          {LANGUAGE_NAMES[each]}
        </button>
      ))}
    </div>
  );
}
