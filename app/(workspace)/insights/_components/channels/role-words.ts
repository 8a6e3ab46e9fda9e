/** @file Words of effects by role: the table in the form, and what past hires tell of roles. */
import { defineWords } from "@/app/_components/language/define-words";

export const ROLE_EFFECTS = defineWords({
  en: {
    title: "Hires per unit, by role",
    help: "An empty cell counts with the channel's own figure, shown in grey.",
    cell: (channel: string, role: string) => `Hires per unit for ${role}: ${channel}`,
    learned: (low: string, high: string) => `${low} … ${high}`,
    forRole: (channel: string, role: string) => `${channel}, ${role}`,
    everyRole: "all roles",
    takeWithRoles: "Plan with these, for these roles",
    takeSays: "Plan with these: the roles above stay, and those of the same name get their own figures. For these roles: the roles are replaced by the ones listed here, each wanting as many hires as its rows show. A role is listed with a channel where at least three hires could have been expected from what was bought.",
  },
  zh: {
    title: "每单位录用人数（按岗位）",
    help: "留空时按该渠道自身的数值（灰色显示）计算。",
    cell: (channel, role) => `${role}的每单位录用人数：${channel}`,
    learned: (low, high) => `${low} … ${high}`,
    forRole: (channel, role) => `${channel}，${role}`,
    everyRole: "所有岗位",
    takeWithRoles: "用这些数值和岗位规划",
    takeSays: "“用这些数值规划”：保留上方的岗位，同名岗位采用各自的数值。“用这些数值和岗位规划”：以此处列出的岗位替换上方岗位，录用目标为各行所示人数。只有当某渠道的投放按其平均效果至少应带来三次录用时，才单独列出该岗位。",
  },
});
