/**
 * @file Story: an employee says that an answer was wrong; a reviewer finds the question without a name, labels it and others
 * by keys alone, undoes, sees the progress. The forbidden half: nobody else reaches the queue, and a reviewer no unrated chat.
 */
import type { Page } from "@playwright/test";
import { TRUST_WORDS } from "../app/(workspace)/review/trust/_components/words";
import type { QueueView, ReviewItem } from "../lib/contracts/review";
import { violations } from "./axe";
import { accountOf, expect, test, type Person } from "./fixtures";
import { faultsOfDialog, type Language } from "./looks";
import { ChatPage } from "./pages/chat-page";

const QUESTION = "Which form of transport may I claim for a site visit to the Tidewater lock?";

async function openQueue(page: Page): Promise<void> {
  await page.goto("/review");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  await expect(page.getByRole("list", { name: "Queue" }).getByRole("button").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Submit grades/ })).toBeVisible();
}

const current = (page: Page) => page.getByRole("heading", { level: 2 }).first();

/** Presses a key that closes the item, and waits for the next one to stand there. */
async function pressOn(page: Page, key: string): Promise<void> {
  const before = await current(page).innerText();
  await page.keyboard.press(key);
  await expect(current(page)).not.toHaveText(before);
  await expect(page.getByRole("button", { name: /^Submit grades/ })).toBeVisible();
}

test("thumb down → item without a name → labelled, marked, searched, undone by keys", async ({ as }) => {
  const employee = await as("employee");
  const turn = await new ChatPage(employee).ask(QUESTION);
  await turn.getByRole("button", { name: "Not helpful: this answer" }).click();
  await employee.getByRole("dialog", { name: /What was wrong/ }).getByRole("button", { name: "Send" }).click();
  await expect(employee.getByText("A reviewer will see this without your name.").first()).toBeVisible();

  const page = await as("reviewer");
  await openQueue(page);
  await page.getByRole("list", { name: "Queue" }).getByRole("button").filter({ hasText: QUESTION }).click();
  await expect(current(page)).toContainText(QUESTION);
  await expect(page.getByRole("main")).not.toContainText(accountOf("employee").name);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

  // Grades move on by themselves; the answer is marked by sentences.
  await page.keyboard.press("k");
  await page.keyboard.press("s");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-start].bg-marker").first()).toBeVisible();
  await page.keyboard.press("3");
  await page.keyboard.press("0");
  await expect(page.getByRole("status").filter({ hasText: /^2 of \d+ graded/ })).toBeVisible();
  // The right passage is missing: by search, added as the answer.
  await page.keyboard.press("/");
  await page.keyboard.type("travel expenses receipts");
  await expect(page.getByRole("region", { name: "Search for the right passage" }).getByRole("listitem").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByText("found by you")).toBeVisible();
  await expect(page.getByText(/Draft saved/)).toBeVisible();
  await page.keyboard.press("l");
  await pressOn(page, "Enter");
  await expect(page.getByRole("list", { name: "Queue" }).getByRole("button").filter({ hasText: QUESTION })).toHaveCount(0);

  // Undo brings it back with everything; submitted again it is gone.
  await page.keyboard.press("z");
  await expect(current(page)).toContainText(QUESTION);
  await expect(page.getByRole("button", { name: /^Flag/ })).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByText("found by you")).toBeVisible();
  await pressOn(page, "Enter");
  for (const key of ["u", "f", "x"]) await pressOn(page, key);
  // The screen goes on before the last judgement is stored.
  const since = new Date(Date.now() - 3_600_000).toISOString();
  await expect.poll(async () => (await page.request.get(`/api/review/progress?since=${since}`)).json() as Promise<unknown>).toMatchObject({ today: 3, skipped: 1 });

  // The sheet of keys, and a key of one's own.
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys of the queue" });
  await sheet.getByRole("button", { name: /^Skip/ }).click();
  await page.keyboard.press("q");
  await expect(sheet.getByRole("button", { name: "Skip: Q" })).toBeVisible();
  await sheet.getByRole("button", { name: "Back to the defaults" }).click();
  await expect(sheet.getByRole("button", { name: "Skip: X" })).toBeVisible();
  await page.keyboard.press("Escape");
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violations(page), colorScheme).toEqual([]);
  }
});

test("two keys an item; how many a minute that is, is reported", async ({ as }) => {
  const page = await as("reviewer");
  await openQueue(page);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const from = Date.now();
  for (let i = 0; i < 5; i++) {
    await page.keyboard.press("1");
    await pressOn(page, "Enter");
  }
  const perMinute = 5 / ((Date.now() - from) / 60_000);
  test.info().annotations.push({ type: "items a minute", description: perMinute.toFixed(0) });
  for (let i = 0; i < 5; i++) {
    const before = await current(page).innerText();
    await page.keyboard.press("z");
    await expect(current(page)).not.toHaveText(before);
  }
});

/** Two who judge the same waiting item: the one finds its first passage right, the other wrong. @returns the question */
async function judgeDifferently(lead: Page, reviewer: Page): Promise<string> {
  const queueOf = async (page: Page): Promise<QueueView["items"]> => ((await (await page.request.get("/api/review/queue?limit=200")).json()) as QueueView).items;
  const theirs = await queueOf(reviewer);
  const both = (await queueOf(lead)).find(({ id }) => theirs.some((one) => one.id === id));
  const { passages } = (await (await lead.request.get(`/api/review/items/${both?.id}`)).json()) as ReviewItem;
  for (const [page, relevance] of [[lead, 3], [reviewer, 0]] as const) {
    const reply = await page.request.post(`/api/review/items/${both?.id}/judgement`, { data: { state: "done", verdict: "graded", grades: [{ chunkId: passages[0]?.chunkId, relevance }], durationMs: 3000 }, headers: { origin: new URL(page.url()).origin } });
    expect(reply.ok(), await reply.text()).toBe(true);
  }
  return both?.question ?? "";
}

test("trust: agreement with its interval; an HR lead decides where reviewers differ", async ({ as }) => {
  test.setTimeout(120_000);
  const lead = await as("hr_lead");
  await lead.goto("/review/trust");
  await expect(lead.getByText(/^95 %: .* n = \d+/).first()).toBeVisible();
  await expect(lead.getByRole("row").filter({ hasText: accountOf("reviewer").name })).toBeVisible();
  const question = await judgeDifferently(lead, await as("reviewer"));
  await lead.reload();
  const differ = lead.getByRole("region", { name: "Reviewers differ" }).getByRole("listitem");
  await expect(differ.filter({ hasText: question })).toBeVisible();
  const open = await differ.count();
  const decide = (language: Language) => lead.getByRole("button", { name: `${TRUST_WORDS[language].decide}: ${question}` }).click();
  expect(await faultsOfDialog(lead, "reviewers differ", (language) => new RegExp(`${TRUST_WORDS[language].decideTitle.replace("?", "\\?")}[^]*${TRUST_WORDS[language].verdictLabel}`), decide)).toEqual([]);
  const dialog = lead.getByRole("dialog", { name: "What holds?" });
  await expect(dialog).toContainText(question);
  await expect(dialog.getByText(/^Reviewer [A-Z].*: /)).not.toHaveCount(0);
  await dialog.getByRole("combobox", { name: "Verdict" }).selectOption({ label: "Not a fair question" });
  await dialog.getByRole("button", { name: "Decide", exact: true }).click();
  await expect(lead.getByText("Decided. Training uses this from now on.").first()).toBeVisible();
  await expect(differ.filter({ hasText: question })).toHaveCount(0);
  await expect(differ).toHaveCount(open - 1);
  const reviewer = await as("reviewer");
  await reviewer.goto("/review/trust");
  await expect(reviewer.getByRole("row").filter({ hasText: accountOf("reviewer").name })).toBeVisible();
  await expect(reviewer.getByRole("row").filter({ hasText: accountOf("hr_lead").name })).toHaveCount(0);
});

test("nobody else reaches the queue; a reviewer reaches no chat that was not rated", async ({ as }) => {
  for (const person of ["employee", "recruiter", "admin"] satisfies Person[]) {
    const page = await as(person, { expectErrors: true });
    await expect(page.getByRole("link", { name: "Review" })).toHaveCount(0);
    for (const path of ["queue", "progress?since=2026-01-01T00:00:00Z", "trust", "preferences", "disagreements", "reviewers"]) expect((await page.request.get(`/api/review/${path}`)).status(), `${person} ${path}`).toBe(403);
    expect((await page.request.post("/api/review/undo", { data: {} })).status()).toBe(403);
    await page.goto("/review");
    await expect(page.getByRole("button", { name: /^Submit grades/ })).toHaveCount(0);
  }
  const employee = await as("employee");
  await new ChatPage(employee).ask("How do I borrow a torque wrench over the weekend?");
  const { conversations } = (await (await employee.request.get("/api/conversations")).json()) as { conversations: { id: string; title: string }[] };
  const conversation = conversations.find((entry) => entry.title.startsWith("How do I borrow a torque"));
  const reviewer = await as("reviewer", { expectErrors: true });
  const { items } = (await (await reviewer.request.get("/api/review/queue?limit=200")).json()) as { items: { question: string }[] };
  expect(items.some((item) => item.question.includes("torque wrench"))).toBe(false);
  for (const path of [`/api/conversations/${conversation?.id}`, `/api/review/items/${conversation?.id}`]) expect((await reviewer.request.get(path)).status()).toBe(404);
  for (const path of ["disagreements", "reviewers"]) expect((await reviewer.request.get(`/api/review/${path}`)).status()).toBe(403);
});
