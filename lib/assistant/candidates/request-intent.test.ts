import { describe, expect, test } from "vitest";
import { candidateIntent } from "./request-intent";

describe("requests for people", () => {
  test.each([
    "Find me someone with Python and SQL",
    "find candidates with 5 years of experience in logistics",
    "Who has experience with SAP?",
    "who speaks Mandarin and has worked in sales?",
    "Show me accountants in Leeds",
    "Can you find a welder with a forklift licence?",
    "Which candidates speak German?",
    "How many candidates do we have with a CPA?",
    "Do we have any applicants with Kubernetes?",
    "Show me Mara Quill's resume",
    "找会 Python 的候选人",
    "帮我找一个有五年经验的会计",
    "谁会说德语？",
    "有没有做过采购的候选人？",
  ])("%s", (question) => expect(candidateIntent(question)).toBe("strict"));

  test.each(["senior accountant with SAP experience", "mechanical engineer, 5+ years, fluent German"])("%s (a recruiter's shorthand)", (question) =>
    expect(candidateIntent(question)).not.toBeNull(),
  );
});

describe("questions about rules, also a recruiter's", () => {
  test.each([
    "What is the referral bonus for recommending a candidate?",
    "How long do we keep candidates' data?",
    "How do I interview candidates fairly?",
    "Can I see my own personnel file?",
    "Who approves my leave?",
    "Who do I call when I am ill?",
    "Who has to sign my expense report?",
    "How many days of annual leave do I have?",
    "Do we have a gym?",
    "What is the notice period for managers?",
    "expense approver client projects",
    "候选人的简历保存多久？",
    "招聘流程是什么？",
    "报销找谁批准？",
    "加班费怎么算",
    "我有多少天年假？",
  ])("%s", (question) => expect(candidateIntent(question)).toBeNull());
});
