/** @file The frame itself failed: a page that needs nothing but its own words, in the language of the page that was there. */
"use client";

import { pageLanguage } from "@/lib/browser/problem";
import { HTML_LANG } from "./_components/language/define-words";
import { PAGES } from "./_components/page-words";
import { TERMS } from "./_components/words";

export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const language = pageLanguage();
  const words = PAGES[language];
  return (
    <html lang={HTML_LANG[language]}>
      <body style={{ font: "16px/1.5 system-ui, sans-serif", margin: "18vh auto 0", maxWidth: "32rem", padding: "0 1.5rem" }}>
        <h1 style={{ fontSize: "1.4rem" }}>{words.cadreFailed}</h1>
        <p>{words.failedSays}</p>
        <button type="button" onClick={reset}>
          {TERMS[language].tryAgain}
        </button>
      </body>
    </html>
  );
}
