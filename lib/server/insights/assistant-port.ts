/** @file Stored insights for the assistant's tools: given only to whoever may read them, while they are on. */
import { listPlans } from "../../../db/queries/insight-plans";
import { listInsightTables } from "../../../db/queries/insight-tables";
import { servingInsight } from "../../../db/queries/insight-versions";
import type { Database } from "../../../db/client";
import type { ChannelFacts, FigureSource, InsightsPort } from "../../assistant/insights/types";
import { channelProblem, type ChannelProblemView } from "../../contracts/insights-channels";
import { attritionReport, clusterReport } from "../../contracts/insights-reports";
import type { InsightSource } from "../../contracts/insights";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { learnEffects } from "../../insights/channels/learn-effects";
import { pastHires } from "../../insights/channels/past-hires";
import { can } from "../policy";
import { insightsOn } from "./approval";
import { openMapped } from "./tables";
import { sourceOf } from "./view";

/** Empty for everyone else: a question about attrition is then one for the documents. */
export async function insightsFor(db: Database, actor: Actor): Promise<{ insights?: InsightsPort }> {
  return can(actor, "insights:read") && (await insightsOn(db)) ? { insights: portOf(db, actor) } : {};
}

const figureSource = ({ version, table, metric, value }: InsightSource): FigureSource => ({ version, table, metric, value });

function portOf(db: Database, actor: Actor): InsightsPort {
  const scope = scopeOf(actor);
  return {
    async attrition() {
      const version = await servingInsight(db, scope, "attrition");
      if (!version) return null;
      const report = attritionReport.parse(version.report);
      return { source: figureSource(sourceOf(version)), overall: report.events / Math.max(1, report.n), groups: report.causes };
    },
    async clusters() {
      const version = await servingInsight(db, scope, "clusters");
      if (!version) return null;
      const { clusters } = clusterReport.parse(version.report);
      return { source: figureSource(sourceOf(version)), clusters: clusters.map(({ name, size, stability, distinguishing }) => ({ name, size, stability, distinguishing: distinguishing.filter(({ lift }) => lift > 0).map(({ feature }) => feature) })) };
    },
    async channels() {
      const [kept] = await listPlans(db, scope);
      const learned = await learnedChannels(db, actor);
      if (!kept) return learned;
      const problem = channelProblem.parse(kept.input);
      return problem.channels.map((channel): ChannelFacts => {
        const known = learned.find(({ name }) => name.toLowerCase() === channel.name.toLowerCase());
        return { name: channel.name, unitCost: channel.unitCost, effect: channel.effect, range: channel.effectRange ?? known?.range ?? null, roles: rolesOf(channel, problem.roles), currency: problem.currency, whole: problem.whole, source: `“${kept.name}”, ${kept.createdAt.toISOString().slice(0, 10)}${channel.effectRange || !known ? "" : `; ${known.source}`}` };
      });
    },
  };
}

function rolesOf({ byRole = {}, effect, effectRange }: ChannelProblemView["channels"][number], roles: ChannelProblemView["roles"]): ChannelFacts["roles"] {
  if (!roles.some(({ id }) => byRole[id])) return [];
  return roles.map(({ id, name }) => {
    const own = byRole[id];
    return own ? { name, effect: own.effect, range: own.range ?? null } : { name, effect, range: effectRange ?? null };
  });
}

async function learnedChannels(db: Database, actor: Actor): Promise<ChannelFacts[]> {
  const [table] = await listInsightTables(db, scopeOf(actor), ["hires"]);
  if (!table) return [];
  const { read } = await openMapped(db, scopeOf(actor), table.id);
  return learnEffects(pastHires(read.table))
    .filter(({ role }) => role === null)
    .map(({ channel, effect, unitCost }) => ({ name: channel, unitCost, effect: effect.mean, range: { low: effect.low, high: effect.high }, roles: [], currency: "", whole: false, source: `“${table.name}” (${table.rows})` }));
}
