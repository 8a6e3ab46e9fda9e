/** @file A page that failed to draw: say so, try again; what went wrong is in the server's log under its digest. */
"use client";

import { Button } from "./_components/ui/button";
import { PageMessage } from "./_components/ui/page-message";

interface PageErrorProps {
  readonly error: Error & { digest?: string };
  readonly reset: () => void;
}

export default function PageError({ error, reset }: PageErrorProps) {
  return (
    <PageMessage
      title="This page could not be shown"
      action={
        <Button look="solid" onClick={reset}>
          Try again
        </Button>
      }
    >
      Something went wrong on our side. Your questions and documents are safe.
      {error.digest && <span className="mt-2 block text-sm text-ink-3">Incident {error.digest}</span>}
    </PageMessage>
  );
}
