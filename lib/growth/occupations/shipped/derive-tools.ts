/**
 * @file Tools of an occupation, derived from facts: the technologies that O*NET's table of technology skills marks "In Demand"
 * for it, under the names of our own table of skills. Which and how many; no text of O*NET is kept.
 */
import { csvParse } from "d3-dsv";
import { AppError } from "../../../core/errors";
import type { Taxonomy } from "../../../people/taxonomy/types";

/** Tools of one occupation at most. */
const MOST = 3;
/** What more than this share of all occupations use (Excel, Outlook) tells nothing about one. */
const EVERYWHERE = 0.25;

const COLUMNS = ["O*NET-SOC Code", "Example", "In Demand"] as const;

/**
 * @param csv O*NET's technology skills
 * @returns code ("15-2051.00") → ids of at most three tools in demand, those that fewer occupations use first
 * @throws AppError "eval/bad-input" naming missing columns
 */
export function deriveTools(csv: string, taxonomy: Taxonomy): ReadonlyMap<string, readonly string[]> {
  const rows = csvParse(csv.replace(/^\uFEFF/, ""));
  const missing = COLUMNS.filter((column) => !rows.columns.includes(column));
  if (missing.length > 0) throw new AppError("eval/bad-input", `the file of technology skills lacks the columns ${missing.join(", ")}; expected O*NET's table`);
  const byCode = new Map<string, Set<string>>();
  const users = new Map<string, Set<string>>();
  for (const row of rows) {
    const code = row["O*NET-SOC Code"] ?? "";
    const skill = taxonomy.normalise(row["Example"] ?? "");
    if (skill?.kind !== "technology") continue;
    users.set(skill.id, (users.get(skill.id) ?? new Set()).add(code));
    if (row["In Demand"] === "Y") byCode.set(code, (byCode.get(code) ?? new Set()).add(skill.id));
  }
  const all = new Set(rows.map((row) => row["O*NET-SOC Code"] ?? "")).size;
  const uses = (id: string) => users.get(id)?.size ?? 0;
  return new Map([...byCode].map(([code, ids]) => [code, [...ids].filter((id) => uses(id) / all <= EVERYWHERE).sort((a, b) => uses(a) - uses(b) || (a < b ? -1 : 1)).slice(0, MOST)]));
}
