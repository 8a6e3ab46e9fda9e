/** @file Story: a recruiter asks for people in plain words and sees, for each part of the request, the résumé's line. */
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

test("candidate cards carry quoted lines, and a line opens the résumé at that place", async ({ as }) => {
  const chat = new ChatPage(await as("recruiter"));
  const turn = await chat.ask("Find candidates with PLC programming experience");
  const list = turn.getByRole("list", { name: "Candidates, best first" });
  await expect(list).toBeVisible();
  const line = list.getByRole("button", { name: /^Open the résumé at:/ }).first();
  await expect(line).toContainText(/PLC|TIA|S7|控制/i);
  await line.click();
  await expect(chat.reader().locator("mark").first()).toBeVisible();
});

test("the same recruiter's policy question is still a policy question", async ({ as }) => {
  const chat = new ChatPage(await as("recruiter"));
  const turn = await chat.ask("How many days of annual leave does a full-time employee in Rotterdam get?");
  await expect(turn.locator(".quotation").first()).toContainText("27 days");
});

test("the candidates screen runs a request and shows its parts", async ({ as }) => {
  const page = await as("recruiter");
  await page.goto("/candidates");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  await page.getByRole("searchbox", { name: "Who are you looking for?" }).or(page.getByLabel("Who are you looking for?")).first().fill("welder with shipyard experience");
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("list", { name: "Candidates, best first" }).getByRole("listitem").first()).toBeVisible();
});
