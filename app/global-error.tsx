/** @file The frame itself failed: a page that needs nothing of it but its own words, in the language and colours of the page that was there. */
"use client";

import { useEffect, useRef, useState } from "react";
import { BARE_STYLE, bareLook } from "./_components/bare-page";
import { HTML_LANG } from "./_components/language/define-words";
import { PAGES } from "./_components/page-words";
import { TERMS } from "./_components/words";

/** By a link of the browser's own: the frame that leads from page to page is what failed. */
const START = "/chat";

export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  // Once: drawn, this page is the document.
  const [{ language, theme }] = useState(bareLook);
  const words = PAGES[language];
  const title = useRef<HTMLHeadingElement>(null);
  // What had the focus is gone; the heading is where reading begins.
  useEffect(() => title.current?.focus(), []);
  return (
    <html lang={HTML_LANG[language]} data-theme={theme}>
      <head>
        <title>{words.cadreFailed}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <style>{BARE_STYLE}</style>
      </head>
      <body>
        <main>
          <p className="name">Cadre</p>
          <p aria-hidden className="bracket">
            [ ]
          </p>
          <h1 ref={title} tabIndex={-1}>
            {words.cadreFailed}
          </h1>
          <p>{words.failedSays}</p>
          {error.digest && <p className="incident">{words.incident(error.digest)}</p>}
          <p className="ways">
            <button type="button" onClick={() => window.location.reload()}>
              {TERMS[language].tryAgain}
            </button>
            <a href={START}>{words.goToCadre}</a>
          </p>
        </main>
      </body>
    </html>
  );
}
