/**
 * @file The demo company's reviews with a known structure: the next rating follows clarity, tools and feedback; training pays where
 * there is time for it; too little and too much work both lower it; a mentor helps who is new. Site, gender and age have no part in
 * it. Nobody was ever rated like this: the numbers are drawn. The same table every time.
 */
import { csvFormatRows } from "d3-dsv";
import { between, demoPeople, openDraw } from "./draw";

const PEOPLE = 420;
const HEADER = ["Personnel number or e-mail", "Department", "Site", "Tenure (years)", "Rating a year ago", "Clear goals (1–5)", "Tools that work (1–5)", "Talks with manager (a year)", "Workload (1–5)", "Training (days)", "Projects finished", "Has a mentor", "Gender", "Age", "Performance rating"];
/** Points from which a review says 3 and 4; 2 below. */
const CUTS = [-0.75, 0.95] as const;

/** CSV, one row per person; ratings 2 to 4. */
export function demoReviewsCsv(): string {
  const draw = openDraw(420);
  const { random, normal } = draw;
  const rows = demoPeople(PEOPLE, draw).map(({ key, department, site }) => {
    const years = between(Math.abs(normal() * 6), 0, 30);
    const goals = between(3.4 + normal(), 1, 5);
    const tools = between(3.3 + normal(), 1, 5);
    const talks = between(Math.abs(normal() * 4) + 1, 0, 14);
    const workload = between(3.1 + normal() * 1.1, 1, 5);
    const training = between(Math.abs(normal() * 3), 0, 12);
    const projects = between(4 + normal() * 2, 0, 12);
    const mentored = random() < (years < 3 ? 0.5 : 0.15);
    const score = 0.55 * (goals - 3.4) + 0.45 * (tools - 3.3) + 0.12 * (Math.min(talks, 8) - 4) - 0.38 * ((workload - 3) ** 2 - 1.2) + (workload <= 3 ? 0.18 : 0.02) * (training - 2.4) + (mentored && years < 3 ? 1.1 : 0) + 0.55 * normal();
    const before = between(3 + 0.45 * score + 0.5 * normal(), 2, 4);
    const rating = score < CUTS[0] ? 2 : score < CUTS[1] ? 3 : 4;
    return [key, department, site, years, before, goals, tools, talks, workload, training, projects, mentored ? "Yes" : "No", random() < 0.42 ? "F" : "M", between(38 + normal() * 11, 18, 66), rating].map(String);
  });
  return csvFormatRows([HEADER, ...rows]);
}
