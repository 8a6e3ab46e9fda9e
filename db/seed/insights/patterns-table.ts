/**
 * @file How the demo company's people work, as one number each: four planted ways (at a desk and partly from home, in meetings, in
 * shifts, on the road) that mostly follow the departments. Counts of hours and days; nothing is watched, all of it drawn.
 */
import { csvFormatRows } from "d3-dsv";
import { between, demoPeople, openDraw } from "./draw";

const PEOPLE = 220;
export const DEMO_PATTERNS = ["Hours a week", "Meetings (hours a week)", "Home days a month", "Travel days a month", "Night and weekend shifts a month", "Projects at once"] as const;

/** Usual number, in the order of DEMO_PATTERNS; and how far people are from it. */
const WAYS = {
  desk: [38, 7, 9, 1, 0, 3],
  meetings: [44, 21, 5, 4, 0, 7],
  shifts: [40, 2, 0, 0, 9, 1],
  road: [46, 4, 2, 13, 4, 2],
} as const;
const SPREAD = [2, 2, 1.6, 1.5, 1.4, 1] as const;
const MOST = [60, 40, 20, 22, 20, 12] as const;
type Way = keyof typeof WAYS;

const WAY_OF: Readonly<Record<string, Way>> = {
  "Foundry & Machining": "shifts", "Drive Assembly": "shifts", "Field Service": "road", "Test & Commissioning": "road", "Sales & Tenders": "meetings", Management: "meetings", "Supply Chain": "meetings", People: "meetings",
};
/** So many work another way than their department. */
const ASTRAY = 0.1;

/** CSV, one row per person. */
export function demoPatternsCsv(): string {
  const draw = openDraw(220);
  const rows = demoPeople(PEOPLE, draw).map(({ key, department, site }) => {
    const own = WAY_OF[department] ?? "desk";
    const way = draw.random() < ASTRAY ? (draw.pick(Object.keys(WAYS) as Way[]) ?? own) : own;
    return [key, department, site, ...WAYS[way].map((usual, at) => between(usual + (SPREAD[at] ?? 1) * draw.normal(), 0, MOST[at] ?? 60))].map(String);
  });
  return csvFormatRows([["Personnel number or e-mail", "Department", "Site", ...DEMO_PATTERNS], ...rows]);
}
