/** @file The chat: ask, wait for the answer, look at its sources, rate it. */
import { expect, type Locator, type Page } from "@playwright/test";

export class ChatPage {
  readonly composer: Locator;

  constructor(readonly page: Page) {
    this.composer = page.getByRole("textbox", { name: "Your question" });
  }

  async open(): Promise<void> {
    await this.page.goto("/chat");
    await expect(this.page.locator("html[data-hydrated]")).toBeAttached();
  }

  /** Asks and waits until the answer is finished. @returns the turn's article */
  async ask(question: string): Promise<Locator> {
    await this.composer.fill(question);
    await this.page.getByRole("button", { name: "Ask", exact: true }).click();
    const turn = this.page.getByRole("article", { name: question }).last();
    await expect(turn.getByRole("button", { name: "Answer again" })).toBeVisible();
    return turn;
  }

  reader(): Locator {
    return this.page.getByRole("complementary", { name: /^Reader:/ });
  }
}
