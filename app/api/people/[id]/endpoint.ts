/** @file One person of the directory, for HR leads: who manages them. */
import { changeManagerRequest } from "@/lib/contracts/directory";
import { changeManager } from "@/lib/server/directory/directory";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const PATCH = route({ action: "people:manage", input: changeManagerRequest }, async ({ actor, input, params }) => {
  const { db } = await services();
  await changeManager(db, actor, { id: params["id"] ?? "", managerId: input.managerId });
});
