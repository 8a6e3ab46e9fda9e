/** @file Words of saved searches. */
import { defineWords } from "@/app/_components/language/define-words";
import { count, digits } from "@/app/_components/words";

export const SEARCHES = defineWords({
  en: {
    title: "Saved searches",
    save: "Tell me when a new résumé fits",
    saved: "Saved. The bell tells you when a new résumé fits.",
    forget: (name: string) => `Delete the saved search ${name}`,
    forgotten: "Saved search deleted.",
    fresh: (n: number) => `${digits(n)} new`,
    hits: (n: number) => count(n, "hit"),
    found: "Newly read résumés that fitted",
    unnamed: "Name not given",
  },
  zh: {
    title: "保存的搜索",
    save: "有新简历符合时提醒我",
    saved: "已保存。有新简历符合时会通过通知告诉您。",
    forget: (name) => `删除保存的搜索 ${name}`,
    forgotten: "已删除保存的搜索。",
    fresh: (n) => `新增 ${digits(n)}`,
    hits: (n) => `${digits(n)} 份`,
    found: "新读入且符合的简历",
    unnamed: "未注明姓名",
  },
});
