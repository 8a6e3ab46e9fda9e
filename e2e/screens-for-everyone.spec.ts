/**
 * @file Story: every screen there is (app/…/page.tsx, so that a new one cannot be forgotten) is free of WCAG AA violations
 * and fits its window: on a laptop in English and light, and on a phone in Chinese and dark. CADRE_E2E_SHOTS names a folder
 * that gets a picture of each, to be looked at.
 */
import { readdirSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { violations } from "./axe";
import { expect, test } from "./fixtures";
import { APP_FOLDER, SCREENS } from "./pages/screens";

const LOOKS = [
  { language: "en", lang: "en", colorScheme: "light", viewport: { width: 1366, height: 768 } },
  { language: "zh", lang: "zh-Hans", colorScheme: "dark", viewport: { width: 390, height: 844 } },
] as const;

test("no screen is missing in the list of screens", () => {
  const found = readdirSync(APP_FOLDER, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => `/${path.dirname(file).split(path.sep).filter((part) => part !== "." && !/^\(.*\)$/.test(part)).join("/")}`);
  expect(Object.keys(SCREENS).sort()).toEqual(found.sort());
});

/** What is wrong with one screen; each line says where. */
async function faultsOf(page: Page, where: string, look: (typeof LOOKS)[number], address: string): Promise<string[]> {
  await page.setViewportSize(look.viewport);
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
  await page.goto(address);
  await expect(page.locator(`html[lang=${look.lang}][data-hydrated]`), where).toBeAttached();
  // Live feeds keep the network busy for ever: wait for content, not for silence.
  await expect(page.locator("h1").first(), where).toBeAttached();
  await expect(page.locator("[role=status].animate-arrive"), `${where} is still loading`).toHaveCount(0);
  const shots = process.env.CADRE_E2E_SHOTS;
  if (shots) await page.screenshot({ path: path.join(shots, `${where.replaceAll(/[^a-z]+/g, "-").replace(/^-|-$/g, "") || "start"}-${look.language}.png`) });
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  return [...(await violations(page)), ...(wider > 0 ? [`${wider} px wider than the window`] : [])].map((fault) => `${where}, ${look.language}: ${fault}`);
}

for (const person of new Set(Object.values(SCREENS).flatMap((visits) => visits.map((visit) => visit.as)))) {
  test(`every screen of ${person}: no violation, nothing sticks out`, async ({ as, baseURL, page: anonymous }) => {
    test.setTimeout(300_000);
    const page = person === "nobody" ? anonymous : await as(person);
    const faults: string[] = [];
    for (const look of LOOKS) {
      await page.context().addCookies([{ name: "cadre-language", value: look.language, url: baseURL ?? "" }]);
      for (const [route, visits] of Object.entries(SCREENS)) {
        for (const { as: whose, at } of visits) {
          if (whose !== person) continue;
          faults.push(...(await faultsOf(page, route, look, typeof at === "function" ? await at(page) : (at ?? route))));
        }
      }
    }
    expect(faults).toEqual([]);
  });
}
