/** @file Words of the audit lines of growth. */
import { defineWords, type InterfaceLanguage } from "@/app/_components/language/define-words";
import type { AuditAction } from "@/lib/contracts/audit";

type Both = Readonly<Record<InterfaceLanguage, string>>;

export const GROWTH_ACTIONS: Readonly<Record<Extract<AuditAction, `growth.${string}`>, Both>> = {
  "growth.consent-changed": { en: "Changed who sees their growth profile", zh: "更改成长档案的可见范围" },
  "growth.shared-opened": { en: "Opened a report’s shared growth profile", zh: "查看下属共享的成长档案" },
  "growth.plan-decided": { en: "Decided on a learning plan", zh: "审批学习计划" },
  "growth.groups-read": { en: "Read skills of groups", zh: "查看群体技能概况" },
  "growth.courses-imported": { en: "Imported courses", zh: "导入课程" },
  "growth.course-offered": { en: "Retired a course or brought it back", zh: "停用或恢复课程" },
  "growth.interest-shown": { en: "Showed interest in an opening", zh: "对职位表示感兴趣" },
  "growth.offering-changed": { en: "Changed what the company offers for growing", zh: "更改公司提供的成长支持" },
  "growth.mentor-round": { en: "Ran a mentoring round", zh: "进行一轮导师匹配" },
  "growth.interview-sent": { en: "Sent the notes of a stay interview", zh: "送交留任访谈记录" },
  "growth.interview-decided": { en: "Decided on the notes of a stay interview", zh: "确认留任访谈记录" },
  "growth.network-switched": { en: "Switched the network on or off", zh: "启用或停用交流网络" },
};

export const GROWTH_FACTS = defineWords({
  en: {
    sees: { manager: "manager", experts: "experts finder", groups: "group figures", graph: "picture of who works with whom" },
    private: "nobody",
    approved: "approved",
    declined: "declined",
    groups: (shown: number, withheld: number) => `${shown === 1 ? "1 cell" : `${shown} cells`} shown, ${withheld} withheld`,
    courses: (added: number, changed: number) => `${added} added, ${changed} changed`,
    retired: "retired",
    broughtBack: "brought back",
    told: (n: number) => (n === 1 ? "1 person told" : `${n} people told`),
    offering: (what: string, n: number) => ({ budget: "learning budget", programmes: "programmes", roles: n === 1 ? "1 role" : `${n} roles`, moves: n === 1 ? "1 move" : `${n} moves` })[what] ?? what,
    round: (pairs: number, unmatched: number) => `${pairs === 1 ? "1 pair" : `${pairs} pairs`}, ${unmatched} without one`,
    kept: "kept",
    deleted: "deleted",
    on: "on",
    off: "off",
  },
  zh: {
    sees: { manager: "直属经理", experts: "专家查找", groups: "群体统计", graph: "协作关系图" },
    private: "不对任何人开放",
    approved: "批准",
    declined: "未批准",
    groups: (shown, withheld) => `显示 ${shown} 格，隐去 ${withheld} 格`,
    courses: (added, changed) => `新增 ${added} 门，更改 ${changed} 门`,
    retired: "已停用",
    broughtBack: "已恢复",
    told: (n) => `已通知 ${n} 人`,
    offering: (what, n) => ({ budget: "学习预算", programmes: "学习项目", roles: `${n} 个岗位`, moves: `${n} 条转岗记录` })[what] ?? what,
    round: (pairs, unmatched) => `配成 ${pairs} 对，${unmatched} 人未配上`,
    kept: "保留",
    deleted: "删除",
    on: "启用",
    off: "停用",
  },
});
