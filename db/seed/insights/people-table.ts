/**
 * @file The demo company's table of people with a known structure: leaving becomes likelier with overtime, a long way to work and
 * years without promotion, rarer with tenure and training. Everyone in the directory is still there; those who left are invented
 * numbers. The same table every time.
 */
import { csvFormatRows } from "d3-dsv";
import { between, demoPeople, openDraw } from "./draw";

const PEOPLE = 520;
/** Field service and the foundry work more overtime: what "why is attrition up there?" finds. */
const OVERTIME_OF: Readonly<Record<string, number>> = { "Field Service": 17, "Foundry & Machining": 14, "Test & Commissioning": 12 };

const HEADER = ["Personnel number or e-mail", "Department", "Site", "Tenure (years)", "Overtime (hours)", "Distance to work (km)", "Training (days)", "Since promotion (months)", "Pay compared with market (%)", "Engagement (1–5)", "With manager (months)", "Night shifts", "Gender", "Age", "Attrition"];

/** CSV, one row per person. */
export function demoPeopleCsv(): string {
  const draw = openDraw(20260);
  const { random, normal } = draw;
  const rows = demoPeople(PEOPLE, draw).map(({ key, department, site, isKnown }) => {
    const years = between(Math.abs(normal() * 6) + 1, 0, 30);
    const overtime = between((OVERTIME_OF[department] ?? 7) + normal() * 5, 0, 40);
    const distance = between(Math.abs(normal() * 16) + 3, 1, 70);
    const training = between(3 + normal() * 2, 0, 10);
    const promotion = between(Math.abs(normal() * 26) + 4, 0, Math.max(6, years * 12));
    const pay = between(normal() * 7, -20, 20);
    const engagement = between(3.5 + normal() * 0.9, 1, 5);
    const manager = between(Math.abs(normal() * 24) + 2, 0, Math.max(3, years * 12));
    const nights = random() < (department === "Foundry & Machining" ? 0.5 : 0.15) ? "Yes" : "No";
    const score = -2.1 + 0.14 * (overtime - 8) + 0.028 * (distance - 15) + 0.025 * (promotion - 24) - 0.1 * (years - 5) - 0.18 * (training - 3) - 0.06 * pay - 0.75 * (engagement - 3.5) + (nights === "Yes" ? 0.35 : 0);
    const left = random() < 1 / (1 + Math.exp(-score)) && !isKnown;
    return [key, department, site, years, overtime, distance, training, promotion, pay, engagement, manager, nights, random() < 0.42 ? "F" : "M", between(38 + normal() * 11, 18, 66), left ? "Yes" : "No"].map(String);
  });
  return csvFormatRows([HEADER, ...rows]);
}
