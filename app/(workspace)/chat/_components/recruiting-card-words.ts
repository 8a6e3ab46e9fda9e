/** @file Words of the cards below a recruiter's answer. */
import { defineWords } from "@/app/_components/language/define-words";

export const RECRUITING_CARD = defineWords({
  en: {
    title: "Put on a shortlist",
    loading: "Loading the shortlists",
    list: "Shortlist",
    newList: "New shortlist",
    name: "Name of the new shortlist",
    reason: (name: string) => `${name}: reason`,
    confirm: "Put on the shortlist",
    isOn: (list: string) => `is on “${list}”.`,
    open: "Open the shortlists",
  },
  zh: {
    title: "列入入围名单",
    loading: "正在加载入围名单",
    list: "入围名单",
    newList: "新建入围名单",
    name: "新名单的名称",
    reason: (name) => `${name}：理由`,
    confirm: "列入名单",
    isOn: (list) => `已在“${list}”中。`,
    open: "打开入围名单",
  },
});
