/**
 * @file "What do people complain about in the exit survey?", for HR leads: stored shares of themes and of how comments sound, by group.
 * Groups of few comments are said to be too small; no comment is quoted and nobody's mood is told.
 */
import type { Language } from "../../core/types";
import { asksAboutComments, asksOfLeavers } from "../insights/asks-comments";
import { isNamedIn } from "../insights/group-names";
import { answerWith, offAnswer, percent, sourceText } from "../insights/say-source";
import type { CommentFacts } from "../insights/types";
import type { Tool } from "./tool";

type Group = CommentFacts["groups"][number];

export const commentThemes: Tool = {
  name: "comment-themes",
  capability: "insights",
  // What leavers say is asked with words of leaving: surer than the tool that tells why people leave.
  recognise: ({ question }, request) => (request.capabilities.has("insights") && request.insights && asksAboutComments(question) ? 0.93 : 0),
  async run({ question, language }, context) {
    const off = offAnswer(language, context);
    if (off) return off;
    const found = (await context.request.insights?.comments()) ?? [];
    if (found.length === 0) return answerWith(language === "zh" ? "目前没有正在使用的意见分析。请先在“人员分析”的意见页面导入意见并训练。" : "No analysis of comments is in use yet. Import comments under Insights, Comments, and train on them.", context, []);
    const parts = found.flatMap((facts) => partOf(facts, question, language));
    const caveat = language === "zh" ? "标签由模型判断，反语等常被误读；采取行动前请阅读原文。" : "A model put the labels, and irony is often misread: read the comments before acting.";
    const sources = found.map(({ source, about }) => sourceText(source, about === "theme" ? { en: "themes of comments", zh: "意见主题" } : { en: "how comments sound", zh: "意见情感" }, language));
    return answerWith(`${parts.join("\n\n")}\n\n${caveat} ${sources.join(" ")}`, context, []);
  },
};

/** Named groups; leaving interviews where those are asked for; else everything that is shown, added up. */
function partOf(facts: CommentFacts, question: string, language: Language): string[] {
  const leavers = asksOfLeavers(question) ? facts.groups.filter(({ group }) => /leav|exit|离职/i.test(group)) : [];
  const named = leavers.length > 0 ? leavers : facts.groups.filter(({ group, column }) => !facts.labels.includes(group) && !isThemeColumn(column) && isNamedIn(question, group));
  const shown = named.length > 0 ? named : wholeOf(facts, language);
  const lines = shown.map((group) => lineOf(group, facts, language));
  return lines.length > 0 ? [...lines, ...complaints(facts, language)] : [];
}

const isThemeColumn = (column: string): boolean => /theme|topic|category|主题|类别/i.test(column);

function lineOf({ group, n, shares }: Group, { about, labels, smallest }: CommentFacts, language: Language): string {
  if (n === null || shares === null) return language === "zh" ? `“${group}”不予显示：意见少于 ${smallest} 条，或为避免推算出这样的群体而一并隐藏。` : `“${group}” is not shown: it has fewer than ${smallest} comments, or is held back so that a group of fewer cannot be worked out.`;
  const told = labels.flatMap((label) => (shares[label] ? [{ label, share: shares[label] }] : [])).sort((a, b) => b.share.mean - a.share.mean);
  const list = told.map(({ label, share }) => `${label} ${percent(share.mean)} (${percent(share.low)}–${percent(share.high)})`);
  const what = about === "theme" ? { en: "what they are about", zh: "所谈内容" } : { en: "how they sound", zh: "情感" };
  return language === "zh" ? `${group}，${n} 条意见，${what.zh}：${list.join("；")}` : `${group}, ${n} comments, ${what.en}: ${list.join("; ")}`;
}

function wholeOf({ whole }: CommentFacts, language: Language): Group[] {
  return whole ? [{ column: "", group: language === "zh" ? "全部已显示群体" : "All groups that are shown", ...whole }] : [];
}

const NEGATIVE = /negativ|complain|bad|unhappy|消极|负面|不满/i;
const MOST_THEMES = 3;

/** Themes by how many of their comments are negative, where the file says the theme of each comment. */
function complaints({ about, labels, groups }: CommentFacts, language: Language): string[] {
  const negative = labels.find((label) => NEGATIVE.test(label));
  if (about !== "sentiment" || negative === undefined) return [];
  const themes = groups.filter(({ column, n }) => isThemeColumn(column) && n !== null).flatMap(({ group, n, shares }) => (shares?.[negative] ? [{ group, n, share: shares[negative] }] : []));
  if (themes.length === 0) return [];
  const list = themes.sort((a, b) => b.share.mean - a.share.mean).slice(0, MOST_THEMES).map(({ group, n, share }) => `${group} ${percent(share.mean)} (${percent(share.low)}–${percent(share.high)}, ${n ?? 0})`);
  return [language === "zh" ? `负面比例最高的主题（所有意见，括号内为区间和条数）：${list.join("；")}` : `Themes with the largest negative share (all comments; interval and number in brackets): ${list.join("; ")}`];
}
