/** @file Story: an HR lead looks at a file before importing it, names a hiring manager; an administrator sees that but no contract, an employee nothing. */
import { violations } from "./axe";
import { expect, test } from "./fixtures";

const csv = (rows: string) => ({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(`name,email,title,department,site,manager_email\n${rows}\n`) });

test("the directory: a file with faults names them by line, a right one is shown and then imported", async ({ as }) => {
  const lead = await as("hr_lead");
  await lead.goto("/people");
  await expect(lead.getByRole("row").filter({ hasText: "Maartje Schipper" })).toBeVisible();
  await lead.getByRole("button", { name: "Import" }).click();
  const dialog = lead.getByRole("dialog");
  const file = dialog.locator("input[type=file]");
  await file.setInputFiles(csv(",no.address,Buyer,Supply Chain,Leeds,ghost@veldermere.example"));
  for (const fault of ["Must not be empty.", "No e-mail address.", "Nobody in the file or the directory has this address."]) await expect(dialog.getByText(fault)).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^Import|Nothing to import/ })).toBeDisabled();
  await file.setInputFiles(csv("Wouter Diepenhorst,wouter.diepenhorst@veldermere.example,Buyer,Supply Chain,Leeds,femke.ruijgrok@veldermere.example"));
  await dialog.getByRole("button", { name: "Import 1 person" }).click();
  await expect(lead.getByRole("row").filter({ hasText: "Wouter Diepenhorst" })).toContainText("Femke Ruijgrok");
  expect(await violations(lead)).toEqual([]);
});

test("a hiring manager is named for one opening and ended; who may look sees it, others are refused", async ({ as }) => {
  const lead = await as("hr_lead");
  await lead.goto("/people");
  await lead.getByRole("button", { name: "Relations" }).click();
  const hiring = lead.getByRole("region", { name: "Hiring managers" });
  await hiring.getByLabel("Person").selectOption({ label: "Noor Wijnands" });
  await hiring.getByLabel("Opening").selectOption({ index: 1 });
  await hiring.getByRole("button", { name: "Appoint", exact: true }).click();
  await expect(hiring.getByRole("button", { name: /^End Noor Wijnands/ })).toBeVisible();
  expect(await violations(lead)).toEqual([]);

  const admin = await as("admin");
  const seen = (await (await admin.request.get("/api/people")).json()) as { hiringManagers: { name: string }[]; people: { employment: unknown }[] };
  expect(seen.hiringManagers.map((one) => one.name)).toContain("Noor Wijnands");
  expect(seen.people.every((person) => person.employment === null)).toBe(true);
  const employee = await as("chinese_employee", { expectErrors: true });
  expect((await employee.request.get("/api/people")).status()).toBe(403);

  await hiring.getByRole("button", { name: /^End Noor Wijnands/ }).click();
  await expect(hiring.getByRole("button", { name: /^End Noor Wijnands/ })).toHaveCount(0);
});
