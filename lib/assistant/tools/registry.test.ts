/**
 * @file People or policies: what a recruiter types without saying which; and that nobody else's answer depends on it.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { createAssistant } from "../assistant";
import type { LearnedRanking } from "../../knowledge/retrieval/learned-ranking";
import { asks, HANDBOOK, inventKnowledge, recruiterAsks, wordHashEncoder, type InventedDocument } from "../fixtures";
import type { Assistant } from "../types";

const RESUMES: readonly InventedDocument[] = [
  { id: "cv-one", kind: "resume", markdown: "# Ola Brink\n\n## Experience\n\nPanel wirer at Fennmoor, 2015 – 2023. EPLAN drawings, night shifts.\n\n## Languages\n\nSpanish (native)\n" },
  { id: "cv-two", kind: "resume", markdown: "# Tia Marl\n\n## Experience\n\nWarehouse lead at Fennmoor Mills, 2018 – 2024. Forklift and stock counts.\n\n## Certificates\n\nSix Sigma Green Belt\n" },
];
const POLICIES: readonly InventedDocument[] = [
  ...HANDBOOK,
  { id: "travel", markdown: "# Travel policy\n\n## Hotels\n\nThe hotel limit is 140 euros a night. Book a hotel through the travel desk.\n" },
  { id: "shifts", markdown: "# Shift work\n\n## Premium\n\nThe night shift premium is 30 percent of the hourly rate.\n" },
  { id: "probation", markdown: "# 试用期规定\n\n三年合同的试用期为三个月。试用期工资不低于约定工资的百分之八十。\n" },
];

let assistant: Assistant;
beforeAll(async () => {
  const { knowledge } = await inventKnowledge([...POLICIES, ...RESUMES]);
  assistant = createAssistant({ knowledge });
});

describe("a recruiter", () => {
  test.each(["EPLAN", "six sigma green belt", "warehouse lead, forklift, Spanish", "panel wirer"])("gets people for %s", async (question) => {
    const { answer } = await assistant.ask(recruiterAsks(question));
    expect(answer.outcome).toBe("candidates");
  });

  test.each(["how many days of leave do I have", "travel policy hotel limit", "night shift premium", "试用期多久"])("gets the policy for %s", async (question) => {
    const { answer } = await assistant.ask(recruiterAsks(question));
    expect(answer.candidates).toEqual([]);
    expect(answer.outcome).not.toBe("candidates");
  });

  test("is offered the other reading of an open question, and gets it when taken", async () => {
    const questions = ["night shifts", "forklift", "stock", "hotel", "premium", "wirer, night shift premium", "warehouse hotel"];
    const answers = await Promise.all(questions.map((question) => assistant.ask(recruiterAsks(question))));
    const offered = answers.flatMap(({ answer }) => answer.suggestions.filter((suggestion) => /^(?:Find candidates:|What do the policies say about)/.test(suggestion)).map((suggestion) => ({ answer, suggestion })));
    expect(offered.length).toBeGreaterThan(0);
    for (const { answer, suggestion } of offered) {
      const taken = await assistant.ask(recruiterAsks(suggestion));
      expect(suggestion.startsWith("Find")).toBe(answer.outcome !== "candidates");
      expect(taken.answer.outcome === "candidates" || taken.retrieved.some((passage) => passage.documentId.startsWith("cv-"))).toBe(suggestion.startsWith("Find"));
    }
  });

  test("who asks who knows something is told of colleagues, and offered candidates; not when asking for a mentor", async () => {
    const port = { answer: () => Promise.resolve({ text: "Colleagues.", href: "/growth", rows: [], context: null, suggestions: [] }) };
    const growth = { today: "2026-11-22", currency: "EUR", names: [], port } as never;
    const ask = (question: string) => assistant.ask({ ...recruiterAsks(question), capabilities: new Set(["policies", "candidates", "growth"]), growth });
    const { answer } = await ask("Who knows forklift?");
    expect(answer.outcome).toBe("growth");
    expect(answer.suggestions[0]).toMatch(/^Find candidates:/);
    expect((await assistant.ask(recruiterAsks(answer.suggestions[0] ?? ""))).answer.outcome).toBe("candidates");
    const mentor = await ask("Who could mentor me in forklift?");
    expect(mentor.answer.outcome).toBe("growth");
    expect(mentor.answer.suggestions).toEqual([]);
  });

  test("narrows a list of people in the chat", async () => {
    const first = await assistant.ask(recruiterAsks("warehouse lead, forklift"));
    const history = [{ question: "warehouse lead, forklift", understoodAs: first.answer.understoodAs, outcome: first.answer.outcome, documents: [] }];
    const { answer } = await assistant.ask({ ...recruiterAsks("only those with Spanish"), history });
    expect(answer.outcome).toBe("candidates");
    expect(answer.candidates[0]?.matches.map((match) => match.part)).toEqual(["warehouse lead", "forklift", "Spanish"]);
  });
});

describe("what reviewers taught of questions for the documents", () => {
  const ranking: LearnedRanking = { version: "taught", encoderVersion: wordHashEncoder.version, weights: { dense: 0.3, passageMemory: 0, documentMemory: 0, popularity: 0 }, adapter: null, familiarity: { low: 0, high: 1 }, memory: [] };
  /** Away from the documents for questions like this one; towards them with a negative strength. */
  const taught = async (like: string, strength: number): Promise<LearnedRanking> => {
    const [vector = new Float32Array()] = await wordHashEncoder.embed([like]);
    return { ...ranking, intent: { bias: 0, direction: vector.map((value) => -strength * value) } };
  };
  const outcomeOf = async (question: string, learned: LearnedRanking, ask = asks) => (await assistant.ask(ask(question, { learned }))).answer.outcome;

  test("moves between the documents and what the assistant is not for, both ways", async () => {
    expect(await outcomeOf("which canteen dish tastes best", ranking)).not.toBe("out_of_scope");
    expect(await outcomeOf("which canteen dish tastes best", await taught("canteen dish tastes best", 6))).toBe("out_of_scope");
    expect(await outcomeOf("what is the weather like", ranking)).toBe("out_of_scope");
    expect(await outcomeOf("what is the weather like", await taught("what is the weather like", -6))).not.toBe("out_of_scope");
  });

  test("leaves other questions and other tools as they are", async () => {
    const learned = await taught("canteen dish tastes best", 6);
    expect(await outcomeOf("how many days of leave do I have", learned)).toBe(await outcomeOf("how many days of leave do I have", ranking));
    expect(await outcomeOf("hello", await taught("hello", 50))).toBe("chat");
    expect(await outcomeOf("panel wirer", await taught("how many days", 50), recruiterAsks)).toBe("candidates");
  });
});

describe("an employee", () => {
  const SHORTHAND = ["EPLAN", "six sigma green belt", "warehouse lead, forklift, Spanish", "panel wirer", "forklift", "senior panel wirer with EPLAN experience"];

  test.each(SHORTHAND)("gets for %s the same bytes whether or not there are résumés, and no offer", async (question) => {
    const without = createAssistant({ knowledge: (await inventKnowledge(POLICIES)).knowledge });
    const mayRead = (passage: { kind: string }): boolean => passage.kind !== "resume";
    const [here, there] = [await assistant.ask(asks(question, { mayRead })), await without.ask(asks(question, { mayRead }))];
    expect(here.answer).toEqual(there.answer);
    expect(here.answer.suggestions).toEqual([]);
    expect(here.retrieved).toEqual(there.retrieved);
  });
});
