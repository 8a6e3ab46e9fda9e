/** @file A recruiter's opening from résumés to decisions: upload, correct, shortlist, compare, evidence; hidden names; erasure; who never gets in. */
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { RECEIPT } from "../app/_components/recruiting/receipt-words";
import { violations } from "./axe";
import { expect, test } from "./fixtures";
import { faultsOfDialog } from "./looks";
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
  // What was understood of it is corrected in place: at which level, and what sort of thing it is.
  const level = page.getByLabel("Level of “Polish”");
  await expect(level).toHaveValue("");
  await level.selectOption("b2");
  await expect(page.getByLabel("Kind of “Polish”")).toHaveValue("language");
  await page.getByRole("button", { name: "Save corrections" }).click();
  await expect(page.getByRole("button", { name: "Save corrections" })).toBeHidden();
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
  // Of the first scoring alone: what was asked then, and nothing of the second.
  const [early] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Scoring 1", exact: true }).click()]);
  const first = JSON.parse(Buffer.from(unzipSync(readFileSync(await early.path()))["evidence.json"] ?? []).toString()) as { runs: { number: number; requirements: { text: string }[] }[] };
  expect(first.runs.map(({ number, requirements }) => [number, requirements.some(({ text }) => text === "Polish")])).toEqual([[1, false]]);

  await page.getByRole("button", { name: /^Candidates/ }).click();
  const doomed = page.getByRole("row").filter({ hasText: nameOf(2) });
  await doomed.getByText(nameOf(2)).click();
  await page.getByRole("button", { name: "Erase …" }).click();
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByText("Everything was searched again; nothing was found.")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).last().click();
  await expect(doomed).toHaveCount(0);
  await page.goto("/candidates/receipts");
  expect(await faultsOfDialog(page, "a receipt of erasure", (language) => RECEIPT[language].receipt, () => page.getByRole("table").locator("tbody tr").first().getByRole("button").click())).toEqual([]);
});

test("company skills: a wrong table is told line by line, a good one shows what it changes before it is taken in", async ({ as }) => {
  const page = await as("recruiter", { expectErrors: true });
  await page.goto("/jobs");
  await page.getByRole("link", { name: "Company skills" }).click();
  const upload = (csv: string) => page.locator('input[type="file"]').setInputFiles({ name: "skills.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await upload("name,parent\nSluice rigging,No such skill\n");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("there is no skill “No such skill”".replaceAll(/[“”]/g, '"'));
  // A table of this run only: the same one again would change nothing.
  await upload(`name,name_zh,aliases\nSluice rigging ${RUN},水闸吊装,gate rigging\n`);
  await expect(page.getByText("What would change: 1 skill in all")).toBeVisible();
  await page.getByRole("button", { name: "Take this table in" }).click();
  await expect(page.getByRole("row", { name: /Sluice rigging.*水闸吊装.*gate rigging/ })).toBeVisible();
});

test("a name that a correction teaches is offered, left out, offered again, and taken in by one click", async ({ as }) => {
  test.setTimeout(180_000);
  const name = `Quoin ${RUN}`;
  const page = await as("recruiter");
  await page.goto("/jobs");
  await page.getByRole("link", { name: "Tender manager, waterways" }).click();
  await page.getByRole("button", { name: "Requirements", exact: true }).click();
  await page.getByLabel("Add a requirement").fill(name);
  await page.getByRole("button", { name: "Add a requirement" }).click();
  await page.getByRole("button", { name: "Save corrections" }).click();
  await expect(page.getByRole("button", { name: "Save corrections" })).toBeHidden();
  await page.getByRole("main").getByRole("link", { name: "Company skills" }).click();
  const taught = page.getByRole("region", { name: "What corrections teach" });
  const offered = taught.getByRole("listitem").filter({ has: page.getByRole("button", { name: `Leave it out: ${name}` }) });
  await expect(offered).toContainText("beside no known skill");
  await expect(offered).toContainText("corrected in 1 opening · stands in 0 openings and 0 résumés");
  await offered.getByRole("button", { name: `Leave it out: ${name}` }).click();
  await expect(offered).toHaveCount(0);
  await taught.getByText(/^Left out: \d+$/).click();
  await taught.getByRole("button", { name: `Offer it again: ${name.toLowerCase()}` }).click();
  expect(await violations(page)).toEqual([]);
  await offered.getByRole("button", { name: `A skill of its own: ${name}` }).click();
  await expect(page.getByRole("rowheader", { name })).toBeVisible();
  await expect(offered).toHaveCount(0);
  // Taken away again: the opening is other stories' as well.
  await page.goto("/jobs");
  await page.getByRole("link", { name: "Tender manager, waterways" }).click();
  await page.getByRole("button", { name: "Requirements", exact: true }).click();
  await page.getByRole("button", { name: `Remove ${name}` }).click();
  await page.getByRole("button", { name: "Save corrections" }).click();
  await expect(page.getByRole("button", { name: "Save corrections" })).toBeHidden();
});

test("what two people correct in two openings is offered as a way to read, taken in for the next opening, and taken out again", async ({ as }) => {
  test.setTimeout(180_000);
  const cue = `counts for ${RUN}`;
  // An opening that nobody recruits for answers "not found" until it is taken up.
  const recruiter = await as("recruiter", { expectErrors: true });
  await recruiter.goto("/jobs");
  const origin = new URL(recruiter.url()).origin;
  const made: string[] = [];
  /** A new opening, taken up by the recruiter, with its requirements on the screen. */
  const takeUp = async (skill: string): Promise<string> => {
    const title = `Sluice fitter ${skill} ${RUN}`;
    const file = { name: `${title}.md`, mimeType: "text/markdown", buffer: Buffer.from(`# ${title}\n\n## Requirements\n\n- Hydraulics\n- Python, Git and Excel\n- ${skill} ${cue}\n`) };
    const added = await recruiter.request.post("/api/documents", { headers: { origin }, multipart: { meta: JSON.stringify({ kind: "job", acl: ["role:recruiter", "role:hr_lead"], onDuplicate: "skip" }), files: file } });
    expect(added.ok()).toBe(true);
    made.push(((await added.json()) as { accepted: { id: string }[] }).accepted[0]?.id ?? "");
    await expect(async () => {
      await recruiter.goto("/jobs");
      await recruiter.getByRole("link", { name: title }).click({ timeout: 2000 });
    }).toPass({ timeout: 60_000 });
    await recruiter.waitForURL(/\/jobs\/[0-9a-f-]{36}/);
    await recruiter.getByRole("button", { name: "Recruit for it" }).click();
    await recruiter.getByRole("button", { name: "Requirements", exact: true }).click();
    return new URL(recruiter.url()).pathname;
  };
  const wish = async (page: Page, skill: string) => {
    await page.getByRole("button", { name: new RegExp(`^Make it nice to have: ${skill}`) }).click();
    await page.getByRole("button", { name: "Save corrections" }).click();
    await expect(page.getByRole("button", { name: "Save corrections" })).toBeHidden();
  };
  await takeUp("Rust");
  await wish(recruiter, "Rust");
  // What was cut from one line is joined, taken apart again, and joined for good.
  const join = recruiter.getByRole("button", { name: "one with “Git”: Python" });
  await join.click();
  await recruiter.getByRole("button", { name: "Remove Python, Git" }).click();
  await join.click();
  await recruiter.getByRole("button", { name: "Save corrections" }).click();
  await expect(recruiter.getByRole("button", { name: "one with “Excel”: Python, Git" })).toBeVisible();
  await expect(join).toHaveCount(0);
  const second = await takeUp("Kafka");
  const lead = await as("hr_lead");
  await lead.goto(second);
  await lead.getByRole("button", { name: "Requirements", exact: true }).click();
  await wish(lead, "Kafka");

  await recruiter.goto("/jobs/skills");
  const reading = recruiter.getByRole("region", { name: "How openings are read" });
  const offered = reading.getByRole("listitem").filter({ has: recruiter.getByRole("button", { name: `Read it so from now on: ${cue}` }) });
  await expect(offered).toContainText(`“${cue}” makes it nice to have`);
  await expect(offered).toContainText("would have spared 2 corrections in 2 openings, made by 2 people · wrong in none that was corrected");
  await expect(offered.getByRole("link")).toHaveCount(2);
  expect(await violations(recruiter)).toEqual([]);
  await offered.getByRole("button", { name: `Leave it out: ${cue}` }).click();
  await expect(offered).toHaveCount(0);
  await reading.getByText(/^Left out: \d+$/).click();
  await reading.getByRole("button", { name: `Offer it again: ${cue}` }).click();
  await offered.getByRole("button", { name: `Read it so from now on: ${cue}` }).click();
  await expect(reading.getByRole("button", { name: `Take it out: ${cue}` })).toBeVisible();

  // The next opening is read with it; the one before keeps what it asked.
  await takeUp("Docker");
  await expect(recruiter.getByRole("button", { name: /^Make it a must-have: Docker/ })).toBeVisible();
  await expect(recruiter.getByRole("button", { name: /^Make it nice to have: Hydraulics/ })).toBeVisible();
  await recruiter.goto("/jobs/skills");
  await reading.getByRole("button", { name: `Take it out: ${cue}` }).click();
  await expect(offered).toBeVisible();
  for (const id of made) expect((await recruiter.request.delete(`/api/documents/${id}`, { headers: { origin } })).ok()).toBe(true);
});

test("somebody who never applied has a term too, on their page and in the list", async ({ as }) => {
  test.setTimeout(120_000);
  const page = await as("recruiter");
  await page.goto("/candidates");
  const name = `Pool Person${RUN}`;
  const added = await page.request.post("/api/documents", {
    headers: { origin: new URL(page.url()).origin },
    multipart: { meta: JSON.stringify({ kind: "resume", acl: ["role:recruiter", "role:hr_lead"], onDuplicate: "skip" }), files: { name: "pool.md", mimeType: "text/markdown", buffer: Buffer.from(`# ${name}\n\nWelder\n\n## Experience\n\n### Welder, Quaywright Marine (2015 – 2024)\n\n- MIG welding of lock gates\n`) } },
  });
  expect(added.ok()).toBe(true);
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(async () => {
    await page.reload();
    await expect(row).toContainText("no term", { timeout: 2000 });
  }).toPass({ timeout: 60_000 });
  await row.getByRole("link", { name: `Person page of ${name}` }).click();
  await expect(page.getByText("No term holds: their data stays until somebody erases it.")).toBeVisible();
  await page.getByLabel("Agreed last day").fill("2031-05-17");
  await page.getByRole("region", { name: "Kept until" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Then they are erased, and a receipt is kept.")).toBeVisible();
  await page.goto("/candidates");
  await expect(row).toContainText("2031");

  // They may ask for everything held and for its end, as who applied may; the receipt is shown, and is there again later.
  await row.getByRole("link", { name: `Person page of ${name}` }).click();
  const data = page.getByRole("region", { name: "Their data" });
  const [file] = await Promise.all([page.waitForEvent("download"), data.getByRole("button", { name: "Export everything held" }).click()]);
  const held = JSON.parse(Buffer.from(unzipSync(readFileSync(await file.path()))["everything.json"] ?? []).toString()) as { name: string };
  expect(held.name).toBe(name);
  await data.getByRole("button", { name: "Erase with a receipt …" }).click();
  await page.getByRole("button", { name: "Erase for good" }).click();
  const receipt = page.getByRole("dialog", { name: "Receipt of erasure" });
  await expect(receipt).toContainText("Everything was searched again; nothing was found.");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Receipts of erasures" })).toBeVisible();
  await expect(page.getByRole("main")).not.toContainText(name);
  await page.goto("/candidates");
  await expect(row).toHaveCount(0);
  await page.getByRole("link", { name: "Receipts of erasures" }).click();
  await page.getByRole("button", { name: /^Open the receipt of [0-9A-F]{8}$/ }).first().click();
  await expect(receipt).toContainText("lines of the audit log");
  // Taller than the window, and nothing in it is pressed: the keyboard reaches it and scrolls it.
  await page.setViewportSize({ width: 900, height: 420 });
  const body = receipt.getByRole("region", { name: "Receipt of erasure" });
  for (const stop of ["Close", "Receipt of erasure"]) {
    await page.keyboard.press("Tab");
    await expect(receipt.getByLabel(stop, { exact: true }), stop).toBeFocused();
  }
  await page.keyboard.press("End");
  await expect.poll(() => body.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
  // One that fits is no stop.
  await page.setViewportSize({ width: 900, height: 4000 });
  await receipt.evaluate((sheet) => { sheet.style.setProperty("max-height", "none"); });
  await expect(body).toHaveCount(0);
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
  // An opening that nobody recruits for answers "not found" until it is taken up.
  const recruiter = await as("recruiter", { expectErrors: true });
  const openings = (await (await recruiter.request.get("/api/recruiting/openings")).json()) as { openings: { documentId: string; title: string; work: unknown }[] };
  const [mine, foreign] = [openings.openings.find(({ work }) => work !== null), openings.openings.find(({ work }) => work === null)];
  expect((await recruiter.request.get(`/api/recruiting/openings/${foreign?.documentId ?? ""}`)).status()).toBe(404);
  const employee = await as("employee", { expectErrors: true });
  for (const path of ["/api/recruiting/openings", `/api/recruiting/openings/${mine?.documentId ?? ""}`, `/api/recruiting/openings/${mine?.documentId ?? ""}/evidence`, "/api/fairness"]) expect((await employee.request.get(path)).status(), path).toBe(403);
  await employee.goto(`/jobs/${mine?.documentId ?? ""}`);
  await expect(employee.getByRole("table")).toHaveCount(0);
});
