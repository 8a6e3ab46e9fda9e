/**
 * @file Interests: what a person wrote that they like to do, against what a course, role, community or mentor is about. By the
 * skills that the words name, else by a telling word of a title. They decide between equals and are said in the reason; they
 * never make anything reachable, or hide it.
 */
import type { Taxonomy } from "../people/taxonomy/types";
import type { Words } from "./types";

/** Something with a name, about some skills. */
export interface Topic {
  readonly title: Words;
  readonly skillIds: readonly string[];
}

/** What of the interests the topic meets, as it is said; null: nothing. */
export type Interests = (topic: Topic) => Words | null;

/** The skill itself, a narrower or a wider one. */
const CLOSE = 0.6;
const SHORTEST_WORD = 5;
/** Words of wishing, people and work, which tell no interest apart. */
const COMMON = new Set("people person others mentor mentoring becoming someone somebody learn learning teach teaching leading those their there which would could never years first early still think having being about always after where place every other things making hours nights training helps better wants today senior basic basics practice project work working company office".split(" "));

/** @param text free words of the profile; several interests behind commas, semicolons or stops. Empty: nothing is met */
export function readInterests(text: string, taxonomy: Taxonomy): Interests {
  const skills = [...new Set(taxonomy.mentions(text).map(({ skill }) => skill.id))];
  const words = telling(text);
  if (skills.length === 0 && words.size === 0) return () => null;
  return ({ title, skillIds }) => {
    const skill = skills.find((id) => skillIds.some((other) => taxonomy.closeness(id, other) >= CLOSE));
    if (skill !== undefined) return taxonomy.byId(skill)?.name ?? null;
    const shared = [...telling(`${title.en}, ${title.zh}`).keys()].find((stem) => words.has(stem));
    const said = shared === undefined ? undefined : words.get(shared);
    return said === undefined ? null : { en: said, zh: said };
  };
}

/** Stem → as written: English words of five letters and more. Chinese interests count by the skills they name. */
function telling(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word] of text.matchAll(/\p{Script=Latin}+/gu)) {
    const lower = word.toLowerCase();
    if (lower.length >= SHORTEST_WORD && !COMMON.has(lower)) found.set(lower.replace(/(?:ings?|ies|es|s|y)$/, ""), lower);
  }
  return found;
}

/** Said behind a reason. */
export const interestReason = ({ en, zh }: Words): Words => ({ en: `Fits your interest in ${en}.`, zh: `符合您对“${zh}”的兴趣。` });
