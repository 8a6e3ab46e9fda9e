/**
 * @file What would make a plan possible, in Chinese: the English sentence of lib/growth/plan (relax.ts, first-step.ts) taken
 * apart and said again. An error carries one language; a preview carries both, and the two say the same (growth tests compare).
 */
type Rule = readonly [pattern: RegExp, chinese: (...found: string[]) => string];

const NAMES: Readonly<Record<string, string>> = { English: "英语", Chinese: "中文", Dutch: "荷兰语", German: "德语", courses: "课程", projects: "实践项目", certificates: "认证", mentoring: "带教", reading: "自学阅读" };
const named = (list = ""): string => list.split(" and ").map((name) => NAMES[name] ?? name).join("和");

const PARTS: readonly Rule[] = [
  [/^([\d.]+) hours? a week instead of ([\d.]+)$/, (to, from) => `每周学习 ${to} 小时，而不是 ${from} 小时`],
  [/^(\S+) as the deadline, (\d+) weeks? later$/, (to, weeks) => `把截止日期推迟 ${weeks} 周，到 ${to}`],
  [/^a budget of (\S+) (\S+) instead of (\S+)$/, (currency, to, from) => `经费 ${to} ${currency}，而不是 ${from} ${currency}`],
  [/^courses in (.+) as well$/, (names) => `也接受${named(names)}课程`],
  [/^travelling to sessions in (.+)$/, (sites) => `可以到 ${sites.replaceAll(", ", "、")} 上课`],
  [/^taking (.+) after all$/, (titles) => `不再排除${titles.replaceAll("”, “", "”、“")}`],
  [/^a course, project or mentor for (.+): the catalogue has none that reaches the level$/, (skill) => `课程库里没有能让“${skill}”达标的内容，需要补充课程、项目或导师`],
  [/^a date for “(.+)” that lies ahead and whose prerequisites can be met$/, (title) => `“${title}”没有可参加的场次，或先修条件无法满足`],
  [/^closing (\S+) % of what is asked for instead of (\S+) %: more is not in the catalogue$/, (most, asked) => `目标改为达到 ${most}%，而不是 ${asked}%：课程库最多只能做到这些`],
  [/^(.+) as well$/, (names) => `也安排${named(names)}`],
];

function partOf(english: string): string {
  for (const [pattern, chinese] of PARTS) {
    const found = pattern.exec(english);
    if (found) return chinese(...found.slice(1));
  }
  return english;
}

const ALL = "all of these together: ";
/** Ways that are each enough, or one that takes everything named. */
function ways(list = ""): { readonly together: boolean; readonly text: string } {
  const together = list.startsWith(ALL);
  const text = together ? list.slice(ALL.length).split("; ").map(partOf).join("；") : list.split(", or with ").map(partOf).join("；或者");
  return { together, text };
}

export const CHINESE_RELAXATIONS: readonly Rule[] = [
  [/^No plan fulfils all of this\. It would work with (.+)\.$/, (list) => `没有计划能同时满足这些条件。可行的办法：${ways(list).together ? "需同时做到：" : ""}${ways(list).text}。`],
  [/^Within these limits no step brings you closer\. A first step becomes possible with (.+)\.$/, (list) => `在这些条件下，还没有能让您更接近目标的步骤。${ways(list).together ? "同时满足以下条件" : "满足以下任一条件"}，就可以迈出第一步：${ways(list).text}。`],
];
