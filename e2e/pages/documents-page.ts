/** @file The documents screen: add files, follow them until they are read, delete. */
import { expect, type Locator, type Page } from "@playwright/test";

export interface FilePayload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export class DocumentsPage {
  constructor(readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto("/documents");
    await expect(this.page.locator("html[data-hydrated]")).toBeAttached();
  }

  /** The row whose title or file name holds the text. */
  row(text: string): Locator {
    return this.page.getByRole("row").filter({ hasText: text });
  }

  async add(files: readonly FilePayload[]): Promise<void> {
    await this.page.getByRole("button", { name: "Add documents" }).first().click();
    const dialog = this.page.getByRole("dialog");
    await dialog.locator("input[type=file]").setInputFiles([...files]);
    await dialog.getByRole("button", { name: /^Add \d+ file/ }).click();
  }

  async delete(text: string): Promise<void> {
    await this.row(text).getByRole("button", { name: /^Actions for/ }).click();
    await this.page.getByRole("menuitem", { name: "Delete" }).click();
    await this.page.getByRole("alertdialog").or(this.page.getByRole("dialog")).getByRole("button", { name: /^Delete/ }).click();
  }
}
