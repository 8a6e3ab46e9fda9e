/**
 * @file The gap: credit for narrower and wider skills, alternatives, order, reasons, and demands from requirements and text.
 */
import { describe, expect, it } from "vitest";
import type { Requirement } from "../../people/requirements/types";
import { BASE_TAXONOMY as taxonomy } from "../../people/taxonomy/base-taxonomy";
import type { NeededSkill, ProfileSkill, SkillLevel } from "../types";
import { effectiveLevel } from "./effective-level";
import { findGap } from "./find-gap";
import { needsOfRequirements, needsOfText } from "./needs-of";

const has = (skillId: string, level: SkillLevel): ProfileSkill => ({ skillId, level, evidence: [{ kind: "project", text: "Sluice", on: null }], shared: false });
const needed = (any: readonly string[], level: NeededSkill["level"], importance = 1): NeededSkill => ({ any, level, importance, mustHave: true, text: "", source: null });
const TARGET = { kind: "role", id: "x", title: { en: "X", zh: "X" } } as const;
const gapOf = (needs: readonly NeededSkill[], held: readonly ProfileSkill[]) => findGap(TARGET, needs, { held, taxonomy });

describe("findGap", () => {
  it("says have, partly, missing, with the reason in both languages", () => {
    const gap = gapOf([needed(["python"], 3), needed(["sql"], 3), needed(["welding"], 2)], [has("python", 3), has("sql", 1)]);
    expect(gap.items.map(({ skillId, state, have }) => [skillId, state, have])).toEqual([["welding", "missing", 0], ["sql", "partly", 1], ["python", "have", 3]]);
    expect(gap.coverage).toBeCloseTo((1 + 1 / 3 + 0) / 3, 9);
    expect(gap.items[1]?.reason.en).toContain("Level 1 (basics) from a project");
    expect(gap.items[0]?.reason.zh).toContain("档案里没有");
    expect(gap.items[2]?.evidence[0]?.text).toBe("Sluice");
  });

  it("counts a narrower skill one level less, a wider one two less, and names a near one", () => {
    const parent = taxonomy.byId("siemens-plc")?.parent ?? "";
    expect(parent).toBe("plc-programming");
    expect(effectiveLevel("plc-programming", [has("siemens-plc", 3)], taxonomy)).toMatchObject({ level: 2, relation: "narrower" });
    expect(effectiveLevel("siemens-plc", [has("plc-programming", 3)], taxonomy)).toMatchObject({ level: 1, relation: "wider" });
    const [item] = gapOf([needed(["fatigue-analysis"], 2)], [has("finite-element-analysis", 3)]).items;
    expect(item).toMatchObject({ have: 0, state: "missing", near: { skillId: "finite-element-analysis", level: 3 } });
  });

  it("takes the alternative that is closest to being met", () => {
    const [item] = gapOf([needed(["java", "python"], 3)], [has("python", 2)]).items;
    expect(item).toMatchObject({ skillId: "python", have: 2, state: "partly" });
  });

  it("is covered completely when nothing is asked", () => {
    expect(gapOf([], []).coverage).toBe(1);
  });
});

describe("needs", () => {
  const requirement = (changes: Partial<Requirement>): Requirement => ({ id: "r", kind: "skill", mustHave: true, weight: 50, any: ["python"], text: "Python", source: null, ...changes });

  it("come from requirements that name skills; equal ones are merged at the higher level", () => {
    const needs = needsOfRequirements([requirement({ weight: 80 }), requirement({ years: 5, weight: 40 }), requirement({ any: ["sql"], mustHave: false, weight: 40 }), requirement({ kind: "place", any: ["rotterdam"] })], taxonomy);
    expect(needs.map(({ any, level, importance }) => [any[0], level, importance])).toEqual([["python", 4, 1], ["sql", 2, 0.5]]);
  });

  it("take a language beside a skill for its adjective, and count a spoken language half", () => {
    const needs = needsOfRequirements([requirement({ any: ["dutch", "payroll"], weight: 60 }), requirement({ kind: "language", any: ["dutch", "nederlands"], weight: 60 })], taxonomy);
    expect(needs.map(({ any, importance }) => [any, importance])).toEqual([[["payroll"], 1], [["dutch"], 0.5]]);
  });

  it("come from text by what it names, more often weighing more", () => {
    const needs = needsOfText("Python, Python and again Python; some SQL.", taxonomy);
    expect(needs.map(({ any }) => any[0])).toEqual(["python", "sql"]);
    expect(needs[0]?.importance).toBe(1);
    expect(needs[1]?.importance).toBeLessThan(1);
    expect(needsOfText("我会用 Python 做数据分析", taxonomy).map(({ any }) => any[0])).toContain("data-analysis");
  });
});
