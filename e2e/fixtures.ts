/**
 * @file Playwright's test with people in it: `as("recruiter")` gives a signed-in page in a browser of its own. Each person
 * signs in on the screen once and is known from then on, as on their own machine; whose session was ended signs in again. Any
 * error on the page's console or uncaught exception fails the test, unless the test expects refusals. `ownDatabase` is for stories
 * that start a server of their own.
 */
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "../db/seed/people/accounts";
import type { Role } from "../lib/core/types";
import { createDatabaseBeside } from "../lib/testing/database-beside";
import { SignInPage } from "./pages/sign-in-page";

export type Person = Role | "chinese_employee" | "mentor";

/** People who are known by name: what they are in the company no role says. */
const BY_NAME: Partial<Record<Person, string>> = { chinese_employee: "tang.muye@", mentor: "tomasz.wielgosz@" };

export function accountOf(person: Person): { email: string; name: string; password: string } {
  const email = BY_NAME[person];
  const found = DEMO_ACCOUNTS.find((account) => (email ? account.email.startsWith(email) : person === "employee" ? account.roles.length === 1 : account.roles.includes(person as Role)));
  if (!found) throw new Error(`the demo company has no ${person}`);
  return { email: found.email, name: found.name, password: DEMO_PASSWORD };
}

interface Fixtures {
  /** A new browser context, signed in as this person. */
  as: (person: Person, options?: { viewport?: { width: number; height: number }; expectErrors?: boolean }) => Promise<Page>;
  /** The DATABASE_URL of another server: an empty database beside the PostgreSQL under test, dropped after the story; "" on PGlite. */
  ownDatabase: () => Promise<string>;
}

type Remembered = Map<Person, Awaited<ReturnType<BrowserContext["storageState"]>>>;

/** On the chat, ready for use; by the sign-in screen unless the session that the page has is still good. */
async function enter(page: Page, person: Person, remembered: Remembered): Promise<void> {
  await page.goto(remembered.has(person) ? "/chat" : "/sign-in");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  if (new URL(page.url()).pathname !== "/sign-in") return;
  const account = accountOf(person);
  await new SignInPage(page).signIn(account.email, account.password);
  await page.waitForURL("**/chat");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  remembered.set(person, await page.context().storageState());
}

export const test = base.extend<Fixtures, { remembered: Remembered }>({
  // Playwright reads which fixtures one needs from its pattern.
  remembered: [async ({}, use) => use(new Map()), { scope: "worker" }],
  as: async ({ browser, baseURL, remembered }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    const complaints: string[] = [];
    await use(async (person, options = {}) => {
      const storageState = remembered.get(person);
      const context = await browser.newContext({ baseURL, ...(options.viewport ? { viewport: options.viewport } : {}), ...(storageState ? { storageState } : {}) });
      contexts.push(context);
      const page = await context.newPage();
      if (!options.expectErrors) {
        page.on("pageerror", (error) => complaints.push(error.message));
        page.on("console", (message) => {
          if (message.type() === "error") complaints.push(message.text());
        });
      }
      await enter(page, person, remembered);
      return page;
    });
    for (const context of contexts) await context.close();
    expect(complaints, "errors on the page's console").toEqual([]);
  },
  ownDatabase: async ({}, use) => {
    const made: { drop: () => Promise<void> }[] = [];
    await use(async () => {
      const under = process.env.CADRE_E2E_DATABASE_URL;
      if (!under) return "";
      const database = await createDatabaseBeside(under);
      made.push(database);
      return database.url;
    });
    for (const database of made) await database.drop();
  },
});

export { expect };
