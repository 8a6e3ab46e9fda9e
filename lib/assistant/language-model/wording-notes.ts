/**
 * @file What Cadre says about a language model's part in an answer, in the answer's language.
 */
import type { FallbackReason } from "../../contracts/evidence";
import type { Language } from "../../core/types";

export interface Worded {
  readonly model: string;
  /** Null: in this process. */
  readonly host: string | null;
  readonly dropped: number;
}

const WHY: Readonly<Record<FallbackReason, Readonly<Record<Language, string>>>> = {
  timeout: { en: "did not answer in time", zh: "未在规定时间内作答" },
  unreachable: { en: "could not be reached", zh: "无法连接" },
  refused: { en: "refused the request", zh: "拒绝了请求" },
  busy: { en: "is busy", zh: "正忙" },
  error: { en: "reported an error", zh: "报告了错误" },
  redirected: { en: "pointed to another address, which is never followed", zh: "指向了另一个地址，系统不会跟随" },
  malformed: { en: "sent something that cannot be read", zh: "返回的内容无法读取" },
  cut_off: { en: "broke off in the middle", zh: "中途断开" },
  empty: { en: "wrote nothing", zh: "没有写出任何内容" },
  loading: { en: "is still being loaded", zh: "仍在加载" },
  unsupported: { en: "wrote nothing that the cited passages support", zh: "所写内容没有得到所引段落的支持" },
  no_answer: { en: "found no answer in the passages it was given", zh: "在所给段落中没有找到答案" },
};

const placeIn = (language: Language, host: string | null): string => (host === null ? (language === "zh" ? "本机" : "this machine") : host);

/** Under an answer that a model worded. */
export function wordedNote(language: Language, { model, host, dropped }: Worded): string {
  const place = placeIn(language, host);
  if (language === "zh") return `由 ${place} 上的 ${model} 措辞，每句话都已对照所引段落核对。${dropped > 0 ? `有 ${dropped} 句因段落不支持而未显示。` : ""}`;
  const left = dropped === 0 ? "" : dropped === 1 ? " One sentence was left out because its passage does not say it." : ` ${dropped} sentences were left out because their passages do not say them.`;
  return `Worded by ${model} on ${place}; every sentence was checked against the passage it cites.${left}`;
}

/** At the end of an answer that is quoted because the model gave none. */
export function fallbackNote(language: Language, { model, host }: Omit<Worded, "dropped">, reason: FallbackReason): string {
  const place = placeIn(language, host);
  if (language === "zh") return `${place} 上的语言模型 ${model} ${WHY[reason].zh}，因此直接引用文件原文。`;
  return `The language model ${model} on ${place} ${WHY[reason].en}, so the documents are quoted instead.`;
}
