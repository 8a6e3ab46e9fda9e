/** @file Guard of a page: without the permission it does not exist. The API decides again on every request. */
import { notFound, redirect } from "next/navigation";
import { recordRefusedPage } from "@/lib/server/audit/refused-page";
import { moduleOfPath } from "@/lib/server/modules/registry";
import { isModuleOn } from "@/lib/server/modules/state";
import { can, type Action } from "@/lib/server/policy";
import { services } from "@/lib/server/services";
import { currentActor, SIGN_IN_PAGE } from "@/lib/server/session";

/** Sends people who are not signed in to the sign-in page, and shows "nothing here" to those who may not, or while the screen's module is off, which is recorded. */
export async function requirePermission(action: Action, pathname: string): Promise<void> {
  const actor = await currentActor();
  if (!actor) redirect(SIGN_IN_PAGE);
  const part = moduleOfPath(pathname);
  const on = part === null || (await isModuleOn((await services()).db, part));
  if (on && can(actor, action)) return;
  await recordRefusedPage(actor, pathname);
  notFound();
}
