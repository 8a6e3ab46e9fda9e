/**
 * @file Story: HR keeps policies in a folder that Cadre follows. A new file answers; a changed one is read again and HR sees what
 * changed, word for word; one that is gone becomes a task, and goes on answering until somebody decides.
 */
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { DocumentsPage } from "./pages/documents-page";

/** CADRE_WATCH_DIR of the server under test: e2e/playwright.config.ts. */
const fileOf = (name: string): string => path.join(process.env.CADRE_E2E_DATA ?? "", "watched", name);
const LOAN = fileOf("tool-loan.md");
/** A folder that is suddenly empty counts as not mounted: this one stays. */
const STAYS = fileOf("rope-store.md");
const edition = (days: number) => `# Loan of torque wrenches\n\n## Length\n\nA torque wrench is lent for ${days} days.\n\n## Deposit\n\nThe tool store takes no deposit.\n`;
const QUESTION = "For how many days is a torque wrench lent?";
const TITLE = "Loan of torque wrenches";

test("a file of the watched folder answers, changes with a diff, and goes with a task", async ({ as }) => {
  test.setTimeout(240_000);
  const hr = await as("hr_lead");
  const documents = new DocumentsPage(hr);
  const chat = new ChatPage(await as("employee"));
  try {
    await writeFile(STAYS, "# Rope store\n\nRopes are kept dry on the upper shelf.\n");
    await writeFile(LOAN, edition(5));
    await documents.open();
    await expect(documents.row(TITLE).getByText("Ready")).toBeVisible({ timeout: 90_000 });
    await expect((await chat.ask(QUESTION)).locator(".quotation").first()).toContainText("5 days");

    await writeFile(LOAN, edition(9));
    await expect(async () => {
      await documents.row(TITLE).getByRole("button", { name: /^Actions for/ }).click();
      await hr.getByRole("menuitem", { name: "What changed" }).click({ timeout: 2_000 });
    }, "a second text, and the way to compare them").toPass({ timeout: 90_000 });
    await hr.waitForURL("**/documents/*/changes");
    await expect(hr.getByRole("heading", { name: /Version 1 → Version 2/ })).toBeVisible();
    await expect(hr.locator("del")).toHaveText("5");
    await expect(hr.locator("ins")).toHaveText("9");
    await expect(hr.getByText("The tool store takes no deposit.")).toHaveCount(0);
    const again = await chat.ask(QUESTION);
    await expect(again.locator(".quotation").first()).toContainText("9 days");
    await expect(again.locator(".quotation").filter({ hasText: "5 days" })).toHaveCount(0);

    await rm(LOAN);
    const task = hr.getByRole("listitem").filter({ hasText: TITLE });
    await expect(async () => {
      await hr.goto("/tasks");
      await expect(task.getByText("File removed")).toBeVisible({ timeout: 3_000 });
    }).toPass({ timeout: 90_000 });
    await expect(task).toContainText("tool-loan.md");
    await expect((await chat.ask(QUESTION)).locator(".quotation").first()).toContainText("9 days");

    await documents.open();
    for (const title of [TITLE, "Rope store"]) {
      await documents.delete(title);
      await expect(documents.row(title)).toHaveCount(0);
    }
    await expect((await chat.ask(QUESTION)).locator(".quotation").filter({ hasText: "9 days" })).toHaveCount(0);
  } finally {
    for (const file of [LOAN, STAYS]) await rm(file, { force: true });
  }
});
