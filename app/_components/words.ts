/** @file The words the screens use for kinds, roles, states and reasons: one place, so that they agree everywhere. */
import type { DocumentKind, DocumentStatus, IngestStage, Role } from "@/lib/core/types";

export const KIND: Readonly<Record<DocumentKind, string>> = {
  policy: "Policy",
  resume: "Résumé",
  job: "Opening",
  course: "Course",
};

export const KIND_PLURAL: Readonly<Record<DocumentKind, string>> = {
  policy: "Policies",
  resume: "Résumés",
  job: "Openings",
  course: "Courses",
};

export const ROLE: Readonly<Record<Role, string>> = {
  employee: "Employee",
  recruiter: "Recruiter",
  reviewer: "Reviewer",
  hr_lead: "HR lead",
  admin: "Administrator",
};

export const ROLE_DOES: Readonly<Record<Role, string>> = {
  employee: "asks about policies",
  recruiter: "also searches candidates and reads résumés",
  reviewer: "also sees rated answers, without names",
  hr_lead: "also owns policies and may read résumés",
  admin: "also manages accounts; reads no HR content by that",
};

export const STATUS: Readonly<Record<DocumentStatus, string>> = {
  queued: "Waiting",
  processing: "Reading",
  ready: "Ready",
  needs_ocr: "Needs OCR",
  failed: "Failed",
};

export const STAGE: Readonly<Record<IngestStage, string>> = {
  read: "Read",
  extract: "Extract",
  split: "Split",
  embed: "Embed",
  index: "Index",
};

const isRole = (value: string): value is Role => Object.hasOwn(ROLE, value);

/** "role:employee" → "Everyone"; "user:<id>" → the person's name where it is known. */
export function principalName(principal: string, people: ReadonlyMap<string, string> = new Map()): string {
  if (principal === "role:employee") return "Everyone";
  const [type, id = ""] = principal.split(/:(.*)/s);
  if (type === "role") return isRole(id) ? `${ROLE[id]}s` : id;
  return people.get(id) ?? "1 person";
}

/** 1536 → "1.5 KB". Decimal units, as file managers show. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["KB", "MB", "GB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? "GB"}`;
}

/** Seconds → "about 40 s", "about 3 min"; coarse on purpose, it is an estimate. */
export function etaText(seconds: number): string {
  if (seconds < 5) return "a few seconds";
  if (seconds < 90) return `about ${Math.ceil(seconds / 5) * 5} s`;
  return `about ${Math.round(seconds / 60)} min`;
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const dayTime = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
export const dayText = (iso: string): string => day.format(new Date(iso));
export const dayTimeText = (iso: string): string => dayTime.format(new Date(iso));

/** Completed years of experience; a decimal would claim more than a résumé says. */
export const wholeYears = (years: number): string => (years < 1 ? "< 1" : String(Math.floor(years)));

/** "3 passages", "1 passage". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

/** The lang attribute for a text: Chinese is marked, so that it is read out and set in the right face. */
export { detectLanguage as langOf } from "@/lib/core/language";
