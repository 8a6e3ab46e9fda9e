/** @file Money and hours as each interface language writes them. */
import type { InterfaceLanguage } from "@/app/_components/language/define-words";

/** "€1,200", "£85", "¥900"; no cents unless there are some. */
export function moneyText({ amount, currency }: { readonly amount: number; readonly currency: string }, language: InterfaceLanguage): string {
  const digits = Number.isInteger(amount) ? 0 : 2;
  return new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en-GB", { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits }).format(amount);
}

/** 4 → "4", 2.5 → "2.5". */
export const hoursText = (hours: number): string => String(Math.round(hours * 10) / 10);

export const percentOf = (share: number): number => Math.round(share * 100);
