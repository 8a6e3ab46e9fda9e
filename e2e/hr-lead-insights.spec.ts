/**
 * @file Story: an HR lead switches insights on under a recorded approval, imports a table, trains on it, reads why, solves the
 * channel budget; an employee contests what is held about them; switched off, nothing is left.
 */
import { ATTRITION } from "../app/(workspace)/insights/_components/attrition/words";
import { PEOPLE } from "../app/(workspace)/insights/_components/people/words";
import { INSIGHTS } from "../app/(workspace)/insights/_components/words";
import { violations } from "./axe";
import { accountOf, expect, test } from "./fixtures";
import { faultsInAllLooks, faultsInWindow, faultsOfDialog, type Language } from "./looks";

/** 140 invented people, of whom 42 left, more often with much overtime (not so clearly that it were a leak); "Exit code" gives the answer away; the employee is among those who are here. */
function peopleTable(employee: string): Buffer {
  const rows = Array.from({ length: 140 }, (_, at) => {
    const left = at % 10 >= 7;
    const overtime = (left ? 10 : 6) + ((at * 7) % 9);
    return [at === 0 ? employee : `p${at}@invented.example`, ["Field Service", "Foundry", "Quality"][at % 3], overtime, 1 + ((at * 5) % 12), (at * 13) % 48, at % 2 === 0 ? "F" : "M", left ? 9 : 1, left ? "Yes" : "No"].join(",");
  });
  return Buffer.from(["e-mail,Department,Overtime (hours),Tenure (years),Distance (km),Gender,Exit code,Attrition", ...rows].join("\n"));
}

test("approval, table, mapping, training, reasons, budget, a contest, and off again", async ({ as }) => {
  test.setTimeout(300_000);
  const lead = await as("hr_lead");
  await lead.goto("/insights");
  await expect(lead.getByRole("heading", { name: "Record an approval" })).toBeVisible();
  expect(await violations(lead)).toEqual([]);
  await lead.getByLabel("Purpose").fill("Offer support to teams early; never rank or dismiss anyone.");
  await lead.getByLabel("Legal basis").fill("Works agreement 12/2026");
  await lead.getByLabel("Consultation").fill("Works council heard, agreed with limits");
  await lead.getByLabel("Approved by").fill("Gwendolyn Hartshorne");
  await lead.getByLabel("Approved on").fill("2026-01-15");
  await lead.getByRole("button", { name: "Switch insights on" }).click();
  await expect(lead.getByRole("region", { name: "Approval" })).toContainText("Gwendolyn Hartshorne");

  await lead.goto("/insights/data");
  expect(await faultsOfDialog(lead, "import of a table", (language) => INSIGHTS[language].importTitle, (language) => lead.getByRole("button", { name: INSIGHTS[language].import, exact: true }).click())).toEqual([]);
  const dialog = lead.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles({ name: "leavers.csv", mimeType: "text/csv", buffer: peopleTable(accountOf("employee").email) });
  await dialog.getByRole("button", { name: "Import a table" }).click();
  await lead.waitForURL(/\/insights\/data\/./);
  await expect(lead.getByText("This table may give the answer away")).toBeVisible();
  await expect(lead.getByLabel("Role of Exit code")).toHaveValue("ignored");
  await expect(lead.getByLabel("Role of Gender")).toHaveValue("protected");
  await expect(lead.getByText(/Found in the directory by it: 1 person/)).toBeVisible();
  expect(await violations(lead)).toEqual([]);
  await lead.getByRole("button", { name: "Keep this mapping" }).click();
  await lead.getByRole("link", { name: "Train on it" }).click();

  await lead.getByRole("button", { name: "Train", exact: true }).click();
  await expect(lead.getByRole("heading", { name: "People by band" })).toBeVisible({ timeout: 180_000 });
  await expect(lead.getByText(/Version 1 · “leavers”, 140 rows/)).toBeVisible();
  await expect(lead.getByRole("heading", { name: "Causes by group" })).toBeVisible();
  expect(await faultsInAllLooks(lead, "attrition, trained")).toEqual([]);
  const oneAtRisk = async (language: Language): Promise<void> => {
    await lead.getByRole("button", { name: new RegExp(`^${PEOPLE[language].names}`) }).first().click();
    await lead.getByRole("region", { name: new RegExp(PEOPLE[language].showNames(".+")) }).getByRole("button").first().click();
  };
  expect(await faultsOfDialog(lead, "one person, at risk", (language) => ATTRITION[language].change, oneAtRisk)).toEqual([]);

  await lead.goto("/insights/data");
  const table = lead.getByRole("row").filter({ hasText: "leavers" });
  expect(await faultsOfDialog(lead, "delete of a table", (language) => INSIGHTS[language].deleteTitle("leavers"), (language) => lead.getByRole("button", { name: `${INSIGHTS[language].deleteTable}: leavers` }).click())).toEqual([]);
  await lead.keyboard.press("Escape");
  await expect(table).toBeVisible();

  await lead.goto("/insights/channels");
  await lead.getByRole("button", { name: "Work out the plan" }).click();
  await expect(lead.getByRole("status", { name: "Plan" })).toContainText("100,000 CNY");
  for (const window of ["laptop", "phone"] as const) expect(await faultsInWindow(lead, `plan of channels, ${window}`, window)).toEqual([]);

  const employee = await as("employee", { expectErrors: true });
  expect((await employee.request.get("/api/insights/kinds/attrition")).status()).toBe(403);
  await employee.goto("/insights/me");
  await expect(employee.getByText("Works agreement 12/2026").or(employee.getByText(/Offer support to teams early/)).first()).toBeVisible();
  expect(await faultsOfDialog(employee, "what is held about me", (language) => INSIGHTS[language].contestTitle, (language) => employee.getByRole("button", { name: INSIGHTS[language].contest, exact: true }).first().click())).toEqual([]);
  await employee.getByLabel("Why").fill("My overtime was halved in May.");
  await employee.getByRole("button", { name: "Send to HR" }).click();
  await expect(employee.getByText("waiting for HR")).toBeVisible();

  await lead.goto("/insights");
  await expect(lead.getByRole("region", { name: "Contested" })).toContainText("My overtime was halved in May.");
  expect(await faultsOfDialog(lead, "an answer to who contests", (language) => INSIGHTS[language].answerTitle(accountOf("employee").name), (language) => lead.getByRole("button", { name: INSIGHTS[language].answer, exact: true }).click())).toEqual([]);
  await lead.keyboard.press("Escape");
  expect(await faultsOfDialog(lead, "insights are switched off", (language) => INSIGHTS[language].disableTitle, (language) => lead.getByRole("button", { name: INSIGHTS[language].disable, exact: true }).click())).toEqual([]);
  await lead.getByRole("alertdialog").getByRole("button", { name: "Switch off" }).click();
  await expect(lead.getByRole("heading", { name: "Record an approval" })).toBeVisible();
  await employee.reload();
  await expect(employee.getByText("People insights are switched off in this company.", { exact: false })).toBeVisible();
});
