/** @file A page that failed to draw: say so, try again; what went wrong is in the server's log under its digest. */
"use client";

import { useWords } from "./_components/language/language";
import { PAGES } from "./_components/page-words";
import { Button } from "./_components/ui/button";
import { PageMessage } from "./_components/ui/page-message";
import { TERMS } from "./_components/words";

interface PageErrorProps {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

export default function PageError({ error, reset }: PageErrorProps) {
  const words = useWords(PAGES);
  const terms = useWords(TERMS);
  return (
    <PageMessage
      title={words.failedTitle}
      action={
        <Button look="solid" onClick={reset}>
          {terms.tryAgain}
        </Button>
      }
    >
      {words.failedSays}
      {error.digest && <span className="mt-2 block text-sm text-ink-3">{words.incident(error.digest)}</span>}
    </PageMessage>
  );
}
