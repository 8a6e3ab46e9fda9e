/**
 * @file The chat's way to a person's own growth: made for one asker, answering only of them. Words are built here from what
 * lib/growth says; limits that were not said come from the profile, and the answer says which.
 */
import { coursesById, listCourses, listRoles } from "../../../db/queries/growth-catalogue";
import { findProfile, requireOwnEntry } from "../../../db/queries/growth-people";
import { listPlans } from "../../../db/queries/growth-plans";
import type { Database } from "../../../db/client";
import type { AskRequest } from "../../assistant/types";
import { changedLimits } from "../../assistant/growth/relative-limits";
import { DEFAULT_MONTHS, type ExtraHours, type GrowthName, type GrowthPort, type GrowthReply, type GrowthRequest } from "../../assistant/growth/types";
import type { PlanConstraints, TargetRef } from "../../contracts/growth";
import { systemClock, type Clock } from "../../core/clock";
import { addMonths, dayOf } from "../../core/document-terms";
import { isAppError } from "../../core/errors";
import { scopeOf, type ActorScope } from "../../core/scope";
import type { Actor, Language } from "../../core/types";
import { gapOf } from "./gap";
import { CHAT, type ChatWords } from "./chat-words";
import { ownCareers } from "./careers";
import { currencyAt } from "./company-budget";
import { expertsIn } from "./experts";
import { mentorsFor } from "./mentor-market";
import { ownOccupationNames } from "./occupations";
import { ownGoal } from "./own-goal";
import { ownInterests } from "./own-interests";
import { helpToBegin, isTaught, lastDeadline, planFor, withHours, type Planned } from "./planner";
import { studyLanguages } from "./profile";
import { readProgrammes } from "./programmes";
import { weeksOf } from "../../growth/plan/more-hours";
import { interestReason } from "../../growth/interests";
import type { CareerRole } from "../../growth/network-types";
import type { Plan, PlanStep, Words } from "../../growth/types";
import { gapToRole, learningHours } from "../../growth/careers/build-graph";
import { nextRoles } from "../../growth/careers/paths";
import { listOpenings, type ResolvedTarget } from "./targets";
import { growthTaxonomy, nameOf } from "./taxonomy";

const SHOWN = 8;
const MOST_ROWS = 20;
const MOST_A_WEEK = 40;

/** @returns nothing for an account without a directory entry: growth questions then go to the documents */
export async function growthFor(db: Database, actor: Actor, clock: Clock = systemClock): Promise<Pick<AskRequest, "growth">> {
  if (!actor.relations?.employeeId) return {};
  const scope = scopeOf(actor);
  const names = await namesFor(db, scope);
  const call = { db, actor, scope, clock };
  const port: GrowthPort = { names: () => Promise.resolve(names), answer: (request, language) => answer(call, request, language), situation: (language) => situationOf(call, language) };
  const currency = await currencyAt(db, (await requireOwnEntry(db, scope)).site);
  return { growth: { port, names, today: dayOf(clock.now()), currency } };
}

/** Of what the asker may see. "Team lead, controls" is also "controls team lead". */
export async function namesFor(db: Database, scope: ActorScope): Promise<GrowthName[]> {
  const both = ({ en, zh }: { en: string; zh: string }) => [en, ...turned(en), zh];
  return [
    ...(await listRoles(db, scope)).map(({ id, title }) => ({ kind: "role" as const, id, names: both(title) })),
    ...(await listOpenings(db, scope)).map(({ id, title }) => ({ kind: "opening" as const, id, names: [title, ...turned(title)] })),
    ...(await readProgrammes(db)).map(({ id, title }) => ({ kind: "programme" as const, id, names: [...both(title), ...both({ en: title.en.split(":")[0] ?? title.en, zh: title.zh.split("：")[0] ?? title.zh })] })),
    ...ownOccupationNames(),
    ...(await listCourses(db, scope)).map(({ id, title }) => ({ kind: "course" as const, id, names: both(title) })),
  ];
}

const turned = (title: string): string[] => {
  const [first = "", second] = title.split(", ");
  return second ? [`${second} ${first}`] : [];
};

interface Call {
  readonly db: Database;
  readonly actor: Actor;
  readonly scope: ActorScope;
  readonly clock: Clock;
}

async function answer(call: Call, request: GrowthRequest, language: Language): Promise<GrowthReply> {
  const words = CHAT[language];
  const target = request.target ?? (await ownGoal(call.db, call.scope));
  switch (request.tool) {
    case "my-gap":
      return target ? gapAnswer(call, { request, target, words, language }) : needsTarget(request, words);
    case "my-plan":
      return target ? planAnswer(call, { request, target, words, language }) : needsTarget(request, words);
    case "explain-step":
      return stepAnswer(call, { request, target, words, language });
    case "find-mentor":
      return mentorAnswer(call, { request, target, words, language });
    case "career-options":
      return careerAnswer(call, { request, target, words, language });
  }
}

interface Ask {
  readonly request: GrowthRequest;
  readonly target: TargetRef | null;
  readonly words: ChatWords;
  readonly language: Language;
}
type Aimed = Ask & { readonly target: TargetRef };

const needsTarget = (request: GrowthRequest, words: ChatWords): GrowthReply => ({ text: words.whichTarget, rows: [], href: "/growth", context: contextOf(request, null), suggestions: [...words.targetExamples] });

const contextOf = ({ tool, constraints, skillIds }: GrowthRequest, target: TargetRef | null): GrowthReply["context"] => ({ tool, target, constraints: { ...constraints }, skillIds: [...skillIds] });

const hrefOf = ({ kind, id, text }: TargetRef): string => `/growth/plan?${new URLSearchParams(kind === "text" ? { text } : { target: `${kind}:${id ?? ""}` }).toString()}`;

async function gapAnswer({ db, scope }: Call, { request, target, words, language }: Aimed): Promise<GrowthReply> {
  const { gap, resolved } = await gapOf(db, scope, target);
  const title = resolved.target.title[language];
  const base = { href: hrefOf(target), context: contextOf(request, target) };
  if (resolved.unclear !== null) return { ...base, ...unclearAnswer(resolved, words, language) };
  const open = gap.items.filter(({ state }) => state !== "have");
  const rows = [...open, ...gap.items.filter(({ state }) => state === "have")].slice(0, SHOWN).map((item) => ({ title: nameOf(item.skillId)[language], detail: item.reason[language], figure: `${words.state[item.state]} ${item.have}/${item.needed}` }));
  const text = open.length === 0 ? words.noGap(title) : words.gap(title, Math.round(gap.coverage * 100), open.slice(0, 3).map(({ skillId }) => nameOf(skillId)[language]));
  return { ...base, rows, text: sourced(text, resolved, words), suggestions: [words.askPlan, words.askMentor] };
}

/** Which is meant, or what is nearest; nothing is guessed. */
function unclearAnswer({ unclear, meant }: ResolvedTarget, words: ChatWords, language: Language): Pick<GrowthReply, "text" | "rows" | "suggestions"> {
  const title = (unclear ?? "").slice(0, 80);
  if (!meant) return { text: words.unclear(title), rows: [], suggestions: [...words.targetExamples] };
  const choices = meant.choices.map((choice) => choice.title[language]);
  return { text: words[meant.kind](title, choices), rows: [], suggestions: choices.slice(0, 4).map((choice) => words.askGapFirst(choice)) };
}

/** An occupation's demands are not the company's: it is said whose they are. */
const sourced = (text: string, { target }: ResolvedTarget, words: ChatWords): string => (target.kind === "occupation" ? `${text} ${words.occupationSource}` : text);

async function constraintsFor({ db, scope, clock }: Call, said: GrowthRequest["constraints"]): Promise<PlanConstraints> {
  const me = await requireOwnEntry(db, scope);
  const profile = await findProfile(db, scope, me.id);
  return { hoursPerWeek: profile?.hoursPerWeek ?? 3, deadline: addMonths(dayOf(clock.now()), DEFAULT_MONTHS), budget: null, languages: studyLanguages(profile, me), anySite: false, online: false, aim: "most", ...said };
}

async function planAnswer(call: Call, { request: asked, target, words, language }: Aimed): Promise<GrowthReply> {
  const { db, scope, clock } = call;
  const { request, constraints, unsettled } = await settled(call, asked);
  if (unsettled) return { text: words.noBudgetYet, rows: [], href: hrefOf(target), context: contextOf(request, target), suggestions: [words.askMentor] };
  const base = { href: hrefOf(target), context: contextOf(request, target), suggestions: [words.askStep, words.askMore(Math.min(MOST_A_WEEK, constraints.hoursPerWeek + 2)), words.askMentor] };
  // Limits out of reach are the asker's to correct, in their chat and language.
  const last = lastDeadline(constraints.deadline, dayOf(clock.now()));
  if (last !== null) return { ...base, text: words.deadline(last), rows: [] };
  const planned = await planFor(db, scope, { ref: target, constraints, clock }).catch((error: unknown) => {
    if (isAppError(error) && error.code === "request/invalid") return words.limitsOut;
    throw error;
  });
  if (typeof planned === "string") return { ...base, text: planned, rows: [] };
  const title = planned.own.resolved.target.title[language];
  if (planned.own.resolved.unclear !== null) return { ...base, ...unclearAnswer(planned.own.resolved, words, language) };
  const more = request.moreHours;
  // Where nothing fits yet, the hours asked about may be what makes a plan possible.
  if (planned.result.kind === "infeasible" && more) {
    const raised = Math.min(MOST_A_WEEK, constraints.hoursPerWeek + (more.per === "week" ? more.hours : more.hours / weeksOf(planned.request)));
    return planAnswer(call, { request: { ...request, moreHours: null, constraints: { ...request.constraints, hoursPerWeek: Math.round(raised * 100) / 100 } }, target, words, language });
  }
  if (planned.result.kind === "infeasible") return { ...base, text: planned.result.sentence[language], rows: [] };
  const { plan } = planned.result;
  const limits = words.limits(constraints);
  if (more) return { ...base, ...(await moreAnswer({ planned, plan, more, limits }, { title, words, language })), suggestions: moreSuggestions(more, constraints, words) };
  if (plan.steps.length === 0) return { ...base, text: sourced(await noStepsText(planned, { title, limits, words, language }), planned.own.resolved, words), rows: [] };
  const rows = stepRows(plan.steps, planned, { words, language });
  const text = words.plan({ title, steps: plan.steps.length, hours: plan.hours, finish: plan.finish ?? constraints.deadline, from: Math.round(plan.coverageBefore * 100), to: Math.round(plan.coverageAfter * 100), limits });
  return { ...base, rows, text: sourced(text, planned.own.resolved, words) };
}

/** Changes against limits in force that nobody said: the profile's hours. Half of no budget is nothing that could be planned with. */
async function settled(call: Call, request: GrowthRequest): Promise<{ readonly request: GrowthRequest; readonly constraints: PlanConstraints; readonly unsettled: boolean }> {
  const constraints = await constraintsFor(call, request.constraints);
  if (!request.relative) return { request, constraints, unsettled: false };
  const { constraints: changed, left } = changedLimits(request.relative, constraints);
  return { request: { ...request, constraints: { ...request.constraints, ...changed } }, constraints: { ...constraints, ...changed }, unsettled: left.budget !== undefined };
}

interface NoSteps extends Pick<Ask, "words" | "language"> {
  readonly title: string;
  readonly limits: string;
}

/** Nothing is missing; or no course teaches it at all; or only the limits stand in the way: then which, and by how much. */
async function noStepsText(planned: Planned, { title, limits, words, language }: NoSteps): Promise<string> {
  const open = planned.own.gap.items.filter(({ state }) => state !== "have");
  if (open.length === 0) return words.noGap(title);
  const help = await helpToBegin(planned);
  return isTaught(planned) ? words.noSteps(title, limits, help?.sentence[language] ?? null) : words.notTaught(title, open.slice(0, 4).map(({ skillId }) => nameOf(skillId)[language]));
}

const stepRows = (steps: readonly PlanStep[], { courses }: Pick<Planned, "courses">, { words, language }: Pick<Ask, "words" | "language">): GrowthReply["rows"] => {
  const titles = new Map(courses.map(({ id, title }) => [id, title]));
  return steps.slice(0, MOST_ROWS).map((step) => ({ title: titles.get(step.courseId)?.[language] ?? step.courseId, detail: step.reason[language], figure: `${step.start} – ${step.end} · ${words.hours(step.hours)}` }));
};

interface MoreAsked {
  readonly planned: Planned;
  readonly plan: Plan;
  readonly more: ExtraHours;
  readonly limits: string;
}

/** What some hours more would buy: solved again with them, as the plan's screen does with ten. The hours in force stay. */
async function moreAnswer({ planned, plan, more, limits }: MoreAsked, { title, words, language }: Pick<Ask, "words" | "language"> & { readonly title: string }): Promise<Pick<GrowthReply, "text" | "rows">> {
  const total = more.per === "week" ? more.hours * weeksOf(planned.request) : more.hours;
  const found = await withHours(planned.request, plan, total);
  if (found === null) return { text: words.moreUnknown, rows: [] };
  const titles = new Map(planned.courses.map((course) => [course.id, course.title[language]]));
  const named = (ids: readonly string[]) => ids.map((id) => titles.get(id) ?? id);
  const added = found.plan.steps.filter(({ courseId }) => found.addedSteps.includes(courseId));
  const text = words.more({ hours: more.hours, weekly: more.per === "week", total, title, limits, before: plan.coverageAfter, after: found.plan.coverageAfter, added: named(found.addedSteps), dropped: named(found.droppedSteps), finishBefore: plan.finish, finishAfter: found.plan.finish });
  return { text, rows: found.gained > 0 ? stepRows(added, planned, { words, language }) : [] };
}

const moreSuggestions = ({ hours, per }: ExtraHours, { hoursPerWeek }: PlanConstraints, words: ChatWords): string[] => (per === "week" && hoursPerWeek + hours <= MOST_A_WEEK ? [words.askMore(hoursPerWeek + hours), words.askStep] : [words.askStep, words.askMentor]);

async function stepAnswer(call: Call, { request, target, words, language }: Ask): Promise<GrowthReply> {
  const { db, scope, clock } = call;
  const me = await requireOwnEntry(db, scope);
  const [row] = await listPlans(db, scope, { employeeId: me.id, status: "active" });
  // The plan that runs; else the one that was just talked about, solved again.
  const planned = row || !target ? null : await planFor(db, scope, { ref: target, constraints: await constraintsFor(call, request.constraints), clock });
  const steps = row?.plan.steps ?? (planned?.result.kind === "plan" ? planned.result.plan.steps : []);
  const step = request.courseId ? steps.find(({ courseId }) => courseId === request.courseId) : request.step === -1 ? steps.at(-1) : steps[(request.step ?? 1) - 1];
  const base = { href: row ? `/growth/plan?id=${row.id}` : target ? hrefOf(target) : "/growth/plan", context: contextOf(request, target), suggestions: [words.askMentor] };
  // Also what is retired since: the plan still holds it.
  const courses = await coursesById(db, scope, [request.courseId ?? "", ...steps.map(({ courseId }) => courseId)]);
  const named = courses.get(request.courseId ?? "");
  if (!step) return { ...base, rows: [], text: named ? words.courseNotInPlan(named.title[language], named.summary[language]) : words.noPlanYet };
  const course = courses.get(step.courseId);
  const later = step.neededBy.flatMap((id) => courses.get(id)?.title[language] ?? []);
  const rows = step.lifts.map(({ skillId, from, to }) => ({ title: nameOf(skillId)[language], detail: "", figure: `${from} → ${to}` }));
  return { ...base, rows, text: words.step({ order: step.order, title: course?.title[language] ?? step.courseId, reason: step.reason[language], summary: course?.summary[language] ?? "", later }) };
}

async function mentorAnswer(call: Call, { request, target, words, language }: Ask): Promise<GrowthReply> {
  const { db, scope, actor, clock } = call;
  const wanted = request.skillIds.length > 0 ? [...request.skillIds] : target ? (await gapOf(db, scope, target)).gap.items.filter(({ state }) => state !== "have").map(({ skillId }) => skillId) : [];
  const base = { href: "/growth/network", context: { ...contextOf(request, target), skillIds: wanted }, suggestions: [words.askPlan] };
  if (wanted.length === 0) return { ...base, text: words.mentorForWhat, rows: [] };
  const mentors = (await mentorsFor(db, scope, wanted, clock)).filter(({ fits }) => fits).slice(0, 5);
  const experts = (await expertsIn(db, actor, wanted[0] ?? "", clock)).experts.filter(({ id }) => !mentors.some((mentor) => mentor.id === id)).slice(0, 3);
  const rows = [...mentors.map((mentor) => ({ title: `${mentor.name} · ${mentor.title}`, detail: mentor.reason?.[language] ?? "", figure: words.mentor })), ...experts.map((expert) => ({ title: `${expert.name} · ${expert.title}`, detail: expert.reason[language], figure: words.shares }))];
  const skills = wanted.slice(0, 3).map((id) => nameOf(id)[language]);
  return { ...base, rows, text: rows.length === 0 ? words.noMentor(skills) : words.mentors(skills, mentors.length, experts.length) };
}

async function careerAnswer({ db, scope }: Call, { request, target, words, language }: Ask): Promise<GrowthReply> {
  const { graph, here, held, courses, hoursPerWeek } = await ownCareers(db, scope);
  const interests = await ownInterests(db, scope);
  const interestOf = (role: CareerRole) => interests({ title: role.title, skillIds: role.needs.flatMap(({ any }) => any) });
  const from = target?.kind === "role" && request.target ? (graph.roles.find(({ id }) => id === target.id) ?? here) : here;
  const edges = from ? nextRoles(graph, from.id).slice(0, 6) : [];
  const nearest = graph.roles.map((role) => ({ role, coverage: gapToRole(role, held, growthTaxonomy()).coverage })).filter(({ role }) => role.id !== here?.id).sort((a, b) => nearness(b, interestOf) - nearness(a, interestOf)).slice(0, 6);
  const ids = edges.length > 0 ? edges.map(({ to }) => to) : nearest.map(({ role }) => role.id);
  const rows = ids.flatMap((id) => {
    const role = graph.roles.find((each) => each.id === id);
    if (!role) return [];
    const gap = gapToRole(role, held, growthTaxonomy());
    const hours = learningHours(gap, held, { courses, taxonomy: growthTaxonomy() });
    const people = edges.find(({ to }) => to === id)?.people ?? 0;
    const interest = interestOf(role);
    return [{ title: role.title[language], detail: withInterest(interest, language, words.careerDetail({ covered: Math.round(gap.coverage * 100), hours, months: hours === null ? null : Math.ceil(hours / hoursPerWeek / 4.33), people })), figure: `G${role.grade} · ${role.department}` }];
  });
  return { text: rows.length === 0 ? words.noCareers : words.careers(from?.title[language] ?? null), rows, href: "/growth/careers", context: contextOf(request, request.target), suggestions: [words.askGapFirst(rows[0]?.title ?? "")].filter((text) => rows.length > 0 && text !== "") };
}

/** Roles so near to each other in coverage are decided by interest. */
const INTEREST_SHARE = 0.05;
const nearness = ({ role, coverage }: { readonly role: CareerRole; readonly coverage: number }, interestOf: (role: CareerRole) => Words | null): number => coverage + (interestOf(role) ? INTEREST_SHARE : 0);
const withInterest = (interest: Words | null, language: Language, detail: string): string => (interest ? `${detail}${language === "en" ? ". " : "。"}${interestReason(interest)[language]}` : detail);

async function situationOf({ db, scope, clock }: Call, language: Language): Promise<string | null> {
  const me = await requireOwnEntry(db, scope);
  const years = Math.floor((clock.now() - Date.parse(`${me.startedOn}T00:00:00Z`)) / (365.25 * 86_400_000));
  return me.contract === "" ? null : CHAT[language].situation({ site: me.site, contract: me.contract, department: me.department, startedOn: me.startedOn, years });
}
