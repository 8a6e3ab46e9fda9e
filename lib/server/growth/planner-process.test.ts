/** @file Plans and channel budgets are solved beside the server: it answers meanwhile, the result is the solver's own, and a death, a hang and a refusal are errors that say what to do. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { makePlan } from "../../growth/plan/make-plan";
import { randomRequest } from "../../growth/plan/random-request.fixture";
import { loadSolver } from "../../growth/solver/highs";
import type { PlanRequest, PlanResult } from "../../growth/types";
import { CHANNELS_LIMIT_MS, planChannels, sensitivityOf } from "../../insights/channels/plan-channels";
import { TEXTBOOK } from "../../insights/channels/textbook";
import { createPlannerProcess, type PlannerProcess } from "./planner-process";
import { growthTaxonomy } from "./taxonomy";

const open: PlannerProcess[] = [];
afterAll(() => open.forEach((planner) => planner.close()));
function planner(options?: Parameters<typeof createPlannerProcess>[0]): PlannerProcess {
  const made = createPlannerProcess(options);
  open.push(made);
  return made;
}
const standIn = (limitMs = 30_000) => planner({ entry: path.join(import.meta.dirname, "planner-process.fixture.ts"), limitMs });
const request = randomRequest(7);
const doing = (...done: string[]) => ({ request: { ...request, done } });
/** All but how long it took. */
const bare = (result: PlanResult) => (result.kind === "plan" ? { ...result.plan, proof: null } : result);

it("gives what the solver gives, and refuses as the solver refuses", async () => {
  const real = planner();
  const tools = { solver: await loadSolver(), taxonomy: growthTaxonomy(), limits: { timeLimitMs: 8000, relativeGap: 0.001 } };
  for (const seed of [1, 2, 3]) expect(bare(await real.ask("plan", { request: randomRequest(seed) }, 8000))).toEqual(bare(makePlan(randomRequest(seed), tools)));
  const wrong: PlanRequest = { ...request, hoursPerWeek: 0 };
  await expect(real.ask("plan", { request: wrong }, 8000)).rejects.toMatchObject({ code: "request/invalid", userMessage: expect.stringContaining("hours per week") as string });
  // It goes on after a refusal, and answers the extras as well.
  expect(await real.ask("first-step", { request }, 8000)).toBe(null);
}, 60_000);

it("solves channel budgets as the solver does, and refuses them as it refuses", async () => {
  const real = planner();
  const solver = await loadSolver();
  for (const problem of [TEXTBOOK, { ...TEXTBOOK, whole: true }, { ...TEXTBOOK, budgets: [1], goal: "cheapest" as const }]) {
    const [asked, own] = [await real.ask("channels", { problem }, CHANNELS_LIMIT_MS), planChannels(problem, solver)];
    expect({ ...asked, ms: 0 }).toEqual({ ...own, ms: 0 });
    expect(await real.ask("channel-sensitivity", { problem }, CHANNELS_LIMIT_MS)).toEqual(sensitivityOf(problem, solver));
  }
  await expect(real.ask("channels", { problem: { ...TEXTBOOK, channels: [] } }, CHANNELS_LIMIT_MS)).rejects.toMatchObject({ code: "insights/bad-problem", userMessage: expect.stringContaining("cannot be worked out") as string });
}, 60_000);

it("the server answers while a plan is solved, and plans wait for each other", async () => {
  const busy = standIn();
  await busy.ask("plan", doing(), 8000);
  const order: string[] = [];
  const first = busy.ask("plan", doing("busy"), 8000).then(() => order.push("first"));
  const second = busy.ask("plan", doing(), 8000).then(() => order.push("second"));
  let turns = 0;
  const others = (async () => {
    // Many turns of the event loop, as requests of others need them; a thread that solves has none until it is done.
    for (; turns < 50; turns++) await turn();
    order.push("others");
  })();
  await Promise.all([first, second, others]);
  expect(order).toEqual(["others", "first", "second"]);
}, 60_000);

it("a process that dies is tried once more; that dies again or hangs, it is said, and the next plan is made", async () => {
  const mark = path.join(mkdtempSync(path.join(tmpdir(), "planner-")), "died");
  const dying = standIn();
  await expect(dying.ask("plan", doing("die-once", mark), 8000)).resolves.toBe(null);
  await expect(dying.ask("plan", doing("die"), 8000)).rejects.toMatchObject({ code: "internal/unknown", userMessage: "The plan could not be worked out just now. Try again." });
  await expect(dying.ask("plan", doing(), 8000)).resolves.toBe(null);

  const hanging = standIn(5_000);
  await expect(hanging.ask("plan", doing("hang"), 8000)).rejects.toMatchObject({ code: "request/too-large", userMessage: expect.stringContaining("Narrow it down") as string });
  hanging.close();
  await expect(hanging.ask("plan", doing(), 8000)).rejects.toMatchObject({ code: "job/cancelled" });
}, 120_000);
