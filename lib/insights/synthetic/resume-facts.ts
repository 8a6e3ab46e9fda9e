/**
 * @file What a résumé can be written from: the columns of a table that tell a career, found by their names in English and Chinese.
 */
import { spaced } from "../table/column-names";
import { showCell } from "../table/target";
import type { Column, DataTable } from "../table/types";

/** Whole years; null where the table does not say. */
export interface ResumeFacts {
  readonly title: string;
  readonly department: string | null;
  readonly field: string | null;
  /** 1 school, 2 college, 3 bachelor, 4 master, 5 doctor, or the table's own word. */
  readonly degree: string | null;
  readonly yearsInAll: number | null;
  readonly yearsHere: number | null;
  readonly employersBefore: number | null;
}

const COLUMNS = {
  title: /\b(job role|job title|position|occupation)\b|岗位|职位/,
  department: /\b(department|dept|business unit)\b|部门/,
  field: /\b(education field|education background|major)\b|专业/,
  degree: /^(emp )?(education|education level|degree|highest degree)$|学历/,
  yearsInAll: /\b(total working years|total work experience( in years)?|work experience)\b|工作年限/,
  yearsHere: /\b(years at company|experience years at this company|tenure)\b|司龄/,
  employersBefore: /\b(num|number of)? ?companies worked\b/,
} as const;
type Part = keyof typeof COLUMNS;

/** Null when no column says what somebody does: then there is no résumé in this table. */
export function careerColumns(table: DataTable): Readonly<Record<Part, Column | null>> | null {
  const find = (part: Part): Column | null => table.columns.find(({ name, role }) => role !== "target" && COLUMNS[part].test(spaced(name))) ?? null;
  const found: Record<Part, Column | null> = { title: find("title"), department: find("department"), field: find("field"), degree: find("degree"), yearsInAll: find("yearsInAll"), yearsHere: find("yearsHere"), employersBefore: find("employersBefore") };
  return found.title ?? found.department ? found : null;
}

export function resumeFacts(columns: Readonly<Record<Part, Column | null>>, row: number): ResumeFacts {
  const text = (part: Part): string | null => {
    const column = columns[part];
    return column ? showCell(column, row) : null;
  };
  const years = (part: Part): number | null => {
    const cell = columns[part]?.cells[row];
    return typeof cell === "number" ? Math.max(0, Math.round(cell)) : null;
  };
  return { title: text("title") ?? text("department") ?? "", department: text("department"), field: text("field"), degree: text("degree"), yearsInAll: years("yearsInAll"), yearsHere: years("yearsHere"), employersBefore: years("employersBefore") };
}
