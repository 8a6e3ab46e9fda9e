/**
 * @file Story: Monday morning. Whoever installs Cadre starts it for their own company with the one command, finds address
 * and one-time link in what it prints, makes their account, looks at the doctor, and lets HR in; HR adds the first policy
 * and the first question is answered from it. A server of its own, started as `npm start` starts it, on the kind of
 * database that the suite runs on.
 */
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "@playwright/test";
import { doctorOutput } from "../lib/contracts/cli";
import { freePort, runCadre } from "../lib/testing/chaos/server-process";
import { violations } from "./axe";
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { DocumentsPage } from "./pages/documents-page";

const POLICY = "# Parking at the depot\n\nEvery employee may leave one car on the gravel lot behind hall 4. A permit costs 12 euro a month and is asked for at the gate.\n";

/** `npm start` with settings of its own. @returns its banner, and the end of it: SIGTERM, then the exit code */
async function start(settings: Record<string, string>): Promise<{ banner: string; stop: () => Promise<number | null> }> {
  const root = path.resolve(import.meta.dirname, "..");
  const child = spawn(process.execPath, ["scripts/start.mjs"], { cwd: root, env: { ...process.env, NEXTAUTH_URL: "", ...settings }, stdio: ["ignore", "pipe", "pipe"] });
  const gone = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let said = "";
  const banner = await new Promise<string>((resolve, reject) => {
    const hear = (data: Buffer): void => {
      said += data.toString();
      if (/First admin.*\n[^]*\n\n$/.test(said)) resolve(said);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void gone.then((code) => { reject(new Error(`npm start ended with ${code}: ${said}`)); });
  });
  return { banner, stop: () => (child.kill("SIGTERM"), gone) };
}

async function takeUp(browser: Browser, link: string, name: string, email: string | null): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: new URL(link).origin })).newPage();
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  if (email) await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill("seven-calm-otters");
  await page.getByRole("button", { name: "Begin" }).click();
  await page.waitForURL("**/chat");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  return page;
}

test("started for one's own company: address, link, doctor, HR is let in, the first policy answers the first question", async ({ browser, ownDatabase }) => {
  test.setTimeout(240_000);
  const dataDir = await mkdtemp(path.join(tmpdir(), "cadre-e2e-install-"));
  const port = await freePort();
  const settings = { CADRE_DATA_DIR: dataDir, CADRE_DEMO: "0", PORT: String(port), DATABASE_URL: await ownDatabase() };
  const server = await start(settings);
  try {
    expect(server.banner).toContain(`http://localhost:${port}`);
    expect(server.banner).toMatch(/Outbound hosts\s+none/);
    expect(server.banner).toMatch(settings.DATABASE_URL === "" ? /Database\s+PGlite/ : /Database\s+PostgreSQL\n/);
    expect(server.banner).not.toMatch(/Demo/);
    const link = /https?:\/\/\S+\/invitation#\S+/.exec(server.banner)?.[0] ?? "";

    const admin = await takeUp(browser, link, "Marit Oosterveld", "marit.oosterveld@company.example");
    const doctor = await runCadre(["doctor", "--json"], settings);
    const report = doctorOutput.parse(JSON.parse(doctor.stdout));
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.outboundHosts).toEqual([]);

    const again = await browser.newPage();
    await again.goto(link);
    await expect(again.getByRole("heading", { name: "This link does not work any more" })).toBeVisible();

    await admin.goto("/users");
    await expect(admin.locator("html[data-hydrated]")).toBeAttached();
    expect(await violations(admin)).toEqual([]);
    await admin.getByRole("button", { name: "Invite" }).click();
    const invite = admin.getByRole("dialog");
    await invite.getByLabel("E-mail").fill("ilse.brandsma@company.example");
    await invite.getByLabel("HR lead").check();
    await invite.getByRole("button", { name: "Make link" }).click();
    const hr = await takeUp(browser, await admin.getByLabel("One-time link").inputValue(), "Ilse Brandsma", null);

    const chat = new ChatPage(hr);
    await expect((await chat.ask("What does a parking permit cost?")).locator(".quotation")).toHaveCount(0);
    const documents = new DocumentsPage(hr);
    await documents.open();
    await documents.add([{ name: "parking.md", mimeType: "text/markdown", buffer: Buffer.from(POLICY) }]);
    await expect(documents.row("Parking at the depot")).toContainText("Ready", { timeout: 60_000 });
    await chat.open();
    await expect((await chat.ask("What does a parking permit cost?")).locator(".quotation").first()).toContainText("12 euro a month");
  } finally {
    expect(await server.stop(), "ends by itself when asked to").toBe(0);
    await rm(dataDir, { recursive: true, force: true });
  }
});
