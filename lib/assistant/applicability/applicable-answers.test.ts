/** @file Answers by whom they are for and when: two sites, history, successors, what holds for others only. */
import { beforeAll, describe, expect, it } from "vitest";
import { ANSWER } from "../../config/defaults";
import { NO_TERMS, type DocumentTerms, type EmployeeFacts } from "../../core/document-terms";
import { createAssistant } from "../assistant";
import { asks, HANDBOOK, inventKnowledge } from "../fixtures";
import type { Assistant } from "../types";

const VISITS = (limit: string) => `# Client visits\n\n## Gifts to clients\n\nA gift to a client may cost at most ${limit} per visit.\n`;
const DOCUMENTS = [
  ...HANDBOOK,
  { id: "parking-leeds", markdown: "# Parking\n\n## Permit fee\n\nThe parking permit fee is 12 pounds per month.\n" },
  { id: "parking-rotterdam", markdown: "# Parking\n\n## Permit fee\n\nThe parking permit fee is 18 euros per month.\n" },
  { id: "visits-old", markdown: VISITS("40 euros") },
  { id: "visits-new", markdown: VISITS("25 euros") },
  { id: "dormitory", markdown: "# Dormitory\n\n## Rent\n\nThe dormitory rent is 300 yuan per month, water and power included.\n" },
];
const TERMS: Readonly<Record<string, Partial<DocumentTerms>>> = {
  "parking-leeds": { sites: ["Leeds"] },
  "parking-rotterdam": { sites: ["Rotterdam"] },
  "visits-new": { supersedes: "visits-old", validFrom: "2026-03-01" },
  dormitory: { sites: ["Suzhou"] },
};
const terms = new Map(Object.entries(TERMS).map(([id, part]) => [id, { ...NO_TERMS, ...part }]));
const asker = (site: string | null): EmployeeFacts => ({ site, contract: "permanent", groups: ["Design"], language: "en" });

let assistant: Assistant;
beforeAll(async () => {
  assistant = createAssistant({ knowledge: (await inventKnowledge(DOCUMENTS)).knowledge });
});
const ask = async (question: string, site: string | null = "Leeds") => (await assistant.ask(asks(question, { applicability: { asker: asker(site), today: "2026-06-15", terms } }))).answer;
const cited = (answer: Awaited<ReturnType<typeof ask>>) => answer.citations.map(({ documentId }) => documentId);

describe("a policy with two sites", () => {
  it("answers differently for two people, and says for whom", async () => {
    const leeds = await ask("How much is the parking permit fee?");
    expect(cited(leeds)).toEqual(["parking-leeds"]);
    expect(leeds.text).toContain("Applies to you: Leeds");
    const rotterdam = await ask("How much is the parking permit fee?", "Rotterdam");
    expect(rotterdam.citations[0]?.quote).toContain("18 euros");
    expect(rotterdam.citations[0]?.standing).toMatchObject({ state: "applies", for: ["Rotterdam"], you: true });
  });

  it("answers for the site that the question names", async () => {
    const answer = await ask("How much is the parking permit fee in Rotterdam?");
    expect(cited(answer)).toEqual(["parking-rotterdam"]);
    expect(answer.text).toContain("Applies to: Rotterdam");
  });

  it("is no disagreement, not even for someone of whom nothing is known", async () => {
    const answer = await ask("How much is the parking permit fee?", null);
    expect(cited(answer)).toEqual(expect.arrayContaining(["parking-leeds", "parking-rotterdam"]));
    expect(answer.citations.map(({ conflict }) => conflict)).toEqual(answer.citations.map(() => null));
  });
});

describe("a policy with a successor", () => {
  it("is answered by the successor alone", async () => {
    const answer = await ask("How much may a gift to a client cost?");
    expect(cited(answer)).toEqual(["visits-new"]);
    expect(answer.text).toContain("since 1 March 2026");
  });

  it("is history when asked how it was before, with what holds now beside it, within the budget", async () => {
    const answer = await ask("How much was a gift to a client allowed to cost under the old policy?");
    expect(answer.outcome).toBe("answered");
    expect(cited(answer)).toEqual(expect.arrayContaining(["visits-old", "visits-new"]));
    expect(answer.citations[0]).toMatchObject({ documentId: "visits-old", standing: { state: "ended", until: "2026-02-28" } });
    expect(answer.text).toContain("Until 28 February 2026:");
    expect(answer.citations.map(({ number }) => number)).toEqual(answer.citations.map((_, i) => i + 1));
    expect(answer.citations.reduce((sum, { quote }) => sum + quote.length, 0)).toBeLessThanOrEqual(ANSWER.maxQuotedChars);
  });

  it("a time before it all is asked in vain: what holds now is quoted", async () => {
    expect(cited(await ask("How much was a gift to a client allowed to cost on 3 May 2026?"))).toEqual(["visits-new"]);
  });
});

describe("what holds for others only", () => {
  it("is no answer, but is said to be for whom", async () => {
    const answer = await ask("How much is the dormitory rent per month?");
    expect(answer.outcome).toBe("closest");
    expect(cited(answer)).toContain("dormitory");
    expect(answer.text).toContain("Holds for Suzhou, not for you");
  });

  it("is the answer where the question names them", async () => {
    const answer = await ask("How much is the dormitory rent per month in Suzhou?");
    expect(answer.outcome).toBe("answered");
    expect(answer.citations[0]).toMatchObject({ documentId: "dormitory", standing: { state: "applies", you: false } });
  });
});

it("without terms an answer is the same, to the byte, as without applicability", async () => {
  const question = "How many days of annual leave do full-time employees have?";
  const plain = await assistant.ask(asks(question));
  const empty = await assistant.ask(asks(question, { applicability: { asker: asker("Leeds"), today: "2026-06-15", terms: new Map() } }));
  expect(JSON.stringify([empty.answer, empty.retrieved, empty.documents])).toBe(JSON.stringify([plain.answer, plain.retrieved, plain.documents]));
});
