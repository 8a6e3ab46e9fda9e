/**
 * @file The key under which equal-opportunity records are kept: an application's code hashed with this installation's own
 * key, so that a copy of the records alone names nobody and nothing in recruiting refers to them.
 */
import { createHmac, randomBytes } from "node:crypto";
import { getSetting, putSetting } from "../../../db/queries/settings";
import { systemScope } from "../../core/scope";
import type { Services } from "../services";

const scope = systemScope("equal-opportunity records");
const KEY_SETTING = "equal_opportunity_key";

/** The key travels with a backup, or restored records would fit nobody. Made at first use. */
export async function opportunityKey(db: Services["db"]): Promise<string> {
  const known = await getSetting(db, scope, KEY_SETTING);
  if (known !== null) return known;
  const fresh = randomBytes(32).toString("base64url");
  await putSetting(db, scope, { key: KEY_SETTING, value: fresh });
  return fresh;
}

/** @returns 64 hex digits */
export const subjectOf = (key: string, code: string): string => createHmac("sha256", key).update(code.toUpperCase()).digest("hex");
