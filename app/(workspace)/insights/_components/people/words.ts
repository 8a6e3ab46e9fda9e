/** @file Words of what is said of people: bands as counts, names on request, reasons, support. */
import { defineWords } from "@/app/_components/language/define-words";

export const PEOPLE = defineWords({
  en: {
    people: "People by band",
    group: "Group",
    all: "Everyone",
    n: "People",
    showNames: (band: string) => `Names in “${band}”`,
    namesSays: "In alphabetical order, without figures. Opening this list, and each person, writes a line in the audit log.",
    names: "Show names",
    nobody: "Nobody is in this band.",
    more: "There are more; choose a group.",
    why: "Why the estimate is what it is",
    support: "Support that the company offers",
    supportSays: "Quoted from the company’s own policies and programmes. Offer it in a conversation; the person decides.",
    noSupport: "Your documents say nothing about these reasons. A programme for them may be missing.",
  },
  zh: {
    people: "各区间人数",
    group: "群体",
    all: "全部人员",
    n: "人数",
    showNames: (band) => `“${band}”区间名单`,
    namesSays: "按姓名排序，不显示数值。查看名单以及每次查看个人都会记入审计日志。",
    names: "显示姓名",
    nobody: "该区间没有人员。",
    more: "名单未完，请选择群体。",
    why: "估计值的由来",
    support: "公司可提供的支持",
    supportSays: "引自公司自己的制度与项目。请在交谈中提出，由本人决定。",
    noSupport: "您的文件中没有与这些原因相关的内容，可能缺少相应的项目。",
  },
});
