/** @file Someone leaves: what removing them would do, and doing it. For HR leads and administrators. */
import type { UserId } from "@/lib/core/types";
import { previewRemoval, removePerson } from "@/lib/server/directory/remove-person";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "people:remove" }, async ({ actor, params }) => {
  const { db } = await services();
  return previewRemoval(db, actor, params["id"] as UserId);
});

export const POST = route({ action: "people:remove" }, async ({ actor, params }) => {
  const { db } = await services();
  return removePerson(db, actor, params["id"] as UserId);
});
