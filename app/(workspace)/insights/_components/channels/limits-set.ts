/** @file How many of the further limits are in force, for the summary under which they lie closed. */
import type { ChannelProblemView } from "@/lib/contracts/insights-channels";

/** Groups count by their share: on their own they limit nothing. A budget of one period has nothing to carry over. */
export function limitsSet({ channels, largestGroupShare, carryOver, budgets }: ChannelProblemView): number {
  const smallest = channels.filter(({ smallestShare = 0 }) => smallestShare > 0).length;
  return smallest + (largestGroupShare !== undefined && largestGroupShare < 1 ? 1 : 0) + (carryOver === false && budgets.length > 1 ? 1 : 0);
}
