/**
 * @file Story: what comes by itself is told to those who do not see it: a new answer, a mistake in a form, files that are taken in, a
 * palette that finds nothing. Live regions are listened to as a screen reader does: what is put in one after it was there counts.
 */
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { ChatPage } from "./pages/chat-page";
import { DocumentsPage } from "./pages/documents-page";

/** From the next page on, every text that a live region gains is kept. */
async function listen(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    (window as unknown as { heard: string[] }).heard = heard;
    const live = "[role=status],[role=alert],[role=log],[aria-live=polite],[aria-live=assertive]";
    new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest(live);
        if (region) heard.push(region.textContent.trim());
        // An alert is told as soon as it appears; a status has to be there before its words.
        for (const added of addedNodes) if (added instanceof Element) for (const alert of [added, ...added.querySelectorAll("*")]) if (alert.matches("[role=alert]")) heard.push(alert.textContent.trim());
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.filter((text) => text !== "").join("\n"));
}

test("an answer is told when it is there", async ({ as }) => {
  const page = await as("employee");
  const heard = await listen(page);
  const chat = new ChatPage(page);
  await chat.open();
  await chat.ask("How many days of annual leave does a full-time employee in Rotterdam get?");
  await expect.poll(heard).toMatch(/27 days|answer/i);
});

test("a mistake at signing in is told, and stands with its field", async ({ page }) => {
  const heard = await listen(page);
  await page.goto("/sign-in");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  await page.getByLabel("E-mail").fill("nobody.at.all@veldermere.example");
  await page.getByLabel("Password").fill("not-the-password");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect.poll(heard).toMatch(/do not match/);
});

test("files that are taken in, and what the palette finds, are told", async ({ as }) => {
  const page = await as("hr_lead");
  const heard = await listen(page);
  const documents = new DocumentsPage(page);
  await documents.open();
  const title = `Lantern oil ${Date.now().toString(36)}`;
  await documents.add([{ name: "lantern-oil.md", mimeType: "text/markdown", buffer: Buffer.from(`# ${title}\n\nLantern oil is fetched from the yard.\n`) }]);
  await expect.poll(heard).toMatch(/1 file|added/i);
  await expect(documents.row(title).getByText("Ready")).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press("Control+k");
  await page.keyboard.type("qqqzzz");
  await expect.poll(heard).toMatch(/1 |one |entr|found|match/i);
  await page.keyboard.press("Escape");
  await documents.delete(title);
  await expect(documents.row(title)).toHaveCount(0);
});
