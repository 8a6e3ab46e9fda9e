/** @file /users: accounts and roles. Administrators only. */
import type { Metadata } from "next";
import { wordsOf } from "@/app/_components/language/server-language";
import { requirePermission } from "@/app/_components/shell/guard";
import { UsersScreen } from "./_components/users-screen";
import { USERS } from "./_components/words";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await wordsOf(USERS)).title });

export default async function UsersPage() {
  await requirePermission("users:manage", "/users");
  return <UsersScreen />;
}
