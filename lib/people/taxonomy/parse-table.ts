/**
 * @file The written form of the taxonomy's tables → skills.
 *
 *   # Programming languages @technology = 编程语言 < Software development
 *   Python | py3, cpython = 
 *   Go | golang = Go 语言 > Rust
 *
 * "#" opens a group: it is a skill itself, the parent of the lines below, and gives them its kind. A line is the English
 * name, its aliases behind "|", Chinese names behind "=" (the first is canonical; none: the same as the English one),
 * related skills behind ">", another parent behind "<", another kind behind "@". Names are referred to as written.
 */
import { AppError } from "../../core/errors";
import { skillSlug } from "./skill-slug";
import { SKILL_KINDS, type Skill, type SkillKind } from "./types";

interface Line {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly zh: readonly string[];
  readonly kind: SkillKind | null;
  readonly parent: string | null;
  readonly related: readonly string[];
}

/**
 * @param tables in the form above; a group may be opened again in a later table by its bare name
 * @param relations pairs of names that are related besides those in the lines
 * @throws AppError "taxonomy/invalid" naming the line
 */
export function parseTables(tables: readonly string[], relations: readonly (readonly [string, string])[] = []): Skill[] {
  const skills = new Map<string, Skill>();
  for (const table of tables) readTable(table, skills);
  for (const [a, b] of relations) relate(skills, skillSlug(a), skillSlug(b));
  return [...skills.values()];
}

function readTable(table: string, skills: Map<string, Skill>): void {
  let group: Skill | null = null;
  for (const written of table.split("\n").map((line) => line.trim()).filter((line) => line !== "")) {
    const isGroup = written.startsWith("#");
    const line = parseLine(isGroup ? written.slice(1) : written);
    const known: Skill | undefined = skills.get(skillSlug(line.name));
    if (known !== undefined && isGroup && line.zh.length === 0) {
      group = known;
      continue;
    }
    if (known !== undefined) throw new AppError("taxonomy/invalid", `The skill "${line.name}" is in the tables twice.`);
    const skill = toSkill(line, isGroup ? null : group);
    skills.set(skill.id, skill);
    if (isGroup) group = skill;
  }
}

function parseLine(written: string): Line {
  const [main = "", ...marked] = written.split(/\s+(?=[|=><@]\s?)/u);
  const after = (sign: string): string[] => {
    const part = marked.find((text) => text.startsWith(sign));
    return part === undefined ? [] : part.slice(1).split(/[,，]/u).map((item) => item.trim()).filter((item) => item !== "");
  };
  const kind = after("@")[0] ?? null;
  if (kind !== null && !isKind(kind)) throw new AppError("taxonomy/invalid", `"${written}": the kind is one of ${SKILL_KINDS.join(", ")}.`);
  if (skillSlug(main) === "") throw new AppError("taxonomy/invalid", `"${written}": a line begins with the skill's English name.`);
  return { name: main.trim(), aliases: after("|"), zh: after("="), kind, parent: after("<")[0] ?? null, related: after(">") };
}

const isKind = (text: string): text is SkillKind => (SKILL_KINDS as readonly string[]).includes(text);

function toSkill(line: Line, group: Skill | null): Skill {
  return {
    id: skillSlug(line.name),
    name: { en: line.name, zh: line.zh[0] ?? line.name },
    aliases: { en: line.aliases, zh: line.zh.slice(1) },
    kind: line.kind ?? group?.kind ?? "domain",
    parent: line.parent === null ? (group?.id ?? null) : skillSlug(line.parent),
    related: line.related.map(skillSlug),
  };
}

/** Both ways; a pair that is parent and child or names itself is left out. */
function relate(skills: Map<string, Skill>, a: string, b: string): void {
  const [one, other] = [skills.get(a), skills.get(b)];
  if (one === undefined || other === undefined || a === b || one.parent === b || other.parent === a) return;
  if (!one.related.includes(b)) skills.set(a, { ...one, related: [...one.related, b] });
  if (!other.related.includes(a)) skills.set(b, { ...other, related: [...other.related, a] });
}
