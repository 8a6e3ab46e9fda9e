/**
 * @file Invented résumés for the match tests: one content, written in several ways (order of sections, bullets, wording
 * of dates, Markdown or plain text), with everything about who the person is exchangeable. English and Chinese.
 */
import * as fc from "fast-check";

export interface Who {
  /** As the header has it. */
  readonly name: string;
  /** As the body calls them. */
  readonly called: string;
  readonly email: string;
  readonly gender: string;
  readonly age: number;
  readonly born: string;
  readonly nationality: string;
  readonly address: string;
  readonly marital: string;
  readonly pronoun: "he" | "she" | "they";
  readonly graduated: number;
}

export interface Job {
  readonly title: string;
  readonly organisation: string;
  readonly from: number;
  readonly years: number;
  readonly lines: readonly string[];
}

export interface Content {
  readonly language: "en" | "zh";
  readonly headline: string;
  readonly skills: readonly string[];
  readonly jobs: readonly Job[];
  readonly degree: string;
  readonly languages: string;
}

export interface Layout {
  /** Order of the sections: any permutation of 0–3. */
  readonly order: readonly number[];
  readonly format: "markdown" | "text";
  readonly bullet: "-" | "•" | "*";
  readonly skillsAs: "line" | "list";
  readonly photo: boolean;
}

const PEOPLE_EN: readonly Who[] = [
  { name: "Maren Holt", called: "Maren", email: "maren.holt@example.test", gender: "Female", age: 29, born: "3 May 1997", nationality: "British", address: "14 Canal Row, Leeds, LS1 4AB", marital: "Single", pronoun: "she", graduated: 2019 },
  { name: "Tobias Achterberg", called: "Tobias", email: "t.achterberg@example.test", gender: "Male", age: 58, born: "12 January 1968", nationality: "Dutch", address: "Havenstraat 3, Rotterdam, Netherlands", marital: "Married", pronoun: "he", graduated: 1990 },
  { name: "Oluwaseun Adeyemi", called: "Oluwaseun", email: "o.adeyemi@example.test", gender: "Male", age: 41, born: "30 November 1984", nationality: "Nigerian", address: "Flat 9, 2 Mill Lane, Sheffield", marital: "Divorced", pronoun: "they", graduated: 2007 },
  { name: "MARK HOLT", called: "Mark", email: "m.holt@example.test", gender: "Male", age: 33, born: "1 June 1992", nationality: "British", address: "2 Weir Street, Derby", marital: "Married", pronoun: "he", graduated: 2014 },
  { name: "Anne-Marie Dubois-Keller", called: "Marie", email: "am.dubois@example.test", gender: "Female", age: 47, born: "9 March 1979", nationality: "French", address: "5 Quai Neuf, Lyon, France", marital: "Widowed", pronoun: "she", graduated: 2001 },
  { name: "van der Berg, Jan", called: "Jan van der Berg", email: "j.vdberg@example.test", gender: "Male", age: 52, born: "2 April 1974", nationality: "Dutch", address: "Kade 8, Delft, Netherlands", marital: "Married", pronoun: "he", graduated: 1997 },
  { name: "José “Pepe” Müller", called: "Pepe Mueller", email: "pepe@example.test", gender: "Male", age: 38, born: "8 August 1987", nationality: "Spanish", address: "3 Lock Lane, Hull", marital: "Single", pronoun: "he", graduated: 2010 },
  { name: "JULIA SMIT (she/her)", called: "Julia", email: "julia@example.test", gender: "Female", age: 36, born: "8 August 1989", nationality: "Polish", address: "3 Lock Lane, Hull", marital: "Single", pronoun: "she", graduated: 2012 },
];
const PEOPLE_ZH: readonly Who[] = [
  { name: "陈雨桐", called: "陈雨桐", email: "yutong.chen@example.test", gender: "女", age: 28, born: "1998年5月", nationality: "中国", address: "苏州市吴中区运河路14号", marital: "未婚", pronoun: "she", graduated: 2020 },
  { name: "欧阳建国", called: "欧阳建国", email: "jg.ouyang@example.test", gender: "男", age: 55, born: "1971年11月", nationality: "新加坡", address: "上海市浦东新区闸北路3号", marital: "已婚", pronoun: "he", graduated: 1993 },
  { name: "李明（Li Ming）", called: "Li Ming", email: "lm@example.test", gender: "男", age: 41, born: "1985年2月", nationality: "中国", address: "南京市玄武区珠江路2号", marital: "已婚", pronoun: "he", graduated: 2007 },
  { name: "Wang Fang 王芳", called: "王芳", email: "wf@example.test", gender: "女", age: 35, born: "1990年7月", nationality: "中国", address: "无锡市滨湖区湖滨路9号", marital: "离异", pronoun: "she", graduated: 2012 },
];
export const peopleOf = (language: Content["language"]): readonly Who[] => (language === "zh" ? PEOPLE_ZH : PEOPLE_EN);

const JOBS_EN: readonly Omit<Job, "from" | "years">[] = [
  { title: "PLC Programmer", organisation: "Northgate Sluices", lines: ["Programmed Siemens PLC controls for twelve lock gates", "Commissioned SCADA screens on site"] },
  { title: "Automation Engineer", organisation: "Pennine Pumps", lines: ["Designed control panels and wrote test reports", "Led a team of four technicians"] },
  { title: "Maintenance Technician", organisation: "Harbour Freight Cranes", lines: ["Repaired hydraulic power packs", "Kept the spare parts inventory"] },
  { title: "Payroll Analyst", organisation: "Dry Dock Retail", lines: ["Ran monthly payroll for 900 employees", "Reconciled tax returns in Excel"] },
];
const JOBS_ZH: readonly Omit<Job, "from" | "years">[] = [
  { title: "自动化工程师", organisation: "北闸水利设备有限公司", lines: ["负责西门子PLC编程与现场调试", "编写船闸控制系统的测试报告"] },
  { title: "电气工程师", organisation: "运河重工有限公司", lines: ["设计电控柜并绘制电气图纸", "带领四名技术员完成安装"] },
  { title: "采购专员", organisation: "港湾起重机有限公司", lines: ["负责液压件采购与供应商谈判", "管理备件库存"] },
];
const SKILLS_EN = ["PLC", "SCADA", "AutoCAD", "Python", "SQL", "Excel", "Project management", "Hydraulics", "Payroll", "Welding"];
const SKILLS_ZH = ["PLC编程", "组态软件", "液压系统", "项目管理", "Excel", "电气图纸", "库存管理"];

/** Any order of n things. */
const permutation = (n: number): fc.Arbitrary<number[]> => fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n });

export function contents(language: Content["language"]): fc.Arbitrary<Content> {
  const [jobs, skills] = language === "zh" ? [JOBS_ZH, SKILLS_ZH] : [JOBS_EN, SKILLS_EN];
  return fc
    .record({
      chosen: fc.shuffledSubarray([...jobs], { minLength: 1, maxLength: 3 }),
      years: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 3, maxLength: 3 }),
      skills: fc.shuffledSubarray([...skills], { minLength: 1, maxLength: 6 }),
      degree: fc.constantFrom(...(language === "zh" ? ["电气工程 本科 水利大学"] : ["BSc in Electrical Engineering, Canal University", "Apprenticeship as an electrician, Lock College"])),
    })
    .map(({ chosen, years, skills: listed, degree }) => {
      let end = 2025;
      const dated = chosen.map((job, i) => ({ ...job, years: years[i] ?? 1, from: (end -= years[i] ?? 1) }));
      return { language, headline: dated[0]?.title ?? "", skills: listed, jobs: dated, degree, languages: language === "zh" ? "英语（流利）" : "English (native), German (B2)" };
    });
}

export const layouts: fc.Arbitrary<Layout> = fc.record({
  order: permutation(4),
  format: fc.constantFrom("markdown" as const, "text" as const),
  bullet: fc.constantFrom("-" as const, "•" as const, "*" as const),
  skillsAs: fc.constantFrom("line" as const, "list" as const),
  photo: fc.boolean(),
});
export const PLAIN_LAYOUT: Layout = { order: [0, 1, 2, 3], format: "markdown", bullet: "-", skillsAs: "list", photo: false };

const PRONOUN = { he: ["He", "his"], she: ["She", "her"], they: ["They", "their"] } as const;

/** One résumé as text. */
export function writeResume(content: Content, who: Who, layout: Layout): string {
  const zh = content.language === "zh";
  const heading = (text: string): string => (layout.format === "markdown" ? `## ${text}` : zh ? `【${text}】` : text.toUpperCase());
  const head = zh
    ? [layout.format === "markdown" ? `# ${who.name}` : who.name, `性别：${who.gender} | 年龄：${who.age}岁 | 出生年月：${who.born}`, `国籍：${who.nationality} | 婚姻状况：${who.marital}`, `地址：${who.address} | 邮箱：${who.email}`]
    : [layout.format === "markdown" ? `# ${who.name}` : who.name, `Gender: ${who.gender} | Age: ${who.age} | Date of birth: ${who.born}`, `Nationality: ${who.nationality} | Marital status: ${who.marital}`, `Address: ${who.address} | ${who.email}`];
  const photo = layout.photo ? [zh ? "照片：portrait.jpg" : "Photo: portrait.jpg"] : [];
  const [subject, possessive] = PRONOUN[who.pronoun];
  const pronoun = zh ? (who.pronoun === "he" ? "他" : "她") : subject;
  const voice = zh ? `${pronoun}擅长与同事协作并按时完成项目。${who.called}负责夜班排程。` : `${subject} is known for ${possessive} careful documentation of test results. ${who.called} plans the night shift.`;
  const sections = [
    [heading(zh ? "技能" : "Skills"), ...(layout.skillsAs === "line" ? [content.skills.join(zh ? "、" : ", ")] : content.skills.map((skill) => `${layout.bullet} ${skill}`))],
    [heading(zh ? "工作经历" : "Experience"), ...content.jobs.flatMap((job) => [zh ? `${job.organisation} ${job.title} ${job.from}年 - ${job.from + job.years}年` : `${job.title}, ${job.organisation} (${job.from} - ${job.from + job.years})`, ...job.lines.map((line) => `${layout.bullet} ${line}`), ""])],
    [heading(zh ? "教育经历" : "Education"), `${layout.bullet} ${content.degree} ${zh ? `${who.graduated}年毕业` : `(graduated ${who.graduated})`}`],
    [heading(zh ? "自我评价" : "Summary"), voice, `${layout.bullet} ${content.languages}`],
  ];
  const body = layout.order.flatMap((i) => [...(sections[i] ?? []), ""]);
  return [...head, ...photo, "", ...body].join("\n");
}

export const JOB_EN = `# Automation Engineer

## Requirements
- PLC programming (Siemens or Rockwell)
- SCADA
- At least 5 years as an automation engineer
- Bachelor's degree in Electrical Engineering
- German is a plus
- Hydraulics
- Project management, Excel
`;
export const JOB_ZH = `职位名称：自动化工程师

任职要求：
1. 本科及以上学历，电气工程相关专业
2. 5年以上自动化工程师工作经验
3. 熟悉西门子PLC编程
4. 熟悉液压系统者优先
5. 具备项目管理能力
6. 英语流利
`;
