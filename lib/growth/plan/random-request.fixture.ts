/**
 * @file Random small plan requests for tests: courses with sessions, prerequisites by id and by level, prices and
 * languages; seeded.
 */
import { createRng } from "../../core/rng";
import { addDays } from "../../core/document-terms";
import type { Course, GapItem, PlanRequest, SkillLevel, StudyLanguage } from "../types";
import { coverageOf } from "../gap/find-gap";

const START = "2027-01-04";
const RATES = { EUR: 1, GBP: 0.85, CNY: 7.8 };

type Level = Exclude<SkillLevel, 0>;

export function randomRequest(seed: number, courseCount = 6): PlanRequest {
  const random = createRng(seed);
  const int = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const skills = ["s0", "s1", "s2", "s3"];
  const pick = <T>(from: readonly T[]): T => from[int(0, from.length - 1)] as T;
  const weeks = int(3, 4);
  const courses = Array.from({ length: courseCount }, (_, i): Course => {
    const start = addDays(START, int(0, weeks * 7 - 3));
    const dates = [start, addDays(START, int(0, weeks * 7 - 3))];
    const sessions = random() < 0.5 ? dates.slice(0, int(1, 2)).map((day, k) => ({ id: `c${i}-${k}`, start: day, end: addDays(day, int(0, 2)), site: pick([null, "Leeds", "Rotterdam"]) })) : [];
    return {
      id: `c${i}`,
      kind: "course",
      title: { en: `Course ${i}`, zh: `课程 ${i}` },
      summary: { en: "", zh: "" },
      provider: "Test",
      languages: pick<StudyLanguage[]>([["en"], ["en", "zh"], ["zh"], ["en"]]),
      hours: int(1, 11),
      price: { amount: int(0, 4) * 50, currency: pick(["EUR", "GBP"] as const) },
      teaches: Array.from({ length: int(1, 2) }, () => ({ skillId: pick(skills), level: int(1, 3) as Level })),
      requires: random() < 0.25 ? [`c${int(0, courseCount - 1)}`].filter((id) => id !== `c${i}`) : [],
      entry: random() < 0.7 ? [{ skillId: pick(skills), level: int(1, 2) as Level }] : [],
      sessions,
    };
  });
  const items = skills.slice(0, 3).map((skillId): GapItem => {
    const have = (random() < 0.3 ? 1 : 0) as SkillLevel;
    const needed = int(1, 3) as Level;
    const any = random() < 0.3 ? [skillId, "s3"] : [skillId];
    const state = have >= needed ? "have" : have > 0 ? "partly" : "missing";
    return { skillId, any, have, needed, importance: int(1, 10) / 10, mustHave: false, state, reason: { en: "", zh: "" }, evidence: [], near: null, source: null };
  });
  return {
    gap: { target: { kind: "text", id: null, title: { en: "target", zh: "目标" } }, items, coverage: coverageOf(items) },
    levels: {},
    courses,
    done: random() < 0.3 ? [`c${int(0, courseCount - 1)}`] : [],
    start: START,
    deadline: addDays(START, weeks * 7 - 1),
    hoursPerWeek: int(2, 6),
    budget: random() < 0.6 ? { amount: int(0, 6) * 50, currency: pick(["EUR", "GBP"] as const) } : null,
    rates: RATES,
    languages: random() < 0.5 ? ["en"] : ["en", "zh"],
    sites: random() < 0.5 ? ["Leeds"] : null,
    kinds: null,
    wishes: { mustClose: random() < 0.2 ? ["s0"] : [], minimumCoverage: random() < 0.2 ? int(3, 9) / 10 : 0, include: [], exclude: random() < 0.2 ? ["c1"] : [] },
    aim: "most",
  };
}
