/** @file Words of removing a person who leaves. */
import { defineWords } from "@/app/_components/language/define-words";
import { count, digits } from "@/app/_components/words";

export const REMOVAL = defineWords({
  en: {
    title: (name: string) => `Remove ${name}?`,
    says: "For someone who leaves the company. To lock an account for a while, disable it instead.",
    looking: "Looking what hangs on this person",
    goes: "Goes at once",
    access: "Every session, the password, the company sign-in, open links and all roles.",
    address: "Their e-mail address is set free: whoever gets it next inherits nothing.",
    relations: (n: number) => `${count(n, "relation")} (openings as hiring manager, learning groups).`,
    reports: (n: number) => `${count(n, "person", "people")} will have no present manager; the people page shows them.`,
    stays: "Stays, and why",
    chats: (n: number) => `${count(n, "chat")}: closed to everyone, HR and administrators included, until they are deleted.`,
    documents: (n: number) => `${count(n, "document")} that they added: these are the company’s.`,
    audit: "Their lines in the audit log: they prove who did what.",
    entry: "Their entry in the directory, with today as the last day.",
    back: "This cannot be undone. Who comes back is invited anew.",
    remove: "Remove person",
    removed: (name: string) => `${name} is removed and signed out.`,
  },
  zh: {
    title: (name) => `移除 ${name}？`,
    says: "用于离开公司的人员。如只需暂时锁定账号，请改用“停用”。",
    looking: "正在查看与此人相关的内容",
    goes: "立即失效",
    access: "所有登录会话、密码、公司账号登录、未使用的链接以及全部角色。",
    address: "其邮箱地址将被释放：之后使用该地址的人不会继承任何内容。",
    relations: (n) => `${digits(n)} 项关系（用人经理、学习发展负责人）。`,
    reports: (n) => `${digits(n)} 人将没有在职上级，会在“人员”页面中标出。`,
    stays: "保留的内容及原因",
    chats: (n) => `${digits(n)} 个对话：在删除之前，任何人（包括人力资源和系统管理员）都无法打开。`,
    documents: (n) => `此人添加的 ${digits(n)} 份文件：属于公司。`,
    audit: "审计日志中与此人有关的记录：用于证明谁做了什么。",
    entry: "通讯录中的条目，并以今天为最后工作日。",
    back: "此操作无法撤销。如此人回来，请重新邀请。",
    remove: "移除人员",
    removed: (name) => `${name} 已被移除并退出登录。`,
  },
});
