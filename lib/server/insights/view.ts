/** @file What the insights pages show: the overview, and one kind with its versions, runs and the report in use. */
import { countOpenContests } from "../../../db/queries/insight-contests";
import { listInsightRuns, type ListedInsightRun } from "../../../db/queries/insight-runs";
import { listInsightTables } from "../../../db/queries/insight-tables";
import { findInsightVersion, listInsightEvents, listInsightVersions, readInsightServing, servingInsight, type ListedInsightVersion } from "../../../db/queries/insight-versions";
import type { Database } from "../../../db/client";
import { INSIGHT_KINDS, USES_OF_KIND, type InsightKind, type InsightRun, type InsightSource, type InsightsView, type InsightVersion, type KindView } from "../../contracts/insights";
import { REPORTS } from "../../contracts/insights-reports";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { authorise } from "../policy";
import { approvals, requireInsights } from "./approval";
import { tableViewOf } from "./tables";

const SHOWN_RUNS = 10;

export async function insightsView(db: Database, actor: Actor): Promise<InsightsView> {
  authorise(actor, "insights:read");
  const scope = scopeOf(actor);
  const { approval, former } = await approvals(db);
  const [tables, runs] = [await listInsightTables(db, scope), await listInsightRuns(db, scope, { kind: null, limit: 60 })];
  const kinds: InsightsView["kinds"] = [];
  for (const kind of INSIGHT_KINDS) {
    const version = await servingInsight(db, scope, kind);
    const run = runs.find((one) => one.kind === kind);
    const refused = version ? 0 : (await listInsightVersions(db, scope, kind)).length;
    kinds.push({ kind, source: version && sourceOf(version), refused, run: run ? runViewOf(run) : null, tables: tables.filter((table) => table.mappedAt !== null && USES_OF_KIND[kind].includes(table.use)).length });
  }
  return { isOn: approval !== null, approval, former, kinds, tables: tables.length, openContests: await countOpenContests(db, scope) };
}

/** @throws AppError "insights/off", "policy/forbidden" */
export async function kindView(db: Database, actor: Actor, kind: InsightKind): Promise<KindView> {
  authorise(actor, "insights:read");
  await requireInsights(db);
  const scope = scopeOf(actor);
  const serving = await readInsightServing(db, scope, kind);
  const versions = await listInsightVersions(db, scope, kind);
  // Nothing has passed the gate yet: the newest may be looked at, so that whoever overrules knows what.
  const version = versions.find(({ id }) => id === serving.versionId) ?? (serving.versionId === null ? versions[0] : undefined) ?? null;
  const previous = serving.previousId === null ? null : await findInsightVersion(db, scope, { kind, id: serving.previousId });
  return {
    kind,
    source: version && sourceOf(version),
    isServing: serving.versionId !== null,
    previous: previous?.number ?? null,
    versions: versions.map((one) => versionViewOf(one, one.id === serving.versionId)),
    runs: (await listInsightRuns(db, scope, { kind, limit: SHOWN_RUNS })).map(runViewOf),
    tables: (await listInsightTables(db, scope, USES_OF_KIND[kind])).map(tableViewOf),
    events: (await listInsightEvents(db, scope, kind)).map((event) => ({ ...event, at: event.at.toISOString() })),
    report: version ? REPORTS[kind].parse(version.report) : null,
  };
}

/** Where figures come from. */
export function sourceOf(version: ListedInsightVersion): InsightSource {
  const { kind, number, table, tableNumber, tableRows, removedRows, sha256, gate, createdAt } = version;
  return { kind, version: number, table, tableNumber, rows: tableRows, removedRows, sha256, metric: gate.metric, value: gate.after, trainedAt: createdAt.toISOString() };
}

function versionViewOf({ id, number, verdict, gate, table, tableNumber, recipe, sha256, createdAt }: ListedInsightVersion, isServing: boolean): InsightVersion {
  return { id, number, verdict, gate, table, tableNumber, isServing, recipe, sha256, createdAt: createdAt.toISOString() };
}

export function runViewOf(run: ListedInsightRun): InsightRun {
  const { id, kind, table, state, stage, step, steps, failure, version } = run;
  return { id, kind, table, state, stage, step, steps, failure, version, createdAt: run.createdAt.toISOString(), endedAt: run.endedAt?.toISOString() ?? null };
}
