/**
 * @file A taxonomy from a table of skills: names looked up, mentions found in a text, closeness counted. The indexes
 * are built when first asked for (about 30 ms for 2,000 skills).
 */
import { canonicalJson } from "../../core/canonical-json";
import { AppError } from "../../core/errors";
import { sha256 } from "../../core/hash";
import { createNameTrie, type NameTrie } from "./name-trie";
import { foldName, isWordChar } from "./fold";
import { isListGap, judgeMention, type Verdict } from "./mention-rules";
import type { Skill, SkillMention, Taxonomy } from "./types";

/** As DESIGN's reviewers fixed them: how near two skills are. */
const CLOSENESS = { same: 1, parent: 0.6, related: 0.4, sibling: 0.3 } as const;

/**
 * @param skills ids unique, parents and related ones among them; where two skills share a name the first keeps it
 * @throws AppError "taxonomy/invalid" naming the skill and what is wrong with it
 */
export function createTaxonomy(skills: readonly Skill[]): Taxonomy {
  const byId = indexById(skills);
  const names = lazily(() => indexNames(skills));
  const trie = lazily(() => indexTrie(skills));
  return {
    version: sha256(canonicalJson(skills as never)).slice(0, 12),
    skills,
    byId: (id) => byId.get(id) ?? null,
    normalise: (phrase) => normalise(phrase, names()),
    mentions: (text) => findMentions(text, trie()),
    closeness: (a, b) => closeness(a, b, byId),
  };
}

/** All ways of writing a skill, the canonical ones first. */
export function namesOf(skill: Skill): string[] {
  return [...new Set([skill.name.en, skill.name.zh, ...skill.aliases.en, ...skill.aliases.zh])];
}

function indexById(skills: readonly Skill[]): Map<string, Skill> {
  const byId = new Map<string, Skill>();
  for (const skill of skills) {
    if (byId.has(skill.id)) throw new AppError("taxonomy/invalid", `Two skills have the id "${skill.id}".`);
    byId.set(skill.id, skill);
  }
  for (const { id, parent, related } of skills) {
    const missing = [...(parent === null ? [] : [parent]), ...related].find((other) => !byId.has(other) || other === id);
    if (missing !== undefined) throw new AppError("taxonomy/invalid", `Skill "${id}" names "${missing}" as parent or related: ${missing === id ? "that is itself" : "there is no such skill"}.`);
  }
  return byId;
}

/** Folded name → skill, canonical names before aliases; also without blanks and dots ("node js", "nodejs"). */
function indexNames(skills: readonly Skill[]): Map<string, Skill> {
  const index = new Map<string, Skill>();
  const add = (name: string, skill: Skill): void => {
    if (name !== "" && !index.has(name)) index.set(name, skill);
  };
  for (const skill of skills) [skill.name.en, skill.name.zh].forEach((name) => add(foldName(name), skill));
  for (const skill of skills) namesOf(skill).forEach((name) => add(foldName(name), skill));
  for (const skill of skills) {
    for (const name of namesOf(skill).map(joined).filter((name) => name.length > 3)) add(name, skill);
  }
  return index;
}

const joined = (name: string): string => foldName(name).replace(/[ .]/g, "");

/** Words around a skill that do not change which one it is. */
const BEFORE = /^(?:proficien(?:t|cy) (?:in|with)|experienced? (?:in|with)|knowledge of|skilled in|familiar with|strong|good|excellent|advanced|basic|精通|熟练掌握|熟练使用|熟练|熟悉|掌握|了解|擅长|具备|良好的?|较强的?)\s*/u;
const AFTER = /\s*(?:skills?|abilit(?:y|ies)|experience|knowledge|proficiency|language|技能|能力|经验|知识|技术|语言)$/u;

function normalise(phrase: string, names: ReadonlyMap<string, Skill>): Skill | null {
  const whole = foldName(phrase.replace(/^[\s"'“”(（•·*-]+|[\s"'“”)）,;:，；：。]+$/gu, "")).replace(/\.$/, "");
  const bare = whole.replace(BEFORE, "").replace(AFTER, "");
  for (const form of new Set([whole, whole.replace(/ \(.*\)$| （.*）$/u, ""), bare])) {
    const found = names.get(form) ?? names.get(singular(form)) ?? names.get(form.replace(/[ .]/g, ""));
    if (found !== undefined) return found;
  }
  return null;
}

const singular = (name: string): string => (name.length > 4 ? name.replace(/ies$/, "y").replace(/([^s])s$/, "$1") : name);

function indexTrie(skills: readonly Skill[]): NameTrie<Skill> {
  const trie = createNameTrie<Skill>();
  for (const skill of skills) [skill.name.en, skill.name.zh].forEach((name) => trie.add(name, skill));
  for (const skill of skills) namesOf(skill).forEach((name) => trie.add(name, skill));
  return trie;
}

interface Finding extends SkillMention {
  readonly verdict: Verdict;
}

function findMentions(text: string, trie: NameTrie<Skill>): SkillMention[] {
  const findings: Finding[] = [];
  for (let start = 0; start < text.length; start++) {
    // Inside a word nothing begins; most places of an English text end here.
    if (isWordChar(text.charAt(start)) && isWordChar(text.charAt(start - 1))) continue;
    for (const { value, end } of trie.at(text, start)) {
      const stop = pluralEnd(text, end);
      const verdict = judgeMention(text, start, stop);
      if (verdict !== "none") findings.push({ skill: value, start, end: stop, text: text.slice(start, stop), verdict });
    }
  }
  return settle(text, withoutOverlap(findings)).map(({ skill, start, end, text: name }) => ({ skill, start, end, text: name }));
}

/** "databases" is a mention of "database": an English plural s belongs to the name. */
function pluralEnd(text: string, end: number): number {
  const isPlural = text.charAt(end) === "s" && /[a-z]{3}$/.test(text.slice(Math.max(0, end - 3), end)) && !isWordChar(text.charAt(end + 1));
  return isPlural ? end + 1 : end;
}

/** The longest of each overlapping group, then the leftmost. In order of the text. */
function withoutOverlap(findings: readonly Finding[]): Finding[] {
  const taken: Finding[] = [];
  const byLength = [...findings].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const occupied = new Set<number>();
  for (const finding of byLength) {
    let isFree = true;
    for (let at = finding.start; at < finding.end && isFree; at++) isFree = !occupied.has(at);
    if (!isFree) continue;
    for (let at = finding.start; at < finding.end; at++) occupied.add(at);
    taken.push(finding);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** A doubtful name counts beside a sure one of the same list: "C, C++", "word, excel and powerpoint". */
function settle(text: string, findings: readonly Finding[]): Finding[] {
  const sure = findings.map(({ verdict }) => verdict === "sure");
  const spread = (at: number, beside: number): void => {
    const [a, b] = [findings[Math.min(at, beside)], findings[Math.max(at, beside)]];
    if (a === undefined || b === undefined || sure[at] === true || sure[beside] !== true) return;
    if ((findings[beside] as Finding).skill.kind === "technology" && isListGap(text.slice(a.end, b.start))) sure[at] = true;
  };
  for (let at = 1; at < findings.length; at++) spread(at, at - 1);
  for (let at = findings.length - 2; at >= 0; at--) spread(at, at + 1);
  return findings.filter((_, at) => sure[at]);
}

function closeness(a: string, b: string, byId: ReadonlyMap<string, Skill>): number {
  if (a === b) return CLOSENESS.same;
  const [one, other] = [byId.get(a), byId.get(b)];
  if (one === undefined || other === undefined) return 0;
  if (one.parent === b || other.parent === a) return CLOSENESS.parent;
  if (one.related.includes(b) || other.related.includes(a)) return CLOSENESS.related;
  return one.parent !== null && one.parent === other.parent ? CLOSENESS.sibling : 0;
}

function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
