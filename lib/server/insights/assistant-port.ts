/** @file Stored insights for the assistant's tools: given only to whoever may read them, while they are on. */
import { listPlans } from "../../../db/queries/insight-plans";
import { listInsightTables } from "../../../db/queries/insight-tables";
import { servingInsight } from "../../../db/queries/insight-versions";
import type { Database } from "../../../db/client";
import type { ChannelFacts, CommentFacts, FigureSource, InsightsPort } from "../../assistant/insights/types";
import { channelProblem, type ChannelProblemView } from "../../contracts/insights-channels";
import { attritionReport, clusterReport, forecastReport, performanceReport, textReport } from "../../contracts/insights-reports";
import type { InsightSource } from "../../contracts/insights";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { learnEffects } from "../../insights/channels/learn-effects";
import { shareInterval } from "../../insights/measure/interval";
import { pastHires } from "../../insights/channels/past-hires";
import { can } from "../policy";
import { insightsOn } from "./approval";
import { openMapped } from "./tables";
import { sourceOf } from "./view";

/** Empty for everyone else: a question about attrition is then one for the documents. Switched off: the tools say so to HR leads. */
export async function insightsFor(db: Database, actor: Actor): Promise<{ insights?: InsightsPort }> {
  if (!can(actor, "insights:read")) return {};
  return { insights: (await insightsOn(db)) ? portOf(db, actor) : OFF };
}

const nothing = (): Promise<null> => Promise.resolve(null);
const none = (): Promise<[]> => Promise.resolve([]);
const OFF: InsightsPort = { isOff: true, attrition: nothing, performance: nothing, forecast: nothing, clusters: nothing, comments: none, channels: none };

/** Columns that the chat names. */
const MOST_RESTS = 6;

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
    async performance() {
      const version = await servingInsight(db, scope, "performance");
      if (!version) return null;
      const { task, classes, target, outlook, importance } = performanceReport.parse(version.report);
      if (!outlook) return null;
      return { source: figureSource(sourceOf(version)), best: task === "classification" ? (classes.at(-1) ?? "") : null, target, groups: outlook.groups, rests: importance.slice(0, MOST_RESTS) };
    },
    async forecast() {
      const version = await servingInsight(db, scope, "forecast");
      if (!version) return null;
      const { measure, outlook, rests } = forecastReport.parse(version.report);
      return { source: figureSource(sourceOf(version)), measure, groups: outlook.map(({ reasons, ...group }) => ({ ...group, parts: reasons?.parts ?? [] })), rests: rests?.measures ?? [] };
    },
    async comments() {
      const found: CommentFacts[] = [];
      for (const [kind, about] of [["themes", "theme"], ["text", "sentiment"]] as const) {
        const version = await servingInsight(db, scope, kind);
        if (!version) continue;
        const { labels, groups, smallest } = textReport.parse(version.report);
        found.push({ source: figureSource(sourceOf(version)), about, labels, groups, smallest, whole: addedUp(groups, labels) });
      }
      return found;
    },
    async clusters(of) {
      const version = await servingInsight(db, scope, of === "patterns" ? "patterns" : "clusters");
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

/** Of the column whose shown groups hold most comments. */
function addedUp(groups: CommentFacts["groups"], labels: readonly string[]): CommentFacts["whole"] {
  const countOf = (some: CommentFacts["groups"]): number => some.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const columns = [...new Set(groups.map(({ column }) => column))].map((column) => groups.filter((group) => group.column === column));
  const most = columns.reduce<CommentFacts["groups"]>((best, own) => (countOf(own) > countOf(best) ? own : best), []);
  const n = countOf(most);
  const hits = (label: string): number => most.reduce((sum, group) => sum + (group.n ?? 0) * (group.shares?.[label]?.mean ?? 0), 0);
  return n === 0 ? null : { n, shares: Object.fromEntries(labels.map((label) => [label, shareInterval(hits(label), n)])) };
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
