/**
 * @file A document's title when its text names none: the file name, tidied.
 */

/** Names that say nothing; the folder's name is taken instead. */
const NAMELESS = /^(_?index|readme|untitled|document|新建文档)$/i;

/** `hr/Leave_of-absence.md` → "Leave of absence"; `benefits/README.md` → "benefits". Never empty. */
export function titleFromFileName(fileName: string): string {
  const parts = fileName.split(/[\\/]+/).filter((part) => part !== "");
  const base = (parts.at(-1) ?? fileName).replace(/\.[A-Za-z0-9]{1,8}$/, "");
  const folder = parts.at(-2);
  const chosen = NAMELESS.test(base) && folder && !folder.startsWith(".") ? folder : base;
  return chosen.replace(/[_\s]+|(?<=\w)-+(?=\w)/g, " ").trim() || fileName;
}
