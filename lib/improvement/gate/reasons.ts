/**
 * @file Reasons of the gate: each finding as a code and one sentence in English and Chinese, with its figures. Those
 * that speak against the challenger decide the verdict (gate.ts).
 */
import type { GateReason, GateReport } from "../../contracts/gate";

interface Limits {
  readonly alpha: number;
  readonly minOwnGroups: number;
  readonly minSlice: number;
}

type Findings = Omit<GateReport, "verdict" | "reasons">;

export function reasonsFor(findings: Findings, limits: Limits): GateReason[] {
  return [...ownReasons(findings, limits), ...generalReasons(findings, limits), ...guardReasons(findings)];
}

/** No p-value is nought. */
const chance = (p: number): string => (p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`);

function ownReasons({ own }: Findings, { alpha, minOwnGroups }: Limits): GateReason[] {
  const { hit1, reciprocalRank } = own;
  const { mean, p, neededN, smallestDetectable, n } = reciprocalRank.result;
  const first = `${percent(hit1.before)} → ${percent(hit1.after)}`;
  const figures = { en: `right passage first ${first} of ${own.questions} own test questions, weighted by trust in their labels`, zh: `${own.questions} 个自有测试问题中（按标注可信度加权），正确段落排在第一位的比例 ${first}` };
  if (n === 0) return [against("own-no-gain", `There is no test question of your own yet, so nothing can be proved; it takes at least ${minOwnGroups}.`, `还没有自有测试问题，无法证明任何改进；至少需要 ${minOwnGroups} 个。`)];
  if (mean < 0 || hit1.result.mean < 0) return [against("own-worse", `Worse on your own questions: ${figures.en}.`, `在自有问题上变差：${figures.zh}。`)];
  if (mean === 0) return [against("own-no-gain", `No change on your own questions: ${figures.en}.`, `在自有问题上没有变化：${figures.zh}。`)];
  if (n < minOwnGroups) return [against("own-few", `Better so far, but ${n} test questions prove nothing; ${Math.max(minOwnGroups, neededN ?? 0)} would: ${figures.en}.`, `目前较好，但 ${n} 个测试问题不足以证明，需要约 ${Math.max(minOwnGroups, neededN ?? 0)} 个：${figures.zh}。`)];
  if (p >= alpha) {
    const more = `about ${neededN ?? "many more"} questions would settle it; ${n} can show a gain of ${smallestDetectable.toFixed(3)} in mean reciprocal rank or more`;
    return [against("own-unsure", `Better so far, but chance is not excluded (${chance(p)}): ${figures.en}; ${more}.`, `目前较好，但不能排除偶然（${chance(p)}）：${figures.zh}；约需 ${neededN ?? "更多"} 个问题才能定论，现有 ${n} 个只能看出平均倒数排名 ${smallestDetectable.toFixed(3)} 以上的提升。`)];
  }
  return [support("own-better", `Better on your own questions, ${chance(p)}: ${figures.en}.`, `在自有问题上更好，${chance(p)}：${figures.zh}。`)];
}

function generalReasons({ slices, margin }: Findings, { minSlice, alpha }: Limits): GateReason[] {
  if (slices.length === 0) return [against("general-missing", "It was not compared on general questions.", "没有在通用问题上比较。")];
  const found = slices.flatMap(({ name, before, after, result }): GateReason[] => {
    const told = `${percent(before)} → ${percent(after)} (n ${result.n})`;
    if (result.n < minSlice) return [];
    // A slice may fall below the margin by chance; the whole may not.
    const isWorse = result.mean < -margin && (name === "general" || result.p < alpha);
    if (isWorse) return [against("general-worse", `Worse on general questions${partOf(name, "en")} by more than ${percent(margin)}: ${told}.`, `在通用问题${partOf(name, "zh")}上下降超过 ${percent(margin)}：${told}。`)];
    if (name === "general" && result.low < -margin) return [against("general-unsure", `Not shown to be within ${percent(margin)} on general questions: ${told}, lower bound ${points(result.low)}.`, `尚未证明通用问题上的下降在 ${percent(margin)} 以内：${told}，下界 ${points(result.low)}。`)];
    return name === "general" ? [support("general-kept", `General questions keep their answers: ${told}, lower bound ${points(result.low)}.`, `通用问题保持原有水平：${told}，下界 ${points(result.low)}。`)] : [];
  });
  return [...found, ...unsureSlices(slices, { margin, minSlice, alpha })];
}

/** Parts that are too small to be shown within the margin: said, and not held against it, for any part falls below by chance now and then. */
function unsureSlices(slices: Findings["slices"], { margin, minSlice, alpha }: { margin: number; minSlice: number; alpha: number }): GateReason[] {
  const unsure = slices.filter(({ name, result }) => name !== "general" && result.n >= minSlice && result.low < -margin && !(result.mean < -margin && result.p < alpha));
  if (unsure.length === 0) return [];
  const told = (language: "en" | "zh") => unsure.map(({ name, result }) => `${partOf(name, language).replace(/[()（）]/gu, "").trim()} ${points(result.low)} (n ${result.n})`).join(language === "en" ? ", " : "、");
  return [support("slices-unsure", `Too few questions to show every part within ${percent(margin)}; lower bounds: ${told("en")}.`, `部分类别的问题太少，无法证明下降在 ${percent(margin)} 以内；下界：${told("zh")}。`)];
}

function guardReasons({ guards }: Findings): GateReason[] {
  return guards.filter(({ isHeld }) => !isHeld).map(({ name, before, after, limit }) => {
    const { en, zh, told } = GUARDS[name] ?? { en: name, zh: name, told: round };
    return against("guard", `${en}: ${told(before)} → ${told(after)}, more than the limit of ${told(limit)}.`, `${zh}：${told(before)} → ${told(after)}，超过上限 ${told(limit)}。`);
  });
}

const against = (code: string, en: string, zh: string): GateReason => ({ code, isAgainst: true, en, zh });
const support = (code: string, en: string, zh: string): GateReason => ({ code, isAgainst: false, en, zh });
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
const points = (difference: number): string => `${difference >= 0 ? "+" : "−"}${Math.abs(100 * difference).toFixed(1)}`;
const round = (value: number): string => Number(value.toPrecision(3)).toString();

/** Slices of gate/general-set.ts, in words. */
const PARTS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  en: { en: "in English", zh: "英文" },
  zh: { en: "in Chinese", zh: "中文" },
  written: { en: "written by people", zh: "人工撰写" },
  rule: { en: "made from sentences", zh: "由句子生成" },
  heading: { en: "headings", zh: "标题" },
  fragment: { en: "half-remembered words", zh: "零散字词" },
  policy: { en: "on policies", zh: "关于制度" },
  course: { en: "on courses", zh: "关于课程" },
  job: { en: "on openings", zh: "关于职位" },
};

/** "general" → "", "general en" → " (in English)". */
function partOf(name: string, language: "en" | "zh"): string {
  const part = name.split(" ")[1];
  if (part === undefined) return "";
  const words = PARTS[part]?.[language] ?? part;
  return language === "en" ? ` (${words})` : `（${words}）`;
}

/** What answering/answer-guards.ts measures, and how its figures are told. */
const GUARDS: Readonly<Record<string, { readonly en: string; readonly zh: string; readonly told: (value: number) => string }>> = {
  "wrong-answers": { en: "Wrong answers among the own test questions", zh: "自有测试问题中的错误回答", told: percent },
  withheld: { en: "Right answers withheld among the own test questions", zh: "自有测试问题中未给出的正确回答", told: percent },
  missent: { en: "Own test questions sent to the wrong place (documents, or not what the assistant is for)", zh: "自有测试问题中被判错去向的（应查文件，或不属助手范围）", told: percent },
  "missent-general": { en: "General questions sent to the wrong place", zh: "通用问题中被判错去向的", told: percent },
  latency: { en: "Time of an answer (median)", zh: "回答用时（中位数）", told: (ms) => `${ms.toFixed(0)} ms` },
  size: { en: "Size of the version", zh: "版本大小", told: (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MB` },
};
