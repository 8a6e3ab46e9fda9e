/**
 * @file Story: a page that is not there, one that fails to draw, a list that can't be loaded and a lost connection are as free of
 * violations, fit as well and can be heard as much as any screen, in all eight looks; and what went wrong is announced.
 */
import { PAGES } from "../app/_components/page-words";
import { SHELL } from "../app/_components/shell/words";
import { TERMS } from "../app/_components/words";
import { expect, test } from "./fixtures";
import { faultsInAllLooks, faultsInWindow, LANGUAGES, speak } from "./looks";

test("a page that is not there, inside the workspace and outside", async ({ as, page: anonymous, baseURL }) => {
  const page = await as("employee", { expectErrors: true });
  for (const where of ["/users", "/settings"]) {
    expect((await page.goto(where))?.status(), where).toBe(404);
    expect(await faultsInAllLooks(page, where, (language) => expect(page.getByRole("heading", { level: 1, name: PAGES[language].nothingTitle })).toBeVisible())).toEqual([]);
  }
  await anonymous.goto(`${baseURL ?? ""}/no/such/page`);
  expect(await faultsInAllLooks(anonymous, "outside", (language) => expect(anonymous.getByRole("heading", { level: 1, name: PAGES[language].nothingTitle })).toBeVisible())).toEqual([]);
});

test("a screen that fails to draw says so and lets one try again", async ({ as, baseURL }) => {
  test.setTimeout(120_000);
  const page = await as("employee", { expectErrors: true });
  for (const { language, lang, windows } of LANGUAGES) {
    await speak(page, language, baseURL);
    await page.goto("/chat");
    await expect(page.locator(`html[lang=${lang}][data-hydrated]`)).toBeAttached();
    await page.evaluate(() => {
      Object.defineProperty(Intl.DateTimeFormat.prototype, "format", { configurable: true, get: () => { throw new Error("for the test"); } });
    });
    await page.getByRole("navigation", { name: SHELL[language].main }).locator('a[href="/documents"]').click();
    await expect(page.getByRole("heading", { level: 1, name: PAGES[language].failedTitle })).toBeVisible();
    await expect(page.getByRole("button", { name: TERMS[language].tryAgain })).toBeVisible();
    for (const window of windows) expect(await faultsInWindow(page, `failed to draw, ${window}, ${language}`, window)).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
  }
});

test("a list that can’t be loaded and a lost connection are announced", async ({ as, baseURL }) => {
  test.setTimeout(120_000);
  const page = await as("employee", { expectErrors: true });
  for (const { language, lang, windows } of LANGUAGES) {
    await speak(page, language, baseURL);
    await page.route("**/api/growth/home", (route) => route.fulfill({ status: 500, contentType: "application/json", body: "{}" }));
    await page.goto("/growth");
    await expect(page.locator(`html[lang=${lang}][data-hydrated]`)).toBeAttached();
    await expect(page.getByRole("main").getByRole("alert").getByRole("button", { name: TERMS[language].tryAgain })).toBeVisible();
    for (const window of windows) expect(await faultsInWindow(page, `failed to load, ${window}, ${language}`, window)).toEqual([]);
    await page.unroute("**/api/growth/home");
    await page.goto("/chat");
    await expect(page.locator(`html[lang=${lang}][data-hydrated]`)).toBeAttached();
    await page.context().setOffline(true);
    await expect(page.getByRole("status").filter({ hasText: SHELL[language].lost })).toBeVisible();
    for (const window of windows) expect(await faultsInWindow(page, `offline, ${window}, ${language}`, window)).toEqual([]);
    await page.context().setOffline(false);
    await expect(page.getByRole("status").filter({ hasText: SHELL[language].back })).toBeVisible();
    await page.setViewportSize({ width: 1366, height: 768 });
  }
});
