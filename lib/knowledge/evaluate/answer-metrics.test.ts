import { describe, expect, test } from "vitest";
import { evalQuestion, type EvalAnswersDetail } from "../../contracts/cli";
import { answerMetrics, type JudgedAnswer } from "./answer-metrics";
import { isAnswerCited, isQuoteCited } from "./quote-match";

describe("quotes are compared by their letters and digits", () => {
  test.each([
    ["You get **25 days** of [leave](https://x.example/a) a year.", ["Before. You get 25 days of leave a year. After."]],
    ["- Write to <mailto:hr@lark.example>\n- within 3 days", ["Write to hr@lark.example\nwithin 3 days"]],
    ["用人单位应当 支付", ["……用人单位应当支付工资。"]],
    ["“Smart” quotes — and dashes", ['"smart" quotes - and dashes']],
  ])("%s", (gold, quotes) => expect(isQuoteCited(gold, quotes)).toBe(true));

  test("half a quote is no quote, and two halves in two citations are none", () => {
    expect(isQuoteCited("You get 25 days of leave a year", ["You get 25 days"])).toBe(false);
    expect(isQuoteCited("You get 25 days of leave a year", ["You get 25 days", "of leave a year"])).toBe(false);
    expect(isQuoteCited("", ["anything"])).toBe(false);
  });

  test("amounts keep their currency", () => {
    expect(isAnswerCited(["$25"], ["a budget of \\$25 per day"])).toBe(true);
    expect(isAnswerCited(["$25"], ["25 people"])).toBe(false);
  });
});

describe("metrics", () => {
  const judged = (changes: { question?: object; detail?: Partial<EvalAnswersDetail> }): JudgedAnswer => ({
    question: evalQuestion.parse({ id: "q", question: "q?", answerable: true, document: "a.md", quote: "gold words", answers: ["gold"], ...changes.question }),
    detail: { id: "q", abstained: false, confidence: 0.8, answer: "", citations: [{ document: "a.md", quote: "the gold words here" }], retrieved: ["a.md"], ...changes.detail },
    latencyMs: 10,
  });
  const unanswerable = { answerable: false, document: null, quote: null, answers: [] };

  test("shares are of the questions they concern", () => {
    const metrics = answerMetrics([
      judged({}),
      judged({ detail: { retrieved: ["b.md", "c.md", "a.md"], citations: [{ document: "b.md", quote: "the gold words here" }], abstained: true, confidence: 0.3 } }),
      judged({ question: { also: ["b.md"] }, detail: { retrieved: ["b.md"], citations: [] } }),
      judged({ detail: { retrieved: ["b.md", "c.md", "d.md", "e.md", "f.md", "a.md"] } }),
      judged({ question: unanswerable, detail: { abstained: true, confidence: 0.1 } }),
      judged({ question: unanswerable, detail: { confidence: 0.9 } }),
    ]);
    expect(metrics).toEqual({ n: 6, hit1: 0.5, hit5: 0.75, quote: 0.5, answer: 0.5, coverage: 0.75, abstain: 0.5, auroc: 0.5, latencyMs: 10 });
  });

  test("without questions there are no metrics; without a kind there is no AUROC", () => {
    expect(() => answerMetrics([])).toThrow(/no question/);
    expect(answerMetrics([judged({})]).auroc).toBeNull();
  });
});
