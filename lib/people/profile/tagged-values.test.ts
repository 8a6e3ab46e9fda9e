/** @file What the tagger may add to a Chinese profile: values of running text and gaps, never another reading of a list. */
import { expect, it } from "vitest";
import { extractDocument } from "../../knowledge/extract/extract-document";
import type { TaggedSpan } from "../tag/types";
import type { ProfileModels } from "./profile-models";
import { readProfile } from "./read-profile";

/** Finds exactly these stretches; what the shipped tagger finds is measured by cadre eval ner. */
function modelsThatSee(...seen: readonly (readonly [TaggedSpan["label"], string])[]): ProfileModels {
  const tagChinese = (text: string): TaggedSpan[] =>
    seen.flatMap(([label, value]) => (text.includes(value) ? [{ label, start: text.indexOf(value), end: text.indexOf(value) + value.length, confidence: 0.9 }] : []));
  return { tagger: "t", version: "seen", tagChinese, occupationOf: () => ({ category: "engineering", confidence: 0.8 }) };
}

async function read(text: string, models?: ProfileModels) {
  const document = await extractDocument(new TextEncoder().encode(text), "cv.txt");
  const profile = readProfile(document, { source: "cv.txt", asOf: "2026-11", taxonomy: null, ...(models ? { models } : {}) });
  for (const fact of [profile.name, ...profile.experience.flatMap(({ title, organisation }) => [title, organisation]), ...profile.education.flatMap(({ degree, institution }) => [degree, institution])]) {
    if (fact) expect(document.text.slice(fact.span.start, fact.span.end)).toBe(fact.value);
  }
  return profile;
}

const PROSE = "秦望舒女士，中国国籍，1971年3月出生，硕士学历，毕业于云川大学。\n2008年1月至今任望闸动力总经理。\n";
const SEES = modelsThatSee(["NAME", "秦望舒"], ["EDU", "硕士学历"], ["ORG", "云川大学"], ["ORG", "望闸动力"], ["TITLE", "总经理"]);

it("reads employer, title, name and degree out of running text", async () => {
  const { name, experience, education, version, occupation } = await read(PROSE, SEES);
  expect(name?.value).toBe("秦望舒");
  expect(experience.map((job) => [job.title?.value, job.organisation?.value, job.start?.value])).toEqual([["总经理", "望闸动力", "2008-01"]]);
  expect(education).toMatchObject([{ degree: { value: "硕士学历" }, level: "master", institution: { value: "云川大学" } }]);
  expect([version.endsWith("+seen"), occupation?.category]).toEqual([true, "engineering"]);
});

it("a date of birth in running text is no job, with or without a tagger", async () => {
  for (const models of [SEES, undefined]) expect((await read(`工作经历\n\n${PROSE}`, models)).experience.map(({ start }) => start?.value)).toEqual(["2008-01"]);
});

const LIST = "个人简历\n\n工作经历\n\n2019.03 – 至今 苏州澜港自动化有限公司 调试主管\n- 负责现场调试\n";

it("overrules no list: what the rules cut apart stays", async () => {
  const wrong = modelsThatSee(["ORG", "澜港自动化"], ["TITLE", "主管"]);
  const jobs = (await read(LIST, wrong)).experience.map((job) => [job.title?.value, job.organisation?.value]);
  expect(jobs).toEqual([["调试主管", "苏州澜港自动化有限公司"]]);
  expect(jobs).toEqual((await read(LIST)).experience.map((job) => [job.title?.value, job.organisation?.value]));
});

it("an English text is not tagged", async () => {
  const { experience } = await read("Work\n\nBuyer, Norrland Castings Ltd, 2016 – 2019\n", { ...SEES, tagChinese: () => { throw new Error("asked"); } });
  expect(experience).toHaveLength(1);
});
