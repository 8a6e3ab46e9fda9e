/** @file Questions about foreseen results, in HR leads' words of both languages; and those about reviews, pay, one's own and other things that perform. */
import { describe, expect, test } from "vitest";
import { asksAboutAttrition } from "./asks-attrition";
import { asksAboutComments } from "./asks-comments";
import { asksAboutPerformance, asksForDrivers, asksForPersons } from "./asks-performance";

describe("asks how results are foreseen", () => {
  test.each([
    "How is next quarter's performance looking in support?",
    "how’s performance in Field Service going to develop",
    "What is the performance forecast for Finance?",
    "What's the outlook for results in the foundry?",
    "Will performance in Quality improve next quarter?",
    "Are results in Finance expected to drop?",
    "Which department will have the best results next quarter?",
    "Which team has the lowest ratings?",
    "Which department performs best?",
    "Who is forecast to underperform?",
    "Who will be our top performers next quarter?",
    "Who are the weakest performers in Sales?",
    "List the low performers in Field Service",
    "Could you show me the predicted results by department?",
    "How is performance in Environment, Health & Safety developing?",
    "What drives performance here?",
    "What matters most for good ratings?",
    "Why is Finance forecast to have better results?",
    "How are the teams performing?",
    "How is performance across departments?",
    "Is productivity in Test & Commissioning trending down?",
    "Which department is underperforming?",
    "What results do we expect for the rest of the year?",
    "I'd like to know how results in People will develop over the coming months",
    "下季度客服部的绩效会怎么样？",
    "预测一下财务部的业绩",
    "未来几个月各部门的业绩走势如何？",
    "哪个部门的绩效最好？",
    "谁下季度的绩效会下滑？",
    "谁预计会不达标？",
    "什么因素影响绩效？",
    "绩效主要取决于什么？",
    "质量部的业绩怎么样？",
    "我想知道下个季度现场服务部的绩效预测",
  ])("%s", (question) => {
    expect(asksAboutPerformance(question)).toBe(true);
    expect(asksAboutAttrition(question) || asksAboutComments(question)).toBe(false);
  });
});

describe("is about something else", () => {
  test.each([
    "How does the performance review work?",
    "What is the performance review policy?",
    "When is my performance review?",
    "How are ratings decided?",
    "Who conducts performance reviews in Support?",
    "What happens after a poor performance rating, can it be appealed?",
    "How is the performance bonus calculated?",
    "What are the criteria for ratings next year?",
    "When do ratings have to be submitted next quarter?",
    "Should employees expect a performance improvement plan?",
    "Can I see my rating?",
    "What will my performance rating be?",
    "Which candidates have experience with performance testing?",
    "How is the pump's performance expected to develop?",
    "When will the results of the safety audit be published?",
    "When are the survey results expected?",
    "What is the sales forecast for next quarter?",
    "Who performs the fire inspection next month?",
    "Will the exam results be sent to my manager?",
    "How is performance-related pay determined?",
    "What should a manager do about low performers?",
    "What is the notice period?",
    "Which department handles ratings?",
    "绩效考核怎么做？",
    "绩效面谈的流程是什么？",
    "绩效奖金怎么算？",
    "我的绩效什么时候出来？",
    "下季度绩效考核什么时候开始？",
    "对绩效结果不满意怎么申诉？",
    "绩效制度在哪里看？",
    "这个产品的性能怎么样？",
  ])("%s", (question) => expect(asksAboutPerformance(question)).toBe(false));
});

test("persons and reasons are told apart from groups and figures", () => {
  for (const question of ["Who is forecast to underperform?", "List the low performers", "Which employees will do worst?", "谁的绩效会下滑", "绩效差的员工名单"]) expect(asksForPersons(question)).toBe(true);
  for (const question of ["Which department performs best?", "哪个部门的绩效最好？"]) expect(asksForPersons(question)).toBe(false);
  for (const question of ["What drives performance?", "Why is Finance above the others?", "什么因素影响绩效？"]) expect(asksForDrivers(question)).toBe(true);
  expect(asksForDrivers("How is next quarter looking in support?")).toBe(false);
});
