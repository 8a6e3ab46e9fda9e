/** @file Who is signed in and what the screens may offer them. The server decides again on every request. */
"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { Me } from "@/lib/contracts/people";

const Context = createContext<Me | null>(null);

export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => (
  <Context.Provider value={me}>{children}</Context.Provider>
);

export function useMe(): Me {
  const me = useContext(Context);
  if (!me) throw new Error("useMe() outside of the workspace: wrap the screen in <MeProvider>.");
  return me;
}

/** May the screens offer this? Names are those of lib/server/policy. */
export const useCan = (permission: string): boolean => useMe().permissions.includes(permission);
