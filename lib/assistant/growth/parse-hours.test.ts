/** @file Hours a week as employees say them in both languages, and hours that are not for learning. */
import { describe, expect, it } from "vitest";
import { parseHours } from "./parse-hours";

describe("hours a week", () => {
  it.each([
    ["4 hours a week", 4], ["four hours per week", 4], ["4h/week", 4], ["4 h / week", 4], ["3h/wk", 3], ["4hrs pw", 4], ["5 hrs weekly", 5],
    ["evenings only 3h/week", 3], ["an hour a day", 5], ["one hour each day", 5], ["1h daily", 5], ["30 min a day", 2.5], ["20 minutes every day", 1.67],
    ["half an hour a day", 2.5], ["half a day per week", 4], ["half a day a week", 4], ["a day a week", 8], ["one day per week", 8], ["a day per month", 1.85],
    ["one day every two weeks", 4], ["one day a fortnight", 4], ["two hours every other week", 1], ["4 hours every two weeks", 2], ["two hours every Friday", 2],
    ["every Friday two hours", 2], ["2 hours on Fridays", 2], ["two hours on Friday afternoons", 2], ["Friday afternoons", 4], ["every Friday afternoon", 4],
    ["Friday mornings only", 4], ["one evening a week", 2], ["two evenings per week", 4], ["an afternoon a week", 4], ["one morning a week", 4],
    ["half a day every Friday", 4], ["an hour on Mondays and Wednesdays", 1], ["two hours on Tuesdays and Thursdays", 2], ["an hour twice a week", 2],
    ["one hour three times a week", 3], ["two hours, three times a week", 6], ["twice a week for an hour", 2], ["2x2 hours a week", 4], ["3 x 1 hour per week", 3],
    ["three hours in a week", 3], ["up to 5 hours a week", 5], ["at most 5 hours a week", 5], ["5 hours max a week", 5], ["no more than 3 hours a week", 3],
    ["about 4 hours a week", 4], ["roughly four hours a week", 4], ["around 6 hours each week", 6], ["2-3 hours a week", 2], ["2 to 3 hours a week", 2],
    ["two or three hours a week", 2], ["between 2 and 4 hours a week", 2], ["two and a half hours per week", 2.5], ["2.5 hours a week", 2.5], ["2,5 hours a week", 2.5],
    ["1.5h a week", 1.5], ["90 minutes a week", 1.5], ["ninety minutes per week", 1.5], ["an hour and a half a week", 1.5], ["an hour or two a week", 1],
    ["a couple of hours a week", 2], ["10% of my time", 4], ["10 % of my working time", 4], ["20 percent of my week", 8], ["half an hour per working day", 2.5],
    ["45 minutes each morning", 3.75], ["an hour every evening", 5], ["an hour before work every day", 5], ["an hour after work each day", 5],
    ["one hour at lunch every day", 5], ["weekly 4 hours", 4], ["per week 4 hours", 4], ["my weekly budget is 4 hours", 4], ["weekly time: 3 hours", 3],
    ["each week I can spare 3 hours", 3], ["a week I have 4 hours", 4], ["three hours of learning per week", 3], ["three hours of study time a week", 3],
    ["3 hours of my time a week", 3], ["two free hours a week", 2], ["four hours for learning each week", 4], ["4 hours to spare per week", 4],
    ["10 hours a month", 2.31], ["ten hours monthly", 2.31], ["two days a month", 3.69], ["one hour at the weekend", 1], ["three hours on Saturdays", 3],
    ["Saturdays, 3 hours", 3], ["five hours at weekends", 5], ["a full day every week", 8], ["every week half a day", 4], ["forty-five minutes a day", 3.75],
    ["I work 40 hours a week but have 4 hours a week for learning", 4], ["How do I get to be a shift lead by the end of the second quarter with two hours a week?", 2],
    ["From January on I have 4 hours a week", 4], ["From January on I have 4 hours a week, until the end of June", 4],
    ["Starting next month I can spare 3 hours a week for six months", 3], ["Can I become a PLC engineer in under a year with an hour a day?", 5],
    ["a plan for this winter, 3 hours on Saturdays", 3], ["for the next year or so, one afternoon a week", 4], ["I'm away until June, then I have 3 hours a week", 3],
    ["I only have Tuesday evenings", 2], ["two afternoons a week until Easter", 8], ["maybe 20 minutes a day during lunch", 1.67], ["six hours a fortnight", 3],
    ["no more than an hour per week", 1], ["max 3 h/week", 3], ["max. 3 h / wk", 3], ["3-hour slots once a week", 3], ["one 2-hour slot per week", 2],
    ["a 2-hour slot every week", 2], ["I had planned to finish before Easter, 2 hours a week", 2], ["Suppose I had four hours a week until June", 4],
    ["How quickly could I get there with five hours per week?", 5], ["and with half an hour a day?", 2.5], ["6 months, 3h per week, 500 euros", 3],
    ["1 year / 2 hours a week", 2], ["two hrs max per week", 2], ["1 hr/day", 5], ["15 min daily", 1.25], ["3 hours weekly", 3], ["weekly three hours", 3],
    ["2 hours Tuesday evenings", 2], ["each Wednesday 2 hours", 2], ["2h every Wed", 2], ["during the night shift I have an hour a day", 5],
    ["besides my 38-hour week I can spare 2 hours a week", 2], ["I work part-time so I have 6 hours a week", 6], ["I work shifts and have 3 hours a week", 3],
    ["my job is 40 hours a week, leaving 2 hours a week", 2],
  ])("%s → %s", (text, hours) => expect(parseHours(text)).toBe(hours));
  it.each([
    ["每周四小时", 4], ["每周4小时", 4], ["每周4个小时", 4], ["每星期三小时", 3], ["每个星期3小时", 3], ["每礼拜两小时", 2], ["一周四小时", 4], ["一周五个小时", 5], ["一个星期三小时", 3], ["一星期两个钟头", 2],
    ["每周两个半小时", 2.5], ["每周2.5小时", 2.5], ["每天半小时", 2.5], ["每天半个小时", 2.5], ["每天一小时", 5], ["每天一个小时", 5], ["每天30分钟", 2.5], ["每天三十分钟", 2.5], ["每天四十五分钟", 3.75],
    ["每天一刻钟", 1.25], ["每日一小时", 5], ["一天一小时", 5], ["每周半天", 4], ["每周一天", 8], ["每周一个下午", 4], ["每周一个晚上", 2], ["每周两个晚上", 4], ["每周两晚", 4], ["每周五下午", 4], ["每周五下午两小时", 2],
    ["每周五两小时", 2], ["周五下午", 4], ["周末三小时", 3], ["周末两个小时", 2], ["周末半天", 4], ["每个周末四小时", 4], ["每月八小时", 1.85], ["每个月10小时", 2.31], ["一个月八小时", 1.85], ["每月两天", 3.69],
    ["每两周四小时", 2], ["每两周一天", 4], ["隔周半天", 2], ["每周两次，每次一小时", 2], ["每周三次，每次半小时", 1.5], ["一周三次每次一个半小时", 4.5], ["每周最多四小时", 4], ["每周不超过四小时", 4], ["每周不超过4个小时", 4],
    ["每周只能抽出三小时", 3], ["每周大概三小时", 3], ["每周三到四小时", 3], ["每周3-4小时", 3], ["每周两三个小时", 2], ["每周学习四小时", 4], ["每周有四小时空闲", 4], ["四小时每周", 4], ["4小时/周", 4], ["4h/周", 4],
    ["4小时一周", 4], ["每晚一小时", 5], ["每晚半小时", 2.5], ["每天晚上一小时", 5], ["每天下班后一小时", 5], ["每天早上半小时", 2.5], ["每个工作日一小时", 5], ["平时每天一小时", 5], ["工作时间的10%", 4], ["10%的工作时间", 4],
    ["我每天工作八小时，每周能学三小时", 3], ["我想在明年国庆前当上班组长，每周两小时", 2], ["从明年一月开始每周三小时，到六月底", 3], ["每周抽两个晚上，三个月", 4], ["工作日每天半小时，周末不行", 2.5], ["每周两节课，每节一小时", 2], ["一天半小时", 2.5],
    ["每星期腾出半天", 4], ["预算两千元，三个月，每周两小时", 2], ["我要在明年六月以前转成PLC工程师，每周抽三小时", 3], ["我每天下班后能学40分钟", 3.33], ["每天最多学二十分钟", 1.67], ["晚上有空，每晚1小时", 5], ["周六上午", 4], ["每周六学三小时", 3],
    ["一周就两小时", 2], ["平均每周两小时", 2], ["每周也就两三小时", 2], ["每周2～3小时", 2], ["一个月最多十小时", 2.31],
  ])("%s → %s", (text, hours) => expect(parseHours(text)).toBe(hours));
});

describe("no hours for learning: working time, the length of a course, when somebody is free or busy", () => {
  it.each([
    ["a few hours a week"], ["a 4-hour course"], ["the course takes 16 hours"], ["a course of 8 hours"], ["two days of training"],
    ["a training of two days"], ["I work 40 hours a week"], ["I work 38.5 hours a week"], ["I work 32 hours a week and want to learn SQL"],
    ["my contract is 36 hours a week"], ["I have a 40-hour week contract"], ["a 24 hours contract"], ["I work part-time, 20 hours a week"],
    ["I work four days a week"], ["I only work three days a week"], ["within 24 hours"], ["in 8 hours"], ["24 hours a day"],
    ["I work nights, 8 hours a day"], ["the shift is 8 hours a day"], ["a five-day week"], ["three years"], ["once a week"], ["twice a week"],
    ["by Friday"], ["I am free on Fridays"], ["I work Friday afternoons"], ["I can't on Friday afternoons"], ["not on Friday afternoons"],
    ["4 hours in total"], ["a hundred hours in total"], ["我每周工作40小时"], ["我每周工作四十小时"], ["我每天上班8小时"], ["每周上四天班"], ["每周工作四天"], ["这门课16小时"], ["一门8小时的课"],
    ["两天的培训"], ["共40小时"], ["24小时内"], ["每周一次"], ["每周二"], ["每周三开会"], ["周五下午不行"],
    ["I've been a moulder for three years and want to be a shift lead in two years"], ["an hour here and there"], ["full time"],
    ["Get me from moulder to shift lead in two years"], ["I do 12 hour shifts"], ["I do overtime 5 hours a week"],
  ])("%s", (text) => expect(parseHours(text)).toBeNull());
});
