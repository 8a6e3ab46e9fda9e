/**
 * @file The modules that an administrator may switch off, and all that goes with each: routes, screens, permissions, the
 * assistant's tools, jobs. Everything else is the core. Route wrapper, page guard, permissions, tools and jobs ask this
 * list; modules.test.ts checks that every route and screen of app belongs to the core or to one module. To add a module:
 * one entry here.
 */
import type { Capability } from "../../assistant/types";
import type { Action } from "../policy";

interface ModuleShape {
  readonly id: string;
  readonly name: { readonly en: string; readonly zh: string };
  /** What is gone without it. */
  readonly about: { readonly en: string; readonly zh: string };
  /** Paths of API routes and screens; all below them too. */
  readonly paths: readonly string[];
  /** Open to nobody while it is off. */
  readonly actions: readonly Action[];
  /** Tools of the assistant. */
  readonly capabilities: readonly Capability[];
}

export const MODULES = [
  {
    id: "candidates",
    name: { en: "Candidates and openings", zh: "候选人与职位" },
    about: { en: "Search résumés in plain words, candidate cards in answers, openings. No résumé or job text is taken in or read; what is there stays until it is deleted under Documents, with a receipt for each résumé.", zh: "以日常语言检索简历、在答案中显示候选人卡片、职位。停用后不再接收或读取简历与职位文本；已有文件保留，可在“文件”中删除，删除简历会出具回执。" },
    paths: ["/api/candidates", "/api/openings", "/api/recruiting", "/api/fairness", "/candidates", "/jobs", "/fairness"],
    actions: ["candidates:search", "candidates:read", "candidates:erase", "openings:read", "openings:recruit", "openings:name-manager", "documents:upload:resume", "documents:upload:job", "fairness:read", "fairness:manage"],
    capabilities: ["candidates", "recruiting"],
  },
  {
    id: "ask-hr",
    name: { en: "Ask HR", zh: "询问人力资源部" },
    about: { en: "Send a question that the documents don’t answer to HR, HR’s inbox, verified answers.", zh: "把文件未能解答的问题提交给人力资源部、待答问题、已核实的答复。" },
    paths: ["/api/ask-hr", "/api/verified-answers", "/inbox"],
    actions: ["hr:ask", "hr:answer", "hr:publish"],
    capabilities: [],
  },
  {
    id: "growth",
    name: { en: "Growth", zh: "个人成长" },
    about: { en: "Skills, learning plans, careers, mentors and the network; the assistant’s answers about them.", zh: "技能、学习计划、职业发展、导师与交流网络，以及助手的相关回答。" },
    paths: ["/api/growth", "/growth"],
    actions: ["growth:own", "growth:team", "growth:organisation", "growth:manage"],
    capabilities: ["growth"],
  },
  {
    id: "learning",
    name: { en: "Learning from ratings", zh: "从评价中学习" },
    about: { en: "Review of rated answers, training on them, trained versions. What is serving goes on serving.", zh: "审核被评价的回答、据此训练、训练出的版本。正在使用的版本继续生效。" },
    paths: ["/api/review", "/api/feedback/send", "/api/models", "/api/training", "/api/receipts", "/review", "/models", "/feedback"],
    actions: ["review:judge", "review:manage", "models:read", "models:manage"],
    capabilities: [],
  },
  {
    id: "insights",
    name: { en: "People insights", zh: "人员分析" },
    about: { en: "Attrition, performance, clusters, channel budget and comments for HR leads. Off by itself until an HR lead records an approval; what a person is shown about themselves goes too.", zh: "供人力资源主管使用的离职、绩效、分群、招聘渠道预算与意见分析。须由人力资源主管登记批准后才启用；员工查看本人数据的页面也随之关闭。" },
    paths: ["/api/insights", "/insights"],
    actions: ["insights:read", "insights:manage", "insights:own"],
    capabilities: ["insights"],
  },
] as const satisfies readonly ModuleShape[];

export type ModuleId = (typeof MODULES)[number]["id"];
export const MODULE_IDS = MODULES.map(({ id }) => id);

/** Paths of the core, which is always on, also where one lies below a module's: receipts of erasures answer for what was erased. */
export const CORE_PATHS = [
  "/api/audit",
  "/api/auth",
  "/api/chat",
  "/api/conversations",
  "/api/demo",
  "/api/documents",
  "/api/feedback",
  "/api/health",
  "/api/invitations",
  "/api/me",
  "/api/modules",
  "/api/notifications",
  "/api/oidc",
  "/api/people",
  "/api/recruiting/erasures",
  "/api/sensitive-topics",
  "/api/settings",
  "/api/tasks",
  "/api/users",
  "/audit",
  "/candidates/receipts",
  "/chat",
  "/documents",
  "/people",
  "/settings",
  "/tasks",
  "/users",
] as const;

const lies = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`);

/** The module that a route or screen belongs to; null: the core. */
export function moduleOfPath(pathname: string): ModuleId | null {
  if (CORE_PATHS.some((path) => lies(pathname, path))) return null;
  return MODULES.find(({ paths }) => paths.some((path) => lies(pathname, path)))?.id ?? null;
}

/** The module that a permission belongs to; null: the core. */
export function moduleOfAction(action: string): ModuleId | null {
  return MODULES.find(({ actions }) => (actions as readonly string[]).includes(action))?.id ?? null;
}
