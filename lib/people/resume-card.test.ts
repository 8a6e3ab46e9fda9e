/**
 * @file Résumé cards: what is read, from where, and when nothing is.
 */
import { describe, expect, it } from "vitest";
import { createManualClock } from "../core/clock";
import { extractDocument } from "../knowledge/extract/extract-document";
import { coveredMonths, findDateRanges } from "./date-ranges";
import { isChineseName, isJobTitle } from "./job-words";
import { readResumeCard } from "./resume-card";

const clock = createManualClock(Date.UTC(2031, 5, 15)); // June 2031

async function card(source: string, name = "cv.md") {
  const document = await extractDocument(new TextEncoder().encode(source), name);
  const read = readResumeCard(document, clock);
  for (const field of [read.name, read.title, read.location]) {
    if (field) expect(document.text.slice(field.span.start, field.span.end).replace(/\s/g, "")).toBe(field.value.replace(/\s/g, ""));
  }
  const said = read.years && document.text.slice(read.years.span.start, read.years.span.end);
  return { name: read.name?.value ?? null, title: read.title?.value ?? null, location: read.location?.value ?? null, years: read.years?.value ?? null, said };
}

describe("readResumeCard", () => {
  it("reads an English header", async () => {
    const source = "# Maren Holt\n\nSenior Payroll Analyst\n\nLeeds, United Kingdom | maren.holt@example.test | +44 20 7946 0000\n\n## Summary\n\nPayroll analyst with more than 12 years of experience in retail.\n";
    expect(await card(source)).toEqual({ name: "Maren Holt", title: "Senior Payroll Analyst", location: "Leeds, United Kingdom", years: 12, said: "12 years of experience" });
  });

  it("reads a Chinese header, labelled and not", async () => {
    expect(await card("姓名：陈雨桐 性别：女\n\n求职意向：数据分析师\n\n现居住地：杭州\n\n## 自我评价\n\n拥有8年以上数据分析经验。")).toEqual({ name: "陈雨桐", title: "数据分析师", location: "杭州", years: 8, said: "8年以上数据分析经验" });
    expect(await card("# 赵 明\n\n人事经理\n\n上海市\n\n## 工作经历\n\n2019年3月至2021年2月 远帆物流")).toMatchObject({ name: "赵明", title: "人事经理", location: "上海市", years: 2 });
  });

  it("takes a first line in capitals as the title, never as the name", async () => {
    expect(await card("SALON DESIGNER\n\nSummary\n\nCreative person.\n", "cv.txt")).toMatchObject({ name: null, title: "SALON DESIGNER" });
    expect(await card("LEAD TELLER\nExperience\nLead Teller Jan 2020 to Dec 2021\nCompany Name City , State\n", "cv.txt")).toMatchObject({ name: null, title: "LEAD TELLER", location: null });
  });

  it("adds up dated jobs without counting overlaps twice, up to now for a job that goes on", async () => {
    const source = "# Ida Brandt\n\nida@example.test\n\n## Experience\n\nBuyer, Norrland Foods, 01/2020 – 12/2022\n\nAssistant, Norrland Foods, 07/2022 – 06/2023\n\nDriver, 06/2030 – present\n\n## Education\n\nBA, 2010 – 2014\n";
    // 36 + 6 months, and June 2030 to June 2031: 13 months; 55 / 12 = 4.6
    expect(await card(source)).toMatchObject({ years: 4.6, title: "Buyer", said: "01/2020 – 12/2022" });
  });

  it("says nothing when the text does not", async () => {
    expect(await card("Some notes about gardens and rivers.\n\nNothing about anyone, for 3 years now.")).toEqual({ name: null, title: null, location: null, years: null, said: null });
    expect(await card("# Annual report\n\nThe company grew.")).toMatchObject({ name: null, title: null });
  });
});

describe("rules", () => {
  it.each(["Software Engineer", "VP of Sales", "CHEF AND RESTAURANT MANAGER", "人事经理", "高级Java开发工程师"])("%s is a title", (text) => expect(isJobTitle(text)).toBe(true));
  it.each(["Harbour Freight", "Maren Holt", "I managed three teams and a manager.", "负责招聘工作的日常管理与协调事务以及其他很多事情"])("%s is not", (text) => expect(isJobTitle(text)).toBe(false));
  it.each([["欧阳小雨", true], ["陈晨", true], ["工作经历", false], ["产品经理", false], ["个人简历", false]])("%s as a name: %s", (text, expected) => expect(isChineseName(text)).toBe(expected));
  it("reads dates of many forms", () => {
    const months = (text: string) => findDateRanges(text).map((range) => (range.to ?? Infinity) - range.from);
    expect(months("Aug 2007 to July 2009")).toEqual([24]);
    expect(months("2015.03-2018.02")).toEqual([36]);
    expect(months("2015年3月至2016年2月")).toEqual([12]);
    expect(months("2010 – 2012")).toEqual([24]);
    expect(months("2019年6月至今")).toEqual([Infinity]);
    expect(months("2020 to 2018, call 2015-2016-77")).toHaveLength(1);
    expect(coveredMonths(findDateRanges("2010-2012 2011-2013 2020-2021"), 12 * 2031)).toBe(48);
  });
});
