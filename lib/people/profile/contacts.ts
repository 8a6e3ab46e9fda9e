/**
 * @file Contact data and personal facts of a résumé, with their places. They are found so that they can be shown to
 * who may see them and masked for everyone else; no score reads them.
 */
import type { Line } from "./lines";
import { trimmed } from "./lines";
import type { ContactFact, PersonalFact, PERSONAL_KINDS } from "./types";
import { isPlace } from "./word-cues";

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const LINK = /(?:https?:\/\/)?(?:www\.)?(?:[\w-]+\.)+(?:com|org|net|io|dev|me|cn|de|nl|uk|test|example|ai|app|tech|info)(?:\.[a-z]{2})?(?:\/[\w./?=&%#~@+-]*)?/gi;
/** A plus, a zero or a bracket, or a Chinese mobile number; 8 to 15 digits. */
const PHONE = /(?<![\w.@/-])(?:\+\d{1,3}[\s.-]?)?(?:\(0?\d{1,5}\)|0\d{1,5}|\d{2,5})(?:[\s.-]?\d{2,8}){1,5}(?![\w@]|[.-]\d)/g;
const PLACE_LABEL = /^(?:现居住地|现居地|现居|居住地|所在地|所在城市|通讯地址|联系地址|住址|地址|城市|location|address|city|based in|lives in)\s*[:：]?\s*/i;

/** @param head lines of the header and of sections on the person, in order */
export function findContacts(head: readonly Line[], original: string): ContactFact[] {
  const found: ContactFact[] = [];
  const push = (kind: ContactFact["kind"], start: number, end: number) => {
    if (found.some((one) => one.span.start < end && one.span.end > start)) return;
    found.push({ kind, value: original.slice(start, end), span: { start, end } });
  };
  for (const line of head) {
    for (const match of line.text.matchAll(EMAIL)) push("email", line.start + match.index, line.start + match.index + match[0].length);
    for (const match of line.text.matchAll(LINK)) push("link", line.start + match.index, line.start + match.index + match[0].length);
    for (const match of line.text.matchAll(PHONE)) {
      const digits = match[0].replace(/\D/g, "");
      const isYears = /^(?:19|20)\d{2}\s?-\s?(?:19|20)\d{2}$/.test(match[0]);
      if (digits.length >= 8 && digits.length <= 15 && !isYears) push("phone", line.start + match.index, line.start + match.index + match[0].trimEnd().length);
    }
  }
  const place = findPlace(head);
  if (place) push("place", place.start, place.end);
  return found.sort((a, b) => a.span.start - b.span.start);
}

function findPlace(head: readonly Line[]): { start: number; end: number } | null {
  for (const line of head) {
    for (const [i, cell] of line.cells.entries()) {
      const label = PLACE_LABEL.exec(cell.text)?.[0] ?? "";
      const next = line.cells[i + 1];
      if (label !== "" && label.length === cell.text.length && next) return next;
      const rest = cell.text.slice(label.length).split(/\s+(?=[+(]?\d|[\w.+-]+@)|\s*[(（]/)[0] ?? "";
      const part = trimmed(cell.text, label.length, label.length + rest.length);
      if (part && !/@|\d{5,}/.test(part.text) && (label !== "" || isPlace(part.text)) && !/^city\s*,\s*state$/i.test(part.text)) {
        return { start: cell.start + part.start, end: cell.start + part.end };
      }
    }
  }
  return null;
}

/** By label ("性别：男", "Date of birth | 3 May 1990") and, in the header, by words that stand alone. */
const PERSONAL: readonly (readonly [(typeof PERSONAL_KINDS)[number], RegExp, RegExp | null])[] = [
  ["gender", /^(?:性\s*别|gender|sex)$/i, /^(?:男|女|male|female)$/i],
  ["birth", /^(?:出生(?:日期|年月|地)?|生日|date of birth|birth ?date|birth ?place|place of birth|dob|born)$/i, /^(?:born (?:on |in )?.{4,20}|(?:19|20)\d{2}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s*(?:出?生))$/i],
  ["age", /^(?:年\s*龄|age)$/i, /^\d{2}\s*(?:岁|years old)$/i],
  ["marital", /^(?:婚姻(?:状况)?|婚否|marital status|civil status|children)$/i, /^(?:已婚|未婚|married|single|divorced)(?:已育|未育)?$/i],
  ["origin", /^(?:国籍|民族|籍贯|户口(?:所在地)?|nationality|citizenship|ethnicity|race)$/i, /^(?:汉族|[\p{Script=Han}]{1,4}族)$/u],
  ["politics", /^政治面貌$/, /^(?:中共党员|共青团员|党员|团员|群众)$/],
  ["religion", /^(?:宗教(?:信仰)?|religion)$/i, null],
  ["health", /^(?:健康状况|身高|体重|health|disability|height|weight)$/i, null],
];

/** @param head lines of the header and of sections on the person */
export function findPersonal(head: readonly Line[], original: string): PersonalFact[] {
  const found: PersonalFact[] = [];
  for (const line of head) {
    const pieces = line.cells.flatMap((cell) => cell.text.split(/(?<=\S)\s+(?=\p{Script=Han}{1,6}[:：])|[,，;；]\s*/u).reduce<{ text: string; start: number; end: number }[]>((list, text) => {
      const from = cell.text.indexOf(text, (list.at(-1)?.end ?? cell.start) - cell.start);
      const part = trimmed(cell.text, from, from + text.length);
      return part ? [...list, { text: part.text, start: cell.start + part.start, end: cell.start + part.end }] : list;
    }, []));
    for (const [i, piece] of pieces.entries()) {
      const fact = personalOf(piece, pieces[i + 1]);
      if (fact) found.push({ kind: fact.kind, value: original.slice(fact.start, fact.end), span: { start: fact.start, end: fact.end } });
    }
  }
  return found;
}

type Piece = { readonly text: string; readonly start: number; readonly end: number };

function personalOf(piece: Piece, next: Piece | undefined): { kind: PersonalFact["kind"]; start: number; end: number } | null {
  const [label = "", value] = piece.text.split(/\s*[:：]\s*/, 2);
  for (const [kind, labels, alone] of PERSONAL) {
    if (labels.test(label.trim())) {
      if (value) return { kind, start: piece.end - value.length, end: piece.end };
      if (next && piece.text === label) return { kind, start: next.start, end: next.end };
    }
    if (alone?.test(piece.text)) return { kind, start: piece.start, end: piece.end };
  }
  return null;
}
