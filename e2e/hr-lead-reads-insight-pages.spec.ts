/**
 * @file Story: an HR lead trains on the demo company's invented reviews and skills and on two small tables, and reads the pages:
 * figures with a sentence, a table and CSV each; names only on request; whoever has no right to them gets nothing, and an employee
 * sees and may contest what is foreseen of them.
 */
import { PEOPLE } from "../app/(workspace)/insights/_components/people/words";
import { RESULTS } from "../app/(workspace)/insights/_components/performance/result-words";
import { INSIGHTS } from "../app/(workspace)/insights/_components/words";
import { accountOf, expect, test } from "./fixtures";
import { faultsInAllLooks, faultsOfDialog, type Language } from "./looks";
import { commentsTable, InsightsPage } from "./pages/insights-page";

const REFUSED = ["/api/insights/kinds/performance", "/api/insights/kinds/performance/people?band=3", "/api/insights/kinds/clusters", "/api/insights/kinds/text", "/api/insights/kinds/synthetic", "/api/insights/tables"];

test("performance: people as counts, one with exact reasons; the person sees the same and may contest it", async ({ as }) => {
  test.setTimeout(150_000);
  const lead = await as("hr_lead");
  const insights = new InsightsPage(lead);
  await insights.switchOn();
  await insights.takeIn({ demo: "reviews" });
  await insights.train("/insights/performance", "People by band");
  await insights.expectReadable("By group", { cells: [/Controls & Software/] });
  await insights.expectReadable("What the model rests on", { cells: [/Workload/] });
  await insights.expectReadable("Where it errs", { cells: ["3"] });
  const oneForeseen = async (language: Language): Promise<void> => {
    await lead.getByRole("button", { name: new RegExp(`^${PEOPLE[language].names}: Management, `) }).first().click();
    await lead.getByRole("region", { name: new RegExp(PEOPLE[language].showNames(".+")) }).getByRole("button").first().click();
  };
  expect(await faultsOfDialog(lead, "one person, foreseen", (language) => new RegExp(`${RESULTS[language].never}[^]*${PEOPLE[language].support}`), oneForeseen)).toEqual([]);
  const sheet = lead.getByRole("dialog");
  await expect(sheet.getByText(/^Foreseen: “[234]”/)).toBeVisible();
  await expect(sheet.getByText(/to the right it speaks for “[34]”/)).toBeVisible();
  await expect(sheet.getByRole("table").getByRole("row")).toHaveCount(8);
  await lead.keyboard.press("Escape");
  expect(await faultsInAllLooks(lead, "performance, trained")).toEqual([]);

  const employee = await as("employee", { expectErrors: true });
  for (const path of REFUSED) expect((await employee.request.get(path)).status(), path).toBe(403);
  await employee.goto("/insights/me");
  await expect(employee.getByText(/Your next result, as foreseen: “[234]”/)).toBeVisible();
  await expect(employee.getByText(/speaks for “[234]”/).first()).toBeVisible();
  await employee.getByRole("button", { name: "Contest this" }).first().click();
  await employee.getByLabel("Why").fill("My goals were never agreed with me.");
  await employee.getByRole("button", { name: "Send to HR" }).click();
  await expect(employee.getByText("waiting for HR")).toBeVisible();
  await lead.goto("/insights");
  await expect(lead.getByRole("region", { name: "Contested" })).toContainText(accountOf("employee").name);
  await insights.switchOff();
});

test("clusters: a map without names, what distinguishes each, why so many; trained again, what changed since", async ({ as }) => {
  test.setTimeout(120_000);
  const lead = await as("hr_lead");
  const insights = new InsightsPage(lead);
  await insights.switchOn();
  await insights.takeIn({ demo: "skills" });
  await insights.train("/insights/clusters", "Map");
  await insights.expectReadable("Map", { cells: [/Casting and machining/] });
  await insights.expectReadable("Why this many", { cells: [/clusters/] });
  await expect(lead.getByText(accountOf("employee").name)).toHaveCount(0);
  expect(await faultsInAllLooks(lead, "clusters, trained")).toEqual([]);
  await lead.getByRole("button", { name: "Train a new version" }).click();
  await expect(lead.getByText("Version 2", { exact: true })).toBeVisible({ timeout: 60_000 });
  // The same table gains nothing: refused, and used all the same only with a reason.
  expect(await faultsOfDialog(lead, "used all the same", (language) => INSIGHTS[language].reasonTitle(2), (language) => lead.getByRole("button", { name: INSIGHTS[language].overrule }).first().click())).toEqual([]);
  await lead.getByRole("dialog").getByLabel("Why").fill("The same table again, to look at changes.");
  await lead.getByRole("dialog").getByRole("button", { name: "Use this one" }).click();
  await insights.expectReadable("What changed since the version before", { cells: [/\d/] });
  await insights.switchOff();
});

test("comments: shares by group, small ones suppressed, how it was measured; a recruiter gets nothing", async ({ as }) => {
  test.setTimeout(150_000);
  const lead = await as("hr_lead");
  const insights = new InsightsPage(lead);
  await insights.switchOn();
  await insights.takeIn({ name: "survey", use: "comments", csv: commentsTable() });
  await insights.train("/insights/text", "What was tried");
  await insights.expectReadable("What was tried", { cells: ["Encoder with a head", "Most frequent label"] });
  await insights.expectReadable("By department", { cells: ["Foundry", "suppressed"] });
  expect(await faultsInAllLooks(lead, "comments, trained")).toEqual([]);
  const recruiter = await as("recruiter", { expectErrors: true });
  for (const path of REFUSED) expect((await recruiter.request.get(path)).status(), path).toBe(403);
  await insights.switchOff();
});

/** 140 invented people of whom 42 left, more often with much overtime. */
function smallTable(): string {
  const rows = Array.from({ length: 140 }, (_, at) => {
    const left = at % 10 >= 7;
    return [`p${at}@invented.example`, ["Field Service", "Foundry", "Quality"][at % 3], (left ? 10 : 6) + ((at * 7) % 9), 1 + ((at * 5) % 12), (at * 13) % 48, (at * 31) % 17, left ? "Yes" : "No"].join(",");
  });
  return ["e-mail,Department,Overtime (hours),Tenure (years),Distance (km),Trips,Attrition", ...rows].join("\n");
}

test("synthetic profiles: use and privacy in figures, refused where they do not help, shown all the same", async ({ as }) => {
  test.setTimeout(150_000);
  const lead = await as("hr_lead");
  const insights = new InsightsPage(lead);
  await insights.switchOn();
  await insights.takeIn({ name: "leavers", use: "attrition", csv: smallTable() });
  await insights.train("/insights/synthetic", "What they are good for");
  await insights.expectReadable("What they are good for", { cells: ["Real rows", "Real and synthetic"] });
  await insights.expectReadable("Whether they copy anyone", { cells: ["Exact copies", "0"] });
  await insights.expectReadable("A few of them", { cells: [/Foundry|Quality|Field Service/] });
  await expect(lead.getByText(/^They (?:do not help: training leaves them out|help: training may use them)\.$/)).toBeVisible();
  expect(await faultsInAllLooks(lead, "synthetic profiles, trained")).toEqual([]);
  await insights.switchOff();
});
