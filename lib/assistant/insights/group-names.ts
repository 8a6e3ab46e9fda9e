/**
 * @file Is a group of a table (a department, a site, a channel) named in a question? By its own words, not by what they mean beside a
 * name ("how do people feel" is not about the department People); and by the usual name of the department in the other language.
 */

/** Words of names that questions also have without meaning the group. */
const EVERYDAY = new Set(["people", "drive", "test", "staff", "team", "group", "work", "human", "general", "other", "management", "support", "service", "quality", "product", "business", "office", "new", "all"]);
/** Said before a name. */
const BEFORE = String.raw`(?:in|of|for|at|from|within|among|leave|leaves|leaving|left|quit|quitting|does|do|is|are|has|have|will|can|than|about|on)\s+(?:the\s+|our\s+)?`;

/** Chinese ↔ English, as departments are usually called. */
const DEPARTMENTS: readonly (readonly [chinese: RegExp, english: RegExp])[] = [
  [/现场服务|售后/, /\bfield service\b|\bafter.?sales\b/i],
  [/客服|客户服务|客户支持|支持部/, /\bsupport\b|\bcustomer (?:service|care)\b/i],
  [/质量部|质量管理部|品质部|品保|质检/, /\bquality\b/i],
  [/财务/, /\bfinance\b|\baccounting\b/i],
  [/人力资源|人事部|人事处/, /^[Pp]eople$|\bpeople (?:department|team)\b|\bhuman resources\b|\bHR\b/],
  [/信息技术|信息部|IT ?部/i, /\bIT\b|\binformation technology\b/],
  [/供应链/, /\bsupply chain\b/i],
  [/采购部/, /\bpurchasing\b|\bprocurement\b/i],
  [/销售/, /\bsales\b/i],
  [/市场部/, /\bmarketing\b/i],
  [/研发/, /\bresearch\b|\bR&D\b|\bdevelopment\b/i],
  [/设计部|工程设计/, /\bdesign\b/i],
  [/控制|软件/, /\bcontrols\b|\bsoftware\b/i],
  [/铸造|机加工/, /\bfoundry\b|\bmachining\b/i],
  [/装配/, /\bassembly\b/i],
  [/测试部|调试/, /\btest(?:ing)?\b|\bcommissioning\b/i],
  [/生产部|制造部/, /\bproduction\b|\bmanufacturing\b/i],
  [/物流|仓储/, /\blogistics\b|\bwarehouse\b/i],
  [/安全部|安环|环境健康安全/, /\bsafety\b|\bEHS\b/i],
  [/管理层/, /^management$/i],
  [/法务/, /\blegal\b/i],
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/**
 * @param name of a column's value, as the table has it
 * @returns true when the question names it: a word of at least three letters (two characters in Chinese), two capitals ("IT")
 */
export function isNamedIn(question: string, name: string): boolean {
  if (DEPARTMENTS.some(([chinese, english]) => (chinese.test(question) && english.test(name)) || (english.test(question) && chinese.test(name)))) return true;
  const parts = name.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  if (parts.length > 1 && question.toLowerCase().includes(name.toLowerCase())) return true;
  return parts.some((part) => {
    if (/\p{Script=Han}/u.test(part)) return part.length >= 2 && question.includes(part);
    if (part.length < 3) return /^\p{Lu}{2}$/u.test(part) && new RegExp(String.raw`\b${part}\b`).test(question);
    const stem = escaped(part.replace(/s$/i, ""));
    if (!EVERYDAY.has(part.toLowerCase())) return new RegExp(String.raw`(?<!\p{L})${stem}`, "iu").test(question);
    // A word of every day is the group where it is all of its name and stands as one: "in People", "the people team", "in support".
    return parts.length > 1 ? isHeadOf(part, parts, question) : isWholeName(part, question);
  });
}

const isWholeName = (name: string, question: string): boolean =>
  new RegExp(String.raw`\b${escaped(name)} (?:department|team|function)\b`, "i").test(question) || (new RegExp(String.raw`\b${BEFORE}${escaped(name)}\b`, "i").test(question) && (name.toLowerCase() !== "people" || /\S\s+People\b/.test(question)));

/** "support" for "Customer Support": the name's last word after "in", "of", "for", or written as a name within the question. */
function isHeadOf(part: string, parts: readonly string[], question: string): boolean {
  if (part !== parts.at(-1) || part.toLowerCase() === "people") return false;
  return new RegExp(String.raw`\b(?:in|of|for|at|from|within)\s+(?:the\s+|our\s+)?${escaped(part)}\b`, "i").test(question) || new RegExp(String.raw`\S\s+${escaped(part)}\b`).test(question);
}

/** Not names of groups after "in", "of" or "for". */
const NO_GROUP = /^(?:next|last|this|coming|the (?:next|last|coming|company|whole|exit|survey|future|year|quarter|month|winter|summer)|general|total|future|q\d|\d|20\d\d|months?|years?|quarters?|everyone|everybody|all|us|our (?:people|company|staff|employees)|people|staff|employees|training|overtime|results?|performance|ratings?|points|hours|absence|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|detail|percent|terms|fact|particular)\b/i;

/** What a question calls its group, where it seems to name one: "in support", "of the foundry", "客服部". Null: it asks of everybody. */
export function groupAskedFor(question: string): string | null {
  const chinese = /([\p{Script=Han}A-Za-z]{2,8}?(?:部门|部|组|团队|车间))/u.exec(question)?.[1]?.replace(/^(?:请问|为什么|怎么|下季度|上季度|今年|明年|本)+/u, "");
  if (chinese !== undefined) return /^(?:哪|各|每|什么|所有|全|我们|我|你们|他们|这个|那个|内|外|大|一)/u.test(chinese) || chinese.length < 2 ? null : chinese;
  for (const [, found = ""] of question.matchAll(/\b(?:in|of|for|at|within)\s+((?:the |our )?[\p{L}&][\p{L}& -]{1,40}?)(?=\s*(?:[?.!,]|$)|\s+(?:next|this|over|until|by|forecast|foreseen|expected|looking|going|likely|to)\b)/giu)) {
    if (!NO_GROUP.test(found)) return found.replace(/^(?:the|our)\s+/i, "").trim();
  }
  return null;
}
