/**
 * @file Terms that several screens use, in both languages: kinds, roles, states, and the few verbs on every button. One
 * place, so that they agree everywhere; the glossary behind them is language/README.md.
 */
import type { DocumentKind, DocumentStatus, IngestStage, Role } from "@/lib/core/types";
import { defineWords, type WordsIn } from "./language/define-words";
import { FORMATS } from "./language/formats";

/** Completed years of experience; a decimal would claim more than a résumé says. */
export const wholeYears = (years: number): string => (years < 1 ? "< 1" : String(Math.floor(years)));

/** "3 passages", "1 passage": for English words. */
export const count = (n: number, one: string, many = `${one}s`): string => `${digits(n)} ${n === 1 ? one : many}`;

/** 12345 → "12,345", the same in both languages. */
export const digits = FORMATS.en.number;

export const TERMS = defineWords({
  en: {
    kind: { policy: "Policy", resume: "Résumé", job: "Opening", course: "Course" } satisfies Record<DocumentKind, string>,
    kindPlural: { policy: "Policies", resume: "Résumés", job: "Openings", course: "Courses" } satisfies Record<DocumentKind, string>,
    role: { employee: "Employee", recruiter: "Recruiter", reviewer: "Reviewer", hr_lead: "HR lead", admin: "Administrator" } satisfies Record<Role, string>,
    rolePlural: { employee: "Everyone", recruiter: "Recruiters", reviewer: "Reviewers", hr_lead: "HR leads", admin: "Administrators" } satisfies Record<Role, string>,
    roleDoes: {
      employee: "asks about policies",
      recruiter: "also searches candidates and reads résumés",
      reviewer: "also sees rated answers, without names",
      hr_lead: "also owns policies and may read résumés",
      admin: "also manages accounts; reads no HR content by that",
    } satisfies Record<Role, string>,
    status: { queued: "Waiting", processing: "Reading", ready: "Ready", needs_ocr: "Needs OCR", failed: "Failed" } satisfies Record<DocumentStatus, string>,
    stage: { read: "Read", extract: "Extract", split: "Split", embed: "Embed", index: "Index" } satisfies Record<IngestStage, string>,
    languageName: { en: "English", zh: "Chinese" },
    onePerson: "1 person",
    years: (years: number) => `${wholeYears(years)} ${Math.floor(years) <= 1 ? "year" : "years"}`,
    page: (n: number) => `page ${n}`,
    shortPage: (n: number) => `p. ${n}`,
    recognised: (confidence: number) => `Read by OCR, ${confidence} % sure`,
    recognisedWhat: "These words were recognised in a picture of the page. The figure is the program’s own estimate: compare with the page where it matters.",
    namelessCandidate: "Name not given",
    quoted: (text: string) => `“${text}”`,
    loading: "Loading …",
    cancel: "Cancel",
    save: "Save",
    close: "Close",
    done: "Done",
    keep: "Keep",
    undo: "Undo",
    rename: "Rename",
    delete: "Delete",
    open: "Open",
    tryAgain: "Try again",
    showAll: "Show all",
    actionsFor: (name: string) => `Actions for ${name}`,
    actions: "Actions",
    nobodyChosen: "nobody chosen",
    /** What a button does to which one of several, for those who hear it. */
    doTo: (action: string, what: string) => `${action}: ${what}`,
    nothingLeaves: "Nothing leaves this machine.",
  },
  zh: {
    kind: { policy: "制度", resume: "简历", job: "职位", course: "课程" },
    kindPlural: { policy: "制度", resume: "简历", job: "职位", course: "课程" },
    role: { employee: "员工", recruiter: "招聘专员", reviewer: "答案审核员", hr_lead: "人力资源主管", admin: "系统管理员" },
    rolePlural: { employee: "全体员工", recruiter: "招聘专员", reviewer: "答案审核员", hr_lead: "人力资源主管", admin: "系统管理员" },
    roleDoes: {
      employee: "查询制度",
      recruiter: "另可搜索候选人、查阅简历",
      reviewer: "另可查看被评价的答案（不显示姓名）",
      hr_lead: "另可管理制度、查阅简历",
      admin: "另可管理账号；不因此获得查阅人事内容的权限",
    },
    status: { queued: "排队中", processing: "读取中", ready: "可用", needs_ocr: "需文字识别", failed: "失败" },
    stage: { read: "读取", extract: "提取文字", split: "分段", embed: "计算向量", index: "写入索引" },
    languageName: { en: "英文", zh: "中文" },
    onePerson: "1 位指定人员",
    years: (years) => `${years < 1 ? "不足 1" : wholeYears(years)} 年经验`,
    page: (n) => `第 ${n} 页`,
    shortPage: (n) => `第 ${n} 页`,
    recognised: (confidence) => `文字识别，把握 ${confidence}%`,
    recognisedWhat: "这些文字是从页面图像中识别出来的，百分比是程序自己的估计。重要内容请对照原页面。",
    namelessCandidate: "未注明姓名",
    quoted: (text) => `“${text}”`,
    loading: "正在加载…",
    cancel: "取消",
    save: "保存",
    close: "关闭",
    done: "完成",
    keep: "保留",
    undo: "撤销",
    rename: "重命名",
    delete: "删除",
    open: "打开",
    tryAgain: "重试",
    showAll: "显示全部",
    actionsFor: (name) => `“${name}”的操作`,
    actions: "操作",
    nobodyChosen: "未选择",
    doTo: (action, what) => `${action}：${what}`,
    nothingLeaves: "数据不会离开本机。",
  },
});

export type Terms = WordsIn<typeof TERMS>;

/** One of our terms, or the raw value where a newer version sent one that this screen does not know. */
export const termOf = (terms: Readonly<Record<string, string>>, value: string): string => (Object.hasOwn(terms, value) ? (terms[value] ?? value) : value);

/** "role:employee" → "Everyone"; "user:<id>" → the person's name where it is known. */
export function principalText(principal: string, terms: Terms, people: ReadonlyMap<string, string> = new Map()): string {
  const [type, id = ""] = principal.split(/:(.*)/s);
  return type === "role" ? termOf(terms.rolePlural, id) : (people.get(id) ?? terms.onePerson);
}

/** The lang attribute for a text: Chinese is marked, so that it is read out and set in the right face. */
export { detectLanguage as langOf } from "@/lib/core/language";
