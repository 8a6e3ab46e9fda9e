/**
 * @file Tables of the demo company, invented by seeded code (db/seed/insights) and taken in with one click where there is a demo
 * company: one at a time, or all of them, mapped as guessed and put in line for training. Nothing of them is stored before, so
 * that a first start stays quick and insights stay off until they are approved.
 */
import { demoChannelHistoryCsv, demoCommentsCsv, demoPatternsCsv, demoPeopleCsv, demoReviewsCsv, demoSeriesCsv, demoSkillsCsv } from "../../../db/seed/insights";
import { demoImport, INSIGHT_KINDS, USES_OF_KIND, type TableList, type TableUse } from "../../contracts/insights";
import { AppError } from "../../core/errors";
import type { Actor, Language } from "../../core/types";
import { authorise } from "../policy";
import type { Services } from "../services";
import { isDemo } from "../setup/demo-info";
import { requireInsights } from "./approval";
import { keepTable, listTables, saveMapping, tableDetail } from "./tables";
import { trainInsight } from "./train-now";

interface DemoTable {
  readonly id: string;
  readonly use: TableUse;
  readonly name: Readonly<Record<Language, string>>;
  readonly csv: () => string;
}

const DEMO_TABLES: readonly DemoTable[] = [
  { id: "people", use: "attrition", name: { en: "People of the last year (invented)", zh: "过去一年的人员（虚构）" }, csv: demoPeopleCsv },
  { id: "reviews", use: "performance", name: { en: "Reviews of the last year (invented)", zh: "过去一年的绩效评估（虚构）" }, csv: demoReviewsCsv },
  { id: "months", use: "series", name: { en: "Results by month (invented)", zh: "每月业绩（虚构）" }, csv: demoSeriesCsv },
  { id: "skills", use: "clusters", name: { en: "Skills (invented)", zh: "技能（虚构）" }, csv: demoSkillsCsv },
  { id: "patterns", use: "patterns", name: { en: "Work patterns (invented)", zh: "工作方式（虚构）" }, csv: demoPatternsCsv },
  { id: "comments", use: "comments", name: { en: "Survey comments (invented)", zh: "调查意见（虚构）" }, csv: demoCommentsCsv },
  { id: "hires", use: "hires", name: { en: "Hires by channel (invented)", zh: "各渠道录用（虚构）" }, csv: demoChannelHistoryCsv },
];

/** Empty in a company of one's own. */
export async function demoTables(services: Services): Promise<TableList["demo"]> {
  return (await isDemo(services)) ? DEMO_TABLES.map(({ id, use, name }) => ({ id, use, name })) : [];
}

/**
 * @returns the table's id; of the first when all were asked for
 * @throws AppError "request/not-found" outside of the demo company; "insights/off"; "policy/forbidden"
 */
export async function importDemoTable(services: Services, actor: Actor, request: Request): Promise<string> {
  authorise(actor, "insights:manage");
  await requireInsights(services.db);
  const parsed = demoImport.safeParse(await request.json());
  const wanted = parsed.success && (await isDemo(services)) ? DEMO_TABLES.filter(({ id }) => parsed.data.demo === "all" || id === parsed.data.demo) : [];
  const [first] = wanted;
  if (!parsed.success || !first) throw new AppError("request/not-found", "no such table of the demo company");
  const { demo, language } = parsed.data;
  if (demo !== "all") return keep(services, actor, first, language);
  const ids: string[] = [];
  for (const table of wanted) ids.push(await keepAndTrain(services, actor, table, language));
  return ids[0] ?? "";
}

const keep = ({ db }: Services, actor: Actor, table: DemoTable, language: Language): Promise<string> =>
  keepTable(db, actor, { name: table.name[language], use: table.use, fileName: `${table.id}.csv`, bytes: Buffer.from(table.csv(), "utf8") });

/** Mapped as guessed; the one that lies there already is taken again, not imported twice. */
async function keepAndTrain(services: Services, actor: Actor, table: DemoTable, language: Language): Promise<string> {
  const { db } = services;
  const there = (await listTables(db, actor)).find(({ fileName, name, use }) => fileName === `${table.id}.csv` && use === table.use && Object.values(table.name).includes(name));
  const id = there?.id ?? (await keep(services, actor, table, language));
  if (!there?.isMapped) await saveMapping(db, actor, id, (await tableDetail(db, actor, id)).mapping);
  for (const kind of INSIGHT_KINDS) if (USES_OF_KIND[kind].includes(table.use)) await trainInsight(services, actor, { kind, tableId: id });
  return id;
}
