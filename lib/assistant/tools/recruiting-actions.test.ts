/** @file Onto a shortlist, and drafts of letters, from the chat: whom and what is meant; nothing is done by the answer itself. */
import { beforeAll, expect, test } from "vitest";
import { createAssistant } from "../assistant";
import { asks, HANDBOOK, inventKnowledge, recruiterAsks } from "../fixtures";
import type { Comparison } from "../../contracts/recruiting-chat";
import type { Applicant, RecruitingContext } from "../recruiting/types";
import type { Assistant, Turn } from "../types";

const [PLC, BUYER] = [{ id: "o-plc", name: "PLC commissioning engineer" }, { id: "o-buy", name: "Strategic buyer, castings" }];
const applied = (application: string, name: string, opening: { id: string; name: string }, stage: Applicant["stage"] = "screening"): Applicant => ({ application, name, opening, stage, language: "en", lists: opening === PLC ? [{ id: "l-first", name: "First interviews" }] : [] });
const APPLIED: Readonly<Record<string, readonly Applicant[]>> = {
  "cv-greta": [applied("a-greta", "Greta Hollenbach", PLC)],
  "cv-ola": [applied("a-ola-plc", "Ola Brink", PLC), applied("a-ola-buy", "Ola Brink", BUYER, "rejected")],
  "cv-tia": [applied("a-tia-plc", "Tia Marl", PLC), applied("a-tia-buy", "Tia Marl", BUYER)],
  "cv-guo": [applied("a-guo", "郭砚舟", PLC)],
  "K4-7QFM": [applied("a-hidden", "K4-7QFM", BUYER)],
};
const tableOf = (documents: readonly string[]): Comparison => ({
  type: "comparison",
  opening: { id: PLC.id, title: PLC.name },
  people: documents.map((documentId, i) => ({ application: `a-${documentId}`, documentId, name: documentId, rank: i + 1, score: 70 - 10 * i, met: 2, of: 3 })),
  rows: [{ name: "TIA Portal", mustHave: true, weight: 20, parts: documents.map((_, i) => ({ score: i === 0 ? 100 : 0, met: i === 0, quote: i === 0 ? { text: "wrote TIA Portal programs", start: 5, end: 30 } : null })) }],
});
const recruiting: RecruitingContext = {
  openings: [PLC, BUYER],
  people: [{ id: "cv-greta", name: "Greta Hollenbach" }, { id: "cv-ola", name: "Ola Brink" }, { id: "cv-guo", name: "郭砚舟" }, { id: "cv-tia", name: "Tia Marl" }],
  port: {
    standings: () => Promise.resolve(null),
    why: () => Promise.resolve(null),
    compare: (documents) => Promise.resolve(documents.some((id) => !id.startsWith("cv-") || id === "cv-guo") ? null : tableOf(documents)),
    about: () => Promise.resolve([]),
    applicants: ({ documents, codes }) => Promise.resolve([...documents, ...codes].flatMap((id) => APPLIED[id] ?? [])),
    reasonFor: (application, language) => Promise.resolve(`${language}: evidence of ${application}`),
  },
};

let assistant: Assistant;
beforeAll(async () => {
  assistant = createAssistant({ knowledge: (await inventKnowledge(HANDBOOK)).knowledge });
});
const ask = async (question: string, history: readonly Turn[] = []) => (await assistant.ask(recruiterAsks(question, { recruiting, history, capabilities: new Set(["policies", "candidates", "recruiting"]) }))).answer;

test.each([
  ["add Greta Hollenbach to the shortlist of the PLC opening", ["a-greta"], "o-plc", null],
  ["Put Greta on the shortlist First interviews", ["a-greta"], "o-plc", "l-first"],
  ["shortlist Greta Hollenbach", ["a-greta"], "o-plc", null],
  ["Please add Greta and Ola to the PLC commissioning engineer shortlist", ["a-greta", "a-ola-plc"], "o-plc", null],
  ["add K4-7QFM to the shortlist", ["a-hidden"], "o-buy", null],
  ["把郭砚舟加入入围名单", ["a-guo"], "o-plc", null],
])("%s", async (question, applications, opening, list) => {
  const { recruiting: card, outcome } = await ask(question);
  expect(outcome).toBe("chat");
  expect(card).toMatchObject({ type: "shortlist", opening: { id: opening }, list });
  expect(card?.type === "shortlist" && card.people.map(({ application }) => application)).toEqual(applications);
  expect(card?.type === "shortlist" && card.people[0]?.reason).toContain(`evidence of ${applications[0] ?? ""}`);
});

test.each([
  ["draft a rejection to Greta Hollenbach", "a-greta", "rejection"],
  ["Write an interview invitation to Greta", "a-greta", "invitation"],
  ["draft a message to Greta Hollenbach", "a-greta", "progress"],
  ["Draft an e-mail to Ola Brink about the strategic buyer opening", "a-ola-buy", "rejection"],
  ["write a rejection letter for K4-7QFM", "a-hidden", "rejection"],
  ["给郭砚舟写一封面试邀请", "a-guo", "invitation"],
  ["帮我起草给郭砚舟的婉拒邮件", "a-guo", "rejection"],
])("%s", async (question, application, kind) => {
  const { recruiting: card } = await ask(question);
  expect(card).toMatchObject({ type: "letter", application, kind });
});

test("of several openings the asker says which, and the suggestions are understood", async () => {
  for (const question of ["add Tia Marl to the shortlist", "draft a rejection to Ola Brink"]) {
    const { recruiting: card, suggestions } = await ask(question);
    expect(card).toBeUndefined();
    expect(suggestions).toHaveLength(2);
    for (const suggestion of suggestions) expect((await ask(suggestion)).recruiting).toMatchObject({ opening: { id: suggestion.includes("buyer") ? "o-buy" : "o-plc" } });
  }
  const { suggestions } = await ask("draft a rejection to Greta and 郭砚舟");
  expect(await Promise.all(suggestions.map(async (suggestion) => (await ask(suggestion)).recruiting))).toMatchObject([{ application: "a-greta", kind: "rejection" }, { application: "a-guo", kind: "rejection" }]);
});

test("who was turned down is offered for no shortlist", async () => {
  expect((await ask("add Ola Brink to the shortlist")).recruiting).toMatchObject({ people: [{ application: "a-ola-plc" }] });
  expect((await ask("add Ola Brink to the shortlist of the strategic buyer opening")).recruiting).toBeUndefined();
});

test("“her” is whom the last answer quoted", async () => {
  const history: Turn[] = [{ question: "does Greta know PLC?", understoodAs: null, outcome: "answered", documents: ["Greta Hollenbach"] }];
  expect((await ask("add her to the shortlist", history)).recruiting).toMatchObject({ type: "shortlist", people: [{ application: "a-greta" }] });
});

test("somebody unknown is not looked up in the policies; a search for people stays one; an employee gets neither", async () => {
  expect((await ask("add Nemo Nobody to the shortlist of the PLC opening")).text).toMatch(/^Name whom/);
  expect((await ask("shortlist engineers with SolidWorks")).outcome).not.toBe("chat");
  expect((await ask("how do I write a letter of resignation")).recruiting).toBeUndefined();
  const employee = await assistant.ask(asks("add Greta Hollenbach to the shortlist of the PLC opening"));
  expect(employee.answer.recruiting).toBeUndefined();
});

test.each([
  ["compare Greta Hollenbach, Ola Brink and Tia Marl", ["cv-greta", "cv-ola", "cv-tia"]],
  ["Why is Hollenbach above Ola?", ["cv-greta", "cv-ola"]],
])("%s: a table with the lines that show each point", async (question, documents) => {
  const answer = await ask(question);
  expect(answer.recruiting).toEqual(tableOf(documents));
  expect(answer.text).toContain("They differ most in TIA Portal.");
});

test("who applied for different openings is not compared", async () => {
  const answer = await ask("比较 Greta Hollenbach 和 郭砚舟");
  expect([answer.recruiting, answer.text]).toEqual([undefined, expect.stringContaining("没有可比的得分")]);
});
