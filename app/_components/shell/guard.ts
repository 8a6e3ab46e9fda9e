/** @file Guard of a page: without the permission it does not exist. The API decides again on every request. */
import { notFound, redirect } from "next/navigation";
import { recordRefusedPage } from "@/lib/server/audit/refused-page";
import { can, type Action } from "@/lib/server/policy";
import { currentActor, SIGN_IN_PAGE } from "@/lib/server/session";

/** Sends people who are not signed in to the sign-in page, and shows "nothing here" to those who may not, which is recorded. */
export async function requirePermission(action: Action, pathname: string): Promise<void> {
  const actor = await currentActor();
  if (!actor) redirect(SIGN_IN_PAGE);
  if (can(actor, action)) return;
  await recordRefusedPage(actor, pathname);
  notFound();
}
