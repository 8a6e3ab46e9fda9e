/** @file A small invented table whose truth is known: overtime and low pay make people leave, the rest is noise. */
import { createRng } from "../core/rng";

export interface FixtureOptions {
  readonly rows?: number;
  readonly seed?: number;
  /** Adds a column that is the answer, wrong in this share of rows. */
  readonly leak?: number;
  /** So many rows stand twice. */
  readonly copies?: number;
}

/** CSV text with Attrition, Tenure and protected columns. */
export function fixtureCsv({ rows = 400, seed = 4, leak, copies = 0 }: FixtureOptions = {}): string {
  const random = createRng(seed);
  const lines = Array.from({ length: rows }, (_, at) => {
    const [overtime, pay, distance, level] = [random() < 0.3, 2000 + random() * 6000, Math.round(random() * 30), 1 + Math.floor(random() * 4)];
    const department = ["Sales", "Foundry", "Office"][Math.floor(random() * 3)] ?? "Office";
    const score = -1.2 + 2.2 * Number(overtime) - 1.3 * ((pay - 5000) / 1700) + (department === "Sales" ? 0.6 : 0);
    const left = random() < 1 / (1 + Math.exp(-score));
    const tenure = Math.max(1, Math.round(-Math.log(random()) * 40 * Math.exp(-score / 2)));
    const told = leak === undefined ? [] : [random() < leak ? 1 - Number(left) : Number(left)];
    return [`E${1000 + at * 7}`, left ? "Yes" : "No", overtime ? "Yes" : "No", pay.toFixed(0), distance, level, department, tenure, 20 + Math.floor(random() * 40), random() < 0.5 ? "F" : "M", ...told].join(",");
  });
  const again = lines.slice(0, copies);
  return [`Employee ID,Attrition,OverTime,MonthlyIncome,Distance,JobLevel,Department,TenureMonths,Age,Gender${leak === undefined ? "" : ",Handover done"}`, ...lines, ...again].join("\n");
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
