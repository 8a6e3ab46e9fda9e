/** @file Story: an HR lead adds documents of all sorts, sees what became of each, asks about them, deletes one. */
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { DocumentsPage } from "./pages/documents-page";

const text = (name: string, content: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(content) });

test("good files are read, a broken one says why, and the others go on", async ({ as }) => {
  const page = await as("hr_lead");
  const documents = new DocumentsPage(page);
  await documents.open();
  await documents.add([
    text("lantern-walk.md", "# Lantern walk\n\nThe lantern walk along the canal starts at 17:30 on 11 November. Children up to 9 years get a free lantern at gate 4.\n"),
    text("empty.txt", "   \n"),
    { name: "torn.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Cat") },
  ]);
  await expect(documents.row("Lantern walk").getByText("Ready")).toBeVisible({ timeout: 60_000 });
  await expect(documents.row("empty").getByText(/no text/i)).toBeVisible();
  await expect(documents.row("torn").getByText(/damaged|broken/i)).toBeVisible();

  const chat = new ChatPage(page);
  await chat.open();
  const turn = await chat.ask("When does the lantern walk start?");
  await expect(turn.locator(".quotation").first()).toContainText("17:30");

  await documents.open();
  await documents.delete("Lantern walk");
  await expect(documents.row("Lantern walk")).toHaveCount(0);
  await chat.open();
  const after = await chat.ask("When does the lantern walk start?");
  await expect(after.getByText("17:30")).toHaveCount(0);
});

test("the same file again is skipped and said so", async ({ as }) => {
  const page = await as("hr_lead");
  const documents = new DocumentsPage(page);
  await documents.open();
  const file = text("bell.md", "# Shift bell\n\nThe bell rings five minutes before each shift.\n");
  await documents.add([file]);
  await expect(documents.row("Shift bell").getByText("Ready")).toBeVisible({ timeout: 60_000 });
  await documents.add([file]);
  await expect(page.getByRole("dialog", { name: "Added, with exceptions" })).toContainText(/already|skipped/i);
});

test("progress survives a reload", async ({ as }) => {
  const page = await as("hr_lead");
  const documents = new DocumentsPage(page);
  await documents.open();
  const clauses = Array.from({ length: 900 }, (_, i) => `Clause ${i}. Pump ${i} of the dry dock is inspected by the night crew every ${(i % 17) + 2} days and logged in the blue book.`);
  await documents.add([text("pumps.md", `# Pump book\n\n${clauses.join("\n\n")}\n`)]);
  await expect(documents.row("pumps").or(documents.row("Pump book")).first()).toBeVisible();
  await page.reload();
  const row = documents.row("pumps").or(documents.row("Pump book")).first();
  await expect(row.getByText("Ready").or(row.getByRole("progressbar")).or(row.getByText("Waiting")).first()).toBeVisible();
  await expect(row.getByText("Ready")).toBeVisible({ timeout: 60_000 });
});

test("an employee sees what they may read and can change none of it", async ({ as }) => {
  const page = await as("employee");
  const documents = new DocumentsPage(page);
  await documents.open();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("button", { name: "Add documents" })).toHaveCount(0);
  const origin = new URL(page.url()).origin;
  const response = await page.request.post("/api/documents", {
    headers: { origin },
    multipart: { meta: JSON.stringify({ kind: "policy", acl: ["role:employee"], onDuplicate: "skip" }), files: { name: "x.md", mimeType: "text/markdown", buffer: Buffer.from("# X\n\nY.") } },
  });
  expect(response.status()).toBe(403);
});
