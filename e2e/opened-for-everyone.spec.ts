/**
 * @file Story: whatever opens on a screen (dialogs, palette, menus, panels, the reader) is free of WCAG AA violations, fits laptop
 * and phone, can be heard, in both languages and colour schemes; a dialog takes the focus, keeps it and gives it back. A file with
 * a dialog that nobody opens here fails. CADRE_E2E_SHOTS: pictures of each.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { expect, test, type Person } from "./fixtures";
import { expectSettled, faultsInWindow, LANGUAGES, speak, WINDOWS } from "./looks";
import { ELSEWHERE, OPENED, WAITING } from "./pages/opened";
import type { Opened } from "./pages/opening";
import { APP_FOLDER } from "./pages/screens";
import { answerAsHr, ask, interviewWith, sendToHr } from "./pages/states";
import { expectGivesBackFocus, expectKeepsFocus, rememberOpener } from "./read-aloud";

const ANSWERED = "Is there a discount at the rowing club behind the slipway?";

test("no dialog is missing in the list of what opens", () => {
  const drawn = readdirSync(APP_FOLDER, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx") && /<(?:Dialog|ConfirmDialog|PersonSheet)\b(?!\w)|<(?:Popover|Dialog|DropdownMenu)\.Content/.test(readFileSync(path.join(APP_FOLDER, file), "utf8")))
    .map((file) => file.split(path.sep).join("/"));
  const named = [...OPENED.flatMap(({ files }) => files), ...Object.keys(ELSEWHERE)];
  expect(drawn.filter((file) => !named.includes(file)).sort()).toEqual([]);
  expect(Object.keys(ELSEWHERE).filter((file) => !drawn.includes(file))).toEqual([]);
});

test("what is opened elsewhere is: the file shows the words that the story waits for when it looks at the dialog", () => {
  const wrong = Object.entries(ELSEWHERE).flatMap(([file, { story, says }]) => {
    const shows = new RegExp(`\\bwords\\.${says}\\b`).test(readFileSync(path.join(APP_FOLDER, file), "utf8"));
    // Each call as far as the end of its statement.
    const looks = readFileSync(path.join(import.meta.dirname, story), "utf8").split("faultsOfDialog(").slice(1).map((call) => call.split(";")[0] ?? "");
    const folder = file.split("/").slice(0, -1).join("/");
    const opened = looks.some((call) => new RegExp(`\\.${says}\\b`).test(call));
    return [...(shows ? [] : [`${file} shows no words.${says}`]), ...(opened ? [] : [`${story} looks at no dialog of ${folder} by “${says}”`])];
  });
  expect(wrong).toEqual([]);
});

/** States that one person's dialogs need from another one, put back by `tidy`. */
const PREPARE: Partial<Record<Person, (as: (person: Person) => Promise<Page>) => Promise<() => Promise<void>>>> = {
  employee: async (as) => {
    const employee = await as("employee");
    const id = await sendToHr(employee, WAITING);
    return () => takeBack(employee, id);
  },
  hr_lead: async (as) => {
    const [employee, lead] = [await as("employee"), await as("hr_lead")];
    const id = await sendToHr(employee, WAITING);
    await sendToHr(employee, ANSWERED);
    await answerAsHr(lead, ANSWERED, "Yes: ten per cent, with the staff card.");
    await interviewWith(lead);
    return async () => {
      await takeBack(employee, id);
      const { answers } = await ask<{ answers: { id: string; question: string; state: string }[] }>(lead, "/api/ask-hr/inbox");
      for (const answer of answers) if (answer.question === ANSWERED && answer.state !== "retired") await ask(lead, `/api/verified-answers/${answer.id}`, { do: "retire" });
    };
  },
};

async function takeBack(page: Page, id: string): Promise<void> {
  const reply = await page.request.delete(`/api/ask-hr/${id}`, { headers: { origin: new URL(page.url()).origin } });
  expect(reply.ok(), await reply.text()).toBe(true);
}

/** One thing opened, looked at in every window and scheme, and closed by the keyboard. */
async function faultsOf(page: Page, opened: Opened, { language, windows }: (typeof LANGUAGES)[number]): Promise<string[]> {
  const faults: string[] = [];
  const where = `${opened.name} of ${opened.as}`;
  await opened.open(page, language);
  const shown = page.locator(opened.kind === "menu" ? "[role=menu]" : "[role=dialog],[role=alertdialog]").last();
  if (opened.kind !== "panel") await expect(shown, `${where} opens`).toBeVisible();
  if (opened.kind === "modal" && language === "en") await expectKeepsFocus(page, where);
  for (const window of windows) if (opened.only === undefined || opened.only === window) faults.push(...(await faultsInWindow(page, `${where}, ${window}, ${language}`, window, opened.kind === "modal" ? "[role=dialog],[role=alertdialog]" : undefined)));
  await page.setViewportSize(WINDOWS[opened.only ?? windows[0]]);
  if (opened.kind !== "panel") await expectGivesBackFocus(page, shown, where);
  return faults;
}

for (const person of new Set(OPENED.map(({ as }) => as))) {
  test(`whatever ${person} opens: no violation, nothing sticks out, the focus is kept and given back`, async ({ as, baseURL }) => {
    test.setTimeout(600_000);
    const page = await as(person);
    await rememberOpener(page);
    // One that does not open is told with the others, and soon.
    page.setDefaultTimeout(15_000);
    const tidy = await PREPARE[person]?.(as);
    const faults: string[] = [];
    try {
      for (const look of LANGUAGES) {
        await speak(page, look.language, baseURL);
        for (const opened of OPENED.filter((one) => one.as === person)) {
          const address = typeof opened.at === "string" ? opened.at : await opened.at(page);
          await page.setViewportSize(WINDOWS[opened.only ?? look.windows[0]]);
          await page.goto(address);
          await expect(page.locator(`html[lang=${look.lang}][data-hydrated]`), opened.name).toBeAttached();
          await expectSettled(page, `${opened.name}: its screen`);
          faults.push(...(await faultsOf(page, opened, look).catch((error: unknown) => [`${opened.name} of ${person}, ${look.language}: ${String(error).split("\n").slice(0, 4).join(" ")}`])));
        }
      }
    } finally {
      await tidy?.();
    }
    expect(faults).toEqual([]);
  });
}
