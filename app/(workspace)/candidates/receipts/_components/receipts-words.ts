/** @file Words of the list of receipts. */
import { defineWords } from "@/app/_components/language/define-words";
import { count, digits } from "@/app/_components/words";

export const RECEIPTS = defineWords({
  en: {
    title: "Receipts of erasures",
    back: "Candidates",
    documents: "Documents",
    loading: "Loading the receipts",
    summary: (all: number, unclean: number) => `${count(all, "receipt")}${unclean > 0 ? `, ${digits(unclean)} with something left` : ""}`,
    shows: { own: "What you erased. HR leads see every receipt.", every: "Every receipt: what people erased, and what went because its term was over. No receipt names anyone." },
    none: "No receipt yet",
    noneSays: { own: "When you erase a candidate, the receipt stays here: what was searched again afterwards, and what must remain.", every: "When a candidate is erased, by somebody or because their term is over, the receipt stays here: what was searched again afterwards, and what must remain." },
    head: { at: "Date", subject: "Résumé", by: "Erased by", outcome: "Searched again", before: "Before", left: "Left", remains: "Must remain" },
    clean: "clean",
    unclean: "something left",
    changed: "changed since",
    clock: "term over, or an account that is gone",
    nothing: "nothing",
    remains: { "audit-lines": "audit lines", backups: "backups", "chat-copies": "typed questions", "other-resumes": "other résumés" },
    open: (code: string) => `Open the receipt of ${code}`,
    older: "Show older ones",
  },
  zh: {
    title: "抹除回执",
    back: "候选人",
    documents: "文件",
    loading: "正在加载回执",
    summary: (all, unclean) => `${digits(all)} 份回执${unclean > 0 ? `，其中 ${digits(unclean)} 份仍有残留` : ""}`,
    shows: { own: "您本人执行的抹除。人力资源主管可查看全部回执。", every: "全部回执：由人执行的抹除，以及期限已过而自动执行的抹除。回执不指明任何人。" },
    none: "还没有回执",
    noneSays: { own: "您抹除候选人的数据后，回执会保留在这里：事后重新检索了哪些位置、哪些内容必须保留。", every: "候选人的数据由人抹除或因期限已过而抹除后，回执会保留在这里：事后重新检索了哪些位置、哪些内容必须保留。" },
    head: { at: "日期", subject: "简历", by: "执行者", outcome: "重新检索", before: "此前", left: "剩余", remains: "必须保留" },
    clean: "无残留",
    unclean: "仍有残留",
    changed: "写入后被改动",
    clock: "期限已过，或该账户已不存在",
    nothing: "无",
    remains: { "audit-lines": "条审计日志", backups: "份备份", "chat-copies": "条提问", "other-resumes": "份其他简历" },
    open: (code) => `打开 ${code} 的回执`,
    older: "显示更早的回执",
  },
});
