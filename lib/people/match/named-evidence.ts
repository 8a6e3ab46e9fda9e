/**
 * @file Named evidence: degrees, languages, certificates and places in a subject's items. Best of, like evidence.ts.
 * A place counts only where the person says that they would work there: a home address is no evidence.
 */
import { namedNeeds } from "../requirements/named-needs";
import { EDUCATION_LEVELS, type Requirement } from "../requirements/types";
import { levelIn } from "../terms/language-level";
import { findWhole } from "../terms/term-table";
import { matchTextOf, NO_EVIDENCE, standingOf, type Evidence, type Rated } from "./evidence";
import type { Ruleset } from "./ruleset";
import type { EvidenceItem, MatchSubject } from "./types";
import type { Wanted } from "./wanted";

const MAX_QUOTES = 2;
const LEVEL_WORD = /native|mother tongue|bilingual|fluent|fluently|proficient|negotiation|meeting|\bc[12]\b|\bb[12]\b|spoken|very good|good|working|professional|advanced|cet-?[46]|tem-?[48]|ielts|toefl|hsk|jlpt|\bn[1-5]\b|bec|母语|流利|精通|熟练|雅思|托福|口语|日常/i;
const LITTLE = /\ba[12]\b|basic|beginner|elementary|school|rusty|gcse|hsk ?[12]\b|\bn[45]\b|略懂|入门|只认得|simple/i;
const STRONG = /native|mother tongue|bilingual|\bc[12]\b|母语|精通|fluent|流利|proficient|advanced|tem-?8|cet-?6/i;
const AVAILABLE = /relocat|willing to (?:move|work|travel)|available (?:in|for work in)|open to (?:work|roles|positions)? ?in|on[- ]?site in|can work (?:in|from)|commut|愿意|可接受|可驻|可以?到岗|期望(?:工作)?(?:地点|城市)|求职地点|服从/i;

function best(rated: readonly Rated[], ruleset: Ruleset): Evidence {
  const sorted = [...rated].sort((a, b) => b.strength - a.strength || (a.item.canonical < b.item.canonical ? -1 : a.item.canonical > b.item.canonical ? 1 : 0));
  const [first] = sorted;
  if (!first || first.strength <= 0) return NO_EVIDENCE;
  const items = sorted.filter(({ strength }) => strength >= first.strength - 1e-9).slice(0, MAX_QUOTES).map(({ item }) => item);
  return { strength: first.strength, met: first.strength >= ruleset.metFrom, standing: standingOf(items) === "verified" ? "verified" : "stated", items };
}

/** The highest degree counts against the one asked for; a degree in another field counts less. */
export function educationEvidence({ requirement, phrases }: Wanted, { items }: MatchSubject, ruleset: Ruleset): Evidence {
  const asked = rankOfLevel(requirement.level);
  return best(items.flatMap((item): Rated[] => {
    const level = degreeOf(item);
    if (level < 0) return [];
    const text = matchTextOf(item);
    const covers = phrases.map(({ units, total }) => units.reduce((sum, unit) => sum + unit.rate(text) * unit.weight, 0) / total);
    const field = phrases.length === 0 || Math.max(0, ...covers) >= ruleset.metFrom ? 1 : ruleset.otherField;
    return [{ item, strength: (level >= asked ? 1 : ruleset.lowerDegree) * field }];
  }), ruleset);
}

/** Rank of a level among EDUCATION_LEVELS, 0 for none or an unknown one. */
export function rankOfLevel(level: string | undefined): number {
  const known: readonly string[] = EDUCATION_LEVELS;
  return level === undefined ? 0 : Math.max(0, known.indexOf(level));
}

const levels = new Map<string, number>();
/** Dropped as a whole when full. */
const MAX_LEVELS = 50_000;

/** Rank of the highest degree that an item names; −1 for none, and for a post: "Master scheduler" is no degree. */
export function degreeOf({ kind, canonical }: Pick<EvidenceItem, "kind" | "canonical">): number {
  if (kind === "job" || kind === "skill" || kind === "language") return -1;
  const known = levels.get(canonical);
  if (known !== undefined) return known;
  if (levels.size >= MAX_LEVELS) levels.clear();
  const found = namedNeeds(canonical).filter((need) => need.kind === "education");
  const level = Math.max(-1, ...found.map((need) => rankOfLevel(need.level)));
  levels.set(canonical, level);
  return level;
}

/** A language counts by what stands beside it: a level or a list of languages; "Dutch law" shows little Dutch. */
export function languageEvidence({ requirement }: Wanted, { items }: MatchSubject, ruleset: Ruleset): Evidence {
  const wantsMuch = requirement.level !== undefined && STRONG.test(requirement.level);
  return best(items.flatMap((item): Rated[] => {
    const { lower } = matchTextOf(item);
    const from = firstNamed(lower, requirement);
    if (from < 0) return [];
    const beside = /^[^,，;；·/、]*/.exec(lower.slice(from))?.[0] ?? "";
    const isListed = item.kind === "language" || lower.length <= 40 || /language|speak|语言|外语/.test(lower);
    const strength = isBelow(requirement.level, beside) ? 0.5 : LITTLE.test(beside) ? 0.4 : LEVEL_WORD.test(beside) ? (wantsMuch && !STRONG.test(beside) ? 0.8 : 1) : isListed ? 0.9 : 0.5;
    return [{ item, strength }];
  }), ruleset);
}

/** "A2" where B2 is asked: shown, but not met. Only the exact rungs are compared; one person's "good" is another's "fluent". */
function isBelow(asked: string | undefined, shown: string): boolean {
  const [wanted, has] = [asked === undefined ? null : levelIn(asked), levelIn(shown)];
  return wanted !== null && has !== null && wanted.isExact && has.isExact && has.rung < wanted.rung;
}

export function certificateEvidence({ requirement }: Wanted, { items }: MatchSubject, ruleset: Ruleset): Evidence {
  return best(items.flatMap((item): Rated[] => (firstNamed(matchTextOf(item).lower, requirement) >= 0 ? [{ item, strength: 1 }] : [])), ruleset);
}

export function placeEvidence({ requirement }: Wanted, { items }: MatchSubject, ruleset: Ruleset): Evidence {
  return best(items.flatMap((item): Rated[] => (AVAILABLE.test(item.canonical) && firstNamed(matchTextOf(item).lower, requirement) >= 0 ? [{ item, strength: 1 }] : [])), ruleset);
}

function firstNamed(lower: string, { any, text }: Requirement): number {
  const found = (any.length > 0 ? any : [text]).map((name) => findWhole(lower, name.toLowerCase())).filter((at) => at >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}
