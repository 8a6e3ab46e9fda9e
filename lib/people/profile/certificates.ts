/**
 * @file readCertificates: certificates and licences: items of their sections, and lines elsewhere that say so by name.
 */
import { findDates, startFact } from "./dates";
import type { Line } from "./lines";
import { trimmed } from "./lines";
import type { Section } from "./sections";
import type { CertificationFact } from "./types";

const NAMES = /\b(?:certified|certification|certificate|licen[cs]ed?|accredited|chartered)\b|证书?(?:[(（]|$)|资格证|执业证|操作证|合格证|上岗证/i;
const LABEL = /^(?:certificates?|certifications?|licen[cs]es?|tickets|证书|资格|证照)\s*[:：]\s*/i;
const MAX_CHARS = 110;

/** @returns in the order of the text, each place once */
export function readCertificates(sections: readonly Section[], original: string): CertificationFact[] {
  const found: CertificationFact[] = [];
  for (const { kind, lines } of sections) {
    for (const line of lines) {
      const label = LABEL.exec(line.text)?.[0].length ?? 0;
      const inList = kind === "certifications" && !/^[^:：]{1,8}[:：]/.test(line.text);
      if (inList || label > 0) found.push(...itemsOf(line, label, original));
      else if ((kind === "training" || kind === "skills" || kind === "awards" || kind === "other") && line.text.length <= 80 && NAMES.test(line.text) && !/[.。]$/.test(line.text)) found.push(...itemsOf(line, 0, original).filter((item) => NAMES.test(item.value)));
    }
  }
  return found;
}

function itemsOf(line: Line, from: number, original: string): CertificationFact[] {
  const items: CertificationFact[] = [];
  let start = from;
  let depth = 0;
  for (let i = from; i <= line.text.length; i++) {
    const char = line.text[i] ?? "";
    if (char === "(" || char === "[") depth++;
    if (char === ")" || char === "]") depth--;
    // In Latin text a comma also stands inside names ("NVQ, level 3"): only semicolons, bars and Chinese marks cut.
    if (i < line.text.length && !(depth <= 0 && /[;；、|•·，]/.test(char))) continue;
    const cell = trimmed(line.text, start, i);
    start = i + 1;
    if (!cell || cell.text.length > MAX_CHARS || cell.text.length < 2) continue;
    const date = findDates(cell.text)[0];
    const span = { start: line.start + cell.start, end: line.start + cell.end };
    items.push({ value: original.slice(span.start, span.end), span, date: date ? startFact(date, span.start) : null });
  }
  return items;
}
