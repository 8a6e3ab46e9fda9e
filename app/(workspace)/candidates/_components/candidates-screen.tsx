/** @file Candidates: ask for people in plain words and see why each one fits; below, everyone whose résumé is here. */
"use client";

import Link from "next/link";
import { useState } from "react";
import { CandidateRow } from "@/app/_components/evidence/candidate-card";
import { useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { SearchField } from "@/app/_components/ui/search-field";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { langOf, TERMS } from "@/app/_components/words";
import { listCandidates, searchCandidates } from "@/lib/browser/people";
import type { CandidateCard } from "@/lib/contracts/evidence";
import { CandidateTable } from "./candidate-table";
import { SavedSearches } from "./saved-searches";
import { CANDIDATES } from "./words";

/** @param savedSearch the one whose new hits a notice led here for */
export function CandidatesScreen({ savedSearch }: { savedSearch: string | null }) {
  const words = useWords(CANDIDATES);
  const terms = useWords(TERMS);
  const mayErase = useCan("candidates:erase");
  const [typed, setTyped] = useState("");
  const [request, setRequest] = useState("");
  const all = useResource("candidates", (signal) => listCandidates("", signal));
  const found = useResource(request ? `search:${request}` : null, (signal) => searchCandidates(request, signal));
  const run = (next: string) => {
    setTyped(next);
    setRequest(next.trim());
  };
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title={words.title} summary={all.data ? words.resumes(all.data.length) : terms.loading}>
        {mayErase && <Link href="/candidates/receipts" className="inline-flex h-9 items-center text-sm underline decoration-rule-2 underline-offset-4 hover:decoration-ink coarse:min-h-10">{words.receipts}</Link>}
      </ScreenHead>
      <form
        role="search"
        aria-label={words.title}
        className="flex gap-2 px-5 pb-3 sm:px-8"
        onSubmit={(event) => {
          event.preventDefault();
          run(typed);
        }}
      >
        <SearchField
          large
          label={words.who}
          value={typed}
          onChange={(next) => {
            setTyped(next);
            if (next === "") setRequest("");
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") run("");
          }}
          className="min-w-0 max-w-[48rem] flex-1"
        />
        <Button look="solid" type="submit" disabled={typed.trim() === ""} className="h-11!">
          {words.search}
        </Button>
      </form>
      <SavedSearches request={request} opened={savedSearch} onRun={run} />
      <div className="hairline-scroll @container min-h-0 flex-1 overflow-auto px-5 pb-8 sm:px-8">
        {request ? (
          <Found result={found} request={request} onClear={() => run("")} />
        ) : (
          <Everyone resource={all} onExample={() => run(words.example)} />
        )}
      </div>
    </div>
  );
}

interface FoundProps {
  readonly result: { data: CandidateCard[] | undefined; error: unknown; reload: () => void };
  readonly request: string;
  readonly onClear: () => void;
}

function Found({ result, request, onClear }: FoundProps) {
  const words = useWords(CANDIDATES);
  if (result.error !== undefined) return <FailedPanel error={result.error} onRetry={result.reload} />;
  if (!result.data) return <WaitingRows rows={5} height={132} label={words.searching} />;
  const parts = [...new Set(result.data.flatMap((candidate) => candidate.matches.map((match) => match.part)))];
  return (
    <section aria-label={words.result} className="max-w-[66rem]">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1.5 pb-3 text-sm" role="status">
        <strong className="mr-1 font-semibold tabular">{words.found(result.data.length)}</strong>
        {parts.length > 0 && <span className="text-ink-3">{words.by}</span>}
        {parts.map((part) => (
          <span key={part} lang={langOf(part)} className="rounded-md border border-rule-2 px-2 py-0.5 text-ink-2">
            {part}
          </span>
        ))}
        <button type="button" onClick={onClear} className="ml-2 text-ink-2 underline underline-offset-4 hover:text-ink">
          {words.showEveryone}
        </button>
      </div>
      {result.data.length === 0 ? (
        <EmptyPanel title={words.nobodyFits}>
          {words.nobodyFitsSays(request)}
        </EmptyPanel>
      ) : (
        <>
          <ol aria-label={words.bestFirst} className="border-b border-rule">
            {result.data.map((candidate) => (
              <CandidateRow key={candidate.documentId} candidate={candidate} />
            ))}
          </ol>
          <p className="pt-3 text-xs text-ink-3">{words.notice}</p>
        </>
      )}
    </section>
  );
}

interface EveryoneProps {
  readonly resource: { data: Parameters<typeof CandidateTable>[0]["candidates"] | undefined; error: unknown; reload: () => void };
  readonly onExample: () => void;
}

function Everyone({ resource, onExample }: EveryoneProps) {
  const words = useWords(CANDIDATES);
  if (resource.error !== undefined) return <FailedPanel error={resource.error} onRetry={resource.reload} />;
  if (!resource.data) return <WaitingRows rows={12} height={44} label={words.loading} />;
  if (resource.data.length === 0) {
    return (
      <EmptyPanel title={words.noneYet}>
        {words.noneYetSays(words.example)}
      </EmptyPanel>
    );
  }
  return (
    <>
      <p className="pb-2 text-sm text-ink-3">
        {words.try}
        <button type="button" onClick={onExample} className="text-ink-2 underline decoration-rule-2 underline-offset-4 hover:text-ink">
          {words.example}
        </button>
      </p>
      <CandidateTable candidates={resource.data} />
    </>
  );
}
