/** @file A page outside the workspace failed to draw: say so, try again. */
"use client";

import { PageFailure, type PageFailureProps } from "./_components/page-failure";

export default function PageError(props: PageFailureProps) {
  return (
    <main className="min-h-dvh">
      <PageFailure {...props} />
    </main>
  );
}
