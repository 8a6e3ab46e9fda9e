/**
 * @file Experts: only what is shared, proof before one's own word, what was done lately before what was done long ago.
 */
import { expect, it } from "vitest";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import type { EvidenceKind, ProfileSkill, SkillLevel } from "../types";
import { rankExperts } from "./rank-experts";

const skill = (skillId: string, level: SkillLevel, kind: EvidenceKind, changes: Partial<ProfileSkill> = {}): ProfileSkill => ({ skillId, level, shared: true, evidence: [{ kind, text: "did it", on: "2026-01-01" }], ...changes });
const find = (people: Parameters<typeof rankExperts>[1]) => rankExperts("siemens-plc", people, { taxonomy: BASE_TAXONOMY, on: "2026-11-23", limit: 10 });

it("finds only shared skills, the better proven first, own word at most at level 2", () => {
  const found = find([
    { employeeId: "hidden", skills: [skill("siemens-plc", 4, "project", { shared: false })] },
    { employeeId: "says", skills: [skill("siemens-plc", 4, "self")] },
    { employeeId: "proved", skills: [skill("siemens-plc", 3, "project")] },
    { employeeId: "long-ago", skills: [skill("siemens-plc", 3, "project", { evidence: [{ kind: "project", text: "old", on: "2006-01-01" }] })] },
    { employeeId: "near", skills: [skill("plc-programming", 3, "project")] },
    { employeeId: "elsewhere", skills: [skill("baking", 4, "project")] },
  ]);
  expect(found.map(({ employeeId }) => employeeId)).toEqual(["proved", "near", "long-ago", "says"]);
  expect(found[0]?.evidence[0]?.text).toBe("did it");
});

it("a confirmation speaks for the level that it was given for, not for one claimed later", () => {
  const confirmed = (level: SkillLevel | null): ProfileSkill => skill("siemens-plc", 4, "peer", { evidence: [{ kind: "peer", text: "", on: "2026-01-01", level }] });
  const scoreOf = (own: ProfileSkill) => find([{ employeeId: "one", skills: [own] }])[0]?.score ?? 0;
  const said = scoreOf(skill("siemens-plc", 4, "self"));
  expect(scoreOf(confirmed(4))).toBeGreaterThan(scoreOf(confirmed(3)));
  expect(scoreOf(confirmed(3))).toBeGreaterThan(said);
  // Of level 2, or of who knows which: no more than the owner's own word.
  expect(scoreOf(confirmed(2))).toBeCloseTo(said);
  expect(scoreOf(confirmed(null))).toBeCloseTo(said);
});
