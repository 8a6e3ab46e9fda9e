/** @file Roles of the company and the moves between them, from CSV. What cannot be read is named by its line, the rest is taken. */
import { csvParse } from "d3-dsv";
import { z } from "zod";
import { careerRole, type StoredMove, type StoredRole } from "../../contracts/growth-catalogue";
import { currency } from "../../contracts/growth";
import { AppError } from "../../core/errors";
import { listOf, skillsOf, slugOf, type CourseProblem } from "./course-import";
import { issuesText } from "./import-issues";

type Line = Readonly<Record<string, string | undefined>>;

export interface ReadLines<T> {
  readonly found: T[];
  readonly problems: CourseProblem[];
}

const bandIn = z.strictObject({ from: z.number().positive(), to: z.number().positive(), currency });
const move = z.strictObject({ from: z.string().min(1), to: z.string().min(1), people: z.number().int().min(1), medianYears: z.number().min(0).max(60) });
const MAX_LINES = 2_000;

function linesOf(text: string, needed: readonly string[], others: string): Line[] {
  const parsed = csvParse(text.replace(/^\uFEFF/, ""));
  const missing = needed.filter((name) => !parsed.columns.includes(name));
  if (missing.length > 0) throw new AppError("request/invalid", "a column is missing", { userMessage: `The first line names the columns; missing: ${missing.join(", ")}. Others: ${others}.` });
  return parsed.slice(0, MAX_LINES);
}

const said = (value: string | undefined): string => value?.trim() ?? "";

/** @throws AppError "request/invalid" for a file without the columns */
export function readRoles(text: string): ReadLines<StoredRole> {
  const [found, problems]: [StoredRole[], CourseProblem[]] = [[], []];
  linesOf(text, ["title", "grade", "skills"], "id, title_zh, family, department, sites, band_from, band_to, currency").forEach((line, i) => {
    const { skills, unknown } = skillsOf(listOf(line["skills"]));
    if (unknown.length > 0) problems.push({ line: i + 2, message: `skill not in the list: ${unknown.join(", ")}` });
    const title = { en: said(line["title"]) || said(line["title_zh"]), zh: said(line["title_zh"]) || said(line["title"]) };
    const department = said(line["department"]);
    const band = bandOf(line);
    const role = careerRole.safeParse({
      id: said(line["id"]) || slugOf(title.en), title, family: said(line["family"]) || department || "–", department, sites: listOf(line["sites"]), grade: said(line["grade"]) === "" ? Number.NaN : Number(line["grade"]),
      band: band?.success === true ? { from: { amount: band.data.from, currency: band.data.currency }, to: { amount: band.data.to, currency: band.data.currency } } : null,
      needs: skills.map(({ skillId, level }) => ({ any: [skillId], level, importance: 1, mustHave: false, text: "", source: null })),
    });
    if (band?.success === false) problems.push({ line: i + 2, message: issuesText(band.error, "band_") });
    if (!role.success) problems.push({ line: i + 2, message: issuesText(role.error) });
    else if (role.data.id === "" || role.data.needs.length === 0) problems.push({ line: i + 2, message: role.data.id === "" ? "id: give one of letters, digits and hyphens" : "skills: a role needs at least one known skill" });
    else found.push(role.data);
  });
  return { found, problems };
}

const bandOf = (line: Line) => (said(line["band_from"]) === "" ? null : bandIn.safeParse({ from: Number(line["band_from"]), to: Number(line["band_to"]), currency: said(line["currency"]) || "EUR" }));

/** Moves people made, counted. @throws AppError "request/invalid" */
export function readMoves(text: string, roleIds: ReadonlySet<string>): ReadLines<StoredMove> {
  const [found, problems]: [StoredMove[], CourseProblem[]] = [[], []];
  linesOf(text, ["from", "to", "people"], "years").forEach((line, i) => {
    const parsed = move.safeParse({ from: said(line["from"]), to: said(line["to"]), people: Number(line["people"]), medianYears: Number(line["years"] || 0) });
    const unknown = [said(line["from"]), said(line["to"])].filter((id) => !roleIds.has(id));
    if (unknown.length > 0) problems.push({ line: i + 2, message: `no role with the id ${unknown.join(", ")}` });
    else if (!parsed.success) problems.push({ line: i + 2, message: issuesText(parsed.error) });
    else found.push(parsed.data);
  });
  return { found, problems };
}
