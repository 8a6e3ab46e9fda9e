/**
 * @file Identity lines: what in a résumé says who someone is, not what they can do. Such lines are never evidence and
 * never scored, so that name, contact data, birth date, age, gender, nationality, photo and family change nothing.
 */
import type { Span } from "../../core/types";

const LABELS =
  "name|full name|first name|last name|surname|e-?mail|phone|mobile|tel(?:ephone)?|fax|address|home address|date of birth|birth ?date|birth ?place|place of birth|dob|born|age|gender|sex|nationality|citizenship|ethnicity|race|religion|marital status|civil status|children|photo|passport(?: no)?|id(?: number| no)?|姓\\s*名|邮箱|电子邮件|电话|手机|联系电话|联系方式|通讯地址|地址|住址|出生(?:日期|年月|地)?|生日|年龄|性别|国籍|民族|籍贯|户口|婚姻(?:状况)?|婚否|政治面貌|照片|身份证号?|宗教";
const LABEL = new RegExp(`^[\\s•*·|-]*(?:${LABELS})\\s*[:：|]`, "i");
const LABEL_ALONE = new RegExp(`^(?:${LABELS})$`, "i");
const CONTACT = /[\w.+-]+@[\w-]+\.\w+|(?:\+|\b00)\d[\d\s().-]{7,}\d|\b\(?\d{3}\)?[\s.-]\d{3}[\s.-]\d{4}\b|\b0\d{2,5}[\s-]\d{3,6}(?:[\s-]?\d{3,4})?\b|\b1[3-9]\d{9}\b|linkedin\.com|github\.com\/\w/i;
const PERSONAL = /\b(?:born (?:on|in)|years old|married|single, |divorced|male|female)\b|岁$|^(?:男|女)$|(?:男|女)[，,、| ]|已婚|未婚|汉族/i;

/**
 * Also a short line that tells something personal among other words. Right where a résumé says who someone is; elsewhere
 * ("Mentored female engineers") those words alone are to be taken out, not the line: see isFieldLine.
 *
 * @param name the person's name, when it is known
 */
export function isIdentityLine(line: string, { name }: { readonly name: string | null }): boolean {
  return isFieldLine(line, { name }) || (PERSONAL.test(line) && line.length <= 80);
}

/** A labelled field, contact data or the name itself: a line of identity wherever it stands. */
export function isFieldLine(line: string, { name }: { readonly name: string | null }): boolean {
  const plain = line.normalize("NFKC");
  if (LABEL.test(plain) || CONTACT.test(plain)) return true;
  return name !== null && line.replace(/\s+/g, " ").trim().toLowerCase() === name.toLowerCase();
}

/**
 * What of a line may be evidence: the whole line, or, of a line that says among other things who someone is ("Leeds |
 * 0113 … | Hours: 24 a week", "Mara Quill, buyer"), its other cells.
 *
 * @returns spans within the line, in order; empty for an identity line
 */
export function telling(line: string, { name }: { readonly name: string | null }): Span[] {
  const from = name !== null && line.toLowerCase().startsWith(name.toLowerCase()) ? name.length + (/^[\s,，|/–—-]*/.exec(line.slice(name.length))?.[0].length ?? 0) : 0;
  const rest = line.slice(from);
  if (rest.trim() === "") return [];
  if (!isIdentityLine(rest, { name })) return [{ start: from, end: line.length }];
  let isValue = false;
  const spans: Span[] = [];
  for (const match of rest.matchAll(/[^|·\t]+/g)) {
    const text = match[0].trim();
    const isLabel = LABEL_ALONE.test(text);
    if (text !== "" && !isLabel && !isValue && !isIdentityLine(text, { name })) {
      const start = from + match.index + match[0].indexOf(text);
      spans.push({ start, end: start + text.length });
    }
    isValue = isLabel;
  }
  // Without separators the cells of a line cannot be told apart.
  return spans.length === 1 && spans[0]?.end === line.length && spans[0].start === from ? [] : spans;
}
