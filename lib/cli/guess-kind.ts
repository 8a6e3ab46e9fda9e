/**
 * @file Which kind of document a file of a plain folder is, when nobody said: by the folders' names, then by the section
 * titles that résumés have. Used by throw-away stores only; ingestion is always told the kind.
 */
import type { DocumentKind } from "../core/types";

const FOLDERS: readonly (readonly [DocumentKind, RegExp])[] = [
  ["resume", /^(resumes?|r[eé]sum[eé]s|cvs?|candidates?|people|简历|候选人)$/i],
  ["job", /^(jobs?|openings?|vacancies|职位|岗位)$/i],
  ["course", /^(courses?|trainings?|课程|培训)$/i],
  ["policy", /^(polic(y|ies)|handbook|docs|制度|政策)$/i],
];
/** Each matches a whole line. */
const RESUME_SECTIONS = [
  /^\W*(professional |work |employment |relevant )?(experience|history|employment)\W*$/im,
  /^\W*education( and training| & training)?\W*$/im,
  /^\W*(key |core |technical |professional )?(skills|highlights|competencies)\W*$/im,
  /^\W*((professional |executive |career )?(summary|profile|objective)|summary of qualifications)\W*$/im,
  /^\W*(工作经[历验]|工作履历|职业经历)\W*$/m,
  /^\W*(教育(背景|经历)|学历)\W*$/m,
  /^\W*(专业技能|技能(特长)?|个人技能)\W*$/m,
];

/** @param name path with forward slashes; the nearest telling folder wins; null when no folder tells */
export function kindOfPath(name: string): DocumentKind | null {
  for (const folder of name.split("/").slice(0, -1).reverse()) {
    const told = FOLDERS.find(([, rule]) => rule.test(folder));
    if (told) return told[0];
  }
  return null;
}

/** A résumé when at least two of its usual sections are there; else a policy. */
export function kindOfText(text: string): DocumentKind {
  return RESUME_SECTIONS.filter((rule) => rule.test(text)).length >= 2 ? "resume" : "policy";
}
