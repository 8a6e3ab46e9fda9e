/** @file One invitation, for admins: taken back. */
import { takeBackInvitation } from "@/lib/server/identity/send-invitation";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const DELETE = route({ action: "users:manage" }, async ({ actor, params }) => {
  const { db } = await services();
  await takeBackInvitation(db, actor, params["id"] ?? "");
});
