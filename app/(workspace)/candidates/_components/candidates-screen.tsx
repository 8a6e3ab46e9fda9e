/** @file Candidates: ask for people in plain words and see why each one fits; below, everyone whose résumé is here. */
"use client";

import { useState } from "react";
import { CandidateRow } from "@/app/_components/evidence/candidate-card";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { Button } from "@/app/_components/ui/button";
import { SearchField } from "@/app/_components/ui/search-field";
import { EmptyPanel, FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { count, langOf } from "@/app/_components/words";
import { listCandidates, searchCandidates } from "@/lib/browser/people";
import type { CandidateCard } from "@/lib/contracts/evidence";
import { CandidateTable } from "./candidate-table";

const EXAMPLE = "Controls engineer with PLC experience who speaks Dutch";

export function CandidatesScreen() {
  const [words, setWords] = useState("");
  const [request, setRequest] = useState("");
  const all = useResource("candidates", (signal) => listCandidates("", signal));
  const found = useResource(request ? `search:${request}` : null, (signal) => searchCandidates(request, signal));
  const run = (next: string) => {
    setWords(next);
    setRequest(next.trim());
  };
  return (
    <div className="flex h-full flex-col">
      <ScreenHead title="Candidates" summary={all.data ? count(all.data.length, "résumé") : "Loading …"} />
      <form
        role="search"
        aria-label="Candidates"
        className="flex gap-2 px-5 pb-3 sm:px-8"
        onSubmit={(event) => {
          event.preventDefault();
          run(words);
        }}
      >
        <SearchField
          large
          label="Who are you looking for?"
          value={words}
          onChange={(next) => {
            setWords(next);
            if (next === "") setRequest("");
          }}
          onKeyDown={(event) => {
            if (event.key === "Escape") run("");
          }}
          className="min-w-0 max-w-[48rem] flex-1"
        />
        <Button look="solid" type="submit" disabled={words.trim() === ""} className="h-11!">
          Search
        </Button>
      </form>
      <div className="hairline-scroll @container min-h-0 flex-1 overflow-auto px-5 pb-8 sm:px-8">
        {request ? (
          <Found result={found} request={request} onClear={() => run("")} />
        ) : (
          <Everyone resource={all} onExample={() => run(EXAMPLE)} />
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
  if (result.error !== undefined) return <FailedPanel error={result.error} onRetry={result.reload} />;
  if (!result.data) return <WaitingRows rows={5} height={132} label="Searching résumés" />;
  const parts = [...new Set(result.data.flatMap((candidate) => candidate.matches.map((match) => match.part)))];
  return (
    <section aria-label="Search result" className="max-w-[66rem]">
      <div className="flex flex-wrap items-baseline gap-x-2 gap-y-1.5 pb-3 text-sm" role="status">
        <strong className="mr-1 font-semibold tabular">{count(result.data.length, "candidate")}</strong>
        {parts.length > 0 && <span className="text-ink-3">by</span>}
        {parts.map((part) => (
          <span key={part} lang={langOf(part)} className="rounded-md border border-rule-2 px-2 py-0.5 text-ink-2">
            {part}
          </span>
        ))}
        <button type="button" onClick={onClear} className="ml-2 text-ink-2 underline underline-offset-4 hover:text-ink">
          Show everyone
        </button>
      </div>
      {result.data.length === 0 ? (
        <EmptyPanel title="No résumé says so">
          Nothing in the résumés matches “{request}”. Fewer or more general words may help; Chinese and English résumés are searched together.
        </EmptyPanel>
      ) : (
        <ol aria-label="Candidates, best first" className="border-b border-rule">
          {result.data.map((candidate) => (
            <CandidateRow key={candidate.documentId} candidate={candidate} />
          ))}
        </ol>
      )}
    </section>
  );
}

interface EveryoneProps {
  readonly resource: { data: Parameters<typeof CandidateTable>[0]["candidates"] | undefined; error: unknown; reload: () => void };
  readonly onExample: () => void;
}

function Everyone({ resource, onExample }: EveryoneProps) {
  if (resource.error !== undefined) return <FailedPanel error={resource.error} onRetry={resource.reload} />;
  if (!resource.data) return <WaitingRows rows={12} height={44} label="Loading the candidates" />;
  if (resource.data.length === 0) {
    return (
      <EmptyPanel title="No résumé yet">
        Add résumés under Documents, as PDF, Word or Markdown. Then ask for “{EXAMPLE}”, and each candidate comes with the
        lines that show it.
      </EmptyPanel>
    );
  }
  return (
    <>
      <p className="pb-2 text-sm text-ink-3">
        Try{" "}
        <button type="button" onClick={onExample} className="text-ink-2 underline decoration-rule-2 underline-offset-4 hover:text-ink">
          {EXAMPLE}
        </button>
      </p>
      <CandidateTable candidates={resource.data} />
    </>
  );
}
