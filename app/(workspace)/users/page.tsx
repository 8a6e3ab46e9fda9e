/** @file /users: accounts and roles. Administrators only. */
import type { Metadata } from "next";
import { requirePermission } from "@/app/_components/shell/guard";
import { UsersScreen } from "./_components/users-screen";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage() {
  await requirePermission("users:manage", "/users");
  return <UsersScreen />;
}
