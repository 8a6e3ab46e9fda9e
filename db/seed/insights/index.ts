/**
 * @file Demo data of people insights, made by seeded generators: comments, employees' monthly series, what recruiting channels
 * brought; people, reviews and skills in their own files. The same every time; nothing is about a real person.
 */
import { csvFormatRows } from "d3-dsv";
import { EMPLOYEES } from "../people/employees";
import { DEPARTMENTS, openDraw } from "./draw";
import { MORE_COMMENTS } from "./comments-more";
import { COMMENTS, COMMENT_SENTIMENTS, COMMENT_THEMES, type CommentSentiment, type CommentTheme } from "./comments-table";

export { demoPeopleCsv } from "./people-table";
export { demoReviewsCsv } from "./performance-table";
export { demoPatternsCsv, DEMO_PATTERNS } from "./patterns-table";
export { DEMO_SKILLS, demoSkillsCsv } from "./skills-table";
export { COMMENT_SENTIMENTS, COMMENT_THEMES, type CommentSentiment, type CommentTheme } from "./comments-table";

export interface DemoComment {
  readonly text: string;
  readonly language: "en" | "zh";
  readonly theme: CommentTheme;
  readonly sentiment: CommentSentiment;
  readonly department: string;
  /** "survey" or "leaving interview" */
  readonly source: "survey" | "leaving";
  /** "2026-03" */
  readonly month: string;
}

const isChinese = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

/** Where something weighs more than elsewhere: who travels has the hours, who casts has the heat; who designs learns. */
const HEARD_MORE: Readonly<Record<string, Readonly<Partial<Record<CommentSentiment, readonly CommentTheme[]>>>>> = {
  "Field Service": { negative: ["workload", "pay"] },
  "Test & Commissioning": { negative: ["workload"], positive: ["team"] },
  "Foundry & Machining": { negative: ["workplace", "management"] },
  "Engineering Design": { positive: ["growth", "workplace"] },
  "Controls & Software": { positive: ["growth", "team"] },
  IT: { positive: ["workplace"], neutral: ["workplace", "growth"] },
};
const TIMES_MORE = 9;

/** 378 comments, each with a department and a month; in an order that says nothing. */
export function demoComments(): DemoComment[] {
  const { random, pick } = openDraw(306);
  const departments = (theme: CommentTheme, sentiment: CommentSentiment): string[] => DEPARTMENTS.flatMap((name) => new Array<string>(HEARD_MORE[name]?.[sentiment]?.includes(theme) ? TIMES_MORE : 1).fill(name));
  const all = COMMENT_THEMES.flatMap((theme) =>
    COMMENT_SENTIMENTS.flatMap((sentiment) =>
      [...COMMENTS[theme][sentiment], ...(MORE_COMMENTS[theme]?.[sentiment] ?? [])].map((text): DemoComment & { order: number } => ({
        text,
        language: isChinese(text) ? "zh" : "en",
        theme,
        sentiment,
        department: (isChinese(text) ? pick(["Drive Assembly", "Quality", "Supply Chain"]) : pick(departments(theme, sentiment))) ?? "Quality",
        source: /\bI leave\b|\bto leave\b|\bleft because|离职|想走|决定离开/.test(text) ? "leaving" : "survey",
        month: `2026-${String(1 + Math.floor(random() * 9)).padStart(2, "0")}`,
        order: random(),
      })),
    ),
  );
  return all.sort((a, b) => a.order - b.order).map(({ order: _order, ...comment }) => comment);
}

/** Comments as CSV: text, sentiment, theme, department, source, month. */
export const demoCommentsCsv = (): string => csvFormatRows([["text", "sentiment", "theme", "department", "source", "month"], ...demoComments().map((one) => [one.text, one.sentiment, one.theme, one.department, one.source, one.month])]);

export interface DemoSeries {
  /** E-mail address of the employee. */
  readonly id: string;
  readonly start: string;
  readonly values: Readonly<Record<"results" | "hours" | "absence" | "training", readonly number[]>>;
}

const MONTHS = 36;

/**
 * Monthly results (points, about 100), hours (a month), absence (days) and training (days) of every employee of the demo
 * company over three years. Law: training shows in results three months later where hours allow for it; long hours raise
 * absence two months later; absence has its winters.
 */
export function demoSeries(): DemoSeries[] {
  const { random, normal } = openDraw(36);
  return EMPLOYEES.map(({ email }) => {
    const level = 100 + 8 * normal();
    const [results, hours, absence, training]: [number[], number[], number[], number[]] = [[], [], [], []];
    let skill = 0;
    for (let month = 0; month < MONTHS; month++) {
      const usual = 155 + 6 * Math.sin((2 * Math.PI * (month - 2)) / 12);
      const worked = Math.round(0.5 * (hours.at(-1) ?? usual) + 0.5 * usual + 7 * normal());
      const learned = random() < 0.2 ? 1 + Math.floor(random() * 3) : 0;
      const before = { training: training.at(-3) ?? 0, hours: hours.at(-3) ?? usual };
      skill = 0.9 * skill + (before.hours < 160 ? 2.5 : 0.3) * before.training;
      const strain = Math.max(0, (hours.at(-2) ?? usual) - 162) / 6;
      const winter = 0.5 + 0.5 * Math.cos((2 * Math.PI * month) / 12);
      hours.push(worked);
      training.push(learned);
      absence.push(Math.max(0, Math.round((0.6 + 0.8 * winter + 0.9 * strain + 0.8 * normal()) * 2) / 2));
      results.push(Math.round((level + skill - 0.8 * (absence.at(-1) ?? 0) + 2.5 * normal()) * 10) / 10);
    }
    return { id: email, start: "2023-10", values: { results, hours, absence, training } };
  });
}

/** Series as a table: one row per person and month, from the month they started. */
export function demoSeriesCsv(): string {
  const people = new Map(EMPLOYEES.map((person) => [person.email, person]));
  const rows = demoSeries().flatMap(({ id, values }) =>
    values.results.flatMap((result, at) => {
      const month = monthAfter(2023, 9 + at);
      const person = people.get(id);
      return month < (person?.startedOn.slice(0, 7) ?? "") ? [] : [[id, person?.department ?? "", month, ...[result, values.hours[at], values.absence[at], values.training[at]].map(String)]];
    }),
  );
  return csvFormatRows([["E-mail", "Department", "Month", "Results (points)", "Hours", "Absence (days)", "Training (days)"], ...rows]);
}

/** "2024-02": so many months after January of a year. */
const monthAfter = (year: number, months: number): string => `${year + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;

export interface DemoPurchase {
  readonly month: string;
  readonly channel: string;
  readonly role: string;
  readonly units: number;
  /** EUR */
  readonly cost: number;
  readonly hires: number;
}

/** True hires per unit, by role: what learning from the history should come near. */
export const DEMO_CHANNELS = [
  { id: "school", name: { en: "School fairs", zh: "校园招聘" }, unitCost: 2000, effect: { technician: 0.9, engineer: 0.5 }, perMonth: 2, group: "events" },
  { id: "board", name: { en: "Job boards", zh: "招聘网站" }, unitCost: 450, effect: { technician: 0.12, engineer: 0.2 }, perMonth: 9, group: "online" },
  { id: "social", name: { en: "Social media", zh: "社交媒体" }, unitCost: 1000, effect: { technician: 0.5, engineer: 0.3 }, perMonth: 4, group: "online" },
  { id: "referral", name: { en: "Referrals", zh: "内部推荐" }, unitCost: 1500, effect: { technician: 0.6, engineer: 0.7 }, perMonth: 2, group: "people" },
  { id: "agency", name: { en: "Agency", zh: "猎头" }, unitCost: 9000, effect: { technician: 0.6, engineer: 0.9 }, perMonth: 0.5, group: "agencies" },
] as const;

/** Purchases of two years with what came of them: counts around the true effects. */
export function demoChannelHistory(): DemoPurchase[] {
  const { random } = openDraw(24);
  const poisson = (mean: number): number => {
    let [count, product] = [0, random()];
    for (const limit = Math.exp(-mean); product > limit; count++) product *= random();
    return count;
  };
  return Array.from({ length: 24 }, (_, at) => at).flatMap((at) =>
    DEMO_CHANNELS.flatMap(({ id, unitCost, effect, perMonth }) =>
      (["technician", "engineer"] as const).flatMap((role): DemoPurchase[] => {
        const units = poisson(perMonth / 2);
        if (units === 0) return [];
        return [{ month: monthAfter(2024, 9 + at), channel: id, role, units, cost: Math.round(units * unitCost * (0.92 + 0.16 * random())), hires: poisson(units * effect[role]) }];
      }),
    ),
  );
}

/** As CSV: month, channel, role, units, cost, hires. */
export const demoChannelHistoryCsv = (): string => csvFormatRows([["month", "channel", "role", "units", "cost", "hires"], ...demoChannelHistory().map((one) => [one.month, DEMO_CHANNELS.find(({ id }) => id === one.channel)?.name.en ?? one.channel, one.role, String(one.units), String(one.cost), String(one.hires)])]);
