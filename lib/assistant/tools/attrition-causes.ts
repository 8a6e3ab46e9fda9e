/**
 * @file "Why is attrition in support up?", for HR leads: the group's observed share and the causes that the stored model found,
 * with its source. Groups only: it never names or ranks a person.
 */
import type { Language } from "../../core/types";
import { asksAboutAttrition } from "../insights/asks-attrition";
import { isNamedIn } from "../insights/group-names";
import { answerWith, offAnswer, percent, sourceText } from "../insights/say-source";
import type { AttritionGroup } from "../insights/types";
import type { Tool } from "./tool";

const MOST_CAUSES = 4;
const MOST_GROUPS = 5;
/** One word for a kind of group, as questions and as columns of tables have it. */
const GROUP_KINDS: readonly RegExp[] = [/department|\bdept|部门/i, /team|团队|小组/i, /role|position|job ?title|岗位|职位/i, /site|location|office|地点|办公室|城市/i];

export const attritionCauses: Tool = {
  name: "attrition-causes",
  capability: "insights",
  recognise: ({ question }, request) => (request.capabilities.has("insights") && request.insights && asksAboutAttrition(question) ? 0.92 : 0),
  async run({ question, language }, context) {
    const off = offAnswer(language, context);
    if (off) return off;
    const found = (await context.request.insights?.attrition()) ?? null;
    if (!found) return answerWith(language === "zh" ? "目前没有正在使用的离职模型。请先在“人员分析”中导入数据表并训练。" : "No attrition model is in use yet. Import a table under Insights and train one.", context, []);
    const named = found.groups.filter(({ value }) => isNamedIn(question, value));
    const body = named.length > 0 ? named.slice(0, 2).map((group) => groupText(group, found.overall, language)).join("\n\n") : overview(groupsAsked(found.groups, question), found.overall, language);
    const caveat = language === "zh" ? "原因是关联，并未证明因果；请与团队核实。" : "Causes are associations, not proof; check them with the team.";
    return answerWith(`${body}\n\n${caveat} ${sourceText(found.source, { en: "attrition model", zh: "离职模型" }, language)}`, context, []);
  },
};

function groupText({ value, n, observed, causes }: AttritionGroup, overall: number, language: Language): string {
  const shown = causes.slice(0, MOST_CAUSES).map(({ feature, amount }) => `${feature} (${amount.mean > 0 ? "+" : "−"}${Math.abs(amount.mean).toFixed(2)}, ${amount.low.toFixed(2)}–${amount.high.toFixed(2)})`);
  const figures = `${percent(observed.mean)} (${percent(observed.low)}–${percent(observed.high)})`;
  if (language === "zh") return `${value}（${n} 人）：${figures} 已离职，全体为 ${percent(overall)}。${shown.length > 0 ? `与全体相比的主要因素（对数几率）：${shown.join("；")}。` : "没有哪个因素与全体明显不同。"}`;
  return `${value} (${n} people): ${figures} left, against ${percent(overall)} of everyone. ${shown.length > 0 ? `What differs most from everybody, in log-odds: ${shown.join("; ")}.` : "No cause differs clearly from everybody's."}`;
}

/** "Which department …?" is answered by departments, when the table has them. */
function groupsAsked(groups: readonly AttritionGroup[], question: string): readonly AttritionGroup[] {
  const kind = GROUP_KINDS.find((words) => words.test(question));
  const asked = groups.filter(({ column }) => kind?.test(column));
  return asked.length > 0 ? asked : groups;
}

function overview(groups: readonly AttritionGroup[], overall: number, language: Language): string {
  const lines = groups.slice(0, MOST_GROUPS).map(({ column, value, observed }) => `${column} ${value}: ${percent(observed.mean)}`);
  if (language === "zh") return `全体离职比例为 ${percent(overall)}。比例最高的群体：${lines.join("；")}。请说出其中某个群体的名称以查看原因。`;
  return `${percent(overall)} of everyone left. The groups with the largest shares: ${lines.join("; ")}. Name one of them to see its causes.`;
}
