/**
 * @file The occupation that a sentence aims at: "I'm a nurse and want to become a data scientist", "我是护士，想当数据科学家". Only
 * names written whole count, and short ones that are ordinary words too (host, 采购) only right after a word of becoming.
 */
import type { OccupationIndex } from "./find-occupation";
import type { KnownOccupation } from "./read-occupations";

export interface NamedOccupation {
  /** Null: only a kind of occupation is named, after a word of becoming ("become a manager"). */
  readonly occupation: KnownOccupation | null;
  /** As written, and where in the sentence, UTF-16. */
  readonly text: string;
  readonly at: number;
  /** It follows a word of becoming ("become a", 想当): a goal, not just spoken of. */
  readonly isGoal: boolean;
}

const BECOMING = /(?:\b(?:become|becoming|be|being|to be|get to be|train(?:ed|ing)? (?:as|to be(?:come)?)|retrain(?:ed|ing)? as|qualify(?:ing)? (?:as|for)|work(?:ing)? as|job as|career as|role of|ready (?:for|to be)|switch(?:ing)? to|mov(?:e|ing) (?:in)?to|chang(?:e|ing) to|turn(?:ing)? into|grow(?:ing)? into|way to|path to|missing (?:for|as|to be)|gap (?:to|for)|plan (?:for|to become)|transition(?:ing)? (?:in)?to|go(?:ing)? into|for)\s+(?:(?:an?|the|being|becoming)\s+)?(?:(?:senior|junior|good|great|certified|qualified|professional|real)\s+)?|(?:成为|当上?|做|转行?(?:为|到|做|去做|成|当)?|转岗(?:为|到|做)?|改行(?:做|当)?|从事|胜任|应聘|竞聘|升(?:为|到|任)?|考|往|离|向)(?:一[名个位])?(?:高级|资深|初级|合格的?|优秀的?|专业的?)?)$/iu;
/** What somebody is already. */
const ORIGIN = /(?:\bi(?:['’]m| am| was)|(?<!\b(?:could|can|would|may|might|should) )\bi(?:['’]ve)? work(?:ed)? as|(?:^|[,.;:] ?)as)\s+(?:just |only |currently |now )?(?:an? |the )?(?:senior |junior )?$|(?:从|作为|我是|目前(?:是|做)|现在(?:是|做)|以前是)(?:一[名个位])?(?:高级|初级)?$/iu;
/** No name begins with these. */
const BEFORE_NAMES = /^(?:an?|the|to|be|become|becoming|being|work|working|as)$/i;
/** "from X to Y" starts at X; "how far am I from X" aims at X. */
const FROM = /\bfrom(?: being)? (?:an? |the )?(?:senior |junior )?$/i;
const OTHERS = /\b(?:my|our|his|her) (?:\w+ )?(?:son|daughter|wife|husband|partner|friend|brother|sister|child|children|kids?|nephew|niece|cousin|neighbour|colleague|report|team)\b|(?:儿子|女儿|妻子|老婆|丈夫|老公|朋友|孩子|侄子|侄女|外甥|邻居|下属)/i;
const LONGEST_WORDS = 5;
const SHORTEST_CHINESE = 3;
/** A kind of occupation has fewer words than this. */
const KIND_WORDS = 3;
/** Han with letters in it ("PLC工程师"); a grade before it is no part of the name. */
const CHINESE_NAME = /^(?!一[名个位]|高级|资深|初级)(?=.*\p{Script=Han})[\p{Script=Han}A-Za-z0-9+#]+$/u;
/** What may follow a short name. */
const ENDS = /^(?:岗|职|的?(?:工作|职业)|这行|$|[\s，。？！,.?!；;、]|我|还|需|要|该|怎|得|有|应|吗|呢|差|缺)/u;

/** @returns the last goal, else the last name that is no origin; null without one */
export function occupationIn(sentence: string, index: OccupationIndex): NamedOccupation | null {
  // What others want to become is no goal of the asker's.
  if (OTHERS.test(sentence)) return null;
  const found = [...englishIn(sentence, index), ...chineseIn(sentence, index)].filter(({ at, text }) => {
    const before = sentence.slice(0, at);
    return !ORIGIN.test(before) && !(FROM.test(before) && /^\W*to\b/i.test(sentence.slice(at + text.length)));
  });
  const goals = found.filter(({ isGoal }) => isGoal);
  return goals.at(-1) ?? found.at(-1) ?? null;
}

/** Longest names first, without overlap. */
function englishIn(sentence: string, index: OccupationIndex): NamedOccupation[] {
  const words = [...sentence.matchAll(/[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}+#&/'’-]*/gu)];
  const found: NamedOccupation[] = [];
  for (let first = 0; first < words.length; first++) {
    for (let count = Math.min(LONGEST_WORDS, words.length - first); count > 0; count--) {
      const [start, last] = [words[first], words[first + count - 1]];
      if (!start || !last) continue;
      const text = sentence.slice(start.index, last.index + last[0].length);
      if (BEFORE_NAMES.test(start[0]) || /[.,;:!?()\n，。；：！？]/u.test(text)) continue;
      const isGoal = BECOMING.test(sentence.slice(0, start.index));
      const occupation = index.named(text);
      if (!(occupation ? count > 1 || isGoal : isGoal && count < KIND_WORDS && index.find(text).kind === "several")) continue;
      found.push({ occupation, text, at: start.index, isGoal });
      first += count - 1;
      break;
    }
  }
  return found;
}

const longest = new WeakMap<OccupationIndex, number>();

function chineseIn(sentence: string, index: OccupationIndex): NamedOccupation[] {
  if (!/\p{Script=Han}/u.test(sentence)) return [];
  const most = longest.get(index) ?? Math.max(...index.all.flatMap(({ zh }) => zh.map((name) => name.length)));
  longest.set(index, most);
  const found: NamedOccupation[] = [];
  for (let at = 0; at < sentence.length; at++) {
    for (let length = Math.min(most, sentence.length - at); length >= 2; length--) {
      const text = sentence.slice(at, at + length);
      if (!CHINESE_NAME.test(text)) continue;
      const isGoal = BECOMING.test(sentence.slice(0, at));
      const ends = ENDS.test(sentence.slice(at + length));
      if (length < SHORTEST_CHINESE && !(isGoal && ends)) continue;
      const occupation = index.named(text);
      if (!occupation && !(isGoal && ends && index.find(text).kind === "several")) continue;
      found.push({ occupation, text, at, isGoal });
      at += length - 1;
      break;
    }
  }
  return found;
}
