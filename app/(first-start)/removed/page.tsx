/** @file /removed: what was removed with the demo company and what looking again found. Needs no session: whoever removed it may have lost theirs. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { Wordmark } from "@/app/_components/shell/wordmark";
import { SETTINGS } from "@/app/(workspace)/settings/_components/words";
import { RemovalReport } from "./removal-report";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(SETTINGS)).doneTitle });

export default function RemovedPage() {
  return (
    <div className="min-h-dvh px-6 pb-16 sm:px-12">
      <header className="pt-8">
        <Wordmark />
      </header>
      <main className="mx-auto mt-10 max-w-2xl">
        <RemovalReport />
      </main>
    </div>
  );
}
