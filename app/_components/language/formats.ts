/** @file Dates, numbers, sizes and spans of time as each interface language writes them. Pure; `useFormats()` picks one. */
import type { InterfaceLanguage } from "./define-words";

export interface Formats {
  /** "3 Mar 2026", "2026年3月3日". */
  readonly day: (iso: string) => string;
  /** "3 Mar, 09:05": this year's moments. */
  readonly dayTime: (iso: string) => string;
  /** "03 Mar, 09:05:12": lines of a log. */
  readonly moment: (iso: string) => string;
  /** "3 March 2026 at 09:05": on paper. */
  readonly longDayTime: (ms: number) => string;
  /** "December 2025", from milliseconds since 1970. */
  readonly month: (ms: number) => string;
  /** 12345 → "12,345". */
  readonly number: (n: number) => string;
  /** 1536 → "1.5 KB". Decimal units, as file managers show. */
  readonly size: (bytes: number) => string;
  /** Seconds → "about 40 s", "about 3 min"; coarse on purpose, it is an estimate. */
  readonly eta: (seconds: number) => string;
  /** Between the parts of a list in running text: ", " and "、". */
  readonly list: (parts: readonly string[]) => string;
}

interface EtaWords {
  readonly few: string;
  readonly seconds: (n: number) => string;
  readonly minutes: (n: number) => string;
}

function formatsFor(locale: string, separator: string, eta: EtaWords): Formats {
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  const day = format({ day: "numeric", month: "short", year: "numeric" });
  const dayTime = format({ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const moment = format({ day: "2-digit", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
  const longDayTime = format({ day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const month = format({ month: "long", year: "numeric" });
  const number = new Intl.NumberFormat(locale);
  return {
    day: (iso) => day.format(new Date(iso)),
    dayTime: (iso) => dayTime.format(new Date(iso)),
    moment: (iso) => moment.format(new Date(iso)),
    longDayTime: (ms) => longDayTime.format(ms),
    month: (ms) => month.format(ms),
    number: (n) => number.format(n),
    size: sizeText,
    eta: (seconds) => (seconds < 5 ? eta.few : seconds < 90 ? eta.seconds(Math.ceil(seconds / 5) * 5) : eta.minutes(Math.round(seconds / 60))),
    list: (parts) => parts.join(separator),
  };
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const units = ["KB", "MB", "GB"];
  let value = bytes / 1000;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit] ?? "GB"}`;
}

export const FORMATS: Readonly<Record<InterfaceLanguage, Formats>> = {
  en: formatsFor("en-GB", ", ", { few: "a few seconds", seconds: (n) => `about ${n} s`, minutes: (n) => `about ${n} min` }),
  zh: formatsFor("zh-CN", "、", { few: "几秒钟", seconds: (n) => `约 ${n} 秒`, minutes: (n) => `约 ${n} 分钟` }),
};
