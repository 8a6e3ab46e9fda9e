/** @file The channel budget through the server, on a real database: effects by role, scenarios kept earlier, effects learned by role. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openMemoryDatabase, type OpenDatabase } from "../../../db/client";
import { addPlan } from "../../../db/queries/insight-plans";
import { emptyDatabase } from "../../../db/testing/database";
import { channelProblem, planList as planListReply, type ChannelProblemView, type SolveReply } from "../../contracts/insights-channels";
import { scopeOf } from "../../core/scope";
import type { Actor } from "../../core/types";
import { AppError, isAppError } from "../../core/errors";
import { chineseDetail } from "../../browser/chinese-details-table";
import { plannerProcess, type PlannerProcess } from "../growth/planner-process";
import type { PlannerKind } from "../growth/planner-protocol";
import { enableInsights } from "./approval";
import { insightsFor } from "./assistant-port";
import { addLenaAndAda } from "./people.fixture";
import { planList, savedPlans, savePlan, solvePlan } from "./plans";
import { keepTable, saveMapping, tableDetail } from "./tables";

const APPROVAL = { purpose: "Support teams early, never rank or dismiss anyone.", legalBasis: "Works agreement 12/2026", consultation: "Works council heard", approvedBy: "G. Hartshorne", approvedOn: "2026-11-01" };

/** As the screen sends it: both channels equally good over all, opposite for the two roles. */
const OPPOSITE: ChannelProblemView = {
  goal: "cheapest",
  currency: "EUR",
  channels: [
    { id: "fair", name: "Fair", unitCost: 1000, effect: 0.5, byRole: { fitter: { effect: 1 }, engineer: { effect: 0.1 } } },
    { id: "board", name: "Board", unitCost: 1000, effect: 0.5, byRole: { fitter: { effect: 0.1 }, engineer: { effect: 1 } } },
  ],
  roles: [{ id: "fitter", name: "Fitter", hires: 4 }, { id: "engineer", name: "Engineer", hires: 6 }],
  budgets: [100_000],
  whole: true,
};

let opened: OpenDatabase;
let lead: Actor;
beforeAll(async () => {
  opened = await openMemoryDatabase();
});
afterAll(() => opened.close());
beforeEach(async () => {
  await emptyDatabase(opened.db);
  ({ lead } = await addLenaAndAda(opened.db));
  await enableInsights(opened.db, lead, APPROVAL);
});

const rowsOf = ({ plan }: SolveReply): string[] => (plan.kind === "planned" ? plan.rows.map(({ channel, role, units }) => `${channel} → ${role}: ${units}`).sort() : [plan.kind]);

test("two roles with opposite effects get different channels", async () => {
  expect(rowsOf(await solvePlan(opened.db, lead, channelProblem.parse(OPPOSITE)))).toEqual(["board → engineer: 6", "fair → fitter: 4"]);
});

test("what takes too long is said, and what is an extra is left out; a problem that is none is refused", async () => {
  const key = Symbol.for("cadre.planner");
  const holder = globalThis as { [key]?: PlannerProcess };
  const real = plannerProcess();
  const late = new AppError("request/too-large", "too long", { userMessage: "No plan was found in time. Narrow it down: a nearer deadline, fewer kinds of step, or a smaller target." });
  const slowFrom = (kind: PlannerKind): PlannerProcess => ({ ask: async (asked, question, limit) => (asked === kind ? Promise.reject(late) : real.ask(asked, question, limit)), close: () => undefined });
  try {
    holder[key] = slowFrom("channels");
    const said = await solvePlan(opened.db, lead, OPPOSITE).catch((error: unknown) => error);
    expect(said).toMatchObject({ code: "request/too-large", userMessage: expect.stringContaining("fewer channels") as string });
    expect(chineseDetail(isAppError(said) ? (said.userMessage ?? "") : "")).toMatch(/渠道/);
    await expect(savePlan(opened.db, lead, { name: "Late", problem: OPPOSITE })).rejects.toMatchObject({ code: "request/too-large" });
    expect(await savedPlans(opened.db, lead)).toEqual([]);
    holder[key] = slowFrom("channel-sensitivity");
    const reply = await solvePlan(opened.db, lead, OPPOSITE);
    expect([rowsOf(reply), reply.sensitivity]).toEqual([["board → engineer: 6", "fair → fitter: 4"], []]);
  } finally {
    holder[key] = real;
  }
  expect((await solvePlan(opened.db, lead, OPPOSITE)).sensitivity.length).toBeGreaterThan(3);
  await expect(solvePlan(opened.db, lead, { ...OPPOSITE, channels: [] })).rejects.toMatchObject({ code: "insights/bad-problem" });
});

test("where a role has no effect of its own, the channel's counts", async () => {
  const channels = OPPOSITE.channels.map((channel) => (channel.id === "fair" ? { ...channel, byRole: { engineer: { effect: 0.1 } } } : channel));
  expect(rowsOf(await solvePlan(opened.db, lead, { ...OPPOSITE, channels }))).toEqual(["board → engineer: 6", "fair → fitter: 8"]);
});

test("diversity of sources goes through: a group's largest share, a smallest share, and clashes in both languages", async () => {
  const [fair, board] = OPPOSITE.channels.map(({ byRole: _byRole, ...channel }) => channel);
  if (!fair || !board) throw new Error("two channels");
  // A blank behind a group's name makes no other group of it.
  const channels = [{ ...fair, unitCost: 100, group: "events" }, { ...board, id: "expo", name: "Expo", unitCost: 200, group: "events " }, board];
  const problem = channelProblem.parse({ ...OPPOSITE, channels, roles: [{ id: "clerk", name: "Clerk", hires: 10 }], whole: false, largestGroupShare: 0.6 });
  expect(rowsOf(await solvePlan(opened.db, lead, problem))).toEqual(["board → clerk: 8", "fair → clerk: 12"]);
  const { plan } = await solvePlan(opened.db, lead, { ...problem, channels: problem.channels.map((channel) => ({ ...channel, smallestShare: 0.4 })) });
  expect(plan.kind === "infeasible" && plan.conflicts.map(({ en, zh }) => [/add up to \d+ %/.exec(en)?.[0], /合计 \d+%/.exec(zh)?.[0]])).toEqual([["add up to 120 %", "合计 120%"], ["add up to 80 %", "合计 80%"]]);
});

test("a scenario kept before there were effects by role opens and solves as it did; one with them comes back whole", async () => {
  const input = { goal: "cheapest", currency: "CNY", channels: [{ id: "social", name: "Social", unitCost: 1000, effect: 0.5, effectRange: { low: 0.4, high: 0.6 }, largestShare: 1 }], roles: [{ id: "any", name: "Hires", hires: 50 }], budgets: [1_000_000], whole: true };
  const result = { kind: "planned", goal: "cheapest", rows: [{ channel: "social", role: "any", period: 0, units: 100, cost: 100_000, hires: 50 }], cost: 100_000, hires: 50, value: 50, spentByPeriod: [100_000], prices: [], reasons: [] };
  await addPlan(opened.db, scopeOf(lead), { name: "Of last year", input, result });
  const [old] = await savedPlans(opened.db, lead);
  expect(old?.problem).toEqual(input);
  expect(rowsOf(await solvePlan(opened.db, lead, channelProblem.parse(old?.problem)))).toEqual(["social → any: 100"]);
  await savePlan(opened.db, lead, { name: "By role", problem: OPPOSITE });
  expect((await savedPlans(opened.db, lead)).find(({ name }) => name === "By role")?.problem).toEqual(OPPOSITE);
});

test("a table of hires tells effects by role, with intervals, where there is enough of them", async () => {
  const bought = (channel: string, role: string, hires: number): string[] => Array.from({ length: 8 }, () => [channel, role, 4, 4000, hires].join(","));
  const csv = ["channel,role,units,cost,hires", ...bought("Fair", "Fitter", 4), ...bought("Fair", "Engineer", 1), ...bought("Board", "Fitter", 1), ...bought("Board", "Engineer", 4), "Board,Welder,1,1000,0"].join("\n");
  const id = await keepTable(opened.db, lead, { name: "Bought", use: "hires", fileName: "hires.csv", bytes: Buffer.from(csv) });
  await saveMapping(opened.db, lead, id, (await tableDetail(opened.db, lead, id)).mapping);
  const { effects } = planListReply.parse(await planList(opened.db, lead));
  const [fair, board] = effects[0]?.effects ?? [];
  expect([fair?.channel, fair?.byRole.map(({ role, hires }) => [role, hires])]).toEqual(["Fair", [["Fitter", 32], ["Engineer", 8]]]);
  expect(board?.byRole.map(({ role }) => role)).toEqual(["Fitter", "Engineer"]);
  const [fitter, engineer] = fair?.byRole ?? [];
  expect(fitter?.effect.low).toBeGreaterThan(engineer?.effect.high ?? Infinity);
});

test("the assistant is told the figures that the plan counts with, by role where a channel has them", async () => {
  const range = { low: 0.8, high: 1.2 };
  const channels = OPPOSITE.channels.map((channel): ChannelProblemView["channels"][number] => (channel.id === "fair" ? { ...channel, effectRange: { low: 0.3, high: 0.7 }, byRole: { fitter: { effect: 1, range } } } : { ...channel, byRole: {} }));
  await savePlan(opened.db, lead, { name: "By role", problem: { ...OPPOSITE, channels } });
  const [fair, board] = (await (await insightsFor(opened.db, lead)).insights?.channels()) ?? [];
  expect(fair?.roles).toEqual([{ name: "Fitter", effect: 1, range }, { name: "Engineer", effect: 0.5, range: { low: 0.3, high: 0.7 } }]);
  expect([board?.effect, board?.roles]).toEqual([0.5, []]);
});
