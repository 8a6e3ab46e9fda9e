/**
 * @file Reading a directory from CSV and comparing it with the one there is: what would be new, what would change, what
 * is wrong and on which line. Pure: nothing is written here. People are told apart by their e-mail address.
 */
import { dsvFormat } from "d3-dsv";
import type { Employee } from "../../../db/queries/employees";
import { DIRECTORY_COLUMNS, type DirectoryColumn, type ImportProblem } from "../../contracts/directory";
import { findCircles } from "./circles";

/** Names that columns have in the wild, lower case, without spaces and signs. */
const ALIASES: Readonly<Record<DirectoryColumn, readonly string[]>> = {
  name: ["name", "fullname", "employee", "姓名", "员工姓名"],
  email: ["email", "mail", "emailaddress", "邮箱", "电子邮箱", "邮件"],
  title: ["title", "jobtitle", "position", "职务", "职位", "岗位"],
  department: ["department", "team", "unit", "部门"],
  site: ["site", "location", "office", "地点", "工作地点", "厂区"],
  manager_email: ["manageremail", "manager", "reportsto", "上级邮箱", "直属上级", "经理邮箱"],
  contract: ["contract", "contracttype", "employmenttype", "合同类型", "用工类型"],
  language: ["language", "语言"],
  started_on: ["startedon", "startdate", "hiredate", "入职日期", "入职时间"],
};

const REQUIRED: readonly DirectoryColumn[] = ["name", "email", "title", "department", "site"];
const MAX_CHARS = 120;
const MAX_ROWS = 20_000;
const MAX_PROBLEMS = 200;
const EMAIL = /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@,;<>".]{2,}$/;

/** One line of the file, every field as it will be stored; undefined: the file has no such column. */
export interface PlannedPerson {
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly department: string;
  readonly site: string;
  /** Null: nobody. */
  readonly managerEmail: string | null | undefined;
  readonly contract: string | undefined;
  readonly language: "en" | "zh" | undefined;
  readonly startedOn: string | undefined;
}

export interface PlannedUpdate extends PlannedPerson {
  readonly id: string;
  readonly fields: readonly DirectoryColumn[];
}

export interface ImportPlan {
  readonly created: readonly PlannedPerson[];
  readonly updated: readonly PlannedUpdate[];
  readonly unchanged: number;
  readonly absent: readonly { readonly name: string; readonly email: string }[];
  readonly ignoredColumns: readonly string[];
  /** Any at all: nothing is imported. The first 200. */
  readonly problems: readonly ImportProblem[];
}

const NOTHING: ImportPlan = { created: [], updated: [], unchanged: 0, absent: [], ignoredColumns: [], problems: [] };

/** @param text comma, semicolon or tab separated, with a head @param present everyone who is in the directory now */
export function planImport(text: string, present: readonly Employee[]): ImportPlan {
  const clean = text.replace(/^\uFEFF/, "");
  if (clean.includes("\uFFFD") || clean.includes("\0")) return { ...NOTHING, problems: [{ line: null, column: null, problem: "not-text", value: null }] };
  const table = readTable(clean);
  if (table.rows.length === 0) return { ...NOTHING, problems: [{ line: null, column: null, problem: "empty-file", value: null }] };
  if (table.rows.length > MAX_ROWS) return { ...NOTHING, problems: [{ line: null, column: null, problem: "too-many", value: String(table.rows.length) }] };
  const missing = REQUIRED.filter((column) => table.columns[column] === undefined);
  if (missing.length > 0) return { ...NOTHING, ignoredColumns: table.ignored, problems: missing.map((column) => ({ line: 1, column, problem: "no-column" as const, value: null })) };
  const problems: ImportProblem[] = [];
  const people = table.rows.map((cells, index) => readPerson((column) => table.columns[column] === undefined ? undefined : (cells[table.columns[column]] ?? "").trim(), index + 2, problems));
  findTwice(people, problems);
  findManagers(people, present, problems);
  return { ...compare(people, present), ignoredColumns: table.ignored, problems: problems.slice(0, MAX_PROBLEMS) };
}

interface Table {
  readonly rows: readonly (readonly string[])[];
  /** Where each column stands. */
  readonly columns: Readonly<Partial<Record<DirectoryColumn, number>>>;
  readonly ignored: readonly string[];
}

function readTable(text: string): Table {
  const head = text.slice(0, text.search(/\r?\n|$/));
  const separator = [",", ";", "\t"].reduce((best, one) => (head.split(one).length > head.split(best).length ? one : best), ",");
  const [names = [], ...rows] = dsvFormat(separator).parseRows(text);
  const columns: Partial<Record<DirectoryColumn, number>> = {};
  const ignored: string[] = [];
  names.forEach((name, index) => {
    const plain = name.toLowerCase().replace(/[\s_\-.*:：]/g, "");
    const column = DIRECTORY_COLUMNS.find((one) => ALIASES[one].includes(plain));
    if (column && columns[column] === undefined) columns[column] = index;
    else if (name.trim() !== "") ignored.push(name.trim().slice(0, 60));
  });
  return { rows: rows.filter((cells) => cells.some((cell) => cell.trim() !== "")), columns, ignored };
}

function readPerson(cell: (column: DirectoryColumn) => string | undefined, line: number, problems: ImportProblem[]): PlannedPerson {
  const report = (column: DirectoryColumn, problem: ImportProblem["problem"], value: string) => problems.push({ line, column, problem, value: value.slice(0, 60) || null });
  const text = (column: DirectoryColumn): string => {
    const value = cell(column) ?? "";
    if (value === "") report(column, "empty", value);
    if (value.length > MAX_CHARS) report(column, "too-long", value);
    return value;
  };
  const email = text("email").toLowerCase();
  if (email !== "" && !EMAIL.test(email)) report("email", "not-an-address", email);
  const manager = cell("manager_email")?.toLowerCase();
  if (manager && !EMAIL.test(manager)) report("manager_email", "not-an-address", manager);
  const language = cell("language");
  const known = language === undefined || language === "" ? undefined : readLanguage(language);
  if (known === null) report("language", "not-a-language", language ?? "");
  const startedOn = cell("started_on") || undefined;
  const day = startedOn === undefined ? undefined : readDay(startedOn);
  if (day === null) report("started_on", "not-a-date", startedOn ?? "");
  return { line, name: text("name"), email, title: text("title"), department: text("department"), site: text("site"), managerEmail: manager === "" ? null : manager, contract: cell("contract") || undefined, language: known ?? undefined, startedOn: day ?? undefined };
}

const LANGUAGES: Readonly<Record<string, "en" | "zh">> = { en: "en", english: "en", 英文: "en", 英语: "en", zh: "zh", cn: "zh", chinese: "zh", 中文: "zh", 汉语: "zh", "zh-cn": "zh" };
const readLanguage = (text: string): "en" | "zh" | null => LANGUAGES[text.toLowerCase()] ?? null;

/** 2024-03-04, 2024/3/4, 2024年3月4日. Day and month the other way round cannot be told apart and are refused. @returns `YYYY-MM-DD` */
function readDay(text: string): string | null {
  const [, year = "", month = "", day = ""] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return year !== "" && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

function findTwice(people: readonly PlannedPerson[], problems: ImportProblem[]): void {
  const seen = new Set<string>();
  for (const { email, line } of people) {
    if (email !== "" && seen.has(email)) problems.push({ line, column: "email", problem: "twice", value: email });
    seen.add(email);
  }
}

/** Every manager is in the file or in the directory already, nobody is their own, nobody manages themselves by a detour. */
function findManagers(people: readonly PlannedPerson[], present: readonly Employee[], problems: ImportProblem[]): void {
  const byId = new Map(present.map((person) => [person.id, person.email]));
  const managers = new Map(present.map((person) => [person.email, person.managerId === null ? null : (byId.get(person.managerId) ?? null)]));
  const known = new Set([...managers.keys(), ...people.map((person) => person.email)]);
  for (const { email, managerEmail, line } of people) {
    if (managerEmail === undefined) continue;
    managers.set(email, managerEmail);
    if (managerEmail === null) continue;
    if (managerEmail === email) problems.push({ line, column: "manager_email", problem: "own-manager", value: managerEmail });
    else if (!known.has(managerEmail)) problems.push({ line, column: "manager_email", problem: "unknown-manager", value: managerEmail });
  }
  const circles = findCircles(managers);
  for (const { email, managerEmail, line } of people) {
    if (circles.has(email) && managerEmail !== email) problems.push({ line, column: "manager_email", problem: "circle", value: managerEmail ?? null });
  }
}

function compare(people: readonly PlannedPerson[], present: readonly Employee[]): Pick<ImportPlan, "created" | "updated" | "unchanged" | "absent"> {
  const byEmail = new Map(present.map((person) => [person.email, person]));
  const emailOf = new Map(present.map((person) => [person.id, person.email]));
  const created: PlannedPerson[] = [];
  const updated: PlannedUpdate[] = [];
  let unchanged = 0;
  for (const person of people) {
    const before = byEmail.get(person.email);
    if (before === undefined) {
      created.push(person);
      continue;
    }
    const managerBefore = before.managerId === null ? null : (emailOf.get(before.managerId) ?? null);
    const changes: readonly (readonly [DirectoryColumn, string | null, string | null | undefined])[] = [
      ["name", before.name, person.name],
      ["title", before.title, person.title],
      ["department", before.department, person.department],
      ["site", before.site, person.site],
      ["manager_email", managerBefore, person.managerEmail],
      ["contract", before.contract, person.contract],
      ["language", before.language, person.language],
      ["started_on", before.startedOn, person.startedOn],
    ];
    const fields = changes.filter(([, old, now]) => now !== undefined && now !== old).map(([column]) => column);
    if (fields.length > 0) updated.push({ ...person, id: before.id, fields });
    else unchanged++;
  }
  const inFile = new Set(people.map((person) => person.email));
  return { created, updated, unchanged, absent: present.filter((person) => !inFile.has(person.email)).map(({ name, email }) => ({ name, email })) };
}
