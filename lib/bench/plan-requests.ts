/**
 * @file Large plan requests for `bench plan`, seeded. `scattered`: skills, levels, prices and hours drawn independently
 * of each other, harder than a real catalogue in that a course's second skill may lie anywhere. `company`: as the demo's
 * own catalogue is (db/seed/growth, counted: 119 courses).
 */
import { addDays } from "../core/document-terms";
import { createRng } from "../core/rng";
import { coverageOf } from "../growth/gap/find-gap";
import type { Course, CourseSession, GapItem, PlanRequest, SkillLevel, StudyLanguage } from "../growth/types";

const START = "2027-01-04";

type Level = Exclude<SkillLevel, 0>;
type Draw = ReturnType<typeof drawFrom>;
type CatalogueKind = "scattered" | "company";
/** What the two kinds of catalogue differ in. */
type Drawn = Pick<Course, "languages" | "hours" | "price" | "teaches" | "requires" | "entry" | "sessions">;

/** @param size courses of the catalogue, and skills of the gap; 26 weeks at 8 hours, EUR 2,500, in English */
export function makeRequest(kind: CatalogueKind, seed: number, size: { readonly courses: number; readonly gaps: number }): PlanRequest {
  const draw = drawFrom(seed);
  const courses = Array.from({ length: size.courses }, (_, i): Course => ({
    id: `c${i}`, kind: "course", title: { en: `Course ${i}`, zh: `课程 ${i}` }, summary: { en: "", zh: "" }, provider: "Bench",
    ...(kind === "scattered" ? scatteredCourse : companyCourse)(draw, i, size.gaps),
  }));
  const items = Array.from({ length: size.gaps }, (_, i): GapItem => ({
    skillId: `s${i}`, any: [`s${i}`], have: 0, needed: draw.int(1, 3) as Level, importance: draw.int(1, 100) / 100, mustHave: false, state: "missing",
    reason: { en: "", zh: "" }, evidence: [], near: null, source: null,
  }));
  return {
    gap: { target: { kind: "text", id: null, title: { en: "bench", zh: "基准" } }, items, coverage: coverageOf(items) },
    levels: {}, courses, done: [], start: START, deadline: addDays(START, 26 * 7 - 1), hoursPerWeek: 8, budget: { amount: 2500, currency: "EUR" },
    rates: { EUR: 1, GBP: 0.85, CNY: 7.8 }, languages: ["en"], sites: kind === "company" ? ["Leeds"] : null, kinds: null,
    wishes: { mustClose: [], minimumCoverage: 0, include: [], exclude: [] }, aim: "most",
  };
}

function drawFrom(seed: number) {
  const random = createRng(seed);
  const int = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  return { random, int, chance: (share: number) => random() < share, oneOf: <T>(list: readonly T[]): T => list[int(0, list.length - 1)] as T };
}

/** Levels that build on each other, sessions, prices and languages; every course concerns one of the gaps. */
function scatteredCourse({ int, chance }: Draw, i: number, gaps: number): Drawn {
  const skill = () => `s${int(0, gaps - 1)}`;
  const level = int(1, 3) as Level;
  const main = skill();
  const first = int(1, 20);
  const at = (k: number) => ({ id: `c${i}-${k}`, start: addDays(START, 7 * (first + k)), end: addDays(START, 7 * (first + k) + int(0, 3)), site: chance(0.5) ? null : "Leeds" });
  const sessions = chance(0.4) ? Array.from({ length: int(1, 3) }, (_, k) => at(k)) : [];
  return {
    languages: chance(0.8) ? ["en"] : ["zh"], hours: int(2, 40), price: { amount: int(0, 15) * 50, currency: "EUR" },
    teaches: [{ skillId: main, level }, ...(chance(0.4) ? [{ skillId: skill(), level: int(1, 2) as Level }] : [])],
    requires: chance(0.1) && i > 0 ? [`c${int(0, i - 1)}`] : [],
    entry: level > 1 && chance(0.7) ? [{ skillId: main, level: (level - 1) as Level }] : [],
    sessions,
  };
}

const FAMILY = 10;
const WORK_SITES = ["Leeds", "Rotterdam", "Suzhou", null] as const;

/**
 * One to three skills of one family (11, 59, 30 %), half of the families' skills in the gap; 33 % have two to five dates,
 * five to twelve weeks apart, at two of four places; 37 % are free, the others cost EUR 8 to 60 an hour; 41 % ask for a
 * level, mostly below that of their main skill.
 */
function companyCourse({ int, chance, oneOf, random }: Draw, i: number, gaps: number): Drawn {
  const families = Math.max(1, Math.round((2 * gaps) / FAMILY));
  const family = int(0, families - 1);
  const count = chance(0.11) ? 1 : chance(0.66) ? 2 : 3;
  const skills = new Set<number>();
  // The skills of the gap are the first ones: those of a family lie `families` apart, so that half of each is asked for.
  while (skills.size < count) skills.add(family + families * int(0, FAMILY - 1));
  const teaches = [...skills].map((skill): Course["teaches"][number] => ({ skillId: `s${skill}`, level: chance(0.05) ? 1 : chance(0.57) ? 2 : 3 }));
  const main = teaches[0] ?? { skillId: "s0", level: 1 };
  const hours = Math.min(90, Math.max(2, Math.round(14 * Math.exp(0.75 * normal(random)))));
  const perHour = 8 * (60 / 8) ** random();
  const asked = chance(0.5) ? main.skillId : `s${family + families * int(0, FAMILY - 1)}`;
  return {
    languages: oneOf<readonly StudyLanguage[]>([["en"], ["en"], ["en", "zh"], ["en", "zh"], ["en"], ["zh"]]), hours,
    price: { amount: chance(0.37) ? 0 : 10 * Math.round((perHour * hours) / 10), currency: "EUR" }, teaches,
    requires: chance(0.01) && i > 0 ? [`c${int(0, i - 1)}`] : [],
    entry: chance(0.41) ? [{ skillId: asked, level: Math.max(1, main.level - 1) as Level }] : [],
    sessions: chance(0.33) ? datesOf({ int, oneOf }, i) : [],
  };
}

function datesOf({ int, oneOf }: Pick<Draw, "int" | "oneOf">, i: number): CourseSession[] {
  const [first, every, days] = [int(1, 9), int(5, 12), int(1, 5)];
  const sites = [oneOf(WORK_SITES), oneOf(WORK_SITES)];
  return Array.from({ length: int(2, 5) }, (_, k) => {
    const start = addDays(START, 7 * (first + k * every));
    return { id: `c${i}-${k}`, start, end: addDays(start, days - 1), site: sites[k % 2] ?? null };
  });
}

/** Box and Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
