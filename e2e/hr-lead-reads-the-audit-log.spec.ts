/**
 * @file Story: an HR lead sees who looked into which résumé and who was refused, narrows it down with the keyboard,
 * has the chain checked and takes a copy, which is a line itself. Nobody else reads it; an administrator the accounts.
 */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { accountOf, expect, test } from "./fixtures";

async function openAuditLog(page: Page): Promise<void> {
  await page.goto("/audit");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  await expect(page.getByRole("row").nth(1)).toBeVisible();
}

/** A résumé that the recruiter may read. */
async function someResume(recruiter: Page): Promise<{ documentId: string; name: string }> {
  const { candidates } = (await (await recruiter.request.get("/api/candidates")).json()) as { candidates: { documentId: string; name: string | null }[] };
  const found = candidates.find((candidate) => candidate.name !== null);
  if (!found?.name) throw new Error("the demo company has no candidate with a name");
  return { documentId: found.documentId, name: found.name };
}

test("who opened a résumé, who was refused it; filter, unfold, check, export", async ({ as }) => {
  const recruiter = await as("recruiter");
  const resume = await someResume(recruiter);
  await recruiter.goto("/candidates");
  await recruiter.getByRole("button", { name: resume.name, exact: true }).click();
  await expect(recruiter.getByRole("complementary", { name: /^Reader:/ })).toBeVisible();
  await expect(recruiter.getByRole("complementary", { name: /^Reader:/ }).getByRole("heading").first()).toBeVisible();
  const employee = await as("employee", { expectErrors: true });
  expect((await employee.request.get(`/api/documents/${resume.documentId}/text`)).status()).toBe(404);

  const lead = await as("hr_lead");
  await openAuditLog(lead);
  const opened = lead.getByRole("row").filter({ hasText: accountOf("recruiter").name }).filter({ hasText: /Opened/ }).filter({ hasText: resume.name });
  await expect(opened.first()).toBeVisible();
  const refused = lead.getByRole("row").filter({ hasText: accountOf("employee").name }).filter({ hasText: "Was refused" }).filter({ hasText: resume.name });
  await expect(refused.first()).toContainText("not there, or not open to them");

  // By document: only lines about this one are left.
  await lead.getByRole("searchbox", { name: /^Document/ }).fill(resume.name);
  await expect(lead.getByRole("row").filter({ hasText: "Signed in" })).toHaveCount(0);
  await expect(opened.first()).toBeVisible();
  // By person, on top of it.
  await lead.getByRole("combobox", { name: "Person" }).selectOption({ label: accountOf("employee").name });
  await expect(opened).toHaveCount(0);
  await expect(refused.first()).toBeVisible();
  // By action: nothing fits, and one click shows all again.
  await lead.getByRole("combobox", { name: "Action" }).selectOption({ label: "Documents: deleted" });
  await expect(lead.getByText("No line fits.")).toBeVisible();
  await lead.getByRole("button", { name: "Show all" }).click();
  await expect(opened.first()).toBeVisible();

  // By keyboard: from the first line to the next, unfold it.
  const lines = lead.locator("[data-line]");
  await lines.first().focus();
  await lead.keyboard.press("ArrowDown");
  await expect(lines.nth(1)).toBeFocused();
  await lead.keyboard.press("Enter");
  await expect(lines.nth(1)).toHaveAttribute("aria-expanded", "true");
  await expect(lead.getByText(/^[0-9a-f]{64}$/).first()).toBeVisible();
  for (const colorScheme of ["light", "dark"] as const) {
    await lead.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    expect(await violations(lead), colorScheme).toEqual([]);
  }

  await lead.getByRole("button", { name: "Check the chain" }).click();
  await expect(lead.getByText(/^Unbroken: [\d,]+ lines/)).toBeVisible();

  const download = lead.waitForEvent("download");
  await lead.getByRole("button", { name: "Export" }).click();
  await lead.getByRole("menuitem", { name: "CSV, with names" }).click();
  const file = readFileSync(await (await download).path(), "utf8");
  expect(file).toContain(`${accountOf("recruiter").name},`);
  expect(file).toContain("document.opened");
  await expect(lead.getByRole("row").filter({ hasText: "Exported the audit log" }).first()).toBeVisible();
});

test("reading a policy that is open to everyone leaves no line", async ({ as }) => {
  const employee = await as("employee");
  const { documents } = (await (await employee.request.get("/api/documents?kind=policy")).json()) as { documents: { id: string; acl: string[] }[] };
  const open = documents.find((document) => document.acl.includes("role:employee"));
  expect((await employee.request.get(`/api/documents/${open?.id}/text`)).status()).toBe(200);
  const lead = await as("hr_lead");
  const { lines } = (await (await lead.request.get(`/api/audit?document=${open?.id}`)).json()) as { lines: { action: string }[] };
  expect(lines.filter((line) => line.action === "document.opened")).toEqual([]);
});

test("an administrator sees account lines only; the others neither place nor lines, and that is recorded", async ({ as }) => {
  const admin = await as("admin", { expectErrors: true });
  await openAuditLog(admin);
  await expect(admin.getByText(/about accounts; HR leads read the others/)).toBeVisible();
  await expect(admin.getByRole("row").filter({ hasText: "Signed in" }).first()).toBeVisible();
  await expect(admin.getByRole("button", { name: "Export" })).toHaveCount(0);
  const { lines } = (await (await admin.request.get("/api/audit?limit=200")).json()) as { lines: { object: { kind: string } }[] };
  expect([...new Set(lines.map((line) => line.object.kind))]).toEqual(["account"]);
  expect((await admin.request.get("/api/audit/export?format=csv")).status()).toBe(403);

  for (const person of ["employee", "recruiter", "reviewer"] as const) {
    const page = await as(person, { expectErrors: true });
    await expect(page.getByRole("link", { name: "Audit log" })).toHaveCount(0);
    for (const path of ["/api/audit", "/api/audit/verify", "/api/audit/export?format=jsonl"]) expect((await page.request.get(path)).status(), `${person} ${path}`).toBe(403);
    await page.goto("/audit");
    await expect(page.getByRole("button", { name: "Check the chain" })).toHaveCount(0);
  }
  const lead = await as("hr_lead");
  await openAuditLog(lead);
  await lead.getByRole("combobox", { name: "Action" }).selectOption({ label: "Refused" });
  await expect(lead.getByRole("row").filter({ hasText: accountOf("reviewer").name }).filter({ hasText: "screen /audit" }).first()).toBeVisible();
});
