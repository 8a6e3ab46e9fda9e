/** @file Story: two policies that both hold say different things. Whoever asks sees both; each owner gets the task to settle it. */
import type { Page } from "@playwright/test";
import { accountOf, expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { DocumentsPage } from "./pages/documents-page";

const OFFICE = "Sledge loan, office edition";
const QUAY = "Sledge loan, quay edition";
const policy = (title: string, days: number, owner: string) => ({ name: `${title.replaceAll(/\W+/g, "-")}.md`, mimeType: "text/markdown", buffer: Buffer.from(`---\nowner: ${owner}\n---\n# ${title}\n\n## Length\n\nThe company lends a sledge for ${days} days.\n`) });
const taskOn = (page: Page, title: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) }).filter({ hasText: "Documents disagree" });

test("both are shown, both owners are asked, and it is done when they say so", async ({ as }) => {
  test.setTimeout(120_000);
  const hr = await as("hr_lead");
  const documents = new DocumentsPage(hr);
  await documents.open();
  await documents.add([policy(OFFICE, 12, accountOf("reviewer").email), policy(QUAY, 20, accountOf("hr_lead").email)]);
  for (const title of [OFFICE, QUAY]) await expect(documents.row(title).getByText("Ready")).toBeVisible({ timeout: 60_000 });

  const turn = await new ChatPage(await as("employee")).ask("For how many days does the company lend a sledge?");
  const both = turn.getByRole("region", { name: "Documents that disagree" });
  await expect(both.getByText("These two documents disagree")).toBeVisible();
  for (const days of ["12 days", "20 days"]) await expect(both.locator(".quotation").filter({ hasText: days })).toBeVisible();

  const reviewer = await as("reviewer");
  await reviewer.goto("/tasks");
  const theirs = taskOn(reviewer, OFFICE);
  await expect(theirs).toContainText(`“${QUAY}” says something else on this`);
  for (const days of ["12 days", "20 days"]) await expect(theirs.getByText(days)).toBeVisible();
  await expect(taskOn(reviewer, QUAY)).toHaveCount(0);

  await hr.goto("/tasks");
  await hr.getByRole("group", { name: "Whose tasks" }).getByRole("button", { name: "Mine" }).click();
  await expect(taskOn(hr, QUAY)).toBeVisible();
  await expect(taskOn(hr, OFFICE)).toHaveCount(0);

  for (const [page, title] of [[reviewer, OFFICE], [hr, QUAY]] as const) {
    await taskOn(page, title).getByRole("button", { name: "Mark as done" }).click();
    await expect(taskOn(page, title)).toHaveCount(0);
  }
  await documents.open();
  for (const title of [OFFICE, QUAY]) await documents.delete(title);
  await expect(documents.row(QUAY)).toHaveCount(0);
});
