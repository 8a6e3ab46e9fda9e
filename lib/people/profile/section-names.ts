/**
 * @file What the sections of résumés are called, English and Chinese. A rule set: names in full, then words that tell
 * the kind of an unknown heading.
 */
import { isJobTitle } from "../job-words";
import type { SectionKind } from "./types";

const NAMES: Readonly<Record<Exclude<SectionKind, "header">, string>> = {
  summary:
    "summary|professional summary|executive summary|career summary|summary of qualifications|qualifications summary|career overview|overview|professional overview|executive overview|executive profile|professional profile|career profile|personal profile|profile|about|about me|who i am|introduction|personal statement|career highlights|highlights of qualifications|professional highlights|background|professional background|in short|in brief|hello|" +
    "个人简介|个人总结|个人概述|个人评价|自我评价|自我介绍|自我描述|自我总结|个人优势|个人特点|职业概述|职业总结|简介|概述|关于我|优势|我的优势",
  objective:
    "objective|career objective|job objective|professional objective|career goal|career goals|career focus|goal|goals|looking for|what i am looking for|desired position|target|" +
    "求职意向|求职目标|职业目标|职业规划|应聘意向|期望职位|意向岗位",
  experience:
    "experience|experiences|work experience|working experience|professional experience|employment|employment history|employment experience|work history|career history|career|career experience|career record|professional history|professional background and experience|relevant experience|related experience|relevant work experience|other experience|additional experience|other work experience|previous experience|prior experience|past experience|industry experience|job experience|jobs|job history|positions held|posts held|appointments|assignments|work|work experience and internships|professional career|teaching experience|clinical experience|research experience|leadership experience|management experience|military experience|military service|military|internship|internships|internship experience|consulting experience|where i have worked|experience and internships|professional work experience|technical experience|selected experience|key experience|career progression|" +
    "工作经历|工作经验|工作履历|工作背景|职业经历|职业经验|职业履历|从业经历|任职经历|就业经历|主要工作经历|工作情况|实习经历|实习经验|实习|工作与实习经历|实习与工作经历|工作及实习经历|经历|履历|项目与工作|工作|干过的活|工作简历|实践经历|实践经验",
  projects:
    "projects|project|selected projects|key projects|project experience|personal projects|academic projects|relevant projects|major projects|project work|portfolio|selected work|" +
    "项目经历|项目经验|项目|主要项目|项目介绍|代表项目|项目案例|科研项目|科研经历",
  education:
    "education|education and training|education and credentials|education and qualifications|education and certifications|education and certification|education and professional development|education and honors|educational background|educational qualifications|educational history|academic background|academic qualifications|academic history|academics|academic credentials|education background|education history|formal education|degrees|study|studies|school|schooling|schools|university|college|academic profile|academic|" +
    "文化|文化程度|教育经历|教育背景|教育情况|教育|教育程度|学历|学历背景|学习经历|学业背景|教育与培训|教育及培训|求学经历|毕业院校",
  skills:
    "skills|skill|technical skills|key skills|core skills|professional skills|skill highlights|skills summary|summary of skills|skills and abilities|skills and qualifications|skills and competencies|skills and expertise|skills and tools|relevant skills|other skills|additional skills|computer skills|it skills|software skills|software|computer proficiency|technical proficiency|technical proficiencies|technical expertise|technical summary|technical knowledge|technologies|technology|technology skills|tools|tools and technologies|tech|tech stack|systems|knowledge|competencies|core competencies|key competencies|competences|core competences|areas of expertise|area of expertise|areas of knowledge|areas of strength|expertise|strengths|core strengths|key strengths|professional strengths|proficiencies|core qualifications|qualifications|key qualifications|professional qualifications|core capabilities|capabilities|abilities|specialties|specialities|specialty|highlights|skill set|skillset|key skills and competencies|management skills|equipment|machines|know-how|what i can do|what i know|methods|" +
    "技能|专业技能|职业技能|技能特长|技能专长|技能与特长|个人技能|掌握技能|技术栈|技术能力|专业能力|核心技能|核心能力|能力|能力专长|专长|特长|技能清单|专业特长|擅长|擅长领域|软件|软件技能|计算机能力|计算机技能|技能证书|技能与证书|技能及证书|会什么",
  languages: "languages|language|language skills|languages spoken|foreign languages|linguistic skills|language proficiency|语言|语言能力|语言技能|外语|外语能力|外语水平|语言水平",
  certifications:
    "certifications|certification|certificates|certificate|licenses|licences|license|licence|licenses and certifications|licenses and certificates|licences and certificates|certifications and licenses|certifications and training|certifications and credentials|professional certifications|professional licenses|professional licensure|licensure|credentials|professional credentials|tickets|papers|cards|permits|papers and tickets|certificates and licences|driving licence|driving licences|" +
    "证书|资格证书|资质证书|职业资格|资格|资质|执业资格|专业证书|所获证书|证书资质|证照|持证|资格认证|认证",
  awards:
    "awards|honors|honours|awards and honors|honors and awards|awards and recognition|awards and achievements|achievements|accomplishments|key accomplishments|professional accomplishments|key achievements|recognition|recognitions|honors and activities|scholarships|distinctions|selected accomplishments|career accomplishments|" +
    "荣誉|奖项|荣誉奖项|获奖|获奖情况|获奖经历|荣誉与奖项|所获荣誉|奖励|奖惩情况|成就|主要业绩|业绩",
  publications: "publications|selected publications|papers and publications|presentations|publications and presentations|presentations and publications|patents|research|conference presentations|论文|发表论文|出版物|学术成果|科研成果|专利|著作",
  training: "training|trainings|professional training|training and development|professional development|continuing education|courses|coursework|relevant coursework|relevant courses|course work|seminars|training and courses|workshops|additional training|military training|学习|培训|培训经历|培训经验|课程|主修课程|相关课程|进修|进修经历|继续教育",
  volunteering:
    "volunteer|volunteer experience|volunteer work|volunteering|volunteerism|volunteer activities|community|community involvement|community service|community engagement|community activities|civic activities|civic involvement|社会实践|志愿者|志愿者经历|志愿经历|志愿服务|公益|公益经历",
  interests: "interests|hobbies|hobbies and interests|interests and hobbies|personal interests|free time|leisure|activities|activities and honors|activities and interests|extracurricular activities|extracurriculars|兴趣|爱好|兴趣爱好|业余爱好|校园经历|校园活动|社团经历|校园实践",
  references: "references|referees|reference|recommendations|推荐人|证明人|references available upon request",
  personal:
    "personal|personal information|personal details|personal data|contact|contacts|contact information|contact details|contact me|how to reach me|address|particulars|personal particulars|" +
    "个人信息|基本信息|个人资料|基本资料|联系方式|个人情况|基本情况|联系信息|个人档案",
  other:
    "additional information|other|other information|miscellaneous|affiliations|professional affiliations|memberships|professional memberships|professional associations|associations|organizations|professional organizations|affiliations and memberships|security clearance|clearance|clearances|availability|work eligibility|eligibility|travel|note|notes|also|gap|gaps|me|additional|extra|further information|work authorization|salary|status|reason for leaving|why i write|learning|" +
    "其他|其它|其他信息|补充信息|备注|附加信息|社会职务|社会兼职|兼职|空窗期|说明",
};

const BY_NAME = new Map<string, SectionKind>(
  Object.entries(NAMES).flatMap(([kind, names]) => names.split("|").map((name): [string, SectionKind] => [name, kind as SectionKind])),
);

/** Names that are also ordinary words: only a heading or a line of its own in capitals counts. */
const NEEDS_HEADING = new Set(
  "work|jobs|career|study|studies|school|tech|tools|systems|software|also|me|gap|gaps|other|note|notes|background|about|hello|papers|cards|tickets|community|personal|research|learning|knowledge|training|target|goal|goals|project|portfolio|military|highlights|machines|equipment|methods|credentials|recognition|status|travel|university|college|academic|license|licence|certificate|language|skill|address|availability|additional|extra|salary|technology|technologies|courses|activities|achievements|publications|patents|internship|volunteer|in short|in brief|能力|工作|经历|软件|学习|教育|资格|优势|项目|语言|实习|荣誉|成就|业绩|认证|论文|专利|课程|培训|其他|其它|说明|备注|资质|持证|证照|公益|兼职|联系方式".split("|"),
);

/** For headings that the table does not hold; the first that fits counts. */
const WORDS: readonly (readonly [SectionKind, RegExp])[] = [
  ["references", /\b(?:references|referees)\b|推荐人/],
  ["volunteering", /\bvolunteer|community (?:service|involvement)|志愿|社会实践/],
  ["interests", /\b(?:interests|hobbies|extracurricular)\b|爱好|校园/],
  ["certifications", /\b(?:certifications?|certificates?|licen[sc]es?|licensure)\b|证书|资格/],
  ["languages", /\blanguages\b|语言|外语/],
  ["publications", /\b(?:publications|patents|presentations)\b|论文|专利/],
  ["awards", /\b(?:awards?|honou?rs|achievements|accomplishments|recognition)\b|荣誉|获奖|奖项/],
  ["projects", /\bprojects?\b|项目/],
  ["experience", /\b(?:experience|employment|work history|career history|internships?|positions? held)\b|经历|经验|履历|任职|干过/],
  ["education", /\b(?:education|educational|academic)\b|教育|学历|学习经历/],
  ["training", /\b(?:training|coursework|courses|professional development)\b|培训|课程/],
  ["skills", /\b(?:skills?|competenc(?:ies|es)|expertise|proficienc(?:y|ies)|strengths|technologies|qualifications|abilities|programs used)\b|技能|能力|特长|擅长/],
  ["summary", /\b(?:summary|profile|overview|about me|statement)\b|简介|评价|总结/],
  ["objective", /\bobjective\b|意向|目标/],
];
const MAX_WORDS = 6;
const MAX_HAN = 12;

export interface SectionName {
  readonly kind: SectionKind;
  /** The name stands in the table, not only a word of it. */
  readonly isExact: boolean;
  /** The name is an ordinary word too. */
  readonly needsHeading: boolean;
}

/** @param line a whole line or cell, as parseText gives it. @returns null when it names no section */
export function sectionName(line: string): SectionName | null {
  const name = fold(line);
  if (name === "" || name.length > 60) return null;
  const kind = BY_NAME.get(name) ?? bilingual(name);
  if (kind) return { kind, isExact: true, needsHeading: NEEDS_HEADING.has(name) };
  if (/\d|[.。!?！？,，;；]/.test(name) || name.split(" ").length > MAX_WORDS || isJobTitle(line)) return null;
  if (/\p{Script=Han}/u.test(name) && name.length > MAX_HAN) return null;
  const found = WORDS.find(([, pattern]) => pattern.test(name));
  return found ? { kind: found[0], isExact: false, needsHeading: true } : null;
}

/** 工作经历 Experience: either half tells. */
function bilingual(name: string): SectionKind | undefined {
  const han = name.replace(/[^\p{Script=Han}]+/gu, "");
  const latin = name.replace(/[\p{Script=Han}]+/gu, " ").replace(/\s+/g, " ").trim();
  return han !== "" && latin !== "" && !/\d/.test(name) ? (BY_NAME.get(han) !== undefined && BY_NAME.get(latin) !== undefined ? BY_NAME.get(han) : undefined) : undefined;
}

function fold(line: string): string {
  const spaced = /^(?:\p{L} ){3,}\p{L}$/u.test(line.trim()) ? line.replace(/ /g, "") : line;
  return spaced
    .toLowerCase()
    .replace(/&|\+/g, " and ")
    .replace(/^(?:[一二三四五六七八九十]{1,2}[、.]|\d{1,2}[.)、]?\s|[ivx]{1,4}\.)\s*/, "")
    .replace(/[【】[\]〔〕《》<>#*=_~|:：。.…–—-]+/g, " ")
    .replace(/\s*[/／]\s*/g, " and ")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
