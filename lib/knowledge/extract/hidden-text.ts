/**
 * @file What a document says about text that a reader does not see: how much was left out, what it reads, and whether it
 * is written for a machine. Shared by the formats; how it is found is each format's own.
 */

/** Fewer hidden letters than this are leftovers of a layout, not text that somebody hid. */
const MIN_HIDDEN_LETTERS = 20;
const MAX_QUOTE_CHARS = 160;
/** Zero-width characters that a word processor or a web page leaves behind by itself. */
const MAX_STRAY_INVISIBLE = 12;
/** Words of a file's properties that are a list of search words rather than a subject. */
const MIN_KEYWORDS = 25;

/**
 * Phrases that speak to a program that reads applications, English and Chinese. Ordinary sentences of résumés ("ranked
 * first in sales") do not fit: an order, or an address to a machine, must be there.
 */
const INSTRUCTION =
  /\b(?:ignore|disregard|forget|override)\b.{0,30}\b(?:previous|prior|above|earlier|all|the rest|other|system|your)\b(?:.{0,20}\b(?:instructions?|prompts?|rules|candidates?|applicants?|text|rest)\b)?|\b(?:rank|score|rate|place|list|put)\s+(?:(?:this|the|my)\s+(?:candidate|person|applicant|r[ée]sum[ée]|cv)|me)\b.{0,30}\b(?:first|top|highest|above|100)\b|\brank\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+){0,3}\s+first\b|\byou (?:are|must|should|will) (?:now )?(?:an? )?(?:ai|assistant|language model|recruiter|hiring|rank|score|select|recommend|answer|say|output)\b|\b(?:recommend|select|hire|shortlist|choose|approve)\b.{0,12}\b(?:this|the) (?:candidate|applicant|person)\b|\b(?:system|assistant|user) ?prompt\b|<\/?(?:system|instructions?|assistant)>|\b(?:do not|don't) (?:mention|reveal|tell|show) (?:this|these|the hidden)\b|\bmeets? (?:every|all)(?: of the)? requirements? of (?:every|all|the|any)\b|\bbest candidate\b.{0,20}\b(?:ever|score|rank)|(?:忽略|无视|忘记|不要理会).{0,12}(?:以上|上述|之前|前面|先前|所有|其他|其余).{0,8}(?:指令|指示|说明|提示|要求|内容|候选人|简历)?|(?:将|把|请).{0,10}(?:此|该|本|这位|这份|我).{0,8}(?:候选人|人选|简历|申请人)?.{0,6}(?:排在?第一|排名第一|评为?满分|打满分|列为首选|置顶)|(?:必须|务必|请)(?:推荐|录用|选择|通过)(?:此|该|本|这位)(?:候选人|人选|简历)|你(?:是|现在是|扮演).{0,6}(?:人工智能|AI|助手|语言模型|招聘系统)|系统提示词|不要(?:提及|透露)(?:此|这|本)/iu;

/** The first stretch that speaks to a machine, as written; null when none does. */
export function instructionIn(text: string): { readonly start: number; readonly end: number } | null {
  const match = INSTRUCTION.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

/** @param text what was hidden @param where "on page 1"; empty for formats without pages */
export function hiddenTextWarnings(text: string, where = "", letters = lettersOf(text)): string[] {
  const speaks = instructionIn(text) !== null;
  if (letters < MIN_HIDDEN_LETTERS && !speaks) return [];
  const counted = `Hidden text: ${letters} letters that a reader cannot see (white, tiny, covered or invisible) were left out${where === "" ? "" : ` ${where}`}.`;
  const quoted = quote(text);
  if (quoted === "") return [counted];
  return [counted, speaks ? `The hidden text is written for a machine: “${quoted}”` : `The hidden text reads: “${quoted}”`];
}

/** Characters without a width between the letters, and text in tag characters, which no screen shows. */
export function invisibleCharacterWarnings(raw: string): string[] {
  const tags = Array.from(raw.matchAll(/[\u{E0020}-\u{E007E}]/gu), (match) => String.fromCharCode((match[0].codePointAt(0) ?? 0) - 0xe0000)).join("");
  const stray = raw.match(/(?<=\p{L})[\u200B-\u200D\u2060\uFEFF]+(?=\p{L})/gu)?.length ?? 0;
  const warnings = lettersOf(tags) >= MIN_HIDDEN_LETTERS || instructionIn(tags) ? hiddenTextWarnings(tags) : [];
  if (stray > MAX_STRAY_INVISIBLE) warnings.push(`Hidden characters: ${stray} characters without a width stood inside words and were left out.`);
  return warnings;
}

/** A file's own properties (keywords, subject, comments): never read as text; said when they are search words or orders. */
export function propertyWarnings(properties: readonly string[]): string[] {
  const text = properties.join(" ").replace(/\s+/g, " ").trim();
  if (instructionIn(text)) return [`The file's properties are written for a machine: “${quote(text)}” They were not read.`];
  const words = text.match(/[\p{L}\d+#.]+/gu)?.length ?? 0;
  return words >= MIN_KEYWORDS ? [`The file's properties hold ${words} words that a reader does not see. They were not read.`] : [];
}

function lettersOf(text: string): number {
  return text.replace(/\s/g, "").length;
}

function quote(text: string): string {
  const tidy = text.replace(/\s+/g, " ").trim();
  return tidy.length <= MAX_QUOTE_CHARS ? tidy : `${tidy.slice(0, MAX_QUOTE_CHARS).trimEnd()} …`;
}
