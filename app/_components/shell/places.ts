/** @file The workspace's places and the permission that each one needs; also used to guard the pages. */
import type { InterfaceLanguage } from "../language/define-words";

export interface Place {
  readonly path: string;
  readonly name: Readonly<Record<InterfaceLanguage, string>>;
  /** A permission of lib/server/policy, or one that `describeMe` adds (lib/server/people.ts); null: everyone who is signed in. */
  readonly permission: string | null;
}

export const PLACES: readonly Place[] = [
  { path: "/chat", name: { en: "Ask", zh: "提问" }, permission: null },
  { path: "/growth", name: { en: "Growth", zh: "成长" }, permission: "growth:own" },
  { path: "/documents", name: { en: "Documents", zh: "文件" }, permission: null },
  { path: "/tasks", name: { en: "Tasks", zh: "待办" }, permission: "tasks:owner" },
  { path: "/inbox", name: { en: "Questions to HR", zh: "待答问题" }, permission: "hr:answer" },
  { path: "/review", name: { en: "Review", zh: "审核" }, permission: "review:judge" },
  { path: "/models", name: { en: "Models", zh: "模型" }, permission: "models:read" },
  { path: "/feedback", name: { en: "My ratings", zh: "我的评价" }, permission: "ratings:own" },
  { path: "/candidates", name: { en: "Candidates", zh: "候选人" }, permission: "candidates:search" },
  { path: "/jobs", name: { en: "Openings", zh: "职位" }, permission: "openings:read" },
  { path: "/fairness", name: { en: "Fairness", zh: "公平性" }, permission: "fairness:read" },
  { path: "/insights", name: { en: "Insights", zh: "人员分析" }, permission: "insights:read" },
  { path: "/insights/me", name: { en: "About me in insights", zh: "关于我的分析数据" }, permission: "insights:held" },
  { path: "/people", name: { en: "People", zh: "人员" }, permission: "people:read" },
  { path: "/users", name: { en: "Users", zh: "用户" }, permission: "users:manage" },
  { path: "/audit", name: { en: "Audit log", zh: "审计日志" }, permission: "audit:verify" },
  { path: "/settings", name: { en: "Settings", zh: "设置" }, permission: "retention:manage" },
];
