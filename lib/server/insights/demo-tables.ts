/**
 * @file Tables of the demo company, taken in with one click where there is a demo company: nothing of them is stored before, so
 * that a first start stays quick and insights stay off until they are approved.
 */
import { demoImport, type TableList, type TableUse } from "../../contracts/insights";
import { AppError } from "../../core/errors";
import type { Actor } from "../../core/types";
import { authorise } from "../policy";
import type { Services } from "../services";
import { isDemo } from "../setup/demo-info";
import { requireInsights } from "./approval";
import { demoPeopleTable } from "./demo/people-table";
import { keepTable } from "./tables";

interface DemoTable {
  readonly id: string;
  readonly use: TableUse;
  readonly name: { readonly en: string; readonly zh: string };
  readonly make: () => Uint8Array | Promise<Uint8Array>;
}

const DEMO_TABLES: readonly DemoTable[] = [{ id: "people", use: "attrition", name: { en: "People of the last year", zh: "过去一年的人员" }, make: demoPeopleTable }];

/** Empty in a company of one's own. */
export async function demoTables(services: Services): Promise<TableList["demo"]> {
  return (await isDemo(services)) ? DEMO_TABLES.map(({ id, use, name }) => ({ id, use, name })) : [];
}

/** @throws AppError "request/not-found" outside of the demo company; "insights/off"; "policy/forbidden" */
export async function importDemoTable(services: Services, actor: Actor, request: Request): Promise<string> {
  authorise(actor, "insights:manage");
  await requireInsights(services.db);
  const parsed = demoImport.safeParse(await request.json());
  const table = parsed.success && (await isDemo(services)) ? DEMO_TABLES.find(({ id }) => id === parsed.data.demo) : undefined;
  if (!table) throw new AppError("request/not-found", "no such table of the demo company");
  return keepTable(services.db, actor, { name: table.name.en, use: table.use, fileName: `${table.id}.csv`, bytes: await table.make() });
}
