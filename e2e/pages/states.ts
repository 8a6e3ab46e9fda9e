/** @file States that a look needs and the demo company does not have: a chat, a plan, a question to HR, a document that changed. Made over HTTP, as the screens do; made once, then found. */
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, type Page } from "@playwright/test";

/** Something of the API as this person; null where the reply is empty. */
export async function ask<T>(page: Page, address: string, body?: object): Promise<T> {
  const headers = { origin: new URL(page.url()).origin };
  const response = body ? await page.request.post(address, { data: body, headers }) : await page.request.get(address);
  expect(response.status(), `${address}: ${await response.text()}`).toBeLessThan(300);
  const text = await response.text();
  return (text === "" ? null : JSON.parse(text)) as T;
}

/** The first link of a list that leads to one thing of it: to an id. */
export const firstLink = (list: string) => async (page: Page): Promise<string> => {
  await page.goto(list);
  const link = page.getByRole("main").locator(`a[href^="${list}/0"]`).filter({ visible: true }).first();
  await expect(link).toBeVisible();
  return (await link.getAttribute("href")) ?? "";
};

interface Asked {
  readonly conversationId: string;
  readonly messageId: string;
}

async function askInChat(page: Page, question: string): Promise<Asked> {
  const reply = await page.request.post("/api/chat", { data: { question }, headers: { origin: new URL(page.url()).origin } });
  const done = /event: done\ndata: (.*)/.exec(await reply.text())?.[1];
  expect(done, question).toBeDefined();
  return JSON.parse(done as string) as Asked;
}

/** The address of a chat of one's own in which this was asked and answered. */
export const chatWith = (question: string) => async (page: Page): Promise<string> => {
  const { conversations } = await ask<{ conversations: { id: string; title: string }[] }>(page, "/api/conversations");
  const found = conversations.find(({ title }) => title === question);
  return `/chat/${found?.id ?? (await askInChat(page, question)).conversationId}`;
};

const PLAN = { target: { kind: "text", id: null, text: "PLC commissioning engineer" }, constraints: { hoursPerWeek: 5, deadline: "2027-12-31", budget: null, languages: ["en"] } };

/** The address of one's own running plan. */
export async function planOf(page: Page): Promise<string> {
  const { plans } = await ask<{ plans: { id: string; status: string }[] }>(page, "/api/growth/plans");
  const active = plans.find(({ status }) => status === "active");
  return `/growth/plan?id=${(active ?? (await ask<{ id: string }>(page, "/api/growth/plans", PLAN))).id}`;
}

/** Asks in the chat of this question, and sends it to HR without a name, unless it waits there. @returns the id under "my questions to HR" */
export async function sendToHr(page: Page, question: string): Promise<string> {
  const waiting = async (): Promise<string | undefined> => (await ask<{ asks: { id: string; state: string; sent: { question: string } }[] }>(page, "/api/ask-hr")).asks.find(({ sent, state }) => sent.question === question && state === "waiting")?.id;
  const before = await waiting();
  if (before !== undefined) return before;
  const { messageId } = await askInChat(page, question);
  const draft = { messageId, question, withContext: false, withName: false };
  const { digest } = await ask<{ digest: string }>(page, "/api/ask-hr/preview", draft);
  await ask(page, "/api/ask-hr", { ...draft, digest });
  return (await waiting()) ?? "";
}

/** Answers what waits in the inbox under this question in words alone. */
export async function answerAsHr(page: Page, question: string, reply: string): Promise<void> {
  const { items } = await ask<{ items: { id: string; question: string }[] }>(page, "/api/ask-hr/inbox");
  const item = items.find((one) => one.question === question);
  await ask(page, `/api/ask-hr/inbox/${item?.id ?? "none"}/answer`, { question, reply, passage: null, shared: true, audience: ["role:employee"] });
}

/** A stay interview of this person with the first of their team, unless there is one. */
export async function interviewWith(page: Page): Promise<void> {
  const { interviews } = await ask<{ interviews: { role: string }[] }>(page, "/api/growth/interviews");
  if (interviews.some(({ role }) => role === "manager")) return;
  const { people } = await ask<{ people: { id: string }[] }>(page, "/api/growth/team");
  await ask(page, "/api/growth/interviews", { employeeId: people[0]?.id ?? "", answers: { growth: { mark: "mixed", notes: "Would like to lead a commissioning." } }, actions: [{ text: "Ask for a place in the spring course", by: null }] });
}

interface Listed {
  readonly id: string;
  readonly source: string;
  readonly status: string;
  readonly versions: number;
}

const WATCHED = "shore-leave-of-crews.md";
const EDITIONS = ["# Shore leave of crews\n\n## Length\n\nCrews get two days of shore leave after a voyage of a month.\n\n## Asking\n\nAsk the harbour office by Friday.\n", "# Shore leave of crews\n\n## Length\n\nCrews get three days of shore leave after a voyage of a month.\n\n## Asking\n\nAsk the harbour office by Wednesday, in writing.\n"];

/** A policy whose file in the watched folder (playwright.config.ts) was changed after it had been read. @returns its id */
export async function changedDocument(page: Page): Promise<string> {
  const current = async (): Promise<Listed | undefined> => (await ask<{ documents: Listed[] }>(page, "/api/documents?kind=policy")).documents.find(({ source }) => source.endsWith(WATCHED));
  const file = path.join(process.env.CADRE_E2E_DATA ?? "", "watched", WATCHED);
  for (const [before, edition] of EDITIONS.entries()) {
    const { id, versions } = (await current()) ?? {};
    if (versions === 1) return id ?? "";
    await writeFile(file, edition);
    await expect.poll(async () => [(await current())?.status, (await current())?.versions], { timeout: 90_000, message: `edition ${before + 1} is read` }).toEqual(["ready", before]);
  }
  return (await current())?.id ?? "";
}
