/**
 * @file Settings of this installation: small strings by key (the company's name, what the seed has done). Anyone
 * signed in may read them through the server; only the system writes. Nothing secret: secrets.json holds those.
 */
import { eq } from "drizzle-orm";
import type { Scope, SystemScope } from "../../lib/core/scope";
import type { Database } from "../client";
import { settings } from "../schema";

/** @returns the value, null when it was never set */
export async function getSetting(db: Database, _scope: Scope, key: string): Promise<string | null> {
  const [row] = await db.select({ value: settings.value }).from(settings).where(eq(settings.key, key));
  return row?.value ?? null;
}

/** Sets or replaces. */
export async function putSetting(db: Database, _scope: SystemScope, setting: { key: string; value: string }): Promise<void> {
  await db.insert(settings).values(setting).onConflictDoUpdate({ target: settings.key, set: { value: setting.value } });
}
