/** @file Where a figure comes from, in words; and an answer of a tool for HR leads. */
import type { Language } from "../../core/types";
import { say } from "../answer/say";
import { NOTHING_RETRIEVED, type ToolContext, type ToolResult } from "../tools/tool";
import type { FigureSource } from "./types";

export const percent = (value: number): string => `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %`;

const METRICS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  auc: { en: "AUC", zh: "AUC" },
  stability: { en: "stability", zh: "稳定性" },
  macroF1: { en: "macro-F1", zh: "宏平均 F1" },
  r2: { en: "R²", zh: "R²" },
  errorShare: { en: "error against the last value or a year ago", zh: "相对沿用上月或去年同月的误差" },
};

export function sourceText({ version, table, metric, value }: FigureSource, kind: { readonly en: string; readonly zh: string }, language: Language): string {
  const name = METRICS[metric]?.[language] ?? metric;
  const figure = `${name} ${value.mean.toFixed(3)} (${value.low.toFixed(3)}–${value.high.toFixed(3)})`;
  return language === "zh" ? `来源：${kind.zh}版本 ${version}，数据表“${table}”，${figure}。` : `Source: ${kind.en} version ${version}, table “${table}”, ${figure}.`;
}

/** An answer made of stored figures only. */
export function answerWith(text: string, { tell }: ToolContext, suggestions: readonly string[]): ToolResult {
  say(text, tell);
  return { ...NOTHING_RETRIEVED, answer: { outcome: "chat", text, citations: [], candidates: [], confidence: 1, suggestions: [...suggestions] } };
}

/** Said instead of figures while insights are switched off; null while they are on. */
export function offAnswer(language: Language, context: ToolContext): ToolResult | null {
  if (!context.request.insights?.isOff) return null;
  return answerWith(language === "zh" ? "人员分析目前未启用，没有任何数据。登记批准后可在“人员分析”页面启用。" : "People insights are switched off, so there are no figures. They can be switched on under Insights, with a recorded approval.", context, []);
}
