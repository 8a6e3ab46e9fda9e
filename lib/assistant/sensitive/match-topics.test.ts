/** @file Questions that must stay private, everyday ones that need not, and lists that a company might write. */
import { describe, expect, test } from "vitest";
import { sensitiveTopics, type SensitiveTopic } from "../../contracts/sensitive-topics";
import { DEFAULT_TOPICS } from "./default-topics";
import { compileTopics } from "./match-topics";

const match = compileTopics(DEFAULT_TOPICS);

describe("the list that Cadre comes with", () => {
  test.each([
    ["I was diagnosed with breast cancer, how long am I paid?", ["health"]],
    ["I'm pregnant. When do I have to tell my manager?", ["pregnancy"]],
    ["My supervisor keeps touching me, what can I do", ["harassment"]],
    ["is harrasment by a customer covered", ["harassment"]],
    ["what happens if i am pregnent in probation", ["pregnancy"]],
    ["Can they fire me for joining a trade union?", ["union"]],
    ["How do unions get a room for meetings?", ["union"]],
    ["May I pray during my shift in Ramadan?", ["religion"]],
    ["who do i whistle-blow to about forged weld certificates", ["whistle-blowing"]],
    ["who is the whistleblower contact", ["whistle-blowing"]],
    ["I have ADHD, can I get a quieter desk?", ["disability"]],
    ["I'm burnt out and depressed", ["mental-health"]],
    ["I think I am paid less because of my skin colour", ["discrimination"]],
    ["My wife and I are getting divorced, does my pension get split?", ["family-crisis"]],
    ["我怀孕了,试用期会被辞退吗?", ["pregnancy"]],
    ["領導騷擾我,可以向誰舉報?", ["harassment", "whistle-blowing"]],
    ["确诊 乙肝 会影响入职吗", ["health"]],
    ["加入工会要交多少会费", ["union"]],
  ])("%s", (question, expected) => {
    expect(match(question)).toEqual(expected);
  });

  test.each([
    "How many days of annual leave do I have?",
    "Can I cancel my leave?",
    "How do I hand in a sick note?",
    "How many days of sick leave are paid?",
    "Does the rule follow European Union law?",
    "My account is disabled, who turns it on again?",
    "What is the per diem for a trip to Germany?",
    "Which shoes do I need on the shop floor?",
    "How do I book a parking space?",
    "Where do I report my expenses?",
    "病假要交什么材料?",
    "出差住宿标准是多少?",
    "压力容器操作证公司报销吗?",
    "礼拜五可以在家办公吗?",
  ])("no topic: %s", (question) => {
    expect(match(question)).toEqual([]);
  });

  test("fits its own contract, and every entry finds a question that holds it", () => {
    expect(sensitiveTopics.safeParse(DEFAULT_TOPICS).error).toBeUndefined();
    for (const topic of DEFAULT_TOPICS) {
      const alone = compileTopics([{ ...topic, exceptions: { en: [], zh: [] } }]);
      for (const word of topic.words.en) expect(alone(`about ${word.replaceAll("*", "")} please`), word).toEqual([topic.id]);
      for (const word of topic.words.zh) expect(alone(`请问${word}怎么办`), word).toEqual([topic.id]);
    }
  });
});

describe("a company's own list", () => {
  const topic = (part: Partial<SensitiveTopic>): SensitiveTopic => ({ id: "own", name: { en: "Own", zh: "自定" }, on: true, words: { en: [], zh: [] }, exceptions: { en: [], zh: [] }, ...part });

  test("a phrase needs its words in order, in any inflection", () => {
    const own = compileTopics([topic({ words: { en: ["site closure"], zh: [] } })]);
    expect(own("When are site closures announced?")).toEqual(["own"]);
    expect(own("What is the closure time of the site?")).toEqual([]);
  });

  test("a word lets others begin with it only when it ends in *", () => {
    expect(compileTopics([topic({ words: { en: ["merge"], zh: [] } })])("the mergerplan")).toEqual([]);
    expect(compileTopics([topic({ words: { en: ["merger*"], zh: [] } })])("the mergerplan")).toEqual(["own"]);
  });

  test("an exception hides its own place only", () => {
    const own = compileTopics([topic({ words: { en: ["union"], zh: ["工会"] }, exceptions: { en: ["credit union"], zh: ["工会路"] } })]);
    expect(own("the credit union on site")).toEqual([]);
    expect(own("does the union run the credit union?")).toEqual(["own"]);
    expect(own("班车停在工会路吗")).toEqual([]);
    expect(own("工会在工会路吗")).toEqual(["own"]);
  });

  test("a topic that is off finds nothing", () => {
    expect(compileTopics([topic({ on: false, words: { en: ["merger"], zh: [] } })])("the merger")).toEqual([]);
  });
});
