/**
 * @file What channels brought according to the applications in Cadre, for the channel budget: sums of the whole company,
 * hires for each decided application with an interval. Channels of fewer than five people are counted as left out.
 */
import type { Database } from "../../../db/client";
import { listChannelOutcomes } from "../../../db/queries/recruiting/channel-outcomes";
import type { PlanList } from "../../contracts/insights-channels";
import { systemScope } from "../../core/scope";
import { learnEffects } from "../../insights/channels/learn-effects";
import { MIN_GROUP } from "../../people/fairness/rates";

const scope = systemScope("hires by channel");

export async function recordedHires(db: Database): Promise<PlanList["recorded"]> {
  const outcomes = await listChannelOutcomes(db, scope);
  const shown = outcomes.filter(({ applied }) => applied >= MIN_GROUP);
  const small = outcomes.filter(({ applied }) => applied < MIN_GROUP);
  // A purchase is one application that has been decided: who is still under way may become a hire yet.
  const effects = new Map(learnEffects(shown.map(({ channel, decided, hired }) => ({ channel, role: "all", units: decided, cost: 0, hires: hired }))).map(({ channel, effect }) => [channel, effect]));
  return {
    channels: shown.map((outcome) => ({ ...outcome, effect: effects.get(outcome.channel) ?? null })),
    leftOut: { channels: small.length, people: small.reduce((sum, { applied }) => sum + applied, 0) },
  };
}
