/**
 * @file How a demo course is written down: one call per course, sessions relative to the day of installation, so that
 * a demo that is installed years from now still has dates ahead. Invented providers and prices.
 */
import { addDays } from "../../../lib/core/document-terms";
import type { Course, CourseSession, Currency, StudyLanguage } from "../../../lib/growth/types";

/** "skill:level skill:level" */
type LevelList = string;

export interface CourseDetails {
  readonly teaches: LevelList;
  /** Ids of courses, separated by spaces. */
  readonly requires?: string;
  readonly entry?: LevelList;
  /** "first week / every so many weeks x times : days @ site, site", e.g. "3/8x3:2@Leeds,Rotterdam"; site "online". */
  readonly sessions?: string;
}

export interface CourseRow {
  readonly id: string;
  readonly kind: Course["kind"];
  readonly languages: readonly StudyLanguage[];
  readonly hours: number;
  readonly price: { readonly amount: number; readonly currency: Currency };
  readonly provider: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly summary: { readonly en: string; readonly zh: string };
  readonly details: CourseDetails;
}

const PROVIDERS = {
  academy: "Veldermere Academy",
  rijn: "Rijnmond Techniek College",
  aire: "Aire Valley Skills Centre",
  lou: "娄江职业培训中心",
  norden: "Norden Machine Safety",
  delta: "OpenDelta Online",
  harbour: "Harbour Language School",
  lantern: "Lantern Leadership",
} as const;

type Head = readonly [id: string, kind: Course["kind"], languages: string, hours: number, price: number | readonly [number, Currency], provider: keyof typeof PROVIDERS];

/** One line of the catalogue; a price without currency is in EUR. */
export function course(head: Head, en: readonly [title: string, summary: string], zh: readonly [title: string, summary: string], details: CourseDetails): CourseRow {
  const [id, kind, languages, hours, price, provider] = head;
  const [amount, currency] = typeof price === "number" ? ([price, "EUR"] as const) : price;
  return {
    id,
    kind,
    languages: languages.split(" ") as StudyLanguage[],
    hours,
    price: { amount, currency },
    provider: PROVIDERS[provider],
    title: { en: en[0], zh: zh[0] },
    summary: { en: en[1], zh: zh[1] },
    details,
  };
}

function levels(list: LevelList | undefined): Course["teaches"] {
  return (list ?? "").split(" ").filter(Boolean).map((entry) => {
    const [skillId = "", level = ""] = entry.split(":");
    if (!/^[1-4]$/.test(level)) throw new RangeError(`"${entry}": expected skill:level with a level from 1 to 4`);
    return { skillId, level: Number(level) as 1 | 2 | 3 | 4 };
  });
}

/** @param today `YYYY-MM-DD`; sessions begin on Mondays to Wednesdays of the weeks after it */
export function toCourse(row: CourseRow, today: string): Course {
  const { details, ...rest } = row;
  return {
    ...rest,
    teaches: levels(details.teaches),
    requires: (details.requires ?? "").split(" ").filter(Boolean),
    entry: levels(details.entry),
    sessions: details.sessions === undefined ? [] : sessionsOf(row.id, details.sessions, today),
  };
}

function sessionsOf(id: string, text: string, today: string): CourseSession[] {
  const parts = /^(\d+)\/(\d+)x(\d+):(\d+)@(.+)$/.exec(text);
  if (!parts) throw new RangeError(`course ${id}: sessions "${text}", expected e.g. "3/8x3:2@Leeds,online"`);
  const [first = 0, every = 0, count = 0, days = 1] = parts.slice(1, 5).map(Number);
  const sites = (parts[5] ?? "").split(",");
  const monday = addDays(today, (8 - new Date(`${today}T00:00:00Z`).getUTCDay()) % 7 || 7);
  return Array.from({ length: count }, (_, i) => {
    const start = addDays(monday, (first + i * every) * 7 + (days > 3 ? 0 : i % 3));
    const site = sites[i % sites.length] ?? "online";
    return { id: `${id}-${i + 1}`, start, end: addDays(start, days - 1), site: site === "online" ? null : site };
  });
}
