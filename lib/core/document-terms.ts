/**
 * @file The terms of a document: from when to when it holds, for whom, in place of which other one. Words only; who a
 * document applies to is decided in lib/assistant/applicability.
 */
import type { Language } from "./types";

/** Empty lists mean everyone. Days are `YYYY-MM-DD`. */
export interface DocumentTerms {
  /** First day; null: ever since. */
  readonly validFrom: string | null;
  /** Last day; null: until further notice. */
  readonly validUntil: string | null;
  /** The document whose place it takes. */
  readonly supersedes: string | null;
  /** As the company's directory writes them, like the three lists below. */
  readonly sites: readonly string[];
  readonly contracts: readonly string[];
  /** Departments, or MANAGERS. */
  readonly audience: readonly string[];
  /** Working languages. */
  readonly languages: readonly Language[];
}

/** In `audience`: everyone to whom somebody reports. */
export const MANAGERS = "managers";

export const NO_TERMS: DocumentTerms = { validFrom: null, validUntil: null, supersedes: null, sites: [], contracts: [], audience: [], languages: [] };

/** What an asker's employee record says; null where there is none, and then nothing is held against them. */
export interface EmployeeFacts {
  readonly site: string | null;
  readonly contract: string | null;
  /** Department, and MANAGERS where somebody reports to them; null: unknown. */
  readonly groups: readonly string[] | null;
  readonly language: Language | null;
}

export const NOBODY_KNOWN: EmployeeFacts = { site: null, contract: null, groups: null, language: null };

/**
 * How a document stands to one person on one day. applies: quoted as an answer · others: holds, for other people · ended ·
 * coming: not yet.
 */
export type StandingState = "applies" | "others" | "ended" | "coming";

/** What is said beside a quote. */
export interface Standing {
  readonly state: StandingState;
  /** First and last day on which it holds; null: open. */
  readonly from: string | null;
  readonly until: string | null;
  /** For whom, as the document names them; empty: everyone. */
  readonly for: readonly string[];
  /** Seen from the asker's own record: `for` is what they are, or with "others" are not. False: from what the question names, or nothing is known. */
  readonly you: boolean;
  /** A later version that is announced: its title and first day. */
  readonly next?: { readonly title: string; readonly from: string } | undefined;
}

/** @param ms milliseconds since 1970 @returns the day on this machine's calendar, `YYYY-MM-DD` */
export function dayOf(ms: number): string {
  const date = new Date(ms);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param days may be negative @returns the day so many days later */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** @returns the same day so many months later, or that month's last day */
export function addMonths(day: string, months: number): string {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay))).toISOString().slice(0, 10);
}

/** True for a day that the calendar has, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}
