/** @file Stories: go anywhere with the palette; print an answer with its sources; lose the connection without losing a word. */
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";

const QUESTION = "How many days of annual leave does a full-time employee in Rotterdam get?";

test("the palette leads to a screen, a document and a command, by keyboard and in either language", async ({ as }) => {
  const page = await as("employee");
  const composer = page.getByRole("textbox", { name: "Your question" });
  await composer.focus();
  const field = page.getByRole("combobox", { name: "Screen, chat, document or command" });

  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  await expect(page.getByRole("option", { name: "Users" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(composer).toBeFocused();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("职位");
  await expect(page.getByRole("option", { name: "Openings" })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/jobs");

  await page.keyboard.press("Control+k");
  await page.keyboard.type("leave");
  const document = page.getByRole("group", { name: "Documents" }).getByRole("option").first();
  await expect(document).toBeVisible();
  const title = (await document.locator("span").first().textContent()) ?? "";
  while ((await document.getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const reader = page.getByRole("complementary", { name: `Reader: ${title}` });
  await expect(reader).toBeVisible();
  await expect(reader.getByRole("heading", { level: 2, name: title })).toBeFocused();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("Is there a canteen in the new building?");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/chat");
  await expect(composer).toHaveValue("Is there a canteen in the new building?");
  await expect(composer).toBeFocused();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("简体中文");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hans");
});

test("an answer prints with its question, quotations, sources and the notice, and nothing else", async ({ as }) => {
  const page = await as("employee");
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await page.reload();
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  const turn = await new ChatPage(page).ask(QUESTION);
  await turn.getByRole("button", { name: "Print with sources" }).click();
  await page.emulateMedia({ media: "print" });
  const sheet = page.getByRole("article", { name: "Answer for printing" });
  await expect(sheet.getByRole("heading", { name: QUESTION })).toBeVisible();
  await expect(sheet.locator("blockquote, q").first()).toContainText("27 days");
  await expect(sheet.getByRole("heading", { name: "Sources" })).toBeVisible();
  await expect(sheet.getByText("[1]", { exact: true })).toBeVisible();
  await expect(sheet.getByText(/check the source before you rely on one/)).toBeVisible();
  await expect(sheet.getByText(/^Printed on \d+ \w+ 20\d\d/)).toBeVisible();
  await expect(page.getByRole("main")).toBeHidden();
  await page.evaluate(() => window.dispatchEvent(new Event("afterprint")));
  await expect(sheet).toHaveCount(0);
  await page.emulateMedia({ media: "screen" });
  await expect(page.getByRole("main")).toBeVisible();
});

test("a lost connection is said, what is typed stays, and it comes back by itself", async ({ as }) => {
  const page = await as("employee", { expectErrors: true });
  const composer = page.getByRole("textbox", { name: "Your question" });
  await page.context().setOffline(true);
  await expect(page.getByText(/Cadre can’t be reached\. Trying again by itself/)).toBeVisible();
  await composer.fill("Can I carry over leave?");
  await composer.press("Enter");
  await expect(composer).toHaveValue("Can I carry over leave?");
  await expect(page.getByText(/Your question stays here until it is back/)).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("Connected again.")).toBeVisible();
  await page.reload();
  await expect(composer).toHaveValue("Can I carry over leave?");
});
