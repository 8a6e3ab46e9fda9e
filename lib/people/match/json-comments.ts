/**
 * @file JSON with comments → JSON: line and block comments and commas before a closing bracket become blanks, so that a
 * parser's positions stay right. Strings are left alone.
 */

/** @returns text of the same length */
export function stripComments(source: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, " ");
  const bare = source.replace(/"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, (match) => (match.startsWith('"') ? match : blank(match)));
  return bare.replace(/"(?:\\.|[^"\\\n])*"|,(?=\s*[}\]])/g, (match) => (match === "," ? " " : match));
}
