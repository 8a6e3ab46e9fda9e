/**
 * @file Courses from a file: CSV (one line per course), xAPI activities (JSON), a SCORM manifest (imsmanifest.xml). What a file
 * does not say stays at a stated default; what cannot be read is named by its line, the rest is taken.
 */
import { csvParse } from "d3-dsv";
import { course, type StoredCourse } from "../../contracts/growth-catalogue";
import { AppError } from "../../core/errors";
import { issuesText } from "./import-issues";
import { extensionHours, learningHours, typicalLearningTime } from "./learning-time";
import { growthTaxonomy } from "./taxonomy";

export interface CourseProblem {
  readonly line: number;
  readonly message: string;
}
export interface ReadCourses {
  readonly courses: StoredCourse[];
  readonly problems: CourseProblem[];
}

/** Hours of a course whose file does not say: shown as such, easily corrected by a second import. */
const DEFAULT_HOURS = 2;
const MAX_COURSES = 5_000;

/** @throws AppError "request/invalid" for a file that is not of its form at all */
export function readCourses(text: string, source: "csv" | "xapi" | "scorm"): ReadCourses {
  const rows = source === "csv" ? csvRows(text) : source === "xapi" ? xapiRows(text) : scormRows(text);
  const [courses, problems]: [StoredCourse[], CourseProblem[]] = [[], []];
  rows.slice(0, MAX_COURSES).forEach((row, i) => {
    const line = i + (source === "csv" ? 2 : 1);
    const { skills, unknown } = skillsOf(row.skills);
    if (unknown.length > 0) problems.push({ line, message: `skill not in the list: ${unknown.join(", ")}` });
    const { skills: _named, ...rest } = row;
    const parsed = course.safeParse({ ...rest, teaches: skills, requires: row.requires, entry: [], sessions: [] });
    if (parsed.success) courses.push(parsed.data);
    else problems.push({ line, message: issuesText(parsed.error) });
  });
  return { courses, problems };
}

interface Row {
  readonly id: string;
  readonly kind: string;
  readonly title: { readonly en: string; readonly zh: string };
  readonly summary: { readonly en: string; readonly zh: string };
  readonly provider: string;
  readonly languages: readonly string[];
  readonly hours: number;
  readonly price: { readonly amount: number; readonly currency: string };
  readonly requires: readonly string[];
  /** "skill:level" each; a name in either language, or an id. */
  readonly skills: readonly string[];
}

export const listOf = (text: string | undefined): string[] => (text ?? "").split(/[;|]/).map((part) => part.trim()).filter((part) => part !== "");
export const slugOf = (text: string): string => text.toLowerCase().normalize("NFKD").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 78);
const either = (first: string, second: string): { en: string; zh: string } => ({ en: first || second, zh: second || first });

/** Columns: id, kind, title, title_zh, summary, summary_zh, provider, languages, hours, price, currency, skills, requires. */
function csvRows(text: string): Row[] {
  const parsed = csvParse(text.replace(/^\uFEFF/, ""));
  if (!parsed.columns.includes("title")) throw new AppError("request/invalid", "no column title", { userMessage: "The first line names the columns; one of them must be “title”. Others: id, kind, title_zh, summary, provider, languages, hours, price, currency, skills (“sql:3; welding:2”), requires." });
  return parsed.map((row) => ({
    id: row["id"]?.trim() || slugOf(row["title"] ?? ""), kind: row["kind"]?.trim() || "course", title: either(row["title"]?.trim() ?? "", row["title_zh"]?.trim() ?? ""), summary: either(row["summary"]?.trim() ?? "", row["summary_zh"]?.trim() ?? ""),
    provider: row["provider"]?.trim() ?? "", languages: listOf(row["languages"] ?? "en"), hours: learningHours(row["hours"] ?? "") ?? Number(row["hours"] || DEFAULT_HOURS), price: { amount: Number(row["price"] || 0), currency: row["currency"]?.trim() || "EUR" }, requires: listOf(row["requires"]), skills: listOf(row["skills"]),
  }));
}

/** One activity, or a list of them: `{ id, definition: { name: { en-US }, description, extensions } }`. */
function xapiRows(text: string): Row[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError("request/invalid", "not JSON", { userMessage: "An xAPI file is JSON: one activity, or a list of activities.", cause });
  }
  return (Array.isArray(value) ? value : [value]).map((activity: unknown) => {
    const { id, definition } = (activity ?? {}) as { id?: unknown; definition?: { name?: Record<string, string>; description?: Record<string, string>; extensions?: unknown } };
    const said = (of: Record<string, string> | undefined) => either(of?.["en-US"] ?? of?.["en-GB"] ?? of?.["en"] ?? "", of?.["zh-CN"] ?? of?.["zh"] ?? "");
    const title = said(definition?.name);
    const languages = Object.keys(definition?.name ?? {}).map((tag) => tag.slice(0, 2).toLowerCase());
    return plainRow(slugOf(typeof id === "string" ? (id.split("/").filter(Boolean).at(-1) ?? id) : title.en), title, said(definition?.description), { languages, hours: extensionHours(definition?.extensions) });
  });
}

/** Titles and descriptions of the organisations in an imsmanifest.xml; nothing in it is run or resolved. */
function scormRows(text: string): Row[] {
  if (!/<manifest[\s>]/i.test(text)) throw new AppError("request/invalid", "no manifest", { userMessage: "Give the imsmanifest.xml of the SCORM package." });
  const organisations = [...text.matchAll(/<organization\b[^>]*identifier="([^"]*)"[^>]*>([\s\S]*?)<\/organization>/gi)];
  const about = /<(?:\w+:)?description>\s*(?:<(?:\w+:)?(?:langstring|string)[^>]*>)?([^<]*)/i.exec(text)?.[1] ?? "";
  const language = /<(?:\w+:)?language>\s*([a-z]{2})/i.exec(text)?.[1]?.toLowerCase() ?? "en";
  const outside = text.replace(/<organizations\b[\s\S]*<\/organizations>/i, " ");
  // The package's own time is the time of its only organisation; of several nobody knows the shares.
  const whole = organisations.length === 1 ? typicalLearningTime(outside) : null;
  return organisations.map(([, id = "", body = ""]) => {
    const title = unescaped(/<title>([^<]*)<\/title>/i.exec(body)?.[1] ?? "");
    return plainRow(slugOf(title) || slugOf(id), either(title, ""), either(unescaped(about), ""), { languages: [language], hours: typicalLearningTime(body) ?? whole });
  });
}

const unescaped = (text: string): string => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&").trim();

interface Said {
  readonly languages: readonly string[];
  /** Null: the file does not say. */
  readonly hours: number | null;
}

/** Skills that the title names are what it teaches, to level 2: the file says no more. */
function plainRow(id: string, title: Row["title"], summary: Row["summary"], { languages, hours }: Said): Row {
  const named = [...new Set(growthTaxonomy().mentions(`${title.en} ${title.zh}`).map(({ skill }) => `${skill.id}:2`))];
  const known = [...new Set(languages)].filter((tag) => ["en", "zh", "nl", "de"].includes(tag));
  return { id, kind: "course", title, summary, provider: "", languages: known.length > 0 ? known : ["en"], hours: hours ?? DEFAULT_HOURS, price: { amount: 0, currency: "EUR" }, requires: [], skills: named };
}

/** "sql:3" or "welding" (level 2), by id or name. */
export function skillsOf(entries: readonly string[]): { readonly skills: { skillId: string; level: number }[]; readonly unknown: string[] } {
  const unknown: string[] = [];
  const skills = entries.flatMap((entry) => {
    const [, name = "", level = "2"] = /^(.*?)(?::([1-4]))?$/.exec(entry) ?? [];
    const skill = growthTaxonomy().byId(name.trim()) ?? growthTaxonomy().normalise(name.trim());
    if (!skill) unknown.push(name);
    return skill ? [{ skillId: skill.id, level: Number(level) }] : [];
  });
  return { skills, unknown };
}
