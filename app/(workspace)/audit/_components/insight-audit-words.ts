/** @file The audit log's words for people insights. */
import { defineWords } from "@/app/_components/language/define-words";
import { count, digits } from "@/app/_components/words";

export const INSIGHT_ACTIONS = {
  "insights.enabled": { en: "Switched people insights on", zh: "启用人员分析" },
  "insights.disabled": { en: "Switched people insights off", zh: "停用人员分析" },
  "insights.table-imported": { en: "Imported a table", zh: "导入数据表" },
  "insights.table-mapped": { en: "Said what a table’s columns mean", zh: "设定数据表各列的含义" },
  "insights.table-deleted": { en: "Deleted a table", zh: "删除数据表" },
  "insights.training-started": { en: "Started a training of insights", zh: "开始训练分析模型" },
  "insights.training-cancelled": { en: "Cancelled a training of insights", zh: "取消训练分析模型" },
  "insights.promoted": { en: "Put a version of insights to use", zh: "启用分析模型版本" },
  "insights.rolled-back": { en: "Went back to an earlier version of insights", zh: "回退分析模型版本" },
  "insights.person-opened": { en: "Opened what insights say about a person", zh: "查看某人的分析结果" },
  "insights.people-listed": { en: "Listed people by band", zh: "按区间查看人员名单" },
  "insights.comments-read": { en: "Read comments to label them", zh: "阅读意见以进行标注" },
  "insights.contested": { en: "Contested what insights hold about them", zh: "对本人的分析数据提出异议" },
  "insights.contest-answered": { en: "Answered a person who contested", zh: "答复异议" },
} as const;

export const INSIGHT_FACTS = defineWords({
  en: {
    of: { attrition: "attrition", performance: "performance", forecast: "forecast", clusters: "clusters", patterns: "work patterns", text: "comments: how they sound", themes: "comments: what they are about", sentiment: "how they sound", theme: "what they are about", synthetic: "synthetic profiles", series: "monthly series", comments: "comments", hires: "recruiting channels" },
    version: (n: number) => `version ${n}`,
    instead: (n: number) => (n === 0 ? "the first one" : `instead of version ${n}`),
    people: (n: number) => (n === 1 ? "1 person" : `${digits(n)} people`),
    comments: (n: number) => count(n, "comment"),
    tables: (n: number) => count(n, "table"),
    versions: (n: number) => count(n, "version"),
    columns: (learned: number, held: number) => `${count(learned, "column")} to learn from · ${count(held, "protected column")} for audits only`,
    outcome: { kept: "stays as it is", corrected: "corrected", removed: "the person’s row was taken out" },
    outsider: "a row that names nobody in the directory",
  },
  zh: {
    of: { attrition: "离职", performance: "绩效", forecast: "走势预测", clusters: "分群", patterns: "工作方式分群", text: "意见情感", themes: "意见主题", sentiment: "情感", theme: "主题", synthetic: "合成档案", series: "月度序列", comments: "意见", hires: "招聘渠道" },
    version: (n) => `版本 ${n}`,
    instead: (n) => (n === 0 ? "首个版本" : `取代版本 ${n}`),
    people: (n) => `${digits(n)} 人`,
    comments: (n) => `${digits(n)} 条意见`,
    tables: (n) => `${digits(n)} 个数据表`,
    versions: (n) => `${digits(n)} 个版本`,
    columns: (learned, held) => `${learned} 列用于学习 · ${held} 个受保护列仅供审计`,
    outcome: { kept: "维持原状", corrected: "已更正", removed: "已移除该员工的数据行" },
    outsider: "该行未对应通讯录中的人员",
  },
});
