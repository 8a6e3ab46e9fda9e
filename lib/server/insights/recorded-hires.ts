/**
 * @file What channels brought according to the applications in Cadre, for the channel budget: sums of the whole company, hires for
 * each decided application with an interval, over all roles and by the opening's title where that can be told apart. Channels, and
 * roles within them, of fewer than five people are counted as left out.
 */
import type { Database } from "../../../db/client";
import { listChannelRoleOutcomes, type ChannelRoleOutcome } from "../../../db/queries/insight-channel-roles";
import { listChannelOutcomes } from "../../../db/queries/recruiting/channel-outcomes";
import type { PlanList } from "../../contracts/insights-channels";
import { systemScope } from "../../core/scope";
import { effectsByRole, learnEffects } from "../../insights/channels/learn-effects";
import type { ChannelEffect } from "../../insights/channels/types";
import { MIN_GROUP } from "../../people/fairness/rates";

const scope = systemScope("hires by channel");

/** As the planner's roles may be called. */
const LONGEST_NAME = 60;

type Recorded = PlanList["recorded"];
type Role = Recorded["channels"][number]["byRole"][number];

export async function recordedHires(db: Database): Promise<Recorded> {
  const outcomes = await listChannelOutcomes(db, scope);
  const shown = outcomes.filter(({ applied }) => applied >= MIN_GROUP);
  const small = outcomes.filter(({ applied }) => applied < MIN_GROUP);
  const roles = sameTitles(await listChannelRoleOutcomes(db, scope)).filter(({ channel }) => shown.some((one) => one.channel === channel));
  // A purchase is one application that has been decided: who is still under way may become a hire yet.
  const effects = learnEffects(roles.map(({ channel, title, decided, hired }) => ({ channel, role: title, units: decided, cost: 0, hires: hired })));
  const shownRoles = roles.filter(({ applied }) => applied >= MIN_GROUP);
  return {
    channels: shown.map((outcome) => ({ ...outcome, effect: effects.find(({ channel, role }) => channel === outcome.channel && role === null)?.effect ?? null, byRole: byRole(outcome.channel, shownRoles, effects) })),
    leftOut: { channels: small.length, people: small.reduce((sum, { applied }) => sum + applied, 0), roles: roles.length - shownRoles.length },
  };
}

/** Where one title is all that a channel brought people for, the channel's own figure says it. */
function byRole(channel: string, roles: readonly ChannelRoleOutcome[], effects: readonly ChannelEffect[]): Role[] {
  const own = effectsByRole(effects, channel);
  return roles.filter((one) => one.channel === channel).map(({ title, applied, decided, hired }) => ({ role: title, applied, decided, hired, effect: own.find(({ role }) => role === title)?.effect ?? null }));
}

/** "Fitter (m/f/d)" and "fitter" are one role. */
function sameTitles(outcomes: readonly ChannelRoleOutcome[]): ChannelRoleOutcome[] {
  const found = new Map<string, ChannelRoleOutcome>();
  for (const { channel, title, applied, decided, hired } of outcomes) {
    const name = title.replace(/\s*[(（][^()（）]*[)）]\s*$/u, "").trim().slice(0, LONGEST_NAME) || title.slice(0, LONGEST_NAME);
    const key = JSON.stringify([channel, name.toLowerCase()]);
    const before = found.get(key);
    found.set(key, { channel, title: before?.title ?? name, applied: applied + (before?.applied ?? 0), decided: decided + (before?.decided ?? 0), hired: hired + (before?.hired ?? 0) });
  }
  return [...found.values()];
}
