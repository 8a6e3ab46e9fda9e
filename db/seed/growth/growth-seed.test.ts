/**
 * @file The demo company's growth data hold together: ids exist, prerequisites have no cycle and can be met, every
 * employee has skills, every role can be reached, sessions lie ahead, questions name what is there.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { EVERYONE, heatMap } from "../../../lib/growth/network/heat-map";
import { BASE_TAXONOMY } from "../../../lib/people/taxonomy/base-taxonomy";
import { EMPLOYEES } from "../people/employees";
import { demoCourses } from "./courses";
import { DEMO_MENTORS } from "./mentors";
import { DEMO_PROFILES } from "./profiles";
import { DEMO_PROGRAMMES } from "./programmes";
import { DEMO_MOVES, DEMO_ROLES } from "./roles";

const TODAY = "2026-11-23";
const courses = demoCourses(TODAY);
const courseIds = new Set(courses.map(({ id }) => id));
const roleIds = new Set(DEMO_ROLES.map(({ id }) => id));
const unknownSkills = (ids: Iterable<string>) => [...new Set(ids)].filter((id) => BASE_TAXONOMY.byId(id) === null);
const OPENINGS = join(import.meta.dirname, "../openings");

describe("growth seed", () => {
  it("names only skills of the taxonomy", () => {
    expect(unknownSkills(courses.flatMap(({ teaches, entry }) => [...teaches, ...entry].map(({ skillId }) => skillId)))).toEqual([]);
    expect(unknownSkills([...DEMO_ROLES, ...DEMO_PROGRAMMES].flatMap(({ needs }) => needs.flatMap(({ any }) => any)))).toEqual([]);
    expect(unknownSkills(DEMO_PROFILES.flatMap(({ skills }) => skills.map(({ skillId }) => skillId)))).toEqual([]);
    expect(unknownSkills(DEMO_MENTORS.flatMap(({ skillIds }) => skillIds))).toEqual([]);
  });

  it("has people enough who agreed to be counted that the organisation's heat map shows several departments at k = 5", () => {
    const asked = new Map<string, number>();
    for (const { needs } of DEMO_ROLES) for (const { any } of needs) for (const id of any) asked.set(id, (asked.get(id) ?? 0) + 1);
    const skillIds = [...asked].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, 20).map(([id]) => id);
    const departments = new Map(EMPLOYEES.map(({ id, department }) => [id, department]));
    const map = heatMap(DEMO_PROFILES.filter(({ shares }) => shares.groups).map(({ employeeId, skills }) => ({ group: departments.get(employeeId) ?? "", levels: new Map(skills.map(({ skillId, level }) => [skillId, level])) })), skillIds);
    const shown = map.cells.filter(({ people }) => people !== null);
    expect(map.k).toBe(5);
    expect(shown.filter(({ group }) => group !== EVERYONE).length).toBeGreaterThanOrEqual(35);
    expect(shown.filter(({ group }) => group === EVERYONE).length).toBeGreaterThanOrEqual(15);
    expect(new Set(shown.map(({ group }) => group)).size).toBeGreaterThanOrEqual(7);
  });

  it("has 80 courses or more, each once, with prerequisites that exist and can be met from nothing", () => {
    expect(courseIds.size).toBeGreaterThanOrEqual(80);
    expect(courseIds.size).toBe(courses.length);
    const done = new Set<string>();
    const held = new Map<string, number>(DEMO_PROFILES.flatMap(({ skills }) => skills.map(({ skillId, level }): [string, number] => [skillId, level])));
    for (let before = -1; before < done.size; ) {
      before = done.size;
      for (const { id, requires, entry, teaches } of courses) {
        if (!requires.every((other) => done.has(other)) || !entry.every(({ skillId, level }) => (held.get(skillId) ?? 0) >= level)) continue;
        done.add(id);
        for (const { skillId, level } of teaches) held.set(skillId, Math.max(level, held.get(skillId) ?? 0));
      }
    }
    expect(courses.filter(({ id }) => !done.has(id)).map(({ id }) => id)).toEqual([]);
    for (const { sessions } of courses) for (const { start, end } of sessions) expect(start > TODAY && end >= start).toBe(true);
  });

  it("has skills for everyone, goals and roles that exist, mentors of the directory", () => {
    expect(DEMO_PROFILES.map(({ employeeId }) => employeeId)).toEqual(EMPLOYEES.map(({ id }) => id));
    for (const { skills, roleId, goal } of DEMO_PROFILES) {
      expect(skills.length).toBeGreaterThanOrEqual(4);
      expect(roleId === null || roleIds.has(roleId)).toBe(true);
      if (goal) expect(goal.kind === "role" ? roleIds.has(goal.id) : existsSync(join(OPENINGS, `${goal.id}.md`))).toBe(true);
    }
    for (const { employeeId, capacity } of DEMO_MENTORS) {
      expect(EMPLOYEES.some(({ id }) => id === employeeId)).toBe(true);
      expect(capacity).toBeLessThanOrEqual(2);
    }
  });

  it("reaches every role by moves, from where people begin", () => {
    const reached = new Set(DEMO_ROLES.filter(({ id }) => !DEMO_MOVES.some(({ to }) => to === id)).map(({ id }) => id));
    const starts = [...reached];
    for (let before = -1; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of DEMO_MOVES) if (reached.has(from)) reached.add(to);
    }
    expect(DEMO_MOVES.flatMap(({ from, to }) => [from, to]).filter((id) => !roleIds.has(id))).toEqual([]);
    expect([...roleIds].filter((id) => !reached.has(id))).toEqual([]);
    expect(starts.filter((id) => !DEMO_MOVES.some(({ from }) => from === id))).toEqual([]);
  });

  it("has programmes whose steps exist and reach what they ask for", () => {
    for (const { steps, needs } of DEMO_PROGRAMMES) {
      expect(steps.filter((id) => !courseIds.has(id))).toEqual([]);
      const taught = courses.filter(({ id }) => steps.includes(id)).flatMap(({ teaches }) => teaches);
      for (const { any, level } of needs) expect(taught.some((lift) => any.includes(lift.skillId) && lift.level >= level), any.join()).toBe(true);
    }
  });

  it("asks its 80 questions about roles, openings, courses, skills and documents that exist", () => {
    const lines = readFileSync(join(import.meta.dirname, "../questions/growth.jsonl"), "utf8").trim().split("\n");
    expect(lines).toHaveLength(80);
    const exists: Record<string, (id: string) => boolean> = {
      role: (id) => roleIds.has(id),
      opening: (id) => existsSync(join(OPENINGS, `${id}.md`)),
      course: (id) => courseIds.has(id),
      skill: (id) => BASE_TAXONOMY.byId(id) !== null,
      document: (id) => existsSync(join(import.meta.dirname, "../policies", id)),
      programme: (id) => DEMO_PROGRAMMES.some((each) => each.id === id),
    };
    const missing = lines.flatMap((line) => (JSON.parse(line) as { targets: string[] }).targets).filter((target) => {
      const [kind = "", id = ""] = target.split(":");
      return kind in exists && !exists[kind]?.(id);
    });
    expect(missing).toEqual([]);
  });
});
