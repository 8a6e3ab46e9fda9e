/** @file Words of a receipt of erasure, wherever it is shown. */
import { defineWords } from "../language/define-words";
import { count, digits } from "../words";

export const RECEIPT = defineWords({
  en: {
    receipt: "Receipt of erasure",
    clean: "Everything was searched again; nothing was found.",
    unclean: "Something was found when everything was searched again. Tell your administrator.",
    place: "Place",
    before: "Before",
    left: "Left",
    searches: (asked: number, found: number) => `${count(asked, "sentence")} of the résumé searched for afterwards, ${digits(found)} found.`,
    trained: (list: string) => `Trained on passages of it: version ${list}.`,
    untrained: "No trained version has seen it.",
    remains: { "audit-lines": "lines of the audit log, which hold ids and no content; they prove what was done.", backups: "backups made before, which hold what was there then.", "chat-copies": "questions that someone typed in a chat with this name; they go when those chats do.", "other-resumes": "other résumés that someone marked as this person’s: erase each from its own page." },
    staysUntil: (day: string) => `Until ${day} at the latest.`,
    noEnd: { "audit-lines": "No end is set: as long as the company keeps its log.", backups: "No end is set: until somebody deletes those files.", "chat-copies": "No end is set: the company has no term for chats.", "other-resumes": "No end is set for at least one of them." },
    fingerprint: (hash: string) => `Fingerprint of this receipt: ${hash}`,
    print: "Print",
    code: (code: string) => `Résumé ${code}; the code names nobody.`,
    changed: "This receipt was changed in the database after it was written: its fingerprint does not fit. Tell your administrator.",
  },
  zh: {
    receipt: "抹除回执",
    clean: "已重新检索全部位置，未查到任何内容。",
    unclean: "重新检索时仍查到内容，请联系系统管理员。",
    place: "位置",
    before: "此前",
    left: "剩余",
    searches: (asked, found) => `事后检索了简历中的 ${digits(asked)} 个句子，查到 ${digits(found)} 个。`,
    trained: (list) => `曾用其段落训练的版本：${list}。`,
    untrained: "没有任何训练版本用过其内容。",
    remains: { "audit-lines": "条审计日志，仅含编号、不含内容，用于证明所做的操作。", backups: "份此前的备份，其中保有当时的内容。", "chat-copies": "条他人在对话中输入的、含此姓名的提问，随对话一并删除。", "other-resumes": "份被标记为同一人的其他简历：请从各自的页面中逐一抹除。" },
    staysUntil: (day) => `最迟至 ${day}。`,
    noEnd: { "audit-lines": "未设期限：公司保留日志多久即保留多久。", backups: "未设期限：直至有人删除这些文件。", "chat-copies": "未设期限：公司未设置对话保存期限。", "other-resumes": "其中至少一份未设期限。" },
    fingerprint: (hash) => `回执指纹：${hash}`,
    print: "打印",
    code: (code) => `简历 ${code}；此代码不指明任何人。`,
    changed: "此回执写入后在数据库中被改动过：指纹不符，请联系系统管理员。",
  },
});
