/** @file Further limits of a channel budget, one click away: groups and smallest shares of channels, the largest share of a group, carry-over. */
"use client";

import { useId } from "react";
import { useWords } from "@/app/_components/language/language";
import { Check, INPUT } from "@/app/_components/ui/field";
import type { ChannelProblemView } from "@/lib/contracts/insights-channels";
import { limitsSet } from "./limits-set";
import { LIMITS } from "./limit-words";
import { ShareField } from "./number-field";
import { CHANNELS } from "./words";

type Channel = ChannelProblemView["channels"][number];

interface MoreLimitsProps {
  readonly problem: ChannelProblemView;
  readonly onChange: (problem: ChannelProblemView) => void;
}

export function MoreLimits({ problem, onChange }: MoreLimitsProps) {
  const words = useWords(LIMITS);
  const set = limitsSet(problem);
  const isOnePeriod = problem.budgets.length < 2;
  return (
    <details className="min-w-0">
      {/* Said on the closed summary too: a limit that nobody sees would make a plan hard to understand. */}
      <summary className="cursor-pointer text-sm font-semibold coarse:py-2">{set > 0 ? words.moreSet(set) : words.more}</summary>
      <div className="mt-3 flex flex-col gap-4">
        <Diversity problem={problem} onChange={onChange} />
        <Check checked={problem.carryOver ?? true} disabled={isOnePeriod} onChange={(carryOver) => onChange({ ...problem, carryOver })} label={words.carryOver} help={isOnePeriod ? words.carryOverOne : words.carryOverHelp} />
      </div>
    </details>
  );
}

function Diversity({ problem, onChange }: MoreLimitsProps) {
  const words = useWords(LIMITS);
  const { channel: channelTitle, fieldOf } = useWords(CHANNELS);
  const id = useId();
  const { channels, largestGroupShare } = problem;
  const put = (channel: Channel, change: Partial<Channel>): void => onChange({ ...problem, channels: channels.map((one) => (one.id === channel.id ? { ...one, ...change } : one)) });
  const groups = [...new Set(channels.flatMap(({ group }) => group ?? []))];
  const lacksGroups = largestGroupShare !== undefined && groups.length === 0;
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold">{words.diversity}</legend>
      <p className="mb-1 max-w-prose text-xs text-ink-3">{words.diversityHelp}</p>
      <datalist id={`${id}-groups`}>{groups.map((group) => <option key={group} value={group} />)}</datalist>
      <div className="hairline-scroll overflow-x-auto" role="region" aria-label={words.diversity} tabIndex={0}>
        <table className="text-sm">
          <thead>
            <tr className="text-left text-xs text-ink-3">{[channelTitle, words.group, words.smallestShare].map((title) => <th key={title} scope="col" className="py-1 pr-2 font-medium">{title}</th>)}</tr>
          </thead>
          <tbody>
            {channels.map((channel) => (
              <tr key={channel.id} className="border-t border-rule">
                <th scope="row" className="max-w-40 min-w-24 py-1 pr-3 text-left font-normal break-words">{channel.name}</th>
                <td className="py-1 pr-2"><input aria-label={fieldOf(words.group, channel.name)} list={`${id}-groups`} maxLength={80} className={`${INPUT} h-9 min-w-28 text-sm!`} value={channel.group ?? ""} onChange={(event) => put(channel, { group: event.target.value.trimStart() || undefined })} /></td>
                <td className="w-32 py-1 pr-2"><ShareField label={fieldOf(words.smallestShare, channel.name)} share={channel.smallestShare} onChange={(smallestShare) => put(channel, { smallestShare })} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-2 max-w-prose">
        <p className="mb-1 text-sm font-medium">{words.largestGroupShare}</p>
        <div className="w-32"><ShareField label={words.largestGroupShare} describedBy={`${id}-note`} share={largestGroupShare} onChange={(share) => onChange({ ...problem, largestGroupShare: share })} /></div>
        <p id={`${id}-note`} className={`mt-1 text-xs ${lacksGroups ? "text-no" : "text-ink-3"}`}>{lacksGroups ? words.noGroups : words.largestGroupShareHelp}</p>
      </div>
    </fieldset>
  );
}
