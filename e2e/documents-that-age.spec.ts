/** @file Story: a policy ends and its successor begins; answers follow, history is history; two sites, two answers; owners get tasks. */
import type { Locator, Page } from "@playwright/test";
import { accountOf, expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { DocumentsPage } from "./pages/documents-page";

const markdown = (name: string, content: string) => ({ name, mimeType: "text/markdown", buffer: Buffer.from(content) });
const FIRST = "Skate rental, first edition";
const SECOND = "Skate rental, second edition";
const day = (offset: number) => {
  const date = new Date(Date.now() + offset * 86_400_000);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
};

/** By its own title: a row may name the document that took its place. */
const rowOf = (page: Page, title: string): Locator => page.getByRole("row").filter({ has: page.getByRole("button", { name: title, exact: true }) });

async function remove(page: Page, title: string): Promise<void> {
  await rowOf(page, title).getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: /^Delete/ }).click();
  await expect(rowOf(page, title)).toHaveCount(0);
}

async function details(page: Page, title: string): Promise<Locator> {
  await rowOf(page, title).getByRole("button", { name: /^Actions for/ }).click();
  await page.getByRole("menuitem", { name: "Details" }).click();
  return page.getByRole("dialog", { name: "Details" });
}

test("a policy that ended yesterday is history, and its successor answers", async ({ as }) => {
  const page = await as("hr_lead");
  const documents = new DocumentsPage(page);
  await documents.open();
  await documents.add([
    markdown("skates-old.md", "# Skate rental, first edition\n\n## Price\n\nBorrowing skates from the boathouse costs 4 euros per day.\n"),
    markdown("skates-new.md", "# Skate rental, second edition\n\n## Price\n\nBorrowing skates from the boathouse costs 7 euros per day.\n"),
  ]);
  for (const title of [FIRST, SECOND]) await expect(rowOf(page, title).getByText("Ready")).toBeVisible({ timeout: 60_000 });

  const old = await details(page, FIRST);
  await old.getByLabel("Last day").fill(day(-1));
  await old.getByLabel("Owner").selectOption({ label: accountOf("reviewer").name });
  await old.getByRole("button", { name: "Save" }).click();
  await expect(rowOf(page, FIRST).getByText(/^Ended on/)).toBeVisible();
  const next = await details(page, SECOND);
  await next.getByLabel("First day").fill(day(0));
  await next.getByLabel("Takes the place of").selectOption({ label: FIRST });
  await next.getByRole("button", { name: "Save" }).click();
  await expect(rowOf(page, SECOND).getByText(/since/)).toBeVisible();

  const chat = new ChatPage(await as("employee"));
  const now = await chat.ask("How much does borrowing skates from the boathouse cost?");
  await expect(now.locator(".quotation").first()).toContainText("7 euros");
  await expect(now.getByText(/^Applies to everyone, since/).first()).toBeVisible();
  await expect(now.getByText("4 euros")).toHaveCount(0);
  const before = await chat.ask("And how much did borrowing skates cost under the old policy?");
  await expect(before.getByText(/^Until \d/).first()).toBeVisible();
  await expect(before.locator(".quotation").first()).toContainText("4 euros");
  await expect(before.locator(".quotation").filter({ hasText: "7 euros" })).toBeVisible();

  await documents.open();
  for (const title of [SECOND, FIRST]) await remove(page, title);
});

test("two sites, two answers; what holds elsewhere is said to be for others", async ({ as }) => {
  const page = await as("hr_lead");
  const documents = new DocumentsPage(page);
  await documents.open();
  await documents.add([
    markdown("bell-rtm.md", "---\nsites: [Rotterdam]\nvalid_from: 2026-03-01\n---\n# Quay bell duty, Keilehoek\n\nWhoever rings the quay bell gets 11 euros per watch.\n"),
    markdown("bell-szx.md", "---\nsites: [Suzhou]\n---\n# Quay bell duty, Loujiang\n\nWhoever rings the quay bell gets 66 yuan per watch.\n"),
    markdown("raft-szx.md", "---\nsites: [Suzhou]\n---\n# Bamboo raft outing\n\nThe bamboo raft outing starts at 06:45 from the lotus pier.\n"),
    markdown("bad-day.md", "---\nvalid_until: 31.12.2026\n---\n# Bad day\n\nText.\n"),
  ]);
  for (const title of ["Keilehoek", "Loujiang", "Bamboo raft"]) await expect(documents.row(title).getByText("Ready")).toBeVisible({ timeout: 60_000 });
  await expect(documents.row("bad-day").getByText(/valid_until.*YYYY-MM-DD/)).toBeVisible();

  const question = "How much does one get for ringing the quay bell per watch?";
  const rotterdam = await new ChatPage(await as("employee")).ask(question);
  await expect(rotterdam.locator(".quotation").first()).toContainText("11 euros");
  await expect(rotterdam.getByText("Applies to you: Rotterdam, since 1 March 2026").first()).toBeVisible();
  await expect(rotterdam.getByText("66 yuan")).toHaveCount(0);
  const chinese = new ChatPage(await as("chinese_employee"));
  const suzhou = await chinese.ask(question);
  await expect(suzhou.locator(".quotation").first()).toContainText("66 yuan");
  await expect(suzhou.getByText("11 euros")).toHaveCount(0);

  const elsewhere = await new ChatPage(await as("employee")).ask("When does the bamboo raft outing start from the lotus pier?");
  await expect(elsewhere.getByText(/^Holds for Suzhou, not for you/).first()).toBeVisible();
  await expect(elsewhere.getByText("Answered", { exact: true })).toHaveCount(0);

  await documents.open();
  for (const title of ["Keilehoek", "Loujiang", "Bamboo raft", "bad-day"]) await documents.delete(title);
  await expect(documents.row("Loujiang")).toHaveCount(0);
});

test("an owner gets a task before the end, marks it as done, and HR sees who did", async ({ as }) => {
  const page = await as("hr_lead");
  const documents = new DocumentsPage(page);
  await documents.open();
  await documents.add([markdown("ferry.md", "# Ferry tokens\n\nFerry tokens are handed out at the gatehouse until noon.\n")]);
  await expect(documents.row("Ferry tokens").getByText("Ready")).toBeVisible({ timeout: 60_000 });
  const dialog = await details(page, "Ferry tokens");
  await dialog.getByLabel("Last day").fill(day(10));
  await dialog.getByLabel("Owner").selectOption({ label: accountOf("reviewer").name });
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(documents.row("Ferry tokens").getByText(/owner/)).toBeVisible();

  const owner = await as("reviewer");
  await owner.getByRole("link", { name: "Tasks" }).click();
  const task = owner.getByRole("listitem").filter({ hasText: "Ferry tokens" });
  await expect(task.getByText("Ends soon, nothing follows")).toBeVisible();
  await task.getByRole("button", { name: "Mark as done" }).click();
  await expect(task).toHaveCount(0);

  await page.goto("/tasks");
  await page.getByRole("group", { name: "State" }).getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Ferry tokens" }).getByText(`Done by ${accountOf("reviewer").name}`, { exact: false }).first()).toBeVisible();
  await documents.open();
  await documents.delete("Ferry tokens");
  await expect(documents.row("Ferry tokens")).toHaveCount(0);
});
