/** @file A page that failed to draw: say so, try again; what went wrong is in the server's log under its digest. */
"use client";

import { Button } from "./_components/ui/button";
import { HintProvider } from "./_components/ui/hint";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <HintProvider>
      <main className="mx-auto flex min-h-[70dvh] max-w-md flex-col justify-center px-6">
        <h1 className="text-xl font-semibold tracking-tight">This page could not be shown</h1>
        <p className="mt-2 text-ink-2">
          Something went wrong on our side. Your questions and documents are safe.
          {error.digest && <span className="mt-2 block text-sm text-ink-3">Incident {error.digest}</span>}
        </p>
        <p className="mt-6">
          <Button look="solid" onClick={reset}>
            Try again
          </Button>
        </p>
      </main>
    </HintProvider>
  );
}
