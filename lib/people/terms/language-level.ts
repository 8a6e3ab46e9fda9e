/**
 * @file How well a language is spoken, as people write it: "German B2 or better", "fluent in English", "英语流利", "德语C1以上" → a rung
 * of the Common European Framework of Reference. Words are placed where recruiters use them; only A1 to C2 are exact.
 */
export type LanguageRung = 1 | 2 | 3 | 4 | 5 | 6;

export interface StatedLevel {
  /** 1 = A1 … 6 = C2 */
  readonly rung: LanguageRung;
  /** "B2" is; "fluent" stands for C1, but one person's fluent is another's B2. */
  readonly isExact: boolean;
}

const CODE = /(?<![a-z\d])([abc])([12])(?![a-z\d])/i;
const WORDS: readonly (readonly [RegExp, LanguageRung])[] = [
  [/\bnative|mother tongue|\bbilingual|母语|双语/i, 6],
  [/\bfluen|\bproficien|\badvanced|\bexcellent|\bnegotiat|流利|精通|八级/i, 5],
  [/\bbusiness|\bprofessional|\bworking|\bvery good|\bgood\b|\bwell\b|\bstrong|熟练|良好|六级|\bcet-?6/i, 4],
  [/\bconversational|\bintermediate|\beveryday|日常|四级|\bcet-?4/i, 3],
  [/\bbasic|\belementary|\bschool\b|\bsimple|\brusty|略懂|基础/i, 2],
  [/\bbeginner|入门/i, 1],
];

/** @returns the first level that a few words beside a language state; null: none */
export function levelIn(words: string): StatedLevel | null {
  const code = CODE.exec(words);
  if (code) return { rung: (2 * "abc".indexOf((code[1] ?? "").toLowerCase()) + Number(code[2])) as LanguageRung, isExact: true };
  const found = WORDS.flatMap(([rule, rung]) => {
    const at = words.search(rule);
    return at < 0 ? [] : [{ at, rung }];
  }).sort((a, b) => a.at - b.at)[0];
  return found ? { rung: found.rung, isExact: false } : null;
}

const WORD = "native|mother tongue|bilingual|fluent(?:ly)?|proficient|advanced|excellent|business|professional|working|very good|good|strong|conversational|intermediate|basic";
const AT_LEAST = String.raw`(?:\s*(?:\+|or (?:better|higher|above|more|up)|and (?:above|up|higher|better)|upwards|或?及?以上|minimum|min\b\.?|at least|at (?:a )?minimum))?`;
const AFTER: readonly RegExp[] = [
  new RegExp(String.raw`^\s*[-–:(]?\s*(?:at |level |on |minimum |min\.? |at least )*[abc][12](?![a-z\d])(?:[- ]level)?${AT_LEAST}\s*\)?`, "i"),
  // "English advanced Excel" asks for Excel.
  new RegExp(String.raw`^\s*[-–:(]?\s*(?:at |level )*(?:${WORD})(?:[- ](?:level|speakers?|proficiency))?${AT_LEAST}(?:\s*\)|(?=\s*(?:$|[,;.?!]|and\b|or\b|with\b)))`, "i"),
  /^\s*[(（]?(?:水平)?\s*(?:[abc][12](?![a-z\d])|母语|流利|精通|熟练|良好|[四六八]级|日常)(?:水平|级别)?(?:及以上|或以上|以上)?\s*[)）]?/i,
];
const BEFORE: readonly RegExp[] = [
  new RegExp(String.raw`(?:\b(?:at least|minimum|min\.?|a minimum of)\s+)?(?<![\p{L}\d])(?:[abc][12]|${WORD})(?:[- ](?:level|spoken|written|and|or|in|at|command|knowledge|of))*\s+$`, "iu"),
  /(?:母语|流利|精通|熟练)(?:的|掌握|使用)?$/,
];

export interface LevelPlace extends StatedLevel {
  /** Of language and level together, in the clause. */
  readonly start: number;
  readonly end: number;
}

/** What a clause states of the language that it names at `at`. @returns null: no level, or none that clearly belongs to it */
export function levelBeside(clause: string, { at, length }: { readonly at: number; readonly length: number }): LevelPlace | null {
  const [before, after] = [clause.slice(0, at), clause.slice(at + length)];
  for (const rule of AFTER) {
    const words = rule.exec(after)?.[0];
    const level = words ? levelIn(words) : null;
    if (words && level) return { ...level, start: at, end: at + length + words.length };
  }
  for (const rule of BEFORE) {
    const words = rule.exec(before)?.[0];
    const level = words ? levelIn(words) : null;
    if (words && level) return { ...level, start: at - words.length, end: at + length };
  }
  return null;
}
