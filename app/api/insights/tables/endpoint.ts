/** @file /api/insights/tables: the imported tables and what the demo company offers; POST imports one (multipart), or takes one of the demo's in (JSON). */
import { demoTables, importDemoTable } from "@/lib/server/insights/demo-tables";
import { importTable, listTables } from "@/lib/server/insights/tables";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "insights:read" }, async ({ actor }) => {
  const open = await services();
  return { tables: await listTables(open.db, actor), demo: await demoTables(open) };
});

export const POST = route({ action: "insights:manage" }, async ({ actor, request }) => {
  const open = await services();
  const isJson = (request.headers.get("content-type") ?? "").startsWith("application/json");
  return { id: isJson ? await importDemoTable(open, actor, request) : await importTable(open.db, actor, request) };
});
