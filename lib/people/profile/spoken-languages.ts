/**
 * @file readLanguages: languages that someone says to speak, with the level as written. Looked for in sections and
 * lines on languages, and where a level of a known scale stands beside a language.
 */
import type { Line } from "./lines";
import type { Section } from "./sections";
import type { Fact, LanguageFact, SectionKind } from "./types";

/** ISO 639-1 code → names. @source ISO 639; names as résumés write them */
const LANGUAGES: readonly (readonly [string, string])[] = [
  ["en", "english|英语|英文"], ["zh", "mandarin chinese|mandarin|chinese|putonghua|cantonese|普通话|中文|汉语|国语|粤语"], ["de", "german|deutsch|德语"],
  ["fr", "french|français|法语"], ["es", "spanish|español|castilian|西班牙语"], ["it", "italian|italiano|意大利语"], ["pt", "portuguese|português|葡萄牙语|葡语"],
  ["nl", "dutch|nederlands|flemish|荷兰语"], ["pl", "polish|polski|波兰语"], ["ru", "russian|俄语"], ["uk", "ukrainian|乌克兰语"], ["cs", "czech|捷克语"], ["sk", "slovak"],
  ["hr", "croatian|hrvatski"], ["sr", "serbian"], ["bs", "bosnian"], ["sl", "slovene|slovenian"], ["bg", "bulgarian"], ["ro", "romanian"], ["hu", "hungarian|magyar"], ["el", "greek|希腊语"],
  ["tr", "turkish|土耳其语"], ["ar", "moroccan arabic|arabic|阿拉伯语"], ["he", "hebrew|希伯来语"], ["fa", "farsi|persian|波斯语"], ["ur", "urdu"], ["hi", "hindi|印地语"], ["bn", "bengali|bangla|孟加拉语"],
  ["pa", "punjabi|panjabi"], ["gu", "gujarati"], ["ta", "tamil"], ["te", "telugu"], ["ml", "malayalam"], ["mr", "marathi"], ["kn", "kannada"], ["ne", "nepali"], ["si", "sinhala|sinhalese"],
  ["ja", "japanese|日语|日文"], ["ko", "korean|韩语|朝鲜语"], ["vi", "vietnamese|越南语"], ["th", "thai|泰语"], ["id", "indonesian|bahasa|印尼语"], ["ms", "malay|马来语"], ["tl", "tagalog|filipino|菲律宾语"],
  ["sv", "swedish|瑞典语"], ["no", "norwegian|挪威语"], ["da", "danish|丹麦语"], ["fi", "finnish|芬兰语"], ["et", "estonian"], ["lv", "latvian"], ["lt", "lithuanian"], ["is", "icelandic"], ["ga", "irish|gaelic"],
  ["cy", "welsh"], ["sq", "albanian"], ["mk", "macedonian"], ["hy", "armenian"], ["ka", "georgian"], ["az", "azerbaijani"], ["kk", "kazakh"], ["uz", "uzbek"], ["mn", "mongolian|蒙古语"], ["sw", "swahili|kiswahili"],
  ["am", "amharic"], ["so", "somali"], ["yo", "yoruba"], ["ig", "igbo"], ["ha", "hausa"], ["tw", "twi"], ["luo", "luo"], ["zu", "zulu"], ["xh", "xhosa"], ["af", "afrikaans"], ["ca", "catalan"], ["eu", "basque"], ["ht", "haitian creole|creole"],
];
const CODES = new Map(LANGUAGES.flatMap(([code, names]) => names.split("|").map((name): [string, string] => [name, code])));
const NAME = new RegExp(`(?<![\\p{L}])(?:${[...CODES.keys()].filter((name) => /^[a-zç-ÿ ]+$/.test(name)).sort((a, b) => b.length - a.length).join("|")})(?![\\p{L}])|${[...CODES.keys()].filter((name) => /\p{Script=Han}/u.test(name)).join("|")}`, "giu");
const LEVEL =
  /native(?:[- ](?:speaker|like|level))?|mother tongue|bilingual|(?:business |very )?fluent(?:ly)?|proficien(?:t|cy)|professional(?: working)?(?: proficiency)?|full professional|limited working|working(?: knowledge)?|conversational|intermediate|upper[- ]intermediate|advanced|elementary|basic|beginner|spoken|written|rusty|very good|good|excellent|\b[abc][12]\b|cet-?[346]|tem-?[48]|ielts\s*\d(?:\.\d)?|toefl\s*\d+|hsk\s*\d|jlpt\s*n\d|\bn[1-5]\b|bec|gcse|native-like|母语|流利|精通|熟练|良好|一般|四级|六级|专业[四八]级|雅思\s*\d(?:\.\d)?|托福\s*\d+|日常会话|日常交流|可作工作语言|一级甲等|二级甲等/i;
/** Exams in English that name the language without naming it. */
const ENGLISH_EXAM = /(?:CET-?[46]|TEM-?[48]|大学英语[四六]级|IELTS|TOEFL|雅思|托福)\s*(?:\d(?:\.\d)?)?/i;
const LABEL = /(?:^|[|;；。]\s*)(?:languages?|语言|外语)(?:能力|水平)?\s*(?:[:：|]|$)/i;
const IN_LINES = new Set<SectionKind>(["languages", "skills", "personal", "other", "header", "certifications", "summary", "interests"]);

/** @returns each language once, at its first mention with a level where one has a level */
export function readLanguages(sections: readonly Section[], original: string): LanguageFact[] {
  const found = new Map<string, LanguageFact>();
  for (const section of sections) {
    const inSection = section.kind === "languages";
    if (!inSection && !IN_LINES.has(section.kind)) continue;
    for (const [i, line] of section.lines.entries()) {
      const scope = inSection ? line.text : LABEL.test(line.text) ? line.text : null;
      for (const fact of languagesOf(line, { next: section.lines[i + 1], original, trusted: scope !== null })) {
        const key = fact.canonical ?? fact.value.toLowerCase();
        const known = found.get(key);
        if (!known || (known.level === null && fact.level !== null)) found.set(key, fact);
      }
    }
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

function languagesOf(line: Line, { next, original, trusted }: { next: Line | undefined; original: string; trusted: boolean }): LanguageFact[] {
  const matches = [...line.text.matchAll(NAME)];
  const facts = matches.flatMap((match, i): LanguageFact[] => {
    const end = match.index + match[0].length;
    const until = matches[i + 1]?.index ?? line.text.length;
    const beside = /^[^,，;；、·|/]*/.exec(line.text.slice(end, until))?.[0] ?? "";
    const before = /(?:fluent|native|proficient|bilingual|conversational|basic|spoken) (?:in )?$/i.exec(line.text.slice(0, match.index));
    const level = LEVEL.exec(beside);
    const isShort = line.text.length <= 60 && /^\s*(?:[,，;；、·|/(]|$)/.test(line.text.slice(end));
    if (!trusted && !level && !before) return [];
    if (!trusted && !isShort && !level) return [];
    const span = { start: line.start + match.index, end: line.start + end };
    const levelFact: Fact | null = level ? factAt(original, line.start + end + level.index, level[0].length) : before ? factAt(original, line.start + before.index, before[0].trimEnd().replace(/ in$/i, "").length) : levelBelow(next, trusted && matches.length === 1 && line.text.length <= 24, original);
    return [{ value: original.slice(span.start, span.end), span, canonical: CODES.get(match[0].toLowerCase()) ?? null, level: levelFact }];
  });
  const exam = facts.some((fact) => fact.canonical === "en") ? null : ENGLISH_EXAM.exec(line.text);
  if (exam && line.text.length < 120) {
    const span = { start: line.start + exam.index, end: line.start + exam.index + exam[0].trimEnd().length };
    facts.push({ value: original.slice(span.start, span.end), span, canonical: "en", level: factAt(original, span.start, span.end - span.start) });
  }
  return facts;
}

/** Pairs set in two lines: "Greek", below it "native". */
function levelBelow(next: Line | undefined, applies: boolean, original: string): Fact | null {
  if (!applies || !next || next.text.length > 40 || new RegExp(NAME.source, "iu").test(next.text)) return null;
  return LEVEL.test(next.text) ? factAt(original, next.start, next.end - next.start) : null;
}

function factAt(original: string, start: number, length: number): Fact {
  return { value: original.slice(start, start + length), span: { start, end: start + length } };
}
