/** @file Story: an answer passes WCAG AA checks (axe) in both languages and themes, the chat works by keyboard and on a phone. Every other screen: screens-for-everyone.spec.ts. */
import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

const QUESTION = "How many days of annual leave does a full-time employee in Rotterdam get?";

/** Everything in light; in the dark only what a theme can break. */
async function expectNoViolations(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await violations(page), `${where}, light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect(await violations(page, ["color-contrast"]), `${where}, dark`).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), where).toBeLessThanOrEqual(0);
}

const LANGUAGES = [
  { language: "en", lang: "en" },
  { language: "zh", lang: "zh-Hans" },
] as const;

for (const { language, lang } of LANGUAGES) {
  test(`no WCAG AA violation in an answer (${language})`, async ({ as, baseURL }) => {
    const page = await as("hr_lead");
    const chat = new ChatPage(page);
    await chat.ask(QUESTION);
    await page.context().addCookies([{ name: "cadre-language", value: language, url: baseURL ?? "" }]);
    await page.reload();
    await expect(page.locator(`html[lang=${lang}][data-hydrated]`)).toBeAttached();
    await expect(page.locator(".quotation").first()).toBeVisible();
    await expectNoViolations(page, "answer");
    await page.goto("/chat");
    await expect(page.locator("html[data-hydrated]")).toBeAttached();
    await expectNoViolations(page, "empty chat");
  });
}

test("the chat works with the keyboard alone", async ({ as }) => {
  const page = await as("employee");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toContainText(/skip/i);
  const chat = new ChatPage(page);
  await chat.composer.focus();
  await page.keyboard.type(QUESTION);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Answer again" })).toBeVisible();
  const marker = page.getByRole("button", { name: /^Source 1:/ }).first();
  await expect(marker).toBeVisible();
  await marker.focus();
  await page.keyboard.press("Enter");
  await expect(chat.reader()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(chat.reader()).toHaveCount(0);
  await expect(marker).toBeFocused();
});

test("a phone shows the chat without sideways scrolling, and the reader as a sheet", async ({ as }) => {
  const page = await as("employee", { viewport: { width: 390, height: 844 } });
  const chat = new ChatPage(page);
  const turn = await chat.ask(QUESTION);
  await expectNoSidewaysScroll(page, "answer");
  await turn.getByRole("button", { name: /^Source 1:/ }).first().click();
  await expect(page.locator("mark").first()).toBeVisible();
});
