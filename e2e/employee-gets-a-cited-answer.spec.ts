/** @file Story: an employee asks in plain words and gets the line, its source, the page; or hears that it isn't there. */
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

test("an answer is a quotation; its source opens at the marked passage", async ({ as }) => {
  const chat = new ChatPage(await as("employee"));
  const turn = await chat.ask("How many days of annual leave does a full-time employee in Rotterdam get?");
  await expect(turn.getByText("Answered", { exact: true })).toBeVisible();
  await expect(turn.locator(".quotation").first()).toContainText("27 days");
  await turn.getByRole("button", { name: /^Source 1:/ }).first().click();
  await expect(chat.reader()).toBeVisible();
  await expect(chat.reader().locator("mark").first()).toBeVisible();
  const marked = (await chat.reader().locator("mark").allTextContents()).join(" ");
  expect(marked).toContain("27 days");
});

test("what is far less likely than the answer waits behind one line", async ({ as }) => {
  const chat = new ChatPage(await as("employee"));
  const turn = await chat.ask("what happens if I get ill during my holiday?");
  await expect(turn.locator(".quotation").first()).toContainText("report it on the first day");
  const before = await turn.locator(".quotation:visible").count();
  await turn.getByText(/more passages?, less likely$/).click();
  await expect.poll(() => turn.locator(".quotation:visible").count()).toBeGreaterThan(before);
});

test("a PDF source shows its page with the passage marked", async ({ as }) => {
  const chat = new ChatPage(await as("employee"));
  const turn = await chat.ask("How much does the company pay into the Dutch pension?");
  await expect(turn.locator(".quotation").first()).toContainText("14 %");
  await turn.getByRole("button", { name: /^Source 1:/ }).first().click();
  await expect(chat.reader()).toBeVisible();
  await chat.reader().getByRole("button", { name: "Pages" }).click();
  await expect(chat.reader().locator("[data-mark]").first()).toBeVisible();
  // The page is drawn a moment after its frame stands.
  const darkPixels = () =>
    chat.reader().locator("canvas").evaluate((canvas: HTMLCanvasElement) => {
      if (canvas.width === 0 || canvas.height === 0) return 0;
      const pixels = canvas.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
      let dark = 0;
      for (let i = 0; i < pixels.length; i += 4) if ((pixels[i] ?? 255) < 128 && (pixels[i + 3] ?? 0) > 0) dark++;
      return dark;
    });
  await expect.poll(darkPixels).toBeGreaterThan(500);
});

test("what the documents don't say is said so, without an invented answer", async ({ as }) => {
  const chat = new ChatPage(await as("employee"));
  const turn = await chat.ask("Who feeds the goldfish in the lobby?");
  await expect(turn.getByText(/^(Not in the documents|Closest passages, not an answer)$/)).toBeVisible();
  await expect(turn.getByText("Answered", { exact: true })).toHaveCount(0);
});

test("a Chinese question about a Chinese policy gets a Chinese quotation", async ({ as }) => {
  const chat = new ChatPage(await as("chinese_employee"));
  const turn = await chat.ask("病假需要提交什么证明？");
  await expect(turn.locator(".quotation").first()).toContainText(/\p{Script=Han}/u);
});

test("a follow-up is understood from the conversation, and the conversation survives a reload", async ({ as }) => {
  const page = await as("employee");
  const chat = new ChatPage(page);
  await chat.ask("How many days of annual leave does a full-time employee in Rotterdam get?");
  const turn = await chat.ask("and in Leeds?");
  await expect(turn.getByText("Understood as:")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("article", { name: "and in Leeds?" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(2);
});

test("answering again keeps the first answer as an alternative", async ({ as }) => {
  const chat = new ChatPage(await as("employee"));
  const turn = await chat.ask("Who approves overtime?");
  await turn.getByRole("button", { name: "Answer again" }).click();
  await expect(turn.getByRole("group", { name: "Alternative answers" })).toContainText("2/2");
  await turn.getByRole("button", { name: "Previous answer" }).click();
  await expect(turn.getByRole("group", { name: "Alternative answers" })).toContainText("1/2");
});

test("conversations can be renamed by nobody else: another person's address is not found", async ({ as }) => {
  const employee = await as("employee");
  const chat = new ChatPage(employee);
  await chat.ask("What is the notice period?");
  await employee.waitForURL(/\/chat\/.+/);
  const id = new URL(employee.url()).pathname.split("/").at(-1) ?? "";
  const other = await as("hr_lead", { expectErrors: true });
  const response = await other.request.get(`/api/conversations/${id}`);
  expect(response.status()).toBe(404);
});
