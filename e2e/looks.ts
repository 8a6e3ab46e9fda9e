/**
 * @file The eight looks of a page: two languages, two windows, two colour schemes. It is loaded once per language: in English on a
 * laptop that then shrinks to a phone, in Chinese on a phone that then grows. The colour scheme changes under it, and then only
 * what a scheme can break is looked at again.
 */
import path from "node:path";
import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { expect } from "./fixtures";
import { expectKeepsFocus, heardFaults } from "./read-aloud";

export const WINDOWS = { laptop: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;
export type Window = keyof typeof WINDOWS;

export const LANGUAGES = [
  { language: "en", lang: "en", windows: ["laptop", "phone"] },
  { language: "zh", lang: "zh-Hans", windows: ["phone", "laptop"] },
] as const satisfies readonly { language: string; lang: string; windows: readonly [Window, Window] }[];
export type Language = (typeof LANGUAGES)[number]["language"];

/** From here on the screens speak this language. */
export async function speak(page: Page, language: Language, baseURL: string | undefined): Promise<void> {
  await page.context().addCookies([{ name: "cadre-language", value: language, url: baseURL ?? "" }]);
}

async function picture(page: Page, name: string): Promise<void> {
  const shots = process.env.CADRE_E2E_SHOTS;
  if (shots) await page.screenshot({ path: path.join(shots, `${name.replaceAll(/[^a-z0-9]+/gi, "-").replace(/^-|-$/g, "") || "start"}.png`) });
}

/** How far the page is wider than its window, in CSS pixels, as a fault. */
export async function tooWide(page: Page): Promise<string[]> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return wider > 0 ? [`${wider} px wider than the window`] : [];
}

/** Nothing on the page says that it is still loading. */
export async function expectSettled(page: Page, where: string): Promise<void> {
  await expect(page.locator("[role=status].animate-arrive"), `${where} is still loading`).toHaveCount(0);
}

/**
 * The page as it stands, in this window, light and dark: WCAG A and AA by axe, the width, and what a screen reader is told.
 * @param within for axe: only what has been opened, where the page behind it has been looked at already
 * @returns one line per fault, beginning with where
 */
export async function faultsInWindow(page: Page, where: string, window: Window, within?: string): Promise<string[]> {
  await page.setViewportSize(WINDOWS[window]);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await expectSettled(page, where);
  const faults = [...(await violations(page, undefined, within)), ...(await tooWide(page)), ...(await heardFaults(page))];
  await picture(page, `${where} light`);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const dark = await violations(page, ["color-contrast"], within);
  await picture(page, `${where} dark`);
  return [...faults.map((fault) => `${where}: ${fault}`), ...dark.map((fault) => `${where}, dark: ${fault}`)];
}

/**
 * Where a story has brought the page to a state: all eight looks of it, after loading it anew in each language.
 * @param open what to open on it once it is loaded
 */
export async function faultsInAllLooks(page: Page, where: string, open: (language: Language) => Promise<unknown> = () => Promise.resolve()): Promise<string[]> {
  const before = page.viewportSize();
  const faults: string[] = [];
  for (const { language, lang, windows } of [...LANGUAGES].reverse()) {
    await speak(page, language, new URL(page.url()).origin);
    await page.setViewportSize(WINDOWS[windows[0]]);
    await page.reload();
    await expect(page.locator(`html[lang=${lang}][data-hydrated]`), where).toBeAttached();
    await expectSettled(page, where);
    await open(language);
    for (const window of windows) faults.push(...(await faultsInWindow(page, `${where}, ${window}, ${language}`, window)));
  }
  if (before) await page.setViewportSize(before);
  return faults;
}

/**
 * A dialog that only a story brings about, in all eight looks, open on what the story is about; in English it keeps the focus. It
 * stays open. opened-for-everyone.spec.ts finds the call by the words that `says` takes.
 * @param says words of the dialog's own (its title, as a rule): without a dialog that says them the story fails
 */
export async function faultsOfDialog(page: Page, where: string, says: (language: Language) => string | RegExp, open: (language: Language) => Promise<unknown>): Promise<string[]> {
  return faultsInAllLooks(page, where, async (language) => {
    await open(language);
    await expect(page.locator("[role=dialog],[role=alertdialog]").filter({ hasText: says(language) }), `${where}, ${language}: the dialog is open`).toBeVisible();
    await expectSettled(page, where);
    if (language === "en") await expectKeepsFocus(page, where);
  });
}
