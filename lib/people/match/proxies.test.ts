/**
 * @file Proxies of protected attributes: words that tell sex, age, family or impairment reach no comparison, and the same
 * words about others, as work, stay evidence. Every case has both halves.
 */
import { describe, expect, it } from "vitest";
import { maskText } from "../blind/mask-text";
import { createTaxonomy } from "../taxonomy/create-taxonomy";
import { canonicalText, neutralText } from "./neutral-text";
import { readPlainResume } from "./plain-resume";
import { subjectOfDocument } from "./subject-of-profile";

const seen = (text: string) => canonicalText(neutralText(text, { name: null }));
const NOBODY = { name: null, contacts: [], personal: [] };

describe("reads the same with and without", () => {
  it.each([
    // Sex in the name of a school.
    ["BSc Chemistry, Milldale Women's College", "BSc Chemistry, Milldale College"],
    ["Milldale College for Women, 2010", "Milldale College"],
    ["A levels, Weir Hill Girls' School", "A levels, Weir Hill School"],
    ["A levels, Weir Hill Boys Grammar School", "A levels, Weir Hill Grammar School"],
    ["Dutch national, Java developer", "Java developer"],
    ["Dual US citizenship, Java developer", "Java developer"],
    ["Captain of the all-female robotics team", "Captain of the robotics team"],
    ["Captain of the all-male robotics team", "Captain of the robotics team"],
    ["运河女子学院 市场营销 本科", "运河学院 市场营销 本科"],
    ["运河女子师范大学 市场营销 本科", "运河师范大学 市场营销 本科"],
    // Fields.
    ["性别女，Java 开发", "Java 开发"],
    ["性别：女 Java 开发", "Java 开发"],
    ["性别 ： 男 Java 开发", "Java 开发"],
    ["Gender: F, Java developer", "Java developer"],
    ["Sex: male; Java developer", "Java developer"],
    // Age.
    ["2003年生，熟悉 Java", "熟悉 Java"],
    ["1990年5月出生，熟悉 Java", "熟悉 Java"],
    ["90后，熟悉 Java", "熟悉 Java"],
    ["95后女生，熟悉 Java", "熟悉 Java"],
    ["九零后，熟悉 Java", "熟悉 Java"],
    ["Born in 1990, Java developer", "Java developer"],
    ["Born in the late 80s, Java developer", "Java developer"],
    ["Java developer, born 12 May 1984", "Java developer"],
    // Marriage and children.
    ["丧偶，熟悉 Java", "熟悉 Java"],
    ["已婚未育，熟悉 Java", "熟悉 Java"],
    ["已婚已育，熟悉 Java", "熟悉 Java"],
    ["熟悉 Java，育有一子一女", "熟悉 Java"],
    ["二孩妈妈，熟悉 Java", "熟悉 Java"],
    ["两个孩子的妈妈，熟悉 Java", "熟悉 Java"],
    ["婚姻状况：丧偶 熟悉 Java", "熟悉 Java"],
    ["Widowed, Java developer", "Java developer"],
    ["Java developer, happily married", "Java developer"],
    ["Java developer, married with two children", "Java developer"],
    ["Java developer, mother of two", "Java developer"],
    ["Java developer, father of three young children aged 3, 5 and 7", "Java developer"],
    ["Java developer, mum-of-two", "Java developer"],
    ["Java developer | two children", "Java developer"],
    ["Java developer; marital status: widowed", "Java developer"],
    // Leave and time at home.
    ["Wrote Java after maternity leave", "Wrote Java"],
    ["Took paternity leave, wrote Java", "wrote Java"],
    ["休产假6个月，熟悉 Java", "熟悉 Java"],
    ["产假结束后，熟悉 Java", "熟悉 Java"],
    ["Housewife, Java courses", "Java courses"],
    ["Stay-at-home dad, Java courses", "Java courses"],
    ["全职妈妈，学习 Java", "学习 Java"],
    ["家庭主妇，学习 Java", "学习 Java"],
    // Impairment.
    ["Deaf | Java developer", "Java developer"],
    ["Java developer | wheelchair user", "Java developer"],
    ["Java developer; registered blind", "Java developer"],
    ["Java developer | profoundly deaf since birth", "Java developer"],
    ["Java developer; disability: hearing loss", "Java developer"],
    ["持残疾证二级，熟悉 Java", "熟悉 Java"],
    ["本人为听障人士，熟悉 Java", "熟悉 Java"],
  ])("%s", (told, plain) => {
    expect(seen(told)).toBe(seen(plain));
    expect(seen(plain), "what is left is evidence").not.toBe("");
  });

  it.each(["Deaf", "Wheelchair user", "Housewife", "Maternity leave", "Widowed", "Mother of two", "产假", "丧偶", "二孩", "90后", "2003年生", "全职妈妈", "听障人士", "性别：女", "Born in 1990", "Two children", "I am deaf"])("%s alone is no evidence", (text) => expect(seen(text).replace(/[^\p{L}\p{N}]/gu, "")).toBe(""));
});

describe("work with or for such people stays evidence, word for word", () => {
  it.each([
    "Wheelchair ramp design", "Designed a wheelchair with folding frame", "Controls for a wheelchair user", "Taught deaf children", "Sign language teacher at a school for the deaf", "Taught blind, deaf and autistic pupils", "Disability support worker", "Accessible design for disabled passengers", "Double-blind trials",
    "Administered maternity leave and sick pay", "Maternity leave policy for 900 employees", "Payroll for employees on maternity leave", "Midwife on the maternity ward", "Cared for two children with autism", "Taught two children with dyslexia", "Children's books editor", "Nursery for new-born babies", "Married couples' tax returns", "Single sign-on", "Single page applications", "Divorce and family law", "Women's health research", "Nurse, men's ward", "Sold to housewives and homemakers", "Engaged with suppliers", "Separated duties in finance", "Cleaner-born software", "Blind rivet assembly", "MS in Information Systems", "MS Office and Ms Excel", "Latency below 50 ms", "Ms Sql Server, Ms Sharepoint", "Kept pupils engaged", "Daily plans for children 5-12 years old", "Spanish national newspaper", "Conducted national campaigns", "Fostered citizenship", "World Heritage site",
    "面向90后消费者的品牌策划", "全面二孩政策研究", "办理产假审批与津贴", "负责员工休产假流程", "处理离婚案件", "单身公寓运营", "听障儿童康复教学", "无障碍轮椅坡道设计", "残疾人就业服务", "面向全职妈妈的课程", "宝妈社群运营", "女装销售", "女性健康产品经理", "产生于客户需求的改进", "上线5:00后的值守", "2003年生产主管", "新生儿护理",
  ])("%s", (text) => expect(seen(text).replace(/\s/g, "")).toBe(canonicalText(text.replace(/\d{4}年(?=生产)/, "")).replace(/\s/g, "")));
});

describe("blind mode covers what scoring takes out", () => {
  it.each([["Housewife and mother of two, widowed.", /Housewife|mother|two|widowed/], ["90后，2003年生，丧偶，二孩妈妈", /90|2003|丧偶|二孩|妈妈/], ["Java developer | wheelchair user", /wheelchair/], ["After maternity leave wrote Java", /maternity/]])("%s", (text, secret) => {
    const masked = maskText(text, NOBODY);
    expect(masked).toHaveLength(text.length);
    expect(masked).not.toMatch(secret);
  });

  it.each(["Taught deaf children; wheelchair ramp design\nMaternity ward", "办理产假审批与津贴\n面向90后消费者"])("%s stays", (text) => expect(maskText(text, NOBODY)).toBe(text));
});

describe("a whole résumé", () => {
  const taxonomy = createTaxonomy([{ id: "java", name: { en: "Java", zh: "Java" }, aliases: { en: [], zh: [] }, kind: "technology", parent: null, related: [] }]);
  const read = async (text: string) => subjectOfDocument(await readPlainResume(text), { taxonomy, asOf: "2026-03" });
  const EN = (school: string, more: string, line: string) => `# Kim Weir\n\nJava developer\n\n## Summary\n\n${more}Built payment systems in Java for banks and shops over many years.\n\n## Experience\n\n### Java developer, Quaywright (2015 – 2020)\n\n- ${line}\n\n## Education\n\nBSc Computing, ${school}, 2012\n`;
  const ZH = (school: string, more: string) => `# 沈若棠\n\nJava 开发工程师\n\n## 个人简介\n\n${more}负责银行支付系统的后端开发与维护工作。\n\n## 工作经历\n\n### Java 开发工程师 | 运河重工 | 2015.03 – 2020.05\n\n- 负责支付系统开发\n\n## 教育经历\n\n计算机 本科 ${school} 2012\n`;

  it("has the same fingerprint whoever it is of", async () => {
    const plain = (await read(EN("Milldale College", "", "Wrote Java services"))).fingerprint;
    for (const [school, more, line] of [["Milldale Women's College", "", "Wrote Java services"], ["Milldale College", "Mother of two. ", "Wrote Java services"], ["Milldale College", "Widowed. ", "Wrote Java services after maternity leave"], ["Milldale College", "I am deaf. ", "Wrote Java services"], ["Milldale College", "", "Wrote female Java services"]] as const) expect((await read(EN(school, more, line))).fingerprint, `${school} ${more}${line}`).toBe(plain);
    const chinese = (await read(ZH("运河学院", ""))).fingerprint;
    for (const [school, more] of [["运河女子学院", ""], ["运河学院", "90后，"], ["运河学院", "丧偶，二孩妈妈，"], ["运河学院", "2003年生，性别女，"]] as const) expect((await read(ZH(school, more))).fingerprint, `${school} ${more}`).toBe(chinese);
  });

  it.each(["Housewife", "Stay-at-home dad", "Homemaker", "Maternity leave", "全职妈妈"])("years as %s are a break: no post, no months", async (title) => {
    const text = (more: string) => `# Kim Weir\n\n## Experience\n\n### Java developer, Quaywright (2018 – 2020)\n\n- Wrote Java services\n\n${more}## Skills\n\nJava\n`;
    expect((await read(text(`### ${title} (2010 – 2017)\n\n`))).fingerprint).toBe((await read(text(""))).fingerprint);
  });
});
