/** @file Stories: an employee sets a goal, gets a plan, marks progress, plans again, takes the calendar file; asks a mentor who says yes, and they arrange to talk; and a CV check that sends nothing. */
import { NETWORK } from "../app/(workspace)/growth/network/_components/words";
import { accountOf, expect, test } from "./fixtures";
import { faultsOfDialog } from "./looks";
import { checkCv } from "./pages/cv-check";

const GOAL = "PLC commissioning engineer";

test("from a goal to a plan, its progress, planned again, in the calendar", async ({ as }) => {
  const page = await as("employee");
  await page.goto("/growth");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  const running = page.getByRole("link", { name: "The whole plan" });
  const field = page.getByLabel("A role, an opening, an occupation, or in your own words");
  await expect(running.or(field).first()).toBeVisible();
  if (await running.isVisible()) await page.goto("/growth/plan");
  await field.fill(GOAL);
  await field.press("Enter");
  await expect(page.getByRole("heading", { name: "What it asks for, and what you have" })).toBeVisible();
  await page.getByLabel("Hours a week").fill("5");
  const begin = page.getByRole("button", { name: "Begin this plan" });
  await expect(begin).toBeEnabled();
  await begin.click();
  await page.waitForURL(/\/growth\/plan\?id=/);

  const first = page.getByRole("list", { name: "Steps" }).getByRole("listitem").first();
  await first.getByRole("combobox").selectOption("done");
  await expect(page.getByText(/^1 of \d+ steps done/)).toBeVisible();
  await page.getByRole("button", { name: "Plan again from today" }).click();
  await expect(page.getByText("planned again 1×")).toBeVisible();
  const file = page.waitForEvent("download");
  await page.getByRole("link", { name: "Calendar file (.ics)" }).click();
  expect((await file).suggestedFilename()).toBe("learning-plan.ics");
});

test("a mentor who fits the goal is asked, says yes, and the two arrange to talk", async ({ as }) => {
  test.setTimeout(120_000);
  const mentee = await as("employee");
  const mentor = await as("mentor");
  const [asker, asked] = [accountOf("employee").name, accountOf("mentor").name];
  const question = `Could we go through a real project plan together? ${Date.now()}`;
  await mentor.goto("/growth/network");
  const earlier = mentor.getByRole("button", { name: "End it" });
  if (await earlier.first().isVisible({ timeout: 15_000 }).catch(() => false)) await earlier.first().click();

  await mentee.goto("/growth/network");
  await mentee.getByRole("button", { name: `Ask ${asked}` }).click();
  const ask = mentee.getByRole("dialog", { name: `Ask ${asked}` });
  await ask.getByLabel("About").selectOption({ label: "Project management" });
  await ask.getByLabel("What would you like to learn?").fill(question);
  await ask.getByRole("button", { name: "Send" }).click();
  await expect(mentee.getByText(`You asked ${asked}`)).toBeVisible();

  await mentor.goto("/growth/network");
  const request = mentor.getByRole("listitem").filter({ hasText: question });
  await expect(request).toContainText(`${asker} would like you as a mentor`);
  await request.getByRole("button", { name: "Accept" }).click();
  const accepted = mentor.getByRole("listitem").filter({ hasText: question });
  await expect(accepted.getByRole("button", { name: "Arrange a conversation" })).toBeVisible();
  expect(await faultsOfDialog(mentor, "a conversation is arranged", (language) => NETWORK[language].arrangeWith(asker), (language) => accepted.getByRole("button", { name: NETWORK[language].arrange }).click())).toEqual([]);
  const arrange = mentor.getByRole("dialog", { name: `A conversation with ${asker}` });
  await expect(arrange.getByRole("radio")).toHaveCount(4);
  await arrange.getByRole("radio").nth(1).check();
  await arrange.getByRole("button", { name: "Arrange it" }).click();
  await expect(arrange).toBeHidden();

  await mentee.goto("/growth/network");
  const pair = mentee.getByRole("listitem").filter({ hasText: question });
  await expect(pair).toContainText(`${asked} is your mentor`);
  const file = mentee.waitForEvent("download");
  await pair.getByRole("link", { name: "Calendar file" }).click();
  expect((await file).suggestedFilename()).toBe("mentoring.ics");
  await pair.getByRole("button", { name: "End it" }).click();
  await expect(mentee.getByRole("listitem").filter({ hasText: question }).getByText("ended", { exact: false }).first()).toBeVisible();
});

test("the CV check runs here and sends no word of the text", async ({ as }) => {
  test.setTimeout(180_000);
  await checkCv(await as("employee"), "WebAssembly");
});
