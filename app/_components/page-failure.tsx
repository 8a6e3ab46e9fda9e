/** @file PageFailure: what stands in place of a page that failed to draw; what went wrong is in the server's log under its digest. */
"use client";

import { useEffect, useRef } from "react";
import { useWords } from "./language/language";
import { PAGES } from "./page-words";
import { Button } from "./ui/button";
import { PageMessage } from "./ui/page-message";
import { TERMS } from "./words";

export interface PageFailureProps {
  readonly error: Error & { digest?: string };
  /** Asks the server again as well: what failed may have failed there. */
  readonly retry: () => void;
}

export function PageFailure({ error, retry }: PageFailureProps) {
  const words = useWords(PAGES);
  const terms = useWords(TERMS);
  const title = useRef<HTMLHeadingElement>(null);
  // It came in place of what was there: reading goes on here, and Tab leads to the button.
  useEffect(() => title.current?.focus(), []);
  return (
    <PageMessage
      title={words.failedTitle}
      titleRef={title}
      action={
        <Button look="solid" onClick={retry}>
          {terms.tryAgain}
        </Button>
      }
    >
      {words.failedSays}
      {error.digest && <span className="mt-2 block text-sm text-ink-3">{words.incident(error.digest)}</span>}
    </PageMessage>
  );
}
