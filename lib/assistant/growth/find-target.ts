/**
 * @file What a question aims at: a role, an opening, a programme, a course or skills, by any of their names. After "become",
 * "towards", "转到" … comes the goal; "as a moulder, how do I become a shift lead" aims at the shift lead.
 */
import type { Taxonomy } from "../../people/taxonomy/types";
import type { GrowthName } from "./types";

export interface FoundTarget {
  readonly name: GrowthName | null;
  readonly course: GrowthName | null;
  readonly skillIds: readonly string[];
}

const GOAL = /\b(?:become|becoming|be an?|get to be|train(?:ing)? (?:as|to be)|qualify(?:ing)? (?:as|for)|ready (?:for|as|to be)|towards?|to the|for the|for an?|into|as an?|switch to|from .{2,40} to)\b|成为|当上?|转(?:到|做|成|岗(?:到|做)?)|胜任|应聘|竞聘|离|做/gi;
const OPENING_WORD = /\b(?:opening|vacanc(?:y|ies)|advert|advertised|posting|open position|job ad|apply|hiring)\b|在招|招聘|空缺|应聘|竞聘/i;

const folded = (text: string): string => ` ${text.toLowerCase().normalize("NFKC").replace(/[’']s\b/g, "").replace(/[^\p{L}\p{N}+#.]+/gu, " ").replace(/\.(?=\s|$)/g, " ").trim()} `;
const stems = (text: string): string[] => folded(text).trim().split(" ").filter((word) => word.length > 0 && !["the", "a", "an", "of", "and", "for", "in", "to"].includes(word)).map((word) => (word.length > 4 ? word.replace(/(?:ies|es|s)$/, "") : word));

interface Match {
  readonly name: GrowthName;
  /** Characters or words matched; more is better. */
  readonly size: number;
  readonly at: number;
}

export function findTarget(question: string, names: readonly GrowthName[], taxonomy: Taxonomy): FoundTarget {
  const matches = names.flatMap((name) => bestMatch(question, name) ?? []);
  const wantsOpening = OPENING_WORD.test(question);
  const goalAt = lastGoal(question);
  const rank = ({ name, size, at }: Match): number => size * 10 + (at >= goalAt ? 25 : 0) + (name.kind === "opening" ? (wantsOpening ? 8 : -4) : name.kind === "role" ? (wantsOpening ? 0 : 4) : 0);
  const best = (kinds: readonly GrowthName["kind"][]) => matches.filter(({ name }) => kinds.includes(name.kind)).sort((a, b) => rank(b) - rank(a))[0]?.name ?? null;
  return { name: best(["role", "opening", "programme"]), course: best(["course"]), skillIds: [...new Set(taxonomy.mentions(question).map(({ skill }) => skill.id))] };
}

/** The first place after a word that announces a goal; -1 without one. */
function lastGoal(question: string): number {
  const all = [...question.matchAll(GOAL)];
  const last = all.at(-1);
  return last ? last.index + last[0].length - 2 : -1;
}

function bestMatch(question: string, name: GrowthName): Match | null {
  let best: Match | null = null;
  for (const written of name.names) {
    const match = /\p{Script=Han}/u.test(written) ? matchChinese(question, written) : matchEnglish(question, written);
    if (match && (best === null || match.size > best.size)) best = { name, ...match };
  }
  return best;
}

/** Chinese has no gaps between words: the whole name must stand there. */
function matchChinese(question: string, written: string): { size: number; at: number } | null {
  const compact = (text: string) => text.toLowerCase().replace(/\s+/g, "");
  const at = compact(question).indexOf(compact(written));
  return at < 0 || compact(written).length < 2 ? null : { size: compact(written).length / 1.6, at };
}

/** Every word of the name, in any order and number. A name of one word must be that word. */
function matchEnglish(question: string, written: string): { size: number; at: number } | null {
  const said = stems(question);
  const words = stems(written);
  if (words.length === 0 || !words.every((word) => said.includes(word))) return null;
  const whole = folded(question).includes(folded(written));
  const first = question.toLowerCase().indexOf(words[0] ?? "");
  return { size: words.length + (whole ? 0.5 : 0), at: first };
}
