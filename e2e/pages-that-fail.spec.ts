/**
 * @file Story: a page that is not there, one that fails to draw (a screen, a page outside, the frame itself), a list that can't be
 * loaded and a lost connection are as free of violations, fit as well and can be heard as much as any screen, in all eight looks; and what went wrong is announced.
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
    await expect(page.getByRole("heading", { level: 1 }), "reading goes on at what is said").toBeFocused();
    for (const window of windows) expect(await faultsInWindow(page, `failed to draw, ${window}, ${language}`, window)).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: TERMS[language].tryAgain })).toBeFocused();
  }
});

/**
 * What the product's own code needs of the browser is broken before it runs, until the page is mended: the mark that the frame sets
 * on the document; the focus that the sign-in page gives to what was refused.
 */
function breakBrowser(broken: string): void {
  if (sessionStorage.getItem("mended")) return;
  if (broken === "frame") {
    const marks = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "dataset");
    Object.defineProperty(HTMLElement.prototype, "dataset", {
      get(this: HTMLElement) {
        return new Proxy(marks?.get?.call(this) as DOMStringMap, { set: () => { throw new Error("for the test"); } });
      },
    });
  } else {
    const focus = Object.getOwnPropertyDescriptor(HTMLElement.prototype, "focus")?.value as (this: HTMLElement, options?: FocusOptions) => void;
    HTMLElement.prototype.focus = function (this: HTMLElement, options?: FocusOptions) {
      if (this instanceof HTMLParagraphElement) throw new Error("for the test");
      focus.call(this, options);
    };
  }
}

test("a page outside the workspace that fails to draw, and one where the frame itself fails", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  for (const { language, lang, windows } of LANGUAGES) {
    for (const [where, title] of [["outside", PAGES[language].failedTitle], ["frame", PAGES[language].cadreFailed]] as const) {
      const context = await browser.newContext({ baseURL });
      await context.addCookies([{ name: "cadre-language", value: language, url: baseURL ?? "" }]);
      const page = await context.newPage();
      await page.addInitScript(breakBrowser, where);
      await page.goto("/sign-in?error=auth/invalid-credentials");
      const heading = page.getByRole("heading", { level: 1, name: title });
      await expect(heading, `${where}, ${language}`).toBeVisible();
      await expect(heading).toBeFocused();
      await expect(page.locator(`html[lang=${lang}]`)).toBeAttached();
      for (const window of windows) expect(await faultsInWindow(page, `${where} failed, ${window}, ${language}`, window)).toEqual([]);
      if (where === "frame") await expect(page).toHaveTitle(title);
      // By the keyboard alone: what failed works again, and so does the page.
      await page.evaluate(() => sessionStorage.setItem("mended", "1"));
      await page.keyboard.press("Tab");
      await expect(page.getByRole("button", { name: TERMS[language].tryAgain })).toBeFocused();
      if (where === "frame") {
        await page.keyboard.press("Enter");
        await expect(page.locator(`html[lang=${lang}][data-hydrated]`)).toBeAttached();
        await expect(heading).toHaveCount(0);
      }
      await context.close();
    }
  }
});

test("the frame that fails keeps the colours that were chosen, whatever the system has", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, colorScheme: "light" });
  await context.addCookies([{ name: "cadre-theme", value: "dark", url: baseURL ?? "" }]);
  const page = await context.newPage();
  await page.addInitScript(breakBrowser, "frame");
  await page.goto("/sign-in");
  await expect(page.getByRole("heading", { level: 1, name: PAGES.en.cadreFailed })).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe("rgb(22, 20, 16)");
  await context.close();
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
