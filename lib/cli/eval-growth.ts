/**
 * @file Asks the assistant the demo company's questions about growth, each as one of its people, on the demo's own rows with the
 * server's own port and planner (growth-company.ts), and judges tool, target and every limit that was stated: a plan is read from
 * the answer itself (answer-plan.ts).
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { demoCourses } from "../../db/seed/growth/courses";
import { DEMO_PROFILES } from "../../db/seed/growth/profiles";
import { DEMO_PROGRAMMES, DEMO_RATES } from "../../db/seed/growth/programmes";
import { DEMO_ROLES } from "../../db/seed/growth/roles";
import { EMPLOYEES } from "../../db/seed/people/employees";
import { DEFAULT_MONTHS, type GrowthName, type GrowthReply, type GrowthRequest } from "../assistant/growth/types";
import type { Assistant, AskRequest } from "../assistant/types";
import type { GrowthQuestion } from "../contracts/growth-eval";
import type { TargetRef } from "../contracts/growth";
import { projectRoot } from "../config/paths";
import { addDays, addMonths } from "../core/document-terms";
import type { Language } from "../core/types";
import { effectiveLevels } from "../growth/gap/effective-level";
import type { PlanRequest } from "../growth/types";
import { growthTaxonomy } from "../server/growth/taxonomy";
import { checkAnswerPlan, readAnswerPlan } from "./answer-plan";
import type { GrowthCompany } from "./growth-company";

/** The day on which the questions are asked: "until June" depends on it. */
export const ASKED_ON = "2026-11-23";
const TOOLS: Readonly<Record<GrowthQuestion["tool"], string>> = {
  my_gap: "my-gap", my_plan: "my-plan", explain_step: "explain-step", find_mentor: "find-mentor", career_options: "career-options", policy_for_me: "policy",
};

export interface JudgedGrowth {
  readonly question: GrowthQuestion;
  readonly toolRight: boolean;
  readonly targetRight: boolean;
  /** Of a plan that stands in the answer, or whose limits were misread; null: neither. */
  readonly planKept: boolean | null;
  /** A plan was asked for, and the answer says why there is none, or what hours more would add. */
  readonly noPlan: boolean;
  readonly why: string;
}

/** Names as the server hands them to the assistant (lib/server/growth/assistant-port.ts), from the demo's files. */
export async function demoNames(): Promise<GrowthName[]> {
  const folder = path.join(projectRoot(), "db/seed/openings");
  const openings = await Promise.all(
    (await readdir(folder)).filter((name) => name.endsWith(".md")).map(async (name): Promise<GrowthName> => {
      const title = /^title: "?(.+?)"?$/m.exec(await readFile(path.join(folder, name), "utf8"))?.[1] ?? "";
      return { kind: "opening", id: name.replace(/\.md$/, ""), names: [title, ...turned(title)] };
    }),
  );
  const both = ({ en, zh }: { readonly en: string; readonly zh: string }) => [en, ...turned(en), zh];
  const short = ({ en, zh }: { readonly en: string; readonly zh: string }) => ({ en: en.split(":")[0] ?? en, zh: zh.split("：")[0] ?? zh });
  return [
    ...DEMO_ROLES.map(({ id, title }) => ({ kind: "role" as const, id, names: both(title) })),
    ...openings,
    ...DEMO_PROGRAMMES.map(({ id, title }) => ({ kind: "programme" as const, id, names: [...both(title), ...both(short(title))] })),
    ...demoCourses(ASKED_ON).map(({ id, title }) => ({ kind: "course" as const, id, names: both(title) })),
  ];
}

/** "Shift lead, foundry" is also "foundry shift lead". */
function turned(title: string): string[] {
  const [first = "", second] = title.split(", ");
  return second ? [`${second} ${first}`] : [];
}

const siteOf = ({ asker }: GrowthQuestion): string => EMPLOYEES.find(({ id }) => id === asker)?.site ?? "";

interface Asked {
  readonly outcome: string;
  readonly request: GrowthRequest | null;
  /** What was answered to it; null without a growth request. */
  readonly reply: GrowthReply | null;
  readonly language: Language;
  readonly documents: readonly string[];
}

/** Asks one question, its earlier turns first. */
export async function askGrowth(assistant: Assistant, question: GrowthQuestion, company: GrowthCompany): Promise<Asked> {
  const turns = question.turns ?? [question.question ?? ""];
  const history: AskRequest["history"][number][] = [];
  const growth = await company.growthOf(question.asker);
  let last: Asked = { outcome: "none", request: null, reply: null, language: question.language, documents: [] };
  for (const turn of turns) {
    let caught: Pick<Asked, "request" | "reply" | "language"> = { request: null, reply: null, language: question.language };
    const answer = async (request: GrowthRequest, language: Language): Promise<GrowthReply> => {
      const reply = await growth.port.answer(request, language);
      caught = { request, reply, language };
      return reply;
    };
    const result = await assistant.ask({ question: turn, history, capabilities: new Set(["policies", "growth"]), mayRead: () => true, growth: { ...growth, port: { ...growth.port, answer } }, mode: "hybrid" });
    history.push({ question: turn, understoodAs: null, outcome: result.answer.outcome, documents: [], ...(result.answer.growth ? { growth: result.answer.growth.context } : {}) });
    last = { outcome: result.answer.outcome, ...caught, documents: result.documents.map(({ source }) => source) };
  }
  return last;
}

/** Right tool, right target; and for a plan: does what stands in the answer keep what was said? */
export async function judgeGrowth(question: GrowthQuestion, asked: Asked, company: GrowthCompany): Promise<JudgedGrowth> {
  const wanted = [question.tool, ...(question.alsoTools ?? [])].map((tool) => (TOOLS as Readonly<Record<string, string>>)[tool] ?? tool);
  const got = asked.request?.tool ?? "policy";
  const toolRight = wanted.includes(got);
  const targetRight = toolRight && question.targets.some((target) => isTarget(target, asked));
  const plan = toolRight ? await judgePlan(question, asked, company) : null;
  const why = !toolRight ? `tool ${got} instead of ${wanted.join(" or ")}` : !targetRight ? `wrong target: ${describe(asked)}` : (plan?.wrong.join("; ") ?? "");
  return { question, toolRight, targetRight, planKept: plan && (plan.stands || plan.wrong.length > 0) ? plan.wrong.length === 0 : null, noPlan: plan !== null && !plan.stands, why };
}

const describe = ({ request, documents }: Asked): string =>
  request ? `${request.target?.kind ?? "none"}:${request.target?.id ?? request.target?.text ?? ""} skills ${request.skillIds.join(",")} course ${request.courseId ?? "–"} step ${request.step ?? "–"}` : documents.slice(0, 2).join(", ");

function isTarget(wanted: string, { request, documents }: Asked): boolean {
  const [kind = "", ...rest] = wanted.split(":");
  const id = rest.join(":");
  const target = request?.target ?? null;
  switch (kind) {
    case "document":
      return request === null && documents.slice(0, 3).includes(id);
    case "goal":
    case "current-plan":
    case "self":
      return request !== null && target === null;
    case "course":
      return request?.courseId === id;
    case "plan-step":
      return request?.step === Number(id);
    case "skill":
      return request?.skillIds.includes(id) ?? false;
    case "text":
    case "occupation":
      return target?.kind === "text" || target?.kind === "occupation";
    default:
      return target?.kind === kind && target.id === id;
  }
}

interface JudgedPlan {
  /** A plan stands in the answer. */
  readonly stands: boolean;
  readonly wrong: readonly string[];
}

/** Null: no plan was asked for, or it was not understood as one. */
async function judgePlan(question: GrowthQuestion, { request, reply, language }: Asked, company: GrowthCompany): Promise<JudgedPlan | null> {
  if (request?.tool !== "my-plan" || !reply) return null;
  const misread = misreadLimits(question.constraints, reply.context.constraints);
  // Which role is meant is asked back.
  if (reply.context.target === null) return { stands: false, wrong: misread };
  const stated = await statedRequest(question, { target: reply.context.target, limits: reply.context.constraints }, company);
  const plan = readAnswerPlan(reply, { ...stated, language });
  return { stands: plan !== null, wrong: [...misread, ...(plan ? checkAnswerPlan(plan, stated) : [])] };
}

/** Limits in force in the answer that are not those that were said. */
function misreadLimits(said: GrowthQuestion["constraints"], inForce: GrowthReply["context"]["constraints"]): string[] {
  const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
  return [
    said.hoursPerWeek !== undefined && inForce.hoursPerWeek !== said.hoursPerWeek ? `hours ${String(inForce.hoursPerWeek)} for ${said.hoursPerWeek}` : "",
    said.deadline !== undefined && (inForce.deadline ?? "9999-12-31") > addDays(said.deadline, 1) ? `deadline ${String(inForce.deadline)} for ${said.deadline}` : "",
    said.budget !== undefined && !same(inForce.budget, said.budget) ? `budget ${JSON.stringify(inForce.budget ?? null)} for ${JSON.stringify(said.budget)}` : "",
    said.languages !== undefined && !same(inForce.languages, said.languages) ? `languages ${String(inForce.languages)}` : "",
    said.kinds !== undefined && !same([...(inForce.kinds ?? [])].sort(), [...said.kinds].sort()) ? `kinds ${String(inForce.kinds)}` : "",
    said.aim !== undefined && inForce.aim !== said.aim ? `aim ${String(inForce.aim)}` : "",
  ].filter(Boolean).map((each) => `not understood: ${each}`);
}

interface InForce {
  readonly target: TargetRef;
  readonly limits: GrowthReply["context"]["constraints"];
}

/** What was stated in the question; where it says nothing, the asker's profile and place, and the product's own half year. */
async function statedRequest(question: GrowthQuestion, { target, limits }: InForce, company: GrowthCompany): Promise<PlanRequest> {
  const { asker, constraints: said } = question;
  const person = DEMO_PROFILES.find(({ employeeId }) => employeeId === asker);
  const { gap, held } = await company.startOf(asker, target);
  const courses = demoCourses(ASKED_ON);
  const deadline = said.deadline === undefined ? (limits.deadline ?? addMonths(ASKED_ON, DEFAULT_MONTHS)) : addDays(said.deadline, 1);
  return {
    gap, courses, levels: effectiveLevels([...courses.flatMap(({ entry, teaches }) => [...entry, ...teaches].map(({ skillId }) => skillId)), ...gap.items.flatMap(({ any }) => any)], held, growthTaxonomy()), done: [], start: ASKED_ON,
    deadline, hoursPerWeek: said.hoursPerWeek ?? limits.hoursPerWeek ?? person?.hoursPerWeek ?? 3, budget: said.budget ?? null, rates: DEMO_RATES,
    languages: (said.languages ?? limits.languages ?? person?.languages ?? ["en"]) as PlanRequest["languages"],
    sites: limits.online ? [] : [siteOf(question)], kinds: (said.kinds as PlanRequest["kinds"] | undefined) ?? null,
    wishes: { mustClose: [], minimumCoverage: 0, include: [], exclude: [] }, aim: limits.aim ?? "most",
  };
}
