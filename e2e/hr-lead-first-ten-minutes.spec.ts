/**
 * @file Story: the first ten minutes of an HR lead. Who saw what stands in the audit log; a policy that ended yesterday does not
 * answer as if it held; someone who leaves is removed on the people screen, signed out at once, and the log says so.
 */
import { accountOf, expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { DocumentsPage } from "./pages/documents-page";
import { SignInPage } from "./pages/sign-in-page";

const PASSWORD = "nine-quiet-herons";
const yesterday = () => {
  const date = new Date(Date.now() - 86_400_000);
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}-${String(date.getDate()).padStart(2, "0")}`;
};

test("who saw what, a policy that ends, someone who leaves", async ({ as, browser, baseURL }) => {
  test.setTimeout(180_000);
  const recruiter = await as("recruiter");
  const { candidates } = (await (await recruiter.request.get("/api/candidates")).json()) as { candidates: { name: string | null }[] };
  const name = candidates.find((candidate) => candidate.name !== null)?.name ?? "";
  await recruiter.goto("/candidates");
  await recruiter.getByRole("button", { name, exact: true }).click();
  await expect(recruiter.getByRole("complementary", { name: /^Reader:/ }).getByRole("heading").first()).toBeVisible();

  const lead = await as("hr_lead");
  await lead.goto("/audit");
  await expect(lead.getByRole("row").filter({ hasText: accountOf("recruiter").name }).filter({ hasText: "Opened" }).filter({ hasText: name }).first()).toBeVisible();

  const documents = new DocumentsPage(lead);
  await documents.open();
  await documents.add([{ name: "dinghy.md", mimeType: "text/markdown", buffer: Buffer.from("# Dinghy club discount\n\n## Discount\n\nEmployees get 35 percent off the membership of the dinghy club.\n") }]);
  const row = documents.row("Dinghy club discount");
  await expect(row.getByText("Ready")).toBeVisible({ timeout: 60_000 });
  await row.getByRole("button", { name: /^Actions for/ }).click();
  await lead.getByRole("menuitem", { name: "Details" }).click();
  const details = lead.getByRole("dialog", { name: "Details" });
  await details.getByLabel("Last day").fill(yesterday());
  await details.getByRole("button", { name: "Save" }).click();
  await expect(row.getByText(/^Ended on/)).toBeVisible();
  const turn = await new ChatPage(await as("employee")).ask("How much discount do employees get on the membership of the dinghy club?");
  await expect(turn.getByText("Answered", { exact: true })).toHaveCount(0);
  await expect(turn.getByText(/^Until \d/).first()).toBeVisible();
  await documents.open();
  await documents.delete("Dinghy club discount");

  // Somebody of the directory gets an account, and leaves.
  const run = Array.from(Date.now().toString(26), (digit) => String.fromCharCode(97 + parseInt(digit, 26))).join("");
  const leaver = `Wessel ${run}`;
  const email = `wessel.${run}@veldermere.example`;
  await lead.goto("/people");
  await lead.getByRole("button", { name: "Import" }).click();
  const dialog = lead.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(`name,email,title,department,site,manager_email\n${leaver},${email},Buyer,Supply Chain,Leeds,femke.ruijgrok@veldermere.example\n`) });
  await dialog.getByRole("button", { name: "Import 1 person" }).click();
  await expect(lead.getByRole("row").filter({ hasText: leaver })).toBeVisible();
  const admin = await as("admin");
  const made = await admin.request.post("/api/users", { data: { email, name: leaver, roles: ["employee"], password: PASSWORD }, headers: { origin: baseURL ?? "" } });
  expect(made.status(), await made.text()).toBe(201);
  const context = await browser.newContext({ baseURL });
  const theirs = await context.newPage();
  await theirs.goto("/sign-in");
  await new SignInPage(theirs).signIn(email, PASSWORD);
  await theirs.waitForURL("**/chat");

  await lead.reload();
  await lead.getByRole("button", { name: `Actions for ${leaver}` }).click();
  await lead.getByRole("menuitem", { name: /Remove person/ }).click();
  await lead.getByRole("dialog").getByRole("button", { name: "Remove person" }).click();
  await expect(lead.getByText(`${leaver} is removed and signed out.`, { exact: true })).toBeVisible();
  expect((await theirs.request.get("/api/me")).status()).toBe(401);
  await context.close();

  await lead.goto("/audit");
  await expect(lead.getByRole("row").filter({ hasText: accountOf("hr_lead").name }).filter({ hasText: /[Rr]emoved/ }).first()).toBeVisible();
});
