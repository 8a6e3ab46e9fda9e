/** @file Questions about what surveys and leaving interviews say, in both languages; and those about complaining, surveys' rules, one's own and customers. */
import { describe, expect, test } from "vitest";
import { asksAboutComments, asksOfLeavers } from "./asks-comments";
import { asksAboutPerformance } from "./asks-performance";

describe("asks what people said", () => {
  test.each([
    "What do people complain about in the exit survey?",
    "What are people complaining about in Field Service?",
    "What did leavers say in their exit interviews?",
    "What are the main themes of the survey?",
    "Which topics come up in the exit interviews?",
    "What do employees say about pay?",
    "How do people feel in the foundry?",
    "What is the mood in Quality?",
    "How's morale in Supply Chain?",
    "What are employees unhappy about?",
    "Summarise the survey comments",
    "How negative are the comments from the foundry?",
    "What does the employee survey say about management?",
    "What issues do people raise in the pulse survey?",
    "Biggest complaints of staff?",
    "What do people think about their workload in the survey?",
    "Where is the mood worst?",
    "Could you tell me what people are frustrated with?",
    "大家在离职面谈里主要抱怨什么？",
    "员工调查主要反映了哪些问题？",
    "员工对薪酬有什么意见？",
    "质量部的士气怎么样？",
    "抱怨最多的是什么？",
    "总结一下调查意见",
    "哪个部门的负面情绪最多？",
    "离职员工反映最多的是什么问题",
    "调查里提到最多的问题",
  ])("%s", (question) => {
    expect(asksAboutComments(question)).toBe(true);
    expect(asksAboutPerformance(question)).toBe(false);
  });
});

describe("is about something else", () => {
  test.each([
    "How do I submit a complaint?",
    "Where can employees complain about harassment?",
    "What is the complaints procedure?",
    "When is the next employee survey?",
    "Is the survey anonymous?",
    "Who sees my survey answers?",
    "Who reads the exit interview comments?",
    "How often are surveys held?",
    "What exit interview questions do people get?",
    "How do I leave feedback on a course?",
    "What do customers complain about?",
    "What does the handbook say about overtime?",
    "What does the policy say about working from home?",
    "What do I say in my exit interview?",
    "How does she feel, can you look at her comments?",
    "Do employees have to answer the survey?",
    "What should people do when they are unhappy?",
    "What do people need to bring on the first day?",
    "What do employees get for ten years of service?",
    "How many days of leave do employees have?",
    "怎么投诉？",
    "投诉流程是什么？",
    "满意度调查什么时候做？",
    "调查是匿名的吗？",
    "意见箱在哪里？",
    "员工向谁反映问题？",
    "客户主要抱怨什么？",
    "我对上级不满怎么办？",
    "加班制度是怎么规定的？",
  ])("%s", (question) => expect(asksAboutComments(question)).toBe(false));
});

test("leaving interviews are known by their words", () => {
  for (const question of ["exit survey", "what did leavers say", "离职面谈"]) expect(asksOfLeavers(question)).toBe(true);
  expect(asksOfLeavers("what does the survey say")).toBe(false);
});
