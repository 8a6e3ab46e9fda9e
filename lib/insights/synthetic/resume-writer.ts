/**
 * @file Invented rows → invented résumés: a name, posts whose years add up to what the row says, education; as Markdown that the
 * product's own reader understands. For demonstrations and load tests. Every résumé says that it is invented.
 */
import { createRng } from "../../core/rng";
import type { DataTable } from "../table/types";
import { careerColumns, resumeFacts, type ResumeFacts } from "./resume-facts";

export interface ResumeOptions {
  readonly language: "en" | "zh";
  readonly seed: number;
  /** "2026-11": the month that the present post runs to. */
  readonly month: string;
}

export interface InventedResume {
  readonly name: string;
  readonly markdown: string;
}

/** @returns one per row, the first `most`; empty when no column says what somebody does */
export function writeResumes(table: DataTable, most: number, options: ResumeOptions): InventedResume[] {
  const columns = careerColumns(table);
  if (!columns) return [];
  return Array.from({ length: Math.min(most, table.rows) }, (_, row) => writeResume(resumeFacts(columns, row), { ...options, seed: options.seed + 7919 * row }));
}

// prettier-ignore
const NAMES = {
  en: { first: ["Alva", "Bram", "Corin", "Delia", "Edda", "Fenn", "Greta", "Hollis", "Ines", "Jory", "Kezia", "Lorcan", "Maren", "Nils", "Odile", "Petra", "Quill", "Runa", "Soren", "Tamsin"], last: ["Ashgrove", "Birkmyre", "Coldwater", "Dunmore", "Elverson", "Fairholt", "Glasswright", "Harrowgate", "Inchmore", "Keldane", "Larkspur", "Millbank", "Northcote", "Oakhanger", "Penhallow", "Quarrier", "Ravensby", "Stillwater", "Thornleigh", "Wexcombe"] },
  zh: { first: ["向晚", "知秋", "望舒", "听澜", "景行", "若谷", "怀瑾", "清和", "予安", "行远", "思齐", "南星"], last: ["云", "江", "柏", "简", "言", "岳", "舒", "沐", "凌", "秦"] },
} as const;
const EMPLOYERS = { en: ["Harbour & Hale", "Northlight Works", "Brightwater Group", "Fenmark Systems", "Oldbridge Services", "Kestrel & Co."], zh: ["澄江实业", "远岸科技", "明川集团", "启衡服务", "望海制造", "青禾商贸"] } as const;
const DEGREES: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = { 1: { en: "School leaving certificate", zh: "高中" }, 2: { en: "College diploma", zh: "大专" }, 3: { en: "Bachelor", zh: "本科" }, 4: { en: "Master", zh: "硕士" }, 5: { en: "Doctorate", zh: "博士" } };
// prettier-ignore
const WORDS = {
  en: { invented: "Invented from the statistics of a table; nobody has this career.", profile: "Profile", experience: "Experience", education: "Education", now: "present", years: (n: number) => `${n} ${n === 1 ? "year" : "years"} of work`, here: (n: number) => `${n} with the present employer`, department: (name: string) => `Department: ${name}`, in: (degree: string, field: string) => `${degree}, ${field}` },
  zh: { invented: "根据数据表的统计特征虚构，不对应任何人。", profile: "个人简介", experience: "工作经历", education: "教育经历", now: "至今", years: (n: number) => `工作 ${n} 年`, here: (n: number) => `现单位 ${n} 年`, department: (name: string) => `部门：${name}`, in: (degree: string, field: string) => `${field}，${degree}` },
} as const;

/** Age at which a working life begins, for the year of the degree. */
const YEARS_OF_STUDY = 1;

export function writeResume(facts: ResumeFacts, { language, seed, month }: ResumeOptions): InventedResume {
  const random = createRng(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const [words, names] = [WORDS[language], NAMES[language]];
  const [first, last] = [pick(names.first), pick(names.last)];
  const name = language === "zh" ? `${last}${first}` : `${first} ${last}`;
  const posts = postsOf(facts, random);
  const employers = shuffledFrom(EMPLOYERS[language], random);
  let end = monthsOf(month);
  const experience = posts.map((years, at) => {
    const start = end - 12 * years;
    const line = `### ${facts.title}, ${employers[at % employers.length] ?? ""}\n${shown(start)} – ${at === 0 ? words.now : shown(end)}${facts.department && at === 0 ? `\n\n- ${words.department(facts.department)}` : ""}`;
    end = start;
    return line;
  });
  const degree = facts.degree === null ? null : (DEGREES[facts.degree]?.[language] ?? facts.degree);
  const education = [degree, facts.field].filter((part) => part !== null);
  const total = posts.reduce((sum, years) => sum + years, 0);
  const summary = [words.years(total), ...(posts.length > 1 ? [words.here(posts[0] ?? 0)] : [])].join(language === "zh" ? "，" : ", ");
  const sections = [
    `# ${name}\n${facts.title}\n\n> ${words.invented}`,
    `## ${words.profile}\n${summary}${language === "zh" ? "。" : "."}`,
    ...(total > 0 ? [`## ${words.experience}\n${experience.join("\n\n")}`] : []),
    ...(education.length > 0 ? [`## ${words.education}\n${degree !== null && facts.field !== null ? words.in(degree, facts.field) : education.join("")}, ${Math.floor(end / 12) - YEARS_OF_STUDY}`] : []),
  ];
  return { name, markdown: `${sections.join("\n\n")}\n` };
}

/** Years of each post, the present one first; they add up to the years in all. */
function postsOf({ yearsInAll, yearsHere, employersBefore }: ResumeFacts, random: () => number): number[] {
  const all = Math.max(yearsInAll ?? 0, yearsHere ?? 0);
  const here = yearsHere ?? all;
  const before = all - here;
  if (before === 0) return [here];
  const posts = Math.min(before, Math.max(1, employersBefore ?? 1), 6);
  const cuts = [0, ...Array.from({ length: posts - 1 }, () => random()).sort((a, b) => a - b), 1];
  // Every post has a year at least; what is left is shared out by the cuts.
  const spare = before - posts;
  const edges = cuts.map((cut) => Math.round(cut * spare));
  const earlier = edges.slice(1).map((edge, at) => 1 + edge - (edges[at] ?? 0));
  return here > 0 ? [here, ...earlier] : earlier;
}

function shuffledFrom<T>(list: readonly T[], random: () => number): T[] {
  return list.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at).map(({ one }) => one);
}

const monthsOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const shown = (months: number): string => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, "0")}`;
