/**
 * @file What a refused request was about, from its path: the route with its dynamic parts as names, and the object.
 * An id is kept only in the form of our own ids: anything else that someone typed into an address is not stored.
 */
import type { AuditObjectKind } from "../../contracts/audit";

const OBJECTS: Readonly<Record<string, AuditObjectKind>> = {
  documents: "document",
  candidates: "document",
  jobs: "document",
  openings: "document",
  recruiting: "application",
  fairness: "fairness",
  conversations: "conversation",
  chat: "conversation",
  feedback: "feedback",
  users: "account",
  invitations: "account",
  people: "account",
  audit: "log",
  insights: "insight",
  growth: "growth",
};

const OWN_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** "/api/documents/0190…/text" with `{ id: "0190…" }` → "/api/documents/[id]/text"; at most 121 characters. */
export function routePattern(pathname: string, params: Readonly<Record<string, string>>): string {
  const names = new Map(Object.entries(params).map(([name, value]) => [value, name]));
  const parts = pathname.split("/").map((part) => {
    const name = names.get(decoded(part));
    return name === undefined ? part : `[${name}]`;
  });
  return `/${parts.filter(Boolean).join("/").replace(/[^\w/:.[\]-]/g, "")}`.slice(0, 121);
}

/** @param route as `routePattern` gives it */
export function objectOfRoute(route: string, params: Readonly<Record<string, string>>): { kind: AuditObjectKind; id: string | null } {
  const [first = "", second = ""] = route.split("/").filter(Boolean);
  const kind = OBJECTS[first === "api" ? second : first] ?? "screen";
  const id = params["id"] ?? "";
  return { kind, id: OWN_ID.test(id) ? id : null };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return part;
    throw error;
  }
}
