/**
 * @file Story: people sign in with the company's account, at a real OpenID provider (oidc-provider) on this machine, the first of
 * them while nobody has an account. Their groups say what they may do, a changed group counts, and who signs out or leaves there is out here at the next request.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { CLIENT, startProvider, type TestProvider } from "../lib/server/identity/openid-provider.fixture";
import { freePort, runCadre, startServer } from "../lib/testing/chaos/server-process";
import { SIGN_IN } from "../app/(sign-in)/sign-in/_components/words";
import { violations } from "./axe";
import { expect, test } from "./fixtures";
import { faultsInAllLooks } from "./looks";

const MILA = "s-mila";
const mila = (...groups: string[]) => ({ email: "mila.verbeek@company.example", email_verified: true, name: "Mila Verbeek", groups });

async function signIn(browser: Browser, origin: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: origin })).newPage();
  await page.goto("/sign-in");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("button", { name: "Continue with Verbeek & Co" }).click();
  await page.waitForURL(`${origin}/chat`);
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  return page;
}

const place = (page: Page, name: string) => page.getByRole("navigation").getByRole("link", { name, exact: true });

async function isOut(page: Page): Promise<void> {
  expect((await page.request.get("/api/me")).status()).toBe(401);
  await page.goto("/chat");
  await page.waitForURL("**/sign-in**");
}

/** Before anybody has come in: the company's button and no other way, and how accounts and administrators come about. */
async function nobodyYet(browser: Browser, origin: string): Promise<void> {
  const page = await (await browser.newContext({ baseURL: origin })).newPage();
  await page.goto("/sign-in");
  expect(
    await faultsInAllLooks(page, "sign in, nobody yet", async (language) => {
      const words = SIGN_IN[language];
      await expect(page.getByRole("button", { name: words.continueWith("Verbeek & Co") })).toBeEnabled();
      await expect(page.getByText(words.noAccountsYet(words.continueWith("Verbeek & Co")))).toBeVisible();
      await expect(page.getByText(words.groupsMakeAdmins)).toBeVisible();
      await expect(page.getByText(words.noAccounts)).toHaveCount(0);
      await expect(page.getByRole("textbox")).toHaveCount(0);
    }),
  ).toEqual([]);
  await page.context().close();
}

/** Nobody is asked within the hour: only the provider's own word can end a session. */
async function signsOutThere(browser: Browser, provider: TestProvider, origin: string): Promise<void> {
  const [desk, phone] = [await signIn(browser, origin), await signIn(browser, origin)];
  await expect(place(desk, "Candidates")).toBeVisible();
  await expect(place(desk, "Audit log")).toHaveCount(0);
  const there = await desk.context().newPage();
  await there.goto(`${provider.issuer}/session/end`);
  await there.getByRole("button", { name: "Yes, sign me out" }).click();
  await there.waitForURL("**/session/end/success");
  await isOut(desk);
  expect((await phone.request.get("/api/me")).status(), "their other session goes on").toBe(200);
  await provider.signOut(MILA);
  await isOut(phone);
}

/** Asked at every request. */
async function changesGroupAndLeaves(browser: Browser, provider: TestProvider, origin: string): Promise<void> {
  const page = await signIn(browser, origin);
  await expect(place(page, "Candidates")).toBeVisible();
  provider.people.set(MILA, mila("it"));
  await page.reload();
  await expect(place(page, "Users")).toBeVisible();
  await expect(place(page, "Candidates")).toHaveCount(0);
  expect((await page.request.get("/api/candidates")).status()).toBe(403);
  provider.people.delete(MILA);
  await isOut(page);
}

test("signed in through the provider; group gives the role and takes it; signed out or gone there, out here at the next request", async ({ browser, ownDatabase }) => {
  test.setTimeout(240_000);
  const dataDir = await mkdtemp(path.join(tmpdir(), "cadre-e2e-oidc-"));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const provider = await startProvider({ redirectUri: `${origin}/api/auth/callback/company`, backChannelUri: `${origin}/api/oidc/back-channel-logout` });
  provider.people.set(MILA, mila("talent"));
  provider.subject = MILA;
  const settings = {
    CADRE_DATA_DIR: dataDir,
    CADRE_DEMO: "0",
    PORT: String(port),
    DATABASE_URL: await ownDatabase(),
    CADRE_OIDC_ISSUER: provider.issuer,
    CADRE_OIDC_CLIENT_ID: CLIENT.id,
    CADRE_OIDC_CLIENT_SECRET: CLIENT.secret,
    CADRE_OIDC_NAME: "Verbeek & Co",
    CADRE_OIDC_ROLE_MAP: "talent=recruiter,it=admin",
  };
  try {
    const setup = await runCadre(["setup", "--json"], settings);
    expect(setup.code, setup.stderr).toBe(0);
    for (const [recheck, story] of [["3600", signsOutThere], ["0", changesGroupAndLeaves]] as const) {
      const server = await startServer({ ...settings, CADRE_OIDC_RECHECK_S: recheck });
      try {
        if (recheck === "3600") await nobodyYet(browser, origin);
        await story(browser, provider, origin);
      } finally {
        await server.stop();
      }
    }
  } finally {
    await provider.close();
    await rm(dataDir, { recursive: true, force: true });
  }
});
