/**
 * @file Story: a question that no document answers goes to HR, who writes the answer and makes it a policy note. From then on the
 * same question, asked by someone else in other words, is answered with a citation of that note.
 */
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { DocumentsPage } from "./pages/documents-page";

const QUESTION = "When does the choir of the company rehearse?";
const REWORDED = "On which day does the company choir rehearse?";
const REPLY = "The choir of the company rehearses on Wednesdays at 17:15 in the model hall.";

test("asked, answered in HR's own words, published, cited", async ({ as }) => {
  test.setTimeout(180_000);
  const chat = new ChatPage(await as("employee"));
  const turn = await chat.ask(QUESTION);
  await expect(turn.getByText("Answered", { exact: true })).toHaveCount(0);
  await turn.getByRole("button", { name: "Ask HR" }).click();
  await chat.page.getByRole("dialog", { name: "Ask HR" }).getByRole("button", { name: "Send to HR" }).click();
  await expect(turn.getByText("Sent to HR, waiting for an answer")).toBeVisible();

  const hr = await as("hr_lead");
  await hr.goto("/inbox");
  await hr.getByRole("list", { name: "Questions" }).getByRole("button", { name: QUESTION }).click();
  const item = hr.getByRole("article", { name: QUESTION });
  await item.getByRole("textbox", { name: "In your own words" }).fill(REPLY);
  await item.getByRole("button", { name: "Send the answer" }).click();
  await expect(hr.getByText("Sent. One person is told.").first()).toBeVisible();

  await hr.getByRole("button", { name: /^Verified answers/ }).click();
  const card = hr.getByRole("region", { name: QUESTION });
  await card.getByRole("button", { name: "Make it a document" }).click();
  await hr.getByRole("dialog", { name: "Make a policy note of this answer" }).getByRole("button", { name: "Make it a document" }).click();
  const documents = new DocumentsPage(hr);
  const note = QUESTION.slice(0, -1);
  await documents.open();
  await expect(documents.row(note).getByText("Ready")).toBeVisible({ timeout: 60_000 });

  const other = new ChatPage(await as("recruiter"));
  const served = await other.ask(REWORDED);
  await expect(served.locator(".quotation").first()).toContainText("Wednesdays at 17:15");
  await served.getByRole("button", { name: new RegExp(`^Source 1:.*${note.slice(0, 20)}`) }).first().click();
  await expect(other.reader().locator("mark").first()).toContainText("model hall");

  // Put back as it was.
  await documents.delete(note);
  await expect(documents.row(note)).toHaveCount(0);
  await hr.goto("/inbox");
  await hr.getByRole("button", { name: /^Verified answers/ }).click();
  await card.getByRole("button", { name: "Retire" }).click();
  await hr.getByRole("alertdialog").getByRole("button", { name: "Retire" }).click();
  await expect(card).toHaveCount(0);
});
