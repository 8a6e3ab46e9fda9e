/** @file Words of a receipt of erasure, wherever it is shown. */
import { defineWords } from "../language/define-words";
import { count, digits } from "../words";

export const RECEIPT = defineWords({
  en: {
    receipt: "Receipt of erasure",
    clean: "Everything was searched again; nothing was found.",
    unclean: "Something was found when everything was searched again. Tell your administrator.",
    place: "Place",
    /** Tables by what they hold; one that is not named here is shown by its own name. */
    places: { documents: "résumé", document_texts: "text of the résumé", document_acl: "who may read it", document_terms: "terms of the document", chunks: "passages", vectors: "vectors of passages", jobs: "work on the file", resume_keys: "keys to find the same person", resume_profiles: "profile", person_links: "same-person decisions", applications: "applications", application_scores: "scores", application_notes: "notes", application_events: "steps and decisions", shortlist_entries: "shortlists", shortlist_answers: "hiring managers’ answers", saved_search_hits: "hits of saved searches", messages: "answers and cards in chats", feedback: "ratings", conversations: "chats", "answers naming them": "answers naming them", "titles of chats": "titles of chats", "search index": "search index" },
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
    places: { documents: "简历", document_texts: "简历文本", document_acl: "阅读权限", document_terms: "文件期限", chunks: "段落", vectors: "段落向量", jobs: "文件处理任务", resume_keys: "同一人比对码", resume_profiles: "档案", person_links: "同一人判定", applications: "申请", application_scores: "得分", application_notes: "备注", application_events: "阶段与决定", shortlist_entries: "入围记录", shortlist_answers: "用人经理答复", saved_search_hits: "保存搜索的命中", messages: "对话中的答案与卡片", feedback: "评价", conversations: "对话", "answers naming them": "提及姓名的答案", "titles of chats": "对话标题", "search index": "检索索引" },
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
