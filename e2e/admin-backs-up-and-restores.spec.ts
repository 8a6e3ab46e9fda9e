/**
 * @file Story: the admin backs up while people ask, restores on another machine (a new data folder; on PostgreSQL a new
 * database too), and people find what they had. The commands are real processes; the restored company is served by a second server.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { backupOutput, restoreOutput } from "../lib/contracts/backup";
import { runCadre, startServer } from "../lib/testing/chaos/server-process";
import { accountOf, expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { SignInPage } from "./pages/sign-in-page";

const COMPANY = "Veldermere Lockworks";
const QUESTION = "How many days of annual leave does a full-time employee in Rotterdam get?";
/** What the server under test was started with: e2e/playwright.config.ts. */
const serving = { CADRE_DATA_DIR: path.join(process.env.CADRE_E2E_DATA ?? "", "data"), DATABASE_URL: process.env.CADRE_E2E_DATABASE_URL ?? "" };

/** Settings → Remove the demo, with the company's name typed; then what the report says was looked at again. */
async function removeDemo(page: Page, company: string): Promise<void> {
  await page.goto("/settings");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  await page.getByRole("button", { name: "Remove the demo …" }).click();
  const dialog = page.getByRole("dialog", { name: "Remove the demo company" });
  await expect(dialog.getByRole("button", { name: "Remove the demo" })).toBeDisabled();
  await dialog.getByLabel(`Type “${company}” to confirm`).fill(company);
  await dialog.getByRole("button", { name: "Remove the demo" }).click();
  await expect(page.getByRole("heading", { name: "The demo company is gone" })).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText(/searched in every column: 0 rows still name anything of it/)).toBeVisible();
  await expect(page.getByText(/sentences of its documents asked for: 0 found/)).toBeVisible();
}

test("backed up while serving, restored elsewhere: the same answer from the same documents; there the demo is removed without a trace", async ({ as, browser, ownDatabase }) => {
  test.setTimeout(300_000);
  const folder = await mkdtemp(path.join(tmpdir(), "cadre-e2e-backup-"));
  try {
    const chat = new ChatPage(await as("employee"));
    const before = await (await chat.ask(QUESTION)).locator(".quotation").allTextContents();
    expect(before.join(" ")).toContain("27 days");
    const listed = (await (await chat.page.request.get("/api/documents")).json()) as { total: number };

    const running = runCadre(["backup", path.join(folder, "company.tar"), "--json"], serving);
    const meanwhile = await chat.ask("How much does the company pay into the Dutch pension?");
    await expect(meanwhile.locator(".quotation").first()).toContainText("14 %");
    const backup = await running;
    expect(backup.code, backup.stderr).toBe(0);
    const written = backupOutput.parse(JSON.parse(backup.stdout));
    expect(written).toMatchObject({ whileServing: true, warnings: [] });
    expect(written.documents).toBeGreaterThan(listed.total);

    const doctor = await runCadre(["doctor"], serving);
    expect(doctor.stdout).toMatch(/last backup\s+0 min ago, \d+ documents, .*company\.tar/);
    expect(doctor.stdout).toMatch(/power loss/);

    const onto = await runCadre(["restore", written.file], serving);
    expect(onto.code).toBe(1);
    expect(onto.stderr).toMatch(/data\/locked|backup\/target-not-empty/);

    const elsewhere = path.join(folder, "elsewhere");
    const DATABASE_URL = await ownDatabase();
    const restore = await runCadre(["restore", written.file, "--into", elsewhere, "--json"], { DATABASE_URL });
    expect(restore.code, restore.stderr).toBe(0);
    expect(restoreOutput.parse(JSON.parse(restore.stdout))).toMatchObject({ database: DATABASE_URL === "" ? "pglite" : "postgres", documents: written.documents, originals: written.originals, tables: written.tables });

    const server = await startServer({ CADRE_DATA_DIR: elsewhere, DATABASE_URL });
    const context = await browser.newContext({ baseURL: server.origin });
    try {
      const page = await context.newPage();
      const signIn = new SignInPage(page);
      await signIn.open();
      const { email, password } = accountOf("employee");
      await signIn.signIn(email, password);
      await page.waitForURL("**/chat");
      const restored = new ChatPage(page);
      await restored.open();
      await expect(page.getByRole("link", { name: QUESTION }).first(), "the conversation came along").toBeVisible();
      const turn = await restored.ask(QUESTION);
      expect(await turn.locator(".quotation").allTextContents()).toEqual(before);
      await turn.getByRole("button", { name: /^Source 1:/ }).first().click();
      await expect(restored.reader().locator("mark").first()).toBeVisible();
      expect(((await (await page.request.get("/api/documents")).json()) as { total: number }).total).toBe(listed.total);

      const adminContext = await browser.newContext({ baseURL: server.origin });
      const admin = await adminContext.newPage();
      const adminSignIn = new SignInPage(admin);
      await adminSignIn.open();
      const account = accountOf("admin");
      await adminSignIn.signIn(account.email, account.password);
      await admin.waitForURL("**/chat");
      await removeDemo(admin, COMPANY);
      expect((await page.request.get("/api/me")).status(), "the demo's sessions ended").toBe(401);
      await adminContext.close();
    } finally {
      await context.close();
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
