/**
 * @file Learned effects → channels of a problem: the overall effect as the default, and for each role of the problem that the
 * history knows by name its own effect.
 */
import type { ChannelProblemView, PlanList } from "@/lib/contracts/insights-channels";
import type { Interval } from "@/lib/contracts/insights-gate";

/** A channel as history tells it; its `byRole` holds only roles of which there was enough. */
type Learned = PlanList["effects"][number]["effects"][number];
type Channel = ChannelProblemView["channels"][number];
type Role = ChannelProblemView["roles"][number];

/** As many as a problem may have. */
const MOST_ROLES = 20;

const plain = (name: string): string => name.trim().toLowerCase();
const rounded = ({ mean, low, high }: Interval) => ({ effect: Math.round(1000 * mean) / 1000, range: { low, high } });

/** The diversity asked of a channel of this name outlives its figures; capacities do not, as their unit may be another. */
export function keptShares(channels: readonly Channel[], name: string): Pick<Channel, "largestShare" | "smallestShare" | "group"> {
  const { largestShare, smallestShare, group } = channels.find((channel) => plain(channel.name) === plain(name)) ?? {};
  return { largestShare, smallestShare, group };
}

/** @param before the problem's channels so far */
export function takeEffects(learned: readonly Learned[], roles: readonly Role[], before: readonly Channel[] = []): Channel[] {
  return learned.map(({ channel, effect, unitCost, byRole }) => {
    const own = roles.flatMap(({ id, name }) => {
      const known = byRole.find(({ role }) => plain(role) === plain(name));
      return known ? [[id, rounded(known.effect)] as const] : [];
    });
    const whole = rounded(effect);
    return { ...keptShares(before, channel), id: channel, name: channel, unitCost: Math.round(unitCost), effect: whole.effect, effectRange: whole.range, ...(own.length > 0 ? { byRole: Object.fromEntries(own) } : {}) };
  });
}

/** The roles that history knows, those of most hires first, each wanting as many hires as the channels brought for it. */
export function takeRoles(learned: readonly Learned[]): Role[] {
  const hires = new Map<string, number>();
  for (const { role, hires: brought } of learned.flatMap(({ byRole }) => byRole)) hires.set(role, (hires.get(role) ?? 0) + brought);
  return [...hires].sort(([, a], [, b]) => b - a).slice(0, MOST_ROLES).map(([role, brought]) => ({ id: role, name: role, hires: Math.max(1, Math.round(brought)) }));
}
