/**
 * @file Story, the forbidden half: an employee (and a reviewer, and an admin) reaches no résumé by any route: screen,
 * API, retrieval, citation, count, file, live feed.
 */
import { RESUMES } from "../db/seed/people/resumes";
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

const names = RESUMES.map((resume) => resume.name);

for (const person of ["employee", "reviewer", "admin"] as const) {
  test(`${person}: no screen, no list, no count`, async ({ as }) => {
    const page = await as(person, { expectErrors: true });
    await expect(page.getByRole("link", { name: "Candidates" })).toHaveCount(0);
    await page.goto("/candidates");
    await expect(page.getByText(new RegExp(names.slice(0, 12).join("|")))).toHaveCount(0);
    await page.goto("/documents");
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await expect(page.getByRole("cell", { name: "Résumé" })).toHaveCount(0);

    for (const path of ["/api/candidates", "/api/candidates/search?q=welder"]) {
      const response = await page.request.get(path);
      expect(response.status(), path).toBe(403);
      expect(await response.text()).not.toMatch(/\d{2,}/);
    }
    const list = (await (await page.request.get("/api/documents?kind=resume")).json()) as { documents: unknown[]; total: number };
    expect(list).toEqual({ documents: [], total: 0 });
  });

  test(`${person}: no text, file or place of a known résumé's id`, async ({ as }) => {
    const recruiter = await as("recruiter");
    const { documents } = (await (await recruiter.request.get("/api/documents?kind=resume")).json()) as { documents: { id: string }[] };
    expect(documents.length).toBeGreaterThan(30);
    const id = documents[0]?.id ?? "";
    const page = await as(person, { expectErrors: true });
    for (const path of ["", "/text", "/file", "/locate?start=0&end=10"]) {
      const response = await page.request.get(`/api/documents/${id}${path}`);
      expect(response.status(), path).toBe(404);
    }
    const headers = { origin: new URL(page.url()).origin };
    expect((await page.request.delete(`/api/documents/${id}`, { headers })).status()).toBe(404);
    expect((await page.request.patch(`/api/documents/${id}`, { headers, data: { acl: ["role:employee"] } })).status()).toBe(404);
  });
}

test("asked in the chat, a person is neither named nor counted, and nothing was retrieved from résumés", async ({ as }) => {
  const chat = new ChatPage(await as("employee"));
  const denied = await chat.ask("Find me candidates who can weld and speak Dutch");
  await expect(denied.getByText("Not open to your role")).toBeVisible();
  await expect(denied.getByRole("list", { name: "Candidates, best first" })).toHaveCount(0);
  for (const name of names.slice(0, 4)) {
    const turn = await chat.ask(`What is in the CV of ${name}?`);
    const text = (await turn.innerText()).replaceAll(`What is in the CV of ${name}?`, "");
    expect(text).not.toContain(name);
  }
});

test("salary bands answer the HR lead, and do not exist for an employee", async ({ as }) => {
  const question = "What are the salary bands per grade?";
  const lead = new ChatPage(await as("hr_lead"));
  const seen = await lead.ask(question);
  await expect(seen.getByText(/salary bands/i).nth(1)).toBeVisible();
  const employee = new ChatPage(await as("employee"));
  const turn = await employee.ask(question);
  await expect(turn.getByRole("button", { name: /salary bands/i })).toHaveCount(0);
});

test("signed out, nothing answers", async ({ request, page }) => {
  for (const path of ["/api/documents", "/api/candidates", "/api/conversations", "/api/users", "/api/me", "/api/openings", "/api/documents/events"]) {
    expect((await request.get(path)).status(), path).toBe(401);
  }
  await page.goto("/documents");
  await expect(page).toHaveURL(/\/sign-in/);
});
