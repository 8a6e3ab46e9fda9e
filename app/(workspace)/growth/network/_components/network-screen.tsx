/** @file NetworkScreen: one's mentoring, for mentors those who wait, mentors, experts, the card; for L&D the round; communities and events. */
"use client";

import { useWords } from "@/app/_components/language/language";
import { FailedPanel, WaitingRows } from "@/app/_components/ui/states";
import { useNotify } from "@/app/_components/ui/toasts";
import { useResource } from "@/app/_components/use-resource";
import { loadMentoring } from "@/lib/browser/growth-network";
import { messageOf } from "@/lib/browser/http";
import type { MentoringView } from "@/lib/contracts/growth-network";
import { GrowthFrame } from "../../_components/growth-frame";
import { Card } from "./card";
import { Entries } from "./entries";
import { Experts } from "./experts";
import { Mentors } from "./mentors";
import { Pairs } from "./pairs";
import { Round } from "./round";
import { WouldBe } from "./would-be";
import { NETWORK } from "./words";

/** Shows what the server made of it; a failure is said, and nothing changes. */
export type ApplyMentoring = (work: () => Promise<MentoringView>, said: string) => Promise<boolean>;

export function NetworkScreen() {
  const words = useWords(NETWORK);
  const notify = useNotify();
  const mentoring = useResource("growth mentoring", loadMentoring);
  const { data } = mentoring;
  const apply: ApplyMentoring = async (work, said) => {
    try {
      const next = await work();
      mentoring.change(() => next);
      notify({ text: said });
      return true;
    } catch (error) {
      notify({ text: messageOf(error), failed: true });
      return false;
    }
  };
  return (
    <GrowthFrame title={words.title} summary={words.says}>
      {mentoring.waiting && <WaitingRows rows={5} height={72} label={words.title} />}
      {mentoring.error !== undefined && <FailedPanel error={mentoring.error} onRetry={mentoring.reload} />}
      {data && (
        <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <div className="min-w-0 space-y-10">
            {data.pairs.length > 0 && <Pairs pairs={data.pairs} apply={apply} />}
            {data.wouldBe && <WouldBe wouldBe={data.wouldBe} apply={apply} />}
            <Mentors mentoring={data} apply={apply} />
            <Entries />
          </div>
          <div className="space-y-10">
            <Card mentoring={data} apply={apply} />
            <Experts />
            {data.round && <Round round={data.round} />}
          </div>
        </div>
      )}
    </GrowthFrame>
  );
}
