/** @file Particulars of failures in recruiting work, in Chinese, for chinese-details-table.ts. */
type Rule = readonly [pattern: RegExp, chinese: string | ((...found: string[]) => string)];

export const CHINESE_RECRUITING: readonly Rule[] = [
  [/^This person has applied: export and erase their data from their application, or ask an HR lead\.$/, "此人已应聘：请在相应申请中导出和抹除其数据，或请人力资源主管处理。"],
  [/^“(.+)” is in the list already\.$/, (text) => `“${text}”已在列表中。`],
  [/^“(.+)” says nothing that a résumé could show\. Name a skill, a language, a degree or years\.$/, (text) => `“${text}”不是简历能体现的内容。请写明技能、语言、学历或年限。`],
  [/^“(.+)” is not proposed any more: it is known by now, or its correction was taken back\.$/, (words) => `不再提示“${words}”：它已被收录，或相应的更正已撤回。`],
  [/^No known skill stands beside “(.+)”: take it in as a skill of its own, or leave it\.$/, (words) => `“${words}”旁没有已知技能：请作为单独的技能采用，或不采用。`],
  [/^With this model an impact ratio of the company falls: these scores are not used\. An HR lead can use them with a written reason\.$/, "采用此模型后，公司的某项影响比率下降：未采用这些得分。人力资源主管写明理由后可以采用。"],
  [/^With this model an impact ratio of the company falls\. To use these scores all the same, write down why \(at least (\d+) characters\)\.$/, (n) => `采用此模型后，公司的某项影响比率下降。如仍要采用，请写明理由（至少 ${n} 个字符）。`],
  [/^The decisions suggest the weights that are in use already\.$/, "根据已有决定得出的权重与目前使用的相同。"],
  [/^These weights cannot be used: they make an impact ratio worse\. Lowest impact ratio of (.+) falls: (.+)\.$/, (category, told) => `这些权重不能采用：会使影响比率变差。${category} 的最低影响比率下降：${told}。`],
  [/^The gate did not find these weights better\. Write down why they should be used all the same\.$/, "检验未能证明这些权重更好。如仍要采用，请写明理由。"],
  [/^This version is in use already\.$/, "该版本已在使用。"],
];
