import { expect, test } from "vitest";
import { kindOfPath, kindOfText } from "./guess-kind";

test("a folder's name tells the kind, the nearest first", () => {
  expect(kindOfPath("company/resumes/a.pdf")).toBe("resume");
  expect(kindOfPath("resumes/policies/a.md")).toBe("policy");
  expect(kindOfPath("简历/张三.md")).toBe("resume");
  expect(kindOfPath("stuff/resume-policy.md")).toBeNull();
});

test("else two sections of a résumé do", () => {
  expect(kindOfText("Mara Quill\n\nExperience\nWelder\n\nEducation\nBrightloom College")).toBe("resume");
  expect(kindOfText("教育背景\n某大学\n\n工作经历\n某公司")).toBe("resume");
  expect(kindOfText("# Learning\n\nEducation\n\nWe pay for courses that give you experience.")).toBe("policy");
});
