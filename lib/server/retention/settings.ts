/** @file How long chats, résumés, questions to HR and ended documents are kept: off until somebody sets it. */
import { getSetting, putSetting } from "../../../db/queries/settings";
import type { Database } from "../../../db/client";
import { retentionSettings as shape, type RetentionSettings } from "../../contracts/setup";
import { addMonths, dayOf } from "../../core/document-terms";
import { systemScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { record } from "../audit/record";
import { authorise } from "../policy";

const scope = systemScope("retention");
export const RETENTION_SETTING = "retention";

const OFF: RetentionSettings = { chats: null, resumes: null, questions: null, ended: null };

export async function retentionSettings(db: Database): Promise<RetentionSettings> {
  const stored = await getSetting(db, scope, RETENTION_SETTING);
  return stored === null ? OFF : shape.parse(JSON.parse(stored));
}

/** Holds from the next daily run on. @throws AppError "policy/forbidden"; "data/unavailable" without an audit line */
export async function changeRetention(db: Database, actor: Actor, settings: RetentionSettings): Promise<RetentionSettings> {
  authorise(actor, "retention:manage");
  await db.transaction(async (tx) => {
    await putSetting(tx, scope, { key: RETENTION_SETTING, value: JSON.stringify(settings) });
    await record(tx, actor, { action: "retention.changed", object: { kind: "company", id: null }, facts: settings });
  });
  return settings;
}

/** What ended before this day is due; null: nothing ever is. @returns `YYYY-MM-DD` */
export function endedBefore(months: number | null, nowMs: number): string | null {
  return months === null ? null : addMonths(dayOf(nowMs), -months);
}

/** What is older than this is due. @param months ≥ 1; null: nothing ever is */
export function dueBefore(months: number | null, nowMs: number): Date | null {
  return months === null ? null : new Date(`${addMonths(dayOf(nowMs), -months)}T00:00:00Z`);
}
