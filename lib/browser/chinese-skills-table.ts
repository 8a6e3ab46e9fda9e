/** @file What is wrong with a table of company skills, in Chinese, line by line, for chinese-details-table.ts. */
type Rule = readonly [pattern: RegExp, chinese: string | ((...found: string[]) => string)];

const COLUMN: Readonly<Record<string, string>> = { parent: "上级", related: "相关", aliases: "其他名称", name: "名称" };
const column = (name: string): string => COLUMN[name] ?? name;

const LINES: readonly (readonly [RegExp, (...found: string[]) => string])[] = [
  [/^Nothing was imported\. Correct these:$/, () => "未导入任何内容。请更正："],
  [/^"(.+)", (\w+): there is no skill "(.+)"$/, (row, what, name) => `“${row}”，${column(what)}：没有技能“${name}”`],
  [/^"(.+)", (\w+): a skill cannot be its own \w+$/, (row, what) => `“${row}”，${column(what)}：技能不能指向自身`],
  [/^"(.+)", aliases: "(.+)" is a name of "(.+)" already$/, (row, alias, owner) => `“${row}”，其他名称：“${alias}”已是“${owner}”的名称`],
  [/^"(.+)", parent: its parents lead back to it$/, (row) => `“${row}”，上级：上级关系形成循环`],
  [/^line (\d+): (\d+) cells for (\d+) columns.*$/, (line, cells, columns) => `第 ${line} 行：有 ${cells} 格，而列数为 ${columns}；含逗号的内容请加引号`],
  [/^line (\d+), name: the English name is missing$/, (line) => `第 ${line} 行：缺少英文名称`],
  [/^line (\d+), name: "(.+)" has no letter or digit$/, (line, name) => `第 ${line} 行：“${name}”不含字母或数字`],
  [/^line (\d+), name: "(.+)" is on line (\d+) already$/, (line, name, first) => `第 ${line} 行：“${name}”已在第 ${first} 行出现`],
  [/^… and (\d+) more$/, (more) => `……另有 ${more} 处`],
];

function inChinese(line: string): string {
  for (const [pattern, chinese] of LINES) {
    const found = pattern.exec(line);
    if (found) return chinese(...found.slice(1));
  }
  return line;
}

export const CHINESE_SKILLS: readonly Rule[] = [
  [/^(Nothing was imported\. Correct these:\n[^]+)$/, (all) => all.split("\n").map(inChinese).join("\n")],
  [/^The first line must name the columns: (.+) \(only name must be there\)\. Found: unknown column (.+)\.$/, (columns, unknown) => `首行应为列名：${columns}（只有 name 必填）。未知的列：${unknown}。`],
  [/^The first line must name the columns: (.+) \(only name must be there\)\. Found: no column "name"\.$/, (columns) => `首行应为列名：${columns}（只有 name 必填）。缺少 name 列。`],
  [/^The table holds no skill below its first line\.$/, "首行之下没有技能。"],
];
