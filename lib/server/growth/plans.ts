/**
 * @file My plans: look before you leap (preview), begin, mark progress, plan again when something slips, ask for a yes,
 * let go. A finished step becomes evidence in the profile: that is what it was for.
 */
import { coursesById, retiredAmong } from "../../../db/queries/growth-catalogue";
import { deleteSkill, listSkills, peopleById, putSkill, requireOwnEntry, type SkillRow } from "../../../db/queries/growth-people";
import { addPlan, listPlans, listSteps, ownRatings, putCourseFeedback, replacePlan, requireOwnPlan, setPlan, setStep, type PlanRow, type StepRow } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import type { PlanAction, PlanPreview, PlanRequestBody, StoredPlan } from "../../contracts/growth";
import { systemClock, type Clock } from "../../core/clock";
import { dayOf } from "../../core/document-terms";
import { AppError } from "../../core/errors";
import { scopeOf, systemScope, type ActorScope } from "../../core/scope";
import type { Actor } from "../../core/types";
import { replan, type StepProgress } from "../../growth/plan/replan";
import type { Money, Plan, PlanRequest } from "../../growth/types";
import { notify } from "../notifications/notify";
import { authorise } from "../policy";
import { budgetOf, convert, currencyAt, paidFor, type OwnBudget } from "./company-budget";
import { gapView } from "./gap";
import { planView, progressOf, toStored } from "./plan-view";
import { alternativesTo, EXTRA_HOURS, helpToBegin, moreOf, planFor, type Planned } from "./planner";
import { stepRows } from "./step-rows";
import { namesOf } from "./taxonomy";

const names = systemScope("names beside a plan");
const NO_STEP = { en: "Within these limits no step brings you closer.", zh: "在这些条件下，还没有能让您更接近目标的步骤。" };

export async function previewPlan(db: Database, actor: Actor, { target: ref, constraints }: PlanRequestBody, clock: Clock = systemClock): Promise<PlanPreview> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const planned = await planFor(db, scope, { ref, constraints, clock });
  const { own, request, result } = planned;
  const gap = gapView(own.gap, own.resolved);
  const { left, ownDecision } = await budgetOf(db, await requireOwnEntry(db, scope), clock);
  const budget = { left: { ...left }, ownDecision };
  const help = await helpToBegin(planned);
  if (help) {
    const relaxations = help.relaxations.map(({ constraint, sentence }) => ({ constraint, sentence }));
    const sentence = result.kind === "infeasible" ? help.sentence : { en: `${NO_STEP.en} ${help.sentence.en}`, zh: NO_STEP.zh + help.sentence.zh };
    return { gap, constraints, budget, plan: null, infeasible: { sentence, relaxations }, more: null, alternatives: [], names: gap.names };
  }
  if (result.kind === "infeasible") throw new AppError("request/conflict", "no plan within these constraints", { userMessage: result.sentence.en });
  const { plan } = result;
  const more = await moreOf(request, plan);
  const titles = new Map(planned.courses.map((course) => [course.id, course.title]));
  const alternatives = (await alternativesTo(request, plan)).map((other) => ({ aim: other.aim, coverageAfter: other.coverageAfter, hours: other.hours, price: { ...other.price }, finish: other.finish, steps: other.steps.length }));
  return {
    gap, constraints, budget, infeasible: null, alternatives,
    plan: await viewOf(db, scope, plan, clock),
    more: more && { extraHours: EXTRA_HOURS, gained: more.gained, sentence: more.sentence, added: more.addedSteps.flatMap((id) => titles.get(id) ?? []) },
    names: { ...gap.names, ...namesOf(plan.steps.flatMap(({ lifts }) => lifts.map(({ skillId }) => skillId))) },
  };
}

async function viewOf(db: Database, scope: ActorScope, plan: Plan, clock: Clock) {
  const courses = await coursesById(db, scope, plan.steps.map(({ courseId }) => courseId));
  return planView(toStored(plan), { courses, retired: new Set(), states: new Map(), ratings: await ownRatings(db, scope), today: dayOf(clock.now()) });
}

/** @throws AppError "request/conflict" when there is no plan within the constraints: the preview says what to relax */
export async function beginPlan(db: Database, actor: Actor, body: PlanRequestBody, clock: Clock = systemClock): Promise<StoredPlan> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const planned = await planFor(db, scope, { ref: body.target, constraints: body.constraints, clock });
  const plan = await requireSteps(planned);
  const id = await addPlan(db, scope, await newPlanOf(db, scope, planned, { body, plan }), stepRows(plan.steps, new Map(), dayOf(clock.now())));
  return ownPlan(db, actor, id, clock);
}

async function requireSteps(planned: Planned): Promise<Plan> {
  const { result } = planned;
  if (result.kind === "infeasible") throw new AppError("request/conflict", "no plan within these constraints", { userMessage: result.sentence.en });
  if (result.plan.steps.length > 0) return result.plan;
  const help = await helpToBegin(planned);
  if (help) throw new AppError("request/conflict", "a plan without a step", { userMessage: `${NO_STEP.en} ${help.sentence.en}` });
  throw new AppError("request/conflict", "a plan without a step", { userMessage: "The catalogue has no step that would bring you closer within these constraints. Allow more hours, a later date, another language or a budget." });
}

const ownCurrency = async (db: Database, scope: ActorScope) => currencyAt(db, (await requireOwnEntry(db, scope)).site);

async function newPlanOf(db: Database, scope: ActorScope, { own }: Planned, { body, plan }: { body: PlanRequestBody; plan: Plan }) {
  const view = gapView(own.gap, own.resolved);
  return { target: view.target, request: body.constraints, plan: toStored(plan), gap: view, cost: convert(plan.price, await ownCurrency(db, scope)), programme: body.programme };
}

/** One's own. What a manager sees of a report's has a shape of its own (shared-profile.ts). @throws AppError "request/not-found" */
export async function ownPlan(db: Database, actor: Actor, id: string, clock: Clock = systemClock): Promise<StoredPlan> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const [view] = await storedViews(db, scope, [await requireOwnPlan(db, scope, id)], clock);
  if (!view) throw new AppError("request/not-found", "no such plan for this reader");
  return view;
}

export async function ownPlans(db: Database, actor: Actor, clock: Clock = systemClock): Promise<StoredPlan[]> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const me = await requireOwnEntry(db, scope);
  return storedViews(db, scope, await listPlans(db, scope, { employeeId: me.id }), clock);
}

export async function storedViews(db: Database, scope: ActorScope, rows: readonly PlanRow[], clock: Clock): Promise<StoredPlan[]> {
  const steps = await listSteps(db, scope, rows.map(({ id }) => id));
  const courses = await coursesById(db, scope, rows.flatMap(({ plan }) => plan.steps.map(({ courseId }) => courseId)));
  const retired = await retiredAmong(db, scope, [...courses.keys()]);
  const ratings = await ownRatings(db, scope);
  const people = await peopleById(db, names, rows.flatMap(({ employeeId, approvedBy }) => [employeeId, approvedBy ?? ""]));
  const views: StoredPlan[] = [];
  const budgets = new Map<string, OwnBudget>();
  for (const row of rows) {
    const states = new Map(steps.filter(({ planId }) => planId === row.id).map((step) => [step.courseId, step]));
    const plan = planView(row.plan, { courses, retired, states, ratings, today: dayOf(clock.now()) });
    const owner = people.get(row.employeeId);
    const budget = budgets.get(row.employeeId) ?? (await budgetOf(db, { id: row.employeeId, site: owner?.site ?? "" }, clock));
    budgets.set(row.employeeId, budget);
    const { left, ownDecision, spent } = budget;
    // What this plan itself has taken is there for it.
    const forIt = left.amount + (spent.get(row.id) ?? 0);
    views.push({
      id: row.id, target: { ...row.target }, constraints: row.request, plan, gap: row.gap, status: row.status,
      approval: { state: row.approval, by: people.get(row.approvedBy ?? "")?.name ?? null, note: row.approvalNote, needed: row.cost > Math.min(ownDecision, forIt), budgetLeft: { ...left } },
      programme: row.programme, version: row.version, createdAt: row.createdAt.toISOString(), progress: progressOf(row, plan),
      names: { ...row.gap.names, ...namesOf(plan.steps.flatMap(({ lifts }) => lifts.map(({ skillId }) => skillId))) },
    });
  }
  return views;
}

/** @throws AppError "request/not-found", "request/conflict" */
export async function actOnPlan(db: Database, actor: Actor, id: string, action: PlanAction, clock: Clock = systemClock): Promise<StoredPlan> {
  authorise(actor, "growth:own");
  const scope = scopeOf(actor);
  const row = await requireOwnPlan(db, scope, id);
  if (row.status === "dropped" && action.do !== "rate") throw new AppError("request/conflict", "a plan that was let go", { userMessage: "This plan is closed. Begin a new one for the same goal." });
  switch (action.do) {
    case "step":
      await markStep(db, scope, row, { ...action, on: dayOf(clock.now()) });
      break;
    case "replan":
      await planAgain(db, scope, row, { constraints: action.constraints ?? row.request, clock });
      break;
    case "ask-approval":
      await askApproval(db, actor, row);
      break;
    case "drop":
      await dropPlan(db, scope, row);
      break;
    case "rate":
      if (!row.plan.steps.some(({ courseId }) => courseId === action.courseId)) throw new AppError("request/not-found", "no such step in this plan");
      await putCourseFeedback(db, scope, action);
      break;
  }
  return ownPlan(db, actor, id, clock);
}

/** What was not begun costs nothing any more: the year's budget gets it back. */
async function dropPlan(db: Database, scope: ActorScope, row: PlanRow): Promise<void> {
  const amount = paidFor(row.plan, await listSteps(db, scope, [row.id]));
  await setPlan(db, scope, row.id, { status: "dropped", cost: convert({ amount, currency: row.plan.price.currency }, await ownCurrency(db, scope)), ...(row.approval === "asked" ? { approval: "none" } : {}) });
}

/** Done lifts the profile, with the course as evidence; taken back, the evidence goes again. The plan is done when every step is. */
async function markStep(db: Database, scope: ActorScope, row: PlanRow, { courseId, status, on }: { courseId: string; status: StepRow["status"]; on: string }): Promise<void> {
  const planned = row.plan.steps.find((step) => step.courseId === courseId);
  const course = (await coursesById(db, scope, [courseId])).get(courseId);
  const skills = new Map((await listSkills(db, scope, row.employeeId)).map((skill) => [skill.skillId, skill]));
  await db.transaction(async (tx) => {
    await setStep(tx, scope, { planId: row.id, courseId, status, on });
    const kind = planned?.kind === "project" ? ("project" as const) : planned?.kind === "certification" ? ("certificate" as const) : ("course" as const);
    const language = row.request.languages[0] === "zh" ? "zh" : "en";
    const lifts = planned?.lifts ?? [];
    // A step that only prepares another one lifts nothing of the goal, yet the next one begins with what it taught.
    const besides = (course?.teaches ?? []).filter(({ skillId }) => !lifts.some((lift) => lift.skillId === skillId)).map(({ skillId, level }) => ({ skillId, from: null, to: level }));
    for (const { skillId, from, to } of [...lifts, ...besides]) {
      const before = skills.get(skillId);
      if (status === "done" && from === null && (before?.level ?? 0) >= to) continue;
      const others = (before?.evidence ?? []).filter((item) => item.text !== course?.title[language] || item.by !== null);
      if (status === "done") await putSkill(tx, scope, { skillId, level: Math.max(to, before?.level ?? 0), shared: before?.shared ?? false, evidence: [...others, { kind, text: course?.title[language] ?? courseId, by: null, on }] });
      else if (before && others.length < before.evidence.length) await takeBack(tx, scope, before, { level: before.level !== to ? before.level : (from ?? (others.length === 0 ? 0 : before.level)), evidence: others });
    }
    const steps = await listSteps(tx, scope, [row.id]);
    const isDone = steps.length > 0 && steps.every((step) => step.status === "done" || step.status === "skipped") && steps.some((step) => step.status === "done");
    await setPlan(tx, scope, row.id, { status: isDone ? "done" : "active" });
  });
}

/** A level that only the step had given goes; a skill of which nothing is left leaves the profile. */
async function takeBack(db: Database, scope: ActorScope, before: SkillRow, { level, evidence }: Pick<SkillRow, "level" | "evidence">): Promise<void> {
  if (level === 0 && evidence.length === 0) await deleteSkill(db, scope, before.skillId);
  else await putSkill(db, scope, { ...before, level: Math.max(1, level), evidence });
}

/** From today, with what is done as done, what has begun kept (both at what they cost), what was skipped left out. A dearer plan needs a new yes. */
async function planAgain(db: Database, scope: ActorScope, row: PlanRow, { constraints, clock }: { constraints: PlanRow["request"]; clock: Clock }): Promise<void> {
  const before = new Map((await listSteps(db, scope, [row.id])).map((step) => [step.courseId, step]));
  // What is done counts already: as done courses, and as levels in the profile.
  // What has begun is planned with all of its hours: nobody was asked how far they are.
  const progress = [...before.values()].flatMap(({ courseId, status }): StepProgress[] => (status === "started" ? [{ courseId, state: "begun" }] : status === "skipped" ? [{ courseId, state: "dropped" }] : []));
  const earlier: Plan = { ...row.plan, steps: row.plan.steps, gain: 0, blockDays: 7, open: [], proof: { relativeGap: row.plan.relativeGap, optimal: false, variables: 0, rows: 0, milliseconds: 0 } };
  const planned = await planFor(db, scope, { ref: row.target.ref, constraints, clock, begun: progress.flatMap(({ courseId, state }) => (state === "begun" ? [courseId] : [])), rework: (request) => withoutPaid(replan(request, earlier, { progress, today: dayOf(clock.now()) }), { amount: paidFor(row.plan, [...before.values()]), currency: row.plan.price.currency }) });
  if (planned.result.kind === "infeasible") throw new AppError("request/conflict", "no plan within these constraints", { userMessage: planned.result.sentence.en });
  const { plan } = planned.result;
  const priceThen = new Map(row.plan.steps.map(({ courseId, price }) => [courseId, convert({ amount: price, currency: row.plan.price.currency }, plan.price.currency)]));
  const atPaid = (step: PlanRow["plan"]["steps"][number]) => ({ ...step, price: priceThen.get(step.courseId) ?? step.price });
  const kept = row.plan.steps.filter(({ courseId }) => before.get(courseId)?.status === "done").map(atPaid);
  const fresh = await newPlanOf(db, scope, planned, { body: { target: row.target.ref, constraints, programme: row.programme }, plan });
  const steps = [...kept, ...fresh.plan.steps.map((step) => (before.get(step.courseId)?.status === "started" ? atPaid(step) : step))].map((step, i) => ({ ...step, order: i + 1 }));
  const whole = { ...fresh.plan, steps, coverageBefore: row.plan.coverageBefore, hours: steps.reduce((sum, { hours }) => sum + hours, 0), price: { ...fresh.plan.price, amount: steps.reduce((sum, { price }) => sum + price, 0) } };
  const cost = convert(whole.price, await ownCurrency(db, scope));
  const approval = cost > row.cost && row.approval !== "none" ? ("none" as const) : row.approval;
  // The gap as it was at the start stays: progress is measured from there.
  await replacePlan(db, scope, { ...fresh, id: row.id, plan: whole, gap: row.gap, cost, approval }, stepRows(steps, before, dayOf(clock.now())));
}

/** The plan's own budget is for all of it: what is paid is not there a second time. */
const withoutPaid = (request: PlanRequest, paid: Money): PlanRequest => (request.budget === null ? request : { ...request, budget: { ...request.budget, amount: Math.max(0, request.budget.amount - convert(paid, request.budget.currency)) } });

/** Tells the manager what the plan costs; titles and prices of its steps are shown to them from then on. */
async function askApproval(db: Database, actor: Actor, row: PlanRow): Promise<void> {
  const scope = scopeOf(actor);
  if (row.approval === "asked" || row.approval === "approved") throw new AppError("request/conflict", "asked before", { userMessage: "Your manager has been asked already." });
  const me = await requireOwnEntry(db, scope);
  const manager = me.managerId === null ? undefined : (await peopleById(db, names, [me.managerId])).get(me.managerId);
  if (!manager) throw new AppError("request/conflict", "nobody to ask", { userMessage: "The directory names no manager for you. Ask HR to enter one under People." });
  await db.transaction(async (tx) => {
    await setPlan(tx, scope, row.id, { approval: "asked", approvalNote: "" });
    if (manager.userId) await notify(tx, [{ userId: manager.userId, kind: "growth.approval", words: { en: `${me.name} asks you to approve a learning plan.`, zh: `${me.name}请您审批一份学习计划。` }, href: "/growth/team" }]);
  });
}
