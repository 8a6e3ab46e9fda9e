/**
 * @file Lines that are headings by how they are written, whatever the format: Chinese chapter lines, and the
 * common test whether a short line reads like a title. Layout (size, bold) is judged by the format's extractor.
 */

const NUMERAL = "[一二三四五六七八九十百千零〇两\\d]+";
const CHAPTER = new RegExp(`^第\\s*${NUMERAL}\\s*(编|部分|章|节)(?=\\s|$|[^\\s，。；、的和至到])`);
const SENTENCE_END = /[.!?。！？；;，,]$/;

/** Longest heading in characters; statutes' chapter titles stay below 40, handbooks' below 90. */
const MAX_HEADING_CHARS = 90;
const MAX_CHINESE_HEADING_CHARS = 40;

/**
 * @param line one line, no white space at its ends
 * @returns 2 for 编/部分/章, 3 for 节; null when it is not such a heading (第…条, an article, never is)
 */
export function chineseChapterLevel(line: string): number | null {
  if (line.length > MAX_CHINESE_HEADING_CHARS || /[。；，：:]/.test(line)) return null;
  const match = CHAPTER.exec(line);
  if (!match) return null;
  return match[1] === "节" ? 3 : 2;
}

/** Short, has a letter, one line, and does not end like a sentence. Bold or large lines that pass are headings. */
export function readsLikeHeading(line: string): boolean {
  if (line.length > MAX_HEADING_CHARS || line.includes("\n")) return false;
  return /\p{L}/u.test(line) && !SENTENCE_END.test(line);
}

/** First line of a statute's article: 第…条. */
export const ARTICLE_START = new RegExp(`^第\\s*${NUMERAL}\\s*条(之${NUMERAL})?(?=[\\s　:：【（(]|$)`);

/** Section names of résumés, whole lines. The layout of many résumés marks them in no other way. */
const SECTION_NAMES = new Set(
  (
    "summary|professional summary|executive summary|career summary|career overview|executive profile|professional profile|profile|" +
    "objective|career objective|career focus|about me|highlights|core qualifications|qualifications|skill highlights|core strengths|" +
    "core competencies|areas of expertise|skills|technical skills|key skills|experience|work experience|professional experience|" +
    "work history|employment history|employment|relevant experience|other experience|education|education and training|" +
    "educational background|certifications|certificates|licenses|licenses and certifications|certifications and licenses|" +
    "accomplishments|achievements|awards|honors|honors and awards|awards and honors|publications|presentations|projects|" +
    "selected projects|languages|interests|hobbies|affiliations|professional affiliations|memberships|professional memberships|" +
    "volunteer experience|volunteer work|volunteering|community involvement|community service|activities|activities and honors|references|" +
    "additional information|personal information|contact|contact information|training|coursework|professional development|" +
    "military experience|research|research experience|teaching experience|leadership experience|internships|" +
    "个人信息|基本信息|个人简介|个人总结|自我评价|自我介绍|求职意向|求职目标|工作经历|工作经验|职业经历|实习经历|项目经历|项目经验|教育经历|" +
    "教育背景|学历|专业技能|技能|技能特长|职业技能|证书|资格证书|荣誉奖项|获奖情况|获奖经历|语言能力|兴趣爱好|培训经历|校园经历|社会实践|联系方式|其他信息"
  ).split("|"),
);

/** True when the whole line is the name of a résumé's section; a colon behind it does not matter. */
export function isSectionName(line: string): boolean {
  return SECTION_NAMES.has(
    line
      .toLowerCase()
      .replace(/\s*[:：]$/, "")
      .replace(/&/g, "and")
      .replace(/\s+/g, " ")
      .trim(),
  );
}
