/** @file The company's name. */
import { putSetting } from "../../../db/queries/settings";
import type { Database } from "../../../db/client";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { COMPANY_SETTING } from "../people";
import { authorise } from "../policy";

/** @throws AppError "policy/forbidden"; "data/unavailable" without an audit line */
export async function renameCompany(db: Database, actor: Actor, name: string): Promise<{ name: string }> {
  authorise(actor, "company:manage");
  await db.transaction(async (tx) => {
    await putSetting(tx, systemScope("company name"), { key: COMPANY_SETTING, value: name });
    await record(tx, actor, { action: "company.renamed", object: { kind: "company", id: null }, facts: {} });
  });
  return { name };
}
