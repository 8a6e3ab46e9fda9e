/** @file Which groups a question names, in both languages; everyday words that are also names; a group that the table may not have. */
import { describe, expect, test } from "vitest";
import { groupAskedFor, isNamedIn } from "./group-names";

const GROUPS = ["Controls & Software", "Drive Assembly", "Field Service", "Finance", "IT", "Management", "People", "Quality", "Sales & Tenders", "Supply Chain", "Test & Commissioning", "Customer Support", "leaving", "Suzhou"];
const namedIn = (question: string): string[] => GROUPS.filter((group) => isNamedIn(question, group));

describe("groups that are meant", () => {
  test.each<[string, string[]]>([
    ["How do people feel in Quality?", ["Quality"]],
    ["How do people feel in People?", ["People"]],
    ["What is the mood in the people team?", ["People"]],
    ["What is the mood in IT?", ["IT"]],
    ["Is it going to improve?", []],
    ["What drives ratings?", []],
    ["What drives ratings in Drive Assembly?", ["Drive Assembly"]],
    ["Why do people leave Sales?", ["Sales & Tenders"]],
    ["why is attrition in support up?", ["Customer Support"]],
    ["How can we support people who are unhappy?", []],
    ["What do people say about management?", ["Management"]],
    ["Where do people quit most?", []],
    ["Will performance in Suzhou get better?", ["Suzhou"]],
    ["How well do people test their work?", []],
    ["为什么现场服务部离职的人这么多", ["Field Service"]],
    ["客服部为什么留不住人？", ["Customer Support"]],
    ["质量部的士气怎么样？", ["Quality"]],
    ["人力资源部的人为什么走？", ["People"]],
    ["信息技术部的情绪怎么样", ["IT"]],
    ["员工绩效质量如何？", []],
  ])("%s", (question, groups) => expect(namedIn(question)).toEqual(groups));

  test("a Chinese table asked in English", () => {
    expect(isNamedIn("Why do people leave Field Service?", "现场服务部")).toBe(true);
    expect(isNamedIn("Why do people leave Finance?", "现场服务部")).toBe(false);
  });
});

test.each<[string, string | null]>([
  ["How is next quarter's performance looking in support?", "support"],
  ["How will results develop in the north region next year?", "north region"],
  ["How is next quarter's performance looking?", null],
  ["Will performance improve in the next quarter?", null],
  ["What is the forecast of results for our company?", null],
  ["客服部下季度的绩效怎么样？", "客服部"],
  ["哪个部门的绩效会下滑？", null],
  ["下季度绩效如何？", null],
])("%s names %s", (question, group) => expect(groupAskedFor(question)).toBe(group));
