/**
 * @file The demo company's skills as one number each, with five planted kinds of work (design, controls, making, out at the
 * customer's, and the office) that mostly follow the departments. Not what people say of themselves under Growth: drawn.
 */
import { csvFormatRows } from "d3-dsv";
import { between, demoPeople, openDraw } from "./draw";

const PEOPLE = 180;
export const DEMO_SKILLS = ["Mechanical design", "Strength and simulation", "PLC and controls", "Electrical cabinets", "Casting and machining", "Assembly", "Commissioning on site", "Customer service", "Purchasing and contracts", "Figures and reports"] as const;

/** Usual level per skill, 0 to 4, in the order of DEMO_SKILLS. */
const KINDS = {
  design: [4, 3, 1, 0, 1, 1, 0, 1, 0, 2],
  controls: [1, 1, 4, 3, 0, 0, 2, 1, 0, 2],
  making: [1, 0, 0, 1, 4, 3, 0, 0, 0, 0],
  customer: [0, 0, 2, 2, 0, 2, 4, 3, 0, 0],
  office: [0, 0, 0, 0, 0, 0, 0, 2, 3, 4],
} as const;
type Kind = keyof typeof KINDS;

const KIND_OF: Readonly<Record<string, Kind>> = {
  "Engineering Design": "design", Quality: "making", "Controls & Software": "controls", IT: "controls", "Foundry & Machining": "making", "Drive Assembly": "making",
  "Test & Commissioning": "customer", "Field Service": "customer",
};
/** So many do another kind of work than their department's. */
const ASTRAY = 0.12;

/** CSV, one row per person. */
export function demoSkillsCsv(): string {
  const draw = openDraw(180);
  const rows = demoPeople(PEOPLE, draw).map(({ key, department, site }) => {
    const own = KIND_OF[department] ?? "office";
    const kind = draw.random() < ASTRAY ? (draw.pick(Object.keys(KINDS) as Kind[]) ?? own) : own;
    return [key, department, site, ...KINDS[kind].map((level) => between(level + 0.7 * draw.normal(), 0, 4))].map(String);
  });
  return csvFormatRows([["Personnel number or e-mail", "Department", "Site", ...DEMO_SKILLS], ...rows]);
}
