/**
 * @file How names of occupations are compared: letter case, plural, articles, grades and British or American spelling do not
 * tell two apart. "Senior Data-Scientists" and "data scientist" are one; 高级数据分析师岗位 and 数据分析师 as well.
 */

const ARTICLE = /^(?:an?|the|to be(?:come)?|work(?:ing)? as|being)\s+/;
/** What says how far somebody is, not what they do. */
const GRADE = /^(?:senior|sr|junior|jr|entry level|trainee|apprentice|assistant|associate|lead|principal|staff|certified|qualified|good|professional|freelance)\s+/;
const CHINESE_GRADE = /^(?:高级|资深|初级|中级|见习|实习|专职|兼职|一[名个位])/u;
const CHINESE_END = /(?:的?(?:岗位|职位|工作|职业|一职|岗|方面|行业))$/u;
/** American → British, as the table writes them. */
const SPELLING: readonly (readonly [RegExp, string])[] = [
  [/\bcounselor/g, "counsellor"], [/\bprogram\b/g, "programme"], [/\bcenter\b/g, "centre"], [/\blabor\b/g, "labour"], [/\badvisor\b/g, "adviser"], [/\bmold/g, "mould"], [/\bjewel(?:er|ry)/g, "jewell$&"],
  [/iz(ation|er|ing|e)\b/g, "is$1"], [/\bbehavior/g, "behaviour"], [/\bcolor\b/g, "colour"], [/\btire\b/g, "tyre"],
];

/** @returns the name as it is compared: lower case, single blanks, British, singular; Chinese without blanks */
export function foldOccupation(name: string): string {
  const plain = name.normalize("NFKC").toLowerCase().replace(/['’]s?\b/g, "").replace(/[^\p{L}\p{N}+#&]+/gu, " ").trim();
  if (/\p{Script=Han}/u.test(plain)) return plain.replace(/\s+/g, "");
  const british = SPELLING.reduce((text, [form, to]) => (to === "jewell$&" ? text.replace(form, (word) => (word.endsWith("ry") ? "jewellery" : "jeweller")) : text.replace(form, to)), plain);
  return british.split(" ").map(singular).join(" ");
}

const singular = (word: string): string => (/men$/.test(word) ? word.replace(/men$/, "man") : word.length > 3 && /[^su]s$/.test(word) ? word.replace(/ies$/, "y").replace(/s$/, "") : word);

/** The name, and without articles and grades, each form once. */
export function formsOf(name: string): string[] {
  const whole = foldOccupation(name);
  const forms = [whole];
  for (let rest = whole, before = ""; rest !== before; ) {
    before = rest;
    rest = rest.replace(ARTICLE, "").replace(GRADE, "").replace(CHINESE_GRADE, "").replace(CHINESE_END, "");
    if (rest !== "" && rest !== before) forms.push(rest);
  }
  return forms;
}
