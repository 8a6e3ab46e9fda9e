/**
 * @file Reading job descriptions: what is asked, in which words, must-have or nice to have; spans are slices of the text.
 */
import { describe, expect, it } from "vitest";
import { createTaxonomy } from "../taxonomy/create-taxonomy";
import type { Skill } from "../taxonomy/types";
import { checkRequirements, correctionsOf } from "./correct";
import { readRequirements } from "./read-requirements";
import type { Requirement } from "./types";

const skill = (id: string, en: string, zh: string, aliases: readonly string[] = []): Skill => ({ id, name: { en, zh }, aliases: { en: aliases, zh: [] }, kind: "technology", parent: null, related: [] });
const taxonomy = createTaxonomy([skill("plc", "PLC programming", "PLC编程", ["PLC"]), skill("siemens", "Siemens", "西门子"), skill("rockwell", "Rockwell", "罗克韦尔"), skill("python", "Python", "Python语言"), skill("sql", "SQL", "SQL语言"), skill("docker", "Docker", "容器"), skill("hydraulics", "hydraulics", "液压系统")]);

function read(text: string) {
  const job = readRequirements(text, { taxonomy });
  for (const { source, text: words } of job.requirements) if (source) expect(text.slice(source.start, source.end)).toBe(words);
  if (job.title) expect(text.slice(job.title.span.start, job.title.span.end)).toBe(job.title.text);
  return job;
}
const asked = (text: string) => read(text).requirements.map(({ kind, mustHave, any, text: words, years, level }) => [kind, mustHave, words, ...(kind === "skill" ? [any.join("|")] : []), ...(years === undefined ? [] : [years]), ...(level === undefined ? [] : [level])]);

describe("readRequirements", () => {
  it("asks for a language once, by whatever names, at the higher level, a must-have if either is", () => {
    expect(asked("Nice to have:\n- English\n\nRequirements:\n- English at C1\n- German")).toEqual([["language", true, "English", "c1"], ["language", true, "German"]]);
    expect(asked("必须具备\n- 用英文沟通\n- 英语读写").filter(([kind]) => kind === "language")).toEqual([["language", true, "英文"]]);
  });

  it("reads an English description with sections", () => {
    const text = `# Automation Engineer

## About us
We make canal locks and pay well. Five years in business.

## Responsibilities
- Program lock gates

## Requirements
- At least 5 years of experience as an automation engineer
- PLC programming (Siemens or Rockwell)
- Python, SQL and Docker
- Strong knowledge of hydraulics is required
- Bachelor's degree in Electrical Engineering or a related field
- Fluent German
- Ability to work at night without supervision

## Nice to have
- PMP
- Site experience with sluices
`;
    expect(asked(text)).toEqual([
      ["experience", true, "automation engineer", 5],
      ["skill", true, "PLC programming (Siemens or Rockwell)", "siemens|rockwell"],
      ["skill", true, "Python", "python"],
      ["skill", true, "SQL", "sql"],
      ["skill", true, "Docker", "docker"],
      ["skill", true, "hydraulics", "hydraulics"],
      ["education", true, "Bachelor's degree in Electrical Engineering", "bachelor"],
      ["language", true, "German", "fluent"],
      ["text", true, "work at night without supervision"],
      ["certificate", false, "PMP"],
      ["text", false, "Site experience with sluices"],
    ]);
    expect(read(text)).toMatchObject({ title: { text: "Automation Engineer" }, language: "en", warnings: [], duties: [{ text: "Program lock gates" }] });
  });

  it("reads a Chinese description", () => {
    const text = `职位名称：自动化工程师

岗位职责：
1. 负责船闸控制系统的编程

任职要求：
1、本科及以上学历，电气工程相关专业
2、5年以上自动化工程师工作经验
3、熟悉液压系统
4、熟悉西门子或罗克韦尔者优先
5、英语流利

福利待遇：
五险一金，3年调薪
`;
    expect(read(text)).toMatchObject({ title: { text: "自动化工程师" }, language: "zh", duties: [{ text: "负责船闸控制系统的编程" }] });
    expect(asked(text)).toEqual([
      ["education", true, "本科及以上学历，电气工程相关专业", "bachelor"],
      ["experience", true, "自动化工程师", 5],
      ["skill", true, "液压系统", "hydraulics"],
      ["skill", false, "西门子或罗克韦尔", "siemens|rockwell"],
      ["language", true, "英语", "流利"],
    ]);
  });

  it("reads what is said to be needed under other names, and no page's foot", () => {
    expect(asked("电控柜调试工程师\n\n必须具备\n\n- 熟悉液压系统\n\n优先考虑\n\n- 熟悉罗克韦尔\n\n电控柜调试工程师 | 第1页，共1页\n")).toEqual([["skill", true, "液压系统", "hydraulics"], ["skill", false, "罗克韦尔", "rockwell"]]);
    expect(read("Needed:\nRequirements\n- Python\n\nPython programmer · Page 1 of 2\n").requirements).toHaveLength(1);
  });

  it.each<[string, unknown[][]]>([
    ["You have five years of Python and speak German.", [["skill", true, "Python", "python", 5], ["language", true, "German"]]],
    ["We build locks with Docker, and we are looking for an engineer with 3+ years of Python.", [["skill", true, "Python", "python", 3]]],
    ["Fluent English is required; German would be nice.", [["language", true, "English", "fluent"], ["language", false, "German"]]],
    ["The ideal candidate has a degree in physics and at least four years of experience with SQL, ideally with Docker.", [["education", true, "a degree in physics", "bachelor"], ["skill", true, "SQL", "sql", 4], ["skill", false, "Docker", "docker"]]],
    ["You must hold a valid driving licence and be fluent in Dutch.", [["certificate", true, "driving licence"], ["language", true, "Dutch", "fluent"]]],
    ["We are seeking a nurse with 3 years of experience to work with our Python team.", [["experience", true, "3 years of experience", 3]]],
    ["The role requires SQL. The team uses Docker.", [["skill", true, "SQL", "sql"]]],
    ["我们是一家有20年经验的公司，使用Docker。你有五年Python经验，会说德语。", [["skill", true, "Python", "python", 5], ["language", true, "德语"]]],
    ["您需具备本科以上学历，熟悉Python和SQL，英语流利者优先。你将负责Docker平台。", [["education", true, "本科", "bachelor"], ["skill", true, "Python", "python"], ["skill", true, "SQL", "sql"], ["language", false, "英语", "流利"]]],
    ["我们正在寻找有3年以上护士经验的人，无需德语。", [["experience", true, "护士", 3]]],
  ])("reads what a sentence above the lists asks: %s", (sentence, expected) => {
    const list = "\n\n## Requirements\n- hydraulics\n";
    expect(asked(`# Automation Engineer\n\n${sentence}${list}`)).toEqual([...expected, ["skill", true, "hydraulics", "hydraulics"]]);
  });

  it.each([
    "We have twenty years of experience in Python and our customers speak French.",
    "You will work with our Python team in Berlin and learn SQL.",
    "You have the chance to learn Python and Docker.",
    "You have 30 days of leave, a generous pension and free English lessons.",
    "No experience of Python is needed, and German is not required.",
    "Our team of 12 in Rotterdam builds lock gates with Python and SQL.",
    "公司拥有20年以上的Python开发经验，提供免费英语培训。",
  ])("asks nothing for what a company says of itself, the work or what it gives: %s", (sentence) => {
    expect(asked(`# Automation Engineer\n\n${sentence}\n\n## Requirements\n- hydraulics\n`)).toEqual([["skill", true, "hydraulics", "hydraulics"]]);
  });

  it("asks nothing where a list says that it is not asked", () => {
    expect(asked("Requirements:\n- Python\n- German is not required\n- 无需英语")).toEqual([["skill", true, "Python", "python"]]);
  });

  it("shows the list's words where a sentence above asks the same, with the years of either", () => {
    expect(asked("# Nurse\n\nYou know Docker and have four years of SQL.\n\n## Requirements\n- SQL\n- Python")).toEqual([["skill", true, "Docker", "docker"], ["skill", true, "SQL", "sql", 4], ["skill", true, "Python", "python"]]);
  });

  it("keeps the same ids when the same text is read again, and suggests weights by kind", () => {
    const text = "Requirements:\n- Python\n- 3 years of experience\nPreferred:\n- SQL";
    expect(read(text)).toEqual(read(text));
    expect(read(text).requirements.map(({ kind, weight, years }) => [kind, weight, years])).toEqual([["skill", 60, undefined], ["experience", 80, 3], ["skill", 25, undefined]]);
  });

  it("reads what can be named of a text without sections, and says what it does not find", () => {
    expect(asked("We look for somebody who knows Python and speaks Dutch.").map(([kind, , words]) => [kind, words])).toEqual([["skill", "Python"], ["language", "Dutch"]]);
    expect(read("Nice people wanted.")).toMatchObject({ requirements: [], warnings: ["no-requirements", "no-title"] });
  });

  it("refuses a text that is no description", () => {
    expect(() => readRequirements("x".repeat(60_001), { taxonomy })).toThrow(/60,?000|at most 60000/);
  });
});

describe("corrections", () => {
  const [first, second] = readRequirements("Requirements:\n- Python\n- SQL", { taxonomy }).requirements as [Requirement, Requirement];

  it("tells added, changed and removed apart", () => {
    const added: Requirement = { id: "skill-new", kind: "skill", mustHave: true, weight: 60, any: ["docker"], text: "Docker", source: null };
    const changed = { ...first, mustHave: false, weight: 25 };
    expect(correctionsOf([first, second], [changed, added])).toEqual([
      { change: "changed", before: first, after: changed, fields: ["mustHave", "weight"] },
      { change: "added", before: null, after: added, fields: [] },
      { change: "removed", before: second, after: null, fields: [] },
    ]);
    expect(correctionsOf([first, second], [second, first])).toEqual([]);
  });

  it.each([
    [{ ...first, weight: 101 }, /0 to 100/],
    [{ ...first, text: " " }, /text of 1/],
    [{ ...first, years: 0 }, /above 0/],
  ])("refuses what cannot be (%#)", (wrong, message) => expect(() => checkRequirements([wrong])).toThrow(message));
});

describe("one line that asks in several ways", () => {
  const line = (text: string) => asked(`Requirements:\n- ${text}`);
  const zh = (text: string) => asked(`任职要求：\n- ${text}`);

  it.each([
    ["Python required, Docker a plus", [["skill", true, "Python", "python"], ["skill", false, "Docker", "docker"]]],
    ["Must have Python; Docker is nice to have", [["skill", true, "Python", "python"], ["skill", false, "Docker", "docker"]]],
    ["Python, SQL and Docker are a plus", [["skill", false, "Python", "python"], ["skill", false, "SQL", "sql"], ["skill", false, "Docker", "docker"]]],
    ["5 years of experience in PLC programming and knowledge of Python", [["skill", true, "PLC programming", "plc", 5], ["skill", true, "Python", "python"]]],
    ["Bachelor's degree and 3 years of experience in SQL, Python and Docker", [["education", true, "Bachelor's degree", "bachelor"], ["skill", true, "SQL", "sql", 3], ["skill", true, "Python", "python", 3], ["skill", true, "Docker", "docker", 3]]],
  ])("%s", (text, needs) => expect(line(text)).toEqual(needs));

  it.each([
    ["5年以上软件工程师经验，熟悉Docker和SQL", [["experience", true, "软件工程师", 5], ["skill", true, "Docker", "docker"], ["skill", true, "SQL", "sql"]]],
    ["3年以上PLC编程经验，熟练掌握西门子或罗克韦尔，了解Docker", [["skill", true, "PLC编程", "plc", 3], ["skill", true, "西门子或罗克韦尔", "siemens|rockwell"], ["skill", true, "Docker", "docker"]]],
    ["本科以上学历，熟悉SQL", [["education", true, "本科", "bachelor"], ["skill", true, "SQL", "sql"]]],
    ["熟悉SQL，有Docker经验者优先", [["skill", true, "SQL", "sql"], ["skill", false, "Docker", "docker"]]],
    ["英语CET-6", [["language", true, "英语CET-6", "cet-6"]]],
  ])("%s", (text, needs) => expect(zh(text)).toEqual(needs));

  it.each([
    ["Fluent English (C1), German is a plus", [["English", true, "c1"], ["German", false, null]]],
    ["English C1 and German B2", [["English", true, "c1"], ["German", true, "b2"]]],
    ["Fluent in English, German an advantage", [["English", true, "fluent"], ["German", false, null]]],
    ["Fluent in English and German", [["English", true, "fluent"], ["German", true, "fluent"]]],
    ["English and German at B2", [["English", true, "b2"], ["German", true, "b2"]]],
    ["Native German and good English", [["German", true, "native"], ["English", true, "good"]]],
  ])("%s", (text, needs) => expect(read(`Requirements:\n- ${text}`).requirements.map((one) => [one.text, one.mustHave, one.level ?? null])).toEqual(needs));
});
