/**
 * @file Shares of hires that cannot hold together whatever is bought, in words. The programme alone would answer them with "no
 * plan", or worse, with the plan of no hires, which holds every share.
 */
import type { Words } from "./plan-words";
import type { Channel, ChannelProblem } from "./types";

/** Sums of shares typed as percentages are a rounding above or below. */
const ROUNDING = 1e-9;

export const percent = (share: number): string => `${Math.round(1000 * share) / 10}`;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const smallest = ({ smallestShare = 0 }: Channel): number => smallestShare;
const largest = ({ largestShare = 1 }: Channel): number => largestShare;

/** Empty: the shares leave room for a plan. */
export function shareClashes({ channels, roles, largestGroupShare = 1 }: ChannelProblem): Words[] {
  const clashes: Words[] = [];
  for (const channel of channels) {
    const { name } = channel;
    if (smallest(channel) > largest(channel) + ROUNDING) clashes.push({ en: `${name}: the smallest share (${percent(smallest(channel))} %) exceeds the largest (${percent(largest(channel))} %).`, zh: `“${name}”的最小比例（${percent(smallest(channel))}%）超过了最大比例（${percent(largest(channel))}%）。` });
    const bringsNobody = roles.every(({ id }) => (channel.byRole?.[id]?.effect ?? channel.effect) === 0);
    if (smallest(channel) > 0 && bringsNobody) clashes.push({ en: `${name} is to bring at least ${percent(smallest(channel))} % of the hires, but its hires per unit are 0.`, zh: `“${name}”至少应带来 ${percent(smallest(channel))}% 的录用，但其每单位录用人数为 0。` });
  }
  const asked = sum(channels.map(smallest));
  if (asked > 1 + ROUNDING) clashes.push({ en: `The smallest shares add up to ${percent(asked)} % of the hires; they may come to 100 % at most.`, zh: `各渠道的最小比例合计 ${percent(asked)}%，不能超过 100%。` });
  const groups = [...new Set(channels.flatMap(({ group }) => group ?? []))].map((name) => ({ name, members: channels.filter(({ group }) => group === name) }));
  for (const { name, members } of groups) {
    const wanted = sum(members.map(smallest));
    if (wanted > largestGroupShare + ROUNDING) clashes.push({ en: `The group ${name}: its channels' smallest shares add up to ${percent(wanted)} %, more than the ${percent(largestGroupShare)} % that a group may bring.`, zh: `“${name}”类渠道的最小比例合计 ${percent(wanted)}%，超过一类渠道最多 ${percent(largestGroupShare)}% 的限制。` });
  }
  const alone = channels.filter(({ group }) => group === undefined);
  const reach = sum(alone.map(largest)) + sum(groups.map(({ members }) => Math.min(largestGroupShare, sum(members.map(largest)))));
  if (channels.length > 0 && reach < 1 - ROUNDING) clashes.push({ en: `With these largest shares all channels together may bring only ${percent(reach)} % of the hires; somebody must bring the rest. Loosen a largest share, or add a channel or a group.`, zh: `按这些最大比例，全部渠道合计最多只能带来 ${percent(reach)}% 的录用，其余没有来源。请放宽某个最大比例，或增加渠道或类别。` });
  return clashes;
}
