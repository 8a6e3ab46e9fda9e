/**
 * @file The id of a skill, made from its English name: "C++" → "c-plus-plus", ".NET" → "dot-net".
 */

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\+/g, " plus "],
  [/#/g, " sharp "],
  [/&/g, " and "],
  [/^\./g, "dot "],
  [/['’]/g, ""],
];

/** @returns lower-case letters, digits and hyphens; letters of other scripts stay */
export function skillSlug(name: string): string {
  const spelled = SIGNS.reduce((text, [sign, word]) => text.replace(sign, word), name.normalize("NFKC").toLowerCase());
  return spelled
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}
