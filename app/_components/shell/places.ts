/** @file The workspace's places and the permission that each one needs; also used to guard the pages. */
export interface Place {
  readonly path: string;
  readonly name: string;
  /** A permission of lib/server/policy; null: everyone who is signed in. */
  readonly permission: string | null;
}

export const PLACES: readonly Place[] = [
  { path: "/chat", name: "Ask", permission: null },
  { path: "/documents", name: "Documents", permission: null },
  { path: "/candidates", name: "Candidates", permission: "candidates:search" },
  { path: "/jobs", name: "Openings", permission: null },
  { path: "/users", name: "Users", permission: "users:manage" },
  { path: "/audit", name: "Audit log", permission: "audit:verify" },
];
