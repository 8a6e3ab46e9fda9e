/**
 * @file Story: every screen there is (app/…/page.tsx, so that a new one cannot be forgotten) is free of WCAG AA violations,
 * fits its window and can be heard: on a laptop and on a phone, in English and in Chinese, light and dark. CADRE_E2E_SHOTS names a
 * folder that gets a picture of each, to be looked at. What opens on them: opened-for-everyone.spec.ts.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectSettled, faultsInWindow, LANGUAGES, speak, tooWide, WINDOWS } from "./looks";
import { APP_FOLDER, SCREENS } from "./pages/screens";

/** The narrowest phone that is still sold; only the width is looked at there. */
const NARROWEST = { width: 320, height: 640 };

test("no screen is missing in the list of screens", () => {
  const found = readdirSync(APP_FOLDER, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => `/${path.dirname(file).split(path.sep).filter((part) => part !== "." && !/^\(.*\)$/.test(part)).join("/")}`);
  expect(Object.keys(SCREENS).sort()).toEqual(found.sort());
});

/** Loads a screen and waits until it has what it shows. */
async function openScreen(page: Page, address: string, lang: string, where: string): Promise<void> {
  // What follows a # is no page of its own: without this the page before would stay.
  if (address.includes("#")) await page.goto("about:blank");
  await page.goto(address);
  await expect(page.locator(`html[lang=${lang}][data-hydrated]`), where).toBeAttached();
  // Live feeds keep the network busy for ever: wait for content, not for silence.
  await expect(page.locator("h1").first(), where).toBeAttached();
  await expectSettled(page, where);
}

for (const person of new Set(Object.values(SCREENS).flatMap((visits) => visits.map((visit) => visit.as)))) {
  test(`every screen of ${person}: no violation, nothing sticks out, all of it can be heard`, async ({ as, baseURL, page: anonymous }) => {
    test.setTimeout(900_000);
    const page = person === "nobody" ? anonymous : await as(person);
    const faults: string[] = [];
    for (const [route, visits] of Object.entries(SCREENS)) {
      for (const { as: whose, at } of visits) {
        if (whose !== person) continue;
        const address = typeof at === "function" ? await at(page) : (at ?? route);
        for (const { language, lang, windows } of LANGUAGES) {
          await speak(page, language, baseURL);
          await page.setViewportSize(WINDOWS[windows[0]]);
          await openScreen(page, address, lang, route);
          for (const window of windows) faults.push(...(await faultsInWindow(page, `${route} of ${person}, ${window}, ${language}`, window)));
          await page.setViewportSize(NARROWEST);
          faults.push(...(await tooWide(page)).map((fault) => `${route}, ${NARROWEST.width} px, ${language}: ${fault}`));
        }
      }
    }
    expect(faults).toEqual([]);
  });
}
