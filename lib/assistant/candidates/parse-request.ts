/**
 * @file Parse a request for people into its parts: years, languages, places, certificates, role, skills (with
 * alternatives). Flow: question → [parts] → evidence. What it cannot name stays a skill, in the asker's words.
 */
import { isQuestionWord } from "../../knowledge/lexical/question-words";
import { normalise } from "../../knowledge/lexical/normalise";
import { parseChineseNumber } from "../../knowledge/lexical/numbers";
import { CERTIFICATES, LANGUAGES, namedIn, PLACES, ROLES } from "./aliases";

export type PartKind = "role" | "skill" | "language" | "place" | "years" | "certificate";

export interface RequestPart {
  readonly kind: PartKind;
  /** As shown to the asker. */
  readonly label: string;
  /** Any of these will do. */
  readonly alternatives: readonly string[];
  /** Years asked for; only for kind "years". */
  readonly minYears: number | null;
}

/** Words of the request itself, not of what is looked for. */
const FRAME =
  /\b(?:please|pls|can you|could you|would you|help me|i (?:want|need|would like|'d like)(?: you)? to|i(?:'m| am) looking for|we(?:'re| are) looking for|we need|i need|find|search(?: for)?|look(?:ing)? for|source|shortlist|show|list|recommend|suggest|give|get|rank|compare|me|us|all|any|some|the|best|top|good|suitable|matching|right|strong|candidates?|applicants?|someone|somebody|anyone|anybody|people|persons?|profiles?|r[eé]sum[eé]s?|cvs?|who(?:'s)?|has|have|having|had|is|are|was|can|could|knows?|speaks?|speaking|worked|works|working|with|that|which|for|an?|of|in the pool|do we have|are there|how many|among|from|our|their|they|should|must|ideally|preferably|also|fluent|proficient|experienced?|experience|skilled|skills?|knowledge|background|familiar|expertise|role|position|job|as|in|on|at|to|based|located|living|near|least|minimum|more|than|over|strong)\b/gi;
const CHINESE_FRAME =
  /请|帮我|帮忙|我想|我要|我们|需要|想要|给我|找到|寻找|查找|搜索|筛选|推荐|列出|物色|找|招聘|招|一下|一个|一名|一位|几个|几名|几位|哪些|哪位|谁|有没有|有|会说|能说|会|懂|精通|熟悉|掌握|擅长|具备|具有|持有|拥有|做过|从事过?|的人|人选|候选人|应聘者|简历|人才|经验|经历|背景|工作|相关|以上|至少|最好|能力|流利|并且|而且|同时|来自|住在|位于|在|的|吗|呢/g;
const SPLIT = /\s*(?:,|;|，|、|；|。|\?|？|!|！|\band\b|\bplus\b|&|\+(?=\s)|和|以及|及|与|并且|而且|\n)\s*/i;
const ALTERNATIVE = /\s*(?:\bor\b|\/|或者|或)\s*/i;
const YEARS = /(\d+(?:\.\d+)?|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty)\b)\s*\+?\s*(?:or more )?(?:years?|yrs?)(?: (?:or more|plus))?(?:'|’)?(?: of)?(?: (?:work(?:ing)? |relevant |professional )?experience)?|([\d一二两三四五六七八九十]+)\s*年(?:以上)?(?:的)?(?:工作)?(?:经验|经历)?(?:以上)?/gi;
const WORD_NUMBERS: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, fifteen: 15, twenty: 20 };
const PLACE_PHRASE = /\b(?:in|based in|located in|living in|near|around|from)\s+((?:the )?\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?)/gu;
/** Capitalised after "in", but not a place. */
const NOT_PLACES = /^(?:Python|Java|JavaScript|TypeScript|SQL|Excel|SAP|AWS|Azure|React|Kubernetes|Linux|Docker|PowerPoint|Word|Office|Finance|Sales|Marketing|Engineering|Computer|English|Chinese|Mandarin|German|French|Spanish|Dutch|Human|Data|Machine|Salesforce|Autocad|AutoCAD|SolidWorks|Solidworks|Six|Lean|C|R|Go|Rust|Ruby|PHP|Photoshop|QuickBooks|Quickbooks|Tableau|HR|IT)\b/;
const MAX_PARTS = 10;

/** @returns parts in the order in which they are shown; empty when the request names nothing */
export function parseRequest(question: string): RequestPart[] {
  let rest = ` ${question} `;
  const cut = (text: string): void => void (rest = rest.replace(text, " , "));
  const parts: RequestPart[] = [];
  const years = takeYears(question, cut);
  takeNamed(question, parts, cut);
  takePlacePhrases(rest, parts, cut);
  for (const piece of rest.split(SPLIT)) parts.push(...toSkills(piece));
  if (years) parts.push(years);
  const order: readonly PartKind[] = ["role", "skill", "certificate", "language", "years", "place"];
  return distinct(parts).sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).slice(0, MAX_PARTS);
}

function takeYears(question: string, cut: (text: string) => void): RequestPart | null {
  let found: RequestPart | null = null;
  for (const [text, english, chinese] of question.matchAll(YEARS)) {
    const value = english ? (WORD_NUMBERS[english.toLowerCase()] ?? Number(english)) : chinese ? (/^\d/.test(chinese) ? Number(chinese) : parseChineseNumber(chinese)) : NaN;
    if (!Number.isFinite(value) || value <= 0 || value > 50) continue;
    cut(text);
    found ??= { kind: "years", label: text.trim(), alternatives: [], minYears: value };
  }
  return found;
}

function takeNamed(question: string, parts: RequestPart[], cut: (text: string) => void): void {
  const tables = [["certificate", CERTIFICATES], ["language", LANGUAGES], ["place", PLACES], ["role", ROLES]] as const;
  for (const [kind, table] of tables) {
    const named = namedIn(question, table);
    for (const { row, member, at } of named) {
      const asTyped = question.slice(at, at + member.length + (/^s\b/i.test(question.slice(at + member.length)) ? 1 : 0));
      if (kind === "language" && /^\s*(?:teacher|translator|老师|翻译)/i.test(question.slice(at + member.length))) continue;
      parts.push({ kind, label: asTyped, alternatives: row, minYears: null });
      cut(asTyped);
    }
    if (kind !== "role") mergeAlternatives(question, parts, kind);
  }
}

/** "German or Dutch" is one part with two alternatives. */
function mergeAlternatives(question: string, parts: RequestPart[], kind: PartKind): void {
  for (let i = 0; i + 1 < parts.length; i++) {
    const [a, b] = [parts[i], parts[i + 1]];
    if (!a || !b || a.kind !== kind || b.kind !== kind) continue;
    const between = question.slice(question.indexOf(a.label) + a.label.length, question.indexOf(b.label));
    if (/^\s*(?:or|\/|或者?)\s*$/i.test(between)) parts.splice(i, 2, { ...a, label: `${a.label} / ${b.label}`, alternatives: [...a.alternatives, ...b.alternatives] });
  }
}

function takePlacePhrases(rest: string, parts: RequestPart[], cut: (text: string) => void): void {
  for (const [whole, place = ""] of rest.matchAll(PLACE_PHRASE)) {
    if (NOT_PLACES.test(place)) continue;
    parts.push({ kind: "place", label: place, alternatives: [place.toLowerCase()], minYears: null });
    cut(whole);
  }
}

function toSkills(piece: string): RequestPart[] {
  const isChinese = /\p{Script=Han}/u.test(piece);
  const bare = (isChinese ? piece.replace(CHINESE_FRAME, " ") : piece).replace(FRAME, " ").replace(/["“”()（）:：'’]/g, " ").replace(/\s+/g, " ").trim();
  const alternatives = bare.split(ALTERNATIVE).map((one) => one.replace(/^[-–—.\s]+|[-–—.\s]+$/g, "").trim()).filter(isTelling);
  if (alternatives.length === 0) return [];
  return [{ kind: "skill", label: alternatives.join(" / "), alternatives, minYears: null }];
}

function isTelling(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => !isQuestionWord(normalise(word)));
  return words.some((word) => word.length >= 2 || /^(?:c|r)$/i.test(word) || /\p{Script=Han}/u.test(word));
}

function distinct(parts: readonly RequestPart[]): RequestPart[] {
  return parts.filter((part, i) => parts.findIndex((other) => other.label.toLowerCase() === part.label.toLowerCase()) === i);
}
