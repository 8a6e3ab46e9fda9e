/** @file A page that does not exist, or that this person may not see: the two look the same on purpose. */
import Link from "next/link";
import { Wordmark } from "./_components/shell/wordmark";

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center px-6">
      <Wordmark />
      <h1 className="mt-6 text-xl font-semibold tracking-tight">Nothing here</h1>
      <p className="mt-2 text-ink-2">This page does not exist, or you may not see it.</p>
      <p className="mt-6">
        <Link href="/chat" className="font-medium underline underline-offset-4">
          Back to your questions
        </Link>
      </p>
    </main>
  );
}
