/** @file What opens on the screens of an HR lead. */
import { expect, type Locator, type Page } from "@playwright/test";
import { TERMS } from "../../app/_components/words";
import { ACCESS, DOCUMENTS } from "../../app/(workspace)/documents/_components/words";
import { DETAILS } from "../../app/(workspace)/documents/_components/details-words";
import { FAIRNESS } from "../../app/(workspace)/fairness/_components/words";
import { COURSES } from "../../app/(workspace)/growth/organisation/offering/_components/course-words";
import { OFFERING } from "../../app/(workspace)/growth/organisation/offering/_components/words";
import { INTERVIEW } from "../../app/(workspace)/growth/team/interview/_components/words";
import { INBOX } from "../../app/(workspace)/inbox/_components/words";
import { ENCODER } from "../../app/(workspace)/models/_components/encoder-words";
import { MODELS } from "../../app/(workspace)/models/_components/words";
import { PEOPLE } from "../../app/(workspace)/people/_components/words";
import { HELD } from "../../app/_components/recruiting/held-words";
import { accountOf } from "../fixtures";
import type { Language } from "../looks";
import { button, choose, type Opened, press, rowMenu } from "./opening";
import { firstLink } from "./states";

const COLLEAGUE = accountOf("chinese_employee").name;
const documentMenu = (page: Page): Locator => page.getByRole("table").locator("tbody tr").filter({ visible: true }).first().locator("button[aria-haspopup=menu]");
const verified = async (page: Page, language: Language): Promise<void> => {
  await page.getByRole("group", { name: INBOX[language].views_ }).getByRole("button").last().click();
  await expect(button(page, INBOX[language].retire)).toBeVisible();
};
const lead = "hr_lead";

export const OPENED_BY_HR: readonly Opened[] = [
  { name: "add documents", as: lead, files: ["(workspace)/documents/_components/upload-dialog.tsx"], at: "/documents", kind: "modal", open: (page, l) => press(page, DOCUMENTS[l].add) },
  { name: "document menu", as: lead, files: [], at: "/documents", kind: "menu", open: (page) => documentMenu(page).click() },
  { name: "document details", as: lead, files: ["(workspace)/documents/_components/details-dialog.tsx"], at: "/documents", kind: "modal", open: (page, l) => choose(page, rowMenu(page, "Annual leave (Rotterdam and Leeds)"), DETAILS[l].title) },
  { name: "readers of a document", as: lead, files: ["(workspace)/documents/_components/access-dialog.tsx"], at: "/documents", kind: "modal", open: async (page, l) => {
    await choose(page, documentMenu(page), DOCUMENTS[l].whoMayRead);
    await expect(page.getByRole("dialog", { name: ACCESS[l].title })).toBeVisible();
  } },
  { name: "rename a document", as: lead, files: ["(workspace)/documents/_components/rename-dialog.tsx"], at: "/documents", kind: "modal", open: (page, l) => choose(page, documentMenu(page), TERMS[l].rename) },
  { name: "delete a document", as: lead, files: ["(workspace)/documents/_components/delete-dialog.tsx"], at: "/documents", kind: "modal", open: (page, l) => choose(page, rowMenu(page, "Annual leave (Rotterdam and Leeds)"), TERMS[l].delete) },
  { name: "decline a question", as: lead, files: ["(workspace)/inbox/_components/decline-dialog.tsx"], at: "/inbox", kind: "modal", open: async (page, l) => {
    await page.getByRole("list").filter({ visible: true }).getByRole("button").filter({ hasText: /boatyard tower/ }).click();
    await press(page, INBOX[l].decline);
  } },
  { name: "change an answer", as: lead, files: ["(workspace)/inbox/_components/change-dialog.tsx"], at: "/inbox", kind: "modal", open: async (page, l) => (await verified(page, l), await press(page, INBOX[l].change)) },
  { name: "publish an answer", as: lead, files: ["(workspace)/inbox/_components/publish-dialog.tsx"], at: "/inbox", kind: "modal", open: async (page, l) => (await verified(page, l), await press(page, INBOX[l].publish)) },
  { name: "retire an answer", as: lead, files: ["(workspace)/inbox/_components/verified-card.tsx"], at: "/inbox", kind: "modal", open: async (page, l) => (await verified(page, l), await press(page, INBOX[l].retire)) },
  { name: "delete fairness records", as: lead, files: ["(workspace)/fairness/_components/fairness-screen.tsx"], at: "/fairness", kind: "modal", open: (page, l) => press(page, FAIRNESS[l].delete) },
  { name: "new programme", as: lead, files: ["(workspace)/growth/organisation/offering/_components/programme-dialog.tsx"], at: "/growth/organisation/offering", kind: "modal", open: (page, l) => press(page, OFFERING[l].add) },
  { name: "change a programme", as: lead, files: [], at: "/growth/organisation/offering", kind: "modal", open: (page, l) => press(page, new RegExp(`^${OFFERING[l].edit("").replace(/[“”]+$/, "")}`)) },
  { name: "retire a programme", as: lead, files: ["(workspace)/growth/organisation/offering/_components/programmes.tsx"], at: "/growth/organisation/offering", kind: "modal", open: (page, l) => press(page, new RegExp(`^${OFFERING[l].retire}`)) },
  { name: "retire a course", as: lead, files: ["(workspace)/growth/organisation/offering/_components/courses.tsx"], at: "/growth/organisation/offering", kind: "modal", open: (page, l) => press(page, new RegExp(`^${COURSES[l].retireCourse("").replace(/[“”]+$/, "")}`)) },
  { name: "schedule of training", as: lead, files: ["(workspace)/models/_components/schedule-dialog.tsx"], at: "/models", kind: "modal", open: (page, l) => press(page, MODELS[l].schedule) },
  { name: "train the encoder", as: lead, files: ["(workspace)/models/_components/advanced-training.tsx"], at: "/models", kind: "modal", open: (page, l) => choose(page, button(page, new RegExp(ENCODER[l].advanced)), ENCODER[l].train) },
  { name: "erase a person", as: lead, files: ["_components/recruiting/erase-dialog.tsx"], at: firstLink("/candidates"), kind: "modal", open: (page, l) => press(page, HELD[l].erase) },
  { name: "import people", as: lead, files: ["(workspace)/people/_components/import-dialog.tsx"], at: "/people", kind: "modal", open: (page, l) => press(page, PEOPLE[l].import) },
  { name: "whose manager", as: lead, files: ["(workspace)/people/_components/manager-dialog.tsx"], at: "/people", kind: "modal", open: (page, l) => choose(page, rowMenu(page, COLLEAGUE), PEOPLE[l].changeManager) },
  { name: "people menu", as: lead, files: ["(workspace)/people/_components/people-table.tsx"], at: "/people", kind: "menu", open: (page) => rowMenu(page, COLLEAGUE).click() },
  { name: "delete an interview", as: lead, files: ["(workspace)/growth/_components/interview-notes.tsx"], at: "/growth/team", kind: "modal", open: (page, l) => press(page, new RegExp(`^${INTERVIEW[l].takeBack}`)) },
];
