/** @file Sign out: nothing that was typed stays behind in this tab. */
"use client";

import { signOut } from "next-auth/react";
import { clearDrafts } from "./drafts";

export function leave(): void {
  clearDrafts();
  void signOut({ callbackUrl: "/sign-in" });
}
