/** @file Trust in labels: agreement with its interval, reviewers' quality, what to decide, gold items, floods. */
"use client";

import Link from "next/link";
import { useState } from "react";
import { useWords } from "@/app/_components/language/language";
import { useCan } from "@/app/_components/shell/me";
import { ScreenHead } from "@/app/_components/shell/screen-head";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useResource } from "@/app/_components/use-resource";
import { loadDisagreements, loadTrust } from "@/lib/browser/review";
import { AgreementChart } from "./agreement-chart";
import { DecideDialog } from "./decide-dialog";
import { Floods, GoldItems, Section, Undecided } from "./lists";
import { ReviewerTable } from "./reviewer-table";
import { TRUST_WORDS } from "./words";

export function TrustScreen() {
  const words = useWords(TRUST_WORDS);
  const manages = useCan("review:manage");
  const trust = useResource("trust", loadTrust);
  const disagreements = useResource(manages ? "disagreements" : null, loadDisagreements);
  const [deciding, setDeciding] = useState<string | null>(null);
  const reload = () => {
    trust.reload();
    disagreements.reload();
  };
  const view = trust.data;
  return (
    <div className="hairline-scroll h-full overflow-y-auto pb-12">
      <ScreenHead title={words.title} summary={view ? words.summary(view.reviewers.length, view.gold.items) : `${words.loading} …`}>
        <Link href="/review" className="text-sm underline decoration-rule-2 underline-offset-4 hover:decoration-ink coarse:py-3">
          {words.back}
        </Link>
      </ScreenHead>
      <div className="max-w-5xl px-5 sm:px-8">
        {trust.error !== undefined && <FailedPanel error={trust.error} onRetry={trust.reload} />}
        {!view && trust.error === undefined && <WaitingRows rows={8} height={44} label={words.loading} />}
        {view && (
          <>
            {view.demoJudgements > 0 && <p className="mb-4 text-sm text-ink-3">{words.demo(view.demoJudgements)}</p>}
            <Section title={words.agreement} note={words.scale}>
              <AgreementChart trust={view} />
            </Section>
            <Section title={words.reviewers} note={manages ? words.reviewersNote : `${words.reviewersNote} ${words.ownOnly}`}>
              <ReviewerTable reviewers={view.reviewers} />
            </Section>
            {manages && (
              <Section title={words.undecided}>
                {disagreements.error !== undefined && <FailedPanel error={disagreements.error} onRetry={disagreements.reload} />}
                {disagreements.data && <Undecided items={disagreements.data.items} onDecide={setDeciding} />}
              </Section>
            )}
            <Section title={words.gold} note={words.goldNote}>
              <GoldItems items={view.gold.candidates} onChanged={reload} />
            </Section>
            {view.floods && (
              <Section title={words.floods}>
                <Floods floods={view.floods} />
              </Section>
            )}
          </>
        )}
      </div>
      {deciding && <DecideDialog id={deciding} onClose={() => setDeciding(null)} onDecided={reload} />}
    </div>
  );
}
