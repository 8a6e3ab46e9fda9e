/**
 * @file Story: the administrator switches each module off on the settings screen; for the people whom it concerns its places are gone
 * from navigation and palette, its addresses answer 404, the chat does without its tools and does not name it when asked what it can
 * do, in either language, and its work is not taken on or waits; switched on again all of it is back. Every module is on at the end, also where the story fails: other stories use the same server.
 */
import type { Page } from "@playwright/test";
import { INSIGHTS } from "../app/(workspace)/insights/_components/words";
import { phrasesIn, type HelpTopic } from "../lib/assistant/phrases";
import { expect, test, type Person } from "./fixtures";
import { LANGUAGES, speak } from "./looks";
import { ChatPage } from "./pages/chat-page";
import { InsightsPage } from "./pages/insights-page";
import { ask } from "./pages/states";

interface Module {
  readonly id: string;
  readonly name: string;
  /** Whom it concerns: what they lose. */
  readonly people: readonly { readonly as: Person; readonly places: readonly string[]; readonly screens: readonly string[]; readonly gets: readonly string[]; readonly posts?: readonly string[]; /** Screens and addresses that are there either way. */ readonly stays?: readonly string[] }[];
  /** What the chat's help says of it, and to whom. */
  readonly help?: { readonly as: Person; readonly topics: readonly HelpTopic[] };
  /** What it does for somebody in the chat, or takes on as work. */
  readonly works: (as: (person: Person) => Promise<Page>, on: boolean) => Promise<void>;
}

const post = async (page: Page, address: string, data: object = {}): Promise<number> => (await page.request.post(address, { data, headers: { origin: new URL(page.url()).origin } })).status();

const RUN = Date.now().toString(36);
const upload = async (page: Page, kind: string, text: string) =>
  page.request.post("/api/documents", {
    headers: { origin: new URL(page.url()).origin },
    multipart: { meta: JSON.stringify({ kind, acl: ["role:recruiter", "role:hr_lead"], onDuplicate: "skip" }), files: { name: `${kind}-${RUN}.md`, mimeType: "text/markdown", buffer: Buffer.from(text) } },
  });

/** When the module was switched last, ms. */
const switchedAt = { off: 0, on: 0 };

interface Run {
  readonly state: string;
  readonly endedAt: string | null;
}

const runsOf = async (lead: Page): Promise<Run[]> => (await ask<{ kinds: { run: Run | null }[] }>(lead, "/api/insights")).kinds.flatMap(({ run }) => run ?? []);

/** Insights approved, with every table of the demo company, and a training begun for each: minutes of work. */
async function beginTraining(lead: Page): Promise<void> {
  await new InsightsPage(lead).switchOn();
  await ask(lead, "/api/insights/tables", { demo: "all", language: "en" });
  expect((await runsOf(lead)).length).toBeGreaterThan(4);
}

/** Insights' jobs: trainings that had begun wait for as long as the module is off; on again they go on by themselves, in sight. */
async function insightsWork(as: (person: Person) => Promise<Page>, on: boolean): Promise<void> {
  const lead = await as("hr_lead");
  // Long enough for several of them.
  if (!on) return lead.waitForTimeout(20_000);
  await lead.goto("/insights");
  const { queued, running } = INSIGHTS.en.runState;
  await expect(lead.getByRole("main").getByText(new RegExp(`${queued}|${running}`)).first()).toBeVisible();
  const endedSince = async (): Promise<number> => (await runsOf(lead)).filter(({ endedAt }) => Date.parse(endedAt ?? "") > switchedAt.on).length;
  await expect.poll(endedSince, { timeout: 90_000 }).toBeGreaterThan(0);
  const ended = (await runsOf(lead)).flatMap(({ endedAt }) => (endedAt === null ? [] : [Date.parse(endedAt)]));
  // What was being stored at that moment may have been stored: the runner looks every two seconds.
  expect(ended.filter((at) => at > switchedAt.off + 5000 && at < switchedAt.on), "trainings that ended while insights were off").toEqual([]);
  await new InsightsPage(lead).switchOff();
}

/** What the chat says when somebody asks what it can do, in both languages: the module's sentence and questions, or neither. */
async function expectHelp(page: Page, topics: readonly HelpTopic[], named: boolean, baseURL: string | undefined): Promise<void> {
  for (const { language, lang } of [...LANGUAGES].reverse()) {
    await speak(page, language, baseURL);
    await page.goto("/chat");
    await expect(page.locator(`html[lang=${lang}][data-hydrated]`)).toBeAttached();
    const question = { en: "What can you do?", zh: "你能做什么？" }[language];
    await page.getByRole("textbox").last().fill(question);
    await page.getByRole("textbox").last().press("Enter");
    const turn = page.getByRole("article", { name: question }).last();
    await expect(turn).toContainText(phrasesIn(language).help);
    await expect(turn.getByRole("button", { name: phrasesIn(language).helpSuggestions[0] ?? "" })).toBeVisible();
    for (const topic of topics) {
      const { says, asks } = phrasesIn(language).helpWith[topic];
      await expect(turn.getByText(says, { exact: false }), `${topic}, ${language}`).toHaveCount(named ? 1 : 0);
      for (const one of asks) await expect(turn.getByRole("button", { name: one }), one).toHaveCount(named ? 1 : 0);
    }
  }
}

const MODULES: readonly Module[] = [
  {
    id: "candidates",
    name: "Candidates and openings",
    people: [
      { as: "recruiter", places: ["Candidates", "Openings"], screens: ["/candidates", "/jobs", "/jobs/skills"], gets: ["/api/recruiting/openings", "/api/openings", "/api/candidates/search?q=welder"] },
      { as: "hr_lead", places: ["Fairness"], screens: ["/fairness", "/jobs/weights"], gets: ["/api/fairness"], stays: ["/candidates/receipts", "/api/recruiting/erasures"] },
    ],
    help: { as: "recruiter", topics: ["candidates", "recruiting"] },
    works: async (as, on) => {
      const page = await as("recruiter");
      const chat = new ChatPage(page);
      await chat.open();
      const turn = await chat.ask("Find me a welder");
      const found = turn.getByRole("list", { name: "Candidates, best first" });
      if (on) await expect(found.getByRole("listitem").first()).toBeVisible();
      else {
        await expect(found).toHaveCount(0);
        await expect(turn.getByRole("button", { name: /^Open the résumé/ })).toHaveCount(0);
      }
      const added = await upload(page, "resume", `# Modula Switchwright ${RUN}\n\nWelder\n\n## Experience\n\n### Welder, Quaywright Marine (2015 – 2024)\n\n- MIG welding of lock gates\n`);
      if (on) expect(added.ok(), await added.text()).toBe(true);
      else expect(await added.text()).toContain("switched off");
    },
  },
  {
    id: "ask-hr",
    name: "Ask HR",
    people: [
      { as: "hr_lead", places: ["Questions to HR"], screens: ["/inbox", "/inbox/topics"], gets: ["/api/ask-hr/inbox", "/api/ask-hr/passages?q=leave"] },
      { as: "employee", places: [], screens: ["/inbox/mine"], gets: ["/api/ask-hr"], posts: ["/api/ask-hr/preview", "/api/ask-hr"] },
    ],
    help: { as: "employee", topics: ["ask-hr"] },
    works: async (as, on) => {
      const chat = new ChatPage(await as("employee"));
      await chat.open();
      const turn = await chat.ask("Is there a discount at the ice rink?");
      await expect(turn.getByRole("button", { name: "Ask HR" })).toHaveCount(on ? 1 : 0);
    },
  },
  {
    id: "growth",
    name: "Growth",
    people: [
      { as: "employee", places: ["Growth"], screens: ["/growth", "/growth/plan", "/growth/network", "/growth/cv-check"], gets: ["/api/growth/home", "/api/growth/profile", "/api/growth/mentoring"], posts: ["/api/growth/plans"] },
      { as: "hr_lead", places: ["Growth"], screens: ["/growth/team", "/growth/organisation"], gets: ["/api/growth/organisation"] },
    ],
    help: { as: "employee", topics: ["growth"] },
    works: async (as, on) => {
      const chat = new ChatPage(await as("employee"));
      await chat.open();
      const turn = await chat.ask("Which mentor could help me to learn project management?");
      await expect(turn.getByRole("link", { name: /mentor|network/i }).or(turn.getByText("Tomasz Wielgosz")).first()).toBeVisible({ visible: on });
    },
  },
  {
    id: "learning",
    name: "Learning from ratings",
    people: [
      { as: "reviewer", places: ["Review", "Models"], screens: ["/review", "/models"], gets: ["/api/review/queue", "/api/models"] },
      { as: "hr_lead", places: ["Models"], screens: ["/review/trust"], gets: ["/api/review/trust"], posts: ["/api/training"] },
      { as: "employee", places: ["My ratings"], screens: ["/feedback"], gets: ["/api/receipts"] },
    ],
    works: async (as, on) => {
      const page = await as("employee");
      const reply = await page.request.post("/api/chat", { data: { question: `How do I book the ferry? ${RUN} ${String(on)}` }, headers: { origin: new URL(page.url()).origin } });
      const { messageId } = JSON.parse(/event: done\ndata: (.*)/.exec(await reply.text())?.[1] ?? "{}") as { messageId: string };
      // A rating is kept either way; only with the module does it become work for a reviewer.
      const { review } = await ask<{ review: string }>(page, "/api/feedback", { messageId, target: { type: "answer", id: null }, verdict: "down", reasons: ["wrong"] });
      if (!on) expect(review).not.toBe("queued");
    },
  },
  {
    id: "insights",
    name: "People insights",
    people: [{ as: "hr_lead", places: ["Insights"], screens: ["/insights", "/insights/data", "/insights/attrition"], gets: ["/api/insights", "/api/insights/tables", "/api/insights/kinds/attrition"], posts: ["/api/insights/runs"] }],
    help: { as: "hr_lead", topics: ["insights"] },
    works: insightsWork,
  },
];

async function setModule(admin: Page, { name }: Module, on: boolean): Promise<void> {
  await admin.goto("/settings");
  await expect(admin.locator("html[data-hydrated]")).toBeAttached();
  const box = admin.getByRole("checkbox", { name });
  await expect(box).toBeVisible();
  // It changes when the server has said so.
  if ((await box.isChecked()) !== on) await box.click();
  await expect(box).toBeChecked({ checked: on });
  switchedAt[on ? "on" : "off"] = Date.now();
}

async function expectPlaces(page: Page, places: readonly string[], there: boolean): Promise<void> {
  await page.goto("/chat");
  await expect(page.locator("html[data-hydrated]")).toBeAttached();
  const navigation = page.getByRole("navigation", { name: "Main" });
  await expect(navigation.getByRole("link", { name: "Ask", exact: true })).toBeVisible();
  for (const place of places) {
    await expect(navigation.getByRole("link", { name: new RegExp(`^${place}`) }), `${place} in the navigation`).toHaveCount(there ? 1 : 0);
    await page.keyboard.press("Control+k");
    await page.keyboard.type(place);
    await expect(page.getByRole("option").first()).toBeVisible();
    await expect(page.getByRole("group", { name: "Go to" }).getByRole("option", { name: new RegExp(`^${place}`) }), `${place} in the palette`).toHaveCount(there ? 1 : 0);
    await page.keyboard.press("Escape");
  }
}

test.afterEach(async ({ as }) => {
  const admin = await as("admin", { expectErrors: true });
  for (const { id } of MODULES) await admin.request.patch(`/api/modules/${id}`, { data: { on: true }, headers: { origin: new URL(admin.url()).origin } });
});

for (const module of MODULES) {
  test(`${module.name}: off it is gone for everyone, on again it is back`, async ({ as, baseURL }) => {
    test.setTimeout(240_000);
    const quietly = (person: Person) => as(person, { expectErrors: true });
    const admin = await quietly("admin");
    if (module.id === "insights") await beginTraining(await quietly("hr_lead"));
    for (const on of [false, true]) {
      await setModule(admin, module, on);
      for (const { as: person, places, screens, gets, posts = [], stays = [] } of module.people) {
        const page = await quietly(person);
        await expectPlaces(page, places, on);
        for (const screen of screens) expect((await page.goto(screen))?.status(), `${screen} of ${person}`).toBe(on ? 200 : 404);
        for (const address of gets) expect((await page.request.get(address)).status() === 404, `${address} of ${person} is gone`).toBe(!on);
        for (const address of stays) expect((await page.request.get(address)).status(), `${address} of ${person} stays`).toBe(200);
        for (const address of posts) expect((await post(page, address)) === 404, `${address} of ${person} is gone`).toBe(!on);
      }
      if (module.help) await expectHelp(await quietly(module.help.as), module.help.topics, on, baseURL);
      await module.works(quietly, on);
    }
  });
}
