/**
 * @file Names of roles and courses as words: what people call them instead ("purchasing", "team leader", "质检员") becomes
 * the word that titles use, so that a name is found however it is said. Both the name and the question pass through here.
 */

/** English words → the words of titles. Several words: both are meant. */
const SAID: Readonly<Record<string, string>> = {
  leader: "lead", foreman: "lead", forewoman: "lead", supervisor: "lead", chargehand: "lead", leading: "lead", purchaser: "buyer", purchasing: "buyer", procurement: "buyer", buying: "buyer",
  programmer: "engineer", developer: "engineer", engineering: "engineer", eng: "engineer", dev: "engineer", molder: "moulder", moulding: "moulder", tech: "technician", techie: "technician", sr: "senior", snr: "senior",
  admin: "administrator", sysadmin: "it administrator", accounting: "accountant", accounts: "accountant", hse: "ehs", safety: "ehs", hrbp: "hr partner", designer: "design engineer", tendering: "tender", bid: "tender",
  analytics: "analyst", management: "manager", machining: "machin", machinist: "machin", machine: "machin", tester: "test technician", assembler: "assembly technician", storekeeper: "warehouse operator", storeman: "warehouse operator", stores: "warehouse",
  inspector: "technician", modeller: "maker", patternmaker: "pattern maker", commissioner: "commissioning engineer", licence: "license", certificate: "certif", certification: "certif", hydraulics: "hydraulic", drawing: "drawings", services: "service",
};
const PASSED_OVER = new Set(["the", "a", "an", "of", "and", "for", "in", "to", "on", "with", "at", "that", "s", "your", "own", "one"]);

export interface SaidWord {
  readonly word: string;
  /** Place in the question, UTF-16. */
  readonly at: number;
}

/** Words of an English text in the form in which names are compared. */
export function englishWords(text: string): SaidWord[] {
  // "it" is a word, "IT" a department.
  const found = [...text.replace(/\bit\b(?! admin)/g, "_").toLowerCase().matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}+#]|[.&](?=[\p{L}\p{N}]))*/gu)].filter(([word]) => !/\p{Script=Han}/u.test(word));
  return found.flatMap((match) => {
    const word = match[0];
    if (PASSED_OVER.has(word)) return [];
    const said = SAID[word] ?? SAID[word.replace(/s$/, "")] ?? word;
    return said.split(" ").map((each) => ({ word: stem(each), at: match.index }));
  });
}

const stem = (word: string): string => (word.length > 4 ? word.replace(/(?:ies|es|s|y)$/, "") : word);

/** What Chinese titles call it, in the order in which it is replaced. */
const CHINESE_SAID: readonly (readonly [RegExp, string])[] = [
  [/班组长|工段长|线长|组长|带班的?(?=岗|$)|领班/g, "班长"],
  [/质检员|品检员|(?<!质量)检验员/g, "质量检验员"],
  [/品质|品保/g, "质量"],
  [/调机(?:工|员)/g, "调机师"],
  [/仓管员?|库管员?|仓库员/g, "仓库管理员"],
  [/仓库(?:的)?主管|仓储经理/g, "仓储主管"],
  [/采购(?:专员|岗|工程师)?(?!员|品)/g, "采购员"],
  [/hrbp|人事伙伴/g, "人力资源伙伴"],
  [/安全(?:员|专员)/g, "ehs专员"],
  [/安全经理/g, "ehs经理"],
  [/(?:cnc|数控)(?:操作工|操作员|技工)|机床工/g, "数控机工"],
  [/程序员|编程(?:工程师|员)/g, "工程师"],
  [/售后(?:服务)?/g, "现场服务"],
  [/技工|技师/g, "技术员"],
  [/标书经理|招投标经理/g, "投标经理"],
  [/(?:工资|薪资)(?:核算)?(?=专员)/g, "薪酬"],
  [/项目组长/g, "项目班长"],
];

/** A Chinese text without gaps, in the words of titles. */
export const chineseName = (text: string): string => CHINESE_SAID.reduce((said, [form, name]) => said.replace(form, name), text.toLowerCase().normalize("NFKC").replace(/\s+/g, ""));

/** A title's shorter forms, the whole first: without what stands in brackets, after a comma or colon; each half of "A与B主管". */
export function shortForms(name: string): { readonly text: string; readonly isWhole: boolean }[] {
  const bare = name.replace(/\s*[（(][^）)]*[）)]/gu, "").replace(/^(?:Practice: |实践：)/, "").trim();
  const head = bare.split(/[,:，：]/u)[0]?.trim() ?? bare;
  const halves = /^(\p{Script=Han}{2})[与和](\p{Script=Han}{2})(\p{Script=Han}{2,})$/u.exec(bare);
  const all = [bare, head, ...(halves ? [`${halves[1]}${halves[3]}`, `${halves[2]}${halves[3]}`] : [])].filter((text) => text.length > 1);
  return [{ text: name, isWhole: true }, ...[...new Set(all)].filter((text) => text !== name).map((text) => ({ text, isWhole: false }))];
}
