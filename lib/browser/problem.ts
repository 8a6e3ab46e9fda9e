/**
 * @file A failure in the person's language: one sentence, and the server's own words below it where these carry particulars
 * that have no translation. The language is the page's (`<html lang>`), so that every screen says it alike.
 */
import { isErrorCode, userMessageOf } from "../core/errors";
import type { Language } from "../core/types";
import { chineseDetail } from "./chinese-details-table";
import { CHINESE_ERRORS, type NetworkCode } from "./chinese-errors-table";

export interface Problem {
  readonly sentence: string;
  /** The server's words with their particulars, where `sentence` says only what kind of failure it is. */
  readonly detail: string | null;
}

/** The language of the page as it stands; English where there is no page. */
export function pageLanguage(): Language {
  return typeof document !== "undefined" && document.documentElement.lang.startsWith("zh") ? "zh" : "en";
}

const isKnown = (code: string): code is keyof typeof CHINESE_ERRORS => Object.hasOwn(CHINESE_ERRORS, code);
const GENERAL: NetworkCode = "network/unexpected-reply";

/** @param failure code and message as the server, or lib/browser/http, gave them */
export function problemOf({ code, message }: { code: string; message: string }, language: Language = pageLanguage()): Problem {
  if (language === "en") return { sentence: message, detail: null };
  const [, said = message, incident] = /^(.*?)(?: \(Incident ([\w-]+)\))?$/s.exec(message) ?? [];
  const suffix = incident === undefined ? "" : `（事件编号 ${incident}）`;
  const translated = chineseDetail(said);
  if (translated !== null) return { sentence: translated + suffix, detail: null };
  const general = isKnown(code) ? CHINESE_ERRORS[code] : CHINESE_ERRORS[GENERAL];
  const saysNoMore = (isErrorCode(code) && userMessageOf(code) === said) || code.startsWith("network/");
  return { sentence: general + suffix, detail: saysNoMore ? null : said };
}

const NETWORK_ENGLISH: Readonly<Record<NetworkCode, string>> = {
  "network/unreachable": "Cadre does not answer. Is the server running? Try again.",
  "network/cut-off": "The connection was cut off. Try again.",
  "network/unexpected-reply": "The server's reply could not be read. Reload the page.",
};

/** What a bare code says, for whoever has no message: the sign-in page gets nothing else. Unknown codes are ours to answer for. */
export function sentenceOf(code: string, language: Language = pageLanguage()): string {
  const known = isKnown(code) ? code : "internal/unknown";
  return language === "zh" ? CHINESE_ERRORS[known] : isErrorCode(known) ? userMessageOf(known) : NETWORK_ENGLISH[known];
}

/** A document's warning, or another sentence of the server that has no code. */
export const warningText = (english: string, language: Language = pageLanguage()): string => (language === "zh" ? (chineseDetail(english) ?? english) : english);

export const UNFORESEEN: Readonly<Record<Language, string>> = { en: "Something went wrong on our side. Try again.", zh: "系统内部出现问题，请重试。" };
