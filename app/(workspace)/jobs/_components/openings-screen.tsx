/** @file Openings: each with its first lines; the whole text opens in the reader. */
"use client";

import Link from "next/link";
import { useWords } from "@/app/_components/language/language";
import { useReader } from "@/app/_components/reader/reader-context";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf, TERMS } from "@/app/_components/words";
import { useMe } from "@/app/_components/shell/me";
import { listOpenings } from "@/lib/browser/people";
import { listOpeningsToWork } from "@/lib/browser/recruiting";
import type { OpeningView } from "@/lib/contracts/people";
import { WorkTable } from "./work-table";
import { OPENINGS } from "./words";

/** Recruiters see their work, everyone else the openings to read. */
export function OpeningsScreen() {
  const { permissions } = useMe();
  return permissions.includes("openings:recruit") ? <OpeningsToWork /> : <OpeningsToRead />;
}

function OpeningsToWork() {
  const words = useWords(OPENINGS);
  const terms = useWords(TERMS);
  const { data, error, reload } = useResource("openings-to-work", listOpeningsToWork);
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={data ? words.summary(data.length) : terms.loading}>
        <Link href="/jobs/skills" className="inline-flex h-9 items-center text-sm underline decoration-rule-2 underline-offset-4 hover:decoration-ink coarse:min-h-10">{words.skills}</Link>
        <Link href="/jobs/weights" className="inline-flex h-9 items-center text-sm underline decoration-rule-2 underline-offset-4 hover:decoration-ink coarse:min-h-10">{words.weights}</Link>
      </ScreenHead>
      <div className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 pb-8 sm:px-8">
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!data && error === undefined && <WaitingRows rows={12} height={44} label={words.loading} />}
        {data?.length === 0 && <EmptyPanel title={words.none}>{words.noneSays}</EmptyPanel>}
        {data && data.length > 0 && <WorkTable openings={data} />}
      </div>
    </div>
  );
}

function OpeningsToRead() {
  const words = useWords(OPENINGS);
  const terms = useWords(TERMS);
  const { data, error, reload } = useResource("openings", listOpenings);
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={data ? words.summary(data.length) : terms.loading} />
      <div className="hairline-scroll min-h-0 flex-1 overflow-auto px-5 pb-8 sm:px-8">
        {error !== undefined && <FailedPanel error={error} onRetry={reload} />}
        {!data && error === undefined && <WaitingRows rows={8} height={76} label={words.loading} />}
        {data?.length === 0 && (
          <EmptyPanel title={words.none}>
            {words.noneSays}
          </EmptyPanel>
        )}
        {data && data.length > 0 && (
          <ul className="max-w-[52rem] border-t border-rule">
            {data.map((opening) => (
              <Opening key={opening.documentId} opening={opening} />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Characters in which a page's head may come before the title. */
const HEAD_CHARS = 200;

/** The text after its own title, as one run of words. */
function firstWords({ title, text }: OpeningView): string {
  const flat = text.replace(/\s+/g, " ").trim();
  const at = flat.slice(0, HEAD_CHARS + title.length).indexOf(title);
  return at < 0 ? flat : flat.slice(at + title.length).trim();
}

function Opening({ opening }: { opening: OpeningView }) {
  const reader = useReader();
  return (
    <li className="relative border-b border-rule py-3 hover:bg-desk">
      <h2 lang={langOf(opening.title)} className="text-base font-semibold">
        <button
          type="button"
          onClick={() => reader.open({ documentId: opening.documentId, title: opening.title, passage: null })}
          className="text-left after:absolute after:inset-0"
        >
          {opening.title}
        </button>
      </h2>
      <p lang={langOf(opening.text)} className="mt-0.5 line-clamp-2 text-sm text-ink-2">
        {firstWords(opening)}
      </p>
    </li>
  );
}
