/** @file One account, for admins: name, roles, disabled, a new password. */
import { updateUserRequest } from "@/lib/contracts/people";
import type { UserId } from "@/lib/core/types";
import { updateUser } from "@/lib/server/people";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const PATCH = route({ action: "users:manage", input: updateUserRequest }, async ({ actor, input, params }) => {
  const { db } = await services();
  return updateUser(db, actor, { id: params["id"] as UserId, change: input });
});
