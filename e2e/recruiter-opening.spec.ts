/** @file A recruiter's opening from résumés to decisions: upload, correct, shortlist, compare, evidence; hidden names; erasure; who never gets in. */
import { unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

const RESUMES = 20;
/** People of this run only, in letters: the same files would be the same résumés, which have applied already. */
const RUN = Array.from(Date.now().toString(26), (digit) => String.fromCharCode(97 + parseInt(digit, 26))).join("");
const nameOf = (n: number): string => `Invented Person${String.fromCharCode(65 + n)}${RUN}`;
const resume = (n: number) => ({
  name: `applicant-${n}.md`,
  mimeType: "text/markdown",
  buffer: Buffer.from(`# ${nameOf(n)}\n\nTender assistant\n\n## Experience\n\n### Tender assistant, Quaywright Marine (201${n % 9} – 2024)\n\n- Prepared public tenders for waterways, lot ${n}\n- Kept the bid library of ${n + 3} frameworks\n\n## Languages\n\n- English (fluent)\n${n % 2 ? "- Dutch (fluent)\n" : ""}`),
});

test("from twenty résumés, asked for in words, to an evidence pack; an erased candidate is gone", async ({ as }) => {
  test.setTimeout(240_000);
  const page = await as("recruiter");
  await page.goto("/jobs");
  await page.getByRole("link", { name: "Tender manager, waterways" }).click();
  await page.waitForURL(/\/jobs\/[0-9a-f-]{36}/);
  const rows = page.getByRole("table").locator("tbody tr");
  await expect(page.getByRole("columnheader", { name: "Must-haves" })).toBeVisible();
  const before = await rows.count();

  await page.getByRole("button", { name: "Add candidates" }).click();
  await page.getByLabel("Résumé files").setInputFiles(Array.from({ length: RESUMES }, (_, n) => resume(n)));
  await page.getByRole("button", { name: `Add ${RESUMES} candidates` }).click();
  await expect(page.getByText("Scores appear as they are read.").first()).toBeVisible();
  await expect(rows).toHaveCount(before + RESUMES);
  await expect(async () => {
    await page.reload();
    // A page that is still loading has nothing that is not scored.
    await expect(rows).toHaveCount(before + RESUMES);
    await expect(page.getByText("not scored yet")).toHaveCount(0, { timeout: 1000 });
  }).toPass({ timeout: 120_000 });

  // Asked for in words, in the chat: people of these files, each with the line that matches, which opens the résumé there.
  const opening = page.url();
  await page.goto("/chat");
  const turn = await new ChatPage(page).ask("Find candidates who kept a bid library and speak Dutch");
  const found = turn.getByRole("list", { name: "Candidates, best first" }).getByRole("listitem").filter({ hasText: "Invented Person" });
  await found.first().getByRole("button", { name: /^Open the résumé at:.*bid library/ }).first().click();
  await expect(page.getByRole("complementary", { name: /^Reader:/ }).locator("mark").first()).toContainText("bid library");
  await page.goto(opening);
  await expect(rows).toHaveCount(before + RESUMES);

  // One requirement is corrected; scores wait until they are asked for, and say who moves.
  await page.getByRole("button", { name: "Requirements", exact: true }).click();
  await page.getByLabel("Add a requirement").fill("Polish");
  await page.getByRole("button", { name: "Add a requirement" }).click();
  await page.getByRole("button", { name: "Save corrections" }).click();
  await page.getByRole("button", { name: "Score anew …" }).first().click();
  await page.getByLabel("Why now").fill("Clients write Polish");
  await page.getByRole("button", { name: "Use these scores" }).click();
  await expect(page.getByText("The requirements were corrected since the last scoring.")).toBeHidden();

  await page.getByRole("button", { name: /^Candidates/ }).click();
  for (const n of [0, 1]) await rows.nth(n).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("dialog").getByRole("rowheader").first()).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Put on a shortlist" }).click();
  await page.getByLabel("Name", { exact: true }).fill("For the first talk");
  for (const field of await page.getByLabel(/– Reason$/).all()) await field.fill("Led tenders, quoted from the work");
  await page.getByRole("dialog").getByRole("button", { name: "Put on a shortlist" }).click();
  await page.getByRole("button", { name: "Shortlists" }).click();
  await expect(page.getByRole("heading", { name: "For the first talk" })).toBeVisible();

  await page.getByRole("button", { name: "Settings" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Evidence pack" }).click()]);
  const pack = Buffer.from(unzipSync(readFileSync(await download.path()))["evidence.json"] ?? []).toString();
  expect(pack).toContain("Clients write Polish");
  expect(pack).not.toContain(nameOf(0));

  await page.getByRole("button", { name: /^Candidates/ }).click();
  const doomed = page.getByRole("row").filter({ hasText: nameOf(2) });
  await doomed.getByText(nameOf(2)).click();
  await page.getByRole("button", { name: "Erase …" }).click();
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Everything was searched again; nothing was found.")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).last().click();
  await expect(doomed).toHaveCount(0);
});

test("names stay hidden until the stage that was chosen, in the page and in what is sent", async ({ as }) => {
  const page = await as("recruiter");
  await page.goto("/jobs");
  const sent = page.waitForResponse((response) => /\/api\/recruiting\/openings\/[0-9a-f-]{36}$/.test(response.url()));
  await page.getByRole("link", { name: "Data engineer, condition monitoring" }).click();
  const body = await (await sent).text();
  expect(body).not.toContain("Quaye");
  expect(body).toContain("Priyanka Vaidyanath");
  await expect(page.getByText("Names are hidden until “Interview”.")).toBeVisible();
  await expect(page.getByText("Bartholomew Quaye")).toHaveCount(0);
});

test("an employee reaches none of it, a recruiter only what they work on", async ({ as }) => {
  const recruiter = await as("recruiter", { expectErrors: true });
  const openings = (await (await recruiter.request.get("/api/recruiting/openings")).json()) as { openings: { documentId: string; title: string; work: unknown }[] };
  const [mine, foreign] = [openings.openings.find(({ work }) => work !== null), openings.openings.find(({ work }) => work === null)];
  expect((await recruiter.request.get(`/api/recruiting/openings/${foreign?.documentId ?? ""}`)).status()).toBe(404);
  const employee = await as("employee", { expectErrors: true });
  for (const path of ["/api/recruiting/openings", `/api/recruiting/openings/${mine?.documentId ?? ""}`, `/api/recruiting/openings/${mine?.documentId ?? ""}/evidence`, "/api/fairness"]) expect((await employee.request.get(path)).status(), path).toBe(403);
  await employee.goto(`/jobs/${mine?.documentId ?? ""}`);
  await expect(employee.getByRole("table")).toHaveCount(0);
});
