/** @file What an audit line says in words: who, did what, to what, and the facts. Pure; names come with the page. */
import { count, KIND, principalName, ROLE, sizeText } from "@/app/_components/words";
import type { AuditAction, AuditLine, AuditPage } from "@/lib/contracts/audit";

type Names = AuditPage["names"];

export const ACTION: Readonly<Record<AuditAction, string>> = {
  "document.opened": "Opened",
  "document.downloaded": "Opened the file",
  "document.added": "Added",
  "document.changed": "Changed",
  "document.terms-changed": "Changed details",
  "document.task-closed": "Closed a task",
  "document.task-snoozed": "Put off a task",
  "document.task-reassigned": "Gave a task to someone",
  "document.retried": "Tried again",
  "document.deleted": "Deleted",
  "candidates.listed": "Listed candidates",
  "candidates.searched": "Searched candidates",
  "account.created": "Created account",
  "account.changed": "Changed account",
  "account.password-changed": "Changed own password",
  "account.signed-in": "Signed in",
  "account.sign-in-refused": "Sign-in refused",
  "account.invited": "Invited",
  "account.invitation-revoked": "Took back an invitation",
  "account.joined": "Took up an invitation",
  "account.password-link-made": "Made a link for a new password",
  "account.password-set-by-link": "Set a new password by link",
  "account.linked": "Linked to the company account",
  "account.roles-mapped": "Roles changed by company groups",
  "account.session-ended": "Session ended by the sign-in service",
  "account.removed": "Removed person",
  "relation.granted": "Named",
  "relation.ended": "Ended",
  "directory.imported": "Imported the directory",
  "review.restricted-shown": "Read restricted passages in review",
  "review.assigned": "Assigned a review item",
  "review.adjudicated": "Decided a review item",
  "review.gold-changed": "Changed a gold item",
  "access.denied": "Was refused",
  "audit.exported": "Exported the audit log",
  "company.demo-created": "Created the demo company",
};

/** Choices of the action filter; a group is the part before the dot. */
export const ACTION_CHOICES: readonly { readonly value: string; readonly label: string; readonly accounts?: true }[] = [
  { value: "", label: "Any action", accounts: true },
  { value: "document", label: "Documents: all" },
  ...(["document.opened", "document.downloaded", "document.added", "document.changed", "document.deleted"] as const).map((value) => ({ value, label: `Documents: ${ACTION[value].toLowerCase()}` })),
  { value: "candidates", label: "Candidates" },
  { value: "account", label: "Accounts: all", accounts: true },
  { value: "account.signed-in", label: "Accounts: signed in", accounts: true },
  { value: "account.sign-in-refused", label: "Accounts: sign-in refused", accounts: true },
  { value: "account.changed", label: "Accounts: changed", accounts: true },
  { value: "review", label: "Review queue" },
  { value: "access.denied", label: "Refused", accounts: true },
  { value: "audit.exported", label: "Exports of this log" },
];

export const actionText = (action: string): string => (Object.hasOwn(ACTION, action) ? ACTION[action as AuditAction] : action);

/** "0190c3f1-…" → "0190c3f1": enough to tell two apart. The beginning of our ids is a time, so the end is shown. */
export const shortId = (id: string): string => id.slice(-8);

/** @returns the name as of now; someone erased is an id */
export function personText(id: string, names: Names): string {
  return names.accounts[id] ?? `Erased person ${shortId(id)}`;
}

export function actorText({ actor }: AuditLine, names: Names): string {
  if (actor.type === "system") return `Cadre: ${actor.id ?? ""}`;
  return actor.type === "person" && actor.id ? personText(actor.id, names) : "Nobody signed in";
}

/** The object's name, null when the line is about none in particular. */
export function objectText({ object, facts }: AuditLine, names: Names): string | null {
  if (object.id === null) return null;
  if (object.kind === "account") return personText(object.id, names);
  if (object.kind !== "document") return `${object.kind} ${shortId(object.id)}`;
  return names.documents[object.id] ?? `${kindText(facts["kind"])} ${shortId(object.id)}, gone or not open to you`;
}

/** The facts as one line; for an action this screen does not know, as they are. */
export function factsText(line: AuditLine, names: Names): string {
  const { facts } = line;
  if (!Object.hasOwn(ACTION, line.action)) return JSON.stringify(facts);
  return DETAILS[line.action as AuditAction](facts, names).filter(Boolean).join(" · ");
}

type Facts = AuditLine["facts"];
type Part = string | false | null;

const DETAILS: Readonly<Record<AuditAction, (facts: Facts, names: Names) => Part[]>> = {
  "document.opened": (facts) => [kindText(facts["kind"])],
  "document.downloaded": (facts) => [kindText(facts["kind"])],
  "document.added": (facts) => [kindText(facts["kind"]), typeof facts["sizeBytes"] === "number" && sizeText(facts["sizeBytes"]), facts["replaces"] !== null && "takes the place of an older one"],
  "document.changed": (facts, names) => [facts["title"] === true && "title", readersText(facts, names)],
  "document.terms-changed": (facts, names) => [termsText(facts, names)],
  "document.task-closed": (facts) => [TASK[String(facts["task"])] ?? String(facts["task"])],
  "document.task-snoozed": (facts) => [TASK[String(facts["task"])] ?? String(facts["task"]), `until ${String(facts["until"])}`],
  "document.task-reassigned": (facts, names) => [TASK[String(facts["task"])] ?? String(facts["task"]), facts["to"] === null ? "to nobody" : `to ${personText(String(facts["to"]), names)}`],
  "document.retried": (facts) => [kindText(facts["kind"])],
  "document.deleted": (facts) => [kindText(facts["kind"]), facts["replacedBy"] !== null && "a newer file took its place"],
  "candidates.listed": (facts) => [`${count(Number(facts["shown"]), "candidate")} shown`],
  "candidates.searched": (facts) => [`${count(Number(facts["shown"]), "candidate")} shown`, facts["place"] === "chat" && "in the chat"],
  "account.created": (facts) => [rolesText(facts["roles"])],
  "account.changed": (facts) => [accountText(facts)],
  "account.password-changed": () => [],
  "account.signed-in": (facts) => [facts["via"] === "company" ? "with the company account" : facts["via"] === "emergency" && "in an emergency, with a password"],
  "account.sign-in-refused": () => [],
  "account.invited": (facts) => [rolesText(facts["roles"]), facts["mailed"] === true ? "by mail" : "link to hand on"],
  "account.invitation-revoked": () => [],
  "account.joined": (facts) => [rolesText(facts["roles"])],
  "account.password-link-made": (facts) => [facts["mailed"] === true ? "by mail" : "link to hand on"],
  "account.password-set-by-link": () => [],
  "account.linked": (facts) => [facts["created"] === true && "account made", rolesText(facts["roles"])],
  "account.roles-mapped": (facts) => [rolesText(facts["roles"])],
  "account.session-ended": (facts) => [SESSION_END[String(facts["reason"])] ?? String(facts["reason"])],
  "account.removed": (facts) => [`${count(Number(facts["reports"]), "report")} without a manager now`, `${count(Number(facts["chats"]), "chat")} kept until their time is over`],
  "relation.granted": (facts) => [RELATION[String(facts["relation"])] ?? String(facts["relation"]), typeof facts["until"] === "string" && `until ${facts["until"].slice(0, 10)}`],
  "relation.ended": (facts) => [RELATION[String(facts["relation"])] ?? String(facts["relation"])],
  "directory.imported": (facts) => [`${Number(facts["created"])} new`, `${Number(facts["updated"])} changed`, `${Number(facts["unchanged"])} as before`],
  "review.restricted-shown": (facts) => [count(Array.isArray(facts["documents"]) ? facts["documents"].length : 0, "document"), facts["place"] === "search" && "found by search"],
  "review.assigned": (facts, names) => [facts["assigned"] === true ? "to" : "no longer to", personText(String(facts["to"]), names)],
  "review.adjudicated": (facts) => [String(facts["verdict"])],
  "review.gold-changed": (facts) => [facts["gold"] === true ? "checks reviewers now" : "checks nobody any more"],
  "access.denied": (facts) => [facts["answer"] === "forbidden" ? "not open to them" : "not there, or not open to them", `${facts["method"] === "PAGE" ? "screen" : String(facts["method"])} ${String(facts["route"])}`],
  "audit.exported": (facts, names) => [String(facts["format"]).toUpperCase(), count(Number(facts["lines"]), "line"), exportText(facts, names)],
  "company.demo-created": (facts) => [count(Number(facts["documents"]), "document"), count(Number(facts["accounts"]), "account")],
};

const SESSION_END: Readonly<Record<string, string>> = {
  gone: "the account is gone there",
  "not-allowed": "no longer in a group that may use Cadre",
  "signed-out": "signed out there",
  unconfirmed: "the service could not be asked for too long",
};

const RELATION: Readonly<Record<string, string>> = { manager: "manager of a person", "hiring-manager": "hiring manager of an opening", learning: "learning and development" };

const TASK: Readonly<Record<string, string>> = { review: "review", expiring: "ends soon", disagreement: "disagreement", feedback: "feedback", file_removed: "file removed" };
const TERM: Readonly<Record<string, string>> = { ownerId: "owner", validFrom: "first day", validUntil: "last day", supersedesId: "what it replaces", sites: "sites", contracts: "contracts", audience: "audience", languages: "languages", reviewMonths: "review" };

function termsText(facts: Facts, names: Names): string {
  const fields = Array.isArray(facts["fields"]) ? facts["fields"] : [];
  const said: Readonly<Record<string, string>> = { ownerId: facts["owner"] === null ? "none" : personText(String(facts["owner"]), names), validFrom: String(facts["validFrom"] ?? "open"), validUntil: String(facts["validUntil"] ?? "open") };
  return fields.map((field) => `${TERM[field] ?? field}${said[field] === undefined ? "" : `: ${said[field]}`}`).join(" · ");
}

function kindText(kind: unknown): string {
  return typeof kind === "string" && Object.hasOwn(KIND, kind) ? KIND[kind as keyof typeof KIND] : "Document";
}

function rolesText(roles: unknown): string {
  const list = Array.isArray(roles) ? roles.map(String) : [];
  const more = list.filter((role) => role !== "employee");
  return (more.length > 0 ? more : list).map((role) => (Object.hasOwn(ROLE, role) ? ROLE[role as keyof typeof ROLE] : role)).join(", ");
}

function readersText(facts: Facts, names: Names): string | null {
  const before = facts["readersBefore"];
  const after = facts["readersAfter"];
  if (!Array.isArray(before) || !Array.isArray(after)) return null;
  const people = new Map(Object.entries(names.accounts));
  const list = (readers: readonly string[]) => readers.map((reader) => principalName(reader, people)).join(", ");
  return `readers: ${list(before)} → ${list(after)}`;
}

function accountText(facts: Facts): string {
  const fields = Array.isArray(facts["fields"]) ? facts["fields"] : [];
  return fields
    .map((field) => {
      if (field === "roles") return `roles: ${rolesText(facts["roles"])}`;
      if (field === "disabled") return facts["disabled"] === true ? "disabled" : "enabled";
      return field === "password" ? "new password" : field;
    })
    .join(" · ");
}

function exportText(facts: Facts, names: Names): string {
  const { person, action, byDocument, from, until } = facts;
  const parts = [typeof person === "string" ? personText(person, names) : null, typeof action === "string" ? action : null, byDocument === true ? "one document" : null, from !== null || until !== null ? "a span of days" : null];
  const chosen = parts.filter((part) => part !== null);
  return chosen.length > 0 ? `only ${chosen.join(", ")}` : "all of it";
}
