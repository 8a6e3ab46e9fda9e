/** @file The workspace's guard and frame: signed in or away to the sign-in page; then rail, screen and reader. */
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { describeMe } from "@/lib/server/people";
import { services } from "@/lib/server/services";
import { currentSession, SIGN_IN_PAGE } from "@/lib/server/session";
import { Workspace } from "../_components/shell/workspace";

export const dynamic = "force-dynamic";

export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  if (!session) redirect(SIGN_IN_PAGE);
  const { db } = await services();
  return <Workspace me={await describeMe(db, session)}>{children}</Workspace>;
}
