/**
 * @file Story: a question that the documents don't answer is previewed, sent without a name, answered by HR with a passage, found
 * by the bell, and served HR-verified to the asker who asks
 * again and to the next who asks in other words. And what nobody but HR may reach.
 */
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

const QUESTION = "Is there a discount at the ice rink?";
const REWORDED = "Do we have a discount at the ice rink?";

test("asked, previewed, sent, answered with a passage, found by the bell, served to the next", async ({ as }) => {
  test.setTimeout(240_000);
  const employee = await as("employee");
  const chat = new ChatPage(employee);
  const turn = await chat.ask(QUESTION);
  await turn.getByRole("button", { name: "Ask HR" }).click();
  const dialog = employee.getByRole("dialog", { name: "Ask HR" });
  const exactly = dialog.getByRole("region", { name: "HR receives exactly this" });
  await expect(exactly).toContainText(QUESTION);
  await expect(exactly).toContainText("Someone, not named");
  await dialog.getByRole("checkbox", { name: /Tell HR my name/ }).check();
  await expect(exactly).not.toContainText("Someone, not named");
  await dialog.getByRole("checkbox", { name: /Tell HR my name/ }).uncheck();
  await expect(exactly).toContainText("Someone, not named");
  await dialog.getByRole("button", { name: "Send to HR" }).click();
  await expect(turn.getByText("Sent to HR, waiting for an answer")).toBeVisible();

  const hr = await as("hr_lead");
  await hr.goto("/inbox");
  await hr.getByRole("list", { name: "Questions" }).getByRole("button", { name: QUESTION }).click();
  const item = hr.getByRole("article", { name: QUESTION });
  await item.getByRole("searchbox", { name: "Search the documents for a passage" }).fill("gym or sports membership paid by the learning and wellbeing budget");
  await item.getByRole("searchbox").press("Enter");
  const sentence = item.getByRole("list", { name: "Passages" }).locator("li").first().getByRole("button").first();
  await sentence.focus();
  await sentence.press("Enter");
  const words = (await sentence.textContent()) ?? "";
  await expect(item.getByText("Will be quoted")).toBeVisible();
  await item.getByRole("textbox", { name: "The question, as others may see it" }).press("Control+Enter");
  await expect(hr.getByText(/person is told|people are told/).first()).toBeVisible();

  await expect(employee.getByRole("button", { name: /unread/ }).first()).toBeVisible({ timeout: 40_000 });
  await employee.getByRole("button", { name: /unread/ }).first().click();
  await employee.getByRole("button", { name: /HR has answered your question/ }).first().click();
  const reply = employee.getByRole("region", { name: /HR-verified on/ }).first();
  await expect(reply).toContainText(words.trim());

  await chat.open();
  const again = await chat.ask(QUESTION);
  await expect(again.getByText(/^HR-verified on/).first()).toBeVisible();
  await expect(again).toContainText(words.trim());

  const other = new ChatPage(await as("recruiter"));
  const served = await other.ask(REWORDED);
  await expect(served.getByText(/^HR-verified on/).first()).toBeVisible();
  await expect(served).toContainText(words.trim());
  await expect((await other.ask("Is there a discount at the zoo?")).getByText(/^HR-verified on/)).toHaveCount(0);

  // Put back as it was: the answer is retired, so that the story can be told again.
  await hr.getByRole("button", { name: /^Verified answers/ }).click();
  const card = hr.getByRole("region", { name: QUESTION });
  await card.getByRole("button", { name: "Retire" }).click();
  await hr.getByRole("alertdialog").getByRole("button", { name: "Retire" }).click();
  await expect(card).toHaveCount(0);
});

test("a private subject is said to be private before it is asked", async ({ as }) => {
  const chat = new ChatPage(await as("employee"));
  await chat.composer.fill("I am pregnant, whom do I tell?");
  await expect(chat.page.getByText(/This touches Pregnancy and fertility: nobody but you sees it/)).toBeVisible();
  await chat.composer.fill("How do I book a parking space?");
  await expect(chat.page.getByText(/Only you see this chat/)).toBeVisible();
});

test("the inbox and the list of topics are not there for employees and administrators", async ({ as }) => {
  for (const person of ["employee", "admin"] as const) {
    const page = await as(person, { expectErrors: true });
    for (const path of ["/api/ask-hr/inbox", "/api/ask-hr/passages?q=pool", "/api/sensitive-topics"]) expect((await page.request.get(path)).status(), path).toBe(403);
    await page.goto("/inbox");
    await expect(page.getByRole("heading", { name: "Questions to HR" })).toHaveCount(0);
  }
  const reviewer = await as("reviewer", { expectErrors: true });
  expect((await reviewer.request.get("/api/ask-hr/inbox")).status()).toBe(200);
  expect((await reviewer.request.get("/api/sensitive-topics")).status()).toBe(403);
});
