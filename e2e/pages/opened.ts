/**
 * @file What opens on the screens: every dialog, the palette, menus and panels; who opens it, where and how. A source file with
 * a dialog in it that no entry names fails opened-for-everyone.spec.ts. Words come from the screens themselves, so that each
 * opens in either language.
 */
import { expect, type Locator, type Page } from "@playwright/test";
import { NOTIFICATIONS } from "../../app/_components/shell/notifications-words";
import { SHELL } from "../../app/_components/shell/words";
import { TERMS } from "../../app/_components/words";
import { ASK_HR } from "../../app/(workspace)/chat/_components/ask-hr-words";
import { NETWORK } from "../../app/(workspace)/growth/network/_components/words";
import { PLAN } from "../../app/(workspace)/growth/plan/_components/words";
import { PROFILE } from "../../app/(workspace)/growth/profile/_components/words";
import { DATA } from "../../app/(workspace)/jobs/[id]/_components/data-words";
import { RECRUITING } from "../../app/(workspace)/jobs/recruiting-words";
import { LETTER } from "../../app/_components/recruiting/letter-words";
import { REVIEW_WORDS } from "../../app/(workspace)/review/_components/words";
import { SETTINGS } from "../../app/(workspace)/settings/_components/words";
import { INVITATIONS } from "../../app/(workspace)/users/_components/invitation-words";
import { USERS } from "../../app/(workspace)/users/_components/words";
import { accountOf } from "../fixtures";
import { button, choose, type Opened, press, rowMenu } from "./opening";
import { OPENED_BY_HR } from "./opened-by-hr";
import { chatWith, firstLink, planOf } from "./states";

const accountMenu = (page: Page): Locator => page.getByRole("complementary").filter({ visible: true }).first().locator("button[aria-haspopup=menu]").last();

const COLLEAGUE = accountOf("chinese_employee").name;
const NO_ANSWER = "Is there a discount at the aquarium?";
/** Was sent to HR before, and waits there. */
export const WAITING = "Who winds the clock of the boatyard tower on public holidays?";
const ANSWERED = "How many days of annual leave does a full-time employee in Rotterdam get?";

const ofEveryone: readonly Opened[] = [
  { name: "palette", as: "employee", files: ["_components/palette/palette.tsx"], at: "/chat", kind: "modal", open: (page) => page.keyboard.press("Control+k") },
  { name: "keyboard map", as: "employee", files: ["_components/shell/shortcuts.tsx"], at: "/documents", kind: "modal", open: (page) => page.keyboard.press("?") },
  { name: "notifications", as: "employee", files: ["_components/shell/notifications.tsx"], at: "/chat", kind: "panel", open: (page, l) => press(page, new RegExp(`${NOTIFICATIONS[l].bell}|${NOTIFICATIONS[l].unread(7).replaceAll("7", "\\d+")}`)) },
  { name: "mobile menu", as: "employee", files: ["_components/shell/workspace.tsx"], at: "/chat", kind: "modal", only: "phone", open: (page, l) => press(page, SHELL[l].menu) },
  { name: "account menu", as: "employee", files: ["_components/shell/account.tsx", "_components/ui/menu.tsx"], at: "/chat", kind: "menu", only: "laptop", open: (page) => accountMenu(page).click() },
  { name: "own password", as: "employee", files: ["_components/shell/own-password-dialog.tsx"], at: "/chat", kind: "modal", only: "laptop", open: (page, l) => choose(page, accountMenu(page), SHELL[l].changePassword) },
  { name: "chat menu", as: "employee", files: [], at: chatWith(ANSWERED), kind: "menu", only: "laptop", open: (page, l) => press(page, TERMS[l].actionsFor(ANSWERED)) },
  { name: "delete chat", as: "employee", files: ["_components/shell/history-entry.tsx", "_components/ui/dialog.tsx"], at: chatWith(ANSWERED), kind: "modal", only: "laptop", open: (page, l) => choose(page, button(page, TERMS[l].actionsFor(ANSWERED)), TERMS[l].delete) },
  { name: "what was wrong", as: "employee", files: ["_components/evidence/rating.tsx"], at: chatWith(ANSWERED), kind: "panel", open: (page) => page.locator("article button[aria-haspopup=dialog]").first().click() },
  { name: "reader", as: "employee", files: ["_components/reader/reader-dock.tsx"], at: chatWith(ANSWERED), kind: "panel", open: async (page) => {
    await page.locator("article .quotation").first().getByRole("button").first().click();
    await expect(page.locator("mark").first()).toBeVisible();
  } },
  { name: "Ask HR", as: "employee", files: ["(workspace)/chat/_components/ask-hr-dialog.tsx"], at: chatWith(NO_ANSWER), kind: "modal", open: async (page, l) => {
    await press(page, ASK_HR[l].offer);
    await expect(page.getByRole("dialog").getByRole("button", { name: ASK_HR[l].send })).toBeEnabled();
  } },
];

/** Where nobody fits the goal, all mentors are among the others, which are folded. */
const askMentor: Opened["open"] = async (page, l) => {
  await page.getByRole("heading", { name: NETWORK[l].mentors, exact: true }).waitFor();
  for (const others of await page.locator("details:not([open]) > summary").all()) await others.click();
  await page.getByRole("button", { name: new RegExp("^" + NETWORK[l].askTitle(".+") + "$"), disabled: false }).first().click();
};

const ofEmployees: readonly Opened[] = [
  { name: "take back from HR", as: "employee", files: ["(workspace)/chat/_components/ask-hr.tsx"], at: chatWith(WAITING), kind: "modal", open: (page, l) => press(page, ASK_HR[l].withdraw) },
  { name: "take back from HR, list", as: "employee", files: ["(workspace)/inbox/mine/_components/mine-screen.tsx"], at: "/inbox/mine", kind: "modal", open: (page, l) => press(page, ASK_HR[l].withdraw) },
  { name: "change the plan", as: "employee", files: ["(workspace)/growth/plan/_components/running-plan.tsx"], at: planOf, kind: "modal", open: (page, l) => press(page, PLAN[l].change) },
  { name: "let the plan go", as: "employee", files: [], at: planOf, kind: "modal", open: (page, l) => press(page, PLAN[l].drop) },
  { name: "add a skill", as: "employee", files: ["(workspace)/growth/profile/_components/skill-dialog.tsx"], at: "/growth/profile", kind: "modal", open: (page, l) => press(page, PROFILE[l].add) },
  { name: "mentoring card", as: "employee", files: ["(workspace)/growth/network/_components/card-dialog.tsx"], at: "/growth/network", kind: "modal", open: (page, l) => press(page, new RegExp(`^(${NETWORK[l].makeCard}|${NETWORK[l].editCard})$`)) },
  { name: "ask a mentor", as: "employee", files: ["(workspace)/growth/network/_components/mentors.tsx"], at: "/growth/network", kind: "modal", open: askMentor },
];

const opening = firstLink("/jobs");
const firstCandidate = (page: Page): Locator => page.getByRole("table").locator("tbody tr").first();
const pane = async (page: Page): Promise<Locator> => {
  await firstCandidate(page).getByRole("button").first().click();
  const found = page.getByRole("complementary").filter({ has: page.getByRole("heading", { level: 2 }) }).last();
  await expect(found.getByRole("heading", { level: 2 })).toBeVisible();
  return found;
};
const select = async (page: Page): Promise<void> => {
  for (const row of (await page.getByRole("table").locator("tbody tr").all()).slice(0, 2)) await row.getByRole("checkbox").check();
};

const ofRecruiters: readonly Opened[] = [
  { name: "add candidates", as: "recruiter", files: ["(workspace)/jobs/[id]/_components/add-dialog.tsx"], at: opening, kind: "modal", open: (page, l) => press(page, RECRUITING[l].add) },
  { name: "compare", as: "recruiter", files: ["(workspace)/jobs/[id]/_components/compare-dialog.tsx"], at: opening, kind: "modal", open: async (page, l) => (await select(page), await press(page, RECRUITING[l].compare)) },
  { name: "put on a shortlist", as: "recruiter", files: ["(workspace)/jobs/[id]/_components/shortlist-dialog.tsx"], at: opening, kind: "modal", open: async (page, l) => (await select(page), await press(page, RECRUITING[l].shortlist)) },
  { name: "turn down", as: "recruiter", files: ["(workspace)/jobs/[id]/_components/move-dialog.tsx"], at: opening, kind: "modal", open: async (page, l) => (await select(page), await press(page, RECRUITING[l].reject)) },
  { name: "one candidate", as: "recruiter", files: [], at: opening, kind: "panel", open: pane },
  { name: "draft a letter", as: "recruiter", files: ["(workspace)/jobs/[id]/_components/draft-dialog.tsx"], at: opening, kind: "modal", open: async (page, l) => press(await pane(page), LETTER[l].title) },
  { name: "erase a candidate", as: "recruiter", files: ["(workspace)/jobs/[id]/_components/person-data.tsx"], at: opening, kind: "modal", open: async (page, l) => press(await pane(page), DATA[l].erase) },
  { name: "score anew", as: "recruiter", files: ["(workspace)/jobs/[id]/_components/rescore-dialog.tsx"], at: async (page) => `${await opening(page)}?tab=settings`, kind: "modal", open: async (page, l) => {
    await press(page, RECRUITING[l].scoreAnew);
    await expect(page.getByRole("dialog").getByRole("table").or(page.getByRole("dialog").getByText(RECRUITING[l].nobodyMoves)).first()).toBeVisible();
  } },
  ...(["requirements", "board", "shortlists", "settings"] as const).map((tab): Opened => ({ name: `opening, ${tab}`, as: "recruiter", files: [], at: async (page) => `${await opening(page)}?tab=${tab}`, kind: "panel", open: (page, l) => press(page.getByRole("navigation", { name: RECRUITING[l].tabsLabel }), RECRUITING[l].tabs[tab]) })),
];

const ofAdmins: readonly Opened[] = [
  { name: "add a user", as: "admin", files: ["(workspace)/users/_components/user-dialog.tsx"], at: "/users", kind: "modal", open: (page, l) => press(page, USERS[l].add) },
  { name: "invite", as: "admin", files: ["(workspace)/users/_components/invite-dialog.tsx"], at: "/users", kind: "modal", open: (page, l) => press(page, INVITATIONS[l].invite) },
  { name: "name and roles", as: "admin", files: [], at: "/users", kind: "modal", open: (page, l) => choose(page, rowMenu(page, COLLEAGUE), USERS[l].nameAndRoles) },
  { name: "set a password", as: "admin", files: ["(workspace)/users/_components/password-dialog.tsx"], at: "/users", kind: "modal", open: (page, l) => choose(page, rowMenu(page, COLLEAGUE), USERS[l].setPassword) },
  { name: "password link", as: "admin", files: ["(workspace)/users/_components/link-dialog.tsx"], at: "/users", kind: "modal", open: async (page, l) => {
    await choose(page, rowMenu(page, COLLEAGUE), INVITATIONS[l].passwordLink);
    await expect(page.getByRole("dialog").getByRole("textbox")).toHaveValue(/invitation/);
  } },
  { name: "disable an account", as: "admin", files: ["(workspace)/users/_components/user-table.tsx"], at: "/users", kind: "modal", open: (page, l) => choose(page, rowMenu(page, COLLEAGUE), USERS[l].disable) },
  { name: "remove a person", as: "admin", files: ["(workspace)/users/_components/removal-dialog.tsx"], at: "/users", kind: "modal", open: (page, l) => choose(page, rowMenu(page, COLLEAGUE), new RegExp(`^${INVITATIONS[l].remove}`)) },
  { name: "user menu", as: "admin", files: [], at: "/users", kind: "menu", open: (page) => rowMenu(page, COLLEAGUE).click() },
  { name: "remove the demo", as: "admin", files: ["(workspace)/settings/_components/remove-demo-dialog.tsx"], at: "/settings", kind: "modal", open: async (page, l) => {
    await press(page, SETTINGS[l].removeDemo);
    // What would go is being counted: it takes the focus stops with it when it comes.
    await expect(page.getByRole("dialog").getByRole("textbox")).toBeVisible();
  } },
];

const ofReviewers: readonly Opened[] = [
  { name: "keys of the queue", as: "reviewer", files: ["(workspace)/review/_components/key-sheet.tsx"], at: "/review", kind: "modal", open: async (page, l) => {
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog", { name: REVIEW_WORDS[l].keysTitle })).toBeVisible();
  } },
];

export interface InStory {
  readonly story: string;
  /** Name of words that the file shows in the dialog and the story waits for. */
  readonly says: string;
}

/** Drawn by files that no entry opens: each has a state that only a story brings about, which looks at it with `faultsOfDialog`. */
export const ELSEWHERE: Readonly<Record<string, InStory>> = {
  "(workspace)/growth/network/_components/meeting.tsx": { story: "employee-growth.spec.ts", says: "arrangeWith" },
  "(workspace)/insights/_components/attrition/risk-sheet.tsx": { story: "hr-lead-insights.spec.ts", says: "change" },
  "(workspace)/insights/_components/data/import-dialog.tsx": { story: "hr-lead-insights.spec.ts", says: "importTitle" },
  "(workspace)/insights/_components/data/tables-screen.tsx": { story: "hr-lead-insights.spec.ts", says: "deleteTitle" },
  "(workspace)/insights/_components/frame/reason-dialog.tsx": { story: "hr-lead-reads-insight-pages.spec.ts", says: "reasonTitle" },
  "(workspace)/insights/_components/me/me-screen.tsx": { story: "hr-lead-insights.spec.ts", says: "contestTitle" },
  "(workspace)/insights/_components/overview/contest-list.tsx": { story: "hr-lead-insights.spec.ts", says: "answerTitle" },
  "(workspace)/insights/_components/overview/overview-screen.tsx": { story: "hr-lead-insights.spec.ts", says: "disableTitle" },
  "(workspace)/insights/_components/people/person-sheet.tsx": { story: "hr-lead-reads-insight-pages.spec.ts", says: "support" },
  "(workspace)/insights/_components/performance/result-sheet.tsx": { story: "hr-lead-reads-insight-pages.spec.ts", says: "never" },
  "(workspace)/models/_components/reason-dialog.tsx": { story: "thumbs-improve-the-answers.spec.ts", says: "reasonTitle" },
  "(workspace)/models/_components/test-questions.tsx": { story: "thumbs-improve-the-answers.spec.ts", says: "rankings" },
  "(workspace)/review/trust/_components/decide-dialog.tsx": { story: "reviewer-labels-by-keyboard.spec.ts", says: "decideTitle" },
  "_components/recruiting/receipt-dialog.tsx": { story: "recruiter-opening.spec.ts", says: "receipt" },
};

export const OPENED: readonly Opened[] = [...ofEveryone, ...ofEmployees, ...ofRecruiters, ...ofAdmins, ...ofReviewers, ...OPENED_BY_HR];
