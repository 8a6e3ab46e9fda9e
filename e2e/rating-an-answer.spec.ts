/** @file Story: a thumb is one click, a thumb down asks why; sources can be rated alone; all of it can be undone. */
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

test("thumb up is one click, survives a reload, and is taken back by pressing again", async ({ as }) => {
  const page = await as("employee");
  const chat = new ChatPage(page);
  const turn = await chat.ask("How do I report a near miss on site?");
  await turn.getByRole("button", { name: "Helpful: this answer", exact: true }).click();
  const pressed = turn.getByRole("button", { name: "Take back: this answer was helpful" });
  await expect(pressed).toBeVisible();
  await page.reload();
  await expect(pressed).toBeVisible();
  await pressed.click();
  await expect(turn.getByRole("button", { name: "Helpful: this answer", exact: true })).toBeVisible();
});

test("thumb down opens reasons and a line of text; undo is offered", async ({ as }) => {
  const page = await as("employee");
  const chat = new ChatPage(page);
  const turn = await chat.ask("Can I work from home on Fridays?");
  await turn.getByRole("button", { name: "Not helpful: this answer" }).click();
  const form = page.getByRole("dialog", { name: /What was wrong/ });
  await form.getByRole("button", { name: "Outdated" }).click();
  await form.getByRole("button", { name: "Incomplete" }).click();
  await form.getByRole("textbox").fill("The new days are missing.");
  await form.getByRole("button", { name: "Send" }).click();
  await expect(turn.getByRole("button", { name: "Take back: this answer was not helpful" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(turn.getByRole("button", { name: "Not helpful: this answer" })).toBeVisible();
});

test("a single source is rated by itself", async ({ as }) => {
  const chat = new ChatPage(await as("employee"));
  const turn = await chat.ask("How many days of annual leave does a full-time employee in Rotterdam get?");
  const group = turn.getByRole("group", { name: "Rate source 1" }).first();
  await group.getByRole("button", { name: "Helpful: source 1", exact: true }).click({ force: true });
  await expect(group.getByRole("button", { name: "Take back: source 1 was helpful" })).toBeVisible();
});
