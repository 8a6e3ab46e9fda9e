/** @file Story: every screen passes WCAG AA checks (axe) in light and dark, works by keyboard, and fits a phone. */
import { violations } from "./axe";
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

for (const scheme of ["light", "dark"] as const) {
  test(`no WCAG AA violation on any screen (${scheme})`, async ({ as }) => {
    test.setTimeout(180_000);
    const page = await as("hr_lead");
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const chat = new ChatPage(page);
    expect(await violations(page), "empty chat").toEqual([]);
    await chat.ask("How many days of annual leave does a full-time employee in Rotterdam get?");
    expect(await violations(page), "answer").toEqual([]);
    for (const path of ["/documents", "/candidates", "/jobs"]) {
      await page.goto(path);
      await expect(page.locator("html[data-hydrated]")).toBeAttached();
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      // The documents' live feed keeps the network busy for ever: wait for content, not for silence.
      await expect(page.getByRole("row").or(page.getByRole("listitem")).nth(8)).toBeVisible();
      expect(await violations(page), path).toEqual([]);
    }
  });
}

test("the chat works with the keyboard alone", async ({ as }) => {
  const page = await as("employee");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toContainText(/skip/i);
  const chat = new ChatPage(page);
  await chat.composer.focus();
  await page.keyboard.type("How many days of annual leave does a full-time employee in Rotterdam get?");
  await page.keyboard.press("Enter");
  const marker = page.getByRole("button", { name: /^Source 1:/ }).first();
  await expect(marker).toBeVisible();
  await marker.focus();
  await page.keyboard.press("Enter");
  await expect(chat.reader()).toBeVisible();
});

test("a phone shows the chat without sideways scrolling, and the reader as a sheet", async ({ as }) => {
  const page = await as("employee", { viewport: { width: 390, height: 844 } });
  const chat = new ChatPage(page);
  const turn = await chat.ask("How many days of annual leave does a full-time employee in Rotterdam get?");
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await turn.getByRole("button", { name: /^Source 1:/ }).first().click();
  await expect(page.locator("mark").first()).toBeVisible();
});
