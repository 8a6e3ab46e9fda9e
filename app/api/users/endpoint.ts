/** @file Accounts, for admins: all of them, and a new one. */
import { createUserRequest } from "@/lib/contracts/people";
import { createUser, listUsers, mappedRoles } from "@/lib/server/people";
import { route } from "@/lib/server/route";
import { services } from "@/lib/server/services";

export const GET = route({ action: "users:manage" }, async ({ scope }) => {
  const { db } = await services();
  return { users: await listUsers(db, scope), mappedRoles: mappedRoles() };
});

export const POST = route({ action: "users:manage", input: createUserRequest }, async ({ actor, input }) => {
  const { db } = await services();
  return Response.json(await createUser(db, actor, input), { status: 201, headers: { "cache-control": "no-store" } });
});
