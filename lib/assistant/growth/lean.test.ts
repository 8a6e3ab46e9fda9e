/** @file Turns after a plan: those that go on with it keep its goal and limits and change what they say; questions about rights, money and procedure never do. */
import { describe, expect, it, test } from "vitest";
import { BASE_TAXONOMY } from "../../people/taxonomy/base-taxonomy";
import type { GrowthContext, GrowthName, SaidConstraints } from "./types";
import { understandGrowth } from "./understand-growth";

const TODAY = "2026-11-23";
const NAMES: readonly GrowthName[] = [
  { kind: "role", id: "plc", names: ["PLC engineer", "PLC 工程师"] },
  { kind: "role", id: "moulder", names: ["Moulder", "造型工"] },
  { kind: "role", id: "gates", names: ["Mechanical engineer, gate structures", "闸门结构机械设计工程师"] },
  { kind: "role", id: "hrbp", names: ["HR business partner", "人力资源业务伙伴"] },
  { kind: "role", id: "controls", names: ["Controls specialist", "控制专家"] },
  { kind: "role", id: "controls-zh", names: ["Controls specialist (in Chinese)", "控制专家（中文班）"] },
  { kind: "course", id: "c-circuit", names: ["Reading circuit diagrams", "电气图识读"] },
];
const PLAN: GrowthContext = { tool: "my-plan", target: { kind: "role", id: "plc", text: "" }, constraints: { hoursPerWeek: 4, deadline: "2027-03-31", languages: ["en"] }, skillIds: [] };
const ask = (question: string, before: GrowthContext | null = PLAN) => understandGrowth(question, { today: TODAY, currency: "EUR", names: NAMES, taxonomy: BASE_TAXONOMY, before });

describe("a limit that is changed", () => {
  it.each<readonly [string, SaidConstraints]>([
    ["and in Chinese?", { languages: ["zh"] }],
    ["In Dutch please", { languages: ["nl"] }],
    ["What about Chinese?", { languages: ["zh"] }],
    ["courses in German or English?", { languages: ["en", "de"] }],
    ["make it cheaper", { aim: "cheapest" }],
    ["Can it be a bit cheaper?", { aim: "cheapest" }],
    ["that's too expensive", { aim: "cheapest" }],
    ["is there a cheaper way?", { aim: "cheapest" }],
    ["the fastest one?", { aim: "fastest" }],
    ["a bit faster please", { aim: "fastest" }],
    ["something more thorough", { aim: "deepest" }],
    ["extend it to June", { deadline: "2027-06-30" }],
    ["Push the deadline to the end of September", { deadline: "2027-09-30" }],
    ["June instead?", { deadline: "2027-06-30" }],
    ["and by mid-May?", { deadline: "2027-05-15" }],
    ["two months longer", { deadline: "2027-05-31" }],
    ["Give me another month", { deadline: "2027-04-30" }],
    ["extend it by three weeks", { deadline: "2027-04-21" }],
    ["max 500 euros", { budget: { amount: 500, currency: "EUR" } }],
    ["under 800?", { budget: { amount: 800, currency: "EUR" } }],
    ["And if my budget is 300 pounds?", { budget: { amount: 300, currency: "GBP" } }],
    ["only free ones", { budget: { amount: 0, currency: "EUR" } }],
    ["only 2 hours a week", { hoursPerWeek: 2 }],
    ["And with the kids I only have 2 hours a week", { hoursPerWeek: 2 }],
    ["but I pay for it myself, at most 300 euros", { budget: { amount: 300, currency: "EUR" } }],
    ["And if I study 8 hours a week?", { hoursPerWeek: 8 }],
    ["And with 6 hours a week?", { hoursPerWeek: 6 }],
    ["all online?", { online: true }],
    ["what about online courses", { online: true }],
    ["no exams please", { kinds: ["course", "project", "mentoring", "reading"] }],
    ["那用中文的呢？", { languages: ["zh"] }],
    ["中文的呢", { languages: ["zh"] }],
    ["英文授课的可以吗", { languages: ["en"] }],
    ["便宜一点的呢", { aim: "cheapest" }],
    ["太贵了，有没有便宜点的", { aim: "cheapest" }],
    ["能不能快一点", { aim: "fastest" }],
    ["学得更扎实一点呢", { aim: "deepest" }],
    ["延长到六月", { deadline: "2027-06-30" }],
    ["那推迟到明年九月底呢？", { deadline: "2027-09-30" }],
    ["六月呢", { deadline: "2027-06-30" }],
    ["再给我两个月", { deadline: "2027-05-31" }],
    ["最多五百欧元", { budget: { amount: 500, currency: "EUR" } }],
    ["免费的呢", { budget: { amount: 0, currency: "EUR" } }],
    ["每周两小时呢", { hoursPerWeek: 2 }],
    ["那晚上不用加班的话每周四小时呢", { hoursPerWeek: 4 }],
    ["那如果我下班后每天学一小时呢？", { hoursPerWeek: 5 }],
    ["换成线上的", { online: true }],
    ["不要考证", { kinds: ["course", "project", "mentoring", "reading"] }],
  ])("%s", (question, changed) => {
    const found = ask(question);
    expect(found).toMatchObject({ tool: "my-plan", target: PLAN.target });
    expect(found?.constraints).toEqual({ ...PLAN.constraints, ...changed });
  });
});

describe("something else is asked for", () => {
  it.each([
    ["what about mentors for that?", "find-mentor"],
    ["And mentors?", "find-mentor"],
    ["那导师呢？", "find-mentor"],
    ["有没有导师推荐", "find-mentor"],
    ["and the gap?", "my-gap"],
    ["what am I missing for it?", "my-gap"],
    ["那还差什么？", "my-gap"],
    ["what about careers after that?", "career-options"],
    ["还有别的岗位吗", "career-options"],
    ["and the second step?", "explain-step"],
    ["第二步呢？", "explain-step"],
  ])("%s", (question, tool) => {
    expect(ask(question)).toMatchObject({ tool, target: PLAN.target, constraints: PLAN.constraints });
  });

  it("a limit said after the mentors is one of the plan", () => expect(ask("make it cheaper", { ...PLAN, tool: "find-mentor", skillIds: ["plc-programming"] })).toMatchObject({ tool: "my-plan", target: PLAN.target }));
});

describe("rights, money and procedure go to the documents", () => {
  it.each([
    "how many days of leave do I have?", "who pays for the course?", "And who pays for it?", "What about leave for that?", "Do I get time off for it?", "And can I do it during working hours?",
    "Can I work from home until June?", "Can I take two weeks off until June?", "What if I am sick for 2 weeks?", "And is overtime paid in June?", "How do I apply for it?", "Do I need approval for that?", "Is it mandatory?",
    "What about travel expenses?", "Who signs that off?", "and if I leave within two years, do I pay it back?", "Can I carry over 5 days until March?", "What if I only work 20 hours a week?", "And how much does the company pay?", "Is there a bonus for it in June?",
    "How long is the probation period?", "what about the notice period", "Can I get a laptop in June?",
    "我有多少天假？", "那年假能延到三月吗？", "谁出钱？", "费用谁付呢", "上课算上班时间吗？", "可以报销吗", "请假两天可以吗", "那加班费呢？", "每周居家办公两天可以吗", "要经理审批吗？", "试用期到六月吗", "如果我离职要还钱吗",
  ])("%s", (question) => expect(ask(question)).toBeNull());
});

test("a turn with a goal of its own is no change of the old one", () => {
  expect(ask("And for moulder?")).toMatchObject({ target: { kind: "role", id: "moulder" } });
  expect(ask("I want to learn German")?.target).toEqual({ kind: "text", id: null, text: "German" });
  const learning: GrowthContext = { ...PLAN, target: { kind: "text", id: null, text: "Dutch" }, skillIds: BASE_TAXONOMY.mentions("Dutch").map(({ skill }) => skill.id) };
  expect(ask("what about German?", learning)?.target).toEqual({ kind: "text", id: null, text: "German" });
  expect(ask("What about mentors for moulder?", { ...PLAN, skillIds: ["plc-programming"] })).toMatchObject({ tool: "find-mentor", target: { id: "moulder" }, skillIds: [] });
});

test.each([
  ["And compared with the mechanical engineer, gate structures?", "gates"], ["那跟闸门结构机械设计工程师比呢", "gates"], ["And for the HR business partner?", "hrbp"], ["那人力资源业务伙伴呢？", "hrbp"],
  ["那控制专家呢？", "controls"], ["What about controls specialist (in Chinese)?", "controls-zh"],
])("a long name, or one with a word of rights, is a goal: %s", (question, id) => expect(ask(question, { ...PLAN, tool: "my-gap" })).toMatchObject({ target: { id } }));

test("without a growth answer before, nothing leans", () => {
  for (const question of ["and in Chinese?", "make it cheaper", "max 500 euros", "延长到六月"]) expect(ask(question, null)).toBeNull();
});

describe("a limit changed against the one in force", () => {
  const AT: GrowthContext = { ...PLAN, constraints: { hoursPerWeek: 6, deadline: "2027-06-30", budget: { amount: 400, currency: "EUR" }, languages: ["en"] } };
  it.each<readonly [string, SaidConstraints]>([
    ["two hours less a week", { hoursPerWeek: 4 }],
    ["two hours less", { hoursPerWeek: 4 }],
    ["Make it two hours less per week please", { hoursPerWeek: 4 }],
    ["and with one hour less?", { hoursPerWeek: 5 }],
    ["2 fewer hours a week", { hoursPerWeek: 4 }],
    ["reduce it by 30 minutes", { hoursPerWeek: 5.5 }],
    ["half the time", { hoursPerWeek: 3 }],
    ["double the hours", { hoursPerWeek: 12 }],
    ["every week two hours less", { hoursPerWeek: 4 }],
    ["每周少两个小时", { hoursPerWeek: 4 }],
    ["那每周少学一小时呢", { hoursPerWeek: 5 }],
    ["时间减半", { hoursPerWeek: 3 }],
    ["a month shorter", { deadline: "2027-05-30" }],
    ["one month less", { deadline: "2027-05-30" }],
    ["two weeks earlier", { deadline: "2027-06-16" }],
    ["bring it forward by three weeks", { deadline: "2027-06-09" }],
    ["a month longer", { deadline: "2027-07-30" }],
    ["提前两周", { deadline: "2027-06-16" }],
    ["缩短一个月", { deadline: "2027-05-30" }],
    ["再多一个月", { deadline: "2027-07-30" }],
    ["half the budget", { budget: { amount: 200, currency: "EUR" } }],
    ["what if I only have half the budget?", { budget: { amount: 200, currency: "EUR" } }],
    ["halve the budget", { budget: { amount: 200, currency: "EUR" } }],
    ["double the budget", { budget: { amount: 800, currency: "EUR" } }],
    ["100 euros less", { budget: { amount: 300, currency: "EUR" } }],
    ["and with 50 euros more", { budget: { amount: 450, currency: "EUR" } }],
    ["cut the budget by 150", { budget: { amount: 250, currency: "EUR" } }],
    ["预算减半", { budget: { amount: 200, currency: "EUR" } }],
    ["预算翻倍", { budget: { amount: 800, currency: "EUR" } }],
    ["预算少100欧元", { budget: { amount: 300, currency: "EUR" } }],
    ["再加100欧", { budget: { amount: 500, currency: "EUR" } }],
  ])("%s", (question, changed) => {
    const found = ask(question, AT);
    expect(found).toMatchObject({ tool: "my-plan", target: AT.target });
    expect(found?.constraints).toEqual({ ...AT.constraints, ...changed });
    expect(found?.relative).toBeUndefined();
  });

  it("what nobody said yet is left to whoever knows the profile", () => {
    const bare: GrowthContext = { ...PLAN, constraints: {} };
    expect(ask("two hours less a week", bare)).toMatchObject({ relative: { hours: { by: -2 } } });
    expect(ask("half the budget", bare)).toMatchObject({ relative: { budget: { times: 0.5 } } });
    expect(ask("100 pounds less", AT)).toMatchObject({ relative: { budget: { by: -100, currency: "GBP" } } });
    expect(ask("a month shorter", bare)?.constraints.deadline).toBe("2027-04-23");
  });

  test.each(["Can I work two hours less a week?", "two hours less work a week", "可以每周少上班两小时吗", "Who decides about half the budget?", "Is half the budget paid back?"])("%s is no change of the plan", (question) => {
    const found = ask(question, AT);
    expect(found === null || (found.constraints.hoursPerWeek === 6 && found.constraints.budget?.amount === 400)).toBe(true);
  });

  test("without a plan before, it is nothing", () => expect(ask("two hours less a week", null)).toBeNull());
});
