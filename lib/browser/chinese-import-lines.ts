/** @file What the server says about a line of an imported file (lib/server/growth: import-issues.ts, course-import.ts, role-import.ts), in Chinese. */
import type { Language } from "../core/types";

type Rule = readonly [pattern: RegExp, chinese: (...found: string[]) => string];

const listed = (names = ""): string => names.replaceAll(", ", "、");

const RULES: readonly Rule[] = [
  [/^skill not in the list: (.+)$/, (names) => `列表中没有技能：${listed(names)}`],
  [/^no role with the id (.+)$/, (ids) => `没有编号为 ${listed(ids)} 的岗位`],
  [/^id: give one of letters, digits and hyphens$/, () => "id：请填写由字母、数字和连字符组成的编号"],
  [/^skills: a role needs at least one known skill$/, () => "skills：岗位至少需要一项列表中的技能"],
  [/^(\S+): must be a number$/, (column) => `${column}：应为数字`],
  [/^(\S+): must be a whole number$/, (column) => `${column}：应为整数`],
  [/^(\S+): is missing$/, (column) => `${column}：缺少内容`],
  [/^(\S+): must be at least (.+)$/, (column, least) => `${column}：不得小于 ${least}`],
  [/^(\S+): must be more than (.+)$/, (column, least) => `${column}：须大于 ${least}`],
  [/^(\S+): must have at most (.+) letters$/, (column, most) => `${column}：不得超过 ${most} 个字符`],
  [/^(\S+): must be at most (.+)$/, (column, most) => `${column}：不得大于 ${most}`],
  [/^(\S+): must be one of (.+)$/, (column, values) => `${column}：只能是 ${listed(values)} 之一`],
  [/^(\S+): must be of lower case letters, digits and hyphens$/, (column) => `${column}：只能使用小写字母、数字和连字符`],
  [/^(\S+): cannot be read$/, (column) => `${column}：无法读取`],
];

/** Parts that no rule knows stay as they came. */
export function chineseLine(message: string): string {
  const parts = message.split("; ").map((part) => {
    for (const [pattern, chinese] of RULES) {
      const found = pattern.exec(part);
      if (found) return chinese(...found.slice(1));
    }
    return part;
  });
  return parts.join("；");
}

export const importLine = (message: string, language: Language): string => (language === "zh" ? chineseLine(message) : message);
