/**
 * @file Stories: an employee asks the chat for a way to an occupation that the company has no role of, sees the plan and the gap, takes it
 * as a goal, begins the plan; careers lead to any occupation. On a phone the tab bar and the careers picture are reached with Tab and
 * scrolled with the arrows.
 */
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

test("data scientist: plan and gap in the chat, taken as a goal, a plan that runs, and from careers to any occupation", async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as("employee");
  const chat = new ChatPage(page);
  await chat.open();
  const plan = await chat.ask("I want to become a data scientist");
  await expect(plan).toContainText(/A plan for Data scientist within your limits[^]*It brings you from \d+ % to \d+ %/);
  await expect(plan).toContainText("O*NET");
  await expect(plan).toContainText(/a must for Data scientist/);
  const gap = await chat.ask("What am I missing to become a data scientist?");
  await expect(gap).toContainText(/Your profile covers \d+ % of what Data scientist asks for/);
  await expect(gap).toContainText("Machine learning");
  await gap.getByRole("link", { name: "Open in Growth" }).click();
  await page.waitForURL(/\/growth\/plan\?target=occupation%3Adata-scientist/);

  const main = page.getByRole("main");
  await expect(page.getByRole("heading", { name: "Data scientist", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "What it asks for, and what you have" })).toBeVisible();
  await expect(main).toContainText(/0 of 12 demands are met|\d+ of \d+ demands are met/);
  await expect(main).toContainText("U.S. Department of Labor");
  const begin = page.getByRole("button", { name: "Begin this plan" });
  await expect(begin).toBeEnabled();
  await begin.click();
  await page.waitForURL(/\/growth\/plan\?id=/);
  await expect(page.getByRole("list", { name: "Steps" }).getByRole("listitem").first()).toBeVisible();
  await expect(main).toContainText("Data scientist");
  await page.goto("/growth");
  await expect(main).toContainText("Data scientist");

  await page.goto("/growth/careers");
  const field = page.getByRole("textbox", { name: "Another way: any occupation" });
  await field.fill("Paramedic");
  await field.press("Enter");
  await page.waitForURL(/\/growth\/plan\?(?:target|text)=/);
  await expect(page.getByRole("heading", { name: "What it asks for, and what you have" })).toBeVisible();
  await expect(page.getByRole("heading", { name: /paramedic/i }).first()).toBeVisible();
});

test("数据科学家：中文提问得到同一职业的计划", async ({ as }) => {
  const page = await as("chinese_employee");
  await page.goto("/chat");
  await page.getByRole("textbox").last().fill("我想成为数据科学家");
  await page.getByRole("textbox").last().press("Enter");
  await expect(page.getByRole("article", { name: "我想成为数据科学家" }).last()).toContainText(/数据科学家/);
  await expect(page.getByRole("article", { name: "我想成为数据科学家" }).last().locator('a[href*="occupation%3Adata-scientist"]')).toBeVisible({ timeout: 20_000 });
});

test("on a phone: tab bar and careers picture are stops of the keyboard and scroll with the arrows", async ({ as }) => {
  const page = await as("employee", { viewport: { width: 390, height: 844 } });
  await page.goto("/growth/careers");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  const tabs = page.getByRole("navigation", { name: "Parts of Growth" });
  const picture = page.getByRole("figure").filter({ has: page.locator("svg") }).first();
  await expect(picture).toBeVisible();
  for (const part of [tabs, picture]) {
    await expect(part).toHaveAttribute("tabindex", "0");
    await part.evaluate((element) => (element.scrollLeft = 0));
    await part.focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => part.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  }
});

test("on a laptop, where all tabs fit, the bar is no stop of its own", async ({ as }) => {
  const page = await as("employee");
  await page.goto("/growth");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  await expect(page.getByRole("navigation", { name: "Parts of Growth" })).not.toHaveAttribute("tabindex", "0");
});
