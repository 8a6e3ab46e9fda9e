/** @file Words about a person's data where it does not hang on an application: export and erasure by the résumé. */
import { defineWords } from "../language/define-words";

export const HELD = defineWords({
  en: {
    title: "Their data",
    export: "Export everything held",
    erase: "Erase with a receipt …",
    byApplication: "They have applied: export and erasure are where each application is opened. HR leads find them here, too.",
    eraseTitle: (name: string) => `Erase ${name}?`,
    eraseSays: "Résumé, passages, vectors, profile, applications if there are any, and places in other people’s answers go for good. A receipt says what was searched afterwards and what must remain.",
    eraseAction: "Erase for good",
    erasing: "Erasing and searching again …",
  },
  zh: {
    title: "个人数据",
    export: "导出全部数据",
    erase: "抹除并出具回执…",
    byApplication: "此人已应聘：请在相应申请中导出和抹除。人力资源主管也可在此操作。",
    eraseTitle: (name) => `抹除 ${name} 的数据？`,
    eraseSays: "简历、段落、向量、档案、已有的申请，以及他人答案中出现的内容都将永久删除。系统会出具回执，说明事后检索了哪些位置、哪些内容必须保留。",
    eraseAction: "永久抹除",
    erasing: "正在抹除并重新检索…",
  },
});
