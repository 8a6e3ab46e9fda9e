/** @file Changing what channels bring: typed figures, roles that go. A typed figure is no longer the learned one, so its interval goes with it. */
import type { ChannelProblemView } from "@/lib/contracts/insights-channels";

type Channel = ChannelProblemView["channels"][number];

/** @param effect undefined: the channel's own figure counts again */
export function withRoleEffect(channel: Channel, role: string, effect: number | undefined): Channel {
  const { [role]: _before, ...others } = channel.byRole ?? {};
  const byRole = effect === undefined ? others : { ...others, [role]: { effect } };
  return { ...channel, byRole: Object.keys(byRole).length > 0 ? byRole : undefined };
}

export const withEffect = (channel: Channel, effect: number): Channel => ({ ...channel, effect, effectRange: undefined });

/** Its figures go too: a role added later must not find them. */
export const withoutRole = (problem: ChannelProblemView, role: string): ChannelProblemView => ({
  ...problem,
  roles: problem.roles.filter(({ id }) => id !== role),
  channels: problem.channels.map((channel) => withRoleEffect(channel, role, undefined)),
});

/** Whether a plan with the low ends differs from one without. */
export const hasRanges = ({ channels }: ChannelProblemView): boolean => channels.some(({ effectRange, byRole = {} }) => effectRange !== undefined || Object.values(byRole).some(({ range }) => range !== undefined));
