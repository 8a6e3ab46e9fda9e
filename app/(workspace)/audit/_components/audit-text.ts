/** @file What an audit line says in words: who, did what, to what, and the facts. Pure; names come with the page. */
import type { InterfaceLanguage, WordsIn } from "@/app/_components/language/define-words";
import { FORMATS, type Formats } from "@/app/_components/language/formats";
import { principalText, TERMS, termOf, type Terms } from "@/app/_components/words";
import type { AuditAction, AuditLine, AuditPage } from "@/lib/contracts/audit";
import { ACTION, FACTS } from "./audit-words";
import { GROWTH_DETAILS } from "./growth-audit-text";
import { INSIGHT_DETAILS } from "./insight-audit-text";
import { RECRUITING_DETAILS } from "./recruiting-audit-text";

/** A language and the names as of now: what a line needs to become words. */
export interface Speech {
  readonly language: InterfaceLanguage;
  readonly words: WordsIn<typeof FACTS>;
  readonly terms: Terms;
  readonly formats: Formats;
  readonly names: AuditPage["names"];
}

export const speechIn = (language: InterfaceLanguage, names: AuditPage["names"]): Speech => ({ language, words: FACTS[language], terms: TERMS[language], formats: FORMATS[language], names });

const isAction = (action: string): action is AuditAction => Object.hasOwn(ACTION, action);

export const actionText = (action: string, { language }: Pick<Speech, "language">): string => (isAction(action) ? ACTION[action][language] : action);

/** "0190c3f1-…" → its last eight: enough to tell two apart. The beginning of our ids is a time, so the end is shown. */
export const shortId = (id: string): string => id.slice(-8);

/** @returns the name as of now; someone erased is an id */
export function personText(id: string, { names, words }: Pick<Speech, "names" | "words">): string {
  return names.accounts[id] ?? words.erased(shortId(id));
}

export function actorText({ actor, action }: AuditLine, speech: Speech): string {
  if (actor.type === "system") return `Cadre: ${actor.id ?? ""}`;
  if (actor.type === "person" && actor.id) return personText(actor.id, speech);
  return action.startsWith("hr.") ? speech.words.unnamed : speech.words.nobody;
}

/** The object's name, null when the line is about none in particular. */
export function objectText({ object, facts }: AuditLine, speech: Speech): string | null {
  const { names, words } = speech;
  if (object.id === null) return null;
  if (object.kind === "account") return personText(object.id, speech);
  if (object.kind !== "document") return `${termOf(words.objects, object.kind)} ${shortId(object.id)}`;
  return names.documents[object.id] ?? words.closed(`${kindText(facts["kind"], speech)} ${shortId(object.id)}`);
}

/** The facts as one line; for an action this screen does not know, as they are. */
export function factsText(line: AuditLine, speech: Speech): string {
  if (!isAction(line.action)) return JSON.stringify(line.facts);
  return DETAILS[line.action](line.facts, speech).filter(Boolean).join(" · ");
}

export type Facts = AuditLine["facts"];
export type Part = string | false | null;
export type Detail = (facts: Facts, speech: Speech) => Part[];

const kindOnly: Detail = (facts, speech) => [kindText(facts["kind"], speech)];
const rolesOnly: Detail = (facts, speech) => [rolesText(facts["roles"], speech)];
const nothing: Detail = () => [];
const handedOver = (facts: Facts, { words }: Speech): string => (facts["mailed"] === true ? words.byMail : words.byHand);
const taskText = (facts: Facts, { words }: Speech): string => termOf(words.task, String(facts["task"]));
const relationText = (facts: Facts, { words }: Speech): string => termOf(words.relation, String(facts["relation"]));

const sentText: Detail = (facts, { words }) => [facts["named"] === true && words.withName, facts["context"] === true && words.withContext];

const DETAILS: Readonly<Record<AuditAction, Detail>> = {
  "document.opened": kindOnly,
  "document.downloaded": kindOnly,
  "document.added": (facts, speech) => [kindText(facts["kind"], speech), typeof facts["sizeBytes"] === "number" && speech.formats.size(facts["sizeBytes"]), facts["replaces"] !== null && speech.words.older],
  "document.changed": (facts, speech) => [facts["title"] === true && speech.words.title, readersText(facts, speech)],
  "document.terms-changed": (facts, speech) => [termsText(facts, speech)],
  "document.task-closed": (facts, speech) => [taskText(facts, speech)],
  "document.task-snoozed": (facts, speech) => [taskText(facts, speech), speech.words.until(String(facts["until"]))],
  "document.task-reassigned": (facts, speech) => [taskText(facts, speech), facts["to"] === null ? speech.words.toNobody : speech.words.to(personText(String(facts["to"]), speech))],
  "document.retried": kindOnly,
  "document.deleted": (facts, speech) => [kindText(facts["kind"], speech), facts["replacedBy"] !== null && speech.words.newer],
  "candidates.listed": (facts, { words }) => [words.shown(Number(facts["shown"]))],
  "candidates.searched": (facts, { words }) => [words.shown(Number(facts["shown"])), facts["place"] === "chat" && words.inChat],
  "account.created": rolesOnly,
  "account.changed": (facts, speech) => [accountText(facts, speech)],
  "account.password-changed": nothing,
  "account.signed-in": (facts, { words }) => [facts["via"] === "company" ? words.viaCompany : facts["via"] === "emergency" && words.viaEmergency],
  "account.sign-in-refused": nothing,
  "account.invited": (facts, speech) => [rolesText(facts["roles"], speech), handedOver(facts, speech)],
  "account.invitation-revoked": nothing,
  "account.joined": rolesOnly,
  "account.password-link-made": (facts, speech) => [handedOver(facts, speech)],
  "account.password-set-by-link": nothing,
  "account.linked": (facts, speech) => [facts["created"] === true && speech.words.accountMade, rolesText(facts["roles"], speech)],
  "account.roles-mapped": rolesOnly,
  "account.session-ended": (facts, { words }) => [termOf(words.sessionEnd, String(facts["reason"]))],
  "account.removed": (facts, { words }) => [words.reports(Number(facts["reports"])), words.chatsKept(Number(facts["chats"])), Number(facts["insightRows"] ?? 0) > 0 && words.insightRows(Number(facts["insightRows"])), Number(facts["growthRows"] ?? 0) > 0 && words.growthRows(Number(facts["growthRows"]))],
  "relation.granted": (facts, speech) => [relationText(facts, speech), typeof facts["until"] === "string" && speech.words.until(facts["until"].slice(0, 10))],
  "relation.ended": (facts, speech) => [relationText(facts, speech)],
  "directory.imported": (facts, { words }) => [words.imported(Number(facts["created"]), Number(facts["updated"]), Number(facts["unchanged"]))],
  "review.restricted-shown": (facts, { words }) => [words.documents(Array.isArray(facts["documents"]) ? facts["documents"].length : 0), facts["place"] === "search" && words.bySearch],
  "review.assigned": (facts, speech) => {
    const name = personText(String(facts["to"]), speech);
    return [facts["assigned"] === true ? speech.words.to(name) : speech.words.noLongerTo(name)];
  },
  "review.adjudicated": (facts, { words }) => [termOf(words.verdicts, String(facts["verdict"]))],
  "review.gold-changed": (facts, { words }) => [facts["gold"] === true ? words.goldNow : words.goldNoMore],
  "model.training-started": (facts, { words }) => [termOf(words.trainedBy, String(facts["by"])), facts["kind"] === "encoder" && words.encoderToo],
  "model.index-started": (facts, { words }) => [words.version(Number(facts["version"])), termOf(words.gate, String(facts["verdict"])), facts["reason"] !== "" && `“${String(facts["reason"])}”`],
  "model.training-cancelled": nothing,
  "model.promoted": (facts, { words }) => [
    words.version(Number(facts["version"])),
    words.instead(Number(facts["from"])),
    termOf(words.gate, String(facts["verdict"])),
    facts["trial"] === true && words.trial,
    facts["reason"] !== "" && `“${String(facts["reason"])}”`,
  ],
  "model.trial-passed": (facts, { words }) => [words.version(Number(facts["version"]))],
  "model.rolled-back": (facts, { words }) => [words.version(Number(facts["version"])), words.instead(Number(facts["from"])), facts["automatic"] === true && words.automatic],
  "model.schedule-changed": (facts, { words }) => [typeof facts["everyLabels"] === "number" && words.everyLabels(facts["everyLabels"]), typeof facts["cron"] === "string" && facts["cron"], facts["everyLabels"] === null && facts["cron"] === null && words.notPlanned],
  "access.denied": (facts, { words }) => [facts["answer"] === "forbidden" ? words.forbidden : words.notFound, facts["method"] === "PAGE" ? words.screen(String(facts["route"])) : `${String(facts["method"])} ${String(facts["route"])}`],
  "audit.exported": (facts, speech) => [String(facts["format"]).toUpperCase(), speech.words.lines(Number(facts["lines"])), exportText(facts, speech)],
  "hr.sent": sentText,
  "hr.withdrawn": (facts, { words }) => [facts["named"] === true && words.withName],
  "hr.opened": (facts, { words }) => [words.phrasings(Number(facts["phrasings"]))],
  "hr.assigned": (facts, speech) => [facts["to"] === null ? speech.words.toNobody : speech.words.to(personText(String(facts["to"]), speech))],
  "hr.answered": (facts, { words }) => [words.people(Number(facts["people"])), facts["passage"] === true && words.withPassage, facts["shared"] === true && words.forEveryone],
  "hr.declined": (facts, { words }) => [words.people(Number(facts["people"]))],
  "hr.separated": nothing,
  "verified.suspended": (facts, { words }) => [termOf(words.because, String(facts["because"]))],
  "verified.checked": (facts, { words }) => [termOf(words.checked, String(facts["did"]))],
  "verified.published": nothing,
  "topics.edited": (facts, { words }) => [words.topics(Number(facts["topics"]), Number(facts["words"]))],
  "company.demo-created": (facts, { words }) => [words.documents(Number(facts["documents"])), words.accounts(Number(facts["accounts"]))],
  "company.demo-removed": (facts, { words }) => [words.documents(Number(facts["documents"])), words.accounts(Number(facts["accounts"])), words.rows(Number(facts["rows"]))],
  "company.backed-up": (facts, { words }) => [facts["whileServing"] === true && words.whileServing],
  "company.restored": (facts, { words, formats }) => [words.backupOf(formats.moment(String(facts["createdAt"]))), words.documents(Number(facts["documents"])), words.rows(Number(facts["rows"]))],
  "company.renamed": nothing,
  "company.module-switched": (facts, { words }) => [`${String(facts["module"])}: ${facts["on"] === true ? words.on : words.off}`],
  "retention.changed": (facts, { words }) => [words.keptMonths(facts["chats"] as number | null, facts["resumes"] as number | null), facts["questions"] !== undefined && words.questionsKept(facts["questions"] as number | null), facts["ended"] !== undefined && words.endedKept(facts["ended"] as number | null)],
  "retention.applied": (facts, { words }) => [words.deletedDue(Number(facts["chats"]), Number(facts["resumes"])), Number(facts["questions"] ?? 0) > 0 && words.questionsDue(Number(facts["questions"])), Number(facts["ended"] ?? 0) > 0 && words.endedDue(Number(facts["ended"]))],
  ...INSIGHT_DETAILS,
  ...RECRUITING_DETAILS,
  ...GROWTH_DETAILS,
};

function termsText(facts: Facts, speech: Speech): string {
  const { words } = speech;
  const fields = Array.isArray(facts["fields"]) ? facts["fields"] : [];
  const dayOf = (day: Facts[string] | undefined) => (typeof day === "string" ? day : words.openEnd);
  const said: Readonly<Record<string, string>> = {
    ownerId: typeof facts["owner"] === "string" ? personText(facts["owner"], speech) : words.none,
    validFrom: dayOf(facts["validFrom"]),
    validUntil: dayOf(facts["validUntil"]),
  };
  return fields.map((field) => (said[field] === undefined ? termOf(words.term, field) : words.named(termOf(words.term, field), said[field]))).join(" · ");
}

function kindText(kind: unknown, { terms, words }: Speech): string {
  return typeof kind === "string" && Object.hasOwn(terms.kind, kind) ? termOf(terms.kind, kind) : words.document;
}

function rolesText(roles: unknown, { terms, formats }: Speech): string {
  const list = Array.isArray(roles) ? roles.map(String) : [];
  const more = list.filter((role) => role !== "employee");
  return formats.list((more.length > 0 ? more : list).map((role) => termOf(terms.role, role)));
}

function readersText(facts: Facts, { words, terms, formats, names }: Speech): string | null {
  const before = facts["readersBefore"];
  const after = facts["readersAfter"];
  if (!Array.isArray(before) || !Array.isArray(after)) return null;
  const people = new Map(Object.entries(names.accounts));
  const list = (readers: readonly string[]) => formats.list(readers.map((reader) => principalText(reader, terms, people)));
  return words.readers(list(before), list(after));
}

function accountText(facts: Facts, speech: Speech): string {
  const { words } = speech;
  const fields = Array.isArray(facts["fields"]) ? facts["fields"] : [];
  return fields
    .map((field) => {
      if (field === "roles") return words.named(words.field.roles, rolesText(facts["roles"], speech));
      if (field === "disabled") return facts["disabled"] === true ? words.field.disabled : words.enabled;
      return termOf(words.field, field);
    })
    .join(" · ");
}

function exportText(facts: Facts, speech: Speech): string {
  const { words, formats } = speech;
  const { person, action, byDocument, from, until } = facts;
  const parts = [
    typeof person === "string" ? personText(person, speech) : null,
    typeof action === "string" ? actionText(action, speech) : null,
    byDocument === true ? words.oneDocument : null,
    from !== null || until !== null ? words.spanOfDays : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? words.only(formats.list(parts)) : words.allOfIt;
}
