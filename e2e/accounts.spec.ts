/** @file Story: an admin invites a colleague or gives them an account, and takes it away again; wrong passwords are limited. */
import { accountOf, expect, test } from "./fixtures";
import { SignInPage } from "./pages/sign-in-page";

test("a new account signs in; disabled, it loses access at its next request", async ({ as, browser, baseURL }) => {
  const admin = await as("admin");
  await admin.goto("/users");
  await expect(admin.locator("html[data-hydrated]")).toBeAttached();
  await admin.getByRole("button", { name: "Add user" }).first().click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name", { exact: true }).fill("Ottoline Frayne");
  await dialog.getByLabel("E-mail").fill("ottoline.frayne@veldermere.example");
  await dialog.getByLabel("First password").fill("eleven-small-boats");
  await dialog.getByRole("button", { name: "Add user" }).click();
  await expect(admin.getByRole("row").filter({ hasText: "Ottoline Frayne" })).toBeVisible();

  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.signIn("ottoline.frayne@veldermere.example", "eleven-small-boats");
  await page.waitForURL("**/chat");

  const users = (await (await admin.request.get("/api/users")).json()) as { users: { id: string; email: string }[] };
  const id = users.users.find((user) => user.email.startsWith("ottoline"))?.id ?? "";
  const origin = new URL(admin.url()).origin;
  expect((await admin.request.patch(`/api/users/${id}`, { headers: { origin }, data: { disabled: true } })).ok()).toBe(true);
  expect((await page.request.get("/api/me")).status()).toBe(401);
  await context.close();
});

test("an invitation link lets a colleague in once; removed, they are out at the next request and the link is dead", async ({ as, browser, baseURL }) => {
  const admin = await as("admin");
  await admin.goto("/users");
  await expect(admin.locator("html[data-hydrated]")).toBeAttached();
  await admin.getByRole("button", { name: "Invite" }).click();
  const invite = admin.getByRole("dialog");
  const email = `piet.oldenboom.${Date.now()}@veldermere.example`;
  await invite.getByLabel("E-mail").fill(email);
  await invite.getByLabel("Recruiter").check();
  await invite.getByRole("button", { name: "Make link" }).click();
  const link = await admin.getByLabel("One-time link").inputValue();
  expect(new URL(link).pathname).toBe("/invitation");
  await admin.getByRole("button", { name: "Done" }).click();
  await expect(admin.getByRole("region", { name: /open link/ }).getByText(email)).toBeVisible();

  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto(`/invitation${new URL(link).hash}`);
  await page.getByLabel("Your name").fill("Piet Oldenboom");
  await page.getByLabel("Password").fill("nine-quiet-herons");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL("**/chat");
  const me = (await (await page.request.get("/api/me")).json()) as { id: string; roles: string[] };
  expect(me.roles).toEqual(["employee", "recruiter"]);
  const second = await context.newPage();
  await second.goto(`/invitation${new URL(link).hash}`);
  await expect(second.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();

  await admin.reload();
  await admin.getByRole("button", { name: "Actions for Piet Oldenboom" }).click();
  await admin.getByRole("menuitem", { name: /Remove person/ }).click();
  const removal = admin.getByRole("dialog");
  await expect(removal.getByText("closed to everyone, HR and administrators included")).toBeVisible();
  await removal.getByRole("button", { name: "Remove person" }).click();
  await expect(admin.getByText("Piet Oldenboom is removed and signed out.", { exact: true })).toBeVisible();
  expect((await page.request.get("/api/me")).status()).toBe(401);
  await context.close();
});

test("an admin can't disable the last admin, and no one else reaches accounts", async ({ as }) => {
  const admin = await as("admin", { expectErrors: true });
  const me = (await (await admin.request.get("/api/me")).json()) as { id: string };
  const origin = new URL(admin.url()).origin;
  const refused = await admin.request.patch(`/api/users/${me.id}`, { headers: { origin }, data: { disabled: true } });
  expect(refused.ok()).toBe(false);
  for (const person of ["employee", "recruiter", "reviewer", "hr_lead"] as const) {
    const page = await as(person, { expectErrors: true });
    expect((await page.request.get("/api/users")).status(), person).toBe(403);
    await expect(page.getByRole("link", { name: "Users" })).toHaveCount(0);
  }
});

test("wrong passwords are refused without telling whether the account exists, then limited", async ({ page }) => {
  const signIn = new SignInPage(page);
  await signIn.open();
  await signIn.signIn("nobody.here@veldermere.example", "wrong-password-1");
  const first = await page.getByRole("alert").filter({ hasText: /./ }).first().innerText();
  await signIn.signIn(accountOf("reviewer").email, "wrong-password-2");
  await expect(page.getByText(first)).toBeVisible();
  for (let i = 0; i < 5; i++) {
    await signIn.signIn("nobody.here@veldermere.example", `wrong-password-${i}`);
    await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeEnabled();
  }
  await expect(page.getByText(/Too many attempts/)).toBeVisible();
});
