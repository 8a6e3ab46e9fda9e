/** @file How one thing that opens is described, and the few presses that open it. */
import type { Locator, Page } from "@playwright/test";
import type { Person } from "../fixtures";
import type { Language } from "../looks";

export interface Opened {
  readonly name: string;
  readonly as: Person;
  /** Files under app that draw it. */
  readonly files: readonly string[];
  /** The screen it opens on, or how to find it. */
  readonly at: string | ((page: Page) => Promise<string>);
  readonly open: (page: Page, language: Language) => Promise<unknown>;
  /** modal: keeps the focus and gives it back on Escape; panel: beside or above the screen; menu: a list of actions. */
  readonly kind: "modal" | "panel" | "menu";
  /** Where else it can't be opened, or is something else. */
  readonly only?: "laptop" | "phone";
}

export const button = (within: Page | Locator, name: string | RegExp): Locator => within.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).filter({ visible: true }).first();
export const press = (within: Page | Locator, name: string | RegExp): Promise<void> => button(within, name).click();

/** An entry of a menu that hangs on a button. */
export async function choose(page: Page, trigger: Locator, name: string | RegExp): Promise<void> {
  await trigger.click();
  await page.getByRole("menuitem", typeof name === "string" ? { name, exact: true } : { name }).click();
}

/** The menu at the end of the row that has this text. */
export const rowMenu = (page: Page, text: string): Locator => page.getByRole("row").filter({ hasText: text }).filter({ visible: true }).first().locator("button[aria-haspopup=menu]");
