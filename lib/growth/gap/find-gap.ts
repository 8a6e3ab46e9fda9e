/**
 * @file findGap: what a target asks for against what a person has, item by item: have, partly, missing, each with the
 * reason and the importance. Recruiters see the same object as "near miss".
 */
import type { Skill, Taxonomy } from "../../people/taxonomy/types";
import type { Gap, GapItem, GapState, GapTarget, NeededSkill, ProfileSkill, SkillEvidence, Words } from "../types";
import { covers } from "../evidence";
import { effectiveLevel, type Credit } from "./effective-level";

const EVIDENCE_WORDS: Readonly<Record<SkillEvidence["kind"], Words>> = {
  cv: { en: "your CV", zh: "简历" },
  project: { en: "a project", zh: "项目" },
  course: { en: "a course", zh: "课程" },
  certificate: { en: "a certificate", zh: "证书" },
  manager: { en: "your manager", zh: "主管确认" },
  peer: { en: "a colleague", zh: "同事确认" },
  self: { en: "your own word", zh: "本人自述" },
};

/** Who reads a reason: the person, or somebody who reads about them. */
export type Voice = "own" | "about";

const ABOUT_WORDS: Partial<typeof EVIDENCE_WORDS> = { cv: { en: "the CV", zh: "简历" }, manager: { en: "a manager", zh: "主管确认" }, self: { en: "their own word", zh: "本人自述" } };

/** What a level means, for sentences. */
export const LEVEL_WORDS: readonly Words[] = [
  { en: "none", zh: "无" },
  { en: "basics", zh: "入门" },
  { en: "with guidance", zh: "能在指导下完成" },
  { en: "on one's own", zh: "能独立完成" },
  { en: "teaches others", zh: "能带教他人" },
];

const levelWords = (level: number): Words => LEVEL_WORDS[level] ?? { en: String(level), zh: String(level) };

/** A skill's name in both languages; its id where the taxonomy does not know it. */
export function skillName(skillId: string, taxonomy: Taxonomy): Words {
  return taxonomy.byId(skillId)?.name ?? { en: skillId, zh: skillId };
}

/**
 * @param target what is aimed at
 * @param needs  its demands (needs-of.ts makes them from requirements or text)
 * @param person their skills, and who reads the reasons (default: they do)
 * @returns items: open ones first by importance × missing share, then what is there; coverage 1 for a target without demands
 */
export function findGap(target: GapTarget, needs: readonly NeededSkill[], person: { readonly held: readonly ProfileSkill[]; readonly taxonomy: Taxonomy; readonly voice?: Voice }): Gap {
  const items = needs.map((need) => toItem(need, person));
  const openness = (item: GapItem) => item.importance * (1 - item.have / item.needed);
  items.sort((a, b) => openness(b) - openness(a) || b.importance - a.importance || (a.skillId < b.skillId ? -1 : 1));
  return { target, items, coverage: coverageOf(items) };
}

/** Importance-weighted share of the needed levels that is there, 0–1. */
export function coverageOf(items: readonly Pick<GapItem, "importance" | "have" | "needed">[]): number {
  const total = items.reduce((sum, { importance }) => sum + importance, 0);
  if (total === 0) return 1;
  return items.reduce((sum, item) => sum + item.importance * Math.min(1, item.have / item.needed), 0) / total;
}

function toItem(need: NeededSkill, { held, taxonomy, voice = "own" }: Parameters<typeof findGap>[2]): GapItem {
  let skillId = need.any[0] ?? "";
  let credit: Credit = effectiveLevel(skillId, held, taxonomy);
  for (const id of need.any.slice(1)) {
    const other = effectiveLevel(id, held, taxonomy);
    if (other.level > credit.level) [skillId, credit] = [id, other];
  }
  const state: GapState = credit.level >= need.level ? "have" : credit.level > 0 ? "partly" : "missing";
  const near = state === "have" ? null : nearest(need.any, held, taxonomy);
  return {
    skillId,
    any: need.any,
    have: credit.level,
    needed: need.level,
    importance: need.importance,
    mustHave: need.mustHave,
    state,
    reason: reasonOf({ skillId, credit, need, near: near ? taxonomy.byId(near.skillId) : null, taxonomy, voice }),
    evidence: credit.from?.evidence ?? [],
    near,
    source: need.source,
  };
}

/** The held skill that lies closest to any of the alternatives, at least .3 close. */
function nearest(any: readonly string[], held: readonly ProfileSkill[], taxonomy: Taxonomy): GapItem["near"] {
  let best: GapItem["near"] = null;
  for (const skill of held) {
    if (skill.level === 0 || any.includes(skill.skillId)) continue;
    for (const id of any) {
      const closeness = taxonomy.closeness(id, skill.skillId);
      const better = best === null || closeness > best.closeness || (closeness === best.closeness && skill.level > best.level);
      if (closeness > 0 && better) best = { skillId: skill.skillId, level: skill.level, closeness };
    }
  }
  return best;
}

interface ReasonParts {
  readonly skillId: string;
  readonly credit: Credit;
  readonly need: NeededSkill;
  readonly near: Skill | null;
  readonly taxonomy: Taxonomy;
  readonly voice: Voice;
}

function reasonOf({ skillId, credit, need, near, taxonomy, voice }: ReasonParts): Words {
  const name = skillName(skillId, taxonomy);
  const asked = levelWords(need.level);
  if (credit.from === null || credit.level === 0) {
    const isOwn = voice === "own";
    const nearby = near
      ? { en: ` ${near.name.en} lies close to it and will help.`, zh: `${isOwn ? "您" : "其"}掌握的“${near.name.zh}”与它相近，会有帮助。` }
      : { en: "", zh: "" };
    return {
      en: `${isOwn ? "Your profile" : "The CV"} shows nothing of ${name.en}; level ${need.level} (${asked.en}) is asked for.${nearby.en}`,
      zh: `${isOwn ? "您的档案" : "简历"}里没有“${name.zh}”，要求达到 ${need.level} 级（${asked.zh}）。${nearby.zh}`,
    };
  }
  const basis = basisOf(credit, taxonomy, voice === "own" ? EVIDENCE_WORDS : { ...EVIDENCE_WORDS, ...ABOUT_WORDS });
  const enough = credit.level >= need.level;
  return {
    en: `Level ${credit.level} (${levelWords(credit.level).en}) from ${basis.en}; ${enough ? `level ${need.level} is enough` : `level ${need.level} (${asked.en}) is asked for`}.`,
    zh: `现为 ${credit.level} 级（${levelWords(credit.level).zh}），依据：${basis.zh}；${enough ? `要求 ${need.level} 级，已达到` : `要求 ${need.level} 级（${asked.zh}）`}。`,
  };
}

function basisOf({ from, relation }: Credit, taxonomy: Taxonomy, evidenceWords: typeof EVIDENCE_WORDS): Words {
  const kinds = [...new Set((from?.evidence ?? []).filter((item) => covers(item, from?.level ?? 0)).map(({ kind }) => kind))];
  const said = kinds.length === 0 ? [evidenceWords.self] : kinds.map((kind) => evidenceWords[kind]);
  const basis = { en: said.map(({ en }) => en).join(", "), zh: said.map(({ zh }) => zh).join("、") };
  if (relation === "same" || from === null) return basis;
  const other = skillName(from.skillId, taxonomy);
  return relation === "narrower"
    ? { en: `${other.en}, which is part of it (${basis.en})`, zh: `“${other.zh}”是它的一部分（${basis.zh}）` }
    : { en: `${other.en}, which is wider (${basis.en})`, zh: `“${other.zh}”范围更广（${basis.zh}）` };
}
