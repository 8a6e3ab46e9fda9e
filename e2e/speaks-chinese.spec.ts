/** @file Story in Chinese: choose the language before and after signing in, ask in Chinese, open the source, rate it. */
import { expect, test } from "./fixtures";

test("the sign-in page changes language on the spot, and refuses in Chinese", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html[lang=en][data-hydrated]")).toBeAttached();
  await page.getByLabel("E-mail").fill("nobody@veldermere.example");
  await page.getByRole("button", { name: "简体中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("每一个答案");
  await expect(page.getByLabel("邮箱")).toHaveValue("nobody@veldermere.example");
  await page.getByLabel("密码").fill("not-the-password");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "邮箱或密码不正确。" })).toBeVisible();
  await context.close();
});

test("someone whose browser speaks Chinese is greeted in Chinese", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  await expect(page).toHaveTitle("登录 · Cadre");
  await context.close();
});

test("switch the language while typing, ask in Chinese, open the source, rate the answer", async ({ as }) => {
  const page = await as("chinese_employee");
  await page.getByRole("textbox", { name: "Your question" }).fill("今年没歇完的假明年还能用吗?用到什么时候?");
  await page.getByRole("complementary", { name: "Navigation and history" }).getByRole("button", { name: /Tang|唐|Employee/ }).click();
  await page.getByRole("menuitemradio", { name: "简体中文" }).click();
  await expect(page.getByRole("menuitemradio", { name: "浅色" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
  const composer = page.getByRole("textbox", { name: "您的问题" });
  await expect(composer).toHaveValue("今年没歇完的假明年还能用吗?用到什么时候?");
  await composer.press("Enter");

  const turn = page.getByRole("article", { name: "今年没歇完的假明年还能用吗?用到什么时候?" });
  await expect(turn.getByRole("button", { name: "重新回答" })).toBeVisible();
  await expect(turn.getByText(/^(已回答|最接近的段落，并不是答案)$/)).toBeVisible();
  await turn.getByRole("button", { name: /^来源 1：/ }).first().click();
  const reader = page.getByRole("complementary", { name: /^原文：/ });
  await expect(reader.locator("mark").first()).toBeVisible();
  await reader.getByRole("button", { name: "关闭原文" }).click();
  await turn.getByRole("button", { name: "有帮助：这个答案", exact: true }).click();
  await expect(turn.getByRole("button", { name: "撤回评价：这个答案有帮助" })).toBeVisible();

  await page.reload();
  await expect(turn.getByRole("button", { name: "撤回评价：这个答案有帮助" })).toBeVisible();
  await expect(page).toHaveTitle("提问 · Cadre");
});
